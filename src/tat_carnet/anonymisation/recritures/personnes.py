"""Noms, surnoms, initiales : « un premier jeune… le même jeune », le temps d'un texte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tat_carnet.anonymisation.lexiques import prenoms
from tat_carnet.anonymisation.masquage import clef
from tat_carnet.anonymisation.nombres import ordinal
from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.recritures.accords import lier
from tat_carnet.anonymisation.recritures.contexte import Contexte, Remplacement
from tat_carnet.anonymisation.recritures.effacements import (
    PERSONNES,
    redite,
    sans_guillemets,
    tait,
)
from tat_carnet.anonymisation.recritures.identites import Personne, Reliee, clef_de_lien, clefs_de
from tat_carnet.anonymisation.recritures.portrait import (
    AVANT,
    civilite,
    est_famille,
    portrait,
)
from tat_carnet.anonymisation.recritures.presence import tait_une_chose
from tat_carnet.anonymisation.reperes import Categorie, Niveau

_COUPLE: Final = re.compile(
    r"(?i:(?<![\w'’])(?:(?P<prep>des?|d['’]|[àa]|aux|chez)[ ]*)?(?:les[ ]+)?"
    r"(?:(?:m[.]?|mr|monsieur) et (?:mme|madame)|[ée]poux)[ ]+)$"
)
_NOMBRE: Final = re.compile(r"(?i:(?:deux|trois|quatre|cinq|six)\b(?= ))")
_INITIALE: Final = re.compile(r"\b\w$")
_POINT_D_INITIALE: Final = re.compile(r"[.](?=[ ]+[a-zà-ÿ(]|[,;])")
_OU: Final = re.compile(
    r"(?i:(?<!\w)(?:va|vont|allait|retourne|parti(?:e|s|es)?|inscrite?|scolaris[ée]e?|v[ie]t|vivait"
    r"|vivent|habite|habitait|n[ée]e?|en (?:sixi[èe]me|cinqui[èe]me|quatri[èe]me|troisi[èe]me"
    r"|seconde|premi[èe]re|terminale|cap|bac pro))[ ](?:plus |pas |souvent )?(?P<a>[àa] (?:la )?))$"
)
_PART_DE: Final = re.compile(
    r"(?i:(?<!\w)(?:march|cour[st]|all[ée]|all[ae]it|vont|va|d[ée]m[ée]nag|d[ée]plac|circul|rod[ée]o"
    r"|trajet|tourn[ée]e|ronde|navette|chemin|[àa] pied|transf[ée]r|reli|rejoin|fil[ée]|tir[ée]"
    r"|mont[ée]|travers|pass[ée]|fai(?:t|re) le tour)\w*(?: [^.;,!?]{0,25})? (?P<de>de |d['’]))$"
)
"""Ce qui mène d'un lieu à un autre, jamais de quelqu'un à quelqu'un."""
_CHEZ_QUI_EMPLOIE: Final = re.compile(
    r"(?i:(?<!\w)(?:stage|essai|cd[di]|contrat|alternance|apprenti|int[ée]rim|embauch|achet|command"
    r"|vendeu|caissi)\w*(?: [^.;,!?]{0,25})? chez )$"
)
"""« en stage chez Bricotout » : une enseigne ou un patron, une entreprise dans les deux cas."""
LIEU_TU: Final = "dans un lieu qu’on ne précise pas"
_LETTRE: Final = re.compile(r"(?P<det>l[ea] )?[a-z]\d?")
_TRANSPORT: Final = re.compile(
    r"\b(?:terminus|lignes?|(?:abri)?bus|tram(?:way)?|metro|rer|navette|desse?rt(?:e|ait)?"
    r"|circul(?:e|ent|ait|ation)|correspondance|(?:prend(?:re|s|ent|ait)?|pris|rater?"
    r"|loupe)(?= l[ea] $))\b"
)
_FIN_DE_PHRASE: Final = re.compile(r"\s*$|\s+(?:[A-ZÀ-Ý][a-zà-ÿ'’]|[ÀA] |[«\n])")
_AVEC: Final = re.compile(
    r"(?i:(?<![\w'’])(?:rdv|rendez-vous|parl[ée]|discut[ée]|discussion|entretien"
    r"|[ée]chang[ée])[ ])$"
)
"""« Parlé Karim » : « Parlé avec un jeune »."""
_LIEN_NU: Final = re.compile(
    r"(?i:(?<![\w'’])(?:m[èe]re|p[èe]re|fr[èe]re|s[œo]e?ur|tante|oncle|grand-m[èe]re|grand-p[èe]re"
    r"|parents|cousine?|copine?|famille)[ ])$"
)
"""« Appel mère Yanis » : « Appel mère d'un jeune »."""


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
            nommee = masque and contexte.repere.categorie in PERSONNES
            if nommee and not _sans_pseudonyme(contexte, precedent):
                self._personne(contexte)
            precedent = contexte

    def recrire(self, contexte: Contexte, precedent: Contexte | None) -> Remplacement:
        """Le groupe nominal qui remplace un nom et ce qui le détermine."""
        if contexte.repere.niveau is Niveau.verifier and self.personnes:
            return self._en_doute(contexte, precedent)
        return self._recrire(contexte, precedent)

    def _en_doute(self, contexte: Contexte, precedent: Contexte | None) -> Remplacement:
        """Un doute ne compte personne de plus ; s'il nomme quelqu'un du texte, c'est lui."""
        clefs, dite, famille = clefs_de(contexte), civilite(contexte), est_famille(contexte)
        connue = next((p for p in self.personnes if p.repond(clefs, dite, famille)), None)
        if connue is None:
            return Distribution()._recrire(contexte, precedent)
        citee, derniere = connue.citee, self.derniere
        dit = self._recrire(contexte, precedent)
        connue.citee, self.derniere = citee, derniere
        self.par_repere.pop(contexte.repere.debut, None)
        return dit

    def _recrire(self, contexte: Contexte, precedent: Contexte | None) -> Remplacement:
        if dit := _sans_pseudonyme(contexte, precedent):
            return _ponctue(contexte, dit)
        trouve = contexte.avant(AVANT)
        assert trouve is not None
        preposition = _preposition(trouve)
        if contexte.gauche == " et " and precedent and precedent.repere.categorie in PERSONNES:
            preposition = self.derniere
        self.derniere = preposition
        if preposition == "à" and _prolonge_un_lien(contexte, precedent):
            preposition = "de"
        if not trouve[0]:
            nu = "de" if contexte.avant(_LIEN_NU) else ""
            preposition = preposition or ("avec" if contexte.avant(_AVEC) else nu)
        personne = self.par_repere[contexte.repere.debut] = self._personne(contexte)
        groupe = self._groupe(personne)
        return _ponctue(
            contexte, sans_guillemets(contexte, lier(preposition, groupe), len(trouve[0]))
        )

    def _personne(self, contexte: Contexte) -> Personne:
        clefs, ecrit = clefs_de(contexte), clef(contexte.extrait)
        dite, famille = civilite(contexte), est_famille(contexte)
        for personne in self.personnes:
            if personne.repond(clefs, dite, famille):
                personne.clefs |= clefs
                personne.ecrits.add(ecrit)
                personne.civilite = personne.civilite or dite
                return personne
        neuve = Personne(clefs, *portrait(contexte), ecrits={ecrit}, civilite=dite)
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


