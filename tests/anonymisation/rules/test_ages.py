"""L'âge de quelqu'un ; une durée, une taille, une tranche, une quantité n'en sont pas.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.age,)
TOUJOURS = [
    "la gamine, ⟦age|8 ans⟧ max",
    "⟦age|9 ans et trois quarts⟧ selon lui",
    "elle a ⟦age|douze ans et des brouettes⟧",
    "il dit ⟦age|dix-neuf⟧, les papiers disent ⟦age|16⟧",
    "on lui donne ⟦age|treize⟧ au plus",
    "avoir ⟦age|vingt⟧, puis ⟦age|dix-sept⟧",
    "⟦age|trois ans⟧ en théorie, ⟦age|12⟧ pour de bon",
    "l'aîné ⟦age|11⟧ et le petit ⟦age|4⟧, seuls",
    "le maraîcher, ⟦age|quarante-trois⟧, attend",
    "H, ⟦age|30-35 ans⟧, ne parle pas",
    "son tchiot de ⟦age|7 mois⟧ tousse",
    "pour son ⟦age|seizième anniversaire⟧",
    "âge ? ⟦age|quatorze⟧ je crois",
    "Manon (⟦age|2008⟧) a disparu",
    "Kenzo ⟦age|16⟧ cherche un toit",
    "Sacha - ⟦age|15 A⟧ - dehors",
    "les trois enfants, ⟦age|deux⟧, ⟦age|cinq⟧ et ⟦age|onze ans⟧, dorment",
    "la fratrie : ⟦age|4⟧, ⟦age|7⟧ et ⟦age|12 ans⟧",
    "un garçon de ⟦age|11-12 ans⟧",
    "il va sur ses ⟦age|16 ans⟧",
    "il fait ⟦age|14 ans⟧ à peine",
    "sa meuf ⟦age|15 et demi⟧",
    "F / ⟦age|17⟧ / vue deux fois",
    "un gars de ⟦age|2008⟧",
    "il a ⟦age|douz an⟧",
    "le vieux, ⟦age|octogénaire⟧",
    "pré-ado d'une ⟦age|dizaine d'années⟧",
    "la petite a ⟦age|3 semaines⟧.",
    "individu isolé, ⟦age|60 env.⟧, trempé",
    "âge : ⟦age|58⟧, plaie du pied",
    "Enzo, ⟦age|14 ans⟧, attend",
    "⟦age|quinze piges⟧",
    "un garçon de ⟦age|quatorze ans⟧",
    "elle a ⟦age|16 ans⟧ depuis hier",
    "vient d'avoir ⟦age|18⟧.",
    "un bébé de ⟦age|6 mois⟧, malade",
    "la petite, ⟦age|3a⟧",
    "⟦age|17⟧ ou ⟦age|18 ans⟧",
    "dans les ⟦age|15 ans⟧",
    "⟦age|la trentaine⟧, seul",
    "Loane, ⟦age|16⟧, attend",
    "Maëlle(⟦age|15⟧) attend",
    "Zoé,⟦age|14⟧, attend",
    "L.(⟦age|46⟧) attend",
    "vu kevin ⟦age|15⟧.",
    "un gosse de ⟦age|12⟧ dehors",
    "un ado de ⟦age|2011⟧",
    "il va avoir ⟦age|16⟧ en mars",
    "bientôt ⟦age|16⟧",
    "elle vient de faire ⟦age|18⟧.",
    "il dit ⟦age|17⟧,",
    "ils ont ⟦age|14, 15 et 17⟧.",
    "⟦age|seize ans⟧, lui ⟦age|vingt-deux⟧",
    "⟦age|vingt-trois ans⟧ au CCAS, ⟦age|dix-neuf⟧ à la mission locale",
    "il m'a dit ⟦age|quarante-deux⟧ à la rue",
    "qui en a ⟦age|vingt-six⟧, est revenu",
    "d'une ⟦age|soixantaine d'années⟧ que nous connaissons",
    "homme ⟦age|trentaine⟧,",
    "⟦age|dezasseis anos⟧",
    "Ilyès, ⟦age|12⟧. Fugue",
    "bébé ⟦age|6 sem⟧",
    "même pas ⟦age|15⟧",
    "la grande a ⟦age|16⟧,",
    "un de ⟦age|12⟧ et un de ⟦age|14⟧",
    "3 enfants (⟦age|2, 5 et 9⟧)",
    "⟦age|2a/5a⟧",
    "⟦age|17.5 ans⟧",
    "⟦age|17 y/o⟧",
    "⟦age|kenz an⟧",
    "⟦age|quindeci anni⟧",
    "⟦age|16 zans⟧",
    "dame ⟦age|70aine⟧",
    "un ⟦age|quadra⟧ énervé",
    "il a ⟦age|entre 15 et 16 ans⟧",
    "nouveau-né de ⟦age|4 jours⟧",
    "♀⟦age|16⟧",
    "⟦age|70 ans passés⟧",
    "une dame de ⟦age|82⟧ attend",
    "un gosse de ⟦age|douze⟧ m'a parlé",
    "⟦age|seize ans⟧ et lui ⟦age|dix-neuf⟧ ils rient",
    "elle en a ⟦age|16⟧. Signalé.",
]
TELS_QUELS = [
    "la petite, ⟦age|3a½⟧, pleure",
    "Léo [⟦age|14⟧]",
    "Léo, ⟦age|quatorze⟧, dehors",
    "M⟦age|13⟧ en fugue",
]
LEURRES = [
    "la salle(2) est fermée",
    "un jeune 3 ans de plus",
    "il dit dix euros",
    "cinq jeunes, puis douze.",
    "ma sœur dit non",
    "des hommes, 30-35 ans",
    "un stage de 7 mois",
    "des 13-15 ans du quartier",
    "un groupe (16-20 ans) sur le banc",
    "il y a une vingtaine d'années",
    "un contrat de 12 mois",
    "trois ans dans le même F4",
    "il mesure 1m52 et pèse 45 kg",
    "dans le hall depuis 3 ans",
    "on revient dans deux ans",
    "un lot de 14 seringues",
    "entre 13 et 15 ans",
    "un bail de 3 ans",
    "prison de 5 ans ferme",
    "3 ans de galère",
    "les 14 jeunes du groupe",
    "le quartier compte, 16, places",
    "un chien de trois ans",
    "un an de plus que les autres",
    "trois ans de guerre",
    "un homme de 80 kg",
    "contrat d'un an",
    "une 20aine de jeunes",
    "deux de plus",
    "2 ans de probation",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_age_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_un_age_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_une_duree_ou_une_taille_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
