"""Les sites."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from store.aides import LE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.filtre import Filtre, FiltreGarde
from tat_carnet.domain.plan import PlanSecteur, Position
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Famille,
    Maille,
    Moment,
    TypeFait,
    TypeSite,
)
from tat_carnet.store.cahier import CahierOuvert


def test_un_site_se_relit_et_se_corrige(cahier: CahierOuvert) -> None:
    premier = site(
        "Hall du Cèdre",
        type=TypeSite.hall,
        maille=Maille.ilot,
        ilot="Îlot Nord",
        nom_usage=TexteBrut("le tiers-lieu"),
        logements_approx=8,
    )
    cahier.save_site(premier)
    assert list(cahier.sites()) == [premier]

    corrige = replace(premier, libelle_public="Hall du Tilleul", logements_approx=None)
    cahier.save_site(corrige)

    assert list(cahier.sites()) == [corrige]


def test_un_site_sans_nom_est_refuse(cahier: CahierOuvert) -> None:
    with pytest.raises(SaisieIncomplete):
        cahier.save_site(site(" "))

    assert list(cahier.sites()) == []


def test_les_sites_viennent_par_fait_le_plus_recent_puis_par_creation(
    cahier: CahierOuvert,
) -> None:
    a, b, c, d = (site(nom) for nom in "abcd")
    for lieu in (a, b, c, d):
        cahier.save_site(lieu)
    cahier.save_fait(fait(a, instant=LE))
    cahier.save_fait(fait(b, instant=LE + timedelta(hours=1)))
    cahier.save_fait(fait(a, instant=LE - timedelta(hours=1)))

    assert list(cahier.sites()) == [b, a, d, c]


SEPT, OCT = date(2026, 9, 1), date(2026, 10, 1)


def jetons(cahier: CahierOuvert, table: str) -> set[int]:
    """Les jetons d'une table : le sceau ne voit que les lignes dont le jeton a changé."""
    return {jeton for (jeton,) in cahier._base.rows(f"SELECT jeton FROM {table}")}


def texte_cherche(cahier: CahierOuvert, mot: str) -> int:
    return cahier.count_faits(Filtre(texte=mot))


def test_l_epingle_d_un_site_se_relit_et_s_enleve(cahier: CahierOuvert) -> None:
    lieu = site(position_plan=Position(0.25, 0.75))
    cahier.save_site(lieu)
    assert list(cahier.sites()) == [lieu]

    cahier.save_site(replace(lieu, position_plan=None))
    assert cahier.sites()[0].position_plan is None


def test_fusionner_deux_sites_donne_les_faits_au_premier(cahier: CahierOuvert) -> None:
    garde, double = site("Place"), site("La placette")
    cahier.save_site(garde)
    cahier.save_site(double)
    a, b = fait(garde, "ici"), fait(double, "là-bas")
    cahier.save_fait(a)
    cahier.save_fait(b)
    cahier.save_brouillon(fait(double, "en cours"))

    assert list(cahier.merge_sites(garde.id, double.id)) == [b.id]

    assert [lieu.id for lieu in cahier.sites()] == [garde.id]
    assert {f.id for f in cahier.faits(Filtre(site_id=garde.id))} == {a.id, b.id}
    assert texte_cherche(cahier, "place") == 2
    assert texte_cherche(cahier, "placette") == 0
    brouillon = cahier.brouillon()
    assert brouillon is not None
    assert brouillon.site_id == garde.id
    cahier.check_content()
    cahier.verify()


def test_un_brouillon_d_un_autre_site_ne_bouge_pas(cahier: CahierOuvert) -> None:
    garde, double, tiers = site("a"), site("b"), site("c")
    for lieu in (garde, double, tiers):
        cahier.save_site(lieu)
    cahier.save_brouillon(fait(tiers))
    cahier.merge_sites(garde.id, double.id)

    brouillon = cahier.brouillon()
    assert brouillon is not None
    assert brouillon.site_id == tiers.id


