"""Ce qui entoure un passage et s'accorde avec ce qui le remplace : articles, élisions, genres."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tat_carnet.anonymisation.echelle import Profil
from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.reperes import Categorie, Repere

_CONTRACTIONS: Final = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
}
_VOYELLES: Final = "aeiouy"
_LOIN: Final = 10_000
_MUETTES: Final = ("habit", "homme")


@dataclass(frozen=True)
class Contexte:
    """Un repère dans son texte ; `gauche` et `droite` sont ce qu'on peut absorber autour de lui."""

    repere: Repere
    extrait: str
    gauche: str
    droite: str
    profil: Profil = Profil.collectif
    saute: int = 0
    """Longueur de l'article ou de la préposition du repère, rangés dans `gauche`."""
    libre: int = _LOIN
    """Signes à droite avant le repère suivant : on n'absorbe rien au-delà."""
    voisin: Categorie | None = None
    """Ce que masque le repère où `gauche` commence ; `None` si elle commence ailleurs."""
    suivant: Categorie | None = None
    """Ce que dit le repère qui suit le nom entier, une origine exceptée : elle s'efface."""
    annonce: str = ""
    """Ce qui suit le nom entier, fût-il en plusieurs repères : « P », « tit Louis »."""
    soignee: bool = False
    """Vrai si la note met leurs capitales aux phrases et aux noms."""

    @property
    def debut(self) -> int:
        """Où commence l'extrait dans le texte : après l'article ou la préposition du repère."""
        return self.repere.debut + self.saute

    @property
    def fin(self) -> int:
        """Où finit l'extrait dans le texte : avant la préposition qui clôt un lien de famille."""
        return self.debut + len(self.extrait)

    @cached_property
    def plie(self) -> str:
        """L'extrait plié."""
        return plier(self.extrait)

    @cached_property
    def _avants(self) -> dict[int, re.Match[str] | None]:
        """Ce que chaque motif, par son `id`, a trouvé : les récritures redemandent les mêmes."""
        return {}

    def avant(self, motif: re.Pattern[str]) -> re.Match[str] | None:
        """Ce qui, juste avant l'extrait, répond à `motif` (une constante, qui finit par `$`)."""
        lus = self._avants
        if id(motif) not in lus:
            lus[id(motif)] = motif.search(self.gauche[-60:])
        return lus[id(motif)]

    def apres(self, motif: re.Pattern[str]) -> re.Match[str] | None:
        """Ce qui, juste après l'extrait et avant le repère suivant, répond à `motif`."""
        return motif.match(self.droite, 0, max(0, self.libre))


_FIN_DE_PHRASE: Final = ".!?…\n:;•«"
ETRE: Final = re.compile(
    r"(?i:(?<!\w)(?:est|sont|[ée]tait|[ée]taient|suis|es|sois|soit|[êe]tre|parce que)[ ]+)$"
)


def en_tete(contexte: Contexte, absorbe: int = 0) -> bool:
    """Vrai si rien de la phrase ne précède l'extrait et les `absorbe` signes de sa gauche."""
    reste = contexte.gauche[: len(contexte.gauche) - absorbe].rstrip(" ")
    return reste[-1] in _FIN_DE_PHRASE if reste else contexte.voisin is None


@dataclass(frozen=True, slots=True)
class Remplacement:
    """`texte` à la place de l'extrait, de `avant` signes à sa gauche et `apres` à sa droite."""

    texte: str
    avant: int = 0
    apres: int = 0


@dataclass(frozen=True, slots=True)
class Groupe:
    """Un nom sans déterminant, de quoi l'accorder : « personne impliquée », féminin, singulier."""

    nom: str
    feminin: bool = False
    pluriel: bool = False

    @property
    def elide(self) -> bool:
        """Vrai si « le » et « de » s'élident devant lui."""
        plie = plier(self.nom)
        return plie[:1] in _VOYELLES or plie.startswith(_MUETTES)

    def avec(self, determinant: str) -> str:
        """Le groupe sous un déterminant de même sens, accordé : « cet » + « usagère » : « cette ».

        `determinant` est plié ; inconnu ou vide, il donne le groupe nu.
        """
        for formes in _DETERMINANTS:
            if determinant in formes.lues:
                article = formes.accorder(self)
                return f"{article}{'' if article.endswith('’') else ' '}{self.nom}"
        return self.nom


