"""Quand un fait s'est passé, tel que les listes le disent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tat_carnet.domain.brut import TexteVoile
from tat_carnet.domain.fait import Fait
from tat_carnet.ui.typographie import INSECABLE
from tat_carnet.ui.widgets.fait_rows import fait_when, fait_when_narrow

CE_SOIR = date(2026, 11, 26)
HEURE = f"7{INSECABLE}h{INSECABLE}03"
RECENT = Fait(datetime(2026, 11, 21, 7, 3))
ANCIEN = Fait(datetime(2023, 3, 27, 7, 3))


def test_l_annee_en_cours_se_tait() -> None:
    assert fait_when(RECENT, CE_SOIR) == f"sam. 21 nov.  {HEURE}"
    assert fait_when_narrow(RECENT, CE_SOIR) == "21 nov."


def test_une_autre_annee_se_dit_a_la_place_du_jour_de_la_semaine() -> None:
    """Trois ans plus tard, « lun. 27 mars » passerait pour le mois de mars dernier."""
    assert fait_when(ANCIEN, CE_SOIR) == f"27 mars 2023  {HEURE}"
    assert fait_when_narrow(ANCIEN, CE_SOIR) == "mars 2023"


def test_projete_seule_la_semaine_se_dit() -> None:
    assert fait_when(replace(RECENT, texte_brut=TexteVoile()), CE_SOIR) == "sem. du 21 nov."
    assert fait_when(replace(ANCIEN, texte_brut=TexteVoile()), CE_SOIR) == "sem. du 27 mars 2023"
    assert fait_when_narrow(replace(ANCIEN, texte_brut=TexteVoile()), CE_SOIR) == "sem. 13"
