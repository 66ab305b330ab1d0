"""La frise d'un site : ses faits, et les tournées de son secteur."""

from __future__ import annotations

from datetime import timedelta

from store.aides import LE, fait, site
from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.frise import Marque
from tat_carnet.domain.vocabulaire import Attestation, Famille, Moment, TypeFait
from tat_carnet.store.cahier import CahierOuvert

JOUR = LE.date()


def test_une_frise_dit_les_faits_du_site_et_l_effort_du_secteur(cahier: CahierOuvert) -> None:
    lieu, voisin = site("Place"), site("Square")
    for un_site in (lieu, voisin):
        cahier.save_site(un_site)
    hier = LE - timedelta(days=1)
    dementi = {"attestation": Attestation.infirme, "reunion_le": JOUR}
    for note in (
        fait(lieu, "un", LE, type=TypeFait.rixe),
        fait(lieu, "faux", hier, **dementi),
        fait(lieu, "avant", LE - timedelta(days=40)),
        fait(voisin, "ailleurs", LE),
    ):
        cahier.save_fait(note)
    for jour, secteur in ((JOUR, "Sud"), (JOUR, "Sud"), (hier.date(), "Sud"), (JOUR, "Nord")):
        cahier.save_tournee(Tournee(jour, Moment.soiree, secteur, ras=True))

    frise = cahier.frise(lieu.id, hier.date(), JOUR)

    assert frise.marques == (
        Marque(hier, TypeFait.bruit, Attestation.infirme),
        Marque(LE, TypeFait.rixe, Attestation.observe),
    )
    assert frise.marques[1].famille is Famille.tensions
    assert frise.tournees == ((hier.date(), 1), (JOUR, 2))
    assert frise.effort == 3


def test_un_site_inconnu_a_une_frise_vide(cahier: CahierOuvert) -> None:
    frise = cahier.frise("inconnu", JOUR, JOUR)

    assert (frise.marques, frise.tournees, frise.effort) == ((), (), 0)


def test_la_frise_ne_lit_aucun_texte(cahier: CahierOuvert) -> None:
    """Elle se lit dans l'index seul : c'est ce qui la rend immédiate à 100 000 faits."""
    from tat_carnet.store.frises import _MARQUES

    rows = cahier._base.rows("EXPLAIN QUERY PLAN " + _MARQUES, ("", 0, 1))
    plan = " ".join(row[-1] for row in rows)
    assert "COVERING INDEX fait_du_site" in plan
