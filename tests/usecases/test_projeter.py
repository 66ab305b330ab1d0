"""Le cahier projeté : on y lit tout, sauf le brut ; ce qu'on y remettrait est refusé."""

from __future__ import annotations

import types
from dataclasses import replace
from datetime import datetime
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.ports import Cahier, OpenedCahier
from tat_carnet.usecases.projeter import SANS_BRUT, TUS, projete

INSTANT = datetime(2026, 11, 18, 21, 30)
PLACE = Site("Place du Lavoir", "Aubépines", TypeSite.place, nom_usage=TexteBrut("chez Karim"))


@pytest.fixture
def projection(cahier: CahierOuvert) -> OpenedCahier:
    """Un fait, un lieu, un brouillon, un terme à masquer."""
    cahier.save_site(PLACE)
    fait = Fait(INSTANT, PLACE.id, TypeFait.bruit, TexteBrut("Karim criait"))
    cahier.save_fait(fait)
    cahier.save_brouillon(fait)
    cahier.add_termes_masquage({"Karim"})
    return projete(cast(OpenedCahier, cahier))


def test_ce_qui_est_lu_n_a_rien_de_brut(projection: OpenedCahier) -> None:
    (fait,) = projection.faits(Filtre())
    (site,) = projection.sites()

    assert not fait.texte_brut
    assert not site.nom_usage
    assert projection.brouillon() is None
    assert projection.termes_masquage() == frozenset()
    assert projection.secteurs() == ["Aubépines"]
    assert projection.count_faits(Filtre()) == 1


def test_on_y_cherche_et_ce_qui_repond_n_a_rien_de_brut(
    projection: OpenedCahier, cahier: CahierOuvert
) -> None:
    """Une formulation relue se cherche et se lit ; le brut répond encore, sans se montrer."""
    (note,) = cahier.faits(Filtre())
    cahier.save_fait(note.relu("Des cris au pied d’un immeuble.", INSTANT))

    for texte in ("immeuble", "karim", "karin"):
        (fait,) = projection.faits(Filtre(texte=texte, tolerant=True))
        assert fait.formulation == "Des cris au pied d’un immeuble."
        assert not fait.texte_brut
    assert (projection.corrections("karin"), projection.trouver("karim")) == ((), ())
    assert (projection.mots_bruts(), projection.mots_relus()) == (frozenset(), frozenset())


def test_une_formulation_que_personne_n_a_relue_n_y_parait_pas(
    projection: OpenedCahier, cahier: CahierOuvert
) -> None:
    (note,) = cahier.faits(Filtre())
    cahier.save_fait(replace(note, formulation="Karim, recopié"))

    (fait,) = projection.faits(Filtre(texte="recopie"))
    assert (fait.formulation, bool(fait.texte_brut)) == ("", False)


def test_un_fait_voile_ne_peut_pas_ecraser_le_vrai(
    projection: OpenedCahier, cahier: CahierOuvert
) -> None:
    (voile,) = projection.faits(Filtre())
    with pytest.raises(EcritureImpossible, match="quittez la projection"):
        cahier.save_fait(voile)

    assert cahier.fait(voile.id).texte_brut.lire() == "Karim criait"


def feuilles(type_: Any) -> set[Any]:
    """Les types dont un type est fait : `Sequence[Fait] | None` → `Fait`, `None`."""
    origine = get_origin(type_)
    if origine in (Union, types.UnionType) or get_args(type_):
        return set().union(*(feuilles(a) for a in get_args(type_) if a is not Ellipsis))
    return {type_}


def rendus(port: type) -> dict[str, Any]:
    """Ce que rend chaque geste d'un port."""
    noms = [n for n in dir(port) if not n.startswith("_") and callable(getattr(port, n))]
    return {n: get_type_hints(getattr(port, n)).get("return") for n in noms}


def sans_sort(port: type) -> list[str]:
    """Les gestes dont rien ne dit ce que la projection fait de leurs textes."""
    return [
        nom
        for nom, rendu in rendus(port).items()
        if nom not in SANS_BRUT | TUS.keys()
        if feuilles(rendu) & {str, bytes, TexteBrut, Any, object}
    ]


def test_chaque_geste_du_cahier_a_un_sort_en_projection() -> None:
    """Un geste neuf qui rend du texte nu demande une ligne dans `projeter`.

    Sans elle, ce texte serait vide en projection : sûr, mais sans doute pas voulu.
    """
    assert sans_sort(Cahier) == []
    assert set(SANS_BRUT | TUS.keys()) <= rendus(Cahier).keys()


def test_un_geste_qui_rendrait_du_texte_est_pris() -> None:
    class Bavard:
        def extraits(self) -> dict[str, tuple[str, ...]]:
            raise NotImplementedError

    assert sans_sort(Bavard) == ["extraits"]
