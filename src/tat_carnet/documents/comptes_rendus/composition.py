"""Composer un compte-rendu : du contenu relu au document, section par section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.documents.comptes_rendus.dementis import blocs_dementis
from tat_carnet.documents.comptes_rendus.faits import blocs_faits
from tat_carnet.documents.interface import (
    Bloc,
    Document,
    Encadre,
    Liste,
    Mention,
    Paragraphe,
    Tableau,
    Titre,
    Ton,
)
from tat_carnet.documents.typographie import (
    FINE,
    date_en_lettres,
    majuscule,
    periode_en_lettres,
    propre,
)
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import CompteRendu, Decision, TexteRelu

_CONFIDENTIALITE: Final = (
    Mention(
        "Ce compte-rendu décrit des lieux et des usages"
        f"{FINE}; il ne vise aucune personne ni aucun foyer."
    ),
    Mention(
        "Il est remis aux structures présentes, n’alimente aucun fichier et ne circule pas "
        "au-delà sans accord."
    ),
    Mention(
        f"Il dit ce que nous avons vu, non ce qui existe{FINE}: un nombre de faits se lit avec le "
        "nombre de tournées."
    ),
)


def composer(compte_rendu: CompteRendu) -> Document:
    """Le document d'un compte-rendu relu.

    `SortieRefusee` si un fait est une rumeur ou a été infirmé ; `ValueError` si une semaine est
    mal formée (défaut de notre côté).
    """
    return Document(libelle(GenreDocument.compte_rendu), tuple(_blocs(compte_rendu)))


def _blocs(cr: CompteRendu) -> Iterator[Bloc]:
    yield Paragraphe(Mention(libelle(GenreDocument.compte_rendu)), Ton.chapeau)
    yield Titre(propre(cr.instance.texte), 1)
    yield Paragraphe(Mention(majuscule(date_en_lettres(cr.tenue_le))), Ton.date)
    yield Paragraphe(Mention(f"Faits relevés {periode_en_lettres(cr.du, cr.au)}"), Ton.chapeau)
    yield Encadre(Mention("Rappel de confidentialité"), _CONFIDENTIALITE)
    yield from _section("Structures présentes", cr.structures)
    yield from _section("Suites depuis la dernière réunion", cr.suites)
    yield from blocs_faits(cr.faits, cr.effort, cr.tenue_le.year)
    yield from blocs_dementis(cr.dementis, cr.tenue_le.year)
    yield from _section("Questions", cr.questions)
    yield from _decisions(cr.decisions)
    yield from _section("Alertes", cr.alertes, "Aucune alerte n’est notée pour cette réunion.")
    yield from _prochaine(cr)


def _section(titre: str, textes: Sequence[TexteRelu], si_vide: str = "") -> Iterator[Bloc]:
    """Un titre et une liste ; vide, la section dit `si_vide`, ou s'efface si rien n'est à dire."""
    elements = tuple(filter(None, (propre(texte.texte) for texte in textes)))
    if not elements and not si_vide:
        return
    yield Titre(Mention(titre), 2)
    yield Liste(elements) if elements else Paragraphe(Mention(si_vide))


def _decisions(decisions: Sequence[Decision]) -> Iterator[Bloc]:
    yield Titre(Mention("Décisions"), 2)
    if not decisions:
        yield Paragraphe(Mention("Aucune décision n’est notée pour cette réunion."))
        return
    entetes = tuple(map(Mention, ("Quoi", "Structure", "Échéance", "Niveau")))
    yield Tableau(entetes, tuple(map(_ligne, decisions)), (43, 23, 21, 13))


def _ligne(decision: Decision) -> tuple[str, ...]:
    echeance = decision.echeance
    return (
        propre(decision.quoi.texte),
        propre(decision.structure.texte) or Mention("à préciser"),
        Mention(date_en_lettres(echeance, semaine=False) if echeance else "à fixer"),
        Mention(libelle(decision.niveau)),
    )


def _prochaine(cr: CompteRendu) -> Iterator[Bloc]:
    yield Titre(Mention("Prochaine réunion"), 2)
    if cr.prochaine_date is None:
        yield Paragraphe(Mention("La date de la prochaine réunion reste à fixer."))
    else:
        yield Paragraphe(Mention(f"{majuscule(date_en_lettres(cr.prochaine_date))}."))
