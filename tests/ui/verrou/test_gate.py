"""La porte : on ne ferme jamais un cahier sous un geste en cours, et rien n'y passe après."""

from __future__ import annotations

import threading
from datetime import date

import pytest

from tat_carnet.ui.verrou.gate import Gate, Verrouille


class CahierLent:
    """Un cahier dont un geste dure tant qu'on ne le laisse pas finir."""

    path = "Carnet.cahier"

    def __init__(self) -> None:
        self.commence, self.finir = threading.Event(), threading.Event()
        self.faits: list[str] = []

    def secteurs(self) -> list[str]:
        self.commence.set()
        self.finir.wait(10)
        self.faits.append("lu")
        return ["Aubépines-Haut"]

    def backup(self) -> None:
        self.secteurs()

    def effort(self, du: date, au: date) -> int:
        return (au - du).days

    def close(self) -> None:
        self.faits.append("fermé")


def en_fond(travail: object) -> threading.Thread:
    fil = threading.Thread(target=travail)  # type: ignore[arg-type]
    fil.start()
    return fil


def test_un_geste_passe_avec_ses_arguments_et_rend_sa_reponse() -> None:
    porte = Gate(CahierLent())  # type: ignore[arg-type]

    assert porte.effort(date(2026, 11, 1), au=date(2026, 11, 21)) == 20
    assert porte.path == "Carnet.cahier"


def test_fermer_attend_la_fin_du_geste_en_cours() -> None:
    """Contrôle positif : le geste long exempté (`backup`) se voit fermer le cahier sous lui."""
    cahier = CahierLent()
    porte = Gate(cahier)  # type: ignore[arg-type]
    lecture = en_fond(porte.secteurs)
    cahier.commence.wait(10)
    fermeture = en_fond(porte.close)
    fermeture.join(0.05)
    assert cahier.faits == []

    cahier.finir.set()
    lecture.join()
    fermeture.join()
    assert cahier.faits == ["lu", "fermé"]


def test_une_sauvegarde_a_sa_connexion_et_n_empeche_pas_de_fermer() -> None:
    cahier = CahierLent()
    porte = Gate(cahier)  # type: ignore[arg-type]
    sauvegarde = en_fond(porte.backup)
    cahier.commence.wait(10)
    porte.close()
    cahier.finir.set()
    sauvegarde.join()

    assert cahier.faits == ["fermé", "lu"]


def test_rien_ne_passe_une_fois_la_porte_fermee() -> None:
    porte = Gate(CahierLent())  # type: ignore[arg-type]
    porte.close()

    with pytest.raises(Verrouille):
        porte.effort(date(2026, 11, 1), date(2026, 11, 21))
    with pytest.raises(Verrouille):  # vu échouer : le geste long passait par une autre porte
        porte.backup()
