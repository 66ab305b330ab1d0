"""Le lieu qu'un document tait ne reste pas dans les mots : ni son nom d'usage, ni ce qu'il est."""

from __future__ import annotations

from datetime import datetime

import pytest

from tat_carnet.anonymisation.lieux_tus import noms_tus
from tat_carnet.anonymisation.relecture import Passage, relire_texte
from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.vocabulaire import Profil, TypeFait, TypeSite

SILOS = Site("Parking de l’Anse-Verte", "Rives-Haut", nom_usage=TexteBrut("les silos, le B"))
HALL = Site(
    "Résidence des Saules, hall F", "Rives-Haut", TypeSite.hall, ilot="Îlot des Saules",
    nom_usage=TexteBrut("chez la souris"),
)  # fmt: skip
MAISON = Site("Maison commune des Dunes", "Rives-Bas")
PLACE = Site("Place du Phare", "Rives-Bas")


def accepte(passage: Passage) -> str:
    while (rang := passage.prochaine()) is not None:
        passage.accepter(rang)
    return passage.texte


def tait(texte: str, site: Site, *dits: str) -> str:
    passage = relire_texte(texte)
    passage.taire_les_lieux(noms_tus(site, dits or (site.secteur,), au_large=True))
    return accepte(passage)


@pytest.mark.parametrize(
    ("dit", "site", "reste"),
    [
        ("ça revient aux silos", SILOS, "ça revient dans un lieu du secteur"),
        ("le muret du silo", SILOS, "le muret d’un lieu du secteur"),
        ("le parking est vide", SILOS, "un lieu du secteur est vide"),
        ("un parking est vide", SILOS, "un parking est vide"),
        ("vers l’Anse Verte", SILOS, "vers une rue du secteur"),
        ("la benne verte", SILOS, "la benne verte"),
        ("on attend devant la souris", HALL, "on attend devant un lieu du secteur"),
        ("la maison commune ferme", MAISON, "un lieu du secteur ferme"),
        ("la maison brûle", MAISON, "la maison brûle"),
        ("à la place des grands", PLACE, "à la place des grands"),
        ("ils sont sur la place", PLACE, "ils sont sur un lieu du secteur"),
    ],
)
def test_ni_son_nom_d_usage_ni_ce_qu_il_est(dit: str, site: Site, reste: str) -> None:
    """Témoins (vus une fois) : les seuls noms publics, « aux silos » reste ; sans `_AU_LIEU`,
    « à la place des grands » se récrit ; sans `sans_commerce`, « dans un commerce ».
    """
    assert tait(dit, site) == reste


def test_un_mot_que_l_ilot_dit_encore_ne_se_tait_pas() -> None:
    noms = noms_tus(HALL, (HALL.ilot, HALL.secteur), au_large=False)
    assert "saules" not in noms
    assert "le residence" not in noms
    assert {"la souris", "hall f"} <= noms
    assert "saules" in noms_tus(HALL, (HALL.secteur,), au_large=True)


@pytest.mark.parametrize("profil", [Profil.collectif, Profil.restitution_publique])
def test_un_fait_dit_par_son_secteur_ne_dit_plus_les_silos(profil: Profil) -> None:
    fait = Fait(datetime(2026, 11, 3, 21), SILOS.id, TypeFait.bruit, TexteBrut(
        "La revente reprend aux silos."
    ))  # fmt: skip
    relecture = RelectureFait(fait, SILOS, profil=profil)
    _, phrase = relecture.passages[0]
    assert "silos" in accepte(phrase)
    relecture.generaliser([Pas.secteur])
    assert accepte(phrase) == "La revente reprend dans un lieu du secteur."


def test_un_hall_qu_on_ne_nomme_pas_ne_dit_pas_non_plus_son_nom_d_usage() -> None:
    fait = Fait(datetime(2026, 11, 3, 21), HALL.id, TypeFait.degradation, TexteBrut(
        "La vitre a sauté vers la souris."
    ))  # fmt: skip
    _, phrase = RelectureFait(fait, HALL).passages[0]
    assert accepte(phrase) == "La vitre a sauté vers un lieu du secteur."
