"""Les mots du calendrier, dits sans dater et sans changer le sens.

« Il faut appeler aujourd'hui, pas demain » est une urgence : « sans attendre ». « Ils roulent ce
soir, pas ce matin » oppose deux moments : le second se dit d'après le premier.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from tat_carnet.anonymisation import calendrier
from tat_carnet.anonymisation.pliage import plier

_PARTICIPE: Final = re.compile(
    r"(?i:(?<!\w)(?:mort|parti|venu|sorti|revenu|disparu|descendu|perdu|vu|repris|mis|fait|dit"
    r"|\w+é)e?s?[ ]$)"
)
"""Ce qui dit, juste avant, que c'est passé."""
_ORDRE: Final = re.compile(
    r"\b(?:faut|faudra(?:it)?|doi[st]|doivent|devons|devez|urgent|urgence|vite|a faire"
    r"|a (?:r?appel|signal|trait|regl|relanc)er|a prevenir)\b"
    r"|^\W*(?:r?appeler|prevenir|relancer|signaler|passer|aller|voir)\b"
)
"""Ce qui demande d'agir : « aujourd'hui » y dit l'urgence, non le jour."""
_NEGATION: Final = re.compile(r"\b(?:pas|plus|jamais|personne|rien|aucune?|ni|sans)\b(?!.*,)")
_PHRASE: Final = re.compile(r"[.!?…;\n]")
_DE_PAS: Final = re.compile(r"\b(?:pas|ni|non|celui|celles?|ceux)[ ]$")
_UN: Final = re.compile(r"\bun (?:matin|midi|apres-midi|soir|week-end)\b|\bune nuit\b")
_PROCHE: Final = "à une date proche"
_PEU: Final = {"depuis": "depuis peu", "ce": _PROCHE, "": _PROCHE}
_LIENS: Final = {"des": "dès", "apres": "après", "d'ici": "d’ici", "jusqu'a": "jusqu’à"}
_MOMENTS: Final = {
    "matin": ("un matin", "le matin"),
    "midi": ("un midi", "le midi"),
    "apres-midi": ("un après-midi", "l’après-midi"),
    "aprem": ("un après-midi", "l’après-midi"),
    "soir": ("un soir", "le soir"),
    "nuit": ("une nuit", "la nuit"),
}
_ECARTS: Final = {"avant": -2, "hier": -1, "aujourd'hui": 0, "ajd": 0, "auj": 0, "demain": 1}
_AUTOUR: Final = {-1: "le jour d’avant", 0: "ce jour-là", 1: "le jour d’après"}
_ARTICLES: Final = {None: "", " du": " le", " des": " les", " de la": " la", " de l'": " l’"}
_ALENTOURS: Final = {" de": "aux alentours de", " d'": "aux alentours d’"}
_ECRITS: Final = {
    "reunion": "réunion",
    "reu": "réunion",
    "seance": "séance",
    "tournee": "tournée",
    "comite": "comité",
    "gouter": "goûter",
    "apres": "après",
    "plus tot": "plus tôt",
}


class _Phrase(NamedTuple):
    """Ce qui précède et ce qui suit dans la phrase, plié ; `brut`, ce qui précède tel qu'écrit."""

    avant: str
    apres: str
    brut: str

    @property
    def nie(self) -> bool:
        return _NEGATION.search(self.avant) is not None

    @property
    def passe(self) -> bool:
        return _PARTICIPE.search(self.brut) is not None

    @property
    def ordonne(self) -> bool:
        return not self.nie and _ORDRE.search(self.avant) is not None


def recrire_calendrier(extrait: str, avant: str = "", apres: str = "") -> str | None:
    """Ce qui le remplace sans dater ; `None` si l'extrait n'en est pas.

    `avant` et `apres` : ce qui l'entoure tel qu'écrit, pour ne rien inverser de la phrase.
    """
    plie = plier(extrait)
    for motif, recrire in _RECRITURES:
        if trouve := motif.fullmatch(plie):
            brut = _PHRASE.split(avant)[-1]
            return recrire(trouve, _Phrase(plier(brut), plier(_PHRASE.split(apres)[0]), brut))
    return None


def _un_jour(trouve: re.Match[str], phrase: _Phrase) -> str:
    lien = trouve["abrege"] or trouve["lien"] or ""
    if lien == "de":
        return _de_ce_jour(trouve["jour"], phrase)
    if lien not in _PEU:
        return f"{_LIENS.get(lien, lien)} une date proche"
    if lien == "depuis":
        return _PEU[lien]
    if trouve["sera"]:
        return "bientôt"
    if _autre_jour(trouve["jour"], phrase.avant):
        return "un autre jour"
    return "récemment" if trouve["ete"] or phrase.passe else _PROCHE


def _de_ce_jour(jour: str, phrase: _Phrase) -> str:
    """« la rixe de samedi » perd son jour ; « le bruit de lundi, pas de mardi » en oppose deux."""
    if _autre_jour(jour, phrase.avant):
        return "d’un autre jour"
    oppose = _autre_jour(jour, phrase.apres) or _DE_PAS.search(phrase.avant)
    return "d’un jour" if oppose else ""


