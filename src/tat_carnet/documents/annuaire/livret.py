"""Le livret de l'annuaire : par nature de structure, ce qu'il faut pour orienter quelqu'un."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

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
from tat_carnet.documents.typographie import (
    FINE,
    INSECABLE,
    accord,
    date_en_lettres,
    lignes,
    majuscule,
    mois_en_lettres,
    propre,
)
from tat_carnet.domain.annuaire_relu import StructureRelue
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import TexteRelu
from tat_carnet.domain.vocabulaire import TypePartenaire

_RAPPEL: Final = (
    Mention("Ce livret nomme des structures et des fonctions, jamais des personnes."),
    Mention(f"Urgence vitale{FINE}: 15 ou 112, 114 par message. Enfant en danger{FINE}: 119."),
)


def composer_livret(structures: Sequence[StructureRelue], jour: date) -> Document:
    """Le livret, dans l'ordre des natures puis des noms ; `jour` est celui de l'impression."""
    return Document(libelle(GenreDocument.livret), tuple(_blocs(structures, jour)))


def _blocs(structures: Sequence[StructureRelue], jour: date) -> Iterator[Bloc]:
    yield Titre(Mention("Qui peut aider, et comment"), 1)
    compte = accord(len(structures), "structure")
    yield Paragraphe(Mention(f"{compte}, le {date_en_lettres(jour, semaine=False)}"), Ton.chapeau)
    yield Encadre(Mention("À savoir"), _RAPPEL)
    for nature in TypePartenaire:
        siennes = [structure for structure in structures if structure.type is nature]
        if siennes:
            yield Titre(Mention(majuscule(libelle(nature))), 2)
            for structure in siennes:
                yield from _structure(structure)


def _structure(structure: StructureRelue) -> Iterator[Bloc]:
    yield Titre(propre(structure.nom.texte), 3)
    rien = "fiche à vérifier avant de s’y fier"
    le = structure.verifie_le
    vu = rien if le is None or structure.a_verifier else f"vérifié en {mois_en_lettres(le)}"
    yield Paragraphe(Mention(vu), Ton.theme)
    elements = tuple(_elements(structure))
    if elements:
        yield Liste(elements)


def _elements(structure: StructureRelue) -> Iterator[str]:
    for nom, texte in (
        ("À joindre", structure.fonction),
        ("Téléphone", structure.telephone),
        ("Courriel", structure.courriel),
        ("Où", structure.adresse),
        ("Territoire", structure.territoire),
        ("Horaires", structure.horaires),
        ("Conditions", structure.conditions),
        ("Ce qu’on peut en attendre", structure.attentes),
        ("Limites", structure.limites),
    ):
        if texte.texte.strip():
            yield _nomme(nom, texte)
    for nom, codes in (("Sait agir sur", structure.competences), ("Publics", structure.publics)):
        if codes:
            liste = ", ".join(libelle(code).lower() for code in codes)
            yield Mention(f"{nom}{FINE}:{INSECABLE}{liste}")


def _nomme(nom: str, texte: TexteRelu) -> str:
    return f"{majuscule(nom)}{FINE}:{INSECABLE}{', '.join(lignes(texte.texte))}"
