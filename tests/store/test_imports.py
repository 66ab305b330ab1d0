"""Importer d'un bloc : tout ou rien, jamais deux fois ; défaire tout entier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from store.aides import LE, fait, site
from tat_carnet.domain.conservation import PurgeSuspendue, Suspension
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.importation import Import
from tat_carnet.store.cahier import CahierOuvert

UN_IMPORT = Import(LE, "0" * 64)


def trois(lieux: list[Site], connu: Site) -> Iterator[Fait]:
    """Deux faits d'un lieu connu, puis un d'un lieu neuf."""
    yield fait(connu, "un")
    yield fait(connu, "deux")
    lieux.append(site("Square neuf"))
    yield fait(lieux[0], "trois")


def importer(cahier: CahierOuvert) -> Site:
    connu = site()
    cahier.save_site(connu)
    lieux: list[Site] = []
    assert cahier.importer(UN_IMPORT, trois(lieux, connu), lieux) == (3, 0)
    return connu


def test_tout_entre_avec_ses_lieux(cahier: CahierOuvert) -> None:
    importer(cahier)

    assert {f.texte_brut.lire() for f in cahier.faits(Filtre())} == {"un", "deux", "trois"}
    assert {lieu.libelle_public for lieu in cahier.sites()} == {"Place aux Herbes", "Square neuf"}
    assert cahier.imports() == [replace(UN_IMPORT, nombre=3)]
    assert cahier.count_faits(Filtre(texte="trois")) == 1
    cahier.verify()


@pytest.mark.parametrize("rang", [0, 1, 2])
def test_un_fait_qui_leve_defait_tout(cahier: CahierOuvert, rang: int) -> None:
    """Témoin : sans transaction, les premiers resteraient."""
    connu = site()
    cahier.save_site(connu)
    lieux: list[Site] = []

    def casses() -> Iterator[Fait]:
        for numero, un_fait in enumerate(trois(lieux, connu)):
            yield replace(un_fait, type=None) if numero == rang else un_fait

    with pytest.raises(SaisieIncomplete):
        cahier.importer(UN_IMPORT, casses(), lieux)

    assert cahier.count_faits(Filtre()) == 0
    assert cahier.sites() == [connu]
    assert cahier.imports() == []
    cahier.verify()


def test_un_fait_deja_la_ne_s_ecrit_pas_deux_fois(cahier: CahierOuvert) -> None:
    connu = importer(cahier)
    encore = [fait(connu, "un"), fait(connu, "un autre"), fait(connu, "deux")]

    assert cahier.importer(Import(LE, "1" * 64), iter(encore), []) == (1, 2)
    assert cahier.importer(Import(LE, "2" * 64), iter(encore), []) == (0, 3)

    assert [un.nombre for un in cahier.imports()] == [1, 3], "un import vide ne se garde pas"


def test_defaire_ote_faits_et_lieux_restes_vides(cahier: CahierOuvert) -> None:
    connu = importer(cahier)
    garde = fait(connu, "noté à la main")
    cahier.save_fait(garde)
    cahier.save_fait(cahier.faits(Filtre(texte="trois"))[0].relu("Relu.", LE))
    (un_import,) = cahier.imports()
    assert (un_import.nombre, un_import.relus) == (3, 1)

    blocs = 0
    while cahier.annuler_import(un_import.id, 2):
        blocs += 1

    assert blocs == 2
    assert cahier.faits(Filtre()) == [garde]
    assert cahier.sites() == [connu]
    assert cahier.imports() == []
    assert not cahier.annuler_import(un_import.id, 2)
    cahier.verify()


def test_un_lieu_qui_a_servi_depuis_reste(cahier: CahierOuvert) -> None:
    importer(cahier)
    neuf = next(lieu for lieu in cahier.sites() if lieu.libelle_public == "Square neuf")
    cahier.save_fait(fait(neuf, "noté à la main"))

    while cahier.annuler_import(UN_IMPORT.id, 9):
        pass

    assert neuf in cahier.sites()


def test_rien_ne_se_defait_pendant_une_requisition(cahier: CahierOuvert) -> None:
    importer(cahier)
    cahier.suspendre(Suspension(LE, True))

    with pytest.raises(PurgeSuspendue):
        cahier.annuler_import(UN_IMPORT.id, 9)

    assert cahier.count_faits(Filtre()) == 3
