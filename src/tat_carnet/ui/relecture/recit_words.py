"""Ce que l'écran dit d'un passage qui raconte quelqu'un, et les motifs prêts de le garder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from tat_carnet.anonymisation.risque import Pas, reconnaissances
from tat_carnet.anonymisation.risque.tournures import dit_des_gens, dit_quelqu_un_seul
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.vocabulaire import Profil, TailleGroupe
from tat_carnet.ui.relecture.codes import RECONNAISSANCES
from tat_carnet.ui.relecture.raccord import PRECISE
from tat_carnet.ui.typographie import compte, minuscule
from tat_carnet.usecases.relecture import Dossier
from tat_carnet.usecases.risque import Connus

NUL_N_EST_SEUL: Final = "Un groupe, une équipe, quelqu’un de passage : nul n’y est seul"
"""Ne se propose pas là où quelqu'un est dit seul : onze fois sur dix-sept, il était faux."""
MOTIFS: Final = (
    "La personne sait que cela sort, et le veut",
    NUL_N_EST_SEUL,
    "Toute la place l’a vu : le document n’apprend à personne qui c’est",
)
RECOMPOSE: Final = "Recomposé de plusieurs situations : ni les mots, ni les détails d’une seule"
MOTIFS_DE_VIGNETTE: Final = (
    RECOMPOSE,
    "La personne sait que cela sort, et le veut",
)
MOTIFS_A_PART: Final = (
    "La personne sait que cela sort, et le veut",
    "Sans le lieu ni la date, rien ne peut être demandé",
    "Toute la place l’a vu : le document n’apprend à personne qui c’est",
)
GATHERED: Final = (
    "Cela arrive à quelqu’un : sa nature seule sort, une fois pour tous, sans lieu ni date, ni "
    "aucun autre code."
)
GATHERED_IN_PUBLIC: Final = (
    "Cela arrive à quelqu’un : au public, rien n’en sort, sauf une nature que cinq faits de "
    "l’année partagent."
)
TAKEN_BACK: Final = "Remise telle quelle, il faudra la reprendre : redites-la plutôt."
ALONE_TOGETHER: Final = "Déjà sorti, dit autrement : les deux documents ensemble disent lequel."
_NUL_SEUL: Final = re.compile(
    r"\b(?:n['’]?y (?:est|sont|etai\w+) (?:jamais |pas )?seul|n['’](?:est|etait) (?:pas )?seul"
    r"|groupe|equipe|plusieurs(?! situations)|collectif|nombreux)"
)
_COUNTED: Final = re.compile(
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|plusieurs|quelques|\d+)"
    r" \w+[sx]\b"
)
PROPOSES: Final = 3
"""Les motifs à portée d'un chiffre."""


@dataclass(frozen=True, slots=True)
class RecitState:
    """Ce qu'il y a à décider d'un passage : `waiting`, ou déjà décidé (`reason`, `silent`).

    `left` : combien attendent dans tout le document, lui compris ; `silenceable` : ceux dont on
    peut n'en dire que la nature. `kept_allowed` : ce document admet d'en garder. `copied` : ce sont
    les mots des notes, que l'on ne dira pas recomposés. `regard` : ce que le dernier regard dirait.
    `public` : n'importe qui le lira. `gathered` : sa nature se dit avec celles des autres, et à
    part si `apart_allowed` ; `apart` : pourquoi elle s'y dit. `phrases` : celles où quelqu'un se
    tient, dehors sauf les rangs `put_back` ; `empty` : il ne reste qu'elles. `placed` : les
    autres, dites sauf les rangs `left_behind`.
    """

    waiting: bool
    silent: bool
    reason: str
    can_be_silent: bool
    can_be_aside: bool
    kept_allowed: bool
    left: int
    silenceable: int
    copied: bool
    regard: tuple[str, ...]
    reasons: tuple[str, ...]
    gathered: bool
    apart_allowed: bool
    apart: str
    public: bool
    phrases: tuple[str, ...] = ()
    put_back: frozenset[int] = frozenset()
    empty: bool = False
    placed: tuple[str, ...] = ()
    left_behind: frozenset[int] = frozenset()

    @property
    def shown(self) -> bool:
        """Vrai si ce passage raconte, se tait parce qu'il racontait, ou arrive à quelqu'un."""
        decided = bool(self.reason or self.apart or self.phrases or self.left_behind)
        decided = decided or (bool(self.regard) and len(self.placed) > 1)
        return self.waiting or self.silent or self.gathered or decided

    @property
    def left_out(self) -> int:
        """Combien de phrases restent dehors."""
        return len(self.phrases) - len(self.put_back) + len(self.left_behind)

    @property
    def open_phrases(self) -> bool:
        """Vrai si l'on peut en remettre, en ôter, ou en laisser."""
        return bool(self.offered or self.placed) and not (self.silent or self.apart)

    @property
    def offered(self) -> tuple[str, ...]:
        """Celles où quelqu'un se tient, si ce document admet qu'on les remette."""
        return self.phrases if self.kept_allowed else ()

    @property
    def choose(self) -> str:
        """Ce que S propose de ces phrases."""
        if len(self.put_back) < len(self.offered):
            return "Choisir les phrases" if self.placed else "Remettre une phrase"
        if self.offered:
            return "Ôter une phrase"
        all_out = len(self.left_behind) == len(self.placed)
        return "Reprendre une phrase" if all_out else "Laisser une phrase"

    @property
    def revisable(self) -> bool:
        """Vrai si l'on peut revenir sur ce qui en est décidé."""
        return self.silent or bool(self.reason or self.apart)


