"""Âges : la tranche, ou la seule minorité, dite comme la phrase le demande."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tat_carnet.anonymisation.echelle import tranche
from tat_carnet.anonymisation.nombres import nombre_dit
from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.recritures.contexte import (
    ETRE,
    INCISE,
    Contexte,
    Remplacement,
    en_tete,
)
from tat_carnet.anonymisation.reperes import Categorie
from tat_carnet.domain.vocabulaire import Profil

_DIZAINE: Final = re.compile(
    r"(diz|douz|quinz|vingt|trent|quarant|cinquant|soixant)aine"
    r"|(trent|quadrag|quinquag|sexag|septuag|octog|nonag|cent)enaires?"
)
_VALEURS_DES_DIZAINES: Final = {
    "diz": 10, "douz": 12, "quinz": 15, "vingt": 22, "trent": 35, "sexag": 65, "septuag": 75,
    "octog": 85, "nonag": 95, "cent": 100, "soixant": 65,
}  # fmt: skip
_DECENNIE: Final = re.compile(r"(?i:(?<!\w)(?P<article>un|une|le|la|ce|cette|cet)[ ]+)$")
_DANS_SA: Final = re.compile(r"dans sa (?P<rang>[a-z-]+)ieme annee")
_IL_DIT: Final = re.compile(r"(?i:(?<!\w)(?:il|elle) (?:dit|disait)[ ]+)$")
"""« il dit 17 » : « il dit avoir entre 16 et 17 ans »."""
_BOUGIES: Final = re.compile(r"(?i:(?<!\w)(?:ses|mes|les)[ ]+)$")
AGE_TU: Final = "d’un âge qu’on ne précise pas"
_APPROCHE: Final = re.compile(
    r"(?i:(?<!\w)(?P<verbe>approch|fr[ôo]l|fris|avoisin|d[ée]pass|va|vont)(?P<fin>e|ent|ait)?[ ]+"
    r"(?:sur (?:ses )?|des |de |les |ses )?)$"
)
_ENVIRON: Final = re.compile(
    r"[ ](?:environ|r[ée]volus?|tout juste|[àa] peine|bien (?:sonn|pass|tass)[ée]e?s?"
    r"|pass[ée]e?s?|et (?:demie?|(?:des|quelques) poussi[èe]res|(?:un|trois) quarts?))(?!\w)"
)
_PETIT: Final = (
    r"(deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize)"
)
_CINQ_SIX: Final = re.compile(
    rf"(?!dix[- ](?:sept|huit|neuf)\b){_PETIT}(?:-|,? (?:ou |a |et )?){_PETIT}(?: ans?)?"
)
_ANNONCE: Final = re.compile(
    r"[ ,]{0,2}\(?(?P<age>\d{1,2}|[a-z]+(?:[ -][a-z]+){0,3}?)"
    r" ?(?:ans?|a|piges?|balais|lanne|anos)\b"
    r"|(?:[ ,.]{0,3}\(|[ ]- ?)(?P<nu>\d{1,2})(?=[),]| ?-)|,[ ](?P<seul>\d{1,2})(?=,)"
)
_ANNONCE_PLUS_LOIN: Final = re.compile(
    r"(?: qui [^,.;:!?]{1,60},|, [a-z-]+,|[^.!?\n]{0,60}[.] (?:il"
    r"|elle)(?= a ))?[ ](?:(?:a|avait|aura)[ ](?:bientot |presque |deja )?)?"
    r"(?P<age>\d{1,3}|[a-z]+(?:[ -][a-z]+){0,3}?) ?(?:ans?|piges?|balais)\b"
)
"""« Karim a 45 ans », « Karim, qui boite, 45 ans » : plus personne n'y lit « un jeune »."""
_ADULTE: Final = 26
_DIZAINE_ANNONCEE: Final = re.compile(rf"[ ,(]{{0,3}}(?:(?:la|une) )?{_DIZAINE.pattern}")
_SUITE: Final = re.compile(r",? (?:et|ou) |, ")
_ANS: Final = re.compile(r"[ ]ans?\b")
_ABREGE: Final = re.compile(r"\d ?a$")
_POINT: Final = re.compile(r"\.(?=,|[ ][a-zà-ÿ(:;])")
"""« 71 a., diabète » : le point de l'abréviation s'en va avec elle."""
_EN_MOIS: Final = re.compile(r"\bmois\b|\bjours?\b|\bsemaines?\b")
_ET_MOIS: Final = re.compile(r"\b(ans?) et (?:\d{1,2}|[a-z]+) mois\b")
_DEMI: Final = re.compile(r"[ ]?(?:½|\b1/2\b)")
_ANNEE: Final = re.compile(r"(?:19|20)\d\d")
_AVOIR: Final = re.compile(
    r"(?i:(?<![\w])(?P<sujet>elles?|ils?|j['’]|tu|nous|on|qui)?[ ]?"
    r"(?P<verbe>ai|as|a|ont|avait|avaient|avais|aura|aurait|avoir|ayant)(?: eu)?[ ]+"
    r"(?:(?:d[ée]j[àa]|que|environ|à peine|presque|genre|dans les)[ ]+)*)$"
)
_ETRE: Final = {
    "ai": "suis", "as": "es", "a": "est", "ont": "sont", "avait": "était", "avais": "étais",
    "avaient": "étaient", "aura": "sera", "aurait": "serait", "avoir": "être", "ayant": "étant",
}  # fmt: skip
_FETE: Final = re.compile(r"(?i:(?<!\w)(?P<det>ses|tes|leurs|mes|les|aux|des)[ ]+)$")
_LIEE: Final = re.compile(
    r"(?i:(?<!\w)(?:[àa] l['’][âa]ge de|[âa]g[ée]e?s? de|de|[âa]g[ée]e?s? d['’]"
    r"|d['’])[ ]*(?:environ |[àa] peine |presque |tout juste )?)$"
)
_DE_ENVIRON: Final = re.compile(
    r"(?i:(?:de|d['’])[ ]*(?:environ |[àa] peine |presque |tout juste )?)$"
)
_ARTICLE: Final = re.compile(r"(?i:(?<![\w'’])(?:d['’]une|une|la|dans la|les|ses)[ ]+)$")
_NEE: Final = re.compile(r"(?i:(?<!\w)n[ée]e?s?[ ]+(?:(?:en|le)[ ]+)?)$")
_APRES_NOM: Final = re.compile(r"(?:^|(?<=\w))(?P<virgule>, ?)?[ ]*$")
_NOM_NU: Final = re.compile(
    r"(?i:\b(?:jeunes?|gar[çc]ons?|filles?|gamine?s?|minots?|petite?s?|ados?|enfants?|fils"
    r"|b[ée]b[ée]s?|m[ôo]mes?|tiots?|hommes?|femmes?|dames?|mecs?|meufs?|types?|bonhommes?)[ ])$"
)
_DE_A: Final = re.compile(
    r"(?i:(?<![\w/.])(?:(?:de|entre)[ ]+)?(?P<bas>\d{1,2}"
    r"|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit)[ ]*(?:[àa]|et|-|/)[ ]*$)"
)
_A: Final = re.compile(r"(?i:(?<!\w)(?:[àa]|d[èe]s|depuis ses|depuis)[ ]+)$")


