"""Une faute sur un mot courant n'est pas un nom ; un mot démesuré n'est ni l'un ni l'autre."""

from __future__ import annotations

from tat_carnet.anonymisation.sonorite import est_une_faute, sonne_comme_un_prenom


def test_un_mot_demesure_n_est_ni_une_faute_ni_un_prenom() -> None:
    """Témoin : les mêmes mots, courts, sont reconnus."""
    assert est_une_faute("batimant")
    assert sonne_comme_un_prenom("kevine")
    assert not est_une_faute("batimant" * 5)
    assert not sonne_comme_un_prenom("kevine" * 6)
