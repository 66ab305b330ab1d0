"""Dire en français ce qu'un document dit en codes, et ce qu'un pas de plus tairait."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from textwrap import shorten
from typing import Final

from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.anonymisation.risque import (
    Bilan,
    Cause,
    Deduction,
    Expose,
    Isolement,
    Pas,
    Reconnaissance,
    Recoupement,
)
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.periode import debut_de_periode, dit_le_mois, semaine_iso
from tat_carnet.ui.typographie import compte, jour, minuscule

PAS: Final = {
    Pas.mois: "dire le mois, non la semaine",
    Pas.ilot: "dire l’îlot, non le lieu",
    Pas.secteur: "dire le secteur, non le lieu",
    Pas.age: "taire l’âge",
    Pas.publics: "taire le public",
    Pas.nombre: "taire le nombre exact",
    Pas.recit: "n’en dire que la nature",
    Pas.codes: "ne dire que le lieu et la période",
    Pas.ensemble: "n’en dire que la nature, avec celles des autres",
}
LIGNE: Final = 90
"""Signes d'un texte cité, avant qu'il ne soit coupé."""
ANONYME: Final = (
    "Ce document ne raconte rien : il ne dit que des codes et des nombres. Ils n’isolent personne, "
    "ne se recoupent avec aucun autre et ne laissent rien déduire d’un groupe. Les trois critères "
    "de l’anonymat sont tenus."
)
RACONTE: Final = (
    "Par ses codes, ce document n’isole plus personne ; mais il raconte, et qui a vu reconnaît. Il "
    "est pseudonymisé, pas anonyme : il reste une donnée personnelle."
)
PSEUDONYMISE: Final = (
    "Ce document est pseudonymisé, pas anonyme : qui connaît le quartier pourrait reconnaître "
    "quelqu’un. Il reste une donnée personnelle."
)


def codes_en_mots(expose: Expose) -> str:
    """« Place du Lavoir, semaine du 16 novembre, 13-15 ans, adolescents »."""
    if Pas.ensemble in expose.pas:
        return "sans lieu ni date"
    lue = expose.lue()
    mots = [lue.lieu, periode_en_mots(lue.periode)]
    if lue.tranche_age is not None:
        mots.append(libelle(lue.tranche_age))
    mots += sorted(libelle(public) for public in lue.publics)
    return ", ".join(mots)


def dira_en_mots(fait: RelectureFait, *, tu: bool) -> str:
    """Ce que le document dira d'un fait à côté de sa phrase ; `tu` : à sa place."""
    nature = minuscule(libelle(fait.expose.type))
    if fait.se_dit_ensemble:
        tus = "Ces mots ne sortiront pas. " if tu else ""
        if fait.passages[0][1].profil.public:
            return f"{tus}N’en dira rien, sauf si cinq faits de l’année sont pareils : {nature}"
        return f"{tus}Dira seulement, avec ce qui arrive à d’autres, sans lieu ni date : {nature}"
    seuls = Pas.codes in fait.expose.pas
    suites = () if seuls else suites_en_mots(fait.fait)
    codes = ", ".join([codes_en_mots(fait.expose), *suites])
    if not tu:
        return f"Dira aussi{', et rien de plus' if seuls else ''} : {codes}"
    return f"Ces mots ne sortiront pas. Dira seulement : {nature}, {codes}"


def suites_en_mots(fait: Fait) -> Iterator[str]:
    """Ce qu'il est advenu d'une trace : « signalé à : ville », sa semaine, celle du ramassage."""
    if fait.signale_a is not None:
        yield f"signalé à : {libelle(fait.signale_a)}"
    if fait.signale_le is not None:
        yield f"signalé la {periode_en_mots(semaine_iso(fait.signale_le))}"
    if fait.ramasse_le is not None:
        yield f"ramassé la {periode_en_mots(semaine_iso(fait.ramasse_le))}"


def periode_en_mots(periode: str) -> str:
    """« semaine du 16 novembre » pour « 2026-S47 », « novembre 2026 » pour « 2026-11 »."""
    debut = debut_de_periode(periode)
    if dit_le_mois(periode):
        return jour(debut, annee=True).split(" ", 2)[2]
    return f"semaine du {jour(debut).split(' ', 1)[1]}"


def pas_en_mots(pas: Collection[Pas]) -> str:
    """« Dire le mois, non la semaine, et taire l’âge »."""
    gestes = [PAS[p] for p in Pas if p in pas]
    text = gestes[0] if len(gestes) == 1 else f"{', '.join(gestes[:-1])}, et {gestes[-1]}"
    return text[:1].upper() + text[1:]


def isolement_en_mots(isolement: Isolement) -> str:
    """Combien de faits sont isolés, et le premier pour exemple."""
    exemple = codes_en_mots(isolement.exposes[0])
    type_ = minuscule(libelle(isolement.exposes[0].type))
    if isolement.pas & {Pas.ensemble, Pas.recit}:
        return (
            "La nature seule désigne quelqu’un : ce mois, dans ce secteur, moins de cinq faits lui "
            f"ressemblent. {type_[:1].upper()}{type_[1:]}, {exemple}{_et_autres(isolement)}."
        )
    if len(isolement.exposes) == 1:
        return f"Un fait a moins de cinq semblables : {type_}, {exemple}."
    faits = compte(len(isolement.exposes), "fait", "faits")
    return f"{faits} ont moins de cinq semblables. Par exemple : {type_}, {exemple}."


