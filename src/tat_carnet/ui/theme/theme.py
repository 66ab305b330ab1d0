"""L'apparence en cours : la poser sur l'application, la changer, dire la palette aux widgets."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tat_carnet.paths import resource
from tat_carnet.settings import Apparence
from tat_carnet.ui.theme import tokens
from tat_carnet.ui.theme.icons import svg
from tat_carnet.ui.theme.style import style_sheet
from tat_carnet.ui.theme.tokens import CLAIRE, SOMBRE, Palette

_MIDDLE: Final = 128
"""Clarté, de 0 à 255, au-dessous de laquelle un fond est sombre."""
_posed: list[Theme] = []
"""Chercher le thème parmi les enfants de l'application coûterait à chaque bouton."""


def pose(app: QApplication, apparence: Apparence) -> None:
    """Pose le thème sur l'application ; sans effet s'il y est."""
    if not _posed:
        Theme(app, apparence)


class Theme(QObject):
    """L'apparence de l'application ; `changed` part quand la palette change."""

    changed = Signal()

    def __init__(self, app: QApplication, apparence: Apparence) -> None:
        super().__init__(app)
        _posed.append(self)
        self._app = app
        self._apparence = apparence
        # Rien n'est encore posé : cette palette est celle du système.
        self._dark = app.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE
        # Les flèches de la feuille de style doivent être des fichiers : des images sans contenu,
        # dans un dossier que Qt efface à la fermeture.
        self._images = QTemporaryDir()
        _load_fonts()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow)
        self._apply()

    @property
    def apparence(self) -> Apparence:
        """Le choix de la personne."""
        return self._apparence

    @property
    def palette(self) -> Palette:
        """Les couleurs en cours."""
        if self._apparence is Apparence.systeme:
            return SOMBRE if self._dark else CLAIRE
        return SOMBRE if self._apparence is Apparence.sombre else CLAIRE

    def choose(self, apparence: Apparence) -> None:
        """Change d'apparence, tout de suite ; sans effet si c'est déjà la sienne."""
        if apparence is not self._apparence:
            self._apparence = apparence
            self._apply()

    def follow(self) -> None:
        """Prend l'apparence que dit le système à cet instant."""
        from PySide6.QtCore import Qt

        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        if dark != self._dark:
            self._dark = dark
            self._apply()

    def _apply(self) -> None:
        palette = self.palette
        self._app.setPalette(_qt_palette(palette))
        self._app.setStyleSheet(
            style_sheet(
                palette,
                chevron=self._image("chevron-down", palette.encre_douce),
                coche=self._image("check", palette.sur_accent),
            )
        )
        self.changed.emit()

    def _image(self, name: str, color: str) -> str:
        path = Path(self._images.filePath(f"{name}-{color[1:]}.svg"))
        if not path.exists():
            path.write_bytes(svg(name, color))
        return path.as_posix()


def current_theme() -> Theme:
    """Le thème de l'application en cours ; il existe dès que `bootstrap` l'a posé."""
    assert _posed, "le thème se pose avant les widgets"
    return _posed[-1]


def _load_fonts() -> None:
    for name in ("SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf", "SourceSans3-Italic.ttf"):
        QFontDatabase.addApplicationFont(str(resource("polices", name)))
    font = QFont(tokens.FAMILLE_POLICE)
    font.setPixelSize(tokens.TEXTE)
    QApplication.setFont(font)


def _qt_palette(palette: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: palette.fond,
        QPalette.ColorRole.Base: palette.surface,
        QPalette.ColorRole.AlternateBase: palette.fond,
        QPalette.ColorRole.Text: palette.encre,
        QPalette.ColorRole.WindowText: palette.encre,
        QPalette.ColorRole.Button: palette.surface,
        QPalette.ColorRole.ButtonText: palette.encre,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.sur_accent,
        QPalette.ColorRole.PlaceholderText: palette.encre_douce,
        QPalette.ColorRole.ToolTipBase: palette.encre,
        QPalette.ColorRole.ToolTipText: palette.fond,
    }
    result = QPalette()
    for role, color in roles.items():
        result.setColor(role, QColor(color))
    return result