def state_of(dossier: Dossier[Any], rank: int) -> RecitState:
    """Où en est le récit de ce passage."""
    recits, profil = dossier.recits, dossier.plan.profil
    waiting = recits.attendent()
    told = recits.raconte(rank)
    copied = recits.reprend_les_notes(rank)
    passage = dossier.etapes[rank].passage
    return RecitState(
        waiting=rank in waiting,
        silent=dossier.etapes[rank].tue,
        reason=recits.motif(rank) if told and rank not in waiting else "",
        can_be_silent=recits.se_tait(rank),
        can_be_aside=recits.s_ecarte(rank),
        kept_allowed=recits.peut_garder(rank),
        left=len(waiting),
        silenceable=sum(map(recits.se_tait, waiting)),
        copied=copied,
        regard=tuple(minuscule(RECONNAISSANCES[found.cause]) for found in recits.regard(rank)),
        reasons=reasons_to_keep(dossier, rank, passage.texte),
        gathered=dossier.a_part.ensemble(rank) and rank not in waiting,
        apart_allowed=dossier.a_part.admis,
        apart=dossier.a_part.motif(rank),
        public=profil.public,
        phrases=tuple(phrase.texte.strip() for phrase in dossier.phrases.tues(rank)),
        put_back=dossier.phrases.remises(rank),
        empty=not passage.texte.strip(),
        placed=tuple(phrase.texte.strip() for phrase in dossier.phrases.en_place(rank)),
        left_behind=dossier.phrases.laissees(rank),
    )


def reasons_to_keep(dossier: Dossier[Any], rank: int, words: str) -> tuple[str, ...]:
    """Les motifs prêts de garder ces mots, ceux qui conviennent ici d'abord.

    Celui d'avant ; de plusieurs, un qui le dit, et jamais de quelqu'un seul, tapé ou non ; le
    dernier donné ; les nôtres ; les autres déjà donnés.
    """
    recits, fait = dossier.recits, dossier.etapes[rank].fait
    vignette = dossier.plan.profil is Profil.vignette
    ready = MOTIFS_DE_VIGNETTE if vignette else MOTIFS
    before, phrase = recits.motif_d_avant(rank), fold(words)
    given = [reason for reason in recits.motifs() if vignette or reason != RECOMPOSE]
    coded = fait is not None and fait.fait.taille_groupe is TailleGroupe.une
    alone = coded or dit_quelqu_un_seul(phrase)
    of_a_group = [r for r in (*filter(None, (before,)), *given, *ready) if _of_a_group(r)][:1]
    last, older = _others(given)[:1], _others(given)[1:]
    first = of_a_group if dit_des_gens(phrase) or _COUNTED.search(phrase) else []
    fits = (*_others((before,)), *first, *last, *_others(ready), *of_a_group, *older)
    reasons = dict.fromkeys(r for r in fits if r and not (alone and _of_a_group(r)))
    return tuple(reasons)[:PROPOSES]


