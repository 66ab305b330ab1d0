"""Dit au mois, un fait ne dit plus ni jour de la semaine, ni compte qui rendrait la semaine."""

from __future__ import annotations

from datetime import datetime

import pytest

from tat_carnet.anonymisation.calendrier import (
    date_la_semaine,
    reperer_calendrier,
)
from tat_carnet.anonymisation.recriture import proposer
from tat_carnet.anonymisation.recritures.jours import recrire_calendrier
from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.anonymisation.reperes import Niveau
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.vocabulaire import TypeFait

PLACE = Site("Place du Lavoir", "Sud")


@pytest.mark.parametrize(
    ("dit", "au_mois"),
    [
        ("Un voisin est mort dimanche à l’hôpital.", "Un voisin est mort récemment à l’hôpital."),
        ("Mardi soir, le portail a cédé.", "À une date proche, le portail a cédé."),
        ("La porte est ouverte depuis jeudi.", "La porte est ouverte depuis peu."),
        ("Le guichet est clos jusqu’à lundi.", "Le guichet est clos jusqu’à une date proche."),
        ("La dispute de samedi a laissé des traces.", "La dispute a laissé des traces."),
        ("Ce vendredi, personne.", "À une date proche, personne."),
        ("Le camion passe lundi prochain.", "Le camion passe bientôt."),
        ("On a vu vendredi dernier deux vélos.", "On a vu récemment deux vélos."),
        ("Ils étaient quatre ce soir.", "Ils étaient quatre un soir."),
        ("Il a neigé hier.", "Il a neigé récemment."),
        ("On y retourne demain.", "On y retourne bientôt."),
        ("Le lendemain, tout était propre.", "Peu après, tout était propre."),
        ("Rien vu la semaine dernière.", "Rien vu il y a quelque temps."),
        ("Posé il y a quinze jours.", "Posé il y a quelque temps."),
        ("Ils reviennent dans trois semaines.", "Ils reviennent bientôt."),
        ("Réparé après 8 semaines d’attente.", "Réparé après une longue attente."),
        ("Neuf semaines d'attente.", "Une longue attente."),
        ("Il y a deux semaines d’attente.", "Il y a quelque temps d’attente."),
        ("En panne depuis 12 jours.", "En panne depuis quelque temps."),
        ("Six jours après le vol, rien.", "Quelque temps après le vol, rien."),
        ("On ferme pour la 4e fois.", "On ferme de nouveau."),
        ("3e réunion, moins de monde.", "Une réunion, moins de monde."),
        ("Lors de la deuxième séance, il pleut.", "Lors d’une séance, il pleut."),
        ("Au 5e atelier, tous savent.", "À un atelier, tous savent."),
        ("6e seance de lecture.", "Une séance de lecture."),
        ("ya 9j que le portail bat.", "il y a quelque temps que le portail bat."),
        ("y a 4 sem on l'a repeint", "il y a quelque temps on l'a repeint"),
        ("Lavé la sem derniere.", "Lavé il y a quelque temps."),
        ("ds 2 sem le car revient", "bientôt le car revient"),
        ("On l’a lavé avant hier.", "On l’a lavé récemment."),
        ("On y va apres-demain.", "On y va bientôt."),
        ("Tout est gelé depuis jeu.", "Tout est gelé depuis peu."),
        ("Vu cet aprem au kiosque.", "Vu un après-midi au kiosque."),
        ("Le kiosque fume cette semaine.", "Le kiosque fume ces jours-là."),
        ("Un banc posé cette semaine.", "Un banc posé récemment."),
        ("Le car revient tout à l’heure.", "Le car revient à un autre moment."),
        ("Ce week-end, un bal.", "Un week-end, un bal."),
        ("La veille du bal, rien.", "Peu avant le bal, rien."),
        ("Au lavoir le lendemain d’une crue.", "Au lavoir aux alentours d’une crue."),
        ("Les restes de la veille.", "Les restes d’un peu avant."),
    ],
)
def test_ce_qui_date_se_dit_sans_dater(dit: str, au_mois: str) -> None:
    """Témoin (vu une fois) : `recrire_calendrier` rendant l'extrait, tous échouent."""
    reperes = [r._replace(niveau=Niveau.masquer) for r in reperer_calendrier(dit)]
    assert proposer(dit, reperes).texte == au_mois
    assert not date_la_semaine(au_mois)


