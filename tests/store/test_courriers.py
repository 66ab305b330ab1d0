"""Les courriers et l'en-tête dans le cahier ; une référence ne sert qu'une fois."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.aides import LE
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Changement, Courrier, Demande, EffetObserve, Reponse
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.logo import Logo
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.vocabulaire import Evolution, StatutCourrier, TypePartenaire
from tat_carnet.store.cahier import CahierOuvert

MAIRIE = Partenaire("Mairie", TypePartenaire.ville, id="p1")
ENTIER = Courrier(
    "ville_traces",
    "p1",
    copies=("p2",),
    faits=("f1", "f2"),
    objet="Matériel au square",
    effets="Les parents font un détour.",
    demandes=(Demande("Ramasser.", date(2026, 3, 20)), Demande("Former.")),
    disponibilite="le mardi",
    cree_le=LE,
    statut=StatutCourrier.repondu,
    historique=(Changement(StatutCourrier.relu, LE),),
    reponse=Reponse(date(2026, 4, 1), TexteBrut("d’accord")),
    pieces=("Plan du square",),
    observes=(
        EffetObserve(date(2026, 4, 8), TexteBrut("propre"), Evolution.mieux, ("t1", "t2"), ("f3",)),
        EffetObserve(date(2026, 4, 9)),
    ),
    relance_de="c0",
    rectifie="c00",
    id="c1",
)


def test_un_courrier_se_relit_entier(cahier: CahierOuvert) -> None:
    cahier.save_partenaires([MAIRIE])
    cahier.save_courrier(ENTIER)
    nu = Courrier("sante_produits", cree_le=LE, id="c2")
    cahier.save_courrier(nu)

    assert cahier.courrier("c1") == ENTIER
    assert list(cahier.courriers()) == [nu, ENTIER]
    with pytest.raises(KeyError):
        cahier.courrier("inconnu")


def test_un_courrier_d_avant_les_pieces_et_les_tournees_se_relit(cahier: CahierOuvert) -> None:
    """Ce qu'écrivaient les cahiers d'avant : ni pièces, ni sens, ni tournées d'un effet."""
    cahier.save_partenaires([MAIRIE])
    cahier.save_courrier(ENTIER)
    with cahier._base.change() as connection:
        connection.execute(
            "UPDATE courrier SET contenu = json_set(json_remove(contenu, '$.pieces'), "
            "'$.observes', json('[[\"2026-04-08\", \"propre\"]]')), "
            "jeton = random() & 0xFFFFFFFFFF"
        )

    ancien = cahier.courrier("c1")

    assert ancien.pieces == ()
    assert ancien.observes == (EffetObserve(date(2026, 4, 8), TexteBrut("propre")),)


def test_une_reference_suit_la_precedente_de_l_annee(cahier: CahierOuvert) -> None:
    donnees = [
        cahier.give_reference(Courrier("m", cree_le=LE), annee).reference
        for annee in (2026, 2026, 2027, 2026)
    ]

    assert donnees == ["2026-001", "2026-002", "2027-001", "2026-003"]


def test_une_reference_donnee_ne_change_plus(cahier: CahierOuvert) -> None:
    premiere = cahier.give_reference(Courrier("m", cree_le=LE), 2026)

    encore = cahier.give_reference(replace(premiere, objet="autre"), 2027)

    assert encore.reference == "2026-001"
    assert cahier.courrier(premiere.id) == encore


def test_l_en_tete_se_regle_une_fois_et_se_corrige(cahier: CahierOuvert) -> None:
    assert cahier.entete() == Entete()
    reglee = Entete(
        association="Équipe",
        adresse="1 rue A",
        siret="000 000 000 00000",
        contact="x",
        ville="Ville",
        presentation="Nous",
        signature="La direction",
        logo=Logo(2, 1, b"\x00\xff"),
        motifs=(("Zoé", "elle signe"),),
    )
    cahier.save_entete(reglee)
    assert cahier.entete() == reglee

    sans = replace(reglee, logo=None)
    cahier.save_entete(sans)
    assert cahier.entete() == sans
