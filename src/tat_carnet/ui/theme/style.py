"""La feuille de style de Qt, écrite à partir des jetons."""

from __future__ import annotations

from string import Template
from typing import Final

from tat_carnet.ui.theme import tokens
from tat_carnet.ui.theme.tokens import Palette

# Les rôles (`role="…"`) sont posés par les widgets ; un rôle = une règle ici.
_FEUILLE: Final = Template("""
* { font-family: "$police"; font-size: ${texte}px; color: $encre; outline: none; }
QWidget { background: transparent; }
QMainWindow, QDialog, QWidget[role="fond"] { background: $fond; }
QToolTip { background: $encre; color: $fond; border: none; padding: 6px 8px; }

QLabel[role="titre"] { font-size: ${titre}px; font-weight: 600; }
QLabel[role="sous-titre"] { font-size: ${sous_titre}px; font-weight: 600; }
QLabel[role="fort"] { font-weight: 600; }
QLabel[role="doux"], QCheckBox[role="doux"] { color: $encre_douce; }
QLabel[role="petit"] { color: $encre_douce; font-size: ${petit}px; }
QLabel[role="alerte"] { color: $alerte; font-weight: 600; }
QLabel[role="danger"] { color: $danger; font-weight: 600; }
QLabel[role="appui"] { color: $appui; font-weight: 600; }
QLabel[role="code"] { font-size: 22px; font-weight: 600; letter-spacing: 2px;
  background: $papier; border: 1px solid $papier_trait; border-radius: ${rayon}px; padding: 16px; }

QFrame[role="lateral"] { background: $surface; border: none; border-right: 1px solid $trait; }
QFrame[role="demo"] { background: $alerte_fond; border: none; border-bottom: 1px solid $trait; }
QFrame[role="projection"] { background: $accent_fond; border: none;
  border-bottom: 1px solid $accent; }
QFrame[role="carte"] { background: $surface; border: 1px solid $trait; border-radius: ${rayon}px; }
QFrame[role="papier"] { background: $papier; border: 1px solid $papier_trait;
  border-left: 4px solid $papier_trait; border-radius: ${rayon}px; }
QFrame[role="partage"] { background: $surface; border: 1px solid $trait;
  border-radius: ${rayon}px; }
QFrame[role="message"][ton="appui"] { background: $appui_fond; border-radius: ${rayon}px; }
QFrame[role="message"][ton="alerte"] { background: $alerte_fond; border-radius: ${rayon}px; }
QFrame[role="message"][ton="danger"] { background: $danger_fond; border-radius: ${rayon}px; }
QFrame[role="trait"] { background: $trait; border: none; max-height: 1px; min-height: 1px; }

QLabel[role="question"] { border: 2px solid transparent; border-radius: ${rayon}px; padding: 4px; }
QLabel[role="question"]:focus { border: 2px solid $accent; }

QPushButton { background: $surface; border: 1px solid $trait; border-radius: ${rayon}px;
  padding: 0 14px; min-height: ${cible}px; }
QPushButton:hover { border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; }
QPushButton:pressed { background: $accent_fond; }
QPushButton:disabled { color: $encre_douce; background: $fond; border-color: $trait; }
QPushButton[role="premier"] { background: $accent; color: $sur_accent; border: 2px solid $accent;
  font-weight: 600; padding: 0 16px; }
QPushButton[role="premier"]:hover { background: $accent_survol; border-color: $accent_survol; }
QPushButton[role="premier"]:focus { border: 2px solid $encre; padding: 0 16px; }
QPushButton[role="premier"]:disabled { background: $trait; color: $encre_douce;
  border-color: $trait; }
QPushButton[role="discret"] { background: transparent; border: 1px solid transparent;
  color: $accent; font-weight: 600; text-align: left; padding: 0 8px; }
QPushButton[role="discret"]:hover { background: $accent_fond; }
QPushButton[role="discret"]:focus { border: 2px solid $accent; padding: 0 7px; }
QPushButton[role="danger"] { color: $danger; }
QPushButton[role="lateral"] { text-align: left; background: transparent;
  border: 2px solid transparent; padding: 0 12px; min-height: 38px; }
QPushButton[role="lateral"]:hover { background: $fond; }
QPushButton[role="lateral"]:checked { background: $accent_fond; color: $accent; font-weight: 600; }
QPushButton[role="lateral"]:focus { border: 2px solid $accent; padding: 0 12px; }
QPushButton[role="puce"] { border-radius: 16px; min-height: 30px; padding: 0 12px; }
QPushButton[role="puce"]:checked { background: $accent_fond; border: 2px solid $accent;
  color: $accent; font-weight: 600; padding: 0 11px; }
QPushButton[role="puce"]:focus { border: 2px solid $accent; padding: 0 11px; }
QPushButton[role="grande"] { text-align: left; padding: 12px 16px; min-height: 56px;
  font-weight: 600; }
QPushButton[role="grande"]:focus { border: 2px solid $accent; padding: 11px 15px; }
QPushButton[role="grande"][premiere="oui"] { background: $accent_fond; border: 1px solid $accent;
  color: $accent; }
QPushButton[role="grande"][premiere="oui"]:focus { border: 2px solid $accent; padding: 11px 15px; }

QLineEdit, QDateEdit, QTimeEdit, QSpinBox, QComboBox { background: $surface;
  border: 1px solid $trait; border-radius: ${rayon}px; padding: 0 10px; min-height: ${cible}px;
  selection-background-color: $accent; selection-color: $sur_accent; }
QLineEdit:focus, QDateEdit:focus, QTimeEdit:focus, QSpinBox:focus, QComboBox:focus {
  border: 2px solid $accent; padding: 0 9px; }
QLineEdit[faute="oui"], QDateEdit[faute="oui"] { border: 2px solid $danger; padding: 0 9px; }
QLineEdit:disabled { color: $encre_douce; background: $fond; }
QSpinBox, QSpinBox:focus, QTimeEdit, QTimeEdit:focus { padding: 0; }
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {
  width: 0; border: none; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $trait;
  selection-background-color: $accent_fond; selection-color: $encre; padding: 4px; }

QPlainTextEdit, QTextEdit { background: transparent; border: none; padding: 4px;
  selection-background-color: $accent; selection-color: $sur_accent; }
QPlainTextEdit[role="champ"] { background: $surface; border: 1px solid $trait;
  border-radius: ${rayon}px; }
QPlainTextEdit[role="champ"]:focus { border: 2px solid $accent; }
QFrame[role="papier"][actif="oui"], QFrame[role="partage"][actif="oui"],
QFrame[role="carte"][actif="oui"] { border: 2px solid $accent; }

QListView { background: $surface; border: 1px solid $trait; border-radius: ${rayon}px;
  padding: 4px; }
QListView:focus { border: 2px solid $accent; padding: 3px; }
QListView::item { min-height: 34px; padding: 0 8px; border-radius: 6px; }
QListView::item:hover { background: $fond; }
QListView::item:selected { background: $accent_fond; color: $encre; }

QCheckBox { spacing: 8px; min-height: ${cible}px; }
QCheckBox::indicator, QListView::indicator { width: 18px; height: 18px;
  border: 2px solid $encre_douce; border-radius: 4px; background: $surface; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent;
  border-color: $accent; image: url("$coche"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox:focus { color: $accent; }

QProgressBar { background: $trait; border: none; border-radius: 4px; max-height: 8px;
  min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QScrollArea { border: none; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 2px; }
QScrollBar::handle:vertical { background: $trait; border-radius: 4px; min-height: 32px; }
QScrollBar::handle:vertical:hover { background: $encre_douce; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 2px; }
QScrollBar::handle:horizontal { background: $trait; border-radius: 4px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableWidget { background: $surface; border: none; gridline-color: $trait; }
QHeaderView, QTableCornerButton::section { background: $surface; }
QHeaderView::section { background: $surface; color: $encre_douce; border: none;
  border-bottom: 1px solid $trait; padding: 6px; font-weight: 600; }

QCalendarWidget QWidget { background: $surface; alternate-background-color: $fond; }
QCalendarWidget QToolButton { background: $surface; border: none; min-height: 30px; padding: 0 8px;
  font-weight: 600; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent;
  selection-color: $sur_accent; }
QMenu { background: $surface; border: 1px solid $trait; padding: 4px; }
QMenu::item { padding: 6px 16px; }
QMenu::item:selected { background: $accent_fond; }
""")


def style_sheet(palette: Palette, *, chevron: str, coche: str) -> str:
    """La feuille de style d'une palette ; `chevron` et `coche` sont des chemins d'images."""
    return _FEUILLE.substitute(
        palette._asdict(),
        police=tokens.FAMILLE_POLICE,
        texte=tokens.TEXTE,
        petit=tokens.PETIT,
        titre=tokens.TITRE,
        sous_titre=tokens.SOUS_TITRE,
        rayon=tokens.RAYON,
        cible=tokens.CIBLE,
        chevron=chevron,
        coche=coche,
    )
