"""Noms, surnoms, initiales : « un premier jeune… le même jeune », le temps d'un texte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tat_carnet.anonymisation.echelle import Profil, est_mineur
from tat_carnet.anonymisation.lexiques import mots_de, prenoms
from tat_carnet.anonymisation.masquage import clef
from tat_carnet.anonymisation.nombres import ordinal
from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.recritures.accords import Contexte, Remplacement, lier
from tat_carnet.anonymisation.recritures.ages import age_annonce
from tat_carnet.anonymisation.recritures.termes import OMIS
from tat_carnet.anonymisation.reperes import Categorie, Niveau

PERSONNES: Final = frozenset(
    {Categorie.liste, Categorie.nom, Categorie.surnom, Categorie.initiales}
)
_NOMMABLES: Final = PERSONNES | {Categorie.lien_familial, Categorie.role_unique}
SOUDURES: Final = (" ", "-", "'", "’")
"""Ce qui soude deux morceaux d'un même nom."""
_AVANT: Final = re.compile(
    r"(?i:(?:(?<![\w'’])(?P<prep>de |d['’]|à |que |qu['’])?"
    r"(?P<det>(?:le|la|l['’]|un|une|ce|cet|cette|les|des|notre|mon|ma|ton|ta|son|sa|leur|votre"
    r"|du|au|aux)[ ]?)?"
    r"(?P<adj>(?:(?:certaine?|petite?s?|ptite?|p['’]tite?|grande?|gros|grosse|jeunes?|vieux|vieille"
    r"|fameux|fameuse|pauvre|brave|dame|demoiselle|sieur|gar[çc]on|fille|gars|gamine?|ado|deux"
    r"|d[ée]nomm[ée]e?|nomm[ée]e?|famille|m[.]|mr|mme|mlle"
    r"|monsieur|madame|mademoiselle|ma[iî]tre|me|tonton|tata|docteur|dr)[ ]+)*))?)$"
)
_FONCTION: Final = re.compile(
    r"(?i:(?<!\w)(?:coll[èe]gue|[ée]ducateur|[ée]ducatrice|[ée]duc|gardien|gardienne|prof"
    r"|directeur|directrice|m[ée]diateur|m[ée]diatrice|infirmi[èe]re?|animateur|animatrice)[ ]+)$"
)
_COUPLE: Final = re.compile(
    r"(?i:(?<![\w'’])(?:(?P<prep>de|d['’]|à|chez)[ ]*)?"
    r"(?:m[.]?|mr|monsieur) et (?:mme|madame)[ ]+)$"
)
_NOMME: Final = re.compile(
    r"(?i:(?<!\w)(?:pr[ée]noms?|surnoms?|noms?|surnomm[ée]e?s?|appel(?:le|[ée]|[ée]e|lent|er|ait)"
    r"|baptis[ée]e?|au nom de|du nom de|alias|sobriquet|patronyme)"
    r"[ ]*(?:est |c['’]est |: ?|de |d['’]|« ?)?)$"
)
_DIT: Final = re.compile(r"(?i:^[ ]*,?[ ]*\(?(?:dite?|alias|surnomm[ée]e?|ou)[ ]+(?:[«\"“] ?)?)$")
_OUVRE: Final = re.compile(r"[«\"“][ \u00a0\u202f]*$")
_PREPOSITION: Final = re.compile(r"(?i:(?<![\w'’])(de|que)[ ]+)$")
_FERME_DIT: Final = re.compile(r"[ ]?[»\"”]?\)?")
_FERME: Final = re.compile(r"[ \u00a0\u202f]*[»\"”]")
_INITIALE: Final = re.compile(r"\b\w$")
_POINT_D_INITIALE: Final = re.compile(r"[.](?=[ ]+[a-zà-ÿ(]|[,;])")
_PRONOM: Final = re.compile(r"\b(?:ils?|elles?)\b")
_AINES: Final = re.compile(
    r"\b(?:tonton|tata|tantine|meme|mamie|mama|papi|papy|pepe|pepere|vieux|vieille|khalti|hadj)\b"
)
_ACCORD_FEMININ: Final = re.compile(
    r"^[ ]+(?:(?:est|etait|a ete|s'est|sera|reste|semble) (?:\w+ )?)?(?:\w{2,}(?:ee|ie|ue)|enceinte"
    r"|contente|prete|seule|inscrite|partie|absente)\b"
)
_ACCENTS_PERDUS: Final = mots_de(
    "annee soiree journee rue vie vue vie partie sortie envie suie pluie"
)
_CIVILITES: Final = mots_de("m. mr mme mlle monsieur madame mademoiselle docteur dr maitre me")
_FEMININ: Final = re.compile(
    r"\b(?:la|une|cette|ma|sa|ta|certaine|petite|ptite|grande|grosse|vieille|mme|mlle|madame"
    r"|mademoiselle|tata|tante|khalti|mamie|meme|mama|mere|dame|denommee|nommee|fameuse|oum)\b"
)
_MASCULIN: Final = re.compile(
    r"\b(?:le|un|ce|mon|ton|certain|petit|grand|gros|vieux|m|mr|monsieur|tonton|abou|papi|papa"
    r"|du|au|denomme|nomme)\b"
)


