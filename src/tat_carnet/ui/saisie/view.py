"""L'écran de saisie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from tat_carnet.anonymisation.publics import noms_publics
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import LONGUEUR_CONSEILLEE, Fait, Site, Tournee
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.synonymes import MOTS_DU_TYPE
from tat_carnet.domain.vocabulaire import FAMILLE_DU_TYPE, TypeFait
from tat_carnet.ui.context import Context
from tat_carnet.ui.saisie.details import DetailsForm
from tat_carnet.ui.saisie.preview import Preview
from tat_carnet.ui.saisie.site_form import SiteForm
from tat_carnet.ui.theme.tokens import E12, E16, E24
from tat_carnet.ui.typographie import compte, nombre
from tat_carnet.ui.widgets.basics import Button, horizontal, vertical
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.fait_rows import fait_type
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.filter_choice import FilterChoice, Option
from tat_carnet.ui.widgets.page import Page
from tat_carnet.ui.widgets.texts import TextPane
from tat_carnet.usecases.noter import ajouter_site, noter_fait, terminer_tournee
from tat_carnet.usecases.ports import Cahier

DRAFT_DELAY_MS = 1500
"""Un brouillon est au plus deux secondes derrière le clavier (`coffre.md`)."""

UNFOLDED_TEXT_HEIGHT = 200
QWIDGETSIZE_MAX = (1 << 24) - 1

TYPE_OPTIONS = [
    Option(code.value, libelle(code), libelle(FAMILLE_DU_TYPE[code]), MOTS_DU_TYPE[code])
    for code in TypeFait
]


@dataclass(frozen=True, slots=True)
class Depart:
    """Ce qu'il faut pour commencer à écrire."""

    sites: Sequence[Site]
    tournee: Tournee | None
    brouillon: Fait | None
    liste: frozenset[str]
    fait: Fait | None


