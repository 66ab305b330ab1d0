"""Mots, recherches, termes : ce qui s'oublie avec le dernier texte qui le disait, rien d'autre."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.conservation import Objet, PurgeSuspendue, Restes, Suspension
from tat_carnet.domain.courrier import Courrier, EffetObserve, Reponse
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre, FiltreGarde
from tat_carnet.domain.partenaire import Echange, Partenaire
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import TypeFait, TypePartenaire
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.conservation import purger_un_bloc
from tat_carnet.usecases.corbeille import effacer_pour_de_bon, vider_corbeille

LE = datetime(2026, 11, 21, 21, 45)
PLUS_TARD = LE + timedelta(days=31)
PLACE = Site("Place du Lavoir", "Aubépines")
DIT = Fait(
    LE, PLACE.id, TypeFait.degradation, TexteBrut("Zorbalix et Mirkodan"), materiel="quazibul"
)


@pytest.fixture(autouse=True)
def rempli(cahier: CahierOuvert) -> None:
    """Un fait jeté, seul à dire deux mots ; un autre dit le troisième ; nul ne dit le dernier."""
    cahier.save_site(PLACE)
    cahier.save_fait(DIT)
    cahier.save_fait(replace(DIT, id="autre", texte_brut=TexteBrut("vu Mirkodan"), materiel=""))
    for mot in ("Zorbalix", "Mirkodan", "quazibul", "Trenivox"):
        cahier.add_mot(mot)
    cahier.add_termes_masquage(["Zorbalix", "Mirkodan", "Trenivox"])
    for nom, texte in (
        ("nuits", "zorbal"),
        ("Zorbalix", "banc"),
        ("Trenivox", "banc"),
        ("les nôtres", "Mirkodan"),
    ):
        cahier.save_filtre(FiltreGarde(nom, Filtre(texte=texte)))
    cahier.discard_fait(DIT.id, LE)


def gardes(cahier: CahierOuvert) -> tuple[set[str], set[str], set[str]]:
    """Les mots ajoutés, les termes masqués, les recherches gardées."""
    return (
        set(cahier.mots_ajoutes()),
        set(cahier.termes_masquage()),
        {garde.nom for garde in cahier.filtres()},
    )


TOUT = (
    {"Zorbalix", "Mirkodan", "quazibul", "Trenivox"},
    {"Zorbalix", "Mirkodan", "Trenivox"},
    {"nuits", "Zorbalix", "Trenivox", "les nôtres"},
)
RESTE = (
    {"Mirkodan", "Trenivox"},
    {"Mirkodan", "Trenivox"},
    {"Trenivox", "les nôtres"},
)


def test_un_fait_a_la_corbeille_dit_encore_ses_mots(cahier: CahierOuvert) -> None:
    assert vider_corbeille(cahier, LE + timedelta(days=29)) == 0

    assert gardes(cahier) == TOUT


def test_la_corbeille_qui_se_vide_oublie_ce_qu_elle_etait_seule_a_dire(
    cahier: CahierOuvert,
) -> None:
    """Un terme entré d'avance reste : rien ne l'a encore dit. Contrôle positif, vu échouer : vider
    la corbeille sans oublier."""
    assert vider_corbeille(cahier, PLUS_TARD) == 1

    assert gardes(cahier) == RESTE
    cahier.verify()


def test_effacer_pour_de_bon_oublie_de_meme(cahier: CahierOuvert) -> None:
    effacer_pour_de_bon(cahier, DIT.id)

    assert gardes(cahier) == RESTE


def test_un_fait_qui_ne_disait_rien_de_garde_n_oublie_rien(cahier: CahierOuvert) -> None:
    cahier.save_fait(replace(DIT, id="banal", texte_brut=TexteBrut("un banc cassé"), materiel=""))
    cahier.discard_fait("banal", LE - timedelta(days=1))

    assert vider_corbeille(cahier, LE + timedelta(days=29, hours=12)) == 1
    assert gardes(cahier) == TOUT


def test_une_requisition_garde_les_mots_comme_les_faits(cahier: CahierOuvert) -> None:
    cahier.suspendre(Suspension(LE, True))

    assert vider_corbeille(cahier, PLUS_TARD) == 0
    with pytest.raises(PurgeSuspendue):
        cahier.oublier(Restes(mots=frozenset({"Zorbalix"})))
    assert gardes(cahier) == TOUT


def test_purger_les_situations_oublie_le_mot_de_leurs_etapes(cahier: CahierOuvert) -> None:
    """Contrôle positif, vu échouer : n'oublier qu'à la fin d'une purge de textes ou de faits."""
    jour = date(2024, 1, 5)
    cahier.add_mot("Valbrexu")
    etape = EtapeSituation(jour, TexteBrut("avec Valbrexu"))
    cahier.save_situation(Situation("S-1", jour, etapes=(etape,)))
    cahier.commencer_purge(Objet.situations, date(2026, 1, 1))
    assert "Valbrexu" in cahier.mots_ajoutes()
    while purger_un_bloc(cahier, LE) is None:
        pass

    assert "Valbrexu" not in cahier.mots_ajoutes()