FAMILLE: Final = "famille"
"""Une famille n'est pas quelqu'un de ce nom : on ne les relie pas."""


def clef_de_lien(nom: str, ecrit: str) -> str:
    """Par quoi se retrouve une personne reliée : ce qui est écrit, et si c'est une famille."""
    return f"{FAMILLE} {ecrit}" if nom == FAMILLE else ecrit


@dataclass(frozen=True, slots=True)
class Reliee:
    """Le pseudonyme de quelqu'un dans tout un document : « la deuxième jeune » (`rang` 1)."""

    nom: str
    feminin: bool
    rang: int

    @property
    def groupe(self) -> str:
        """« le premier jeune » : toujours défini, dans quelque passage qu'on le lise d'abord."""
        return f"{'la' if self.feminin else 'le'} {ordinal(self.rang, self.feminin)} {self.nom}"


@dataclass(slots=True)
class Personne:
    """Quelqu'un le temps d'un texte : de quoi l'accorder, puis rien.

    `ecrits` : les clefs de chaque façon de l'écrire. `reliee` : son nom dans tout le document.
    """

    clefs: set[str]
    nom: str
    feminin: bool
    rang: int = 0
    citee: bool = False
    ecrits: set[str] = field(default_factory=set)
    reliee: Reliee | None = None


