"""Heures, dates et naissances : l'échelon au-dessus, jamais le chiffre."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Final

from tat_carnet.anonymisation.echelle import moment, periode
from tat_carnet.anonymisation.nombres import nombre_dit
from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.recritures.accords import lier
from tat_carnet.anonymisation.recritures.ages import tait_un_age
from tat_carnet.anonymisation.recritures.contexte import INCISE, Contexte, Remplacement, en_tete
from tat_carnet.anonymisation.recritures.jours import recrire_calendrier
from tat_carnet.anonymisation.reperes import Categorie
from tat_carnet.domain.periode import moment_de
from tat_carnet.domain.vocabulaire import Moment

_AVANT_HEURE: Final = re.compile(
    r"(?i:(?<![\w'’])(?:(?P<nom>depuis|d[èe]s|jusqu['’][àa]|jusqu['’]|jusque|pour)"
    r"|(?P<borne>avant|apr[èe]s|apr?[.]|av[.])|(?P<de>de|d['’])|(?P<det>le|les|un|une|ce|cet)"
    r"|vers(?: les)?|[àa]|sur les|aux? alentours de|environ|entre|pile [àa]"
    r"|ver|genre|d[ée]but|fin)[ ]*)$"
)
_MOMENT_DIT: Final = re.compile(
    r"(?i:(?:(?:ce|hier|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|tous les"
    r"|chaque) (?:matin|midi|apr[èe]s-midi|soir)s?|(?<!\w)(?:la nuit|le soir|le matin))"
    r"(?P<lien>[ ]+(?:[àa] |vers )?)$)"
)
_PLAGE: Final = re.compile(
    r"\d ?(?:h ?\d{0,2}|:\d\d)?[ ]*(?P<lien>-|–|/|→|\ba\b|jusqu.a|\bet\b|\bou\b)[ ]*(?P<fin>\d.*)$"
)
_RANGE: Final = re.compile(r"^[ ]*(?:-|–|—|/|→|,|[àa]|jusqu['’][àa]|et|ou)[ ]*(?:vers[ ]+)?$")
_DEBUT_DE_RANGE: Final = re.compile(r"[ ]*(?:-|–|/|→|[àa] |jusqu['’][àa])[ ]*(?:\d|minuit)")
_ENVIRON: Final = re.compile(r"[ ](?:environ|pile|pr[ée]cises?|max(?:imum)?)\b")
_PHRASE_NUE: Final = re.compile(r"[ ](?!(?:et|ou|[àa]|jusqu\w*|environ|h|du|de|puis)\b)(?=[^\W_])")
"""Ce qui suit une heure en tête de phrase : « 17h02 départ », qui demande une virgule."""
_HEURE_TUE: Final = "une certaine heure"
_MINUTES: Final = re.compile(
    r"(?i:[ ](?:(?:et|[ée]|moins)[ ](?:le[ ])?(?:demie?|quart|dix|vingt|cinq|vingt-cinq)(?!\w)"
    r"|(?:vingt|dix|quinze|trente|quarante|vingt-cinq|cinq)(?=[ ]*[.,;:!?)]|$)))"
)
"""« minuit et quart », « minuit vingt, » : les minutes s'en vont avec l'heure."""
_SUJET: Final = re.compile(r"[ ](?:est|[ée]tait|sera|reste)\b")
"""« Trois heures du matin est l'heure où… » : l'heure dont on parle."""
_AU_SOIR: Final = re.compile(r"(?i:[ ]au (?P<quand>soir|matin)(?!\w))")
_POINT_D_ABREGE: Final = re.compile(r"[.](?=[ ]+[a-zà-ÿ(]|[,;])")
_ANCIENNE: Final = re.compile(r"\b(?:19\d\d|20[01]\d)$|[/.-][3-9]\d$")
"""Un jour d'avant 2020 : une naissance, ou un fait que sa seule semaine désigne encore."""
_AVANT_LES_MINUTES: Final = re.compile(r"(?<![a-z])h(?![a-z])|heure|:|[.]|(?<=\d)-")
_SANS_SEPARATEUR: Final = re.compile(r"(\d{1,2})\d\d")
_AVANT_NAISSANCE: Final = re.compile(
    r"(?i:[ ]*,?[ ]*\(?(?<!\w)n[ée]\(?e?\)?s?[ ]+(?:(?:le|un|en|au|[àa] l['’])[ ]*)?)$"
)
_VIRGULE: Final = re.compile(r"[ ]*[,;]?[ ]*")
_MOMENT_DU: Final = re.compile(r"[^\W\d_]+(?= du )")
_AVANT_DATE: Final = re.compile(
    r"(?i:(?<![\w'’])(?:(?P<de>(?:en date )?du|de la|de|d['’])|(?P<a>jusqu['’]au|au|[àa])"
    r"|(?P<nom>depuis|d[èe]s|avant|apr[èe]s|av[.]|apr?[.]|pour|vers)(?: le)?|le|la|les|ce|cet"
    r"|en)[ ]+)$"
)
_DU_AU: Final = re.compile(
    r"(?i:(?<!\w)(?:du|de|entre le) (?P<jour>\d{1,2}(?:er)?|[a-z-]+)(?: [a-zû]+)? (?:au|et le) )$"
)
_REPORTE: Final = re.compile(
    r"(?i:\b(?:report|d[ée]cal|repouss|renvoy|fix|prolong|ajourn|avanc|d[ée]plac)[ée]\w* au )$"
)
"""« l'audience est reportée au 6 mars » ; « rdv au 6 mars » se passe de préposition."""
_MOIS: Final = (
    "janv", "f[eé]v", "mars", "av[ri]", "mai", "juin", "juil", "ao[uû]t", "sept", "oct", "nov",
    "d[eé]c",
)  # fmt: skip


