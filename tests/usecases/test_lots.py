"""Un geste qui touche cent faits se paie une fois : la fenêtre l'attend."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.vocabulaire import TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.relecture.masques import Masques

PLACE = Site("Place du Lavoir", "Rives", TypeSite.place)
JOUR = date(2026, 11, 20)


@pytest.mark.parametrize("combien", [1, 30])
def test_laisser_des_faits_de_cote_ne_relit_le_document_qu_une_fois(
    cahier: CahierOuvert, monkeypatch: pytest.MonkeyPatch, combien: int
) -> None:
    """Vu échouer : une fois par fait, deux secondes et demie pour cent faits de quatre cents."""
    cahier.save_site(PLACE)
    for rang in range(40):
        texte = TexteBrut(f"Vitre {rang} cassée.")
        cahier.save_fait(Fait(datetime(2026, 11, 18), PLACE.id, TypeFait.bruit, texte))
    dossier = ouvrir_dossier(cahier, Preparation("Veille", JOUR, date(2026, 11, 1), JOUR, "tous"))
    for rang in range(len(dossier.etapes)):
        dossier.marquer_lue(rang)
    references = [expose.reference for expose in dossier.exposes()]
    appels: list[object] = []
    monkeypatch.setattr(Masques, "rappeler", lambda *_: appels.append(_))
    dossier.ecarter_faits(references[:combien])

    assert len(dossier.exposes()) == 40 - combien
    assert len(appels) == 1
