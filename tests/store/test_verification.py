"""Relire tout : pages, structure, index, lignes."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.aides import PHRASE, remplir
from tat_carnet.domain.errors import CahierIllisible
from tat_carnet.store.cahier import CahierOuvert, unlock
from tat_carnet.store.layout import PAGE


def test_un_cahier_sain_se_relit(cahier: CahierOuvert) -> None:
    remplir(cahier, 5)
    cahier.delete_fait(remplir(cahier, 2)[0].id)

    cahier.verify()


def test_un_index_qui_ne_dit_plus_les_textes_est_vu(cahier: CahierOuvert) -> None:
    remplir(cahier, 2)
    cahier._base.rows("DROP TRIGGER fait_indexe_change")
    cahier._base.rows("UPDATE fait SET texte_brut = 'autre'")

    with pytest.raises(CahierIllisible):
        cahier.verify()


def test_une_page_abimee_que_l_ouverture_ne_lit_pas_est_vue(dossier: Path) -> None:
    """Témoin : l'ouverture, elle, ne lit pas la page abîmée et passe."""
    with unlock(dossier, PHRASE) as cahier:
        ((page,),) = cahier._base.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'journal'")
    base = dossier / "cahier.db"
    octets = bytearray(base.read_bytes())
    octets[(page - 1) * PAGE + 100] ^= 1
    base.write_bytes(octets)

    with unlock(dossier, PHRASE) as cahier, pytest.raises(CahierIllisible, match="abîmées"):
        cahier.verify()
