"""Ce qui ne fait que préciser le passage d'avant : « bât C, 3e étage » n'est dit qu'une fois."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.recritures.contexte import INCISE, Contexte, Remplacement
from tat_carnet.anonymisation.recritures.effacements import PERSONNES, SOUDURES
from tat_carnet.anonymisation.reperes import Categorie, Niveau

_TOUCHE: Final = re.compile(r"(?i:[ ,'’-]*(?:(?:au|[àa] la|du|de la|la) |de l['’ ])?)")
"""Ce qui sépare une précision de ce qu'elle précise : « , porte 3 », « , à la porte du fond »."""
_ACCES: Final = re.compile(r"(?:l?entrees?|halls?|cages?|l?escaliers?|esc|porches?|montees?|ent)\b")
_FAIT: Final = re.compile(r"[ ](?:est|[ée]tait|reste|a|n['’]|ne|se|s['’]|ferme|ouvre|claque)\b")
_EN_PARLE: Final = re.compile(r"(?<!de )(?<!à )(?<!a )\bla $")
_QUI: Final = PERSONNES | {Categorie.lien_familial, Categorie.role_unique}
_COMPTES: Final = PERSONNES | {Categorie.compte}
"""« @on_te_voit_lina » : un nom de la liste coupe le compte en morceaux."""
_PRECISIONS: Final = frozenset(
    {
        (Categorie.batiment, Categorie.etage_porte),
        (Categorie.adresse, Categorie.etage_porte),
        (Categorie.adresse, Categorie.batiment),
        (Categorie.petit_lieu, Categorie.batiment),
        (Categorie.petit_lieu, Categorie.petit_lieu),
        (Categorie.compte, Categorie.compte),
        (Categorie.date, Categorie.naissance),
        (Categorie.role_unique, Categorie.etablissement),
    }
)
"""Ce qui, collé à un premier repère, ne dirait rien de plus une fois récrit."""


def effacer_la_precision(contexte: Contexte, precedent: Contexte) -> Remplacement | None:
    """Rien à la place du repère s'il redit `precedent`, ni la virgule qu'il laisserait seule."""
    if not _redit(contexte, precedent):
        return None
    ferme = contexte.apres(INCISE) if _ferme_seule(contexte, precedent) else None
    return Remplacement("", avant=len(contexte.gauche), apres=len(ferme[0]) if ferme else 0)


def acces(plie: str) -> bool:
    """Vrai de « l'entrée nord », faux de « bât 17 » : l'un précise l'autre."""
    return _ACCES.match(plie) is not None


def _redit(contexte: Contexte, precedent: Contexte) -> bool:
    """Vrai si le repère ne fait que préciser celui qui le touche : « bât C, 3e étage »."""
    deux = {precedent.repere.categorie, contexte.repere.categorie}
    if Categorie.compte in deux and contexte.gauche in ("_", ".") and deux <= _COMPTES:
        return precedent.repere.niveau is Niveau.masquer
    if precedent.repere.niveau is Niveau.verifier or not _TOUCHE.fullmatch(contexte.gauche):
        return False
    porte = contexte.plie.startswith("porte") and not _FAIT.match(contexte.droite)
    if {precedent.repere.categorie, contexte.repere.categorie} == {Categorie.batiment}:
        return acces(precedent.plie) is not acces(contexte.plie)
    if _EN_PARLE.search(contexte.gauche) and not porte:
        return False  # « bât C, la porte 3 est ouverte » en parle
    return (precedent.repere.categorie, contexte.repere.categorie) in _PRECISIONS or (
        contexte.gauche in SOUDURES
        and contexte.fin == contexte.repere.fin  # « la mère de Théo » reste dite
        and precedent.repere.categorie in _QUI
        and contexte.repere.categorie in _QUI - PERSONNES
    )


def _ferme_seule(contexte: Contexte, precedent: Contexte) -> bool:
    """Vrai si la virgule qui suit ne fermait que ce qui s'efface : « Mme X du bât C, 3e, attend ».

    Dans « Karim, bât C, 3e étage, attend », elle ferme encore l'incise qui reste.
    """
    if contexte.repere.categorie is Categorie.naissance:
        return True
    return "," in contexte.gauche and not precedent.gauche.rstrip().endswith(",")
