"""Des initiales, pointées ou nues ; un sigle, une vitamine, une abréviation n'en sont pas.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie, reperer

CATEGORIES = (Categorie.initiales,)
TOUJOURS = [
    "⟦initiales|K. B.⟧ est venu",
    "Mme ⟦initiales|D.⟧ a dit",
    "chez ⟦initiales|R.⟧ ce soir",
    "monsieur ⟦initiales|T⟧ est parti",
]
TELS_QUELS = [
    "vu ⟦initiales|K⟧ hier",
    "⟦initiales|S⟧ a dit non",
    "on voit ⟦initiales|AK⟧, fatigué",
    "vu ⟦initiales|B.⟧ à 15h",
    "LE PETIT ⟦initiales|S⟧ L'A SUIVI",
    "ON DIRA ⟦initiales|AK⟧ DANS LES NOTES",
    "s15 ; ⟦initiales|kb⟧ ; stage",
    "⟦initiales|w⟧ est venu au local",
    "⟦initiales|A⟧ et ⟦initiales|T⟧ étaient avec lui. Rien.",
    "Il reste avec ⟦initiales|D⟧ qui dort. Rien.",
    "Le cas de ⟦initiales|O⟧ revient toujours.",
    "⟦initiales|KM⟧ a eu son code. Bravo.",
    "⟦initiales|AB⟧ 16 ans, en fugue. Rien.",
    "Appel ⟦initiales|N.⟧ : refus.",
    "Soirée avec ⟦initiales|M.A⟧, ⟦initiales|W⟧, ⟦initiales|H⟧ et deux nouveaux.",
    "nouvelles de ⟦initiales|f⟧ ni de ⟦initiales|j⟧ ce soir",
    "parlé avec ⟦initiales|r⟧ et avec ⟦initiales|s⟧ dehors",
    "j'ai raccompagné ⟦initiales|p.⟧ jusqu'au tram",
    "on attend. ⟦initiales|l.⟧ a demandé un stage",
    "⟦initiales|kb⟧ a demandé un stage",
    "vu ⟦initiales|K⟧ et la police. Rien",
    "parlé de ⟦initiales|e.⟧ sans la nommer",
    "on dira ⟦initiales|a⟧ ici",
    "⟦initiales|A⟧ est venu. Rien.",
    "vu ⟦initiales|km⟧ 16 ans",
    "Vu Karim hier, ⟦initiales?|zq⟧ dort",
    "⟦initiales|K.⟧ 16 ans, toujours en fugue.",
    "⟦initiales|S.⟧ 15a, troisième fois.",
    "⟦initiales|Q.⟧ 2e rdv manqué.",
    "⟦initiales|G.⟧ RDV à la ML jeudi.",
    "⟦initiales|K***⟧ est rentré hier soir.",
    "⟦initiales|K…⟧ est rentré hier soir.",
    "Hier ⟦initiales|J-P⟧ va bien mieux, on le revoit.",
    "on a vu ⟦initiales|S. D⟧ et sa bande.",
    "⟦initiales|j-p⟧ va mieux ce soir",
    "Fiche de ⟦initiales|M. d. S.⟧ incomplète, à finir.",
    "Le dossier de ⟦initiales|H⟧ transmis au collège.",
    "Je crois que c'est ⟦initiales|V⟧ qui a commencé.",
    "⟦initiales|AB⟧ 16 ans, en fugue. ⟦initiales|CD⟧ dit l'avoir vue hier.",
    "⟦initiales|ML⟧ et ⟦initiales|JC⟧ étaient là hier soir.",
    "⟦initiales|kb⟧ : toujours au foyer",
    "⟦initiales?|ak⟧ : toujours au foyer",
    "⟦initiales|ab⟧ 16 ans, en fugue",
    "⟦initiales|zk⟧ 16 ans, en fugue",
    "Vu Karim ici, plan b... on verra demain.",
    "un garçon, ⟦initiales|n.⟧, pleurait",
    "Hier encore, au local : ⟦initiales|R⟧ pas venu, dommage.",
    "⟦initiales|g.⟧ rdv jeudi",
]
LEURRES = [
    "vitamine C",
    "le QPV",
    "p. ex. le city",
    "c.à.d. demain",
    "entre les halls A et C",
    "12 g de sucre",
    "avec l ecole",
    "p ex le city",
    "le plan B tient",
    "A la mairie",
    "Y a personne",
    "le jeune a dormi",
    "C'est loin",
    "Y avait du monde",
    "relance à J+7 si besoin",
    "la C.P.A.M. et le C.M.P. ferment",
    "Elle a porté plainte contre X hier.",
    "des TN en taille XL",
    "le rdv UPE2A est pris",
    "un T3 et un U13",
    "zzz",
    "les bâtiments A-C sont fermés",
    "un jeune de la classe K. C ouvert",
    "la M.D.S. ferme",
    "vu l'AS et la ML au local",
    "l'AS et KBZ sont là",
]
A_VERIFIER = [
    "Il voit Q passer",
    "K passe. M. Dubois aussi",
    "G dit bonjour. Bien",
    "Z, loin. Rien",
    "CD dit non. Bien",
    "parlé avec s potes",
    "vu de s dehors",
    "s a dit non",
    "bon voilà r.",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_une_initiale_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_une_initiale_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", A_VERIFIER)
def test_une_lettre_douteuse_se_montre_sans_se_masquer(phrase: str) -> None:
    assert [r for r in reperer(phrase) if r.categorie is Categorie.initiales]


@pytest.mark.parametrize(
    "phrase",
    [
        "⟦initiales|s.⟧ 15a, troisième fois",
        "un jeune (⟦initiales|y.⟧) m'a dit non",
        "⟦initiales|jp⟧ et ⟦initiales|jc⟧ dorment ici. ⟦initiales|jc⟧ au foyer",
        "IL VOIT ⟦initiales|Q⟧ PASSER",
        "M. BOULANGER, NON",
    ],
)
def test_sans_casse_une_initiale_se_trouve_a_sa_place(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize(
    "phrase",
    [
        "De l'aide pour ⟦initiales|R.⟧ et pour ⟦initiales|Lu.⟧, pas plus.",
        "Hier, ⟦initiales|Grand B⟧ demande du pain.",
        "Il dort là. ⟦initiales|C.V.⟧ passe le voir lundi.",
        "Le C.V. est prêt.",
        "Un mot pour qq. familles, Lina dessine un grand c bleu.",
        "rien pour ma. mère",
    ],
)
def test_la_capitale_dit_les_initiales(phrase: str) -> None:
    """Témoin (vu une fois) : ôter `_capitales` fait échouer les deux premières."""
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_sigle_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize(
    "phrase", ["deuxieme note a moitie, le ballon de cuir rend", "une note a relire demain matin"]
)
def test_un_a_sans_accent_apres_note_n_est_pas_une_initiale(phrase: str) -> None:
    assert list(reperer(phrase)) == []
