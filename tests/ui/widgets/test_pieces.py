"""Puces, bandeau, volet, champ, colonnes : les petites pièces tiennent leur promesse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tat_carnet.domain.vocabulaire import Gravite, Moment, Theme
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, ElidedLabel, label
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import FlowLayout
from tat_carnet.ui.widgets.texts import TextPane


def test_des_puces_exclusives_n_en_gardent_qu_une(qtbot: QtBot) -> None:
    puces = Chips(list(Gravite), "Gravité", exclusive=True)
    qtbot.addWidget(puces)
    puces.button(Gravite.gene).click()
    puces.button(Gravite.danger).click()
    assert puces.values() == (Gravite.danger,)
    puces.button(Gravite.danger).click()
    assert puces.value() is None


def test_des_puces_requises_ne_se_vident_pas(qtbot: QtBot) -> None:
    puces = Chips(list(Moment), "Plage", exclusive=True, required=True)
    qtbot.addWidget(puces)
    puces.set_value(Moment.soiree)
    puces.button(Moment.soiree).click()
    assert puces.value() is Moment.soiree


def test_des_puces_bornees_refusent_la_troisieme(qtbot: QtBot) -> None:
    puces = Chips(list(Theme), "Thèmes", at_most=2)
    qtbot.addWidget(puces)
    for theme in list(Theme)[:3]:
        puces.button(theme).click()
    assert puces.values() == tuple(Theme)[:2]


def test_le_bandeau_parle_puis_se_tait(qtbot: QtBot) -> None:
    bandeau = Banner()
    qtbot.addWidget(bandeau)
    faits: list[str] = []
    bandeau.tell("C’est noté.", action=("Annuler", lambda: faits.append("annulé")))
    assert bandeau.text == "C’est noté."
    assert bandeau.action is not None
    bandeau.action.click()
    bandeau.tell("Autre chose", "danger")
    assert bandeau.action is None
    bandeau.hush()
    assert (bandeau.text, faits) == ("", ["annulé"])


def test_le_volet_cache_ce_qui_attend(qtbot: QtBot) -> None:
    volet = Expander("Préciser")
    dedans = label("dedans")
    volet.body.addWidget(dedans)
    qtbot.addWidget(volet)
    volet.show()
    assert not dedans.isVisible()
    volet.toggle.click()
    assert dedans.isVisible()
    volet.set_title("Préciser (2)")
    assert volet.toggle.accessibleName() == "Préciser (2)"


def test_un_champ_blame_montre_sa_faute_et_prend_le_curseur(qtbot: QtBot) -> None:
    ligne = QLineEdit()
    champ = Field("Secteur", ligne)
    qtbot.addWidget(champ)
    with qtbot.waitActive(champ):
        champ.show()
    champ.blame("Il manque : le secteur.")
    assert champ.fault == "Il manque\u202f: le secteur."
    assert ligne.hasFocus()
    champ.absolve()
    assert champ.fault == ""


def test_les_colonnes_s_empilent_quand_la_place_manque(qtbot: QtBot) -> None:
    colonnes = Columns((QWidget(), 1), (QWidget(), 1), stack_below=400)
    qtbot.addWidget(colonnes)
    colonnes.show()
    for width, sens in (
        (600, QBoxLayout.Direction.LeftToRight),
        (300, QBoxLayout.Direction.TopToBottom),
    ):
        colonnes.resize(width, 200)
        qtbot.waitUntil(lambda sens=sens: colonnes.layout().direction() is sens)


def test_une_rangee_passe_a_la_ligne(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent)
    for _ in range(3):
        piece = QWidget()
        piece.setFixedSize(QSize(100, 30))
        flow.addWidget(piece)
    assert flow.heightForWidth(400) == 30
    assert flow.heightForWidth(220) == 68
    assert (flow.count(), flow.itemAt(9), flow.takeAt(9)) == (3, None, None)


def test_entree_vaut_un_clic(qtbot: QtBot) -> None:
    bouton = Button("Commencer")
    qtbot.addWidget(bouton)
    with qtbot.waitSignal(bouton.clicked):
        QTest.keyClick(bouton, Qt.Key.Key_Return)


def test_entree_tenue_enfoncee_ne_vaut_pas_d_autres_clics(qtbot: QtBot) -> None:
    """Contrôle positif, vu échouer : sans regarder la répétition, les trois comptent."""
    bouton = Button("Lu, suivant")
    qtbot.addWidget(bouton)
    clics: list[str] = []
    bouton.clicked.connect(lambda: clics.append("clic"))
    for repetee in (False, True, True):
        QApplication.sendEvent(
            bouton,
            QKeyEvent(
                QEvent.Type.KeyPress,
                Qt.Key.Key_Return,
                Qt.KeyboardModifier.NoModifier,
                "",
                repetee,
            ),
        )
    assert len(clics) == 1


def test_une_etiquette_ne_lit_pas_d_html(qtbot: QtBot) -> None:
    etiquette = label("<b>Karim</b>")
    qtbot.addWidget(etiquette)
    assert etiquette.textFormat() is Qt.TextFormat.PlainText
    coupee = ElidedLabel("Apparition d’un lieu de revente")
    qtbot.addWidget(coupee)
    coupee.resize(60, 20)
    assert not coupee.grab().isNull()


def test_tab_quitte_l_editeur_et_le_papier_dit_qu_on_y_ecrit(qtbot: QtBot) -> None:
    parent = QWidget()
    papier, suite = TextPane("Vos mots", raw=True), QLineEdit()
    colonnes = QBoxLayout(QBoxLayout.Direction.TopToBottom, parent)
    colonnes.addWidget(papier)
    colonnes.addWidget(suite)
    qtbot.addWidget(parent)
    with qtbot.waitActive(parent):
        parent.show()
    papier.setFocus()
    assert papier.property("actif") == "oui"
    QTest.keyClick(papier.editor, Qt.Key.Key_Tab)
    assert suite.hasFocus()
    assert papier.property("actif") == ""


def test_une_piece_cachee_ne_laisse_pas_de_trou(qtbot: QtBot) -> None:
    """Témoin : compter l'intervalle d'une pièce cachée décale la suivante (vu une fois)."""
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent)
    cachee, montree = QWidget(parent), QWidget(parent)
    for piece in (cachee, montree):
        piece.setFixedSize(50, 20)
        flow.addWidget(piece)
    cachee.hide()
    parent.resize(200, 40)
    parent.show()

    assert montree.x() == 0
