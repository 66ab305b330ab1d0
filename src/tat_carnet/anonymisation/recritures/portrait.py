"""De quel nom commun dire quelqu'un : « une jeune », « un adulte », « une famille »."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.echelle import est_mineur
from tat_carnet.anonymisation.lexiques import mots_de, prenoms
from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.recritures.ages import age_annonce
from tat_carnet.anonymisation.recritures.contexte import Contexte
from tat_carnet.anonymisation.reperes import Categorie
from tat_carnet.domain.vocabulaire import Profil

AVANT: Final = re.compile(
    r"(?i:(?:(?<![\w'’])(?P<prep>de |d['’]|à |que |qu['’])?"
    r"(?P<det>(?:le|la|l['’]|un|une|ce|cet|cette|les|des|notre|mon|ma|ton|ta|son|sa|leur|votre"
    r"|du|au|aux)[ ]?)?"
    r"(?P<adj>(?:(?:b[ée]b[ée]|nouveau|nouvelle|ancien(?:ne)?|futur|future|ch[èe]re?|certaine?|petite?s?|ptite?|p['’]tite?|grande?|gros|grosse|jeunes?|vieux|vieille"
    r"|fameux|fameuse|pauvre|brave|dame|demoiselle|sieur|gar[çc]on|fille|gars|gamine?|ado|deux|homme|femme"
    r"|menin[oa]|senhora?|dona|m['’]z[ée]"
    r"|d[ée]nomm[ée]e?|nomm[ée]e?|famille|m[.]|mr|mme|mlle"
    r"|monsieur|madame|mademoiselle|ma[iî]tre|me|tonton|tata|docteur|dr)[ ]+)*))?)$"
)
"""Ce qui détermine un nom : préposition, article, adjectifs, civilité."""
_PRONOM: Final = re.compile(r"\b(?:ils?|elles?)\b")
_AINES: Final = re.compile(
    r"\b(?:tonton|tata|tantine|meme|mamie|mama|papi|papy|pepe|pepere|vieux|vieille|khalti|khalo|khali|amm[iou]"
    r"|hadja?|hajja?|m['’]ze|senhora?|dona)\b"
)
_ENCEINTE: Final = re.compile(r"[ ](?:est|etait|serait|sera|tombe|tombee) enceinte\b")
_ACCORD_FEMININ: Final = re.compile(
    r"^[ ]+(?:(?:est|etait|a ete|s'est|sera|reste|semble) (?:\w+ )?)?(?:\w{2,}(?:ee|ie|ue)|enceinte"
    r"|vue|contente|prete|seule|inscrite|partie|absente)\b"
)
_ACCENTS_PERDUS: Final = mots_de(
    "annee soiree journee rue vie vue vie partie sortie envie suie pluie"
)
_PARENTS: Final = mots_de("mere pere oncle")
"""« la Mère Michel » n'est pas une jeune."""
_CIVILITES: Final = mots_de("m. mr mme mlle monsieur madame mademoiselle docteur dr maitre me")
_FEMININ: Final = re.compile(
    r"\b(?:la|une|cette|ma|sa|ta|certaine|petite|ptite|grande|grosse|vieille|mme|mlle|madame"
    r"|mademoiselle|tata|tante|khalti|mamie|meme|mama|mere|dame|denommee|nommee|fameuse|oum|hadja|hajja|menina|senhora|dona)\b"
)
_MASCULIN: Final = re.compile(
    r"\b(?:le|un|ce|mon|ton|certain|petit|grand|gros|vieux|m|mr|monsieur|tonton|abou|papi|papa"
    r"|du|au|denomme|nomme|khouya|khalo|khali|amm[iou]|hadj|hajj)\b"
)
FAMILLE: Final = "famille"
"""Une famille n'est pas quelqu'un de ce nom : on ne les relie pas."""

_CIVILITE: Final = re.compile(
    r"\b(?:(?P<femme>mme|mlle|madame|mademoiselle)|m|mr|monsieur)\b[.]?[ ]*$"
)


def est_famille(contexte: Contexte) -> bool:
    """Vrai dans « la famille Diallo »."""
    trouve = contexte.avant(AVANT)
    assert trouve is not None
    return "famille" in trouve[0].lower()


