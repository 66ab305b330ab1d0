"""Composer une note de synthèse : ce qu'on a vu, ce qu'on en pense, ce qu'on propose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tat_carnet.documents.effort import tournees_dites
from tat_carnet.documents.ensemble import AU_SECRET, ensemble_en_une_ligne
from tat_carnet.documents.interface import (
    Bloc,
    Document,
    Encadre,
    Liste,
    Mention,
    Numeros,
    Paragraphe,
    Titre,
    Ton,
)
from tat_carnet.documents.ordre import sans_jour
from tat_carnet.documents.rendering import compter_pages
from tat_carnet.documents.typographie import (
    FINE,
    accord,
    date_en_lettres,
    majuscule,
    nombre,
    periode_en_lettres,
    propre,
    semaine_en_lettres,
)
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.note_relue import NoteSynthese
from tat_carnet.domain.relu import FaitRelu, TexteRelu

PAGES_AU_PLUS: Final = 2
_RAPPEL: Final = (
    Mention(
        f"Cette note a été relue pour ne désigner ni personne ni foyer{FINE}; une situation n’y "
        "est rapportée que sur décision de qui l’a relue."
    ),
    Mention(
        f"Elle dit ce que nous avons vu, non ce qui existe{FINE}; chaque fait dit sa solidité."
    ),
)


def composer_note(note: NoteSynthese) -> Document:
    """Le document d'une note relue ; `SortieRefusee` si elle déborde, et quoi couper."""
    document = _document(note)
    pages = compter_pages(document)
    if pages > PAGES_AU_PLUS:
        raise SortieRefusee(
            f"La note fait {pages} pages{FINE}: une note de synthèse en compte deux au plus. Rien "
            f"n’est sorti, rien n’est perdu. {_quoi_couper(note)}"
        )
    return document


def _document(note: NoteSynthese) -> Document:
    return Document(libelle(GenreDocument.note_synthese), tuple(_blocs(note)))


def _quoi_couper(note: NoteSynthese) -> str:
    """Combien de faits laisser de côté ; s'ils n'y suffisent pas, le texte le plus long."""
    tiennent = _faits_qui_tiennent(note)
    if tiennent is None:
        sections = {
            "les constats": note.constats,
            "l’analyse": note.analyse,
            "les options": note.options,
            "la proposition": (note.proposition,),
        }
        longueurs = {nom: sum(len(t.texte) for t in textes) for nom, textes in sections.items()}
        nom = max(longueurs, key=longueurs.__getitem__)
        return (
            f"Même sans un fait, vos textes débordent{FINE}: raccourcissez {nom}, qui fait "
            f"{nombre(longueurs[nom])} signes."
        )
    trop = len(note.faits) - tiennent
    return (
        f"Elle tiendrait avec {accord(tiennent, 'fait')} sur {nombre(len(note.faits))}{FINE}: "
        f"laissez-en {nombre(trop)} de côté, raccourcissez la période, ou coupez dans l’analyse."
    )


def _faits_qui_tiennent(note: NoteSynthese) -> int | None:
    """Combien de faits tiennent, du premier ; `None` si la note déborde même sans un seul.

    `composer_note` a vu qu'ils ne tiennent pas tous.
    """
    ordonnes = tuple(sans_jour(note.faits))

    def tient(combien: int) -> bool:
        return compter_pages(_document(replace(note, faits=ordonnes[:combien]))) <= PAGES_AU_PLUS

    if not tient(0):
        return None
    tiennent, trop = 0, len(ordonnes)
    while trop - tiennent > 1:
        milieu = (tiennent + trop) // 2
        if tient(milieu):
            tiennent = milieu
        else:
            trop = milieu
    return tiennent


def _blocs(note: NoteSynthese) -> Iterator[Bloc]:
    yield Paragraphe(Mention(libelle(GenreDocument.note_synthese)), Ton.chapeau)
    yield Titre(propre(note.objet.texte), 1)
    yield Paragraphe(Mention(date_en_lettres(note.jour, semaine=False)), Ton.date)
    yield Encadre(Mention("À savoir"), _RAPPEL)
    yield Titre(Mention("Constats"), 2)
    yield Paragraphe(Mention(_effort(note)))
    constats = [*_textes(note.constats), *(_fait(fait, note) for fait in sans_jour(note.faits))]
    if constats:
        yield Liste(tuple(constats))
    if note.ensemble:
        dites = ensemble_en_une_ligne(note.ensemble, "Depuis un an")
        yield Paragraphe(Mention(f"{dites} {majuscule(AU_SECRET)}."))
    yield Titre(Mention("Analyse"), 2)
    for texte in _textes(note.analyse):
        yield Paragraphe(texte)
    yield Titre(Mention("Options"), 2)
    yield Numeros(tuple(_textes(note.options)))
    yield Titre(Mention("Proposition"), 2)
    yield Paragraphe(propre(note.proposition.texte))


def _effort(note: NoteSynthese) -> str:
    tournees = tournees_dites(note.effort) or "aucune tournée enregistrée"
    periode = periode_en_lettres(note.du, note.au)
    faits = accord(len(note.faits), "fait recoupé ou attesté", "faits recoupés ou attestés")
    debut = majuscule(periode)
    return f"{debut}, {tournees}{FINE}; {faits}."


def _fait(fait: FaitRelu, note: NoteSynthese) -> str:
    quoi = " ".join(propre(fait.formulation.texte).split("\n")).rstrip(".")
    quoi = quoi or propre(fait.libelle_type.texte)
    ou = f"{propre(fait.lieu.texte)}, {semaine_en_lettres(fait.semaine, note.jour.year)}"
    return f"{ou}{FINE}: {quoi} ({libelle(fait.attestation)})."


def _textes(textes: Sequence[TexteRelu]) -> list[str]:
    return [propre(texte.texte) for texte in textes if texte.texte.strip()]
