"""Les images du README : la vraie fenêtre, sur le scénario fictif, en 1366 × 768.

Ouvre un écran virtuel par variante (claire, sombre, à 100 % et 150 %) et s'y rappelle. Avec un
dossier en argument, y écrit tous les écrans de toutes les variantes, pour les regarder ; sans
argument, seulement ceux que le README montre.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

README_FOLDER = Path(__file__).parents[1] / "docs" / "captures"
README_SHOTS = {
    "claire": (
        "aujourdhui",
        "saisie",
        "cahier",
        "relecture",
        "regard",
        "sortie",
        "sites",
        "situations",
        "courriers",
        "reunions",
        "reglages",
    ),
    "sombre": ("saisie", "relecture", "projection"),
    "claire-150": ("saisie", "relecture"),
}
SCREEN = (1366, 768)
NOW = datetime(2026, 11, 21, 21, 50)
VARIANTS = {"claire": 1.0, "sombre": 1.0, "claire-150": 1.5, "sombre-150": 1.5}
LISTS = (
    "reunions", "sites", "situations", "courriers", "annuaire", "sorties", "rectificatif",
    "corbeille", "papier", "importer", "conservation", "requisition",
)  # fmt: skip
"""Ce qu'il suffit d'ouvrir pour le voir."""
NOTE = (
    "Vu Kelyan et le petit frère de Bilel, 14 ans, assis dvt le hall A vers 21h30. Ils ramassaient "
    "les canettes. La mère de Bilel dit merci, tel 06 39 98 12 34."
)


def main() -> int:
    """Une variante si elle est nommée après le dossier, toutes sinon."""
    if len(sys.argv) > 2:
        return _capture(Path(sys.argv[1]), sys.argv[2])
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else README_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for variant, scale in VARIANTS.items():
        if folder == README_FOLDER and variant not in README_SHOTS:
            continue
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": str(scale)}
        screen = f"-screen 0 {SCREEN[0]}x{SCREEN[1]}x24"
        command = ["xvfb-run", "-a", "-s", screen, sys.executable, __file__, str(folder), variant]
        subprocess.run(command, env=environment, check=True)
        print(f"{variant} : faite")
    return 0


def _capture(images: Path, variant: str) -> int:
    from PySide6.QtCore import QEventLoop, QTimer

    from tat_carnet import bootstrap
    from tat_carnet.settings import Apparence
    from tat_carnet.ui.session import SessionView
    from tat_carnet.ui.theme.theme import current_theme

    def pause(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    with tempfile.TemporaryDirectory(prefix="documents-") as folder:
        app = bootstrap.make_app()
        window = bootstrap.make_window(
            Path(folder) / bootstrap.NOM_DU_CAHIER,
            demo=True,
            clock=lambda: NOW,
            exports_folder=Path(folder),
        )
        scale = VARIANTS[variant]
        window.resize(round(SCREEN[0] / scale), round(SCREEN[1] / scale))
        window.show()
        dark = variant.startswith("sombre")
        current_theme().choose(Apparence.sombre if dark else Apparence.claire)
        while not isinstance(window.centralWidget(), SessionView):
            pause(50)

        def settle() -> None:
            pause(100)
            while window.tasks is not None and not window.tasks.idle:
                pause(20)
            pause(150)

        def shot(name: str) -> None:
            settle()
            if images != README_FOLDER or name in README_SHOTS[variant]:
                window.grab().save(str(images / f"{name}-{variant}.png"))

        _walk(window.centralWidget(), settle, shot)
        window.close()
        app.processEvents()
    return 0


def _walk(session, settle: Callable[[], None], shot: Callable[[str], None]) -> None:
    """Les écrans, dans l'ordre d'une soirée."""
    from tat_carnet.usecases.demonstration import load_scenario
    from tat_carnet.usecases.demonstration_relecture import relire_dossier

    shot("aujourdhui")
    session.go("saisie")
    settle()
    saisie = session.page("saisie")
    saisie.form.type.choose("solidarite")
    saisie.form.raw.editor.setPlainText(NOTE)
    shot("saisie")
    saisie.form.more.toggle.setChecked(True)
    shot("precisions")
    session.go("cahier")
    settle()
    cahier = session.page("cahier")
    cahier.list.setCurrentIndex(cahier.model.index(4))
    shot("cahier")
    session.go("compte_rendu")
    settle()
    page = session.page("compte_rendu")
    shot("preparation")
    page.preparation.start.click()
    settle()
    page.relecture.go(_richest(page.relecture))
    page.relecture.alerts.accepted.emit(page.relecture.alerts.current)
    shot("relecture")
    relire_dossier(page.relecture._dossier, load_scenario(NOW.date()))
    page.relecture.signed.emit()
    shot("regard")
    for question in page.regard.questions:
        question.no.click()
    page.regard.confirm.click()
    settle()
    page.sortie.write.click()
    shot("sortie")
    for name in LISTS:
        session.go(name)
        shot(name)
    session.go("reglages")
    shot("reglages")
    session.go("aide", "limites")
    shot("aide")
    session.project(True)
    session.go("cahier")
    shot("projection")


def _richest(relecture) -> int:
    """Le récit coupé, dont des mots sortent, qui montre le plus d'alertes sans déborder."""
    etapes = relecture._dossier.etapes
    coupes = [etape.fait and not etape.tue and etape.passage.tues for etape in etapes]
    counts = [len(etape.passage.alertes) * bool(c) for etape, c in zip(etapes, coupes, strict=True)]
    return counts.index(max(count for count in counts if count <= 6))


if __name__ == "__main__":
    sys.exit(main())
