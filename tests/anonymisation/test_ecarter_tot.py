"""Écarter un mot avant d'y regarder de près ne fait rien perdre."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.lecture import read_notes
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.rules import (
    ages_nus,
    batiments,
    doutes,
    groupes,
    initiales_nues,
    noms,
    noms_chiffres,
    plaque,
    second_lecteur,
)

TRAVAIL = sorted((Path(__file__).parents[1] / "corpus" / "travail").glob("*.txt"))
TEXTES = [note.texte for chemin in TRAVAIL for note in read_notes(chemin)][::3]


class Tout:
    """Un lexique où tout mot se trouve."""

    def __contains__(self, forme: object) -> bool:
        return True


def groupes_trouves() -> list[object]:
    return [(n, r) for n, texte in enumerate(TEXTES) for r in groupes.reperer(Lecture.de(texte))]


def test_chercher_un_groupe_derriere_tout_mot_n_en_trouve_pas_davantage(monkeypatch):
    attendus = groupes_trouves()
    monkeypatch.setattr(groupes, "_ATTENDENT", Tout())
    assert groupes_trouves() == attendus


@pytest.mark.parametrize("mot", ["avec", "de", "est", "meme"])
def test_oublier_un_mot_derriere_lequel_on_cherche_se_verrait(monkeypatch, mot):
    """Contrôle positif du précédent."""
    attendus = groupes_trouves()
    monkeypatch.setattr(groupes, "_ATTENDENT", groupes._ATTENDENT - {mot})
    assert groupes_trouves() != attendus


RACCOURCIS = {
    "noms": (noms, "_ne_nomme_rien", lambda _lecture, _rang: False),
    "doutes": (doutes, "_est_sans_histoire", lambda _forme: False),
    "composés": (doutes, "_AGISSENT", Tout()),
    "initiales": (initiales_nues, "_peut_abreger", lambda _forme: True),
    "second lecteur": (second_lecteur, "_est_banal", lambda _forme: False),
}
"""Ce qu'une règle écarte par la forme seule, et de quoi ne plus l'écarter."""
LISENT = {
    noms: noms.reperer,
    doutes: doutes.reperer,
    initiales_nues: lambda lecture: initiales_nues.lettres_nues(lecture, ()),
    second_lecteur: lambda lecture: second_lecteur.reperer(lecture, ()),
}
ECRITURES = (str, str.lower, str.upper, str.title)


@pytest.mark.parametrize("nom", RACCOURCIS)
@pytest.mark.parametrize("ecrire", ECRITURES)
def test_ne_rien_ecarter_n_en_trouve_pas_davantage(monkeypatch, nom, ecrire):
    module, attribut, sans = RACCOURCIS[nom]
    lectures = [Lecture.de(ecrire(texte)) for texte in TEXTES[::2]]
    attendus = [list(LISENT[module](lecture)) for lecture in lectures]
    monkeypatch.setattr(module, attribut, sans)
    assert [list(LISENT[module](lecture)) for lecture in lectures] == attendus


@pytest.mark.parametrize("nom", sorted(set(RACCOURCIS) - {"composés"}))
def test_ecarter_trop_se_verrait(monkeypatch, nom):
    """Contrôle positif du précédent : tout écarter perd des repères."""
    module, attribut, _ = RACCOURCIS[nom]
    lectures = [Lecture.de(texte.lower()) for texte in TEXTES[::2]]
    attendus = [list(LISENT[module](lecture)) for lecture in lectures]
    monkeypatch.setattr(module, attribut, lambda *_: nom != "initiales")
    assert [list(LISENT[module](lecture)) for lecture in lectures] != attendus


PORTES = {
    "âge apposé": (ages_nus._APPOSE, ages_nus._APPOSITIONS[0][1].search),
    "année de naissance": (ages_nus._NE_EN, ages_nus._APPOSITIONS[2][1].search),
    "âge nommé": (ages_nus._NOMME, ages_nus._APPOSITIONS[1][1].search),
    "mélange": (noms_chiffres._MELANGE, noms_chiffres._COLLES.search),
    "plaque dictée": (
        plaque._DICTEE,
        lambda texte: "zero" in texte or plaque._EPELLE.search(texte),
    ),
    "lettre d'entrée": (batiments._A_LA_LETTRE, batiments._SEULE.search),
    "lettre de bâtiment": (batiments._LETTRE, batiments._SEULE.search),
}
"""Un motif, et ce sans quoi on ne le cherche pas."""


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
@pytest.mark.parametrize("nom", PORTES)
def test_un_texte_tire_du_motif_passe_sa_porte(nom, data):
    motif, passe = PORTES[nom]
    tire = data.draw(st.from_regex(motif, alphabet=st.characters(codec="ascii")))
    for texte in (tire, plier(tire), f"vu {tire}, puis"):
        assert passe(texte) or not motif.search(texte)


@pytest.mark.parametrize("nom", PORTES)
def test_une_note_ou_le_motif_se_trouve_passe_sa_porte(nom):
    motif, passe = PORTES[nom]
    textes = TEXTES if nom.startswith("lettre") else [plier(texte) for texte in TEXTES]
    assert all(passe(texte) for texte in textes if motif.search(texte))
    assert not all(passe(texte) for texte in textes)
