"""L'en-tête et la signature de vos lettres : réglés une fois, chiffrés avec le cahier."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit

from tat_carnet.domain.entete import Entete
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.logo import Logo
from tat_carnet.ui.context import Context
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, label
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.lines import lines_editor
from tat_carnet.usecases.courriers.en_tete import MotDEntete, verifier_entete

LOGO_PX: Final = 600
"""Le plus grand côté gardé : assez pour imprimer dix-huit millimètres de haut."""

NOT_AN_IMAGE: Final = (
    "Ce fichier n’est pas une image que l’on sait lire. Rien n’a changé : choisissez un PNG ou un "
    "JPEG."
)
FIELDS: Final = {
    "association": ("Association", "", False),
    "adresse": ("Adresse", "", True),
    "siret": ("SIRET", "facultatif", False),
    "contact": ("Téléphone, courriel", "de l’équipe, une ligne chacun", True),
    "ville": ("Ville d’où partent les lettres", "", False),
    "presentation": ("Qui nous sommes", "la première phrase de chaque lettre", True),
    "signature": ("Signature", "qui signe, et sa fonction", True),
}


class EnteteCard(Card):
    """Le formulaire de l'en-tête ; un nom à garder se motive, comme à la relecture."""

    def __init__(self, context: Context) -> None:
        super().__init__("En-tête et signature de vos lettres")
        self._context = context
        self._motifs: dict[str, str] = {}
        self._logo: Logo | None = None
        self._word = ""
        self.inputs: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.fields: dict[str, Field] = {}
        for name, (title, hint, several) in FIELDS.items():
            widget: QLineEdit | QPlainTextEdit = lines_editor(height=72) if several else QLineEdit()
            self.inputs[name] = widget
            self.fields[name] = Field(title, widget, hint)
            self.body.addWidget(self.fields[name])
        self.logo_state = label("", "doux")
        self.body.addWidget(self.logo_state)
        self.motif = QLineEdit()
        self.motif_field = Field("Pourquoi garder ce mot ?", self.motif)
        self.motif_field.hide()
        self.body.addWidget(self.motif_field)
        self.banner = Banner()
        self.body.addWidget(self.banner)
        self.save = Button("Enregistrer l’en-tête", "premier")
        self.choose_logo = Button("Choisir un logo", icon_name="folder-open")
        self.drop_logo = Button("Ôter le logo", "discret")
        row = Flow()
        for button in (self.save, self.choose_logo, self.drop_logo):
            row.flow.addWidget(button)
        self.body.addWidget(row)
        self.save.clicked.connect(self._save)
        self.motif.returnPressed.connect(self._save)
        self.choose_logo.clicked.connect(self._browse)
        self.drop_logo.clicked.connect(lambda: self._set_logo(None))

    def refresh(self) -> None:
        """Relit l'en-tête du cahier."""
        self._context.tasks.query(lambda cahier: cahier.entete(), self._show, self)

    def take_logo(self, path: Path) -> None:
        """Garde les points gris d'une image ; dit une phrase si ce n'en est pas une."""
        image = read_image(path)
        if image is None:
            self.banner.tell(NOT_AN_IMAGE, "alerte")
            return
        self.banner.hush()
        self._set_logo(to_logo(image))

    def _show(self, entete: Entete) -> None:
        for name, widget in self.inputs.items():
            text = getattr(entete, name)
            if isinstance(widget, QPlainTextEdit):
                widget.setPlainText(text)
            else:
                widget.setText(text)
        self._motifs = dict(entete.motifs)
        self._set_logo(entete.logo)

    def _set_logo(self, logo: Logo | None) -> None:
        self._logo = logo
        size = f"{logo.largeur} × {logo.hauteur} points, en gris" if logo else "aucun"
        self.logo_state.setText(f"Logo : {size}")
        self.drop_logo.setVisible(logo is not None)

    def _entete(self) -> Entete:
        texts = {name: _text(widget) for name, widget in self.inputs.items()}
        return Entete(**texts, logo=self._logo, motifs=tuple(self._motifs.items()))

    def _save(self) -> None:
        self.banner.hush()
        for field in self.fields.values():
            field.absolve()
        if self._word and self.motif.text().strip():
            self._motifs[self._word] = self.motif.text().strip()
        self._word = ""
        self.motif.clear()
        self.motif_field.hide()
        entete = self._entete()
        self._context.tasks.change(
            lambda cahier: verifier_entete(cahier, entete), self._saved, self, self._refuse
        )

    def _saved(self, _nothing: object) -> None:
        self.banner.tell("L’en-tête est enregistré : il sera sur chaque lettre.")

    def _refuse(self, error: ErreurConnue) -> None:
        if isinstance(error, MotDEntete):
            self._word = error.terme
            self.motif_field.show()
            self.motif.setFocus()
            self.banner.tell(error.phrase, "alerte")
        elif isinstance(error, SaisieIncomplete) and error.champ in self.fields:
            self.fields[error.champ].blame(error.phrase)
        else:
            self.banner.tell(error.phrase, "alerte")

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, "Choisir un logo", str(Path.home()), "Images (*.png *.jpg *.jpeg *.bmp)"
        )
        if chosen:
            self.take_logo(Path(chosen))


def read_image(path: Path) -> QImage | None:
    """L'image d'un fichier, ou rien ; un fichier démesuré n'est pas lu."""
    try:
        if path.stat().st_size > 20_000_000:
            return None
        data = path.read_bytes()
    except OSError:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    image = reader.read()
    return None if image.isNull() else image


def to_logo(image: QImage) -> Logo:
    """Les points gris d'une image, sur fond blanc, réduits : rien d'autre n'en reste."""
    if max(image.width(), image.height()) > LOGO_PX:
        image = image.scaled(
            LOGO_PX,
            LOGO_PX,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    page = QImage(image.size(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, image)
    painter.end()
    gray = page.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = gray.width(), gray.height()
    stride = gray.bytesPerLine()  # une ligne finit par des octets perdus
    points = bytes(gray.constBits())
    lines = (points[y * stride : y * stride + width] for y in range(height))
    return Logo(width, height, b"".join(lines))


def _text(widget: QLineEdit | QPlainTextEdit) -> str:
    text = widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()
    return text.strip()
