"""Les phrases d'un texte brut, et celles où quelqu'un se tient : elles ne sortent pas d'emblée.

Sixième épreuve de l'intrus : dix-sept personnes reconnues à des récits gardés, dont le masque
disait « un adulte », « une personne ». Le lieu et l'événement se disaient dans les autres phrases.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tat_carnet.anonymisation.recriture import Morceau, Proposition
from tat_carnet.anonymisation.recritures.termes import OMIS
from tat_carnet.anonymisation.reperes import DIRECTES, Categorie, Niveau
from tat_carnet.anonymisation.risque.tournures import dit_des_gens, voit_quelqu_un
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.vocabulaire import Profil

_FIN: Final = re.compile(r"[.!?…]+[ \t]*(?:[»”\")]+[ \t]*)?(?=\s|$)\s*|\s*\n\s*")
_ABREGE: Final = re.compile(
    r"(?:^|[\s(«'’])(?:[^\W\d_]|mm?e?s?|mr|mlle|dr|av|bd|ste?|t[ée]l|env|appt?|b[âa]t|etc|cf|ex"
    r"|resp|asso)\.\s*$",
    re.IGNORECASE,
)
"""« M. », « bât. » : le point n'y finit rien."""
_MOT: Final = 8
"""Signes où tient la plus longue de ces abréviations, son point et ce qui la précède."""
_GUILLEMETS: Final = (("«", "»"), ("“", "”"))
_DE_QUELQU_UN: Final = (DIRECTES - {Categorie.adresse}) | {
    Categorie.age,
    Categorie.lien_familial,
    Categorie.role_unique,
    Categorie.origine_religion,
}
"""Ce que le masque ne remplace que parce que quelqu'un est là."""
_UNE_CHOSE: Final = re.compile(rf"{re.escape(OMIS)}|\blieu\b|\bligne de transport\b|^\s*$")
"""Ce qu'il écrit quand un nom n'est, là, celui de personne (`recritures.presence`)."""
_DE_LUI: Final = re.compile(
    r"\W*(?:on|je|j['’]|nous|c['’]est|ca|cela|et|mais|puis|ensuite|alors|apres|donc|car|lui|eux|sons?|sa"
    r"|ses|leurs?|celui|celle|ceux|celles|cet?|cette|ces"
    r"|(?:le|la|les) (?:memes?|deux|trois|derniere?s?|premiere?s?|autres?)|l['’](?:un|une|autre)"
    r")(?:\b|(?<=['’]))"
    r"|.*\b(?:lui|leur|[lmt]['’](?:a|ai|ont|avait|avaient|as)|nous (?:a|ont|avait))\b",
    re.DOTALL,
)
"""« Puis… », « Le même… », « On l'a accompagné » : il faut avoir lu de qui."""
_REPREND: Final = re.compile(
    r"\W*(?:(?:le|la|les|une?|des|du|plusieurs|chaque|toute?s?) [^\W\d_]+|l['’][^\W\d_]+"
    r"|(?:il |qu['’]il )?(?:n['’])?y (?:a|avait|aura)"
    r"|il (?:faut|fallait|pleu\w*|fai(?:t|sait)|manque|reste))\b"
)
"""« La porte… », « Il y a… » : une phrase qui se tient seule. « Exclu 5 jours », « Devant tout le
monde, en robe de chambre » prolongent celle d'avant.
"""
_PRONOM: Final = re.compile(
    r"\b(?:ils?|elles?|eux|on|nous|je|j['’]|ca|cela|personne|(?:tout|toute) (?:le|la) [^\W\d_]+)\b"
)
_NOM: Final = re.compile(
    r"\b(?:l['’]|d['’]|(?:le|la|les|une?|des|du|de|aux?|cet?|cette|ces|sans|par|sur|\d+) )"
    r"(?!(?:que|qui|dont|soirs?|jours?|nuits?|fois|temps|monde|moments?|gens|nous|eux|elles?|ca)\b)"
    r"[^\W\d_]{3,}"
)
"""« la porte », « 3 palettes » : de quoi parler ; « des soirs » n'en disent rien."""
_DE_NOUS: Final = re.compile(r"\b(?:on|nous|je|faut (?:le )?dire)\b|\bj['’]")
"""« On est restées plantées devant la haie » : tous savent qui tourne ce jour-là."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """`brut[debut:fin]`, ce qui la suit de blanc compris ; en sortirait `propose[dit:dit_fin]`.

    `tue` : quelqu'un s'y tient, ou elle parle de celui de la phrase d'avant, ou, les autres tues,
    elle ne dit plus rien (« Ce que je craignais. »).
    """

    debut: int
    fin: int
    dit: int
    dit_fin: int
    texte: str
    tue: bool = False


def phrases(
    brut: str, propose: Proposition, profil: Profil, peu: bool = False
) -> tuple[Phrase, ...]:
    """Les phrases de ce texte, dans l'ordre ; `propose` : ce qu'on en dirait à ce lecteur, `peu` :
    ce qui s'y passe est dit de quatre personnes au plus.
    """
    rendues: list[Phrase] = []
    for debut, fin in _bornes(brut, propose.morceaux):
        dit, dit_fin = _dit(propose.morceaux, debut), _dit(propose.morceaux, fin)
        texte = propose.texte[dit:dit_fin]
        premier, suivant = (_rang(propose.morceaux, place) for place in (debut, fin))
        tue = any(map(_met_quelqu_un, propose.morceaux[premier:suivant])) or voit_quelqu_un(
            fold(texte), profil, peu=peu
        )
        tue = tue or _suit(texte, rendues) or (profil.public and _est_de_nous(texte))
        rendues.append(Phrase(debut, fin, dit, dit_fin, texte, tue))
    if not any(phrase.tue for phrase in rendues):
        return tuple(rendues)
    return tuple(replace(p, tue=p.tue or _ne_dit_rien(p.texte)) for p in rendues)


def _est_de_nous(texte: str) -> bool:
    """Vrai d'une phrase à la première personne : au public, elle dit qui était là."""
    return _DE_NOUS.search(fold(texte)) is not None


