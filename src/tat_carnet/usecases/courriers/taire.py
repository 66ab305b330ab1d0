"""Ce que le corps d'une lettre tait d'un lieu ou d'une semaine, ses autres textes le taisent aussi.

Trouvé par l'épreuve de l'intrus : le corps disait le secteur, l'objet nommait encore le hall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tat_carnet.anonymisation.calendrier import date_la_semaine
from tat_carnet.anonymisation.publics import bornes_des_noms
from tat_carnet.domain.courrier_relu import CourrierRelu
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.periode import dit_le_mois
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.relu import TexteRelu

_LIEU: Final = (
    "{} nomme un lieu que les faits de cette lettre ne disent plus\u202f: ils n’en disent que "
    "l’îlot, le secteur ou la nature. Rien n’est sorti, rien n’est perdu\u202f: revenez à la "
    "lettre et ôtez ce nom."
)
_QUAND: Final = (
    "{} donne une semaine ou un jour, quand un fait de cette lettre ne dit plus que son mois. Rien "
    "n’est sorti, rien n’est perdu\u202f: revenez à la lettre et dites le mois."
)
_EFFETS: Final = "Ce que vous dites des effets"
_SEMAINE: Final = re.compile(
    r"\bsemaines? (?:du|des) (?:1er|\d)"
    r"|\b(?:premiere|deuxieme|troisieme|quatrieme|derniere) semaine (?:de |d['’])"
)


def verifier_ce_qui_se_tait(lettre: CourrierRelu, lieux: Mapping[str, Sequence[str]]) -> None:
    """`SortieRefusee` si l'objet, les effets ou une demande en disent plus que les faits.

    `lieux` : les noms de chaque fait, du plus fin au plus large. Un lieu que l'un des faits nomme
    encore peut l'être partout ; le secteur de ce qui se dit ensemble aussi.
    """
    tus = _lieux_tus(lettre, lieux)
    au_mois = bool(lettre.ensemble) or any(dit_le_mois(fait.semaine) for fait in lettre.faits)
    for champ, texte in _textes(lettre):
        if bornes_des_noms(texte.texte, tus):
            raise SortieRefusee(_LIEU.format(champ))
        if au_mois and _SEMAINE.search(fold(texte.texte)):
            raise SortieRefusee(_QUAND.format(champ))
    if au_mois and lettre.effets is not None and date_la_semaine(lettre.effets.texte):
        raise SortieRefusee(_QUAND.format(_EFFETS))


def _lieux_tus(lettre: CourrierRelu, lieux: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Les noms plus fins que celui que le corps donne de chaque fait."""
    dits = {fait.lieu.texte for fait in lettre.faits}
    tus: set[str] = set()
    for fait in lettre.faits:
        noms = lieux[fait.reference]
        dit = fait.lieu.texte if fait.lieu.texte in noms else noms[-1]
        tus.update(noms[: noms.index(dit)])
    for nature in lettre.ensemble:
        tus.update(lieux[nature.reference][:-1])
    return frozenset(tus - dits)


def _textes(lettre: CourrierRelu) -> Iterator[tuple[str, TexteRelu]]:
    yield "L’objet", lettre.objet
    if lettre.effets is not None:
        yield _EFFETS, lettre.effets
    for rang, demande in enumerate(lettre.demandes, 1):
        yield f"La demande {rang}", demande.texte
    if lettre.disponibilite is not None:
        yield "La disponibilité", lettre.disponibilite
    for piece in lettre.pieces:
        yield "Le titre d’une pièce jointe", piece