def ages_dits(texte: str) -> list[int]:
    """Les âges d'un extrait, en chiffres, ou le seul qu'il dise en lettres ; ni mois ni années."""
    texte = _ET_MOIS.sub(r"\1", plier(_DEMI.sub("", texte)))
    if _ANNEE.search(texte) or _EN_MOIS.search(texte):
        return []
    if deux := _CINQ_SIX.fullmatch(texte):
        return [nombre_dit(dit) or 0 for dit in deux.groups()]
    en_chiffres = [int(nombre) for nombre in re.findall(r"\d{1,3}", texte)]
    en_lettres = nombre_dit(texte) if not en_chiffres else None
    return en_chiffres[:2] or ([en_lettres] if en_lettres is not None else [])


def age_annonce(droite: str) -> list[int]:
    """L'âge qui suit immédiatement un nom : « , 14 ans », « (13) », « , la trentaine »."""
    plie = plier(droite[:40])
    if dizaine := _DIZAINE_ANNONCEE.match(plie):
        return [_VALEURS_DES_DIZAINES.get(dizaine[1] or dizaine[2], 40)]
    dit = _ANNONCE.match(plie)
    if dit:
        return ages_dits(dit["age"] or dit["nu"] or dit["seul"])
    loin = _ANNONCE_PLUS_LOIN.match(plier(droite[:100]))
    ages = ages_dits(loin["age"]) if loin else []
    return ages if ages and ages[0] >= _ADULTE else []


