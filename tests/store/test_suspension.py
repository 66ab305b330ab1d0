"""Pendant une réquisition, rien de ce qui efface n'efface.

Contrôle positif, vu échouer : ôter `refuse_if_suspended` d'un seul de ces gestes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from store.aides import LE, fait, site
from tat_carnet.domain.conservation import PurgeSuspendue, Suspension
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.domain.situation import Situation
from tat_carnet.domain.vocabulaire import (
    Besoin,
    GenreEcheance,
    Moment,
    TypePartenaire,
)
from tat_carnet.store.cahier import CahierOuvert

TOURNEE = Tournee(LE.date(), Moment.nuit, "Sud")
SITUATION = Situation("S-01", LE.date(), besoins=(Besoin.sante,))
ECHEANCE = Echeance(LE.date(), GenreEcheance.rentree)
STRUCTURE = Partenaire("Régie des Tilleuls", TypePartenaire.bailleur)

GESTES: dict[str, Callable[[CahierOuvert], object]] = {
    "vider la corbeille": lambda c: c.empty_corbeille(LE + timedelta(days=99)),
    "effacer de la corbeille": lambda c: c.erase_discarded("jete"),
    "un fait": lambda c: c.delete_fait("garde"),
    "une tournée": lambda c: c.delete_tournee(TOURNEE.id),
    "une situation": lambda c: c.delete_situation(SITUATION.id),
    "une échéance": lambda c: c.delete_echeance(ECHEANCE.id),
    "une structure": lambda c: c.delete_partenaire(STRUCTURE.id),
}


@pytest.fixture
def rempli(cahier: CahierOuvert) -> CahierOuvert:
    """Un cahier qui a de tout, dont un fait à la corbeille."""
    lieu = site("Place du Cœur")
    cahier.save_site(lieu)
    cahier.save_tournee(TOURNEE)
    for cle in ("garde", "jete"):
        cahier.save_fait(fait(lieu, cle, id=cle))
    cahier.discard_fait("jete", LE)
    cahier.save_situation(SITUATION)
    cahier.save_echeance(ECHEANCE)
    cahier.save_partenaires([STRUCTURE])
    return cahier


def tenu(cahier: CahierOuvert) -> list[object]:
    """Tout ce que ces gestes pourraient ôter."""
    return [
        cahier.corbeille(),
        cahier.faits(Filtre()),
        cahier.tournees(9),
        cahier.situations(),
        cahier.echeances(),
        cahier.partenaires(FiltreAnnuaire(), 9),
    ]


@pytest.mark.parametrize("geste", GESTES.values(), ids=GESTES.keys())
def test_rien_ne_s_efface_pendant_une_requisition(
    rempli: CahierOuvert, geste: Callable[[CahierOuvert], object]
) -> None:
    rempli.suspendre(Suspension(LE, True))
    avant = tenu(rempli)

    with pytest.raises(PurgeSuspendue, match="rien n’est effacé"):
        geste(rempli)

    assert tenu(rempli) == avant


@pytest.mark.parametrize("geste", GESTES.values(), ids=GESTES.keys())
def test_sans_requisition_chacun_efface(
    rempli: CahierOuvert, geste: Callable[[CahierOuvert], object]
) -> None:
    avant = tenu(rempli)
    geste(rempli)

    assert tenu(rempli) != avant
