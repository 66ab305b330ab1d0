"""L'aperçu à chaque touche, sur une note de mille caractères : soulignements et proposition."""

from __future__ import annotations

from functools import partial
from statistics import median, quantiles

from bench.banc import Banc, timed, windowed
from bench.cahiers import scenario

LENGTH = 1_000
FRAME = "≤ 16 ms"


def mesurer(banc: Banc) -> None:
    """La vraie pièce, une lettre de plus à chaque tour, autour de mille caractères."""
    windowed()
    from PySide6.QtWidgets import QApplication

    from tat_carnet.domain.fait import Fait
    from tat_carnet.settings import Apparence
    from tat_carnet.ui.saisie.form import FaitForm
    from tat_carnet.ui.theme.theme import Theme

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if app.findChild(Theme) is None:
        Theme(app, Apparence.claire)
    known = scenario()
    words = " ".join(fait.texte_brut.lire() for fait in known.faits)
    form = FaitForm(Fait(instant=known.faits[0].instant))
    form.set_terms(list(known.sites), known.masquage)
    taken = []
    for turn in range(banc.tours * 4):
        text = words[turn * 37 : turn * 37 + LENGTH - 20]
        form.raw.editor.setPlainText(text)
        for letter in "en passant":
            form.raw.editor.insertPlainText(letter)
            taken.append(timed(partial(form.preview.refresh)))
    name = f"aperçu par touche, {LENGTH} caractères"
    banc.report(f"{name}, p50", median(taken), None, FRAME)
    banc.report(f"{name}, p95", quantiles(taken, n=20)[-1], None, FRAME)
