"""Les textes abîmés par un collage."""

from tat_carnet.store.text import storable


def test_un_demi_signe_est_marque_et_le_reste_garde() -> None:
    assert storable("avant \ud83d après 🙂") == "avant \ufffd après 🙂"
