"""Ce que l'outil a écrit, relu au document suivant, n'est ni une alerte ni un terme."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.lecture import read_notes
from tat_carnet.anonymisation.nos_mots import est_des_notres, nos_mots
from tat_carnet.anonymisation.relecture import Passage
from tat_carnet.anonymisation.reperes import Niveau
from tat_carnet.domain.vocabulaire import Profil

TRAVAIL = Path(__file__).parent.parent / "corpus" / "travail"
PHRASES = ("Hier, {} dans la cour.", "Vu {}.", "Il parle de {}, encore.", "{}")
"""Où ces mots peuvent se trouver."""


@pytest.mark.parametrize("profil", list(Profil))
def test_aucun_des_mots_que_l_outil_ecrit_n_alerte_ni_ne_se_cherche(profil: Profil) -> None:
    """Contrôle positif, vu échouer : `Lecteur.publics` sans `nos_mots` (les âges alertent)."""
    alertent = {
        alerte.terme
        for groupe in nos_mots(profil)
        for phrase in PHRASES
        for alerte in Passage("", depart=phrase.format(groupe), profil=profil).alertes
        if alerte.terme in groupe
    }

    assert alertent == set()
    assert all(est_des_notres(groupe, profil) for groupe in nos_mots(profil))


@pytest.mark.parametrize("profil", list(Profil))
def test_ce_qui_a_ete_recrit_dans_une_note_n_y_alerte_plus(profil: Profil) -> None:
    """Sur de vraies phrases : toutes les récritures d'une part du corpus de travail.

    Un mot nouveau que l'outil écrirait, et qui alerterait, s'ajoute à `nos_mots`.
    """
    restent = {}
    for fichier in sorted(TRAVAIL.glob("*.txt"))[list(Profil).index(profil) :: 24]:
        for note in read_notes(fichier)[:12]:
            propose = Passage(note.texte, profil=profil)._propose(profil)
            siens = [
                (m.debut, m.fin)
                for m in propose.morceaux
                if m.repere.niveau is Niveau.masquer and m.remplacement
            ]
            for alerte in Passage("", depart=propose.texte, profil=profil).alertes:
                if any(d <= alerte.debut and alerte.fin <= f for d, f in siens):
                    restent[alerte.terme] = propose.texte

    assert restent == {}


def test_une_rue_du_secteur_ne_devient_pas_un_terme_a_masquer() -> None:
    """Dans la liste d'un cahier d'avant, elle n'alerte pas davantage, ni ne se contre-lit."""
    liste = ("rue du secteur", "un logement", "Zorbanule")
    passage = Passage("On attend Zorbanule dans une rue du secteur, au pied d’un logement", liste)

    assert [alerte.terme for alerte in passage.alertes] == ["Zorbanule"]
    assert passage.termes_masques == {"Zorbanule"}


def test_un_surnom_fait_de_nos_mots_se_masque_mais_ne_se_cherche_pas_dans_les_notres() -> None:
    passage = Passage("Vu Adulte, assis", ("Adulte",))
    passage.accepter(0)

    assert passage.texte == "Vu un jeune, assis"
    assert passage.termes_masques == frozenset()


def test_ce_que_lit_un_lecteur_proche_n_est_pas_un_mot_du_suivant() -> None:
    assert "un voisin" in nos_mots(Profil.collectif)
    assert "un voisin" not in nos_mots(Profil.institution)
    assert "13-15 ans" not in nos_mots(Profil.institution)
    for profil in Profil:
        assert nos_mots(Profil.vignette) <= nos_mots(profil)
