"""La fiche de secours imprimée : le code, et rien sur la personne, le lieu ou la machine.

Contrôle positif, vu échouer : un titre au nom du cahier dans la fiche est pris.
"""

from __future__ import annotations

import getpass
import platform
import re
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tat_carnet.store import code_secours
from tat_carnet.ui.coffre import recovery_sheet
from tat_carnet.ui.coffre.recovery_sheet import new_printer, print_on, print_sheet

CODE = code_secours.draw()


def imprimer(code: str, path: Path) -> PdfReader:
    """La fiche, telle qu'une imprimante PDF la recevrait."""
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    print_on(printer, code)
    return PdfReader(path)


def test_la_fiche_tient_sur_une_page_a4_et_porte_le_code_entier(tmp_path: Path) -> None:
    (page,) = imprimer(CODE, tmp_path / "fiche.pdf").pages

    assert CODE in page.extract_text()
    assert not page.extract_text().rstrip().endswith("1"), "un numéro de page"
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [210, 297]


def test_la_fiche_ne_dit_ni_qui_ni_ou_ni_sur_quelle_machine(tmp_path: Path) -> None:
    lecteur = imprimer(CODE, tmp_path / "fiche.pdf")
    dit = " ".join([*map(str, (lecteur.metadata or {}).values()), lecteur.pages[0].extract_text()])

    for indice in (getpass.getuser(), platform.node(), str(tmp_path), "Carnet", "cahier/"):
        assert indice not in dit


def test_la_fiche_en_pdf_ne_dit_ni_quand_ni_par_quel_programme(tmp_path: Path) -> None:
    """Témoin : Qt date et signe le fichier, et c'est ce qui s'en va."""
    path = tmp_path / "fiche.pdf"
    imprimer(CODE, path)
    assert b"Qt 6" in path.read_bytes() or "Qt" in str(PdfReader(path).metadata)
    recovery_sheet.forget_when(path)
    recovery_sheet.forget_when(tmp_path / "absente.pdf")

    lecteur = PdfReader(path)
    assert CODE in lecteur.pages[0].extract_text()
    # Hors des flux compressés, où deux octets se suivent aussi par hasard.
    octets = re.sub(rb"stream\r?\n.*?endstream", b"", path.read_bytes(), flags=re.DOTALL)
    assert b"/Producer" in octets
    assert str(datetime.now().year).encode() not in octets
    assert b"Qt" not in octets
    assert "Qt" not in str(lecteur.metadata)


def test_renoncer_a_imprimer_n_ecrit_rien(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.chdir(tmp_path)
    imprimees: list[str] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    monkeypatch.setattr(recovery_sheet, "print_on", lambda _, code: imprimees.append(code))

    print_sheet(CODE, parent)

    assert imprimees == []
    assert list(tmp_path.iterdir()) == []