_MOIS_ENTIERS: Final = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
    "octobre", "novembre", "decembre",
)  # fmt: skip


def recrire_heure(contexte: Contexte, precedente: Contexte | None) -> Remplacement:
    """« vers 22h30 » : « dans la nuit » ; « de 17h à 23h » : « dans l’après-midi et dans la nuit ».

    `precedente` : l'heure juste avant, si un tiret ou « à » seulement l'en sépare.
    """
    dit = _heure(contexte, precedente)
    environ = contexte.apres(_ENVIRON) or contexte.apres(_MINUTES)
    fin = len(environ[0]) if environ else 0
    if dit.texte and en_tete(contexte, dit.avant) and _SUJET.match(contexte.droite, fin):
        return replace(dit, texte=_dit(contexte)[1], apres=fin)
    if dit.texte and en_tete(contexte, dit.avant) and _PHRASE_NUE.match(contexte.droite, fin):
        return replace(dit, texte=f"{dit.texte},", apres=fin)
    return replace(dit, apres=fin)


def _heure(contexte: Contexte, precedente: Contexte | None) -> Remplacement:
    adverbe, nom = _dit(contexte)
    if precedente is not None:
        meme = _dit(precedente) == (adverbe, nom)
        return Remplacement("" if meme else f" et {adverbe}", avant=len(contexte.gauche))
    if deja := contexte.avant(_MOMENT_DIT):
        return Remplacement("", avant=len(deja["lien"]))
    trouve = contexte.avant(_AVANT_HEURE)
    avant = len(trouve[0]) if trouve else 0
    if plage := _PLAGE.search(contexte.plie):
        autre = plage["lien"] in ("et", "ou")
        fin, _ = moment(_moment(plage["fin"], fin=not autre), contexte.profil)
        lien = "ou" if plage["lien"] == "ou" else "et"
        # « le soir ou la nuit et dans la journée » ne se lit pas : une virgule les sépare.
        lien = f", {lien}" if " ou " in f"{adverbe}{fin}" else f" {lien}"
        return Remplacement(adverbe if fin == adverbe else f"{adverbe}{lien} {fin}", avant=avant)
    if trouve is None:
        return Remplacement(adverbe)
    if trouve["nom"]:
        return Remplacement(_apres_preposition(trouve["nom"], nom), avant=avant)
    if trouve["borne"]:
        return Remplacement(_borne(trouve["borne"], adverbe, nom), avant=avant)
    if trouve["det"]:
        return Remplacement(nom, avant=avant)
    if trouve["de"] and not _DEBUT_DE_RANGE.match(contexte.droite):
        return Remplacement(lier("de", nom), avant=avant)
    return Remplacement(adverbe, avant=avant)


def _borne(preposition: str, adverbe: str, nom: str) -> str:
    """« avant 22h » n'est pas avant la nuit ; « après 22h » est encore dans la nuit."""
    if plier(preposition[:2]) != "av" and nom != _HEURE_TUE:
        return adverbe
    if nom == _HEURE_TUE:
        return f"{preposition} {nom}"
    if " ou " in nom:  # « avant la fin des heures du soir ou de la nuit » : personne ne le dirait
        return f"avant {_HEURE_TUE} du soir ou de la nuit"
    return f"avant la fin {lier('de', nom)}"


def _dit(contexte: Contexte) -> tuple[str, str]:
    """Le moment, sauf d'« à cinq heures », qui peut être du matin ou du soir."""
    plie = contexte.plie
    heure = heure_dite(plie)
    if 0 < heure < 12 and not re.search(r"\d|matin|nuit|aube|midi", plie):
        return f"à {_HEURE_TUE}", _HEURE_TUE
    return moment(_moment(plie), contexte.profil)


def _apres_preposition(preposition: str, nom: str) -> str:
    if preposition.lower().startswith("jusqu"):
        return f"jusqu’{lier('à', nom)}"
    return f"{'dès' if preposition.lower() == 'des' else preposition} {nom}"


def suit_une_heure(contexte: Contexte, precedent: Contexte | None) -> Contexte | None:
    """L'heure qui précède, si les deux forment une plage."""
    if precedent is None or precedent.repere.categorie is not Categorie.heure:
        return None
    return precedent if _RANGE.match(contexte.gauche) else None


def _moment(plie: str, *, fin: bool = False) -> Moment:
    """Le moment d'une heure ; celle qui finit une plage compte pour l'heure d'avant."""
    heure = heure_dite(plie) - fin
    return moment_de(datetime(2000, 1, 1, heure % 24))


