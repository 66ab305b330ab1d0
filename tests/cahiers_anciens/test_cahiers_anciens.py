"""Chaque schéma passé s'ouvre encore, et rien n'y manque."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cahiers_anciens.geler import CODE, ICI, LE, PHRASE
from tat_carnet.domain.conservation import GestePurge, Objet, Suspension
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store.cahier import unlock
from tat_carnet.store.migrations import CURRENT, MIGRATIONS, m0002_conserver

GELES = sorted(ICI.glob("schema-*.cahier"))


def test_chaque_schema_a_son_cahier_gele() -> None:
    attendus = [f"schema-{version}.cahier" for version in range(1, CURRENT + 1)]

    assert sorted(gele.name for gele in GELES) == sorted(attendus)


@pytest.mark.parametrize("secret", [PHRASE, CODE])
@pytest.mark.parametrize("gele", GELES, ids=lambda gele: gele.name)
def test_un_cahier_ancien_s_ouvre_et_rien_n_y_manque(
    gele: Path, secret: str, tmp_path: Path
) -> None:
    with unlock(Path(shutil.copytree(gele, tmp_path / gele.name)), secret) as cahier:
        cahier.verify()
        faits = cahier.faits(Filtre())
        assert [fait.texte_brut.lire() for fait in faits] == [
            "Un démenti, en réunion",
            "Au cœur de la nuit",
        ]
        assert [(fait.formulation, fait.relu_le) for fait in faits] == [
            ("Formulation 2.", LE),
            ("Formulation 1.", LE),
        ]
        assert cahier.count_faits(Filtre(texte="coeur oeil")) == 1
        (site,) = cahier.sites()
        assert site.nom_usage.lire() == "chez l’Œil"
        (tournee,) = cahier.tournees()
        assert (tournee.id, tournee.note.lire()) == ("t1", "froid")
        brouillon = cahier.brouillon()
        assert brouillon is not None
        assert brouillon.texte_brut.lire() == "à peine commencé"
        assert cahier.termes_masquage() == {"Zoé-fictive"}
        assert [ligne.destinataire for ligne in cahier.journal()] == ["Veille"]


DE_LA_CONSERVATION = next(
    migration.VERSION for migration in MIGRATIONS if migration is m0002_conserver
)


@pytest.mark.parametrize(
    "gele", [g for g in GELES if int(g.stem[7:]) >= DE_LA_CONSERVATION], ids=lambda gele: gele.name
)
def test_durees_annonces_et_suspension_se_relisent(gele: Path, tmp_path: Path) -> None:
    with unlock(Path(shutil.copytree(gele, tmp_path / gele.name)), PHRASE) as cahier:
        assert cahier.durees()[Objet.textes_bruts] == 3
        assert [annonce.objet for annonce in cahier.annonces()] == [Objet.faits]
        assert cahier.suspension() == Suspension(LE, True, "essai")
        assert [ligne.geste for ligne in cahier.journal_purge()] == [GestePurge.suspension]