def test_une_fusion_se_defait(cahier: CahierOuvert) -> None:
    """Témoin : déplacer un fait sans lui donner de jeton neuf fait tomber l'essai (vu une fois)."""
    garde, double = site("a"), site("b")
    cahier.save_site(garde)
    cahier.save_site(double)
    deplace = fait(double)
    cahier.save_fait(deplace)
    avant = jetons(cahier, "fait")
    ids = cahier.merge_sites(garde.id, double.id)
    pendant = jetons(cahier, "fait")
    cahier.save_site(double)
    cahier.move_faits([*ids, "inconnu"], double.id)

    assert [f.id for f in cahier.faits(Filtre(site_id=double.id))] == [deplace.id]
    assert len({*avant, *pendant, *jetons(cahier, "fait")}) == 3
    cahier.check_content()


@pytest.mark.parametrize("ids", [("a", "a"), ("a", "absent"), ("absent", "a")])
def test_fusionner_avec_soi_ou_avec_rien_ne_change_rien(
    ids: tuple[str, str], cahier: CahierOuvert
) -> None:
    lieu = site("a", id="a")
    cahier.save_site(lieu)
    cahier.save_fait(fait(lieu))

    with pytest.raises(KeyError):
        cahier.merge_sites(*ids)

    assert list(cahier.sites()) == [lieu]
    assert cahier.count_faits(Filtre(site_id="a")) == 1


def test_un_site_sans_fait_s_efface_et_un_site_qui_en_a_reste(cahier: CahierOuvert) -> None:
    vide, plein = site("a"), site("b")
    cahier.save_site(vide)
    cahier.save_site(plein)
    cahier.save_fait(fait(plein))

    cahier.delete_site(vide.id)
    with pytest.raises(KeyError):
        cahier.delete_site(plein.id)

    assert [lieu.id for lieu in cahier.sites()] == [plein.id]


def test_renommer_un_secteur_le_renomme_partout(cahier: CahierOuvert) -> None:
    cahier.save_site(site("a", position_plan=Position(0.5, 0.5)))
    cahier.save_tournee(Tournee(LE.date(), Moment.soiree, "Sud"))
    cahier.save_plan(PlanSecteur("Sud", 1.0, image=b"pixels"))

    avant = [jetons(cahier, table) for table in ("site", "tournee", "plan")]

    cahier.rename_secteur("Sud", "Grand Sud")

    apres = [jetons(cahier, table) for table in ("site", "tournee", "plan")]
    assert all(un.isdisjoint(autre) for un, autre in zip(avant, apres, strict=True))

    assert list(cahier.secteurs()) == ["Grand Sud"]
    assert cahier.plan("Sud") is None
    assert cahier.plan("Grand Sud") == PlanSecteur("Grand Sud", 1.0, image=b"pixels")
    assert cahier.sites()[0].position_plan == Position(0.5, 0.5)
    cahier.check_content()


def test_reunir_deux_secteurs_garde_le_plan_de_celui_qui_existait(cahier: CahierOuvert) -> None:
    cahier.save_site(site("a", position_plan=Position(0.1, 0.1), id="a"))
    cahier.save_site(site("b", secteur="Nord", position_plan=Position(0.9, 0.9), id="b"))
    for secteur in ("Sud", "Nord"):
        cahier.save_plan(PlanSecteur(secteur, 1.0, image=secteur.encode()))

    cahier.rename_secteur("Sud", "Nord")

    assert cahier.plan("Nord") == PlanSecteur("Nord", 1.0, image=b"Nord")
    positions = {lieu.id: lieu.position_plan for lieu in cahier.sites()}
    assert positions == {"a": None, "b": Position(0.9, 0.9)}
    cahier.check_content()


def test_renommer_sous_le_meme_nom_garde_le_plan(cahier: CahierOuvert) -> None:
    cahier.save_plan(PlanSecteur("Sud", 1.0, image=b"pixels"))
    cahier.rename_secteur("Sud", "Sud")

    assert cahier.plan("Sud") is not None


