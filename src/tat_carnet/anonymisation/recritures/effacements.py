"""Les noms qui s'effacent : redits, annoncés par un mot qui suffit, ou cités entre guillemets."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.lexiques import prenoms
from tat_carnet.anonymisation.recritures.accords import lier
from tat_carnet.anonymisation.recritures.contexte import Contexte, Remplacement
from tat_carnet.anonymisation.recritures.termes import OMIS
from tat_carnet.anonymisation.reperes import Categorie, Niveau

PERSONNES: Final = frozenset(
    {Categorie.liste, Categorie.nom, Categorie.surnom, Categorie.initiales}
)
_NOMMABLES: Final = PERSONNES | {Categorie.lien_familial, Categorie.role_unique}
SOUDURES: Final = (" ", "-", "'", "’")
"""Ce qui soude deux morceaux d'un même nom."""
_DU_LIEU: Final = (" de ", " du ", " d'", " d’")
_LIEU_OU: Final = re.compile(
    r"(?i:(?<![\w'’])(?:devant|derri[èe]re|dans|chez|vers|sous|pr[èe]s d[eu]|[àa] c[ôo]t[ée] d[eu]"
    r"|au|[àa])[ ](?:l[ea] |l['’])?)$"
)
"""« derrière le garage à Manu » : le lieu récrit ne dit déjà plus de qui il est."""
_POUR_TOUS: Final = re.compile(
    r"[ ]pour (?:tout le monde|tous|toutes|les (?:copains|copines|autres|intimes|amis|gens))\b,?"
)
"""« Inès, Fourmi pour tout le monde, » : son surnom."""
_MOT_SEUL: Final = re.compile(r"[^\W\d_]{4,}")
_QUI_SE_NOMMENT: Final = frozenset(
    {Categorie.adresse, Categorie.batiment, Categorie.etablissement, Categorie.petit_lieu}
)
"""« la villa de X », « l'entrée sept de X » : le lieu récrit ne dit déjà plus son nom."""
_QUI_HABITE: Final = re.compile(
    r"(?:l[ea] |un |une |cette |ce )?(?:petite? |vieille |vieux |jeune )?(?:monsieur|dame"
    r"|homme|femme)\b"
)
"""« le monsieur du Carré | de X » : là où il habite ; « la référente de X » est la sienne."""
_FONCTION: Final = re.compile(
    r"(?i:(?<!\w)(?:coll[èe]gue|[ée]ducateur|[ée]ducatrice|[ée]duc|gardien|gardienne|prof"
    r"|directeur|directrice|m[ée]diateur|m[ée]diatrice|infirmi[èe]re?|animateur|animatrice"
    r"|locataire|stagiaire|camarade|b[ée]n[ée]vole|coach|entra[îi]neu(?:r|se)"
    r"|entreprise|soci[ée]t[ée]|bo[îi]te|prestataire|sous-traitant)[ ]+)$"
)
"""« mon collègue X », « l'entreprise X » : ce qui précède dit assez qui, et qui n'est personne."""
_NOMME: Final = re.compile(
    r"(?i:(?<!\w)(?:pr[ée]noms?|surnoms?|noms?|surnomm[ée]e?s?"
    r"|(?:[smtl]['’]|nous |vous |les |faire |fait )appel(?:le|[ée]e?s?|lent|er|ait|aient|les)"
    r"|(?:est|sont|[ée]tait|[ée]taient|jeune|gar[çc]on|fille|gars|homme|femme|type|dame|gamine?|ado"
    r"|petite?) appel[ée]e?s?"
    r"|(?:celui|celle|ceux|une? \w+|l[ea] \w+),? qu(?:e |['’])(?:[\w]+['’]? ?){1,3} appellent"
    r"|surnomme(?:nt)?|nomment|qu['’]on (?:sur)?nomme"
    r"|(?<=, )nomm[ée]e?s?|baptis[ée]e?|au nom de|du nom de|alias|sobriquet|patronyme)"
    r"[ ]*(?:est |,? ?c['’]est |[:=] ?|de |d['’]|« ?)?)$"
)
"""Ce qui annonce un nom ; « j'appelle Karim » ou « Appelé Karim » disent un coup de téléphone."""
_NOM_APPOSE: Final = re.compile(r"(?i:(?<!\w)(?:pr[ée]nom|surnom|sobriquet|pseudo), )$")
"""« avec son prénom, Lina, » : le prénom est annoncé, il n'est plus dit."""
_ECRIT: Final = re.compile(
    r"(?i:(?<!\w)(?:marqu[ée]|[ée]crit|inscrit|grav[ée]|tagu[ée]"
    r"|coch[ée])e?s?[ ]*[:,]?[ ]*[«\"“][ \u00a0\u202f]*)$"
)
"""« interphone marqué « X » » : ce qui est écrit, non quelqu'un."""
_QUELQU_UN: Final = re.compile(
    r"(?i:(?<![\w'’])(?:(?:une?|l[ea]|cet?|cette|mon|ma|notre) (?:[\w-]+ ){0,2}?"
    r"(?:filles?|gar[çc]on|gamine?|jeune|ado|adolescente?|minot|m[ôo]me|petite?|grande?|homme|femme"
    r"|dame|monsieur|m[èe]re|p[èe]re|maman|papa|voisine?|habitante?|coll[èe]gue|b[ée]n[ée]vole)"
    r"|l['’]une?(?: d['’]e(?:ux|lles))?), )$"
)
"""« Une fille, Eden, boite » : « une fille » dit déjà qui."""
_FAMILLES: Final = re.compile(r"(?i:(?<!\w)(?:familles|fratrie) )$")
"""« les familles Diallo et Petit » : leur nombre n'est pas à dire ; « la fratrie » le dit."""
_DIT: Final = re.compile(r"(?i:^[ ]*,?[ ]*\(?(?:dite?|alias|surnomm[ée]e?|ou)[ ]+(?:[«\"“] ?)?)$")
_OUVRE: Final = re.compile(r"[«\"“][ \u00a0\u202f]*$")
_PREPOSITION: Final = re.compile(r"(?i:(?<![\w'’])(de|que)[ ]+)$")
_FERME_DIT: Final = re.compile(r"[ ]?[»\"”]?\)?")
_FERME: Final = re.compile(r"[ \u00a0\u202f]*[»\"”]")