@pytest.mark.parametrize("ou", ["objet", "suite", "réponse", "effet", "lettre"])
def test_un_mot_d_echange_ou_de_courrier_reste_tant_qu_il_y_est(
    ou: str, cahier: CahierOuvert
) -> None:
    """Puis le mot part, et le terme à la purge de faits suivante. Contrôle positif, vu échouer :
    sans lire échanges ni courriers, les deux partaient aussitôt."""
    jour = date(2024, 1, 5)
    dit = TexteBrut("vu avec\nValbrexu")
    cahier.save_partenaires([Partenaire("Mairie", TypePartenaire.ville, id="p1")])
    courrier = Courrier("soutien_familles", "p1", cree_le=datetime(2024, 1, 5))
    match ou:
        case "objet":
            cahier.save_echange(Echange("p1", jour, objet=dit))
        case "suite":
            cahier.save_echange(Echange("p1", jour, suite=dit))
        case "réponse":
            cahier.save_courrier(replace(courrier, reponse=Reponse(jour, dit)))
        case "effet":
            cahier.save_courrier(replace(courrier, observes=(EffetObserve(jour, dit),)))
        case _:
            cahier.save_courrier(replace(courrier, pieces=(dit.lire(),)))
    cahier.add_mot("Valbrexu")
    cahier.add_termes_masquage(["Valbrexu"])

    purger(cahier, Objet.textes_bruts)
    assert all("Valbrexu" in garde for garde in gardes(cahier)[:2])
    purger(cahier, Objet.documents)
    assert "Valbrexu" not in cahier.mots_ajoutes()
    purger(cahier, Objet.textes_bruts)
    assert "Valbrexu" not in cahier.termes_masquage()


def purger(cahier: CahierOuvert, objet: Objet) -> None:
    cahier.commencer_purge(objet, date(2026, 1, 1))
    while purger_un_bloc(cahier, LE) is None:
        pass


def test_ce_que_dit_une_formulation_reste_jusqu_a_ce_qu_elle_parte(cahier: CahierOuvert) -> None:
    """Le texte purgé, sa formulation se cherche, se relit et sort encore : le mot qu'elle dit n'y
    est pas une faute, la recherche trouve, le terme est à masquer. Contrôle positif, vu échouer :
    ne lire que `mots_bruts`."""
    vieux = replace(DIT, id="vieux", instant=datetime(2024, 1, 5), materiel="")
    vieux = replace(vieux, texte_brut=TexteBrut("Valbrexu et Quozimel"))
    cahier.save_fait(vieux.relu("Près du local Quozimel.", LE))
    for mot in ("Valbrexu", "Quozimel"):
        cahier.add_mot(mot)
        cahier.add_termes_masquage([mot])
        cahier.save_filtre(FiltreGarde(f"le {mot}", Filtre(texte=mot)))

    purger(cahier, Objet.textes_bruts)
    for garde, texte in zip(gardes(cahier), ("{}", "{}", "le {}"), strict=True):
        assert texte.format("Quozimel") in garde
        assert texte.format("Valbrexu") not in garde
    assert cahier.count_faits(Filtre(texte="Quozimel")) == 1

    purger(cahier, Objet.faits)
    assert not any("Quozimel" in " ".join(garde) for garde in gardes(cahier))


def test_purger_les_journaux_n_oublie_rien(cahier: CahierOuvert) -> None:
    cahier.commencer_purge(Objet.journaux, date(2026, 1, 1))
    while purger_un_bloc(cahier, LE) is None:
        pass

    assert gardes(cahier) == TOUT
