"""Faire sortir un document : l'écrire, le relire, le mettre à sa place, l'inscrire au journal.

Rien n'est annoncé avant la contre-lecture ; au moindre échec, le fichier écrit est détruit.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

from tat_carnet.documents.contre_lecture import Trouvaille, contre_lire
from tat_carnet.documents.interface import Document, Lettre
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.errors import EcritureImpossible, ErreurConnue, SortieRefusee
from tat_carnet.domain.journal import FormatDocument, LigneJournal
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Signe
from tat_carnet.usecases.relecture.defaut import sortie_sure
from tat_carnet.usecases.relecture.inchange import exiger_inchange, liste_a_contre_lire

INDICES_AU_PLUS: Final = 3
"""Combien d'endroits la phrase d'un refus nomme : assez pour reprendre, pas un inventaire."""

_FINE: Final = "\u202f"
_IMPOSSIBLE: Final = (
    "Impossible d’écrire ici. Rien n’est sorti, rien n’est perdu"
    f"{_FINE}: choisissez un autre dossier, ou vérifiez la place et la clé USB."
)
_EXISTE: Final = (
    "Un fichier porte déjà ce nom"
    f"{_FINE}: il n’a pas été touché. Donnez un autre nom à ce document."
)
_RESTE: Final = (
    f" Attention{_FINE}: le fichier n’a pas pu être détruit. Effacez-le vous-même{_FINE}: "
    f"«{_FINE}{{}}{_FINE}»."
)
_DIFFERE: Final = (
    "Le disque n’a pas rendu ce qui venait d’y être écrit. Rien n’est sorti, rien n’est perdu"
    f"{_FINE}: choisissez un autre dossier."
)


def nom_propose(signe: Signe[Any], format_: FormatDocument) -> str:
    """Un nom neutre, sans lieu ni personne : « compte-rendu-2026-11-21.pdf »."""
    return f"{signe.plan.nom_de_fichier}.{format_.value}"


def chemin_libre(dossier: Path, nom: str) -> Path:
    """Le premier nom libre : « …-2.pdf » si un document du même jour est déjà là."""
    chemin = dossier / nom
    rang = 2
    while chemin.exists():
        chemin = dossier / f"{Path(nom).stem}-{rang}{Path(nom).suffix}"
        rang += 1
    return chemin


def exporter(
    signe: Signe[Any],
    format_: FormatDocument,
    destination: Path,
    *,
    cahier: Cahier,
    maintenant: datetime,
) -> LigneJournal:
    """Écrit `destination` et rend sa ligne de journal ; ou lève, et rien ne reste du fichier.

    `SortieRefusee` : le cahier a changé depuis la relecture (`exiger_inchange`), un terme masqué
    s'y retrouve, le fichier ne se relit pas en entier, ou le programme a un défaut (`sortie_sure`).
    `EcritureImpossible` : dossier absent ou refusé, disque plein, nom déjà pris. Toute erreur du
    cahier est rendue telle quelle. Un fichier existant n'est jamais remplacé.
    """
    exiger_inchange(cahier, signe.lu, signe.document)
    with sortie_sure():
        octets = rendre(signe.document, format_)
    with _fichier_provisoire(destination, octets) as provisoire, sortie_sure():
        relus = _relire(provisoire)
        if relus != octets:
            raise EcritureImpossible(_DIFFERE)
        termes = signe.termes_masques | liste_a_contre_lire(signe.lu, signe.plan.profil)
        _contre_lire(relus, format_, destination.name, signe.document, termes)
        _mettre_en_place(provisoire, destination)
    ligne = LigneJournal(
        le=maintenant,
        genre=signe.plan.genre,
        format=format_,
        destinataire=signe.plan.destinataire,
        empreinte=sha256(octets).hexdigest(),
        faits=signe.references,
    )
    with _detruit_si_echec(destination):
        cahier.append_journal(ligne, signe.sillages)
    return ligne


@contextmanager
def _fichier_provisoire(destination: Path, octets: bytes) -> Iterator[Path]:
    """Un fichier 0600 au nom neutre, à côté de `destination` ; il n'en reste rien à la sortie."""
    if os.path.lexists(destination):
        raise EcritureImpossible(_EXISTE)
    provisoire = destination.with_name(f".{token_hex(8)}.tmp")
    with _detruit_si_echec(provisoire):
        with _disque():
            _ecrire(provisoire, octets)
        yield provisoire


