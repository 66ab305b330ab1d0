"""La préposition d'un lieu récrit : « au collège X » : « dans un collège », « passé bât 9 »."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.recritures.accords import lier
from tat_carnet.anonymisation.recritures.contexte import Contexte, Remplacement
from tat_carnet.anonymisation.reperes import Categorie

LIEUX: Final = frozenset(
    {
        Categorie.adresse,
        Categorie.batiment,
        Categorie.etage_porte,
        Categorie.etablissement,
        Categorie.petit_lieu,
    }
)
_MOT_AVANT: Final = re.compile(r"(?:(?P<mot>[\w’']+)|[»\")%])(?P<lien>,?[ ]|[ ]\()$")
_PREDICAT: Final = re.compile(
    r"[ ](?:est|sont|[ée]tait|[ée]taient|reste|a|ont|n['’]|ne|se|s['’]|fait|ferme|ouvre)\b|[ ]*:"
)
"""Ce qui suit un lieu dont la phrase parle : « hier, hall 4 est calme »."""
_ARTICLE: Final = (
    r"(?:le|la|les|l['’ ]|une?|cet?|cette|ces|son|sa|ses|leurs?|notre|nos|votre|vos|mon|ma|mes"
    r"|ton|ta|tes)"
)
"""« L ECOLE » : en capitales, l'apostrophe manque souvent."""
_QUALITE: Final = (
    r"(?:ancien(?:ne)?|nouveau|nouvel(?:le)?|futur|future|(?:avant-)?derni[èe]re?|premi[èe]re?"
    r"|seconde?|(?:deux|trois|quatr|cinqu)i[èe]me|fameux|fameuse|m[êe]me)"
)
"""« l'ancien bâtiment C » : l'adjectif s'en va avec ce qu'il qualifie."""
_DETERMINANT: Final = re.compile(
    r"(?i:(?<![\w'’])(?:"
    rf"(?P<de>du|des|(?:de |d['’]){_ARTICLE}|de|d['’])|(?P<a>aux?|[àa] (?:la|l['’ ]|une?)|à)"
    rf"|(?P<que>que(?: {_ARTICLE})?|qu['’](?:une?)?)|{_ARTICLE}"
    rf")[ \u00a0\u202f]*(?:(?<=[ \u00a0\u202f'’]){_QUALITE}[ ])?)$"
)
_TAILLE: Final = re.compile(
    rf"(?i:(?<!\w)(?:dans|dvt|vers|sous) (?P<dit>(?:{_ARTICLE}[ ]?)?"
    r"(?:petite?s?|grande?s?|vieux|vieil|vieille|belle|beau)[ ]))$"
)
"""« dans la petite salle du bas » ; « la petite, hall 4 » peut être une fille."""
_JUSQUE: Final = re.compile(r"(?i:jusqu['’ ]?(?:aux?|[àa] l['’ ]|[àa](?: l[ea])?)[ ]*)$")
_LOCATIVE: Final = re.compile(
    r"(?i:(?<![\w'’])(?:(?:de )?(?:devant|derri[èe]re|devan|sous)|dans|vers|pr[èe]s d"
    r"|[àa] c[ôo]t[ée] d|au pied d|en bas d|au niveau d|au fond d|en face d|autour d|face [àa]?)"
    rf"(?:(?<=d)(?:u|es|e {_ARTICLE}|e|['’]{_ARTICLE}|['’])|(?<!d)[ ]?(?:aux?|{_ARTICLE})?)"
    r"[ ]*)$"
)
_DEJA_LIE: Final = mots_de(
    "devant derriere dans sous entre vers chez pour par et ou puis que contre sur depuis avec en",
    "c est sont vs via sans apres avant comme dont cote secteur quartier c'est tout toute",
)