@dataclass(frozen=True, slots=True)
class _Determinant:
    """Un déterminant sous ses formes : masculin, féminin, devant voyelle, pluriel."""

    lues: tuple[str, ...]
    masculin: str
    feminin: str
    voyelle: str
    pluriel: str

    def accorder(self, groupe: Groupe) -> str:
        if groupe.pluriel:
            return self.pluriel
        if groupe.elide and (self.voyelle.endswith("’") or not groupe.feminin or self.possessif):
            return self.voyelle
        return self.feminin if groupe.feminin else self.masculin

    @property
    def possessif(self) -> bool:
        """« son usagère » : le possessif féminin cède devant une voyelle."""
        return self.voyelle in ("mon", "ton", "son")


_DETERMINANTS: Final = (
    _Determinant(("le", "la", "les", "l'"), "le", "la", "l’", "les"),
    _Determinant(("un", "une", "des"), "un", "une", "un", "des"),
    _Determinant(("ce", "cet", "cette", "ces"), "ce", "cette", "cet", "ces"),
    _Determinant(("mon", "ma", "mes"), "mon", "ma", "mon", "mes"),
    _Determinant(("son", "sa", "ses"), "son", "sa", "son", "ses"),
    _Determinant(("notre", "nos"), "notre", "notre", "notre", "nos"),
    _Determinant(("leur", "leurs"), "leur", "leur", "leur", "leurs"),
)


def lier(preposition: str, groupe: str) -> str:
    """« de » + « un jeune » : « d’un jeune » ; « à » + « le même » : « au même »."""
    if not preposition:
        return groupe
    article, _, suite = groupe.partition(" ")
    if (preposition, article) == ("de", "des"):
        return f"de {suite}"
    if (preposition, article) in _CONTRACTIONS:
        return f"{_CONTRACTIONS[preposition, article]} {suite}"
    if preposition in ("de", "que") and plier(groupe[:1]) in _VOYELLES:
        return f"{preposition[:-1]}’{groupe}"
    return f"{preposition} {groupe}"


_ARTICLE: Final = (
    r"(?:le|la|les|l['’ ]|une?|cet?|cette|ces|son|sa|ses|leurs?|notre|nos|votre|vos|mon|ma|mes"
    r"|ton|ta|tes)"
)
"""« L ECOLE » : en capitales, l'apostrophe manque souvent."""
_DETERMINANT: Final = re.compile(
    r"(?i:(?<![\w'’])(?:"
    rf"(?P<de>du|des|(?:de |d['’]){_ARTICLE}|de|d['’])|(?P<a>aux?|[àa] (?:la|l['’ ]|une?)|à)"
    rf"|(?P<que>que(?: {_ARTICLE})?|qu['’](?:une?)?)|{_ARTICLE}"
    r")[ \u00a0\u202f]*)$"
)
_JUSQUE: Final = re.compile(r"(?i:jusqu['’ ](?:aux?|[àa] l['’ ]|[àa](?: l[ea])?)[ ]*)$")
LIEN_FINAL: Final = re.compile(
    r"(?i: (?:[dàa]e? la|[dàa]e? l['’]?|de|d['’]une?|d['’]?|du|des|à|a|aux?))$"
)
"""La préposition qui finit un lien de famille et introduit un nom : « la mère de »."""

EN_TETE: Final = re.compile(
    r"(?i:(?:aux?|[àa] la|[àa] l['’ ]|du|de la|de l['’ ]|des|le|la|les|l['’ ]|[àa]|vers)[ ]*"
    r"(?<=[ '’]))"
)
"""L'article ou la préposition qui ouvre un repère de lieu, d'heure, de date ou de rôle."""

FUSION: Final = re.compile(r"(?i:(?:aux?|du|des) +)")
"""La préposition qui ouvre un lien de famille : « au grand frère », « aux cousins »."""

_LOCATIVE: Final = re.compile(
    r"(?i:(?<![\w'’])(?:devant|derri[èe]re|devan|sous|dans|vers|pr[èe]s d|[àa] c[ôo]t[ée] d"
    r"|au pied d|en bas d|au niveau d|au fond d|en face d|autour d|face [àa]?)"
    rf"(?:(?<=d)(?:u|es|e {_ARTICLE}|e|['’]{_ARTICLE}|['’])|(?<!d)[ ]?(?:aux?|{_ARTICLE})?)"
    r"[ ]*)$"
)


