"""Chaque schéma passé s'ouvre encore, et rien n'y manque."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from cahiers_anciens.geler import CODE, ECHEANCE, ICI, LE, PHRASE, REUNION, SITUATION
from tat_carnet.domain.conservation import GestePurge, Objet, Suspension
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.logo import Logo
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.domain.vocabulaire import TypePartenaire
from tat_carnet.store import cles
from tat_carnet.store.cahier import unlock
from tat_carnet.store.kdf import derive
from tat_carnet.store.migrations import (
    CURRENT,
    MIGRATIONS,
    m0002_conserver,
    m0004_adresser,
    m0007_relire,
    m0008_retrouver,
    m0009_reunir,
    m0010_rappeler,
)

DERIVE_UNE_FOIS = cache(derive)


@pytest.fixture(autouse=True)
def derivation_sur_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """La vraie dérivation, une fois par cahier gelé et par secret : on les rouvre dix fois."""
    monkeypatch.setattr(cles, "derive_apart", DERIVE_UNE_FOIS)


SITUER = 6
"""Le schéma qui a apporté plans, situations et échéances."""
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
        assert {ligne.destinataire for ligne in cahier.journal()} == {"Veille"}


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


DE_L_ANNUAIRE = next(migration.VERSION for migration in MIGRATIONS if migration is m0004_adresser)


@pytest.mark.parametrize(
    "gele", [g for g in GELES if int(g.stem[7:]) >= DE_L_ANNUAIRE], ids=lambda gele: gele.name
)
def test_annuaire_courriers_et_en_tete_se_relisent(gele: Path, tmp_path: Path) -> None:
    with unlock(Path(shutil.copytree(gele, tmp_path / gele.name)), PHRASE) as cahier:
        (structure,) = cahier.partenaires(FiltreAnnuaire(texte="cedre"))
        assert (structure.nom, structure.fonction) == ("Régie du Cèdre", "Agence")
        assert [echange.objet.lire() for echange in cahier.echanges("p1")] == ["un appel"]
        (courrier,) = cahier.courriers()
        assert (courrier.reference, courrier.faits) == ("2026-001", ("f1",))
        assert cahier.entete().logo == Logo(1, 1, b"\x7f")


@pytest.mark.parametrize(
    "gele", [g for g in GELES if int(g.stem[7:]) < DE_L_ANNUAIRE], ids=lambda gele: gele.name
)
def test_un_cahier_d_avant_l_annuaire_en_recoit_un(gele: Path, tmp_path: Path) -> None:
    with unlock(Path(shutil.copytree(gele, tmp_path / gele.name)), PHRASE) as cahier:
        cahier.save_partenaires([Partenaire("Mairie", TypePartenaire.ville)])
        cahier.check_content()
        assert cahier.count_partenaires(FiltreAnnuaire("mairie")) == 1
        assert list(cahier.courriers()) == []


@pytest.mark.parametrize("gele", GELES, ids=lambda gele: gele.name)
def test_plans_situations_et_echeances_se_relisent_ou_s_ajoutent(
    gele: Path, tmp_path: Path
) -> None:
    """Un cahier d'avant n'en a pas, et en reçoit ; un cahier d'après les a gardés."""
    avait = int(gele.stem.removeprefix("schema-")) >= SITUER
    with unlock(Path(shutil.copytree(gele, tmp_path / gele.name)), PHRASE) as cahier:
        assert list(cahier.situations()) == [SITUATION] * avait
        assert list(cahier.echeances()) == [ECHEANCE] * avait
        assert (cahier.plan("Sud") is not None) is avait
        (site,) = cahier.sites()
        assert (site.position_plan is not None) is avait

        cahier.save_situation(SITUATION)
        cahier.save_echeance(ECHEANCE)

        assert list(cahier.situations()) == [SITUATION]
        assert list(cahier.echeances()) == [ECHEANCE]
        cahier.check_content()
        cahier.verify()


RAPPELER = next(migration.VERSION for migration in MIGRATIONS if migration is m0010_rappeler)
DU_SAS = next(migration.VERSION for migration in MIGRATIONS if migration is m0007_relire)


