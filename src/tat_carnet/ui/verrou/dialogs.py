"""Fermer tout ce qui s'est ouvert par-dessus la fenêtre, sans rien demander."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QWidget


def close_dialogs(window: QWidget) -> None:
    """Ferme dialogues, calendriers, menus et bulles ; un dialogue rend « annulé » à qui l'attend.

    Un dialogue peut mourir avec l'écran qui l'a ouvert, même tant que son appel dure : Qt le sait.
    """
    for widget in QApplication.topLevelWidgets():
        if widget is window or not shiboken6.isValid(widget):
            continue
        if isinstance(widget, QDialog):
            widget.done(QDialog.DialogCode.Rejected)
        elif widget.isVisible():
            widget.close()
