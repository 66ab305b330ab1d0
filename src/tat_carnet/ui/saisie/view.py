"""L'écran de saisie : écrire un fait, garder le brouillon, enregistrer, annuler."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer

from tat_carnet.anonymisation import preparer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.context import Context
from tat_carnet.ui.saisie.form import FaitForm
from tat_carnet.ui.saisie.orthographe import Orthographe
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.widgets.basics import Button, horizontal
from tat_carnet.ui.widgets.fait_rows import fait_type
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.noter import ajouter_site, noter_fait, terminer_tournee
from tat_carnet.usecases.ports import Cahier

DRAFT_DELAY_MS: Final = 1500
"""Un brouillon est au plus deux secondes derrière le clavier (`coffre.md`)."""


@dataclass(frozen=True, slots=True)
class Depart:
    """Ce qu'il faut pour commencer à écrire ; `fait` : celui qu'on modifie, s'il existe déjà.

    `brouillon` : ce qui en était commencé, ou la saisie en cours.
    """

    sites: Sequence[Site]
    tournee: Tournee | None
    brouillon: Fait | None
    liste: frozenset[str]
    mots: frozenset[str]
    fait: Fait | None


class SaisieView(Page):
    """Lieu, type, texte ; Ctrl+Entrée enregistre et prépare le suivant."""

    def __init__(self, context: Context) -> None:
        super().__init__("Noter un fait", scrolling=False)
        self._context = context
        self._tournee: Tournee | None = None
        self._touched = False
        self._editing: str | None = None
        self._here: str | None = None
        self.form = FaitForm(Fait(instant=context.clock()))
        self.orthographe = Orthographe(self.form.raw, self.form.marks, context)
        self.save = Button(
            "Enregistrer et suivant", "premier", shortcut="Ctrl+Return", hint="Ctrl+↵"
        )
        self.finish = Button("Terminer la tournée")
        foot = horizontal(gap=E12)
        foot.addWidget(self.save)
        foot.addWidget(self.finish)
        foot.addStretch(1)
        self.body.addWidget(self.form, 1)
        self.body.addLayout(foot)
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(DRAFT_DELAY_MS)
        self._draft_timer.timeout.connect(self.flush_draft)
        self.form.edited.connect(self._edited)
        self.form.site.creation_asked.connect(self._ask_site)
        self.form.site_form.confirmed.connect(self._add_site)
        self.save.clicked.connect(self._save)
        self.finish.clicked.connect(self._finish)

    def arrive(self, fait_id: str | None = None, site_id: str | None = None) -> None:
        """Relit les lieux, la tournée en cours et le brouillon.

        `fait_id` : modifier ce fait. `site_id` : le lieu d'un fait neuf.
        """
        self._here = site_id

        def load(cahier: Cahier) -> Depart:
            brouillon = cahier.brouillon()
            fait = _modifie(cahier, fait_id, brouillon)
            return Depart(
                sites=cahier.sites(),
                tournee=cahier.open_tournee(),
                brouillon=cahier.correction(fait.id) if fait else brouillon,
                liste=cahier.termes_masquage(),
                mots=cahier.mots_ajoutes(),
                fait=fait,
            )

        self._context.tasks.query(load, self._begin, self)
        # À côté : la première lettre tapée n'attend ni les lexiques, ni les motifs.
        self._context.tasks.aside(lambda _: preparer(), lambda _: None, self)

    def flush_draft(self) -> None:
        """Met le brouillon en file d'écriture, tout de suite (avant un verrouillage)."""
        self._draft_timer.stop()
        if self._touched:
            draft = self.form.read()
            self._context.tasks.query(
                lambda cahier: cahier.save_brouillon(draft), lambda _: None, self
            )

    def _begin(self, depart: Depart) -> None:
        self._tournee = depart.tournee
        self._editing = depart.fait.id if depart.fait else None
        self.finish.setVisible(depart.tournee is not None and depart.fait is None)
        self.save.setText("Enregistrer" if depart.fait else "Enregistrer et suivant")
        self.title.setText(self._title())
        self.form.begin(depart.tournee, editing=depart.fait is not None)
        self.form.set_terms(depart.sites, depart.liste)
        self.orthographe.set_words(depart.mots)
        if depart.fait is not None:
            self._touched = depart.brouillon is not None
            self.form.show_fait(depart.brouillon or depart.fait)
        elif not self._touched:
            last = depart.sites[0].id if depart.sites else None
            fresh = self._fresh(self._here or last)
            self.form.show_fait(depart.brouillon or fresh)
            self._touched = depart.brouillon is not None
        self.form.focus_first()

    def _title(self) -> str:
        if self._editing:
            return "Modifier un fait"
        if self._tournee is None:
            return "Noter un fait"
        return f"{self._tournee.secteur}, {libelle(self._tournee.plage)}"

    def _fresh(self, site_id: str | None) -> Fait:
        tournee_id = self._tournee.id if self._tournee else None
        now = self._context.clock()
        instant = self._tournee.instant_propose(now) if self._tournee else now
        return Fait(instant=instant, site_id=site_id, tournee_id=tournee_id)

    def _edited(self) -> None:
        self._touched = True
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _ask_site(self, nom: str) -> None:
        self.form.ask_site(nom, self._tournee.secteur if self._tournee else "")

    def _add_site(self, site: Site) -> None:
        self._context.tasks.change(
            lambda cahier: (ajouter_site(cahier, site), cahier.sites()),
            lambda result: self.form.take_site(*result),
            self,
        )

    def _save(self) -> None:
        try:
            fait = self.form.read().verified()
        except SaisieIncomplete as error:
            self.form.blame(error)
            return
        self._draft_timer.stop()
        now = self._context.clock()
        self._context.tasks.change(
            lambda cahier: noter_fait(cahier, fait, now), self._saved, self, self._not_saved
        )

    def _not_saved(self, error: ErreurConnue) -> None:
        if isinstance(error, SaisieIncomplete):
            self.form.blame(error)
            return
        self.banner.tell(error.phrase, "danger", action=("Réessayer", self._save))

    def _saved(self, fait: Fait) -> None:
        self._touched = False
        if self._editing is not None:
            self._editing = None
            self._context.go("cahier", fait.id)
            return
        where = self.form.site_named(fait.site_id or "").libelle_public
        self.banner.tell(
            f"Noté : {fait_type(fait)}, {where}.", action=("Annuler", partial(self._undo, fait))
        )
        self.form.show_fait(self._fresh(fait.site_id))
        self.form.site.setFocus()

    def _undo(self, fait: Fait) -> None:
        """Rend le fait à la saisie ; si elle sert déjà au suivant, il attend à la corbeille."""
        if self._touched:
            now = self._context.clock()
            self._context.tasks.change(
                lambda cahier: cahier.discard_fait(fait.id, now), lambda _: self._set_aside(), self
            )
            return
        self.form.setEnabled(False)  # ce qui s'y taperait d'ici là serait recouvert
        self._context.tasks.change(
            lambda cahier: cahier.delete_fait(fait.id),
            lambda _: self._undone(fait),
            self,
            self._not_undone,
        )

    def _set_aside(self) -> None:
        self.banner.tell(
            "Le fait noté est à la corbeille, d’où il se reprend. "
            "Ce que vous écriviez est gardé, rien n’est perdu.",
            action=("Voir la corbeille", partial(self._context.go, "corbeille")),
        )
        self.flush_draft()
        self.form.raw.setFocus()

    def _undone(self, fait: Fait) -> None:
        self.form.setEnabled(True)
        self.banner.tell("Le fait est revenu dans la saisie, rien n’est perdu.")
        self.form.show_fait(fait)
        self._edited()
        self.form.raw.setFocus()

    def _not_undone(self, error: ErreurConnue) -> None:
        self.form.setEnabled(True)
        self.banner.tell(error.phrase, "alerte")

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


def _modifie(cahier: Cahier, fait_id: str | None, brouillon: Fait | None) -> Fait | None:
    """Le fait à modifier : celui qu'on demande, ou celui dont le brouillon est une reprise."""
    asked = fait_id or (brouillon.id if brouillon else None)
    if asked is None:
        return None
    try:
        return cahier.fait(asked)
    except KeyError:
        return None