@pytest.mark.parametrize(
    "gele", [g for g in GELES if int(g.stem[7:]) >= DU_SAS], ids=lambda gele: gele.name
)
def test_ce_que_le_sas_retient_se_relit(gele: Path, tmp_path: Path) -> None:
    with unlock(Path(shutil.copytree(gele, tmp_path / gele.name)), PHRASE) as cahier:
        (levee,) = cahier.levees("f1")
        assert levee.motif.lire() == "nom d’un square"
        assert [sillage.periode for sillage in cahier.sillages({"f1"})] == ["2026-S11"]
        assert [essai.gardien for essai in cahier.essais_intrus()] == [True]


@pytest.mark.parametrize(
    "gele", [g for g in GELES if int(g.stem[7:]) >= RAPPELER], ids=lambda gele: gele.name
)
def test_un_motif_sans_fait_se_relit_avec_son_passage(gele: Path, tmp_path: Path) -> None:
    with unlock(Path(shutil.copytree(gele, tmp_path / gele.name)), PHRASE) as cahier:
        libres = [levee for levee in cahier.levees() if levee.fait_id is None]
        assert [(levee.motif.lire(), levee.passage) for levee in libres] == [
            ("nom d’une salle", "0" * 64)
        ]


def test_un_motif_d_avant_le_schema_10_ne_sait_pas_d_ou_il_vient(tmp_path: Path) -> None:
    with unlock(Path(shutil.copytree(ICI / "schema-9.cahier", tmp_path / "c")), PHRASE) as cahier:
        assert [levee.passage for levee in cahier.levees()] == [""]


@pytest.mark.parametrize(
    "gele", [g for g in GELES if int(g.stem[7:]) >= SITUER], ids=lambda gele: gele.name
)
def test_ce_qui_etait_ecrit_avant_ces_index_s_y_trouve(gele: Path, tmp_path: Path) -> None:
    with unlock(Path(shutil.copytree(gele, tmp_path / gele.name)), PHRASE) as cahier:
        textes = ("loupe", "dossier depose", "rentree", "2026-001")
        trouves = [[trouve.id for trouve in cahier.trouver(texte)] for texte in textes]
        assert trouves == [["u1"], ["u1"], ["h1"], ["c1"]]
        avait = int(gele.stem.removeprefix("schema-")) >= m0008_retrouver.VERSION
        assert [site.bailleur_id for site in cahier.sites()] == ["p1" if avait else None]


@pytest.mark.parametrize("gele", GELES, ids=lambda gele: gele.name)
def test_les_reunions_se_relisent_ou_s_ajoutent(gele: Path, tmp_path: Path) -> None:
    avait = int(gele.stem.removeprefix("schema-")) >= m0009_reunir.VERSION
    with unlock(Path(shutil.copytree(gele, tmp_path / gele.name)), PHRASE) as cahier:
        assert list(cahier.reunions()) == [REUNION] * avait

        cahier.save_reunion(REUNION)

        assert cahier.reunion("r1") == REUNION
        assert [trouve.id for trouve in cahier.trouver("salle coeur")] == ["r1"]
        assert [trouve.id for trouve in cahier.trouver("gache")] == ["d1"]
        cahier.check_content()
        cahier.verify()


@pytest.mark.parametrize(
    "gele",
    [g for g in GELES if int(g.stem[7:]) >= m0009_reunir.VERSION],
    ids=lambda gele: gele.name,
)
def test_ce_qui_etait_la_se_cherche_dans_les_index_refaits(gele: Path, tmp_path: Path) -> None:
    """Schéma 11 : un échange mène à sa structure, une structure réunie à sa réunion ; les
    corriger les ôte de l’index."""
    with unlock(Path(shutil.copytree(gele, tmp_path / gele.name)), PHRASE) as cahier:
        assert [trouve.id for trouve in cahier.trouver("appel")] == ["p1"]
        assert [trouve.id for trouve in cahier.trouver("centre social")] == ["r1"]
        (courrier,) = cahier.courriers()
        cahier.save_courrier(replace(courrier, pieces=("relevé fictif",)))
        assert [trouve.id for trouve in cahier.trouver("releve")] == [courrier.id]
        cahier.save_courrier(courrier)
        assert cahier.trouver('"relevé"') == []
        cahier.save_reunion(replace(REUNION, structures=()))
        assert cahier.trouver('"centre social"') == []
        cahier.verify()
