"""La maison tient debout : isolement des essais, deux commandes, dépendances dites."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tat_carnet import paths


def test_les_cahiers_d_un_essai_vont_dans_sa_maison(maison: Path) -> None:
    assert maison in paths.cahiers_folder().parents
    assert maison in paths.settings_file().parents


@pytest.mark.parametrize("famille", [socket.AF_INET, socket.AF_INET6])
def test_un_essai_qui_ouvre_une_socket_internet_echoue(famille: socket.AddressFamily) -> None:
    with pytest.raises(AssertionError, match="socket Internet"):
        socket.socket(famille)
