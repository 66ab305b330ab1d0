"""Ouvrir la vraie fenêtre pour un essai, à une heure dite, dans un dossier à soi."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gestes import Gestes
from tat_carnet import bootstrap
from tat_carnet.store import cahier as store_cahier
from tat_carnet.store import cles
from tat_carnet.store.kdf import FLOOR, KEY_BYTES, KdfSettings, normalise

MAINTENANT = datetime(2026, 11, 21, 21, 45)
PHRASE = "lampe violon prairie théière nuage"


def derivation_rapide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Une empreinte pour Argon2id : ces essais n'en prouvent ni la lenteur ni le processus.

    Ceux-là ont `test_kdf`, `test_kdf_process`, `test_finir` et les épreuves.
    """
    monkeypatch.setattr(store_cahier, "calibrate", lambda: FLOOR)
    monkeypatch.setattr(cles, "derive_apart", _empreinte)


def _empreinte(secret: str, salt: bytes, _settings: KdfSettings) -> bytes:
    return hashlib.blake2b(normalise(secret), key=salt, digest_size=KEY_BYTES).digest()


@contextmanager
def fenetre(
    qtbot: QtBot, folder: Path, *, demo: bool = False, maintenant: datetime = MAINTENANT
) -> Iterator[Gestes]:
    """La fenêtre montrée et active ; fermée, et son fil achevé, à la sortie."""
    bootstrap.make_app()
    window = bootstrap.make_window(
        folder / bootstrap.NOM_DU_CAHIER,
        demo=demo,
        clock=lambda: maintenant,
        exports_folder=folder,
    )
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    gestes = Gestes(qtbot, window)
    if demo:
        gestes.attendre_la_session()
    yield gestes
    window.close()


def creer_un_cahier(gestes: Gestes, phrase: str = PHRASE) -> str:
    """L'assistant de création, du premier champ au cahier ouvert ; rend le code de secours."""
    view = gestes.window.centralWidget()
    view.phrase_page.secret.line.setText(phrase)
    view.phrase_page.again.line.setText(phrase)
    gestes.clic(view.phrase_page.next)
    code = view.code_page.code.text()
    gestes.clic(view.code_page.next)
    view.copy_page.line.line.setText(code)
    gestes.clic(view.copy_page.finish)
    gestes.attendre_la_session()
    return code