def _ne_dit_rien(texte: str) -> bool:
    """Vrai d'un reste fait d'un pronom, sans le nom d'un lieu, d'une chose ni d'un événement."""
    phrase = fold(texte)
    return _PRONOM.search(phrase) is not None and _NOM.search(_PRONOM.sub("", phrase)) is None


def _suit(texte: str, avant: Sequence[Phrase]) -> bool:
    """Vrai d'une phrase qui parle de quelqu'un d'avant, ou prolonge la phrase où il se tient."""
    if not any(phrase.tue for phrase in avant):
        return False
    phrase = fold(texte)
    de_lui = _DE_LUI.match(phrase) is not None or dit_des_gens(phrase)
    return de_lui or (avant[-1].tue and _REPREND.match(phrase) is None)


def _met_quelqu_un(morceau: Morceau) -> bool:
    """Vrai si le masque a mis là quelqu'un, ou ôté ce qui n'est qu'à lui."""
    repere = morceau.repere
    chez_lui = repere.categorie is Categorie.etage_porte and "logement" in morceau.remplacement
    sur = repere.niveau is Niveau.masquer and (chez_lui or repere.categorie in _DE_QUELQU_UN)
    return sur and _UNE_CHOSE.search(morceau.remplacement) is None


def _bornes(brut: str, morceaux: Sequence[Morceau]) -> Iterator[tuple[int, int]]:
    """Où commence et finit chaque phrase ; aucune ne coupe un repère, ni une parole citée."""
    coupes = [0]
    for trouve in _FIN.finditer(brut):
        fin = trouve.end()
        rang = _rang(morceaux, fin) - 1
        dedans = rang >= 0 and fin < morceaux[rang].fin_brut
        if not (dedans or _est_ouvert(brut[coupes[-1] : fin])):
            coupes.append(fin)
    yield from pairwise(dict.fromkeys((*coupes, len(brut))))


def _est_ouvert(phrase: str) -> bool:
    """Vrai si ce début de phrase finit sur une abréviation, ou dans une parole citée."""
    cite = any(phrase.count(ouvre) > phrase.count(ferme) for ouvre, ferme in _GUILLEMETS)
    return cite or phrase.count('"') % 2 == 1 or _ABREGE.search(phrase.rstrip()[-_MOT:]) is not None


def _dit(morceaux: Sequence[Morceau], place: int) -> int:
    """La place, dans ce qui est proposé, d'une place du brut qu'aucun morceau ne couvre."""
    rang = _rang(morceaux, place) - 1
    return morceaux[rang].fin + place - morceaux[rang].fin_brut if rang >= 0 else place


def _rang(morceaux: Sequence[Morceau], place: int) -> int:
    """Combien de morceaux commencent avant cette place du brut."""
    return bisect_left(morceaux, place, key=lambda morceau: morceau.debut_brut)
