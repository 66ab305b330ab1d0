"""Les schémas : en avant seulement, après une sauvegarde vérifiée."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cahiers_anciens import geler as gele
from store.aides import LE, PHRASE, empreinte
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import CahierIllisible, CahierPlusRecent
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import cahier as ouverture
from tat_carnet.store import migrations
from tat_carnet.store.cahier import CahierOuvert, unlock
from tat_carnet.store.migrations import CURRENT, MIGRATIONS

SCHEMA_1 = gele.ICI / "schema-1.cahier"


def test_les_migrations_se_suivent_sans_trou() -> None:
    assert [migration.VERSION for migration in MIGRATIONS] == list(range(1, CURRENT + 1))


def executer(dossier: Path, sql: str) -> None:
    with unlock(dossier, PHRASE) as cahier:
        cahier._base.rows(sql)


def test_un_cahier_plus_recent_est_refuse_doucement_et_reste_intact(dossier: Path) -> None:
    executer(dossier, f"PRAGMA user_version={CURRENT + 1}")
    avant = empreinte(dossier)

    with pytest.raises(CahierPlusRecent, match="Mettez tat_carnet à jour"):
        unlock(dossier, PHRASE)

    assert empreinte(dossier) == avant


@pytest.mark.parametrize("sql", ["PRAGMA user_version=0", "PRAGMA application_id=7"])
def test_une_base_chiffree_qui_n_est_pas_un_cahier_est_refusee(sql: str, dossier: Path) -> None:
    executer(dossier, sql)

    with pytest.raises(CahierIllisible, match="ne contient pas de cahier"):
        unlock(dossier, PHRASE)


def test_la_correction_d_un_cahier_ancien_garde_sa_place(tmp_path: Path) -> None:
    """Schéma 5 : le brouillon d'avant reste, les réglages sont vides, une correction s'ajoute."""
    with unlock(Path(shutil.copytree(SCHEMA_1, tmp_path / "Ancien.cahier")), gele.PHRASE) as cahier:
        assert cahier.second_dossier() is None
        avant = cahier.brouillon()
        correction = replace(cahier.fait("f1"), texte_brut=TexteBrut("repris"))
        cahier.save_brouillon(correction)

        assert cahier.brouillon() == avant
        assert cahier.correction("f1") == correction
        cahier.verify()


def apply_note(connection: Any) -> None:
    connection.execute("ALTER TABLE site ADD COLUMN essai TEXT")


def apply_echec(connection: Any) -> None:
    apply_note(connection)
    raise OSError(28, "plein")


def suivante(monkeypatch: pytest.MonkeyPatch, apply: Any) -> None:
    """Une migration fictive de plus."""
    step = SimpleNamespace(VERSION=CURRENT + 1, apply=apply)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, step))
    monkeypatch.setattr(migrations, "CURRENT", CURRENT + 1)
    monkeypatch.setattr(ouverture, "CURRENT", CURRENT + 1)


def test_un_cahier_ancien_est_sauvegarde_puis_mis_a_jour(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suivante(monkeypatch, apply_note)

    with unlock(dossier, PHRASE) as cahier:
        assert cahier._base.rows("SELECT essai FROM site") == [(None,)]
        assert version(cahier) == CURRENT + 1
        (sauvegarde,) = cahier.backups()
    assert sauvegarde.intacte
    monkeypatch.undo()
    with unlock(sauvegarde.path, PHRASE) as ancien:
        assert version(ancien) == CURRENT
        assert ancien.count_faits(Filtre()) == 3


def test_une_mise_a_jour_relancee_dans_la_meme_seconde_aboutit(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Contrôle positif, vu échouer : la sauvegarde d'avant portait déjà cet instant."""

    class Horloge:
        @staticmethod
        def now() -> datetime:
            return LE

    monkeypatch.setattr(ouverture, "datetime", Horloge)
    suivante(monkeypatch, apply_echec)
    with pytest.raises(Exception, match="disque est plein"):
        unlock(dossier, PHRASE)
    suivante(monkeypatch, apply_note)

    with unlock(dossier, PHRASE) as cahier:
        assert version(cahier) == CURRENT + 1
        assert cahier.backups()[0].intacte


def test_une_mise_a_jour_interrompue_ne_laisse_rien(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suivante(monkeypatch, apply_echec)
    with pytest.raises(Exception, match="disque est plein"):
        unlock(dossier, PHRASE)
    monkeypatch.undo()

    with unlock(dossier, PHRASE) as cahier:
        assert version(cahier) == CURRENT
        assert cahier.count_faits(Filtre()) == 3
        cahier.verify()


def version(cahier: CahierOuvert) -> int:
    return int(cahier._base.rows("PRAGMA user_version")[0][0])
