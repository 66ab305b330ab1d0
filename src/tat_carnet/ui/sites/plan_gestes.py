"""Les gestes du plan d'un secteur : l'importer, l'ôter, y poser une épingle ; chacun s'annule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from tat_carnet.domain.fait import Site
from tat_carnet.domain.plan import PlanSecteur, Position
from tat_carnet.ui.context import Context
from tat_carnet.ui.sites.plan_import import PlanImport
from tat_carnet.ui.sites.secteur_detail import SecteurDetail
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.usecases import sites as gestes
from tat_carnet.usecases.ports import Cahier

FICHIERS: Final = "Images et contours (*.png *.jpg *.jpeg *.geojson *.json)"


class PlanGestes(QWidget):
    """Ce qui arrive au plan du secteur montré ; invisible. `show` rouvre un secteur ou un lieu."""

    def __init__(
        self,
        context: Context,
        secteur: SecteurDetail,
        banner: Banner,
        sites: Callable[[], Sequence[Site]],
        show: Callable[[str], None],
    ) -> None:
        super().__init__(secteur)
        self.hide()
        self._context, self._secteur, self._banner = context, secteur, banner
        self._sites, self._show = sites, show
        self.importing = PlanImport(context.tasks, self)
        self.importing.progressed.connect(secteur.show_progress)
        self.importing.imported.connect(self._imported)
        self.importing.refused.connect(self._not_imported)
        secteur.import_asked.connect(self._ask)
        secteur.import_stopped.connect(self.importing.stop)
        secteur.plan_dropped.connect(self._drop)

    def pin(self, site: Site, position: Position | None) -> None:
        """Pose l'épingle d'un lieu, ou la retire."""
        self._context.tasks.change(
            lambda cahier: gestes.epingler(cahier, site, position),
            partial(self._pinned, site),
            self,
        )

    def _pinned(self, before: Site, placed: Site) -> None:
        text = "L’épingle est posée." if placed.position_plan else "L’épingle est retirée."
        undo = partial(self.pin, placed, before.position_plan)
        self._banner.tell(text, action=("Annuler", undo))
        self._show(placed.id)

    def _here(self, secteur: str) -> list[Site]:
        return [site for site in self._sites() if site.secteur == secteur]

    def _ask(self) -> None:
        folder = str(self._context.exports_folder)
        chosen, _ = QFileDialog.getOpenFileName(self.window(), "Importer un plan", folder, FICHIERS)
        if chosen:
            self._banner.hush()
            self.importing.start(Path(chosen), self._secteur.secteur)

    def _imported(self, secteur: str) -> None:
        pins = any(site.position_plan for site in self._here(secteur))
        check = " Vérifiez que les épingles tombent juste." if pins else ""
        self._banner.tell(f"Le plan est dans le cahier.{check}")
        self._show(secteur)

    def _not_imported(self, phrase: str) -> None:
        self._secteur.show_progress(None)
        self._banner.tell(phrase, "alerte")
        self._secteur.load.setFocus()

    def _drop(self) -> None:
        secteur = self._secteur.secteur

        def drop(cahier: Cahier) -> PlanSecteur | None:
            plan = cahier.plan(secteur)
            cahier.delete_plan(secteur)
            return plan

        self._context.tasks.change(drop, partial(self._dropped, self._here(secteur)), self)

    def _dropped(self, sites: Sequence[Site], plan: PlanSecteur | None) -> None:
        assert plan is not None
        undo = partial(self._restore, sites, plan)
        self._banner.tell("Le plan et ses épingles sont retirés.", action=("Les reprendre", undo))
        self._show(plan.secteur)

    def _restore(self, sites: Sequence[Site], plan: PlanSecteur) -> None:
        def restore(cahier: Cahier) -> None:
            cahier.save_plan(plan)
            for site in sites:
                cahier.save_site(site)

        self._context.tasks.change(restore, lambda _: self._restored(plan.secteur), self)

    def _restored(self, secteur: str) -> None:
        self._banner.tell("Le plan est revenu.")
        self._show(secteur)
