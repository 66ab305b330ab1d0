"""Composer un rectificatif : ce qu'un document disait, et qui s'est révélé faux."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tat_carnet.documents.comptes_rendus.dementis import lignes_des_dementis
from tat_carnet.documents.interface import (
    Bloc,
    Document,
    Encadre,
    Liste,
    Mention,
    Paragraphe,
    Titre,
    Ton,
)
from tat_carnet.documents.typographie import FINE, date_en_lettres, propre
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.rectificatif_relu import Rectificatif

_AU_DOCUMENT: Final = {
    GenreDocument.cahier_papier: "au cahier imprimé",
    GenreDocument.compte_rendu: "au compte-rendu",
    GenreDocument.note_synthese: "à la note de synthèse",
}
_RAPPEL: Final = (
    Mention(
        "Ne vous appuyez plus sur ce qui suit, et faites-le savoir à qui vous auriez transmis le "
        "document."
    ),
    Mention(f"Le reste du document demeure{FINE}; ce rectificatif se range avec lui."),
)


def composer_rectificatif(rectificatif: Rectificatif) -> Document:
    """Le document d'un rectificatif relu ; `SortieRefusee` s'il ne rectifie plus rien."""
    if not rectificatif.dementis:
        raise SortieRefusee(
            "Tous les démentis sont laissés de côté. Rien n’est sorti, rien n’est perdu"
            f"{FINE}: reprenez-en un, ou revenez à la préparation."
        )
    return Document(libelle(GenreDocument.rectificatif), tuple(_blocs(rectificatif)))


def _blocs(rectificatif: Rectificatif) -> Iterator[Bloc]:
    annee = rectificatif.jour.year
    yield Paragraphe(Mention(libelle(GenreDocument.rectificatif)), Ton.chapeau)
    yield Titre(Mention(f"Rectificatif {_au_document(rectificatif)}"), 1)
    yield Paragraphe(Mention(date_en_lettres(rectificatif.jour, semaine=False)), Ton.date)
    yield Encadre(Mention("À faire"), _RAPPEL)
    yield Titre(Mention("Ce qui est démenti"), 2)
    yield Paragraphe(Mention(_constat(rectificatif)))
    yield Liste(lignes_des_dementis(rectificatif.dementis, annee))
    mot = propre(rectificatif.mot.texte)
    if mot:
        yield Titre(Mention("Ce que nous ajoutons"), 2)
        yield Paragraphe(mot)


def _constat(rectificatif: Rectificatif) -> str:
    if len(rectificatif.dementis) == 1:
        cite, revele = "un fait que notre instance a depuis examiné", "Il s’est révélé faux"
    else:
        cite, revele = "des faits que notre instance a depuis examinés", "Ils se sont révélés faux"
    return f"Ce document citait {cite} en réunion. {revele}."


def _au_document(rectificatif: Rectificatif) -> str:
    """« au compte-rendu du 14 novembre 2026 » : le jour où il est sorti."""
    genre = _AU_DOCUMENT.get(rectificatif.genre, "au document")
    return f"{genre} du {date_en_lettres(rectificatif.sorti_le, semaine=False)}"
