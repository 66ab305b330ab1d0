"""Le sceau : une vieille base, ou une vieille page, ne passe pas pour neuve."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.aides import PHRASE, fait, remplir, site
from tat_carnet.domain.errors import CahierIllisible
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store.cahier import CahierOuvert, unlock
from tat_carnet.store.cles import DataKey
from tat_carnet.store.seal import (
    CahierRevenuEnArriere,
    State,
    check_seal,
    read_seal,
    read_state,
    write_seal,
)

CLE = DataKey(bytes(32))
ETAT = State("cahier-fictif", 12, 3456)


def etat(cahier: CahierOuvert) -> State:
    state = read_state(cahier._base)
    assert state is not None
    return state


def test_chaque_ecriture_avance_le_compteur_et_change_la_somme(cahier: CahierOuvert) -> None:
    """Ajouter, corriger à l'identique, effacer : rien ne passe inaperçu."""
    etats = [etat(cahier)]
    (premier,) = remplir(cahier, 1)
    etats.append(etat(cahier))
    for ecrire in (
        lambda: cahier.save_fait(premier),
        lambda: cahier.delete_fait(premier.id),
        lambda: cahier.add_termes_masquage(["terme"]),
    ):
        ecrire()
        etats.append(etat(cahier))
        cahier.check_content()

    assert [un_etat.compteur for un_etat in etats] == [0, 2, 3, 4, 5]
    assert len({un_etat.somme for un_etat in etats}) == 5


def test_une_ligne_revenue_a_un_etat_ancien_est_vue(cahier: CahierOuvert) -> None:
    """Ce que fait une vieille page recollée. Témoin : juste avant, le contrôle passe."""
    (premier,) = remplir(cahier, 1)
    ((ancien,),) = cahier._base.rows("SELECT jeton FROM fait")
    cahier.save_fait(premier)
    cahier.check_content()

    for trigger in ("fait_change",):
        cahier._base.rows(f"DROP TRIGGER {trigger}")
    cahier._base.rows("UPDATE fait SET jeton = ?", (ancien,))

    with pytest.raises(CahierRevenuEnArriere, match="revenue à un état ancien"):
        cahier.check_content()


def test_une_base_sans_identite_n_est_pas_d_ici(cahier: CahierOuvert) -> None:
    cahier._base.rows("DELETE FROM identite")

    with pytest.raises(CahierRevenuEnArriere):
        cahier.check_content()


def test_un_sceau_se_relit_sous_sa_cle_et_pas_sous_une_autre(tmp_path: Path) -> None:
    assert read_seal(tmp_path, CLE) is None
    write_seal(tmp_path, ETAT, CLE)

    assert read_seal(tmp_path, CLE) == ETAT
    assert read_seal(tmp_path, DataKey(b"1" * 32)) is None


@pytest.mark.parametrize("contenu", [b"", b"{}", b"[]", b'{"cahier": 1, "compteur": "x"}'])
def test_un_sceau_abime_ne_dit_rien(contenu: bytes, tmp_path: Path) -> None:
    (tmp_path / "sceau.json").write_bytes(contenu)

    assert read_seal(tmp_path, CLE) is None


def test_une_base_en_avance_sur_son_sceau_est_admise_et_en_retard_refusee() -> None:
    """En avance : l'application a été tuée avant de sceller."""
    check_seal(None, ETAT)
    check_seal(ETAT, ETAT)
    check_seal(ETAT, replace(ETAT, compteur=13))
    for revenu in (replace(ETAT, compteur=11), replace(ETAT, somme=1)):
        with pytest.raises(CahierRevenuEnArriere, match="plus ancien"):
            check_seal(ETAT, revenu)


def test_une_vieille_base_remise_en_place_se_voit_et_s_ouvre_si_on_y_tient(dossier: Path) -> None:
    vieille = (dossier / "cahier.db").read_bytes()
    with unlock(dossier, PHRASE) as cahier:
        lieu = site()
        cahier.save_site(lieu)
        cahier.save_fait(fait(lieu, "un démenti"))
    (dossier / "cahier.db").write_bytes(vieille)

    with pytest.raises(CahierIllisible, match="plus ancien"):
        unlock(dossier, PHRASE)

    assert (dossier / "cahier.db").read_bytes() == vieille
    with unlock(dossier, PHRASE, accept_older=True) as cahier:
        assert cahier.count_faits(Filtre()) == 3