def _sans_pseudonyme(contexte: Contexte, precedent: Contexte | None) -> Remplacement | None:
    """Ce qui remplace un nom qui ne désigne pas, ici, une personne de plus."""
    return (
        redite(contexte, precedent)
        or tait(contexte)
        or _quelque_part(contexte)
        or _trajet(contexte, precedent)
        or _une_ligne(contexte)
        or tait_une_chose(contexte)
        or _plusieurs(contexte)
    )


def _quelque_part(contexte: Contexte) -> Remplacement | None:
    """« il va à Baudelaire », « elle vivait à Valence » : un lieu, que l'on a pris pour un nom."""
    ou = contexte.avant(_OU) if contexte.repere.categorie is Categorie.nom else None
    if ou:
        return Remplacement(LIEU_TU, avant=len(ou["a"]))
    chez = contexte.avant(_CHEZ_QUI_EMPLOIE)
    enseigne = chez and contexte.plie.split(" ")[0] not in prenoms()
    return Remplacement("dans une entreprise", avant=len("chez ")) if enseigne else None


def _trajet(contexte: Contexte, precedent: Contexte | None) -> Remplacement | None:
    """« elle marche de Renoir à Matisse » : deux lieux, que l'on a pris pour deux personnes."""
    if contexte.gauche == " à " and precedent and _part_de(precedent):
        return Remplacement("à un autre", avant=2)
    depart = _part_de(contexte)
    return Remplacement("d’un endroit", avant=len(depart["de"])) if depart else None


