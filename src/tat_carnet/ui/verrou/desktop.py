"""Le bureau, par D-Bus : mise en veille, verrouillage de la session, économiseur d'écran.

Tout est écouté sans jamais attendre de réponse, et rien n'est dit si le bus manque. Importé une
fois la fenêtre montrée : QtDBus n'a pas à retarder le départ.
"""

from __future__ import annotations

import os
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

LOGIN1: Final = "org.freedesktop.login1"
LOGIND: Final = "/org/freedesktop/login1"
MANAGER: Final = f"{LOGIN1}.Manager"
SESSION: Final = f"{LOGIN1}.Session"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS: Final = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)


class DesktopWatch(QObject):
    """Ce que le bureau annonce. `lock_asked` demande à verrouiller, tout de suite.

    Sur le bus `system`, un délai est demandé avant chaque mise en veille : il est rendu quand ceux
    qui écoutent `lock_asked` ont fini. Les signaux sont pris de qui les envoie, sans en chercher
    l'auteur : le pire qu'un imposteur obtienne est un cahier verrouillé.
    """

    lock_asked = Signal()

    def __init__(
        self,
        system: QDBusConnection | None,
        session: QDBusConnection | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._system = system
        self._delay: int | None = None
        self._calls: set[QDBusPendingCallWatcher] = set()
        if system is not None:
            self._listen(system, "", MANAGER, "PrepareForSleep", "_prepare_for_sleep")
            self._inhibit_sleep()
            self._find_session()
        if session is not None:
            for interface in SCREEN_SAVERS:
                self._listen(session, "", interface, "ActiveChanged", "_active_changed")

    @Slot(QDBusMessage)
    def _prepare_for_sleep(self, message: QDBusMessage) -> None:
        if message.arguments() == [True]:
            self.lock_asked.emit()
            self._release_delay()
        else:
            self._inhibit_sleep()

    @Slot(QDBusMessage)
    def _active_changed(self, message: QDBusMessage) -> None:
        if message.arguments() == [True]:
            self.lock_asked.emit()

    @Slot(QDBusMessage)
    def _session_locked(self, _message: QDBusMessage) -> None:
        self.lock_asked.emit()

    @Slot(QDBusMessage)
    def _session_changed(self, message: QDBusMessage) -> None:
        """Une autre personne a pris l'écran, ou le bureau s'est verrouillé sans le demander ?

        PySide6 ne sait pas lire le dictionnaire que le signal porte : on demande.
        """
        if message.arguments()[0] == SESSION:
            for name, slot in (("Active", "_active_told"), ("LockedHint", "_hint_told")):
                self._call(message.path(), PROPERTIES, "Get", [SESSION, name], slot)

    @Slot(QDBusPendingCallWatcher)
    def _active_told(self, call: QDBusPendingCallWatcher) -> None:
        if self._answer(call) == [False]:
            self.lock_asked.emit()

    @Slot(QDBusPendingCallWatcher)
    def _hint_told(self, call: QDBusPendingCallWatcher) -> None:
        if self._answer(call) == [True]:
            self.lock_asked.emit()

    def _inhibit_sleep(self) -> None:
        asked = ["sleep", "Carnet", "Verrouiller le cahier", "delay"]
        self._call(LOGIND, MANAGER, "Inhibit", asked, "_inhibited")

    @Slot(QDBusPendingCallWatcher)
    def _inhibited(self, call: QDBusPendingCallWatcher) -> None:
        arguments = self._answer(call)
        if arguments and isinstance(arguments[0], QDBusUnixFileDescriptor):
            self._release_delay()
            self._delay = os.dup(arguments[0].fileDescriptor())

    def _release_delay(self) -> None:
        """Logind attend que tous les descripteurs soient fermés ; celui-ci est le dernier."""
        delay, self._delay = self._delay, None
        if delay is not None:
            os.close(delay)

    def _find_session(self) -> None:
        asked = [os.environ.get("XDG_SESSION_ID", "auto")]
        self._call(LOGIND, MANAGER, "GetSession", asked, "_session_found")

    @Slot(QDBusPendingCallWatcher)
    def _session_found(self, call: QDBusPendingCallWatcher) -> None:
        """Sans session à soi, écouter celle de tous : mieux vaut verrouiller de trop."""
        arguments = self._answer(call)
        path = arguments[0].path() if arguments else ""
        assert self._system is not None
        self._listen(self._system, path, SESSION, "Lock", "_session_locked")
        if path:
            self._listen(self._system, path, PROPERTIES, "PropertiesChanged", "_session_changed")

    def _listen(
        self, bus: QDBusConnection, path: str, interface: str, signal: str, slot: str
    ) -> None:
        # Les types annoncés par PySide6 demandent des octets ; à l'exécution, il n'en veut pas.
        target: Any = SLOT(f"{slot}(QDBusMessage)")
        bus.connect("", path, interface, signal, self, target)

    def _call(
        self, path: str, interface: str, method: str, arguments: list[str], slot: str
    ) -> None:
        assert self._system is not None
        message = QDBusMessage.createMethodCall(LOGIN1, path, interface, method)
        message.setArguments(arguments)
        call = QDBusPendingCallWatcher(self._system.asyncCall(message), self)
        call.finished.connect(getattr(self, slot))
        self._calls.add(call)

    def _answer(self, call: QDBusPendingCallWatcher) -> list[Any]:
        """Les valeurs rendues, ou rien si logind n'est pas là ; la réponse est alors libérée."""
        self._calls.discard(call)
        reply = call.reply()
        call.deleteLater()
        if reply.type() is not QDBusMessage.MessageType.ReplyMessage:
            return []
        return [a.variant() if isinstance(a, QDBusVariant) else a for a in reply.arguments()]


def watch_desktop(parent: QObject) -> DesktopWatch:
    """Écoute les bus de cette machine, s'ils sont locaux et s'ils répondent."""
    system = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", "unix:")
    return DesktopWatch(
        _connected(QDBusConnection.systemBus()) if is_local(system) else None,
        _connected(QDBusConnection.sessionBus()) if is_local(_session_address()) else None,
        parent,
    )


def is_local(address: str) -> bool:
    """Vrai si une adresse D-Bus ne mène qu'à des sockets de cette machine (AF_UNIX)."""
    return all(choice.startswith("unix:") for choice in address.split(";"))


def _session_address() -> str:
    """Vide s'il n'y a pas de bus : libdbus en lancerait un, ce n'est pas à nous de le faire."""
    socket = os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), "bus")  # noqa: PTH118
    found = f"unix:path={socket}" if os.path.exists(socket) else ""  # noqa: PTH110
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS", found)


def _connected(bus: QDBusConnection) -> QDBusConnection | None:
    return bus if bus.isConnected() else None