class SaisieView(Page):
    """Lieu, type, texte ; Ctrl+Entrée enregistre et prépare le suivant."""

    def __init__(self, context: Context) -> None:
        super().__init__("Noter un fait", scrolling=False)
        self._context = context
        self._fait = Fait(instant=context.clock())
        self._tournee: Tournee | None = None
        self._sites: dict[str, Site] = {}
        self._touched = False
        self._editing: str | None = None
        self.site = FilterChoice("Lieu", "Où ? Quelques lettres", creation="Nouveau lieu : {}")
        self.type = FilterChoice("Type de fait", "Quoi ? Quelques lettres : seringue, école…")
        self.type.set_options(TYPE_OPTIONS)
        self.autre = QLineEdit()
        self.raw = TextPane("Vos mots — ils restent dans ce cahier", raw=True)
        self.shared = TextPane("Ce que lirait le collectif", raw=False, read_only=True)
        self.preview = Preview(self.raw, self.shared)
        self.details = DetailsForm(context.clock().date())
        self.site_form = SiteForm()
        self.site_form.hide()
        self.site_field = Field("Lieu", self.site)
        self.type_field = Field("Type de fait", self.type)
        self.autre_field = Field("De quoi s’agit-il ?", self.autre)
        self.autre_field.hide()
        self.more = Expander("Préciser", shortcut="Ctrl+P")
        self.more.body.addWidget(self.details)
        self.more.toggle.toggled.connect(self._make_room)
        self.save = Button(
            "Enregistrer et suivant", "premier", shortcut="Ctrl+Return", hint="Ctrl+↵"
        )
        self.finish = Button("Terminer la tournée")
        self._lay_out()
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(DRAFT_DELAY_MS)
        self._connect()

    def arrive(self, fait_id: str | None = None) -> None:
        """Relit les lieux, la tournée en cours et le brouillon ; `fait_id` : modifier ce fait."""

        def load(cahier: Cahier) -> Depart:
            return Depart(
                sites=cahier.sites(),
                tournee=cahier.open_tournee(),
                brouillon=cahier.brouillon(),
                liste=cahier.termes_masquage(),
                fait=cahier.fait(fait_id) if fait_id else None,
            )

        self._context.tasks.query(load, self._begin, self)

    def flush_draft(self) -> None:
        """Met le brouillon en file d'écriture, tout de suite (avant un verrouillage)."""
        self._draft_timer.stop()
        if self._touched and self._editing is None:
            draft = self._read()
            self._context.tasks.query(
                lambda cahier: cahier.save_brouillon(draft), lambda _: None, self
            )

    def _lay_out(self) -> None:
        form = QWidget()
        column = vertical(form, gap=E12)
        where_what = Columns((self.site_field, 1), (self.type_field, 1), stack_below=480)
        for widget in (where_what, self.site_form, self.autre_field):
            column.addWidget(widget)
        self.texts = Columns((self.raw, 1), (self.shared, 1), stack_below=560)
        column.addWidget(self.texts, 100)
        column.addWidget(self.more)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        area.setWidget(form)
        self.area = area
        self.body.addWidget(area, 1)
        foot = horizontal(gap=E12)
        foot.addWidget(self.save)
        foot.addWidget(self.finish)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.setContentsMargins(E24, E12, E24, E16)

    def _connect(self) -> None:
        self._draft_timer.timeout.connect(self.flush_draft)
        self.raw.editor.textChanged.connect(self._edited)
        self.details.changed.connect(self._edited)
        self.autre.textEdited.connect(self._edited)
        self.site.chosen.connect(self._site_chosen)
        self.site.creation_asked.connect(self._ask_site)
        self.type.chosen.connect(self._type_chosen)
        self.site_form.confirmed.connect(self._add_site)
        self.site_form.cancelled.connect(self._close_site_form)
        self.save.clicked.connect(self._save)
        self.finish.clicked.connect(self._finish)

    def _begin(self, depart: Depart) -> None:
        self._tournee = depart.tournee
        self._set_sites(depart.sites)
        self.finish.setVisible(depart.tournee is not None and depart.fait is None)
        self._editing = depart.fait.id if depart.fait else None
        self.save.setText("Enregistrer" if depart.fait else "Enregistrer et suivant")
        self.title.setText(self._title())
        self.preview.set_terms(depart.liste, noms_publics(depart.sites))
        if depart.fait is not None:
            self._show(depart.fait)
        elif not self._touched:
            fresh = self._fresh(depart.sites[0].id if depart.sites else None)
            self._show(depart.brouillon or fresh)
            self._touched = depart.brouillon is not None
        self._focus_first()

    def _make_room(self, unfolded: bool) -> None:
        """Déplié, le volet a besoin de la place que les textes laissent."""
        self.texts.setMaximumHeight(UNFOLDED_TEXT_HEIGHT if unfolded else QWIDGETSIZE_MAX)
        if unfolded:
            QTimer.singleShot(
                0, self, lambda: self.area.ensureWidgetVisible(self.details.attestation)
            )

    def _title(self) -> str:
        if self._editing:
            return "Modifier un fait"
        if self._tournee is None:
            return "Noter un fait"
        return f"{self._tournee.secteur}, {libelle(self._tournee.plage)}"

    def _fresh(self, site_id: str | None) -> Fait:
        tournee_id = self._tournee.id if self._tournee else None
        return Fait(instant=self._context.clock(), site_id=site_id, tournee_id=tournee_id)

    def _set_sites(self, sites: Sequence[Site]) -> None:
        self._sites = {site.id: site for site in sites}
        self.site.set_options(
            [Option(s.id, s.libelle_public, s.secteur, s.nom_usage.lire()) for s in sites]
        )

    def _show(self, fait: Fait) -> None:
        self._fait = fait
        self.site.choose(fait.site_id)
        self.type.choose(fait.type.value if fait.type else None)
        self.autre.setText(fait.libelle_autre)
        self.autre_field.setVisible(fait.type is TypeFait.autre)
        self.raw.editor.blockSignals(True)
        self.raw.editor.setPlainText(fait.texte_brut.lire())
        self.raw.editor.blockSignals(False)
        self.details.show_fait(fait)
        self.preview.refresh()
        self._count()

    def _focus_first(self) -> None:
        """Le lieu d'abord, déjà choisi d'avance : Entrée suffit à le confirmer."""
        (self.site if self.type.key is None else self.raw).setFocus()

    def _read(self) -> Fait:
        return replace(
            self.details.read_into(self._fait),
            site_id=self.site.key,
            type=TypeFait(self.type.key) if self.type.key else None,
            libelle_autre=self.autre.text() if self.type.key == TypeFait.autre else "",
            texte_brut=TexteBrut(self.raw.text),
        )

    def _edited(self) -> None:
        self._touched = True
        self._count()
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _count(self) -> None:
        length = len(self.raw.text)
        over = length > LONGUEUR_CONSEILLEE
        text = f"{nombre(length)} caractères : c’est long, coupez en deux faits" if over else ""
        self.raw.note.setText(text)
        filled = self.details.filled(self._read())
        done = compte(filled, "précision", "précisions", feminin=True)
        self.more.set_title(f"Préciser ({done})" if filled else "Préciser")

    def _site_chosen(self, _key: str) -> None:
        self.site_field.absolve()
        self._edited()
        self.type.setFocus()

    def _type_chosen(self, key: str) -> None:
        self.type_field.absolve()
        self.autre_field.setVisible(key == TypeFait.autre)
        self._edited()
        (self.autre if key == TypeFait.autre else self.raw).setFocus()

    def _ask_site(self, nom: str) -> None:
        known = next(iter(self._sites.values()), None)
        secteur = self._tournee.secteur if self._tournee else (known.secteur if known else "")
        self.site_form.show()
        self.site_form.prepare(nom, secteur)

    def _add_site(self, site: Site) -> None:
        self._context.tasks.change(
            lambda cahier: (ajouter_site(cahier, site), cahier.sites()),
            lambda result: self._site_added(*result),
            self,
        )

    def _site_added(self, site: Site, sites: Sequence[Site]) -> None:
        self.site_form.hide()
        self._set_sites(sites)
        self.site.choose(site.id)
        self._site_chosen(site.id)

    def _close_site_form(self) -> None:
        self.site_form.hide()
        self.site.choose(self.site.key)
        self.site.setFocus()

    def _save(self) -> None:
        fait = self._read()
        try:
            fait = fait.verified()
        except SaisieIncomplete as error:
            self._blame(error)
            return
        self._draft_timer.stop()
        self._context.tasks.change(
            lambda cahier: noter_fait(cahier, fait), self._saved, self, self._not_saved
        )

    def _blame(self, error: SaisieIncomplete) -> None:
        fields = {
            "site_id": self.site_field,
            "type": self.type_field,
            "libelle_autre": self.autre_field,
            "natures_source": self.details.sources_field,
            "reunion_le": self.details.reunion_field,
            "themes": self.details.themes_field,
        }
        field = fields[error.champ]
        if self.details.isAncestorOf(field):
            self.more.toggle.setChecked(True)
        field.blame(error.phrase)
        QTimer.singleShot(0, field, lambda: self.area.ensureWidgetVisible(field))

    def _not_saved(self, error: object) -> None:
        phrase = getattr(error, "phrase", "")
        self.banner.tell(phrase, "danger", action=("Réessayer", self._save))

    def _saved(self, fait: Fait) -> None:
        self._touched = False
        if self._editing is not None:
            self._editing = None
            self._context.go("cahier", fait.id)
            return
        site = self._sites[fait.site_id or ""]
        self.banner.tell(
            f"Noté : {fait_type(fait)}, {site.libelle_public}.",
            action=("Annuler", partial(self._undo, fait)),
        )
        self._show(self._fresh(fait.site_id))
        self.site.setFocus()

    def _undo(self, fait: Fait) -> None:
        self._context.tasks.change(
            lambda cahier: cahier.delete_fait(fait.id), lambda _: self._undone(fait), self
        )

    def _undone(self, fait: Fait) -> None:
        self.banner.tell("Le fait est revenu dans la saisie, rien n’est perdu.")
        self._show(fait)
        self._edited()
        self.raw.setFocus()

    def _finish(self) -> None:
        tournee = self._tournee
        if tournee is None:
            return
        self.flush_draft()
        self._context.tasks.change(
            lambda cahier: terminer_tournee(cahier, tournee, TexteBrut()),
            lambda _: self._context.go("aujourdhui"),
            self,
        )
