"""Un bureau pour les essais : logind et l'économiseur d'écran, sur un bus à soi ou imité."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCall,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)

LOGIND = "/org/freedesktop/login1"
SESSION = f"{LOGIND}/session/_3fictive"
numeros = count()


PROPRIETES: dict[str, bool] = {"Active": True, "LockedHint": False}
"""Ce que la session dit d'elle-même quand rien ne se passe."""


class Delais:
    """Les délais demandés avant la veille : tenus tant qu'un descripteur reste ouvert ailleurs."""

    def __init__(self) -> None:
        self.demandes: list[list[str]] = []
        self._lecture: list[int] = []

    def donne(self, demande: list[str]) -> QDBusUnixFileDescriptor:
        """Un descripteur neuf ; le nôtre est fermé dès qu'il est copié."""
        self.demandes.append(demande)
        lecture, ecriture = os.pipe()
        os.set_blocking(lecture, False)
        self._lecture.append(lecture)
        descripteur = QDBusUnixFileDescriptor(ecriture)
        os.close(ecriture)
        return descripteur

    @property
    def tenus(self) -> int:
        """Combien la machine en attend encore."""
        return sum(not self._rendu(lecture) for lecture in self._lecture)

    @staticmethod
    def _rendu(lecture: int) -> bool:
        with suppress(BlockingIOError):
            return os.read(lecture, 1) == b""
        return False

    def ferme(self) -> None:
        for lecture in self._lecture:
            os.close(lecture)


def signal(path: str, interface: str, member: str, *arguments: Any) -> QDBusMessage:
    """Un signal comme le bureau les envoie."""
    message = QDBusMessage.createSignal(path, interface, member)
    message.setArguments(list(arguments))
    return message


class BusImite:
    """Le peu de `QDBusConnection` dont l'application se sert, sans démon."""

    def __init__(self, *, logind: bool = True) -> None:
        self.delais = Delais()
        self.proprietes = dict(PROPRIETES)
        self._logind = logind
        self._ecoutes: list[tuple[str, str, str, Any]] = []

    @property
    def connexion(self) -> Any:
        return self

    def connect(
        self, _service: str, path: str, interface: str, member: str, receiver: QObject, slot: str
    ) -> bool:
        name = slot.lstrip("1").partition("(")[0]
        self._ecoutes.append((path, interface, member, getattr(receiver, name)))
        return True

    def asyncCall(self, message: QDBusMessage) -> QDBusPendingCall:
        if not self._logind:
            erreur = message.createErrorReply("org.freedesktop.DBus.Error.ServiceUnknown", "absent")
            return QDBusPendingCall.fromCompletedCall(erreur)
        return QDBusPendingCall.fromCompletedCall(reponse(message, self.delais, self.proprietes))

    def envoie(self, message: QDBusMessage) -> None:
        for path, interface, member, slot in self._ecoutes:
            attendu = (path or message.path(), interface, member)
            if attendu == (message.path(), message.interface(), message.member()):
                slot(message)


def reponse(message: QDBusMessage, delais: Delais, proprietes: dict[str, bool]) -> QDBusMessage:
    """Ce que logind répond aux demandes de l'application."""
    answer = message.createReply()
    if message.member() == "Inhibit":
        answer.setArguments([delais.donne(message.arguments())])
    elif message.member() == "Get":
        answer.setArguments([QDBusVariant(proprietes[message.arguments()[1]])])
    else:
        answer.setArguments([QDBusObjectPath(SESSION)])
    return answer


class FauxLogind(QDBusVirtualObject):
    """Logind, tel que l'application le voit, sur un vrai bus."""

    def __init__(self, delais: Delais, proprietes: dict[str, bool]) -> None:
        super().__init__()
        self._delais, self._proprietes = delais, proprietes

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        return bool(connection.send(reponse(message, self._delais, self._proprietes)))


class BusPrive:
    """Un vrai `dbus-daemon`, pour cet essai seul ; logind y répond s'il est demandé."""

    def __init__(self, address: str, *, logind: bool = True) -> None:
        self.delais = Delais()
        self.proprietes = dict(PROPRIETES)
        self.address = address
        self._noms = (f"bureau-{next(numeros)}", f"carnet-{next(numeros)}")
        self._bureau = QDBusConnection.connectToBus(address, self._noms[0])
        self._logind = FauxLogind(self.delais, self.proprietes)
        if logind:
            self._bureau.registerService("org.freedesktop.login1")
            tout = QDBusConnection.VirtualObjectRegisterOption.SubPath
            self._bureau.registerVirtualObject(LOGIND, self._logind, tout)

    @property
    def connexion(self) -> QDBusConnection:
        return QDBusConnection.connectToBus(self.address, self._noms[1])

    def envoie(self, message: QDBusMessage) -> None:
        self._bureau.send(message)

    def quitte(self) -> None:
        for nom in self._noms:
            QDBusConnection.disconnectFromBus(nom)


@contextmanager
def demon(folder: Path) -> Iterator[str]:
    """Un `dbus-daemon` sans autre politique que d'accepter ; rend son adresse."""
    config = folder / "bus.conf"
    config.write_text(
        "<busconfig><type>session</type>"
        f"<listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>"
        "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
        "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>",
        encoding="utf-8",
    )
    process = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()
