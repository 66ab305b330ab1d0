"""Les balises d'une lettre : ce que lit un lecteur d'écran, dans l'ordre, et rien de plus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from documents.lettres import ENTETE, courrier
from tat_carnet.documents.courriers import composer
from tat_carnet.documents.rendering import lettre_pdf
from tat_carnet.domain.logo import Logo

LOGO = Logo(4, 2, bytes(8))


def lire(logo: Logo | None = None) -> PdfReader:
    relue = courrier("ville_traces", entete=replace(ENTETE, logo=logo))
    return PdfReader(BytesIO(lettre_pdf.rendre(composer(relue))))


def feuilles(noeud: Any, genres: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], int]]:
    """Chaque dessin de l'arbre : les genres qui y mènent, et son numéro."""
    enfants = noeud["/K"]
    if not isinstance(enfants, list):
        yield genres, int(enfants)
        return
    for enfant in enfants:
        objet = enfant.get_object()
        yield from feuilles(objet, (*genres, str(objet["/S"])))


def arbre(lecteur: PdfReader) -> list[tuple[tuple[str, ...], int]]:
    return list(feuilles(lecteur.trailer["/Root"]["/StructTreeRoot"].get_object()))


def test_la_lettre_est_balisee_en_francais() -> None:
    """Contrôle positif, vu échouer : enregistrer sans poser l'arbre."""
    racine = lire().trailer["/Root"]

    assert racine["/MarkInfo"].get_object()["/Marked"] == True  # noqa: E712 (un objet du PDF)
    assert racine["/Lang"] == "fr-FR"


def test_l_arbre_nomme_chaque_dessin_une_fois_et_dans_l_ordre() -> None:
    lecteur = lire(LOGO)
    numeros = [numero for _, numero in arbre(lecteur)]
    flux = lecteur.pages[0]["/Contents"].get_object().get_data().decode("latin-1")
    dessines = [int(numero) for numero in re.findall(r"/MCID (\d+)>> BDC", flux)]

    assert numeros == dessines == list(range(len(numeros)))
    assert flux.count("BDC") + flux.count("BMC") == flux.count("EMC")
    (nums,) = [lecteur.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]]
    assert (int(nums[0]), len(nums[1])) == (lecteur.pages[0]["/StructParents"], len(numeros))


def test_les_demandes_et_les_faits_sont_des_listes_le_logo_une_image_qui_se_dit() -> None:
    lecteur = lire(LOGO)
    genres = [genre for genre, _ in arbre(lecteur)]
    lettre = composer(courrier("ville_traces"))
    points = sum(len(getattr(bloc, "elements", ())) for bloc in lettre.blocs)

    assert genres[0] == ("/Document", "/Figure")
    assert genres.count(("/Document", "/L", "/LI", "/LBody")) == points
    racine = lecteur.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()
    listes = [e.get_object() for e in racine["/K"] if e.get_object()["/S"] == "/L"]
    assert [len(liste["/K"]) for liste in listes] == [2, 3]
    assert racine["/K"][0].get_object()["/Alt"] == "Logo"


def test_le_repere_de_pli_ne_se_lit_pas() -> None:
    flux = lire().pages[0]["/Contents"].get_object().get_data().decode("latin-1")

    assert re.search(r"/Artifact BMC\s+.*\bl S\b.*\s+EMC", flux, re.DOTALL)