def _et_autres(isolement: Isolement) -> str:
    reste = len(isolement.exposes) - 1
    return f" ; et {compte(reste, 'autre fait', 'autres faits')}" if reste else ""


def recoupements_en_mots(recoupements: Sequence[Recoupement]) -> str:
    """Ce que deux documents, ensemble, laissent voir d'un fait, ou de plusieurs."""
    premier = recoupements[0]
    exemple = codes_en_mots(premier.expose)
    if len(recoupements) > 1:
        return (
            f"{len(recoupements)} faits sont déjà sortis, dits autrement. Les deux documents "
            f"ensemble n’en laissent que quelques-uns possibles. Par exemple : {exemple}."
        )
    return (
        "Ce fait est déjà sorti, dit autrement. Les deux documents ensemble ne laissent "
        f"{possibles_en_mots(premier.semblables)} : {exemple}."
    )


def possibles_en_mots(combien: int) -> str:
    """« qu’un fait possible », « que 3 faits possibles », après « ne laissent »."""
    return "qu’un fait possible" if combien == 1 else f"que {combien} faits possibles"


def raccord_en_mots(exposes: Sequence[Expose]) -> str:
    """Des faits sortis ailleurs plus précisément, et dont ce document dirait les mots."""
    sont = (
        "Ce fait est déjà sorti" if len(exposes) == 1 else f"{len(exposes)} faits sont déjà sortis"
    )
    return (
        f"{sont} avec un lieu ou une semaine plus précis. Le type et les effets, les mêmes, y "
        f"joindraient ces mots. Par exemple : {codes_en_mots(exposes[0])}."
    )


def deduction_en_mots(deduction: Deduction) -> str:
    """Ce qu'un lecteur prêterait à tout un groupe."""
    qui = sorted(libelle(public) for public in deduction.publics)
    if deduction.tranche_age is not None:
        qui.append(libelle(deduction.tranche_age))
    return (
        f"Tout ce que ce document dit d’un groupe ({', '.join(qui)} ; {deduction.lieu}) relève de "
        f"« {libelle(deduction.famille)} » : on le prêtera à tous."
    )


RECONNAISSANCES: Final = {
    Cause.seul: "Quelqu’un est décrit, à ce lieu, cette semaine : un voisin sait qui c’est.",
    Cause.evenement: "Un événement que tout le quartier connaît, avec son lieu et sa semaine.",
    Cause.nombre: "Un nombre exact de personnes : qui était là les compte aussi.",
    Cause.repere: "« … jours après » un événement public : le jour exact s’en déduit.",
    Cause.source: "La phrase dit qui a parlé à l’équipe.",
    Cause.parole: "Une phrase citée mot à mot : qui l’a entendue sait de qui elle est.",
    Cause.role: "Un métier que peu tiennent ici, sur un sujet sensible : on sait qui a parlé.",
    Cause.relies: "Vous avez dit que ces faits parlent de la même personne : tout s’en additionne.",
    Cause.jour: "Un jour nommé, à côté de sa semaine : c’est une date entière.",
    Cause.foyers: "Un nombre de foyers : un voisin sait quel hall en compte autant.",
    Cause.renvoi: "« Celui qui… », « celle de… » : la phrase renvoie à un autre fait, qui dit qui.",
    Cause.on_dit: "« On parle de… » : un on-dit ne sort pas, même dans un fait observé.",
    Cause.entre_nous: "La note dit elle-même de ne pas l’écrire ailleurs.",
    Cause.meme: "Deux faits semblent parler de la même personne : lus ensemble, ils la désignent.",
}


def reconnaissance_en_mots(reconnaissance: Reconnaissance) -> str:
    """Par où l'on reconnaîtrait quelqu'un, et les faits concernés (deux au plus)."""
    exposes = reconnaissance.exposes
    dits = [f"« {libelle(e.type)} », {e.lue().lieu}" for e in exposes[:2]]
    reste = len(exposes) - len(dits)
    suite = f" ; et {compte(reste, 'autre fait', 'autres faits')}" if reste else ""
    return f"{RECONNAISSANCES[reconnaissance.cause]} {' ; '.join(dits)}{suite}."


def recits_en_mots(recits: int) -> str:
    """Combien de passages racontent quelqu'un, parce que la personne l'a voulu."""
    qui = "Un passage raconte" if recits == 1 else f"{recits} passages racontent"
    return f"{qui} quelqu’un : vous l’avez voulu, motif à l’appui. Vérifiez qu’il le faut."


def redit_en_mots(expose: Expose) -> str:
    """Un récit sans lieu, qu'un document déjà sorti situe."""
    return (
        "Ce récit reprend des mots rares d’un fait déjà sorti, avec son lieu et sa période : qui a "
        "les deux les rapproche. Changez ces mots, ou taisez l’épisode : "
        f"« {libelle(expose.type)} », {expose.lue().lieu}."
    )


def rendu_en_mots(expose: Expose, ecrit: str) -> str:
    """Un fait dont les mots se taisent, et le texte du document qui les redit."""
    cite = shorten(ecrit, LIGNE, placeholder=" …")
    return (
        f"Vous taisez les mots d’un fait, et un texte du document en redit : « {cite} », à côté "
        f"de : {minuscule(libelle(expose.type))}, {codes_en_mots(expose)}. Qui lit les deux les "
        "rapproche."
    )


def verdict(bilan: Bilan) -> str:
    """Le mot juste : anonyme si rien n'est raconté et que les critères tiennent."""
    if bilan.anonyme:
        return ANONYME
    return PSEUDONYMISE if bilan.trouve or bilan.gardes else RACONTE
