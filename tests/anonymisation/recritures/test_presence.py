"""Un mot pris pour un nom ne devient pas quelqu'un là où personne ne se tient : « (…) »."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation import Categorie, Niveau, Repere
from tat_carnet.anonymisation.recriture import proposer


def lire(texte: str) -> list[tuple[str, Repere]]:
    """Les passages entre crochets : `[nom]` sûr, `[?nom]` en doute, `[*nom]` surnom, `[.nom]`
    initiales, `[?.nom]` initiales en doute.
    """
    lus, brut = [], ""
    for rang, piece in enumerate(texte.replace("]", "[").split("[")):
        if rang % 2 == 0:
            brut += piece
            continue
        niveau = Niveau.verifier if piece.startswith("?") else Niveau.masquer
        marque = piece.removeprefix("?")
        categorie = {"*": Categorie.surnom, ".": Categorie.initiales}.get(marque[:1], Categorie.nom)
        nom = marque.lstrip("*.")
        lus.append((nom, Repere(len(brut), len(brut) + len(nom), categorie, niveau)))
        brut += nom
    return lus


def recrire(texte: str) -> str:
    """La proposition, chaque doute accepté."""
    brut = texte
    for marque in ("[?.", "[?", "[*", "[.", "[", "]"):
        brut = brut.replace(marque, "")
    proposition = proposer(brut, [repere for _, repere in lire(texte)])
    ecrit, lu = "", 0
    for morceau in proposition.morceaux:
        ecrit += brut[lu : morceau.debut_brut] + morceau.remplacement
        lu = morceau.fin_brut
    return ecrit + brut[lu:]


@pytest.mark.parametrize(
    ("brut", "propose"),
    [
        # Un nombre, un trait d'union, le temps qu'il fait : des choses.
        ("on a ramassé 4 [Kordax] dans le sable", "on a ramassé 4 (…) dans le sable"),
        ("il a eu quelques [Kordax]", "il a eu quelques (…)"),
        ("des k-[zway] prêtés", "des k-(…) prêtés"),
        ("il faisait un grand [zoleil]", "il faisait un grand (…)"),
        # Un pronom sujet appelle un verbe ; un auxiliaire, ce qu'on a ou ce qu'on a fait.
        ("elle [repart] demain", "elle (…) demain"),
        ("à la grille et qu'elle [repart]", "à la grille et qu'elle (…)"),
        ("il a [vélo] et casque", "il a (…) et casque"),
        # On n'est ni dans quelqu'un, ni sous lui, ni depuis lui.
        ("plus de lumière dans [Mirador] hier", "plus de lumière dans (…) hier"),
        ("tout est sous la [Bistouquette]", "tout est sous la (…)"),
        ("rien depuis la [Sainte-Agathe]", "rien depuis la (…)"),
        ("assis au pied de [la Zébrée]", "assis au pied d’un lieu"),
        ("assis en bas [de la Zébrée]", "assis en bas d’un lieu"),
        ("l'atelier au fond d'[Ormille]", "l'atelier au fond d’un lieu"),
        ("il est devant [les Flamants]", "il est devant les (…)"),
        # D'où l'on vient, où l'on est, n'est quelqu'un que s'il porte un prénom.
        ("il revient de [Roncevaux] ce soir", "il revient de (…) ce soir"),
        ("il revient d'[Ormille] ce soir", "il revient de (…) ce soir"),
        ("un gars le croit à [Montbrizac]", "un gars le croit à (…)"),
        ("des cris [à Kerdouille]", "des cris à (…)"),
        ("il sort au [Voilier] le soir", "il sort au (…) le soir"),
        ("l'internat de [Valbourrue] est plein", "l'internat de (…) est plein"),
        # Un mot ordinaire sans capitale, dans une note qui en met.
        ("Vu Paul. Il est venu avec [*sifflet].", "Vu Paul. Il est venu avec (…)."),
        ("Vu Paul. [La tempête] a couché la haie.", "Vu Paul. La (…) a couché la haie."),
        ("Il a rangé [l'armoire]. Il a ri.", "Il a rangé (…). Il a ri."),
        ("Vu Paul. [Repassé] à midi.", "Vu Paul. (…) à midi."),
        ("Dossier de [fonds] social. Refait.", "Dossier de (…) social. Refait."),
        ("Vu Paul, l'histoire d'[armoire] aussi.", "Vu Paul, l'histoire de (…) aussi."),
        ("Vu Paul. Je sais qu'[armoire] il y a.", "Vu Paul. Je sais que (…) il y a."),
        # Une manière, une exclamation, une parenthèse : ni sujet ni complément.
        ("il l'a dit, [*tete baissée]. on sort", "il l'a dit, (…). on sort"),
        ("il l'a dit, [*tete] baissée. on sort", "il l'a dit, (…) baissée. on sort"),
        ("il a entendu « ah, les [Zinnias]... »", "il a entendu « ah, les (…)... »"),
        ("dans le hall (a [refaire], perdue)", "dans le hall (a (…), perdue)"),
        # Ce qui est écrit quelque part.
        ("sonnette marquée « [Zorglub] », rien", "sonnette marquée (…), rien"),
    ],
)
def test_personne_ne_se_tient_la(brut: str, propose: str) -> None:
    """Témoin : sans `tait_une_chose`, chacune disait « un jeune » ou « une jeune » (vu)."""
    assert recrire(brut) == propose


@pytest.mark.parametrize(
    ("brut", "propose"),
    [
        ("vu avec [Farid] hier", "vu avec un jeune hier"),
        ("elle a parlé à [Zorglub] hier", "elle a parlé à un jeune hier"),
        ("elle a crié à [Farid] hier", "elle a crié à un jeune hier"),
        ("un mot qui vient de [Farid]", "un mot qui vient d’un jeune"),
        ("il l'a fait pendant que [Farid] dormait", "il l'a fait pendant qu’un jeune dormait"),
        ("la mère de [Zorglub] attend", "la mère d’un jeune attend"),
        ("y a [*la crevette] qui veut s'inscrire", "y a une jeune qui veut s'inscrire"),
        ("dans le hall M. [Zorglub] attend", "dans le hall un adulte attend"),
        ("elle a madame [Zorglub] au téléphone", "elle a une personne au téléphone"),
        # Une note sans capitales n'en met pas davantage aux surnoms.
        ("vu hier. [*bouchon] a maigri. il rit", "vu hier. un jeune a maigri. il rit"),
        # Des gens, ou ce que seul quelqu'un fait.
        ("Vu Paul. [*Le grand] a refait le mur.", "Vu Paul. Un jeune a refait le mur."),
        ("Vu Paul. [*La machine] a dit non.", "Vu Paul. Une jeune a dit non."),
        # En tête de phrase, un nom commun peut être un surnom, un participe un prénom.
        ("Vu Paul. [*Bouchon] a maigri.", "Vu Paul. Un jeune a maigri."),
        ("Vu Paul. [Désiré] a maigri.", "Vu Paul. Un jeune a maigri."),
        ("Vu [.K.B.] hier. Rien.", "Vu un jeune hier. Rien."),
    ],
)
def test_la_ou_quelqu_un_se_tient_on_le_dit(brut: str, propose: str) -> None:
    """Témoin : taire tout nom sans prénom connu fait échouer six de ces phrases (vu)."""
    assert recrire(brut) == propose


@pytest.mark.parametrize(
    ("brut", "propose"),
    [
        ("Rangé [?l'armoire] et jeté les affiches.", "Rangé (…) et jeté les affiches."),
        ("Trois gars [?à cacabouse] devant.", "Trois gars à (…) devant."),
        ("Manque [?de minuterie] en bas.", "Manque de (…) en bas."),
        ("Il faut [?que zanzibule] cesse.", "Il faut que (…) cesse."),
        ("Rien depuis [?la Toussaint], Paul attend.", "Rien depuis la (…), Paul attend."),
        ("Paul a vu [?ADILE] trois fois.", "Paul a vu (…) trois fois."),
        ("vu [?.ac] le bailleur", "vu (…) le bailleur"),
        ("c'est [?zboing] comme toujours", "c'est (…) comme toujours"),
        # Ce qui montre quelqu'un.
        ("Paul a vu [?Zorglub] hier.", "Paul a vu un jeune hier."),
        ("Hier [?Zorglub] m'a dit non.", "Hier un jeune m'a dit non."),
        ("Hier madame [?Zorglub] attend.", "Hier une personne attend."),
        ("C'est [?Nadège] je crois.", "C'est une jeune je crois."),
        ("Vu [Farid] et [?Zorglub].", "Vu un jeune et un jeune."),
        ("[?Zorglub] et [Farid] en bas.", "Un jeune et un jeune en bas."),
        # Quelqu'un que le texte nomme déjà : c'est encore lui, et nul de plus.
        ("[Farid] a vu [?Farid] hier avec [Farid].",
         "Un jeune a vu le même jeune hier avec le même jeune."),
        ("[Farid] et [Zorglub], puis [?Farid].",
         "Un premier jeune et un deuxième jeune, puis le premier jeune."),
        ("[Farid] s'appelle [?Farid] ici.", "Un jeune s'appelle (…) ici."),
        ("[?zorglub] et puis aussi [Farid].", "(…) et puis aussi un jeune."),
    ],
)  # fmt: skip
def test_un_doute_ne_devient_quelqu_un_que_si_la_phrase_le_montre(brut: str, propose: str) -> None:
    """Témoin : « un jeune » par défaut faisait échouer les huit premières (vu)."""
    assert recrire(brut) == propose


def test_le_nom_d_un_lieu_s_en_va_avec_le_lieu() -> None:
    lieu = Repere(0, 13, Categorie.batiment, Niveau.masquer)
    nom = Repere(17, 22, Categorie.nom, Niveau.masquer)
    texte = "L'entrée sept de Kordu est restée ouverte"
    dit = proposer(texte, [lieu, nom]).texte
    assert dit == "Une partie commune du secteur est restée ouverte"
