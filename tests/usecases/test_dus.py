"""Ce qui est dû : chaque nom du métier dit ce qu'il attend, et rien d'autre."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.conservation import Objet
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.vocabulaire import GenreEcheance, TypeFait
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.conservation import Echeance as Echeance_
from tat_carnet.usecases.conservation import Etat
from tat_carnet.usecases.dus import Du, Veille, ce_qui_est_du, ce_qui_veille
from tat_carnet.usecases.situations import Due

LE = datetime(2026, 11, 21, 21, 45)


@pytest.fixture
def site(cahier: CahierOuvert) -> Site:
    site = Site("Place du Lavoir", "Aubépines")
    cahier.save_site(site)
    return site


def ecrans(cahier: CahierOuvert, maintenant: datetime = LE) -> list[str]:
    return [du.ecran for du in ce_qui_est_du(cahier, maintenant) if isinstance(du, Du)]


def test_un_cahier_a_jour_ne_doit_rien(cahier: CahierOuvert, site: Site) -> None:
    relu = Fait(LE, site.id, TypeFait.bruit, TexteBrut("x")).relu("Du bruit.", LE)
    cahier.save_fait(relu)

    assert ecrans(cahier) == []


def test_ce_qui_attend_vient_dans_l_ordre(cahier: CahierOuvert, site: Site) -> None:
    note = Fait(LE, site.id, TypeFait.bruit)
    for fait in (note, Fait(LE - timedelta(weeks=6), site.id, TypeFait.bruit)):
        cahier.save_fait(fait)
    jete = Fait(LE, site.id, TypeFait.rixe)
    cahier.save_fait(jete)
    cahier.discard_fait(jete.id, LE - timedelta(days=25))
    cahier.save_brouillon(Fait(LE, texte_brut=TexteBrut("à moitié")))

    assert ecrans(cahier) == ["saisie", "compte_rendu", "corbeille"]
    phrases = [du.phrase for du in ce_qui_est_du(cahier, LE) if isinstance(du, Du)]
    assert phrases[1].startswith("1 fait à relire")
    assert phrases[2].startswith("Un fait effacé disparaît")
    assert ecrans(cahier, LE + timedelta(weeks=7)) == ["saisie", "corbeille"]


def test_une_echeance_se_rappelle_puis_se_tait_une_fois_faite(cahier: CahierOuvert) -> None:
    """Contrôle positif, vu échouer : ôter `_echeances` de `FOURNISSEURS`."""
    rentree = Echeance(LE.date() + timedelta(days=5), GenreEcheance.rentree)
    cahier.save_echeance(rentree)

    assert ce_qui_est_du(cahier, LE) == [Due(rentree, rentree.jour)]
    assert ce_qui_est_du(cahier, LE - timedelta(days=9)) == []
    cahier.save_echeance(rentree.faite())
    assert ce_qui_est_du(cahier, LE) == []


def test_la_session_dit_les_purges_annoncees_et_la_sauvegarde_en_retard() -> None:
    """Contrôle positif, vu échouer : ôter `_purges` ou `_sauvegarde` de `VEILLEURS`."""
    jour = LE.date()
    rien = Etat(jour, (Echeance_(Objet.faits, 60, jour, jour, 0, 0),))
    annonce = Etat(jour, (Echeance_(Objet.faits, 60, jour, jour, 0, 3),))

    assert ce_qui_veille(Veille()) == ce_qui_veille(Veille(rien)) == []
    assert ce_qui_veille(Veille(annonce, "Sauvegarde : il y a 5 jours")) == [
        annonce,
        Du("Sauvegarde : il y a 5 jours", "Voir les sauvegardes", "reglages", alerte=True),
    ]