def redite(contexte: Contexte, precedent: Contexte | None) -> Remplacement | None:
    """Le nom de qui vient d'être dit (« sa fille Inès », « Ali dit Lili ») s'efface."""
    if precedent is None or precedent.repere.niveau is Niveau.verifier:
        return None
    gauche, categorie = contexte.gauche, precedent.repere.categorie
    if gauche in SOUDURES and (categorie in _NOMMABLES or _coupe_un_lieu(precedent)):
        return Remplacement("", avant=1)
    if gauche == " à " and categorie is Categorie.petit_lieu and precedent.avant(_LIEU_OU):
        return Remplacement("", avant=len(gauche))
    if gauche == ", " and categorie in PERSONNES and (pour := contexte.apres(_POUR_TOUS)):
        return Remplacement("", avant=len(gauche), apres=len(pour[0]))
    habite = categorie is Categorie.role_unique and _QUI_HABITE.match(precedent.plie)
    if gauche in _DU_LIEU and (categorie in _QUI_SE_NOMMENT or habite):
        return Remplacement("", avant=len(gauche))
    if categorie in PERSONNES and _DIT.search(gauche):
        ferme = contexte.apres(_FERME_DIT) if re.search(r"[«\"“(]", gauche) else None
        return Remplacement("", avant=len(gauche), apres=len(ferme[0]) if ferme else 0)
    if categorie in PERSONNES and gauche in (" et ", ", ") and precedent.avant(_FAMILLES):
        return Remplacement("", avant=len(gauche))
    apposee = gauche == ", " and contexte.droite[:1] in (",", ".", "")
    if apposee and categorie in (Categorie.age, Categorie.lien_familial, Categorie.role_unique):
        return Remplacement("", avant=len(gauche), apres=int(contexte.droite[:1] == ","))
    return None


def _coupe_un_lieu(precedent: Contexte) -> bool:
    """Vrai dans « collège Jean » suivi de « Moulin » : la fin d'un nom, non quelqu'un."""
    if precedent.repere.categorie is Categorie.batiment:  # « l'Éden » suivi de « Wharf »
        nomme = _MOT_SEUL.fullmatch(precedent.extrait) and precedent.extrait[:1].isupper()
        return bool(nomme)
    if precedent.repere.categorie is not Categorie.etablissement:
        return False
    return precedent.plie.split(" ")[-1] in prenoms()


def tait(contexte: Contexte) -> Remplacement | None:
    """« il s'appelle Ange » : « il s'appelle (…) » ; « mon collègue Karim » : « mon collègue »."""
    incise = contexte.droite[:1] in (",", ".") and contexte.libre > 0
    if incise and contexte.avant(_NOM_APPOSE):
        return Remplacement("", avant=2)
    if incise and contexte.avant(_QUELQU_UN) and contexte.extrait not in contexte.droite:
        return Remplacement("", avant=2, apres=int(contexte.droite[:1] == ","))
    if fonction := contexte.avant(_FONCTION) or contexte.avant(_FAMILLES):
        return Remplacement("", avant=len(fonction[0]) - len(fonction[0].rstrip()))
    if contexte.avant(_ECRIT) and (ferme := contexte.apres(_FERME)):
        cite = contexte.avant(_OUVRE)
        return Remplacement(OMIS, len(cite[0]) if cite else 0, len(ferme[0]))
    if nomme := contexte.avant(_NOMME):
        if nomme[0].rstrip().endswith("«"):
            ferme = contexte.apres(_FERME)
            ouvre = contexte.avant(_OUVRE)
            return Remplacement(OMIS, len(ouvre[0]) if ouvre else 0, len(ferme[0]) if ferme else 0)
        lie = re.search(r"(?:d['’]|de )$", nomme[0])
        return None if lie else Remplacement(OMIS)
    return None


def sans_guillemets(contexte: Contexte, texte: str, avant: int) -> Remplacement:
    """« le Kid », cité entre guillemets, n'a plus rien à citer."""
    ouvre, ferme = contexte.avant(_OUVRE), contexte.apres(_FERME)
    if avant == 0 and ouvre and ferme:
        reste = contexte.gauche[: len(contexte.gauche) - len(ouvre[0])]
        lie = _PREPOSITION.search(reste)
        texte = lier(lie[1].lower(), texte) if lie else texte
        return Remplacement(texte, len(ouvre[0]) + len(lie[0] if lie else ""), len(ferme[0]))
    return Remplacement(texte, avant=avant)
