"""Le formulaire d'un fait : ses champs, leur ordre, ce qui manque dit au bon endroit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from tat_carnet.anonymisation.publics import noms_publics
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import LONGUEUR_CONSEILLEE, Fait, Site, Tournee
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.modeles import modele_de
from tat_carnet.domain.synonymes import MOTS_DU_TYPE
from tat_carnet.domain.vocabulaire import FAMILLE_DU_TYPE, TypeFait
from tat_carnet.ui.saisie.details import DetailsForm
from tat_carnet.ui.saisie.marks import Marks
from tat_carnet.ui.saisie.preview import Preview
from tat_carnet.ui.saisie.site_form import SiteForm
from tat_carnet.ui.saisie.vocabulaire import Vocabulaire
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.typographie import compte, francais, nombre
from tat_carnet.ui.widgets.basics import vertical
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.filter_choice import FilterChoice, Option
from tat_carnet.ui.widgets.texts import TextPane

UNFOLDED_TEXT_HEIGHT: Final = 200
COUNTED_FROM: Final = 700
"""Le compteur se tait tant que le texte est court."""
NO_LIMIT: Final = (1 << 24) - 1
"""Hauteur maximale d'un widget sans limite (`QWIDGETSIZE_MAX`)."""

TYPE_OPTIONS: Final = [
    Option(code.value, libelle(code), libelle(FAMILLE_DU_TYPE[code]), MOTS_DU_TYPE[code])
    for code in TypeFait
]


