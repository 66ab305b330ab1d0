"""Une lettre qui tient lieu d'immeuble : « devant le B », « rien dans la c », « Q, R : calme »."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher, juste_avant, un_de
from tat_carnet.anonymisation.rules.numeros_seuls import PARTIES

_PRES: Final = (
    r"(?:[Dd]ans|[Dd]evant|[Ee]ntre|[Ss]ous|[Vv]ers|[Dd]erri[èe]re|[Ee]t|[Ss]auf|en face|depuis)"
)
_LETTRE: Final = re.compile(
    rf"\b(?:[Aa]u|[Dd]u|{_PRES} le|[Aa]ux|chez ceux du|cave du) ([A-Z])\b"
    r"(?!['’-]|\.?[A-Za-z]| ?[A-Z]\b)"
)
_SEULE: Final = re.compile(r"[A-Z](?<= [A-Z])\b")
"""De quoi ne pas chercher longuement les motifs d'une capitale seule."""
_A_LA_LETTRE: Final = re.compile(
    r"\b(?:(?:[Dd]ans|[Dd]evant|[Dd]erri[èe]re|[Ee]ntre|[Ss]ous|[Vv]ers|à|À|[Dd]e|[Ee]t) la"
    r" [A-HK]|[Ll]a [B-HK])\b"
    r"(?!['’-]|\.?[A-Za-z]| ?[A-Z]\b| ?\d)"
)
"""« rien dans la C, la D est calme » : une entrée, une cage, une tour."""
_EN_FILE: Final = re.compile(
    r"(?:(?:(?<=[:(] )|(?<=[Ll]e )|(?<=[Aa]u )|(?<=[Ll]a )|(?<=sauf )|(?<=[Dd]u ))"
    r"[A-HJ-Z](?:(?: ?[,/+] ?| et | puis | ou )(?:l[ea] |au |du )?[A-HJ-Z])+"
    r"|(?:^|(?<=[.;] ))[A-HJ-Z] puis [A-HJ-Z])(?![\w'’°*]|\.\w)"
)
"""« Asc. en panne : Q, R » : des capitales que rien n'abrège."""
_PLUSIEURS: Final = re.compile(r"[A-Z](?<!\w[A-Z])(?: ?[,/+] ?| et | puis | ou )")
_D_UNE_LIGNE: Final = re.compile(
    r"\b(?:lignes?|rer|voies?|hepatites?|vitamines?|categories?|classes?|permis|plans?|options?)\b"
    r"[^.!?]{0,30}$"
)
"""« la ligne C est en panne, la D aussi »."""
_FIN: Final = (
    r"(?=\s*(?:[,.;:!?)]|$)|\s(?:et|ou|il|elle|on|ils|elles|qui|pour|avec|est|a|en|dans|hier|ce"
    r"|comme"
    r"|depuis|au|contre|puis|ya|y|toujours|encore|sont|ont|chez|personne|rien|ca|c'est|parce|mais"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ont|pue|fait|veut|tout|tous|qu|que|se|s'|crie|fume|sent)(?!\w))"
)
_GENS: Final = mots_de(
    "cave caves hall halls escalier escaliers porche gars jeunes grands petits ceux celui celle",
    "gens maman mamans mec mecs meuf meufs daron daronne frere freres terrain four deal chouf",
    "pied bas deux trois quatre cour entree gardien gardienne dame dames mamie papi gamins",
    "gosses toit",
    "voisins voisin voisine locataires familles famille ascenseur parking local porte montee bande",
)
_MINUSCULE: Final = re.compile(
    rf"\b(?P<z>{un_de(PARTIES)} du [b-hj-kp-xz]){_FIN}"
    rf"|\b(?:{un_de(_GENS)} (?:du|le)|guet devant (?:du|le)|(?:devant|derriere|sauf|vers|entre) le"
    rf"|(?<!\w )(?:passe|vu|personne|rien) au|(?:pas|est|etait|dort|monte|loge|habite|vit) au)"
    rf" (?P<x>[b-hj-kp-xz]){_FIN}"
    rf"|\b(?:(?:dans|devant|derriere|vers|entre|sous) la|{un_de(_GENS)} de la) (?P<y>[b-hk]){_FIN}"
    rf"|\b(?P<w>(?:au|du|le) [b-hjk] et (?:au|du|le) [b-hjk])\b(?!['’-])"
    rf"|\b(?:{un_de(_GENS)}|vien\w+(?: tous)?) du (?P<v>[b-hjk])\b(?!['’-]| ?\d)"
)
"""« ceux du e », « plus de lumière dans la b » ; « n » et « s » seraient des fautes de frappe."""
_LETTRES: Final = frozenset("bcdefghjkpqrtuvwxz")


def reperer(note: Lecture) -> Iterator[Repere]:
    """La capitale d'abord, dans une note qui a la casse ; puis la minuscule."""
    yield from chercher(note, _MINUSCULE, Categorie.batiment, si=_LETTRES)
    if not any(map(str.islower, note.brut)):
        return
    if _SEULE.search(note.brut):
        yield from _a_une_lettre(note)
    if not note.en_capitales and _PLUSIEURS.search(note.brut):
        for trouve in _EN_FILE.finditer(note.brut):
            debut = bisect_left(note.origines, trouve.start())
            if not juste_avant(_D_UNE_LIGNE, note.plie, debut):
                yield from _chacune(note, trouve)


def _chacune(note: Lecture, file: re.Match[str]) -> Iterator[Repere]:
    """Chaque lettre d'une file, sans ce qui les relie."""
    for lettre in re.finditer(r"[A-Z]", file[0]):
        debut = bisect_left(note.origines, file.start() + lettre.start())
        yield Repere(debut, debut + 1, Categorie.batiment, Niveau.masquer)


def _a_une_lettre(note: Lecture) -> Iterator[Repere]:
    """« devant le B », « rien dans la C » : une capitale seule, dans une note qui a la casse."""
    for trouve in _LETTRE.finditer(note.brut):
        lettre = bisect_left(note.origines, trouve.start(1))
        article = note.plie.rfind(" ", 0, lettre - 1) + 1
        debut = article if trouve[1] == "A" else lettre
        yield Repere(debut, lettre + 1, Categorie.batiment, Niveau.masquer)
    for trouve in _A_LA_LETTRE.finditer(note.brut):
        lettre = bisect_left(note.origines, trouve.end() - 1)
        if juste_avant(_D_UNE_LIGNE, note.plie, lettre):
            continue
        yield Repere(lettre - len("la "), lettre + 1, Categorie.batiment, Niveau.masquer)
