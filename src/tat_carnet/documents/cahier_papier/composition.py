"""Composer le cahier imprimé : chaque semaine, sa présence, puis ses faits dans l'ordre."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tat_carnet.documents.comptes_rendus.faits import (
    chronologie,
    fiche,
    legende,
    phrase_effort,
    phrase_presence,
    refuse_rumeur,
)
from tat_carnet.documents.ensemble import blocs_ensemble
from tat_carnet.documents.interface import (
    Bloc,
    Document,
    Encadre,
    Fiche,
    Mention,
    Paragraphe,
    Titre,
    Ton,
)
from tat_carnet.documents.typographie import (
    FINE,
    date_en_lettres,
    majuscule,
    periode_en_lettres,
    semaine_en_lettres,
)
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.periode import dit_le_mois, semaine_iso
from tat_carnet.domain.relu import CahierPapier, Effort, EffortSemaine, FaitRelu

_RAPPEL: Final = (
    Mention(
        f"Ces feuilles ont été relues pour ne désigner ni personne ni foyer{FINE}; une situation "
        "n’y est rapportée que sur décision de qui les a relues."
    ),
    Mention("Gardez-les sous clé, et détruisez-les quand elles ont servi."),
    Mention("Elles disent ce que nous avons vu, non ce qui existe."),
)
_AU_MOIS: Final = Mention("Faits qui ne disent que leur mois, pour ne désigner personne.")


def composer(cahier: CahierPapier) -> Document:
    """Le document d'un cahier relu ; `SortieRefusee` si un fait est une rumeur ou a été infirmé."""
    return Document(libelle(GenreDocument.cahier_papier), tuple(_blocs(cahier)))


def _blocs(cahier: CahierPapier) -> Iterator[Bloc]:
    for un_fait in cahier.faits:
        refuse_rumeur(un_fait)
    yield Paragraphe(Mention("Cahier de veille"), Ton.chapeau)
    yield Titre(Mention(majuscule(periode_en_lettres(cahier.du, cahier.au))), 1)
    yield Paragraphe(Mention(f"Imprimé le {date_en_lettres(cahier.imprime_le)}"), Ton.date)
    yield Encadre(Mention("Ce que sont ces feuilles"), _RAPPEL)
    total = Effort.somme([semaine.effort for semaine in cahier.semaines])
    yield Titre(Mention("En tout"), 2)
    yield Paragraphe(Mention(f"{_presence(cahier, cahier.faits, total)}."))
    if cahier.faits:
        yield Paragraphe(Mention(legende(cahier.faits)), Ton.doux)
    for semaine in cahier.semaines:
        yield from _semaine(semaine, cahier)
    yield from _mois(cahier)
    yield from blocs_ensemble(cahier.ensemble)


def _mois(cahier: CahierPapier) -> Iterator[Bloc]:
    """Les faits qui ne disent plus leur semaine, mois par mois, après elles."""
    au_mois = [un for un in cahier.faits if dit_le_mois(un.semaine)]
    for code in sorted({un.semaine for un in au_mois}):
        ses_faits = sorted((un for un in au_mois if un.semaine == code), key=chronologie)
        yield Titre(Mention(majuscule(semaine_en_lettres(code, cahier.au.year))), 2)
        yield Paragraphe(_AU_MOIS, Ton.theme)
        for un_fait in ses_faits:
            yield _fiche(un_fait, cahier.au.year)


def _presence(cahier: CahierPapier, faits: Sequence[FaitRelu], effort: Effort) -> str:
    """L'effort et ses faits ; si d'autres se disent ensemble, ni « aucun fait », ni « rien à
    signaler » : une semaine de deux tournées, sans un fait ni un « rien », en aurait caché un.
    """
    if not cahier.ensemble:
        return phrase_effort(faits, effort)
    return phrase_effort(faits, replace(effort, ras=0)) if faits else phrase_presence(effort)


def _semaine(semaine: EffortSemaine, cahier: CahierPapier) -> Iterator[Bloc]:
    code = semaine_iso(semaine.lundi)
    annee = cahier.au.year
    ses_faits = sorted((un for un in cahier.faits if un.semaine == code), key=chronologie)
    yield Titre(Mention(majuscule(semaine_en_lettres(code, annee))), 2)
    yield Paragraphe(Mention(f"{_presence(cahier, ses_faits, semaine.effort)}."), Ton.theme)
    for un_fait in ses_faits:
        yield _fiche(un_fait, annee)


def _fiche(un_fait: FaitRelu, annee: int) -> Fiche:
    """Sa période est celle du titre : seul son moment se dit encore."""
    moment = un_fait.moment
    return replace(fiche(un_fait, annee), quand=Mention(libelle(moment)) if moment else "")