def recrire_age(contexte: Contexte, suit_une_personne: bool) -> Remplacement:
    """« un garçon de 14 ans » : « un garçon de 13-15 ans », ou « mineur » pour un profil large.

    `suit_une_personne` : rien ne le sépare du nom récrit juste avant, qui dit déjà la minorité.
    """
    ans = contexte.apres(_ANS) or contexte.apres(_ENVIRON)
    if _ABREGE.search(contexte.plie):
        ans = contexte.apres(_POINT)
    if ans is None:
        return _recrire(contexte, suit_une_personne)
    lu = len(ans[0])
    dit = _recrire(
        replace(contexte, droite=contexte.droite[lu:], libre=contexte.libre - lu),
        suit_une_personne,
    )
    return replace(dit, apres=dit.apres + lu)


def suit_un_age(contexte: Contexte, precedent: Contexte) -> Remplacement | None:
    """« de 3 et 6 ans » : « de moins de 11 ans », une fois ; `None` hors d'une suite d'âges."""
    lie = _SUITE.fullmatch(contexte.gauche)
    if lie is None or precedent.repere.categorie is not Categorie.age:
        return None
    avant, apres = _ages(precedent), _ages(contexte)
    if not avant or not apres:
        return None
    dite = tranche(apres, contexte.profil)
    if dite == tranche(avant, contexte.profil):
        return Remplacement("", avant=len(lie[0]))
    return Remplacement(f"de {dite}" if precedent.avant(_LIEE) else dite)


def _recrire(contexte: Contexte, suit_une_personne: bool) -> Remplacement:
    if contexte.plie.endswith("bougies"):
        ses = contexte.avant(_BOUGIES)
        return Remplacement("ses bougies", avant=len(ses[0]) if ses else 0)
    ages = _ages(contexte)
    if ages and _DANS_SA.search(contexte.plie):
        return Remplacement(f"dans la tranche des {tranche(ages, contexte.profil)}")
    if not ages:
        return _sans_chiffre(contexte)
    if bas := contexte.avant(_DE_A):
        return _plage(contexte, [nombre_dit(plier(bas["bas"])) or 0, *ages], bas)
    if contexte.avant(_IL_DIT) and contexte.extrait.isdigit():
        return Remplacement(f"avoir {_entre(tranche(ages, contexte.profil))}")
    if approche := contexte.avant(_APPROCHE):
        pluriel = approche["fin"] == "ent" or approche["verbe"].lower() == "vont"
        dite = _entre(tranche(ages, contexte.profil))
        return Remplacement(f"{'ont' if pluriel else 'a'} {dite}", avant=len(approche[0]))
    if fete := contexte.avant(_FETE):
        return _anniversaire(fete)
    if suit_une_personne and contexte.profil is not Profil.collectif and _parenthese(contexte):
        return Remplacement("", avant=len(contexte.gauche), apres=1)
    if suit_une_personne and (lien := _APRES_NOM.search(contexte.gauche)):
        return _incise(contexte, ages, lien)
    if contexte.avant(_AVOIR):
        return Remplacement(_entre(tranche(ages, contexte.profil)))
    return _complement(contexte, ages)


def _ages(contexte: Contexte) -> list[int]:
    if dizaine := _DIZAINE.search(contexte.plie):
        return [_VALEURS_DES_DIZAINES.get(dizaine[1] or dizaine[2], 40)]
    if rang := _DANS_SA.search(contexte.plie):
        entame = nombre_dit(rang["rang"].replace("neuv", "neuf")) or 1
        return [entame - 1]
    return ages_dits(contexte.extrait)


def _sans_chiffre(contexte: Contexte) -> Remplacement:
    """« un bébé de six mois » : « un bébé en bas âge » ; « né en 2010 » : rien n'en reste."""
    trouve = contexte.avant(_NEE) or contexte.avant(_LIEE)
    article = contexte.avant(_DECENNIE)
    if article and _ANNEE.search(contexte.extrait):  # « une 2009 »
        return Remplacement(f"{article[0]}jeune", avant=len(article[0]))
    en_mois = _EN_MOIS.search(contexte.plie) is not None
    if not en_mois and not contexte.avant(_AVOIR):
        return tait_un_age(contexte, len(trouve[0]) if trouve else 0)
    texte = "en bas âge" if en_mois else AGE_TU
    if avoir := contexte.avant(_AVOIR):
        sujet = f"{avoir['sujet']} " if avoir["sujet"] else ""
        return Remplacement(f"{sujet}{_ETRE[plier(avoir['verbe'])]} {texte}", avant=len(avoir[0]))
    return Remplacement(texte, avant=len(trouve[0]) if trouve else 0)