def _ecrire(chemin: Path, octets: bytes) -> None:
    """Écrit un fichier neuf, lisible de son seul propriétaire, jusqu'au disque."""
    descripteur = os.open(chemin, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descripteur, "wb") as fichier:
        fichier.write(octets)
        fichier.flush()
        os.fsync(fichier.fileno())


def _relire(chemin: Path) -> bytes:
    with _disque():
        return chemin.read_bytes()


def _contre_lire(
    octets: bytes,
    format_: FormatDocument,
    nom: str,
    document: Document,
    termes: Collection[str],
) -> None:
    logo = document.logo if isinstance(document, Lettre) else None
    trouvailles = contre_lire(
        octets, format_, termes, nom=nom, mentions=document.mentions(), logo=logo
    )
    if trouvailles:
        raise SortieRefusee(_phrase_refus(trouvailles))


def _phrase_refus(trouvailles: Sequence[Trouvaille]) -> str:
    """Où, et de quel mot il s'agit pour qui connaît le cahier : une initiale, une longueur."""
    indices = list(dict.fromkeys(map(_indice, trouvailles)))
    ou = f"{_FINE}; ".join(indices[:INDICES_AU_PLUS])
    if len(indices) > INDICES_AU_PLUS:
        ou += f"{_FINE}; et {len(indices) - INDICES_AU_PLUS} ailleurs"
    return (
        f"La contre-lecture a retrouvé dans le fichier ce qui devait rester masqué{_FINE}: {ou}. "
        f"Le fichier est détruit, votre cahier est intact{_FINE}: reprenez la relecture de ce "
        "passage, puis recommencez."
    )


def _indice(trouvaille: Trouvaille) -> str:
    terme = trouvaille.terme
    return f"{trouvaille.lieu}, «{_FINE}{terme[0]}…{_FINE}» ({len(terme)} signes)"


def _mettre_en_place(provisoire: Path, destination: Path) -> None:
    """Donne son nom au fichier, sans jamais en remplacer un autre, même apparu entre-temps."""
    with _disque():
        try:
            os.link(provisoire, destination)
        except FileExistsError:
            raise
        except OSError:
            # Une clé USB (FAT) ne connaît pas les liens : renommer, après avoir regardé.
            if os.path.lexists(destination):
                raise FileExistsError from None
            provisoire.rename(destination)
        else:
            with _detruit_si_echec(destination):
                provisoire.unlink()
    _fixer_dossier(destination.parent)


def _fixer_dossier(dossier: Path) -> None:
    """Demande au disque de retenir le nouveau nom ; tous les systèmes ne le permettent pas."""
    with suppress(OSError):
        descripteur = os.open(dossier, os.O_RDONLY)
        try:
            os.fsync(descripteur)
        finally:
            os.close(descripteur)


@contextmanager
def _disque() -> Iterator[None]:
    """Dit en une phrase ce que le disque refuse."""
    try:
        yield
    except FileExistsError as erreur:
        raise EcritureImpossible(_EXISTE) from erreur
    except OSError as erreur:
        raise EcritureImpossible(_IMPOSSIBLE) from erreur


@contextmanager
def _detruit_si_echec(chemin: Path) -> Iterator[None]:
    """Détruit le fichier si la suite lève, quoi que ce soit."""
    try:
        yield
    except BaseException as erreur:
        _detruire(chemin, erreur)
        raise


def _detruire(chemin: Path, erreur: BaseException) -> None:
    """Vide puis efface ; si le disque s'y oppose, la phrase de l'erreur le dit."""
    with suppress(OSError):
        os.truncate(chemin, 0)
    with suppress(OSError):
        chemin.unlink(missing_ok=True)
    if isinstance(erreur, ErreurConnue) and os.path.lexists(chemin):
        erreur.args = (f"{erreur.args[0]}{_RESTE.format(chemin.name)}", *erreur.args[1:])