@dataclass(slots=True)
class Distribution:
    """Les personnes d'un texte, dans l'ordre où elles paraissent.

    `reliees` : celles qu'un document nomme d'un passage à l'autre, par clef de ce qui est écrit.
    """

    personnes: list[Personne] = field(default_factory=list)
    derniere: str = ""
    """La dernière préposition écrite : « de Lina et Jade » la répète."""
    reliees: Mapping[str, Reliee] = field(default_factory=dict)
    par_repere: dict[int, Personne] = field(default_factory=dict)
    """Qui un repère nomme, par son début."""

    def preparer(self, contextes: Iterable[Contexte]) -> None:
        """Compte d'avance les personnes distinctes : un « premier » suppose un deuxième."""
        precedent: Contexte | None = None
        for contexte in contextes:
            masque = contexte.repere.niveau is Niveau.masquer
            nommee = contexte.repere.categorie in PERSONNES and not _redite(contexte, precedent)
            if masque and nommee and not _tu(contexte):
                self._personne(contexte)
            precedent = contexte

    def recrire(self, contexte: Contexte, precedent: Contexte | None) -> Remplacement:
        """Le groupe nominal qui remplace un nom et ce qui le détermine."""
        if contexte.repere.niveau is Niveau.verifier and self.personnes:
            return Distribution().recrire(contexte, precedent)
        if redite := _redite(contexte, precedent):
            return redite
        if tu := _tu(contexte):
            return tu
        trouve = contexte.avant(_AVANT)
        assert trouve is not None
        if couple := contexte.avant(_COUPLE):
            preposition = "de" if plier(couple["prep"] or "")[:1] == "d" else couple["prep"] or ""
            return Remplacement(f"{preposition} deux personnes".strip(), avant=len(couple[0]))
        preposition = _preposition(trouve)
        if contexte.gauche == " et " and precedent and precedent.repere.categorie in PERSONNES:
            preposition = self.derniere
        self.derniere = preposition
        if preposition == "à" and _prolonge_un_lien(contexte, precedent):
            preposition = "de"
        if re.match(r"(?:les|des)\b", plier(trouve["det"] or "") or contexte.plie):
            return Remplacement(lier(preposition, "des habitants"), len(trouve[0]))
        personne = self.par_repere[contexte.repere.debut] = self._personne(contexte)
        groupe = self._groupe(personne)
        dit = _sans_guillemets(contexte, lier(preposition, groupe), len(trouve[0]))
        point = contexte.apres(_POINT_D_INITIALE) if _INITIALE.search(contexte.extrait) else None
        return replace(dit, apres=dit.apres + len(point[0])) if point else dit

    def _personne(self, contexte: Contexte) -> Personne:
        clefs = {clef(mot) for mot in re.findall(r"[^\W_]+", contexte.extrait)}
        utiles = clefs - _MOTS_OUTILS or clefs
        ecrit = clef(contexte.extrait)
        for personne in self.personnes:
            if personne.clefs & utiles:
                personne.clefs |= utiles
                personne.ecrits.add(ecrit)
                return personne
        neuve = Personne(utiles, *_portrait(contexte), ecrits={ecrit})
        neuve.reliee = self.reliees.get(clef_de_lien(neuve.nom, ecrit))
        neuve.rang = len(self._semblables(neuve)) + self._ordinaux_pris(neuve)
        self.personnes.append(neuve)
        return neuve

    def _semblables(self, personne: Personne) -> list[Personne]:
        """Celles que seul un ordinal distingue d'elle."""
        qui = (personne.nom, personne.feminin)
        return [p for p in self.personnes if p.reliee is None and (p.nom, p.feminin) == qui]

    def _ordinaux_pris(self, personne: Personne) -> int:
        """Combien d'ordinaux de ce nom disent déjà quelqu'un dans tout le document."""
        qui = (personne.nom, personne.feminin)
        return sum((r.nom, r.feminin) == qui for r in set(self.reliees.values()))

    def _groupe(self, personne: Personne) -> str:
        if personne.reliee is not None:
            return personne.reliee.groupe
        article = ("une" if personne.feminin else "un", "la" if personne.feminin else "le")
        qualite = "même " if personne.citee else ""
        if len(self._semblables(personne)) > 1:
            qualite = f"{ordinal(personne.rang, personne.feminin)} "
        elif self._a_un_homonyme(personne):
            if personne.citee:
                return f"l’autre {personne.nom}"
            qualite = "autre "
        groupe = f"{article[personne.citee]} {qualite}{personne.nom}"
        personne.citee = True
        return groupe

    def _a_un_homonyme(self, personne: Personne) -> bool:
        """Vrai si ce texte nomme pareillement quelqu'un que l'on retrouve ailleurs."""
        qui = (personne.nom, personne.feminin)
        reliees = (p.reliee for p in self.personnes if p.reliee is not None)
        return any((r.nom, r.feminin) == qui for r in reliees)


_MOTS_OUTILS: Final = mots_de("le la les l du de des d un une petit petite grand grande gros dit")


def _redite(contexte: Contexte, precedent: Contexte | None) -> Remplacement | None:
    """Le nom de qui vient d'être dit (« sa fille Inès », « Ali dit Lili ») s'efface."""
    if precedent is None or precedent.repere.niveau is Niveau.verifier:
        return None
    gauche, categorie = contexte.gauche, precedent.repere.categorie
    if categorie in _NOMMABLES and gauche in SOUDURES:
        return Remplacement("", avant=1)
    if categorie in PERSONNES and _DIT.search(gauche):
        ferme = contexte.apres(_FERME_DIT) if re.search(r"[«\"“(]", gauche) else None
        return Remplacement("", avant=len(gauche), apres=len(ferme[0]) if ferme else 0)
    apposee = gauche == ", " and contexte.droite[:1] in (",", ".", "")
    if apposee and categorie in (Categorie.age, Categorie.lien_familial, Categorie.role_unique):
        return Remplacement("", avant=len(gauche), apres=int(contexte.droite[:1] == ","))
    return None


