"""Composer un compte-rendu : du contenu relu au document, section par section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.documents.comptes_rendus.decisions import (
    blocs_decisions,
    blocs_suivies,
    decisions_aux_habitants,
)
from tat_carnet.documents.comptes_rendus.dementis import blocs_dementis
from tat_carnet.documents.comptes_rendus.faits import blocs_faits
from tat_carnet.documents.comptes_rendus.habitants import faits_aux_habitants
from tat_carnet.documents.ensemble import blocs_ensemble
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
from tat_carnet.documents.typographie import (
    FINE,
    date_en_lettres,
    majuscule,
    periode_en_lettres,
    propre,
)
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import CompteRendu, TexteRelu

_AVIS: Final = {
    False: (
        Mention(
            "Ce compte-rendu a été relu pour ne désigner ni personne ni foyer"
            f"{FINE}; une situation n’y est rapportée que sur décision de qui l’a relu."
        ),
        Mention(
            "Il est remis aux structures présentes, n’alimente aucun fichier et ne circule pas "
            "au-delà sans accord."
        ),
    ),
    True: (
        Mention(
            "Ce compte-rendu parle de lieux et d’usages"
            f"{FINE}; il a été relu pour ne désigner ni personne ni foyer. Ce qui arrive à "
            "quelqu’un ne s’y dit pas, sauf ce qui arrive à beaucoup."
        ),
        Mention("Il s’adresse aux habitants, et n’alimente aucun fichier."),
    ),
}
"""Ce qui est vrai du document, selon qu'il est public ou non."""
_LECTURE: Final = Mention(
    f"Il dit ce que nous avons vu, non ce qui existe{FINE}: un nombre de faits se lit avec le "
    "nombre de tournées."
)

_SANS_ALERTE: Final = "Aucune alerte n’est notée pour cette réunion."


def composer(compte_rendu: CompteRendu) -> Document:
    """Le document d'un compte-rendu relu.

    `SortieRefusee` si un fait est une rumeur ou a été infirmé ; `ValueError` si une semaine est
    mal formée (défaut de notre côté).
    """
    return Document(libelle(GenreDocument.compte_rendu), tuple(_blocs(compte_rendu)))


def _blocs(cr: CompteRendu) -> Iterator[Bloc]:
    yield from _entete(cr)
    yield Encadre(Mention("Rappel de confidentialité"), (*_AVIS[cr.public], _LECTURE))
    yield from _section("Structures présentes", cr.structures)
    yield from _ordre_du_jour(cr.ordre_du_jour)
    yield from _suites(cr)
    blocs = faits_aux_habitants if cr.public else blocs_faits
    yield from blocs(cr.faits, cr.effort, cr.tenue_le.year, cr.a_quelqu_un)
    yield from blocs_ensemble(cr.ensemble)
    yield from blocs_dementis(cr.dementis, cr.tenue_le.year)
    yield from _section("Questions", cr.questions)
    if cr.de_reunion:
        yield from blocs_decisions(cr.decisions)
    yield from _section("Alertes", cr.alertes, _SANS_ALERTE if cr.de_reunion else "")
    if cr.de_reunion:
        yield from _prochaine(cr)


def _entete(cr: CompteRendu) -> Iterator[Bloc]:
    a_qui = " aux habitants" if cr.public else ""
    yield Paragraphe(Mention(f"{libelle(GenreDocument.compte_rendu)}{a_qui}"), Ton.chapeau)
    yield Titre(propre(cr.instance.texte), 1)
    jour = date_en_lettres(cr.tenue_le)
    quand = majuscule(jour) if cr.de_reunion else f"Écrit le {jour}"
    yield Paragraphe(Mention(quand), Ton.date)
    lieu = propre(cr.lieu.texte) if cr.lieu is not None else ""
    if lieu:
        yield Paragraphe(lieu, Ton.chapeau)
    yield Paragraphe(Mention(f"Faits relevés {periode_en_lettres(cr.du, cr.au)}"), Ton.chapeau)


def _ordre_du_jour(points: Sequence[TexteRelu]) -> Iterator[Bloc]:
    elements = tuple(filter(None, (propre(point.texte) for point in points)))
    if elements:
        yield Titre(Mention("Ordre du jour"), 2)
        yield Numeros(elements)


def _suites(cr: CompteRendu) -> Iterator[Bloc]:
    titre = "Suites des décisions" if cr.de_reunion else "Décisions de la période"
    depuis = "Suites depuis la dernière réunion" if cr.de_reunion else "Suites"
    yield from _section(depuis, cr.suites)
    if cr.public:
        yield from decisions_aux_habitants(cr.suivies)
    else:
        yield from blocs_suivies(cr.suivies, titre, cr.tenue_le.year, datees=not cr.de_reunion)


def _section(titre: str, textes: Sequence[TexteRelu], si_vide: str = "") -> Iterator[Bloc]:
    """Un titre et une liste ; vide, la section dit `si_vide`, ou s'efface si rien n'est à dire."""
    elements = tuple(filter(None, (propre(texte.texte) for texte in textes)))
    if not elements and not si_vide:
        return
    yield Titre(Mention(titre), 2)
    yield Liste(elements) if elements else Paragraphe(Mention(si_vide))


def _prochaine(cr: CompteRendu) -> Iterator[Bloc]:
    yield Titre(Mention("Prochaine réunion"), 2)
    if cr.prochaine_date is None:
        yield Paragraphe(Mention("La date de la prochaine réunion reste à fixer."))
    else:
        yield Paragraphe(Mention(f"{majuscule(date_en_lettres(cr.prochaine_date))}."))
