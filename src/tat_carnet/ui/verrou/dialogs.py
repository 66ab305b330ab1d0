"""Ce qui s'ouvre par-dessus la fenêtre : toujours de Qt, et fermé d'un coup, sans rien demander."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QWidget


def only_our_dialogs() -> None:
    """Écarte les dialogues du bureau, qui gardent l'histoire de ce qu'on y choisit.

    À appeler avant tout écran qui peut en ouvrir un ; le seuil n'en ouvre aucun.
    """
    from PySide6.QtCore import QCoreApplication, Qt

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


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
