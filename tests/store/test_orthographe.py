"""Les mots ajoutés au dictionnaire restent dans le cahier."""

from __future__ import annotations

from tat_carnet.store.cahier import CahierOuvert


def test_un_mot_s_ajoute_une_fois_et_se_retire(cahier: CahierOuvert) -> None:
    for mot in ("chichon", " chichon ", "  ", "zone"):
        cahier.add_mot(mot)
    assert cahier.mots_ajoutes() == {"chichon", "zone"}

    cahier.delete_mot("zone")
    cahier.delete_mot("zone")
    assert cahier.mots_ajoutes() == {"chichon"}
    cahier.verify()
