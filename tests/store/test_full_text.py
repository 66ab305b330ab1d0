"""Effacer vite d'un index, puis le refaire : entre les deux, rien d'effacé ne se retrouve."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from epreuves.pages import en_clair
from store.aides import LE, PHRASE, fait
from store.test_purge import APRES, remplir
from tat_carnet.domain.conservation import Objet
from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import purge
from tat_carnet.store.cahier import CahierOuvert, unlock
from tat_carnet.store.full_text import INDEXES, erase_fast, rebuild
from tat_carnet.store.layout import DATABASE

BORNE = date(2026, 3, 20)


@pytest.fixture
def grosse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Toute purge est grosse."""
    monkeypatch.setattr(purge, "GROSSE", 1)


@pytest.fixture
def rempli(dossier: Path) -> Iterator[CahierOuvert]:
    """Un cahier sur le disque, six faits d'avant la borne, un mot à part dans l'un d'eux."""
    with unlock(dossier, PHRASE) as cahier:
        remplir(cahier)
        cahier.save_fait(fait(cahier.sites()[0], "zqxwabomi et la suite", LE))
        yield cahier


def surs(cahier: CahierOuvert) -> set[bool]:
    """Si chaque index efface sans reste."""
    return {
        cahier._base.rows(f"SELECT v FROM {index}_config WHERE k = 'secure-delete'") == [(1,)]
        for (index,) in cahier._base.rows(INDEXES)
    }


def reste(cahier: CahierOuvert) -> bool:
    """Vrai si le mot se lit encore dans les pages déchiffrées ; un index en garde la fin."""
    return b"wabomi" in en_clair(cahier.path / DATABASE, bytes(cahier._key.raw))


def _puis(_fait: None, panne: OSError) -> None:
    raise panne


def vider(cahier: CahierOuvert) -> None:
    while cahier.avancer_purge(2):
        pass


@pytest.mark.usefixtures("grosse")
def test_au_milieu_d_une_grosse_purge_rien_d_efface_ne_se_retrouve(rempli: CahierOuvert) -> None:
    """Ni la recherche, ni les mots qu'on y proposerait ; l'index et les textes s'accordent."""
    assert rempli.count_faits(Filtre(texte="zqxwabomi")) == 1
    assert "zqxwabomi" in rempli.mots_bruts()
    rempli.commencer_purge(Objet.textes_bruts, BORNE)
    vider(rempli)

    assert surs(rempli) == {False}
    assert rempli.count_faits(Filtre(texte="zqxwabomi")) == 0
    assert rempli.trouver("zqxwabomi") == []
    assert rempli.trouver("zqxwabome") == []
    assert "zqxwabomi" not in rempli.mots_bruts()
    rempli.verify()


@pytest.mark.usefixtures("grosse")
@pytest.mark.parametrize("objet", [Objet.textes_bruts, Objet.faits])
def test_une_grosse_purge_achevee_ne_laisse_rien_et_efface_de_nouveau_sans_reste(
    rempli: CahierOuvert, objet: Objet
) -> None:
    assert reste(rempli)
    rempli.commencer_purge(objet, BORNE)
    vider(rempli)
    rempli.achever_purge(APRES)

    assert surs(rempli) == {True}
    assert not reste(rempli)
    rempli.verify()
    assert rempli.count_faits(Filtre(texte="texte")) == 4
    assert rempli.count_faits(Filtre(texte="relu")) == (5 if objet is Objet.textes_bruts else 2)


@pytest.mark.usefixtures("grosse")
def test_temoin_une_grosse_purge_qui_ne_refait_pas_ses_index_est_prise(
    rempli: CahierOuvert,
) -> None:
    """Témoin, vu échouer : la marque suffit à ne plus rien retrouver, non à ne rien laisser."""
    rempli.commencer_purge(Objet.textes_bruts, BORNE)
    vider(rempli)
    with patch.object(purge, "rebuild"):
        rempli.achever_purge(APRES)

    assert reste(rempli)


def test_une_petite_purge_efface_mot_a_mot(rempli: CahierOuvert) -> None:
    rempli.commencer_purge(Objet.textes_bruts, BORNE)
    assert surs(rempli) == {True}
    vider(rempli)
    rempli._base.compact()

    assert not reste(rempli)


def test_une_purge_deja_commencee_garde_sa_facon_d_effacer(
    rempli: CahierOuvert, monkeypatch: pytest.MonkeyPatch
) -> None:
    rempli.commencer_purge(Objet.textes_bruts, BORNE)
    monkeypatch.setattr(purge, "GROSSE", 1)
    rempli.commencer_purge(Objet.faits, BORNE)

    assert surs(rempli) == {True}


def test_un_echec_au_moment_de_commencer_laisse_effacer_sans_reste(rempli: CahierOuvert) -> None:
    """L'index tient aussi le réglage en mémoire : l'annuler sur le disque ne suffirait pas."""
    plein = OSError(28, "plein")
    with (
        patch.object(purge, "GROSSE", 1),
        patch.object(purge, "erase_fast", lambda connection: _puis(erase_fast(connection), plein)),
        pytest.raises(EcritureImpossible),
    ):
        rempli.commencer_purge(Objet.textes_bruts, BORNE)
    assert rempli.purge_en_cours() is None

    rempli.delete_fait(rempli.faits(Filtre(texte="zqxwabomi"))[0].id)
    rempli._base.compact()
    assert surs(rempli) == {True}
    assert not reste(rempli)


def test_refaire_des_index_qui_effacent_sans_reste_ne_touche_a_rien(rempli: CahierOuvert) -> None:
    with rempli._base.change() as connection:
        avant = connection.total_changes
        rebuild(connection)
        assert connection.total_changes == avant
