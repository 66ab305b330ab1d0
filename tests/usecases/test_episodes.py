"""Grouper les redites en un geste, et les compter une fois."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import TypeFait
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.episodes import detacher, grouper, redites_possibles

LE = datetime(2026, 11, 21, 21, 30)


@pytest.fixture
def notes(cahier: CahierOuvert) -> list[Fait]:
    """Trois bruits au même endroit, à un jour d'écart."""
    site = Site("Place du Lavoir", "Aubépines-Haut")
    cahier.save_site(site)
    notes = [Fait(LE + timedelta(days=d), site.id, TypeFait.bruit) for d in range(3)]
    for note in notes:
        cahier.save_fait(note)
    return notes


def test_deux_redites_sont_un_seul_episode(cahier: CahierOuvert, notes: list[Fait]) -> None:
    grouper(cahier, notes[1], notes[0])
    grouper(cahier, notes[2], cahier.fait(notes[1].id))

    assert len({cahier.fait(note.id).episode_id for note in notes}) == 1
    assert cahier.redites(Filtre()) == 2
    assert cahier.count_faits(Filtre()) == 3


def test_detacher_une_redite_en_refait_un_episode(cahier: CahierOuvert, notes: list[Fait]) -> None:
    groupe = grouper(cahier, notes[1], notes[0])
    detacher(cahier, groupe)

    assert cahier.redites(Filtre()) == 0


def test_on_ne_propose_que_des_faits_semblables(cahier: CahierOuvert, notes: list[Fait]) -> None:
    assert {f.id for f in redites_possibles(cahier, notes[0])} == {notes[1].id, notes[2].id}
    assert redites_possibles(cahier, replace(notes[0], type=None)) == ()
    assert redites_possibles(cahier, replace(notes[0], site_id=None)) == ()
