"""Le premier écran : ce que l'accueil demande, à 10 000 tournées."""

from __future__ import annotations

from datetime import timedelta
from statistics import median

from bench.banc import Banc, timed
from bench.cahiers import PHRASE, closed_cahier, in_one_block, scenario
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import Moment
from tat_carnet.store.cahier import CahierOuvert, unlock
from tat_carnet.usecases.dus import ce_qui_est_du

TOURNEES = 10_000
DERNIERS = 6


def first_screen(cahier: CahierOuvert) -> None:
    """Comme `ui.aujourdhui.view`."""
    now = cahier.faits(Filtre(), DERNIERS)[0].instant
    cahier.secteurs()
    cahier.open_tournee()
    ce_qui_est_du(cahier, now)
    cahier.sites()
    cahier.effort(now.date() - timedelta(days=6), now.date())


def mesurer(banc: Banc) -> None:
    """Les demandes de l'accueil, cahier ouvert."""
    path = closed_cahier(banc.folder, banc.faits)
    with unlock(path, PHRASE) as cahier:
        last = cahier.faits(Filtre(), 1)[0].instant.date()
        secteurs = sorted({site.secteur for site in scenario().sites})
        with in_one_block(cahier):
            for rank in range(TOURNEES):
                jour, secteur = last - timedelta(days=rank // 4), secteurs[rank % len(secteurs)]
                note = TexteBrut(f"calme, passage {rank}")
                cahier.save_tournee(Tournee(jour, Moment.soiree, secteur, note=note, terminee=True))
        taken = [timed(lambda: first_screen(cahier)) for _ in range(banc.tours)]
    name = f"premier écran, {banc.faits} faits, {TOURNEES} tournées"
    banc.report(name, median(taken), None, "≤ 150 ms")
