"""Les réunions : relues telles quelles, décisions comprises, effacées avec elles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.conservation import Objet, PurgeSuspendue, Suspension
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.reunion import Decision, Reunion
from tat_carnet.domain.vocabulaire import EtatDecision, NiveauDecision
from tat_carnet.store.cahier import CahierOuvert

JOUR = date(2026, 11, 21)
GACHE = Decision(
    TexteBrut("Réparer la gâche"),
    TexteBrut("le bailleur"),
    date(2026, 12, 1),
    NiveauDecision.direction,
    EtatDecision.faite,
    date(2026, 11, 28),
    TexteBrut("posée mardi"),
)
NUE = Decision(TexteBrut("Ouvrir la salle"))
REUNION = Reunion(
    "Instance de veille",
    JOUR,
    lieu="Centre social",
    structures=("Bailleur", "Collège"),
    ordre_du_jour=TexteBrut("Éclairage"),
    echanges=TexteBrut("Un désaccord, puis un accord"),
    questions=TexteBrut("Qui ouvre ?"),
    alertes=TexteBrut("Un produit"),
    decisions=(GACHE, NUE),
    prochaine_le=date(2026, 12, 19),
)


def purger(cahier: CahierOuvert, objet: Objet, borne: date) -> dict[str, int]:
    cahier.commencer_purge(objet, borne)
    while cahier.avancer_purge(10):
        pass
    return dict(cahier.achever_purge(datetime(2026, 11, 21, 9)).nombres)


def test_une_reunion_se_relit_avec_ses_decisions_dans_l_ordre(cahier: CahierOuvert) -> None:
    avant = Reunion("Instance de veille", date(2026, 10, 20))
    cahier.save_reunion(REUNION)
    cahier.save_reunion(avant)

    assert cahier.reunion(REUNION.id) == REUNION
    assert list(cahier.reunions()) == [REUNION, avant]
    cahier.check_content()


def test_une_reunion_se_corrige_et_une_decision_otee_s_en_va(cahier: CahierOuvert) -> None:
    cahier.save_reunion(REUNION)
    corrigee = replace(REUNION, decisions=(replace(NUE, suite=TexteBrut("en juin")),))
    cahier.save_reunion(corrigee)
    assert cahier.reunion(REUNION.id) == corrigee
    renversee = replace(REUNION, decisions=(NUE, GACHE))
    cahier.save_reunion(renversee)

    assert cahier.reunion(REUNION.id) == renversee
    assert [t.id for t in cahier.trouver("gâche bailleur")] == [GACHE.id]
    cahier.check_content()
    cahier.verify()


def test_une_reunion_inconnue_leve(cahier: CahierOuvert) -> None:
    with pytest.raises(KeyError):
        cahier.reunion("absente")


def test_une_reunion_incomplete_ne_s_ecrit_pas(cahier: CahierOuvert) -> None:
    with pytest.raises(SaisieIncomplete):
        cahier.save_reunion(replace(REUNION, instance=" "))

    assert list(cahier.reunions()) == []


def test_effacer_une_reunion_efface_ses_decisions_et_leurs_mots(cahier: CahierOuvert) -> None:
    cahier.save_reunion(REUNION)
    cahier.delete_reunion(REUNION.id)
    cahier.delete_reunion(REUNION.id)

    assert list(cahier.reunions()) == []
    assert cahier._base.rows("SELECT count(*) FROM decision") == [(0,)]
    assert list(cahier.trouver("gâche")) == list(cahier.trouver("éclairage")) == []
    cahier.check_content()


def test_une_requisition_interdit_d_effacer_une_reunion(cahier: CahierOuvert) -> None:
    """Témoin, vu échouer : ôter `refuse_if_suspended` de `delete_reunion`."""
    cahier.save_reunion(REUNION)
    cahier.suspendre(Suspension(datetime(2026, 11, 21, 9), True, "réquisition"))

    with pytest.raises(PurgeSuspendue):
        cahier.delete_reunion(REUNION.id)
    assert cahier.reunion(REUNION.id) == REUNION


def test_purger_les_textes_bruts_vide_les_notes_et_garde_les_decisions(
    cahier: CahierOuvert,
) -> None:
    """Les notes de séance partent à six mois ; les décisions, dues plus tard, restent."""
    cahier.save_reunion(REUNION)

    assert purger(cahier, Objet.textes_bruts, date(2026, 12, 1)) == {"reunion": 1}
    assert cahier.reunion(REUNION.id) == replace(
        REUNION,
        ordre_du_jour=TexteBrut(),
        echanges=TexteBrut(),
        questions=TexteBrut(),
        alertes=TexteBrut(),
    )
    assert list(cahier.trouver("désaccord")) == []
    assert [t.genre.value for t in cahier.trouver("gâche")] == ["decision"]
    cahier.check_content()


def test_purger_les_documents_emporte_la_reunion_entiere(cahier: CahierOuvert) -> None:
    cahier.save_reunion(REUNION)

    assert purger(cahier, Objet.documents, date(2026, 12, 1)) == {"reunion": 1}
    assert list(cahier.reunions()) == []
    assert cahier._base.rows("SELECT count(*) FROM decision") == [(0,)]
    cahier.check_content()


def test_les_mots_d_une_reunion_gardent_leurs_termes_de_masquage(cahier: CahierOuvert) -> None:
    cahier.save_reunion(REUNION)

    assert {"désaccord", "Éclairage", "ouvre", "produit", "gâche", "mardi"} <= cahier.mots_bruts()