_COTE: Final = re.compile(r"(?i:(?<!\w)(?:du )?c[ôo]t[ée] )$")
"""« côté rue X » : « du côté d’une rue »."""
_EN: Final = re.compile(r"(?i:(?<!\w)en )$")
"""« rien en B7 » : « rien dans un bâtiment »."""
_O: Final = re.compile(r"(?i:(?<![\w'’-])[oô] )$")
"""« ça gueule o 3e » : « au », comme il s'entend."""
_SE_TROUVE: Final = re.compile(
    r"(?i:(?<![\w'’])(?:(?:qu['’])?(?:ils?|elles?|on)|j[e'’]|tu|qui) ?(?:n['’])?"
    r"(?:est|sont|suis|es|[ée]tai(?:s|t|ent)|sera|seront) (?:pas |plus |toujours |encore "
    r"|maintenant )?)$"
)
"""« elle est impasse du Puits » : elle s'y trouve ; « c'est impasse du Puits » la nomme."""
_SORTIE: Final = re.compile(r"(?i:(?<!\w)(?:sortie|entr[ée]e|grilles?|parvis|portail) )$")


def determine(contexte: Contexte, groupe: str, lieu: str = "à") -> Remplacement:
    """Remplace l'extrait et son déterminant par `groupe`, qui porte le sien.

    « du collège X » : « d’un collège » ; « au collège X » : `lieu` + « un collège ».
    """
    if borne := contexte.avant(_JUSQUE):
        return Remplacement(f"jusqu’{lier('à', groupe)}", avant=len(borne[0]))
    if taille := contexte.avant(_TAILLE):
        return Remplacement(groupe, avant=len(taille["dit"]))
    trouve = contexte.avant(_DETERMINANT)
    if trouve is None:
        return Remplacement(groupe)
    if (
        trouve["a"]
        and contexte.voisin in LIEUX
        and not contexte.gauche.replace(trouve[0], "").strip()
    ):
        lieu = "à"  # « de la rue X au collège Y » : « d’une rue à un collège »
    preposition = "de" if trouve["de"] else lieu if trouve["a"] else "que" if trouve["que"] else ""
    return Remplacement(lier(preposition, groupe), avant=len(trouve[0]))


def loge(contexte: Contexte, groupe: str, lieu: str = "dans") -> Remplacement:
    """Comme `determine` ; « passé bât 9 », « vu Karim, bât 9 », sans préposition, en reçoivent une.

    Une suite de lieux (« collège, hall 3 ») et un lieu dont on parle (« hall 4 est calme ») non.
    « sortie lycée X » : « sortie d’un lycée ».
    """
    if cote := contexte.avant(_COTE):
        return Remplacement(f"du côté {lier('de', groupe)}", avant=len(cote[0]))
    if en := contexte.avant(_EN):
        return Remplacement(lier(lieu, groupe), avant=len(en[0]))
    if au := contexte.avant(_O):
        return Remplacement(lier(lieu, groupe), avant=len(au[0]))
    if contexte.avant(_SE_TROUVE):
        return Remplacement(lier(lieu, groupe))
    dit = determine(contexte, groupe, lieu)
    if dit.avant or not _manque_une_preposition(contexte):
        return dit
    return Remplacement(lier("de" if contexte.avant(_SORTIE) else lieu, groupe))


def _manque_une_preposition(contexte: Contexte) -> bool:
    gauche = contexte.gauche
    if contexte.voisin is not None and gauche in (" ", ", ", " ("):
        suite_de_lieux = contexte.voisin in LIEUX and gauche != " "
        return not suite_de_lieux and not _PREDICAT.match(contexte.droite)
    avant = contexte.avant(_MOT_AVANT)
    if avant is None:
        return False
    if avant["lien"].startswith(",") and _PREDICAT.match(contexte.droite):
        return False
    return plier(avant["mot"] or "") not in _DEJA_LIE


def situe(contexte: Contexte, groupe: str) -> Remplacement:
    """Comme `determine`, mais « devant », « au pied de » deviennent « dans »."""
    trouve = contexte.avant(_LOCATIVE)
    if trouve is None:
        return loge(contexte, groupe)
    return Remplacement(f"dans {groupe}", avant=len(trouve[0]))