def tait_un_age(contexte: Contexte, absorbe: int) -> Remplacement:
    """« un gars né en 2008 » : « un gars » ; « il est de 2008 » : « d’un âge que l’on tait ».

    `absorbe` : signes à gauche (« de », « né en ») qui ne disent plus rien sans l'année.
    """
    reste = contexte.gauche[: len(contexte.gauche) - absorbe]
    if en_tete(contexte, absorbe) or ETRE.search(reste):
        return Remplacement(AGE_TU, avant=absorbe)
    incise = contexte.droite[:1] in (",", ".", "")
    garde = reste.rstrip(" ,") if incise else reste.rstrip(" ")
    return Remplacement("", avant=absorbe + len(reste) - len(garde))


def _parenthese(contexte: Contexte) -> bool:
    return contexte.gauche.strip() == "(" and contexte.droite[:1] == ")"


def _plage(contexte: Contexte, ages: list[int], bas: re.Match[str]) -> Remplacement:
    """« de 8 à 10 ans » : « de moins de 11 ans »."""
    de = "de " if plier(bas[0]).startswith(("de", "entre")) else ""
    return Remplacement(f"{de}{tranche(ages, contexte.profil)}", avant=len(bas[0]))


def _anniversaire(fete: re.Match[str]) -> Remplacement:
    """« fêter ses 10 ans » : « fêter son anniversaire »."""
    debut = {
        "ses": "son ", "tes": "ton ", "mes": "mon ", "leurs": "leur ",
        "les": "l’", "aux": "à l’", "des": "de l’",
    }[fete["det"].lower()]  # fmt: skip
    return Remplacement(f"{debut}anniversaire", avant=len(fete[0]))


def _incise(contexte: Contexte, ages: list[int], lien: re.Match[str]) -> Remplacement:
    """« Enzo, 14 ans, est venu » : « Un adolescent de 13-15 ans est venu », « Un mineur »."""
    ferme = contexte.apres(INCISE) if lien["virgule"] else None
    fin = len(ferme[0]) if ferme else 0
    # Pour un profil large, le nom récrit dit déjà « mineur » ou « adulte ».
    texte = f" de {tranche(ages)}" if contexte.profil is Profil.collectif else ""
    return Remplacement(texte, avant=len(lien[0]), apres=fin)


def _entre(dite: str) -> str:
    """« 13-15 ans » après « avoir » : « entre 13 et 15 ans »."""
    bornes = re.fullmatch(r"(\d+)-(\d+) ans", dite)
    if bornes:
        return f"entre {bornes[1]} et {bornes[2]} ans"
    return re.sub(r"^(\d+ ans) et plus$", r"\1 ou plus", dite)


def _complement(contexte: Contexte, ages: list[int]) -> Remplacement:
    """« un garçon 14 ans », « un garçon de 14 ans » : le complément, avec sa préposition."""
    dite = tranche(ages, contexte.profil)
    if contexte.plie.endswith(("enaire", "enaires")) and (det := contexte.avant(_DECENNIE)):
        femme = plier(det["article"]) in ("une", "la", "cette")
        groupe = f"{'une femme' if femme else 'un homme'} de {dite}"
        return Remplacement(groupe, avant=len(det[0]))
    if _DIZAINE.search(contexte.plie) and (article := contexte.avant(_ARTICLE)):
        return Remplacement(f"de {dite}", avant=len(article[0]))
    if lie := contexte.avant(_LIEE):
        garde = _DE_ENVIRON.sub("de ", lie[0])
        return Remplacement(f"{garde}{dite}", avant=len(lie[0]))
    if a := contexte.avant(_A):
        entre = _entre(dite)
        return Remplacement(entre if entre[:1] == "e" else f"{a[0]}{entre}", avant=len(a[0]))
    return Remplacement(f"de {dite}" if contexte.avant(_NOM_NU) else dite)