def determine(contexte: Contexte, groupe: str, lieu: str = "à") -> Remplacement:
    """Remplace l'extrait et son déterminant par `groupe`, qui porte le sien.

    « du collège X » : « d’un collège » ; « au collège X » : `lieu` + « un collège ».
    """
    if borne := contexte.avant(_JUSQUE):
        return Remplacement(f"jusqu’{lier('à', groupe)}", avant=len(borne[0]))
    trouve = contexte.avant(_DETERMINANT)
    if trouve is None:
        return Remplacement(groupe)
    if (
        trouve["a"]
        and contexte.voisin in LIEUX
        and not contexte.gauche.replace(trouve[0], "").strip()
    ):
        lieu = "à"  # « de la rue X au hall 3 » : « d’une rue à une partie commune »
    preposition = "de" if trouve["de"] else lieu if trouve["a"] else "que" if trouve["que"] else ""
    return Remplacement(lier(preposition, groupe), avant=len(trouve[0]))


INCISE: Final = re.compile(
    r",(?= (?:(?:ne|se|me|nous|vous|lui|leur|y|en) |[nsmt]['’]"
    r"|(?:est|sont|a|ont|va|vont|veut|dit|et|qui|que|vient|fait|part|dort|sort|doit|peut|attend"
    r"|habite|reste|passe|arrive|cherche"
    r"|demande|tra[îi]ne|travaille|refuse|accepte|pleure|rit|appelle|souhaite|propose|raconte|vit"
    r"|joue|prend|panique|ouvre|ferme|retrouve|repart|descend|remonte|monte|revient|traduit|vend"
    r"|garde|montre|crie|tient|tape|appelait|hurle|tombe|frappe|sonne|rentre|entre|quitte|perd|rend"
    r"|donne|explique|répond|repond|sait|croit|pense|aime|signe|boit|fume|mange|lit|[ée]crit|court"
    r"|marche|parle|répète|tremble|sourit|salue|surveille|squatte|tourne|zone|galère|bosse|gère"
    r"|conduit|porte|apporte|rapporte|récupère|récup|gagne|paie|paye|accueille|aide|menace|insiste"
    r"|\w{4,}ent|devant|au|aux|à|dans|chez|avec|sur|sous|\w+ait|\w+aient|\w+era)\b))"
)
"""La virgule qui, une fois l'incise récrite, séparerait un sujet de son verbe."""


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
_DEJA_LIE: Final = mots_de(
    "devant derriere dans sous entre vers chez pour par et ou puis que contre sur depuis avec en",
    "c est sont vs via sans apres avant comme dont cote secteur quartier c'est tout toute",
)


_COTE: Final = re.compile(r"(?i:(?<!\w)(?:du )?c[ôo]t[ée] )$")
"""« côté rue X » : « du côté d’une rue »."""
_SORTIE: Final = re.compile(r"(?i:(?<!\w)(?:sortie|entr[ée]e|grilles?|parvis|portail) )$")


def loge(contexte: Contexte, groupe: str, lieu: str = "dans") -> Remplacement:
    """Comme `determine` ; « passé bât 9 », « vu Karim, bât 9 », sans préposition, en reçoivent une.

    Une suite de lieux (« collège, hall 3 ») et un lieu dont on parle (« hall 4 est calme ») non.
    « sortie lycée X » : « sortie d’un lycée ».
    """
    if cote := contexte.avant(_COTE):
        return Remplacement(f"du côté {lier('de', groupe)}", avant=len(cote[0]))
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


_SON_DETERMINANT: Final = re.compile(
    r"(?i:(?<![\w'’])(?P<prep>de |d['’]|[àa] |que |qu['’])?"
    r"(?P<det>du|aux?|l['’]|(?:le|la|les|une?|des|cet?|cette|ces|mon|ma|mes|ton|ta|tes|son|sa|ses"
    r"|notre|nos|leurs?)(?=[ ]))?[ ]*)$"
)
_FUSIONNES: Final = {"du": ("de", "le"), "au": ("à", "le"), "aux": ("à", "les")}


def accorde(contexte: Contexte, groupe: Groupe) -> Remplacement:
    """Remplace l'extrait par `groupe` en gardant le sens de son déterminant, accordé.

    « les dealers » : « les personnes impliquées » ; « du dealer » : « de la personne impliquée ».
    """
    trouve = contexte.avant(_SON_DETERMINANT)
    assert trouve is not None
    prep, det = plier(trouve["prep"] or "").strip(), plier(trouve["det"] or "").strip()
    if not prep and not det:  # l'espace d'un guillemet n'est pas la sienne
        return Remplacement(groupe.nom)
    prep = {"d'": "de", "a": "à", "qu'": "que"}.get(prep, prep)
    if det in _FUSIONNES:
        prep, det = _FUSIONNES[det]
    return Remplacement(lier(prep, groupe.avec(det)), avant=len(trouve[0]))
