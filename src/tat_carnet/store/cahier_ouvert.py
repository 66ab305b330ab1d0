"""Le cahier ouvert : une base, sa clé, son verrou, et un seul propriétaire pour les trois."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import sqlcipher3

from tat_carnet.domain.errors import CahierIllisible, EcritureImpossible, ErreurConnue
from tat_carnet.store import code_secours as codes
from tat_carnet.store.annuaire import Annuaire
from tat_carnet.store.attestations import Attestations
from tat_carnet.store.base import Base
from tat_carnet.store.brouillons import Brouillons
from tat_carnet.store.cles import PHRASE, SECOURS, DataKey
from tat_carnet.store.conservation import Conservation
from tat_carnet.store.contenu import empreinte
from tat_carnet.store.corbeille import Corbeille
from tat_carnet.store.courriers import Courriers
from tat_carnet.store.echeances import Echeances
from tat_carnet.store.failures import known_failures
from tat_carnet.store.faits import Faits
from tat_carnet.store.filtres import Filtres
from tat_carnet.store.frises import Frises
from tat_carnet.store.imports import Imports
from tat_carnet.store.journal import Journal
from tat_carnet.store.keyring import Keyring, write_copies
from tat_carnet.store.layout import BACKUPS, DATABASE
from tat_carnet.store.lock import WriterLock
from tat_carnet.store.masquage import Masquage
from tat_carnet.store.opening import open_base
from tat_carnet.store.orthographe import Orthographe
from tat_carnet.store.plans import Plans
from tat_carnet.store.purge import Purge
from tat_carnet.store.reglages import Reglages
from tat_carnet.store.relectures import Relectures
from tat_carnet.store.renewal import (
    Step,
    abandon_renewal,
    commit_renewal,
    prepare_renewal,
    renewed,
    rewrapped,
)
from tat_carnet.store.reunions import Reunions
from tat_carnet.store.sauvegardes import Sauvegarde, list_backups, make_backup
from tat_carnet.store.seal import check_rows, read_state, write_seal
from tat_carnet.store.sites import Sites
from tat_carnet.store.situations import Situations
from tat_carnet.store.tournees import Tournees
from tat_carnet.store.trouvailles import Trouvailles
from tat_carnet.store.unlocking import keys_of
from tat_carnet.store.verification import check_database

_RENEWAL_STOPPED: Final = (
    "Le renouvellement de la clé est arrêté. Rien n’a changé : la phrase et le code d’avant "
    "ouvrent toujours ce cahier, et la fiche d’avant reste la bonne."
)
_RENEWAL_OUTRUN: Final = (
    "Quelque chose s’est écrit pendant le rechiffrement : la clé n’est pas renouvelée. Rien n’est "
    "perdu, la phrase et le code d’avant ouvrent toujours. Recommencez."
)


class CahierOuvert(
    Annuaire,
    Attestations,
    Brouillons,
    Conservation,
    Corbeille,
    Courriers,
    Echeances,
    Faits,
    Filtres,
    Frises,
    Journal,
    Masquage,
    Orthographe,
    Plans,
    Imports,
    Purge,
    Reglages,
    Relectures,
    Reunions,
    Sites,
    Situations,
    Tournees,
    Trouvailles,
):
    """Un cahier déverrouillé : tient la connexion, la clé et le verrou jusqu'à `close`.

    Répond à `usecases.ports.Cahier`. Sert dans un fil à la fois ; `close` et `backup` peuvent
    venir d'un autre.
    """

    def __init__(
        self, path: Path, base: Base, key: DataKey, lock: WriterLock, keyring: Keyring
    ) -> None:
        super().__init__(base)
        self.path = path
        self._key, self._lock, self._keyring = key, lock, keyring

    @property
    def demonstration(self) -> bool:
        """Vrai pour un cahier fictif, sans fente, détruit à sa fermeture."""
        return not self._keyring.slots

    def close(self) -> None:
        """Scelle, ferme la base, efface la clé, rend le verrou. Sans effet la seconde fois.

        Rien ne l'empêche : la requête en cours d'un autre fil est interrompue ; un disque qui
        refuse le sceau laisse l'ancien, qui reste valable.
        """
        with self._base.seized():
            try:
                with suppress(ErreurConnue, OSError, sqlcipher3.ProgrammingError):
                    state = read_state(self._base)
                    self._base.close()
                    if state is not None:
                        write_seal(self.path, state, self._key)
            finally:
                self._base.close()
                self._key.wipe()
                self._lock.release()
        if self.demonstration:
            shutil.rmtree(self.path, ignore_errors=True)

    def check_content(self) -> None:
        """Relit toutes les lignes ; `CahierRevenuEnArriere` si l'une est revenue en arrière.

        À lancer en fond après l'ouverture, qui ne contrôle que l'essentiel : 0,15 s pour 100 000.
        """
        check_rows(self._base)

    def verify(self) -> None:
        """Relit tout, pages et index compris ; `CahierIllisible` au premier défaut. En fond."""
        check_database(self._base)

    def empreinte_du_contenu(self) -> str:
        """L'empreinte de tout ce qui est noté, toutes tables comprises. En fond."""
        return empreinte(self._base)

    def backup(self, now: datetime, folder: Path | None = None) -> Path:
        """Fait une sauvegarde vérifiée, dans `folder` ou celui du cahier, et rend son dossier.

        `EcritureImpossible` si le disque refuse ou si le cahier se verrouille entre-temps.
        """
        folder = folder or self.path / BACKUPS
        key = DataKey(self._key.raw)  # la sienne : verrouiller efface l'autre, d'un autre fil
        try:
            return make_backup(self.path, key, self._keyring, folder, now, self._closed)
        finally:
            key.wipe()

    def recognises(self, secret: str) -> bool:
        """Vrai si `secret` ouvre ce cahier : à demander avant de le changer. Une seconde."""
        return any(True for _ in keys_of(self._keyring, secret))

    def change_phrase(self, phrase: str) -> None:
        """Remballe la clé sous une autre phrase ; la base n'est pas touchée.

        L'ancienne phrase ouvre encore les sauvegardes d'avant, et toute copie du trousseau d'avant.
        `EcritureImpossible` si le disque refuse : l'ancienne phrase ouvre toujours.
        """
        self._rewrap(PHRASE, phrase)

    def change_code_secours(self, code: str) -> None:
        """Remballe la clé sous un autre code de secours ; `CodeSecoursInvalide` s'il est faux."""
        self._rewrap(SECOURS, codes.normalise(code))

    def _rewrap(self, name: str, secret: str) -> None:
        keyring = rewrapped(self._keyring, self._key, name, secret)
        with known_failures():
            write_copies(self.path, keyring)
        self._keyring = keyring

    def renew_key(
        self,
        phrase: str,
        code: str,
        progress: Step = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Rechiffre tout sous une clé neuve : une copie volée et l'ancienne phrase n'ouvrent plus.

        Relit la base rechiffrée avant de remplacer l'ancienne ; quelques secondes, que `progress`
        suit de 0 à 1. Les sauvegardes d'avant gardent leur phrase et leur clé.
        `EcritureImpossible` si le disque refuse, si `cancelled` devient vrai ou si le cahier se
        verrouille avant l'échange, `CodeSecoursInvalide` si le code est faux : le cahier s'ouvre
        alors comme avant. Supporte que le cahier se ferme d'un autre fil.
        """
        secrets = {PHRASE: phrase, SECOURS: codes.normalise(code)}
        former, key = DataKey(self._key.raw), DataKey.draw()

        def step(done: float) -> None:
            if cancelled() or self._key.wiped:
                raise EcritureImpossible(_RENEWAL_STOPPED)
            progress(done)

        try:
            with known_failures():
                written = self._base.changes
                keyring = renewed(self._keyring, former, key, secrets, step)
                prepare_renewal(self.path, former, key, keyring.cahier_id, step)
                self._swap(key, keyring, written, step)
        except BaseException:
            with suppress(OSError):
                abandon_renewal(self.path)
            step(0.0)  # coupé au milieu d'une requête : c'est cela qu'il faut dire
            raise
        finally:
            former.wipe()
            if key is not self._key:
                key.wipe()

    def _swap(self, key: DataKey, keyring: Keyring, written: int, step: Step) -> None:
        """Échange les bases ; tenue jusqu'au bout, car verrouiller à mi-chemin en laisserait une
        ouverte."""
        with self._base.seized():
            step(1.0)
            if self._base.changes != written:
                raise EcritureImpossible(_RENEWAL_OUTRUN)
            self._base.close()
            try:
                commit_renewal(self.path, keyring)
            finally:
                self._reopen(key, keyring)

    def _reopen(self, key: DataKey, keyring: Keyring) -> None:
        """Rouvre la base en place, sous la nouvelle clé ou, si elle n'a pas changé, l'ancienne."""
        try:
            self._base = open_base(self.path / DATABASE, key, keyring.cahier_id)
        except CahierIllisible:
            self._base = open_base(self.path / DATABASE, self._key, keyring.cahier_id)
            return
        self._key.wipe()
        self._key, self._keyring = key, keyring

    def backups(self, folder: Path | None = None) -> list[Sauvegarde]:
        """Les sauvegardes de ce cahier dans `folder` (ou le sien), la plus récente d'abord."""
        found = list_backups(folder or self.path / BACKUPS)
        return [backup for backup in found if backup.cahier == self._keyring.cahier_id]

    def _closed(self) -> bool:
        return self._key.wiped

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