def _autre_jour(jour: str, phrase: str) -> bool:
    return any(dit != jour for dit in re.findall(rf"\b(?:{calendrier.JOURS})\b", phrase))


def _plutot(trouve: re.Match[str], phrase: _Phrase) -> str:
    """« aujourd'hui, pas demain » : l'urgence si l'on demande d'agir, l'ordre des jours sinon."""
    if phrase.ordonne:
        return "sans attendre"
    lien = trouve["lien"].replace("plutot", "plutôt")
    return f"{_AUTOUR[0]}{lien}{_AUTOUR[1]}"


def _un_moment(trouve: re.Match[str], phrase: _Phrase) -> str:
    quand = trouve["du"] or trouve["moment"] or ""
    if quand in ("semaine", "sem"):
        return _cette_semaine(phrase)
    if quand.startswith("we"):
        return "un week-end"
    if not quand and not trouve["jour"]:
        return "à un autre moment"
    ecart = _ecart(trouve["jour"])
    avant, apres = _autres_ecarts(phrase.avant), _autres_ecarts(phrase.apres)
    tous = [*avant, ecart, *apres]
    decale = ecart - (0 if 0 in tous else tous[0]) if len(set(tous)) > 1 else None
    if quand:
        return _un_moment_du_jour(quand, decale or 0, phrase)
    return _un_jour_dit(ecart, decale, phrase)


def _autres_ecarts(cote: str) -> list[int]:
    """Ceux des autres jours que dit la phrase ; « cette semaine » n'en oppose aucun."""
    trouves = calendrier.UN_MOMENT.finditer(cote)
    return [_ecart(un["jour"]) for un in trouves if un["jour"] or un["moment"] in _MOMENTS]


def _ecart(jour: str | None) -> int:
    """À combien de jours d'aujourd'hui : « avant-hier », -2."""
    if jour is None:
        return 0
    if jour.startswith("apres"):
        return 2
    return next(ecart for mot, ecart in _ECARTS.items() if jour.startswith(mot))


def _cette_semaine(phrase: _Phrase) -> str:
    if phrase.ordonne:
        return "sous peu"
    return "récemment" if phrase.passe else "ces jours-là"


def _un_moment_du_jour(quand: str, decale: int, phrase: _Phrase) -> str:
    """« ce soir » : « un soir » ; le second de la phrase, « le soir », ou « le soir d’après »."""
    un, le = _MOMENTS[quand]
    if decale:
        return f"{le} {'d’avant' if decale < 0 else 'd’après'}"
    if calendrier.UN_MOMENT.search(phrase.avant) or _UN.search(phrase.avant):
        return le
    return "sans attendre" if phrase.ordonne else un


def _un_jour_dit(ecart: int, decale: int | None, phrase: _Phrase) -> str:
    """« hier » : « récemment » ; nié ou opposé à un autre jour, « le jour d’avant »."""
    if decale is None and phrase.nie:
        decale = ecart
    if decale is not None:
        return _AUTOUR.get(decale, "peu avant" if decale < 0 else "peu après")
    if ecart:
        return "récemment" if ecart < 0 else "bientôt"
    return "sans attendre" if phrase.ordonne else _AUTOUR[0]


def _la_veille(trouve: re.Match[str], _: _Phrase) -> str:
    """« la veille du bal » : « peu avant le bal » ; « de la veille » : « d’un peu avant »."""
    if trouve["suite"] in _ALENTOURS:
        return _ALENTOURS[trouve["suite"]]
    dit = "peu après" if trouve["apres"] else "peu avant"
    return f"{'d’un ' if trouve['de'] else ''}{dit}{_ARTICLES[trouve['suite']]}"


def _une_duree(trouve: re.Match[str], _: _Phrase) -> str:
    lien = f"{_LIENS.get(trouve['lien'], trouve['lien'])} " if trouve["lien"] else ""
    if trouve["attente"]:
        return f"{lien}une longue attente"
    suite = (trouve["suite"] or "").strip()
    return f"{lien}quelque temps {_ECRITS.get(suite, suite)}".rstrip()


def _un_rendez_vous(trouve: re.Match[str], _: _Phrase) -> str:
    un = f"{'une' if trouve['f'] else 'un'} {_ECRITS.get(trouve['rdv'], trouve['rdv'])}"
    lien = (trouve["lien"] or "").strip()
    if lien in ("de la", "du", "de", "d'"):
        return f"d’{un}"
    return f"à {un}" if lien in ("au", "a la", "a") else un


_RECRITURES: Final[Sequence[tuple[re.Pattern[str], Callable[[re.Match[str], _Phrase], str]]]] = (
    (calendrier.JOUR, _un_jour),
    (calendrier.PLUTOT, _plutot),
    (calendrier.UN_MOMENT, _un_moment),
    (calendrier.VEILLE, _la_veille),
    (calendrier.PASSE, lambda _trouve, _: "il y a quelque temps"),
    (calendrier.A_VENIR, lambda _trouve, _: "bientôt"),
    (calendrier.DUREE, _une_duree),
    (calendrier.FOIS, lambda _trouve, _: "de nouveau"),
    (calendrier.RENDEZ_VOUS, _un_rendez_vous),
)
