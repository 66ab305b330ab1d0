"""Une réunion : ce qui lui manque se nomme, et ce dont elle doit rendre compte se retrouve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.reunion import Decision, Reunion, a_rappeler, lignes_de, precedente
from tat_carnet.domain.vocabulaire import EtatDecision

JOUR = date(2026, 11, 21)
REUNION = Reunion("Instance de veille", JOUR)


def decision(quoi: str, **champs: object) -> Decision:
    return replace(Decision(TexteBrut(quoi)), **champs)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("champs", "champ"),
    [
        ({"instance": " "}, "instance"),
        ({"prochaine_le": JOUR}, "prochaine_le"),
        ({"decisions": (decision(" "),)}, "decisions"),
        ({"decisions": (decision("Réparer", echeance=date(2026, 11, 20)),)}, "decisions"),
    ],
)
def test_ce_qui_manque_est_nomme(champs: dict[str, object], champ: str) -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        replace(REUNION, **champs).verified()  # type: ignore[arg-type]

    assert refus.value.champ == champ


def test_une_reunion_complete_se_rend_telle_quelle() -> None:
    pleine = replace(
        REUNION,
        decisions=(decision("Réparer", echeance=JOUR), decision("Ouvrir")),
        prochaine_le=date(2026, 12, 19),
    )

    assert pleine.verified() is pleine


def test_une_decision_se_rappelle_sept_jours_avant_et_se_tait_une_fois_close() -> None:
    datee = decision("Réparer", echeance=date(2026, 12, 10))

    assert not datee.due(date(2026, 12, 2))
    assert datee.due(date(2026, 12, 3))
    assert datee.due(date(2027, 1, 1))
    assert not replace(datee, etat=EtatDecision.faite).due(date(2026, 12, 10))
    assert not decision("Ouvrir").due(JOUR)


def test_les_lignes_d_un_texte_sont_celles_qu_on_a_ecrites() -> None:
    assert lignes_de(TexteBrut("  un \n\n deux")) == ("un", "deux")
    assert lignes_de(TexteBrut()) == ()


def test_la_precedente_est_de_la_meme_instance_et_d_avant() -> None:
    avant = Reunion("INSTANCE DE VEILLÉE".replace("É", "E"), date(2026, 10, 20))
    plus_avant = Reunion("Instance de veille", date(2026, 9, 22))
    autre = Reunion("Comité de pilotage", date(2026, 11, 10))
    apres = Reunion("Instance de veille", date(2026, 12, 19))
    toutes = [apres, autre, REUNION, plus_avant, replace(avant, instance="INSTANCE de Véille")]

    trouvee = precedente(REUNION, toutes)
    assert trouvee is not None
    assert trouvee.tenue_le == avant.tenue_le
    assert precedente(plus_avant, toutes) is None


def test_une_reunion_rappelle_les_decisions_d_avant_et_ce_qui_attendait_encore() -> None:
    """Contrôle positif, vu échouer : ne garder que celles de la réunion d'avant."""
    attend = decision("vieille, à suivre")
    close_jadis = decision("vieille, close avant", etat=EtatDecision.faite,
                           etat_le=date(2026, 10, 1))  # fmt: skip
    close_depuis = decision("vieille, close depuis", etat=EtatDecision.abandonnee,
                            etat_le=date(2026, 10, 30))  # fmt: skip
    sans_jour = decision("vieille, close sans jour", etat=EtatDecision.faite)
    faite = decision("récente, faite", etat=EtatDecision.faite, etat_le=date(2026, 11, 1))
    vieille = Reunion(
        "Instance de veille",
        date(2026, 9, 22),
        decisions=(attend, close_jadis, close_depuis, sans_jour),
    )
    derniere = Reunion("Instance de veille", date(2026, 10, 20), decisions=(faite,))

    rappelees = a_rappeler(REUNION, [REUNION, derniere, vieille])
    assert rappelees == [(vieille, attend), (vieille, close_depuis), (derniere, faite)]
    assert a_rappeler(vieille, [REUNION, derniere, vieille]) == []