def _part_de(contexte: Contexte) -> re.Match[str] | None:
    vers = contexte.droite.startswith(" à ") and contexte.suivant in PERSONNES
    return contexte.avant(_PART_DE) if vers and contexte.libre == len(" à ") else None


def _une_ligne(contexte: Contexte) -> Remplacement | None:
    """« le Z ne monte plus au terminus » : une ligne de bus, non quelqu'un."""
    lettre = _LETTRE.fullmatch(contexte.plie)
    alentours = f"{contexte.ecrit} {contexte.droite}"
    if lettre is None or not _TRANSPORT.search(plier(alentours)):
        return None
    trouve = contexte.avant(AVANT)
    assert trouve is not None
    if not (lettre["det"] or trouve["det"]):
        return None
    return Remplacement(lier(_preposition(trouve), "une ligne de transport"), len(trouve[0]))


def _plusieurs(contexte: Contexte) -> Remplacement | None:
    """« M. et Mme Olive » : « deux personnes » ; « les Reinhardt » : « des habitants »."""
    if couple := contexte.avant(_COUPLE):
        preposition = plier(couple["prep"] or "")
        preposition = {"d": "de", "a": "à"}.get(preposition[:1], preposition)
        return Remplacement(f"{preposition} deux personnes".strip(), avant=len(couple[0]))
    if nombre := _NOMBRE.match(contexte.extrait):
        return Remplacement(f"{nombre[0]} personnes")
    trouve = contexte.avant(AVANT)
    assert trouve is not None
    if re.match(r"(?:les|des|aux)\b", plier(trouve["det"] or "") or contexte.plie):
        return Remplacement(lier(_preposition(trouve), "des habitants"), len(trouve[0]))
    return None


def _ponctue(contexte: Contexte, dit: Remplacement) -> Remplacement:
    """Le point d'une initiale s'en va avec elle, sauf s'il finissait aussi la phrase."""
    if contexte.extrait.endswith("."):
        finit = _FIN_DE_PHRASE.match(contexte.droite) and contexte.libre > 1
        return replace(dit, texte=f"{dit.texte}.") if finit and not dit.apres else dit
    seule = _INITIALE.search(contexte.extrait) and contexte.libre > 0
    point = _POINT_D_INITIALE.match(contexte.droite) if seule else None
    return replace(dit, apres=dit.apres + len(point[0])) if point else dit


def _prolonge_un_lien(contexte: Contexte, precedent: Contexte | None) -> bool:
    """Vrai dans « la mère à Théo », où « à » veut dire « de »."""
    lie = precedent is not None and precedent.repere.categorie is Categorie.lien_familial
    return lie and len(contexte.gauche.strip()) <= 2


def _preposition(trouve: re.Match[str]) -> str:
    """La préposition absorbée, contractée ou non."""
    prep, det = plier(trouve["prep"] or "").strip(), plier(trouve["det"] or "").strip()
    if prep in ("de", "d'") or det == "du":
        return "de"
    if (trouve["prep"] and trouve["prep"].strip().lower() == "à") or det in ("au", "aux"):
        return "à"
    return "que" if prep in ("que", "qu'") else ""
