"""Tout ce qu'une fenêtre montre : textes, bulles, noms lus à voix haute, modèles, et la peinture.

Sert à chercher, à l'écran, des mots qui n'ont rien à y faire.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QBuffer,
    QIODevice,
    QMarginsF,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
)
from PySide6.QtGui import QAccessible, QGuiApplication, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.recherche import fold

PROPRIETES = (
    "text",
    "plainText",
    "title",
    "windowTitle",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "placeholderText",
    "currentText",
)
LUS_A_VOIX_HAUTE = (
    QAccessible.Text.Name,
    QAccessible.Text.Value,
    QAccessible.Text.Description,
)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    *(Qt.ItemDataRole.UserRole + rang for rang in range(4)),
)


def montre(fenetre: QWidget) -> str:
    """Tout le texte de la fenêtre et de ce qui s'est ouvert par-dessus, replié."""
    dessus = [w for w in QApplication.topLevelWidgets() if w is not fenetre and w.isVisible()]
    racines = [fenetre, *dessus]
    textes = [texte for racine in racines for texte in _textes(racine)]
    textes += [peint(racine) for racine in racines]
    textes += [QGuiApplication.clipboard().text()]
    return _replie("\n".join(textes))


def trouves(fenetre: QWidget, canaris: list[str]) -> list[str]:
    """Les canaris que la fenêtre laisse voir."""
    texte = montre(fenetre)
    return [canari for canari in canaris if _replie(canari) in texte]


def _replie(texte: str) -> str:
    """Sans casse ni accents, toute espace (insécable, fine) valant une espace."""
    return " ".join(fold(texte).split())


def peint(widget: QWidget) -> str:
    """Le texte que le widget peint : la même peinture, dans un PDF que l'on relit."""
    tampon = QBuffer()
    tampon.open(QIODevice.OpenModeFlag.WriteOnly)
    pdf = QPdfWriter(tampon)
    pdf.setResolution(72)
    pdf.setPageSize(QPageSize(QSize(widget.width(), widget.height())))
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0))
    peintre = QPainter(pdf)
    widget.render(peintre, QPoint(0, 0))
    peintre.end()
    lecteur = PdfReader(BytesIO(bytes(tampon.data().data())))
    return "\n".join(page.extract_text() for page in lecteur.pages)


def dits(racine: QWidget) -> list[str]:
    """Le texte d'un widget et de tout ce qu'il contient, montré ou non, sans le peindre."""
    return list(_textes(racine))


def _textes(racine: QWidget) -> Iterator[str]:
    """Propriétés, noms lus à voix haute, actions de menus, modèles de listes et de complétion."""
    for widget in (racine, *racine.findChildren(QWidget)):
        for nom in PROPRIETES:
            valeur = widget.property(nom)
            if isinstance(valeur, str):
                yield valeur
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            for texte in (
                QAccessible.Text.Name,
                QAccessible.Text.Value,
                QAccessible.Text.Description,
            ):
                yield interface.text(texte)
        for action in widget.actions():
            yield from (action.text(), action.toolTip())
        completion = widget.completer() if isinstance(widget, QLineEdit | QComboBox) else None
        for modele in (
            widget.model() if isinstance(widget, QAbstractItemView | QComboBox) else None,
            completion.model() if completion is not None else None,
        ):
            if modele is not None:
                yield from _modele(modele)


def _modele(modele: QAbstractItemModel) -> Iterator[str]:
    # Qt cache le nombre de colonnes d'une liste : elle n'en a qu'une.
    colonnes = 1 if isinstance(modele, QAbstractListModel) else modele.columnCount(QModelIndex())
    for ligne in range(modele.rowCount()):
        for colonne in range(colonnes):
            index = modele.index(ligne, colonne)
            yield from (_dit(index.data(role)) for role in ROLES)


def _dit(valeur: object) -> str:
    """Ce qu'un écran tirerait d'une donnée : ses champs bruts compris."""
    if isinstance(valeur, Fait):
        return f"{valeur.texte_brut.lire()} {valeur.libelle_autre} {valeur.formulation}"
    if isinstance(valeur, Site):
        return f"{valeur.nom_usage.lire()} {valeur.libelle_public}"
    if isinstance(valeur, Tournee):
        return f"{valeur.binome.lire()} {valeur.note.lire()}"
    return str(valeur or "")
