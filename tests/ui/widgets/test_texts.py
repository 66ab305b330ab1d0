"""Les indices de Qt, en unités UTF-16, et le prix d'une note à mille alertes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tat_carnet.anonymisation.relecture import relire_texte
from tat_carnet.ui.relecture import lights
from tat_carnet.ui.relecture.lights import light_up
from tat_carnet.ui.widgets.texts import TextPane, utf16_offsets


@given(st.text(st.sampled_from("aé🦊𐍈\n"), max_size=12), st.data())
def test_un_indice_de_qt_compte_double_les_signes_larges(
    texte: str, donnees: st.DataObject
) -> None:
    rang = donnees.draw(st.integers(0, len(texte)))
    assert utf16_offsets(texte)(rang) == len(texte[:rang].encode("utf-16-le")) // 2


def test_chaque_texte_se_compte_une_fois_pour_toutes_ses_marques(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Vingt mille signes gelaient la fenêtre vingt secondes : ils se recomptaient par marque.

    Témoin (vu une fois) : compter dans `mark`.
    """
    passage = relire_texte("🦊 Kelyan a crié. " * 40)
    raw, shared = TextPane("brut", raw=True), TextPane("partagé", raw=False)
    for pane, texte in ((raw, passage.brut), (shared, passage.texte)):
        qtbot.addWidget(pane)
        pane.set_text(texte)
    comptes: list[str] = []

    def compter(texte: str) -> object:
        comptes.append(texte)
        return utf16_offsets(texte)

    monkeypatch.setattr(lights, "utf16_offsets", compter)
    light_up(raw, shared, passage, None)

    assert len(raw.editor.extraSelections()) == len(passage.alertes) >= 40
    assert len(comptes) == 2
    posees = raw.editor.extraSelections()
    assert posees[-1].cursor.selectedText() == passage.alertes[-1].terme
