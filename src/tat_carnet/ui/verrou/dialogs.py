"""Fermer tout ce qui s'est ouvert par-dessus la fenêtre, sans rien demander."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QWidget


def close_dialogs(window: QWidget) -> None:
    """Ferme dialogues, calendriers, menus et bulles ; un dialogue rend « annulé » à qui l'attend.

    Un dialogue ouvert par `getExistingDirectory` vit sur la pile de Qt : s'il mourait avec l'écran
    qui l'a ouvert, il mourrait deux fois. Il passe donc à `window`, et ne meurt qu'une.
    """
    for widget in QApplication.topLevelWidgets():
        if widget is window or not shiboken6.isValid(widget):
            continue
        if isinstance(widget, QDialog):
            _dismiss(widget, window)
        elif widget.isVisible():
            widget.close()


def _dismiss(dialog: QDialog, window: QWidget) -> None:
    dialog.done(QDialog.DialogCode.Rejected)
    dialog.setParent(window, dialog.windowFlags())
    if shiboken6.createdByPython(dialog):
        dialog.deleteLater()