def civilite(contexte: Contexte) -> str:
    """« f » après « Mme », « m » après « M. », rien sinon : M. et Mme Petit font deux personnes."""
    trouve = contexte.avant(AVANT)
    assert trouve is not None
    dite = _CIVILITE.search(plier(trouve[0]))
    return "" if dite is None else "f" if dite["femme"] else "m"


def portrait(contexte: Contexte) -> tuple[str, bool]:
    """Le nom commun qui convient, et s'il est féminin."""
    trouve = contexte.avant(AVANT)
    assert trouve is not None
    indices = plier(trouve[0])
    if (titre := contexte.plie.split(" ")[0]) in _CIVILITES | _PARENTS:
        indices = f"{indices}{titre} "
    if est_famille(contexte):
        return FAMILLE, True
    if re.search(r"\bbebe\b", indices):
        return "bébé", False
    feminin = _est_feminin(contexte, indices)
    if _AINES.search(f"{indices} {contexte.plie}"):
        return "adulte", feminin
    if not _PARENTS.isdisjoint(indices.split()):
        return "adulte", feminin
    if _CIVILITES & set(indices.split()):
        return ("personne", True) if feminin else ("adulte", False)
    return _nom_selon_age(contexte, feminin)


def _est_feminin(contexte: Contexte, indices: str) -> bool:
    premier = re.split(r"[^\w]+", contexte.plie)[0]
    titre = contexte.repere.categorie is Categorie.surnom or _AINES.match(premier)
    tete = f"{indices} {contexte.plie if titre else ''}"
    if _FEMININ.search(tete):
        return True
    if _MASCULIN.search(tete):
        return False
    if _ENCEINTE.match(plier(contexte.droite[:40])):
        return True
    connu = prenoms().get(premier)
    if connu is not None and connu.genre != "e":
        return connu.genre == "f"
    droite = plier(contexte.droite)
    accord = _ACCORD_FEMININ.match(droite)
    if accord and accord[0].split()[-1] not in _ACCENTS_PERDUS:
        return True
    pronom = _PRONOM.search(droite)
    return pronom is not None and pronom[0] == "elle"


_METIER_DIT: Final = re.compile(
    r", (?:l['a]? ?|une? |notre |le )?(?:(?P<femme>educatrice|animatrice|mediatrice|infirmiere"
    r"|assistante sociale|directrice|psychologue)|educateur|educ|animateur|mediateur|infirmier"
    r"|directeur)\b"
)
_ADULTE_DIT: Final = re.compile(
    r", (?:une? |la |le )?(?:maman|mere|papa|pere|retraitee?|locataire|veuve?|chauffeur"
    r"|ancien(?:ne)?)\b"
    r"| et (?:sa femme|son mari|m[.]|mr|mme|monsieur|madame)(?!\w)"
)
"""« Paule, retraitée », « Paule et Mme Petit » : plus personne n'y lit « une jeune »."""


def _nom_selon_age(contexte: Contexte, feminin: bool) -> tuple[str, bool]:
    """« Enzo, 14 ans » est un adolescent ; sans âge, un jeune."""
    # « Tony, un an jour pour jour » n'en dit pas l'âge : seul compte celui que l'on a repéré.
    ages = age_annonce(contexte.annonce) if contexte.suivant is Categorie.age else []
    if contexte.profil is not Profil.collectif and ages and est_mineur(ages):
        return ("mineure" if feminin else "mineur"), feminin
    if not ages and (metier := _METIER_DIT.match(plier(contexte.annonce[:40]))):
        femme = feminin or metier["femme"] is not None
        return ("professionnelle" if femme else "professionnel"), femme
    if contexte.profil.public:
        return ("habitante" if feminin else "habitant"), feminin
    if not ages and _ADULTE_DIT.match(plier(contexte.annonce[:40])):
        return "adulte", feminin
    if not ages:
        return "jeune", feminin
    if contexte.profil is Profil.institution:
        return "adulte", feminin
    age = ages[0]
    if age >= 26:
        return ("femme", True) if feminin else ("homme", False)
    nom = "enfant" if age < 11 else "adolescent" if age < 18 else "jeune adulte"
    return (f"{nom}e" if feminin and nom == "adolescent" else nom), feminin