def _prolonge_un_lien(contexte: Contexte, precedent: Contexte | None) -> bool:
    """Vrai dans « la mère à Théo », où « à » veut dire « de »."""
    lie = precedent is not None and precedent.repere.categorie is Categorie.lien_familial
    return lie and len(contexte.gauche.strip()) <= 2


def _tu(contexte: Contexte) -> Remplacement | None:
    """« il s'appelle Ange » : « il s'appelle (…) » ; « mon collègue Karim » : « mon collègue »."""
    if fonction := contexte.avant(_FONCTION):
        return Remplacement("", avant=len(fonction[0]) - len(fonction[0].rstrip()))
    if nomme := contexte.avant(_NOMME):
        if nomme[0].rstrip().endswith("«"):
            ferme = contexte.apres(_FERME)
            ouvre = contexte.avant(_OUVRE)
            return Remplacement(OMIS, len(ouvre[0]) if ouvre else 0, len(ferme[0]) if ferme else 0)
        lie = re.search(r"(?:d['’]|de )$", nomme[0])
        return None if lie else Remplacement(OMIS)
    return None


def _sans_guillemets(contexte: Contexte, texte: str, avant: int) -> Remplacement:
    """« le Kid », cité entre guillemets, n'a plus rien à citer."""
    ouvre, ferme = contexte.avant(_OUVRE), contexte.apres(_FERME)
    if avant == 0 and ouvre and ferme:
        reste = contexte.gauche[: len(contexte.gauche) - len(ouvre[0])]
        lie = _PREPOSITION.search(reste)
        texte = lier(lie[1].lower(), texte) if lie else texte
        return Remplacement(texte, len(ouvre[0]) + len(lie[0] if lie else ""), len(ferme[0]))
    return Remplacement(texte, avant=avant)


def _preposition(trouve: re.Match[str]) -> str:
    """La préposition absorbée, contractée ou non."""
    prep, det = plier(trouve["prep"] or "").strip(), plier(trouve["det"] or "").strip()
    if prep in ("de", "d'") or det == "du":
        return "de"
    if (trouve["prep"] and trouve["prep"].strip().lower() == "à") or det in ("au", "aux"):
        return "à"
    return "que" if prep in ("que", "qu'") else ""


def _portrait(contexte: Contexte) -> tuple[str, bool]:
    """Le nom commun qui convient, et s'il est féminin."""
    trouve = contexte.avant(_AVANT)
    assert trouve is not None
    indices = plier(trouve[0])
    if re.search(r"\bfamille\b", indices):
        return FAMILLE, True
    feminin = _est_feminin(contexte, indices)
    if _AINES.search(f"{indices} {contexte.plie}"):
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
    connu = prenoms().get(premier)
    if connu is not None and connu.genre != "e":
        return connu.genre == "f"
    droite = plier(contexte.droite)
    accord = _ACCORD_FEMININ.match(droite)
    if accord and accord[0].split()[-1] not in _ACCENTS_PERDUS:
        return True
    pronom = _PRONOM.search(droite)
    return pronom is not None and pronom[0] == "elle"


def _nom_selon_age(contexte: Contexte, feminin: bool) -> tuple[str, bool]:
    """« Enzo, 14 ans » est un adolescent ; sans âge, un jeune."""
    ages = age_annonce(contexte.droite)
    if contexte.profil is not Profil.collectif and ages and est_mineur(ages):
        return ("mineure" if feminin else "mineur"), feminin
    if contexte.profil.public:
        return ("habitante" if feminin else "habitant"), feminin
    if not ages:
        return "jeune", feminin
    if contexte.profil is Profil.institution:
        return "adulte", feminin
    age = ages[0]
    if age >= 26:
        return ("femme", True) if feminin else ("homme", False)
    nom = "enfant" if age < 11 else "adolescent" if age < 18 else "jeune adulte"
    return (f"{nom}e" if feminin and nom == "adolescent" else nom), feminin
