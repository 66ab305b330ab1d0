"""Les gens et les lieux comme on les dit au palier : familles de tournures, de plusieurs règles.

Témoin : `_EPITHETES` vidé, puis `_est_de_quelqu_un` toujours faux, puis `_QUI` ôté de `_SITUES`,
font échouer chacun le sien (vus échouer).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_couvert
from tat_carnet.anonymisation import Categorie, Niveau, reperer

MASQUES = [
    "on a dormi chez ⟦surnom|tonton bouchon⟧ hier",
    "⟦surnom|mémé comptoir⟧ a râlé",
    "⟦surnom|Bébé Ourson⟧ a son plâtre",
    "⟦surnom|lamine le maigre⟧ a signé",
    "on a revu ⟦surnom|bouba le mince⟧ hier au local",
    "que les voisines appellent ⟦surnom|Monsieur Oui⟧, a souri",
    "on compte sur ⟦nom|ilyes t⟧ qui dort dehors",
    "⟦nom|sarah p⟧ et une copine",
    "la maman d’⟦initiales|O.⟧ a pleuré",
    "Le frère d’⟦initiales|A⟧ est sorti",
    "RDV ⟦surnom|Copeau⟧ mardi",
    "⟦initiales|M.⟧ s’est levée tôt",
    "elle voit ⟦initiales|M.⟧ deux fois par mois",
    "c’est ⟦surnom|l’Amiral⟧ qui a appelé",
    "⟦surnom|papi des ruches⟧ a souri",
    "⟦surnom|mamie de la passerelle⟧ dort",
    "⟦lien_familial|Le maître de⟧ ⟦nom|Noisette⟧ a froid",
    "⟦lien_familial|le tonton des jumelles⟧ est passé",
    "⟦lien_familial|le frère jumeau de⟧ ⟦initiales|F.⟧ arrive",
    "hier soir ⟦surnom|Sept-Vies⟧ a chanté",
    "la ⟦role_unique|petite au furet⟧ attend",
    "⟦role_unique|celle au lapin⟧ attend",
    "le ⟦role_unique|vieux du fond⟧ a toussé",
    "son ⟦role_unique|trésorier⟧ a râlé",
    "notre ⟦role_unique|éducatrice⟧ est en congé",
    "la ⟦role_unique|porteuse de journaux⟧ m’a dit",
    "la ⟦petit_lieu|cabane aux filets⟧ est fermée",
    "le ⟦petit_lieu|banc des pêcheurs⟧ est neuf",
    "l’⟦petit_lieu|abri en tôle derrière le stade⟧ fuit",
    "au pied de ⟦batiment|la longue⟧, six jeunes",
    "dans ⟦batiment|la vieille⟧, plus d’eau",
    "les caves de ⟦batiment|la grande⟧ sont ouvertes",
    "l’⟦batiment|immeuble qui donne sur le canal⟧ est tagué",
    "la ⟦batiment|tour qui va être rasée⟧ est vide",
    "vu du monde ⟦batiment|b5h3⟧ ce soir",
    "l’⟦batiment|immeuble de la banque⟧, au fond",
    "l’⟦batiment|entrée parking⟧ est forcée",
    "Réunion chez ⟦batiment|les impairs⟧.",
    "la ⟦batiment|tour sans lumière⟧ fait peur",
    "⟦batiment|n°14⟧ interphone cassé",
    "au ⟦batiment|trente ter⟧, on a sonné",
    "⟦etage_porte|porte face escalier⟧, musique",
    "⟦etage_porte|apt 12⟧ personne",
    "il attend devant le ⟦petit_lieu|bar-presse de la gare⟧",
    "derrière la ⟦petit_lieu|gaufre du coin⟧",
    "local ⟦petit_lieu|encombrants⟧ ouvert",
    "l’⟦role_unique|ado en béquilles⟧ nous attend",
    "la ⟦role_unique|mamie au déambulateur⟧ a souri",
]
MONTRES = [
    "le frère de ⟦nom|perceuse⟧ est sorti",
    "on a ri chez ⟦nom|râteau⟧, tard",
    "⟦surnom|la main froide⟧ m’a demandé un café",
    "des nouvelles du ⟦surnom|grand bavard⟧, enfin",
    "⟦nom|Moulinette⟧ pas vue depuis lundi",
    "⟦nom|Caddie⟧ hospitalisé mardi",
    "un stage chez ⟦nom|Tropiblo⟧ en mai",
]
LEURRES = [
    "pas d’adresse, tant mieux et tant pis",
    "la mère de famille nombreuse fatiguée",
    "marche avec elle tout le long de la voie",
    "un bébé malade, crèche prévenue",
    "l’équipe mobile a appelé le bailleur",
    "les escaliers de la médiathèque",
    "M. l’adjoint est venu",
    "le grand public est venu",
    "chauffeur pas vu ce matin",
]
GENS_ET_MURS = frozenset(
    (Categorie.nom, Categorie.surnom, Categorie.initiales, Categorie.batiment),
)


@pytest.mark.parametrize("phrase", MASQUES)
def test_ce_qu_on_dit_au_palier_se_masque(phrase: str) -> None:
    verifier_couvert(phrase)


@pytest.mark.parametrize("phrase", MONTRES)
def test_ce_qui_peut_etre_quelqu_un_se_montre(phrase: str) -> None:
    verifier_couvert(phrase, doute=True)


@pytest.mark.parametrize("texte", LEURRES)
def test_ce_qui_ne_designe_personne_se_lit(texte: str) -> None:
    assert [r for r in reperer(texte) if r.categorie in GENS_ET_MURS] == []


def test_meme_n_est_pas_une_meme_reprise() -> None:
    texte = "mémé trottoir est là. j’ai quand même croisé du monde"
    assert not [r for r in reperer(texte) if texte[r.debut : r.fin] == "même"]


@pytest.mark.parametrize(
    "texte",
    [
        "embauchée chez Tropiblo en mai",
        "le Z ne passe plus le soir",
        "le Z passe toutes les dix minutes",
        "le trottoir est barré sur 200 m. Motif : travaux",
    ],
)
def test_une_entreprise_une_ligne_une_mesure_ne_se_masquent_pas(texte: str) -> None:
    masques = [r for r in reperer(texte) if r.niveau is Niveau.masquer]
    assert [r for r in masques if r.categorie in GENS_ET_MURS] == []


def test_une_lettre_qui_parle_reste_quelqu_un() -> None:
    verifier_couvert("⟦surnom|le Z⟧ a dit oui")