def test_les_comptes_d_un_site_viennent_par_mois_et_par_famille(cahier: CahierOuvert) -> None:
    lieu, autre = site("a"), site("b")
    cahier.save_site(lieu)
    cahier.save_site(autre)
    for quoi in (
        fait(lieu, instant=datetime(2026, 9, 30, 23, 59)),
        fait(lieu, instant=datetime(2026, 10, 1), type=TypeFait.dechets),
        fait(lieu, instant=datetime(2026, 10, 31, 23, 59), type=TypeFait.degradation),
        fait(lieu, instant=datetime(2026, 8, 31, 23, 59)),
        fait(lieu, instant=datetime(2026, 11, 1)),
        fait(
            lieu,
            instant=datetime(2026, 10, 2),
            attestation=Attestation.infirme,
            reunion_le=date(2026, 10, 3),
        ),
        fait(autre, instant=datetime(2026, 10, 1)),
        fait(lieu, instant=datetime(2026, 9, 1), episode_id="e"),
        fait(lieu, instant=datetime(2026, 9, 2), episode_id="e"),
    ):
        cahier.save_fait(quoi)
    for jour, secteur, ras in (
        (date(2026, 10, 31), "Sud", True),
        (date(2026, 10, 1), "Sud", False),
        (date(2026, 11, 1), "Sud", False),
        (date(2026, 10, 5), "Nord", False),
    ):
        cahier.save_tournee(Tournee(jour, Moment.soiree, secteur, ras=ras))

    comptes = cahier.comptes_site(lieu.id, (SEPT, OCT))

    assert comptes.faits == {(SEPT, Famille.espaces): 2, (OCT, Famille.traces): 2}
    assert comptes.efforts == {OCT: Effort(2, 1)}
    assert comptes.total == 8


def test_les_comptes_de_decembre_s_arretent_a_la_fin_de_l_annee(cahier: CahierOuvert) -> None:
    lieu = site()
    cahier.save_site(lieu)
    cahier.save_fait(fait(lieu, instant=datetime(2026, 12, 31, 23, 59)))
    cahier.save_fait(fait(lieu, instant=datetime(2027, 1, 1)))

    assert cahier.comptes_site(lieu.id, (date(2026, 12, 1),)).vus == 1


def test_un_site_inconnu_n_a_pas_de_comptes(cahier: CahierOuvert) -> None:
    with pytest.raises(KeyError):
        cahier.comptes_site("absent", (SEPT,))


def test_ce_qui_nomme_un_site_ou_un_secteur_ailleurs_suit_aussi(cahier: CahierOuvert) -> None:
    """Sans quoi un fait jeté ne se reprendrait plus, et un filtre gardé ne rendrait rien."""
    garde, double = site("a"), site("b")
    cahier.save_site(garde)
    cahier.save_site(double)
    jete = fait(double)
    cahier.save_fait(jete)
    cahier.discard_fait(jete.id, LE)
    corrige = fait(double)
    cahier.save_fait(corrige)
    cahier.save_brouillon(corrige)
    cahier.save_filtre(FiltreGarde("là", Filtre(site_id=double.id, secteur="Sud")))
    cahier.save_filtre(FiltreGarde("ailleurs", Filtre(site_id=garde.id, secteur="Nord")))

    cahier.merge_sites(garde.id, double.id)
    cahier.rename_secteur("Sud", "Grand Sud")

    assert cahier.restore_fait(jete.id).site_id == garde.id
    correction = cahier.correction(corrige.id)
    assert correction is not None
    assert correction.site_id == garde.id
    filtres = {garde.nom: garde.filtre for garde in cahier.filtres()}
    assert filtres == {
        "là": Filtre(site_id=garde.id, secteur="Grand Sud"),
        "ailleurs": Filtre(site_id=garde.id, secteur="Nord"),
    }
    cahier.check_content()
