"""Tenir la liste de masquage : ce qu'un fichier y verse, ce qu'il n'y verse pas."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.relecture import relire_texte
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases import masquage
from tat_carnet.usecases.masquage import lire_termes, verser_termes


@pytest.mark.parametrize(
    ("octets", "termes"),
    [
        ("Zoé\nKévin\r\n\n Zoé ".encode(), {"Zoé", "Kévin"}),
        ("Zoé;Kévin\tTiti".encode(), {"Zoé", "Kévin", "Titi"}),
        ('\ufeff"Zoé"\n'.encode(), {"Zoé"}),
        ("Zoé\nKévin".encode("cp1252"), {"Zoé", "Kévin"}),
        (b"x\nY\n", set()),
        (b"", set()),
    ],
)
def test_une_liste_se_lit_quelle_que_soit_sa_forme(octets: bytes, termes: set[str]) -> None:
    assert lire_termes(octets) == termes


@pytest.mark.parametrize("octets", [b"PK\x03\x04\x00\x00", ("mot " * 30).encode()])
def test_ce_qui_n_est_pas_une_liste_se_dit(octets: bytes) -> None:
    with pytest.raises(ErreurConnue, match="Rien n’a été ajouté"):
        lire_termes(octets)


def test_une_liste_demesuree_se_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(masquage, "TERMES_AU_PLUS", 2)
    with pytest.raises(ErreurConnue, match="trop de termes"):
        lire_termes(b"aa\nbb\ncc")


def test_verser_dit_combien_sont_nouveaux(cahier: CahierOuvert) -> None:
    cahier.add_termes_masquage({"Zoé"})

    assert verser_termes(cahier, frozenset({"Zoé", "Kévin", "Titi"})) == 2
    assert cahier.termes_masquage() == {"Zoé", "Kévin", "Titi"}


def test_dix_mille_termes_verses_se_masquent(cahier: CahierOuvert) -> None:
    termes = frozenset(f"Zorglub{rang:05d}x" for rang in range(10_000))
    assert verser_termes(cahier, termes) == 10_000
    passage = relire_texte("vu zorglub04242x ce soir", cahier.termes_masquage())

    assert "zorglub04242x" not in passage.texte
