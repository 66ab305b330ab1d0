"""Relire un fichier écrit, comme le ferait qui le reçoit, et y chercher ce qui devait rester."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tat_carnet.documents.contre_lecture import lecture_csv, lecture_texte
from tat_carnet.documents.contre_lecture.mots import Illisible, Passage
from tat_carnet.documents.contre_lecture.termes import Recherche, Trouvaille
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import FormatDocument
from tat_carnet.domain.logo import Logo


def contre_lire(
    octets: bytes,
    format_: FormatDocument,
    termes: Collection[str],
    *,
    nom: str,
    mentions: Collection[str] = (),
    logo: Logo | None = None,
) -> tuple[Trouvaille, ...]:
    """Chaque terme retrouvé dans les octets d'un fichier, ou dans son nom `nom`.

    `mentions` : textes que l'application a écrits d'elle-même, où l'on ne cherche pas. `logo` : la
    seule image permise. Un fichier
    qu'on ne sait pas lire en entier est refusé : `SortieRefusee`.
    """
    recherche = Recherche(termes, mentions)
    flux = [(Passage("nom du fichier", nom),), *_lire(octets, format_, logo)]
    return tuple(trouvaille for suite in flux for trouvaille in recherche.trouvailles(suite))


def _lire(octets: bytes, format_: FormatDocument, logo: Logo | None) -> list[tuple[Passage, ...]]:
    try:
        return list(_lecture(octets, format_, logo))
    except Illisible as raison:
        raise _refus(f"{raison}") from None
    except Exception as defaut:
        # Un fichier abîmé fait lever n'importe quoi aux lecteurs : ne pas lire, c'est refuser.
        raise _refus("il est abîmé") from defaut


def _lecture(
    octets: bytes, format_: FormatDocument, logo: Logo | None
) -> Iterator[tuple[Passage, ...]]:
    """Le lecteur du format ; sa bibliothèque ne se charge qu'au premier export."""
    if format_ is FormatDocument.pdf:
        from tat_carnet.documents.contre_lecture import lecture_pdf

        return lecture_pdf.lire(octets, logo)
    if format_ is FormatDocument.csv:
        return lecture_csv.lire(octets)
    if format_ is FormatDocument.vcf:
        return lecture_texte.lire(octets)
    from tat_carnet.documents.contre_lecture import lecture_odt

    return lecture_odt.lire(octets, logo)


def _refus(raison: str) -> SortieRefusee:
    return SortieRefusee(
        f"La contre-lecture n’a pas su lire le fichier en entier\u202f: {raison}. Rien n’est "
        "sorti, rien n’est perdu\u202f: recommencez, ou choisissez l’autre format."
    )
