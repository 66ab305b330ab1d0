"""Projetée, une entité n'a plus rien de brut ; ce qui se garde ne change pas.

Témoins (vus une fois) : rendre `valeur` telle quelle dans `_projeter_entite`, ou ne plus voiler un
`TexteBrut` isolé, fait échouer ces essais.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

import pytest

from tat_carnet.anonymisation import projection
from tat_carnet.anonymisation.field_policy import SORTS, Sort
from tat_carnet.anonymisation.projection import projeter
from tat_carnet.domain.brut import MASQUE, TexteBrut, TexteVoile
from tat_carnet.domain.corbeille import FaitJete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.relu import SCEAU, TexteRelu
from tat_carnet.domain.vocabulaire import Attestation, Moment, NatureSource, TypeFait, TypeSite

JEUDI = datetime(2026, 11, 19, 21, 47)
FAIT = Fait(
    JEUDI,
    "s1",
    TypeFait.autre,
    TexteBrut("Vu Karim"),
    "chez Karim",
    "t1",
    quantite=3,
    attestation=Attestation.recoupe,
    natures_source=(NatureSource.gardien, NatureSource.ecole),
    formulation="Vu un jeune",
    relu_le=JEUDI,
)
HALL = Site(
    "Hall de la Tour 3", "Aubépines", TypeSite.hall, ilot="Îlot nord", nom_usage=TexteBrut("le 3")
)
TOURNEE = Tournee(date(2026, 11, 19), Moment.nuit, "Aubépines", TexteBrut("Léa"), TexteBrut("vu K"))


def test_un_fait_projete_garde_ce_qui_sort_et_perd_le_reste() -> None:
    fait = projeter(FAIT)

    assert (fait.id, fait.site_id, fait.type) == (FAIT.id, "s1", TypeFait.autre)
    assert (FAIT.quantite, fait.quantite) == (3, None), "un nombre exact peut désigner"
    assert (fait.formulation, fait.attestation) == ("Vu un jeune", Attestation.recoupe)
    assert isinstance(fait.texte_brut, TexteVoile)
    assert (fait.libelle_autre, fait.natures_source) == ("", ())


def test_le_jour_d_un_signalement_devient_sa_semaine() -> None:
    trace = replace(FAIT, signale_le=date(2026, 11, 19), ramasse_le=date(2026, 11, 26))
    fait = projeter(trace)
    assert (fait.signale_le, fait.ramasse_le) == (date(2026, 11, 16), date(2026, 11, 23))
    assert (projeter(FAIT).signale_le, projeter(FAIT).ramasse_le) == (None, None)


@pytest.mark.parametrize(
    ("heure", "projetee"), [(3, 0), (7, 6), (13, 12), (16, 14), (21, 18), (23, 0)]
)
def test_l_instant_devient_la_semaine_et_le_moment(heure: int, projetee: int) -> None:
    fait = projeter(replace(FAIT, instant=JEUDI.replace(hour=heure)))

    assert fait.instant == datetime(2026, 11, 16, projetee)
    assert (fait.semaine, fait.moment) == (
        FAIT.semaine,
        replace(FAIT, instant=JEUDI.replace(hour=heure)).moment,
    )


def test_une_formulation_que_personne_n_a_relue_ne_se_projette_pas() -> None:
    fait = projeter(replace(FAIT, relu_le=None))

    assert (fait.formulation, fait.relu_le) == ("", None)


def test_un_hall_se_projette_sous_le_nom_de_son_ilot() -> None:
    site = projeter(HALL)

    assert site.libelle_public == "Îlot nord"
    assert not site.nom_usage
    assert site.logements_approx is None


def test_une_tournee_projetee_n_a_ni_jour_ni_binome_ni_note() -> None:
    tournee = projeter(TOURNEE)

    assert tournee.jour == date(2026, 11, 16)
    assert (str(tournee.binome), str(tournee.note)) == (MASQUE, MASQUE)


@pytest.mark.parametrize("entite", list(SORTS))
def test_chaque_champ_qui_ne_se_garde_pas_a_de_quoi_se_taire(entite: type) -> None:
    caches = {n for n, s in SORTS[entite].items() if s is not Sort.garder}
    identifiants = {n for n in caches if n == "id" or n.endswith("_id")}

    assert caches - identifiants <= set(projection._vides(entite))


@dataclass(frozen=True)
class _Temoin:
    """Un champ de chaque type qu'une entité peut porter."""

    mot: str
    drapeau: bool
    nombre: int
    part: float
    jour: date
    codes: tuple[Moment, ...]
    noms: frozenset[str]
    brut: TexteBrut
    moment: Moment
    peut_etre: str | None


