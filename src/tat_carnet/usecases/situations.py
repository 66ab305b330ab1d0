"""Suivre une situation sous son code : l'ouvrir, y ajouter une étape, la lier à un fait."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tat_carnet.domain.echeance import Echeance, meme_jour
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.situation import EtapeSituation, Situation, tirer_code
from tat_carnet.usecases.ports import Cahier


@dataclass(frozen=True, slots=True)
class Due:
    """Une échéance à rappeler. `code` : celui de la situation qu'elle concerne, ou vide."""

    echeance: Echeance
    jour: date
    code: str = ""


def nouvelle_situation(cahier: Cahier, jour: date) -> Situation:
    """Une situation vide sous un code que le cahier n'a pas ; elle n'est pas encore écrite."""
    return Situation(tirer_code({connue.code for connue in cahier.situations()}), jour)


def enregistrer_situation(cahier: Cahier, situation: Situation, jour: date) -> Situation:
    """Écrit une situation ; `SaisieIncomplete` si une étape est à venir, ou si tout est vide.

    Le dernier contact ne précède jamais la dernière étape.
    """
    if any(etape.jour > jour for etape in situation.etapes):
        raise SaisieIncomplete(
            "Une étape est ce qui s’est fait. Ce qui vient se note en échéance.", champ="etapes"
        )
    contact = max([situation.dernier_contact, *(etape.jour for etape in situation.etapes)])
    if contact > jour:
        raise SaisieIncomplete("Ce dernier contact est dans l’avenir.", champ="dernier_contact")
    situation = replace(situation, dernier_contact=contact).verified()
    cahier.save_situation(situation)
    return situation


def avec_etape(situation: Situation, etape: EtapeSituation) -> Situation:
    """Cette situation, une étape de plus, à sa date."""
    etapes = sorted([*situation.etapes, etape], key=lambda e: e.jour)
    return replace(situation, etapes=tuple(etapes))


def lier_fait(cahier: Cahier, situation: Situation, fait_id: str) -> Situation:
    """Lie un fait à une situation ; le lier deux fois est sans effet."""
    if fait_id not in situation.faits:
        situation = replace(situation, faits=(*situation.faits, fait_id))
        cahier.save_situation(situation)
    return situation


def delier_fait(cahier: Cahier, situation: Situation, fait_id: str) -> Situation:
    """Retire un lien ; le fait demeure."""
    situation = replace(situation, faits=tuple(f for f in situation.faits if f != fait_id))
    cahier.save_situation(situation)
    return situation


def poser_echeance(cahier: Cahier, echeance: Echeance, jour: date) -> Echeance:
    """Écrit une échéance. Une annuelle au passé attend sa prochaine fois, et non celle d'alors."""
    if echeance.annuelle and echeance.faite_le is None and echeance.jour < jour:
        cette_annee = meme_jour(echeance.jour, jour.year)
        passee = cette_annee if cette_annee < jour else meme_jour(echeance.jour, jour.year - 1)
        echeance = replace(echeance, faite_le=passee)
    cahier.save_echeance(echeance.verified())
    return echeance


def echeances_dues(cahier: Cahier, jour: date) -> Sequence[Due]:
    """Ce qu'il faut rappeler ce jour-là, le plus proche d'abord.

    Une situation finie ne rappelle plus rien.
    """
    return _rappels(cahier, [e for e in cahier.echeances_a_regler(jour) if e.due(jour)])


def echeances_a_venir(cahier: Cahier) -> Sequence[Due]:
    """Tout ce qui n'est pas réglé, le plus proche d'abord, sauf d'une situation finie."""
    return _rappels(cahier, cahier.echeances_a_regler())


def _rappels(cahier: Cahier, echeances: Iterable[Echeance]) -> list[Due]:
    dues = []
    for echeance in echeances:
        prochaine, of = echeance.prochaine(), echeance.situation_id
        assert prochaine is not None, "le cahier n'a rendu que ce qui attend"
        dues.append(Due(echeance, prochaine, cahier.situation(of).code if of else ""))
    return sorted(dues, key=lambda due: due.jour)


def echeances_de(cahier: Cahier, situation: Situation) -> Sequence[Due]:
    """Ce qui n'est pas réglé dans une situation, le plus proche d'abord."""
    dues = [
        Due(echeance, prochaine)
        for echeance in cahier.echeances()
        if echeance.situation_id == situation.id and (prochaine := echeance.prochaine()) is not None
    ]
    return sorted(dues, key=lambda due: due.jour)
