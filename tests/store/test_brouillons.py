"""La saisie en cours."""

from __future__ import annotations

from store.aides import LE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait
from tat_carnet.store.cahier import CahierOuvert


def test_une_seule_saisie_se_garde_meme_incomplete(cahier: CahierOuvert) -> None:
    assert cahier.brouillon() is None
    cahier.save_brouillon(fait(site(), "premier jet"))
    dernier = Fait(LE, texte_brut=TexteBrut("à peine commencé \ud83d"), quantite=2)

    cahier.save_brouillon(dernier)

    assert cahier.brouillon() == dernier


def test_une_saisie_oubliee_l_est(cahier: CahierOuvert) -> None:
    cahier.save_brouillon(Fait(LE))

    cahier.clear_brouillon()
    cahier.clear_brouillon()

    assert cahier.brouillon() is None