@pytest.mark.parametrize(
    ("dit", "au_mois"),
    [
        ("Il faut prévenir la mairie aujourd’hui, pas demain.",
         "Il faut prévenir la mairie sans attendre."),
        ("Urgent : à signaler ce soir.", "Urgent : à signaler sans attendre."),
        ("Il faut le dire aujourd’hui.", "Il faut le dire sans attendre."),
        ("On doit en parler cette semaine.", "On doit en parler sous peu."),
        ("Il ne faut pas y aller aujourd’hui.", "Il ne faut pas y aller ce jour-là."),
        ("Clos aujourd’hui plutôt que demain.", "Clos ce jour-là plutôt que le jour d’après."),
        ("Le car ne passe pas demain.", "Le car ne passe pas le jour d’après."),
        ("Dix lampes ce soir, deux ce matin.", "Dix lampes un soir, deux le matin."),
        ("Hier matin dix bancs, ce soir deux.", "Le matin d’avant dix bancs, le soir deux."),
        ("Hier rien, aujourd’hui un bal.", "Le jour d’avant rien, ce jour-là un bal."),
        ("Clos avant-hier, ouvert hier, puis clos après-demain.",
         "Clos ce jour-là, ouvert le jour d’après, puis clos peu après."),
        ("Clos hier soir, ouvert demain matin.", "Clos un soir, ouvert le matin d’après."),
        ("Vide lundi, plein mardi.", "Vide à une date proche, plein un autre jour."),
        ("Le bruit de lundi, pas de mardi.", "Le bruit d’un jour, pas d’un autre jour."),
        ("Le car part demain. Hier, il neigeait.", "Le car part bientôt. Récemment, il neigeait."),
    ],
)  # fmt: skip
def test_ce_qui_s_oppose_s_oppose_encore(dit: str, au_mois: str) -> None:
    """Trouvé par l'épreuve : « aujourd'hui, pas demain » devenait « un jour, pas bientôt ».

    Témoin (vu une fois) : une `_Phrase` vide pour tous, onze échouent.
    """
    reperes = [r._replace(niveau=Niveau.masquer) for r in reperer_calendrier(dit)]
    assert proposer(dit, reperes).texte == au_mois
    assert not date_la_semaine(au_mois)


@pytest.mark.parametrize(
    "phrase",
    [
        "Trois j. par semaine, ce soir-là.",
        "Le mercredi, la salle est ouverte.",
        "Ouvert mardi et jeudi, du lundi au vendredi.",
        "Deux passages par semaine, trois jours par mois.",
        "Un premier rendez-vous s’obtient en cinq mois.",
        "Sept mois sans papiers.",
        "Une semaine difficile.",
    ],
)
def test_une_habitude_ou_une_duree_ne_date_rien(phrase: str) -> None:
    assert not date_la_semaine(phrase)
    assert recrire_calendrier(phrase) is None


def test_monter_au_mois_fait_decider_les_jours_de_la_phrase() -> None:
    """À la semaine, rien ; au mois, une alerte par jour dit, qui s'accepte ou se garde.

    Témoin (vu une fois) : sans `lire_au_mois`, la seconde assertion tombe.
    """
    brut = TexteBrut("Le portail a cédé dimanche, on l’a dit hier.")
    relecture = RelectureFait(Fait(datetime(2026, 11, 18), PLACE.id, TypeFait.bruit, brut), PLACE)
    _, passage = relecture.passages[0]
    assert passage.complete
    relecture.generaliser([Pas.mois])
    assert [alerte.terme for alerte in passage.alertes] == ["dimanche", "hier"]
    relecture.generaliser([Pas.secteur])
    passage.accepter(0)
    passage.garder(1)

    assert passage.texte == "Le portail a cédé récemment, on l’a dit hier."
    assert relecture.signer().semaine == "2026-11"


def test_ce_qu_on_tape_dans_un_fait_au_mois_se_relit_de_meme() -> None:
    brut = TexteBrut("Le portail a cédé.")
    relecture = RelectureFait(Fait(datetime(2026, 11, 18), PLACE.id, TypeFait.bruit, brut), PLACE)
    relecture.generaliser([Pas.mois])
    _, passage = relecture.passages[0]
    passage.modifier("Le portail a cédé depuis lundi.")

    assert [alerte.proposition for alerte in passage.alertes] == ["depuis peu"]
