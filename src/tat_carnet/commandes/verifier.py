"""`tat-carnet verifier` : tout relire, dire chaque chose à part, ne rien montrer du contenu."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tat_carnet.commandes.parole import dire, dire_erreur
from tat_carnet.commandes.secret import key_of
from tat_carnet.documents.typographie import accord, date_en_lettres
from tat_carnet.domain.errors import CahierIllisible
from tat_carnet.store.cahier import unlock
from tat_carnet.store.keyring import MAX_BYTES, DamagedCopy, parse
from tat_carnet.store.layout import BACKUPS, KEYRINGS, SEAL, check_folder
from tat_carnet.store.sauvegardes import list_backups
from tat_carnet.store.seal import read_seal

_DAMAGED_BACKUP: Final = "est abîmée : elle n’en remplace aucune autre. Gardez les précédentes."


def verifier(cahier: Path, secret: str) -> bool:
    """Dit l'état du cahier `cahier`, ligne à ligne ; faux s'il y a un problème.

    Une base abîmée n'empêche pas de dire l'état des sauvegardes. `PhraseErronee`,
    `CahierDejaOuvert`, `CahierPlusRecent` et `EcritureImpossible` empêchent tout, et sont levées.
    """
    check_is_cahier(cahier)
    results = [_keys(cahier), _base(cahier, secret), _backups(cahier)]
    if all(results):
        dire("Tout est en ordre.")
    return all(results)


def check_is_cahier(cahier: Path) -> None:
    """`CahierIllisible` si ce dossier n'a rien d'un cahier ; une base abîmée, elle, passe."""
    if not any((cahier / name).exists() for name in (*KEYRINGS, BACKUPS, SEAL)):
        check_folder(cahier)


def _keys(cahier: Path) -> bool:
    damaged = sum(not _whole_copy(cahier / name) for name in KEYRINGS)
    if damaged == 0:
        dire("Clés : les deux copies sont entières, avec leurs deux fentes.")
    elif damaged == 1:
        dire_erreur("Clés : une des deux copies était abîmée. L’autre suffit à la refaire.")
    else:
        dire_erreur("Clés : les deux copies sont abîmées ou absentes.")
    return damaged == 0


def _whole_copy(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            parse(file.read(MAX_BYTES))
    except (OSError, DamagedCopy, CahierIllisible):
        return False
    return True


def _base(cahier: Path, secret: str) -> bool:
    """Le sceau puis la base : un cahier revenu en arrière ne s'ouvre pas, on ne le scelle pas."""
    try:
        key = key_of(cahier, secret)
        sealed = read_seal(cahier, key) is not None
        key.wipe()
        with unlock(cahier, secret) as opened:
            opened.verify()
    except CahierIllisible as error:
        dire_erreur(f"Base : {error.phrase}")
        return False
    if sealed:
        dire("Compteur : le cahier est bien celui que vous aviez fermé.")
    else:
        dire_erreur(
            "Compteur : le sceau manquait ou était abîmé. On ne peut pas savoir si le cahier est "
            "revenu en arrière ; un sceau neuf vient d’être posé."
        )
    dire("Base : chaque page, chaque ligne et l’index de recherche sont entiers.")
    return sealed


def _backups(cahier: Path) -> bool:
    found = list_backups(cahier / BACKUPS)
    for backup in found:
        if not backup.intacte:
            dire_erreur(f"Sauvegardes : « {backup.path.name} » {_DAMAGED_BACKUP}")
    intact = [backup for backup in found if backup.intacte]
    if intact:
        newest = date_en_lettres(intact[0].faite_le.date())
        count = accord(len(intact), "intacte")
        dire(f"Sauvegardes : {count} ; la plus récente est du {newest}.")
    else:
        dire("Sauvegardes : aucune n’est gardée avec ce cahier.")
    return len(intact) == len(found)