class FaitForm(QScrollArea):
    """Lieu, type, texte et précisions d'un fait. `edited` part à chaque geste de la personne.

    `site_form.confirmed` porte un lieu à créer ; qui tient le cahier l'écrit puis appelle
    `take_site`.
    """

    edited = Signal()

    def __init__(self, fait: Fait) -> None:
        super().__init__()
        self._fait = fait
        self._sites: dict[str, Site] = {}
        self._blamed: Field | None = None
        self.site = FilterChoice("Lieu", "Où ? Quelques lettres", creation="Nouveau lieu : {}")
        self.type = FilterChoice("Type de fait", "Quoi ? Quelques lettres : seringue, école…")
        self.type.set_options(TYPE_OPTIONS)
        self.autre = QLineEdit()
        self.raw = TextPane("Vos mots — ils restent dans ce cahier", raw=True)
        self.shared = TextPane("Ce que lirait le collectif", raw=False, read_only=True)
        self.marks = Marks(self.raw.editor)
        self.vocabulaire = Vocabulaire(self.raw.editor)
        self.preview = Preview(self.raw, self.shared, self.marks, self.vocabulaire)
        self.details = DetailsForm(fait.instant.date())
        self.site_form = SiteForm()
        self.site_field = Field("Lieu", self.site)
        self.type_field = Field("Type de fait", self.type)
        self.autre_field = Field("De quoi s’agit-il ?", self.autre)
        self.texts = Columns((self.raw, 1), (self.shared, 1), stack_below=560)
        self.more = Expander("Préciser", shortcut="Ctrl+P")
        self._lay_out()
        self._connect()

    def set_terms(self, sites: Sequence[Site], liste: frozenset[str]) -> None:
        """Change les lieux proposés, et ce que l'aperçu masque ou laisse."""
        self._set_sites(sites)
        self.preview.set_terms(liste, noms_publics(sites))

    def site_named(self, site_id: str) -> Site:
        """Un lieu connu."""
        return self._sites[site_id]

    def show_fait(self, fait: Fait) -> None:
        """Montre un fait, sans rien annoncer."""
        self._fait = fait
        self.site.choose(fait.site_id)
        self.type.choose(fait.type.value if fait.type else None)
        self.autre.setText(fait.libelle_autre)
        self.autre_field.setVisible(fait.type is TypeFait.autre)
        self.raw.editor.blockSignals(True)
        self.raw.editor.setPlainText(fait.texte_brut.lire())
        self.raw.editor.blockSignals(False)
        self.details.show_fait(fait)
        self._follow_type(fait.type)
        self.preview.refresh()
        self._count()

    def read(self) -> Fait:
        """Le fait tel que tapé, complet ou non."""
        return replace(
            self.details.read_into(self._fait),
            site_id=self.site.key,
            type=TypeFait(self.type.key) if self.type.key else None,
            libelle_autre=self.autre.text() if self.type.key == TypeFait.autre else "",
            texte_brut=TexteBrut(self.raw.text),
        )

    def focus_first(self) -> None:
        """Le lieu d'abord, déjà choisi d'avance : Entrée suffit à le confirmer."""
        (self.site if self.type.key is None else self.raw).setFocus()

    def ask_site(self, nom: str, secteur: str) -> None:
        """Déplie le petit formulaire d'un lieu nouveau."""
        self.site_form.show()
        self.site_form.prepare(nom, secteur or self._last_secteur())

    def begin(self, tournee: Tournee | None, *, editing: bool) -> None:
        """Dit dans quelle tournée on note, et si l'on corrige un fait déjà écrit."""
        self.details.set_tournee(tournee)
        self.details.keep_degree(editing)

    def take_site(self, site: Site, sites: Sequence[Site]) -> None:
        """Un lieu vient d'être créé : le choisir et passer au type."""
        self.site_form.hide()
        self._set_sites(sites)
        self.site.choose(site.id)
        self._site_chosen()

    def blame(self, error: SaisieIncomplete) -> None:
        """Dit ce qui manque sous le champ qui manque ; le texte reste."""
        field = {
            "site_id": self.site_field,
            "type": self.type_field,
            "libelle_autre": self.autre_field,
            "reunion_le": self.details.reunion_field,
            "instant": self.details.instant_field,
            "attestation": self.details.attestation_field,
            **self.details.fields,
        }[error.champ]
        self._blamed = field
        if self.details.isAncestorOf(field):
            self.more.toggle.setChecked(True)
        field.blame(error.phrase)
        QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field))

    def _lay_out(self) -> None:
        content = QWidget()
        column = vertical(content, gap=E12)
        column.addWidget(Columns((self.site_field, 1), (self.type_field, 1), stack_below=480))
        for widget in (self.site_form, self.autre_field):
            widget.hide()
            column.addWidget(widget)
        column.addWidget(self.texts, 100)
        column.addWidget(self.vocabulaire)
        column.addWidget(self.details.asked)
        self.more.body.addWidget(self.details)
        column.addWidget(self.more)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def _connect(self) -> None:
        for changed in (
            self.raw.editor.textChanged,
            self.details.changed,
            self.autre.textEdited,
            self.site.chosen,
            self.type.chosen,
        ):
            changed.connect(self._edited)
        self.site.chosen.connect(self._site_chosen)
        self.type.chosen.connect(self._type_chosen)
        self.site_form.cancelled.connect(self._close_site_form)
        self.more.toggle.toggled.connect(self._make_room)
        self.vocabulaire.age_asked.connect(self._ask_age)

    def _edited(self) -> None:
        if self._blamed is not None:
            self._blamed.absolve()
            self._blamed = None
        self._count()
        self.edited.emit()

    def _set_sites(self, sites: Sequence[Site]) -> None:
        self._sites = {site.id: site for site in sites}
        self.site.set_options(
            [Option(s.id, s.libelle_public, s.secteur, s.nom_usage.lire()) for s in sites]
        )

    def _last_secteur(self) -> str:
        last = next(iter(self._sites.values()), None)
        return last.secteur if last else ""

    def _count(self) -> None:
        length = len(self.raw.text)
        text = f"{nombre(length)} sur {nombre(LONGUEUR_CONSEILLEE)}"
        if length > LONGUEUR_CONSEILLEE:
            text = f"{text} : c’est long, coupez en deux faits"
        self.raw.note.setText(text if length >= COUNTED_FROM else "")
        filled = self.details.filled(self.read())
        done = compte(filled, "précision", "précisions", feminin=True)
        self.more.set_title(f"Préciser ({done})" if filled else "Préciser")

    def _site_chosen(self) -> None:
        self.site_field.absolve()
        self.type.setFocus()

    def _type_chosen(self, key: str) -> None:
        self.type_field.absolve()
        self._follow_type(TypeFait(key))
        self.autre_field.setVisible(key == TypeFait.autre)
        (self.autre if key == TypeFait.autre else self.raw).setFocus()

    def _ask_age(self) -> None:
        self.more.toggle.setChecked(True)
        ages = self.details.tranche_age
        next(iter(ages.buttons())).setFocus()
        QTimer.singleShot(0, ages, lambda: self.ensureWidgetVisible(ages))

    def _follow_type(self, type_fait: TypeFait | None) -> None:
        """Montre d'abord ce que ce type demande."""
        modele = modele_de(type_fait)
        self.details.ask(modele.champs)
        self.raw.editor.setPlaceholderText(francais(modele.amorce))

    def _close_site_form(self) -> None:
        self.site_form.hide()
        self.site.choose(self.site.key)
        self.site.setFocus()

    def _make_room(self, unfolded: bool) -> None:
        """Déplié, le volet a besoin de la place que les textes laissent."""
        self.texts.setMaximumHeight(UNFOLDED_TEXT_HEIGHT if unfolded else NO_LIMIT)
        if unfolded:
            first = self.details.attestation
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(first))