def before_putting_back(dossier: Dossier[Any], connus: Connus, rank: int, words: str) -> str:
    """Ce que le dernier regard dirait de cette phrase remise, avant qu'on en donne le motif."""
    expose = dossier.recits.expose_avec(rank, words)
    if expose is None:
        return ""
    known = {seen.cause for seen in dossier.recits.regard(rank)}
    causes = [
        f.cause for f in reconnaissances([expose]) if f.pas <= {Pas.recit} and f.cause not in known
    ]
    said = [minuscule(RECONNAISSANCES[cause]) for cause in causes]
    if (joined := connus.recoupement(expose)) is not None:
        said.append(minuscule(PRECISE if joined.pas else ALONE_TOGETHER))
    return f"Au dernier regard : {' '.join(said)} {TAKEN_BACK}" if said else ""


def _of_a_group(reason: str) -> bool:
    """Vrai d'un motif qui dit que nul n'est seul, dans nos mots ou dans d'autres."""
    return _NUL_SEUL.search(fold(reason)) is not None


def _others(reasons: Sequence[str]) -> list[str]:
    return [reason for reason in reasons if not _of_a_group(reason)]


def heading(state: RecitState) -> str:
    """« Ce passage raconte quelqu’un », et combien attendent encore."""
    if state.apart:
        return "Dit à part"
    if state.gathered:
        return "Tu au public" if state.public else "Dit avec ce qui arrive à d’autres"
    if state.silent:
        return "On n’en dit que la nature"
    if not state.waiting:
        if not (state.reason or state.left_out):
            return "À revoir"
        left = compte(state.left_out, "phrase reste", "phrases restent")
        return "Récit gardé" if state.reason else f"{left} dans le cahier"
    return "Ce passage raconte quelqu’un"


def explanation(state: RecitState) -> str:
    """Pourquoi s'y arrêter, et ce que l'on peut."""
    if state.apart:
        return f"Motif donné : « {state.apart} »."
    if state.gathered:
        return GATHERED_IN_PUBLIC if state.public else GATHERED
    if state.silent:
        return "Le lieu, la période et la sorte de fait sortent ; pas ces mots."
    if not state.waiting:
        return f"Motif donné : « {state.reason} »." if state.reason else _left_out(state)
    others = state.left - 1
    rest = f" Encore {others} après lui." if others else " C’est le dernier."
    refused = "" if state.kept_allowed else " Ce document ne raconte personne : rien ne s’y garde."
    if state.copied:
        refused = " Ce sont les mots de vos notes : recomposez-les."
    then = f" Au dernier regard : {' '.join(state.regard)}" if state.regard else ""
    return f"Sans un nom, qui a vu le reconnaît.{then}{refused}{rest}"


def _left_out(state: RecitState) -> str:
    """Pourquoi ces phrases ne sortent pas, et qu'il n'y a rien à en décider."""
    then = f"Au dernier regard : {' '.join(state.regard)} S laisse une phrase dans le cahier."
    out = len(state.phrases) - len(state.put_back)
    if not out:
        return then if state.regard else "Vous la laissez (barrée dans vos mots). S la reprend."
    barred = "barrée" if out == 1 else "barrées"
    said = f"Quelqu’un s’y voit ({barred} dans vos mots). Rien à décider."
    if state.regard and state.placed:
        return f"{said} {then}"
    if state.gathered or not state.empty:
        return said
    return f"{said} Le document ne dira que la nature, le lieu et la période."


def silenced(placed: int, gathered: int) -> str:
    """Ce que le document dira des faits qu'on vient de taire : `placed` avec lieu et période."""
    said = []
    if placed:
        facts = compte(placed, "fait", "faits")
        said.append(f"De {facts}, le document ne dira que la nature, le lieu et la période.")
    if gathered:
        facts = compte(gathered, "fait qui arrive", "faits qui arrivent")
        said.append(f"De {facts} à quelqu’un, la nature seule, avec les autres.")
    return " ".join(said)


def nothing_to_read(steps: int) -> str:
    """Les étapes faites à l'ouverture, toutes leurs phrases dehors ; vide s'il n'y en a pas."""
    if not steps:
        return ""
    return f"{compte(steps, 'passage', 'passages')} sans un mot à lire : quelqu’un s’y voit."


def gathered_from_start(facts: int, *, public: bool) -> str:
    """Ce qui, à l'ouverture, se dit déjà ensemble ; vide s'il n'y en a pas."""
    if not facts:
        return ""
    who = compte(facts, "fait qui arrive", "faits qui arrivent")
    if public:
        return f"De {who} à quelqu’un, rien ne sort, sauf une nature que cinq faits partagent."
    return (
        f"De {who} à quelqu’un, la nature seule sortira, avec celles des autres, sans lieu ni "
        "date : rien à y décider. Précédent y mène, pour en dire plus."
    )