def test_chaque_type_a_sa_valeur_muette(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        SORTS, _Temoin, dict.fromkeys((f.name for f in fields(_Temoin)), Sort.jeter)
    )
    jour, nuit = date(2026, 1, 2), Moment.nuit
    plein = _Temoin("K", True, 4, 0.5, jour, (nuit,), frozenset("K"), TexteBrut("K"), nuit, "K")
    vide = projeter(plein)

    assert vide == _Temoin(
        "", False, 0, 0.0, date.min, (), frozenset(), TexteVoile(), next(iter(Moment)), None
    )


def test_un_type_inconnu_ne_se_projette_pas(monkeypatch: pytest.MonkeyPatch) -> None:
    @dataclass(frozen=True)
    class Photo:
        pixels: complex

    monkeypatch.setattr(projection, "get_type_hints", lambda _: {"pixels": complex})
    monkeypatch.setitem(SORTS, Photo, {"pixels": Sort.jeter})
    with pytest.raises(TypeError, match="comment projeter"):
        projeter(Photo(1j))


@dataclass(frozen=True)
class _Lot:
    """Ce qu'un dépôt pourrait rendre, fait d'entités et de textes nus."""

    extrait: str
    faits: tuple[Fait, ...]
    sites: dict[str, Site]


def test_les_entites_sont_videes_ou_qu_elles_soient_et_un_texte_nu_se_tait() -> None:
    lot = projeter([_Lot("vu Karim", (FAIT,), {"s1": HALL})])[0]

    assert lot.extrait == ""
    assert isinstance(lot.faits, tuple)
    assert not lot.faits[0].texte_brut
    assert lot.sites["s1"].libelle_public == "Îlot nord"
    assert projeter(frozenset({"Karim"})) == frozenset({""})
    assert not projeter(TexteBrut("Karim"))


SANS_BRUT: list[Any] = [
    None,
    3,
    date(2026, 11, 1),
    Moment.nuit,
    TexteRelu("un jeune", SCEAU),
    Fait,
]


@pytest.mark.parametrize("valeur", SANS_BRUT, ids=lambda v: type(v).__name__)
def test_ce_qui_n_est_pas_brut_passe(valeur: object) -> None:
    assert projeter(valeur) is valeur


def test_a_qui_va_une_sortie_se_tait_projete() -> None:
    """Le destinataire est tapé à la main : il peut nommer quelqu'un."""
    ligne = LigneJournal(JEUDI, GenreDocument.compte_rendu, FormatDocument.pdf, "Karim", "0" * 64)
    projetee = projeter(ligne)

    assert projetee == replace(ligne, destinataire="")


def test_une_entite_gardee_dans_une_autre_se_projette_aussi() -> None:
    """Témoin : ne pas descendre dans ce qui se garde rend le brut d'un fait jeté (vu)."""
    jete = projeter(FaitJete(FAIT, JEUDI))

    assert isinstance(jete.fait.texte_brut, TexteVoile)
    assert jete.jete_le == datetime.min


def test_un_texte_voile_vaut_vide_et_ne_dit_rien() -> None:
    voile = TexteVoile()

    assert not voile
    assert voile.lire() == str(voile) == MASQUE


def test_un_identifiant_reste_meme_hors_des_entites() -> None:
    @dataclass(frozen=True)
    class Ligne:
        motif: str
        fait_id: str
        id: str

    assert projeter(Ligne("vu Karim", "f1", "l1")) == Ligne("", "f1", "l1")
