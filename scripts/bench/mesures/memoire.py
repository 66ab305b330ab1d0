"""La mémoire de la fenêtre ouverte sur le gros cahier, dans un processus à elle.

Trois moments : la liste des faits ; une note tapée (lexiques et dictionnaire chargés) ; chaque
écran visité. « Pss » partage avec les autres processus ce qui est commun (Qt, Python).
"""

from __future__ import annotations

import subprocess
import sys

from bench.banc import Banc
from bench.cahiers import PHRASE, closed_cahier

# Un processus neuf, sans rien des mesures : ce que la personne a chez elle.
PROGRAM = """
import sys, time
from pathlib import Path
from tat_carnet import bootstrap

def say(moment):
    text = Path("/proc/self/smaps_rollup").read_text()
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in text.splitlines()[1:]}
    print(moment, sizes["Rss"], sizes["Pss"], flush=True)

def until(ready):
    end = time.monotonic() + 120
    while not ready():
        app.processEvents()
        time.sleep(0.005)
        assert time.monotonic() < end

app = bootstrap.make_app()
window = bootstrap.make_window(Path(sys.argv[1]))
window.show()
from tat_carnet.ui.session import ANNEXES, SCREENS, SessionView

def go(name):
    window.centralWidget().go(name)
    until(lambda: window.tasks.idle)
    app.processEvents()

threshold = window.centralWidget()
threshold.secret.line.setText(sys.argv[2])
threshold.button.click()
until(lambda: isinstance(window.centralWidget(), SessionView) and window.tasks.idle)
go("cahier")
say("liste")
go("saisie")
editor = window.centralWidget().page("saisie").form.raw.editor
editor.insertPlainText("Vu trois jeunes au bas de la tour, tard le soir. " * 20)
until(lambda: window.tasks.idle and not editor.document().isEmpty())
spelled = time.monotonic() + 3
until(lambda: time.monotonic() > spelled)
say("note")
for name, *_ in (*SCREENS, *ANNEXES):
    if name != "vignette":
        go(name)
say("ecrans")
window.close()
"""
MOMENTS = {
    "liste": ("liste ouverte", "≤ 160 Mo"),
    "note": ("une note tapée", "≤ 160 Mo"),
    "ecrans": ("chaque écran visité", ""),
}


def mesurer(banc: Banc) -> None:
    """Lance la fenêtre et lit ce que le système dit d'elle."""
    path = closed_cahier(banc.folder, banc.faits)
    command = [sys.executable, "-c", PROGRAM, str(path), PHRASE]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for line in said.splitlines():
        moment, rss, pss = line.split()
        words, target = MOMENTS[moment]
        banc.report_memory(f"mémoire, {words}, Mo", int(rss) / 1024, target)
        banc.report_memory("  dont sa part (Pss)", int(pss) / 1024, "")