def heure_dite(plie: str) -> int:
    """L'heure d'un extrait plié, de 0 à 24 ; « minuit » à défaut de mieux."""
    if "midi" in plie and "apres" not in plie:
        return 12
    dite = re.search(r"\d+(?= ?(?:h|:))", plie)
    heure = nombre_dit(dite[0] if dite else _AVANT_LES_MINUTES.split(plie)[0]) or 0
    if colle := _SANS_SEPARATEUR.fullmatch(str(heure)):
        heure = int(colle[1])
    soir = heure < 12 and re.search(r"soir|apres", plie) is not None
    return min(heure + 12 * soir, 24)


def recrire_date(contexte: Contexte) -> Remplacement:
    """« le 3 mai » : « la première semaine de mai », « en mai » pour un profil large."""
    if contexte.avant(_AVANT_NAISSANCE):
        return recrire_naissance(contexte)
    entier = contexte.gauche[len(contexte.gauche) - contexte.saute :] + contexte.extrait
    avant = contexte.gauche[: len(contexte.gauche) - contexte.saute]
    if (quand := recrire_calendrier(entier, contexte.ecrit, contexte.droite)) is not None:
        # Un complément qui s'efface, « la rixe de samedi », emporte l'espace qui le précède.
        blanc = 0 if quand else len(avant) - len(avant.rstrip(" "))
        return Remplacement(quand, avant=contexte.saute + blanc)
    dit = _periode(contexte)
    abrege = contexte.extrait[-1:].isalpha() and contexte.apres(_POINT_D_ABREGE)
    if abrege and not contexte.plie.endswith(_MOIS_ENTIERS):
        return replace(dit, apres=len(abrege[0]))
    if moment_dit := contexte.apres(_AU_SOIR):
        texte = f"{dit.texte}, le {moment_dit['quand'].lower()}"
        return replace(dit, texte=texte, apres=len(moment_dit[0]))
    return dit


def _periode(contexte: Contexte) -> Remplacement:
    complement, nom = periode(*jour_et_mois(contexte.plie), contexte.profil)
    if _ANCIENNE.search(contexte.plie):
        complement, nom = "à une date ancienne", "une date ancienne"
    if moment_du := _MOMENT_DU.match(contexte.extrait):
        return Remplacement(f"{moment_du[0]} {lier('de', nom)}")
    if (plage := contexte.avant(_DU_AU)) and nombre_dit(plier(plage["jour"])):
        return Remplacement(complement, avant=len(plage[0]))
    trouve = contexte.avant(_AVANT_DATE)
    if trouve is None:
        return Remplacement(complement)
    avant = len(trouve[0])
    if trouve["de"]:
        return Remplacement(lier("de", nom), avant=avant)
    if trouve["a"]:
        reporte = contexte.avant(_REPORTE) and complement == nom
        dit = lier("à", nom) if reporte else _jusqua(trouve["a"], complement, nom)
        return Remplacement(dit, avant=avant)
    if trouve["nom"]:
        borne = f"la fin {lier('de', nom)}" if plier(trouve["nom"]) == "avant" else nom
        return Remplacement(f"{trouve['nom']} {borne}", avant=avant)
    return Remplacement(complement, avant=avant)


def _jusqua(preposition: str, complement: str, nom: str) -> str:
    """« jusqu'au 3 mai » : « jusqu’à la première semaine de mai », « jusqu’en mai »."""
    if not preposition.lower().startswith("jusqu"):
        return complement
    return f"jusqu’{complement if complement.startswith('en ') else lier('à', nom)}"


def jour_et_mois(plie: str) -> tuple[int, int | None]:
    """Le jour (1 à défaut) et le mois d'une date pliée ; `None` si le mois n'est pas dit."""
    chiffres = [int(n) for n in re.findall(r"\d+", plie)]
    jour = chiffres[0] if chiffres else nombre_dit(plie) or 1
    if len(chiffres) > 1 and re.search(r"\d ?[/.-] ?\d", plie):
        return min(max(jour, 1), 31), chiffres[1]
    dits = (rang for rang, mois in enumerate(_MOIS, 1) if re.search(rf"\b{mois}", plie))
    return min(max(jour, 1), 31), next(dits, None)


def recrire_naissance(contexte: Contexte) -> Remplacement:
    """Une date de naissance ne laisse rien, « né le » compris ; l'incise entière s'efface."""
    trouve = contexte.avant(_AVANT_NAISSANCE)
    if trouve is None:
        return Remplacement("(…)")
    if trouve[0].lstrip().startswith(","):
        ferme = contexte.apres(INCISE)
        return Remplacement("", avant=len(trouve[0]), apres=len(ferme[0]) if ferme else 0)
    if "(" not in trouve[0].partition("n")[0].partition("N")[0]:
        return tait_un_age(contexte, len(trouve[0].lstrip(" ")))
    if contexte.droite[:1] == ")":
        return Remplacement("", avant=len(trouve[0]), apres=1)
    suite = contexte.apres(_VIRGULE)
    return Remplacement(" (", avant=len(trouve[0]), apres=len(suite[0]) if suite else 0)
