"""Les sauvegardes : des cahiers entiers, relus avant d'en remplacer de plus anciens.

Une sauvegarde est un dossier de cahier, clés comprises, que la phrase de son jour ouvre. Elle
porte en plus l'empreinte de sa base : on la sait intacte sans phrase.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from tat_carnet.domain.errors import CahierIllisible, EcritureImpossible
from tat_carnet.store.atomic import create_private, new_folder, write_atomic
from tat_carnet.store.cles import DataKey
from tat_carnet.store.failures import known_failures
from tat_carnet.store.keyring import Keyring, read_copies, write_copies
from tat_carnet.store.layout import BACKUPS, DATABASE, KEYRINGS, LOCK, SEAL, SUFFIX, has_journal
from tat_carnet.store.opening import open_base, state_of
from tat_carnet.store.renewal import copy_database
from tat_carnet.store.seal import write_seal
from tat_carnet.store.verification import check_database

_DIGEST: Final = "empreinte.json"
_NAME: Final = "%Y-%m-%dT%H-%M-%S"

Period = Callable[[datetime], tuple[int, ...]]
_PERIODS: Final[tuple[tuple[int, Period], ...]] = (
    (7, lambda moment: (moment.year, moment.month, moment.day)),
    (4, lambda moment: tuple(moment.isocalendar()[:2])),
    (12, lambda moment: (moment.year, moment.month)),
)


@dataclass(frozen=True, slots=True)
class Sauvegarde:
    """Une sauvegarde trouvée ; `intacte` : sa base est, à l'octet près, celle qu'on a relue.

    `cahier` et `keyring` disent de quel cahier, et quelle phrase l'ouvre ; vides si ses clés sont
    illisibles.
    """

    path: Path
    faite_le: datetime
    intacte: bool
    keyring: Keyring | None

    @property
    def cahier(self) -> str:
        """L'identifiant du cahier sauvegardé."""
        return self.keyring.cahier_id if self.keyring else ""


def kept(moments: Collection[datetime]) -> set[datetime]:
    """Les moments à garder : le dernier de 7 jours, de 4 semaines et de 12 mois."""
    chosen: set[datetime] = set()
    for count, period in _PERIODS:
        newest = {period(moment): moment for moment in sorted(moments)}
        chosen.update(newest[key] for key in sorted(newest)[-count:])
    return chosen


def list_backups(folder: Path) -> list[Sauvegarde]:
    """Les sauvegardes de `folder`, la plus récente d'abord, sans phrase. Lit chaque base."""
    found = [
        Sauvegarde(path, faite_le, _intact(path), _keyring(path))
        for path in folder.glob(f"[0-9]*{SUFFIX}")
        if (faite_le := _moment(path)) is not None
    ]
    return sorted(found, key=lambda backup: backup.faite_le, reverse=True)


def free_moment(folder: Path, moment: datetime) -> datetime:
    """`moment`, ou la première seconde d'après qui ne nomme encore aucune sauvegarde."""
    while (folder / (moment.strftime(_NAME) + SUFFIX)).exists():
        moment += timedelta(seconds=1)
    return moment


def make_backup(
    source: Path,
    key: DataKey,
    keyring: Keyring,
    folder: Path,
    now: datetime,
    cancelled: Callable[[], bool],
) -> Path:
    """Copie le cahier `source` dans `folder`, relit la copie, puis fait tourner les anciennes.

    La copie passe par sa propre connexion : le cahier reste utilisable, d'un autre fil. Rend le
    dossier de la sauvegarde. `EcritureImpossible` si le disque refuse ou si `cancelled` devient
    vrai, `CahierIllisible` si la copie ne se relit pas : rien n'est alors retiré.
    """
    path = folder / (now.strftime(_NAME) + SUFFIX)
    with known_failures():
        with new_folder(path) as draft:
            _copy_database(source, draft, key, cancelled)
            _stop_if(cancelled())
            _complete(draft, key, keyring)
            _stop_if(cancelled())
        rotate(folder, keyring.cahier_id, path)
    return path


def _stop_if(locked: bool) -> None:
    if locked:
        raise EcritureImpossible(
            "Le verrouillage a interrompu la sauvegarde. Rien n’est perdu : "
            "elle sera refaite à la prochaine ouverture."
        )


def _copy_database(source: Path, draft: Path, key: DataKey, cancelled: Callable[[], bool]) -> None:
    copy_database(source / DATABASE, key, draft / DATABASE, key, lambda *_: _stop_if(cancelled()))


def _complete(draft: Path, key: DataKey, keyring: Keyring) -> None:
    """Relit la copie de bout en bout, puis y joint clés, sceau et empreinte."""
    with closing(open_base(draft / DATABASE, key, keyring.cahier_id)) as base:
        check_database(base)
        state = state_of(base, keyring.cahier_id)
    if has_journal(draft / DATABASE):
        raise EcritureImpossible(
            "La sauvegarde n’a pas pu être achevée. Rien n’est perdu : réessayez."
        )
    create_private(draft / LOCK)
    write_copies(draft, keyring)
    write_seal(draft, state, key)
    write_atomic(draft / _DIGEST, json.dumps({"sha256": _sha256(draft)}).encode() + b"\n")


def rotate(folder: Path, cahier_id: str, made: Path | None = None) -> None:
    """Retire les sauvegardes de ce cahier que d'autres, intactes, remplacent. Garde `made`.

    Une sauvegarde abîmée ne remplace personne et n'est pas retirée : elle est signalée. Celle
    qu'on retire change d'abord de nom : coupée à mi-chemin, elle passerait pour abîmée.
    """
    removed = f".retiree-{cahier_id}-"
    intact = [
        backup for backup in list_backups(folder) if backup.intacte and backup.cahier == cahier_id
    ]
    keep = kept([backup.faite_le for backup in intact])
    for backup in intact:
        if backup.faite_le not in keep and backup.path != made:  # l'horloge a pu reculer
            backup.path.rename(folder / (removed + backup.path.name))
    for path in folder.glob(removed + "*"):
        shutil.rmtree(path)


def restore(backup: Path, destination: Path) -> None:
    """Copie une sauvegarde vers un nouveau dossier de cahier, que la phrase de son jour ouvre.

    Jamais par-dessus : `EcritureImpossible` si `destination` existe. `CahierIllisible` si la
    sauvegarde n'est plus celle qui a été relue.
    """
    with known_failures(), new_folder(destination) as draft:
        if not _intact(backup):
            raise CahierIllisible(
                "Cette sauvegarde est abîmée ou absente. Rien n’a été changé. "
                "Choisissez la précédente."
            )
        for name in (DATABASE, *KEYRINGS, SEAL):
            if (backup / name).is_file():
                create_private(draft / name, (backup / name).read_bytes())
        create_private(draft / LOCK)
        (draft / BACKUPS).mkdir(mode=0o700)


def _moment(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem, _NAME)
    except ValueError:
        return None


def _keyring(path: Path) -> Keyring | None:
    try:
        return read_copies(path)[0]
    except CahierIllisible:
        return None


def _sha256(folder: Path) -> str:
    with (folder / DATABASE).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _intact(path: Path) -> bool:
    try:
        content = json.loads((path / _DIGEST).read_bytes())
        return bool(content["sha256"] == _sha256(path))
    except (OSError, ValueError, KeyError, TypeError):
        return False
