"""Les termes que la formulation a fait disparaître : la contre-lecture les cherche partout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tat_carnet.anonymisation.lexiques import est_courant, prenoms
from tat_carnet.anonymisation.masquage import clef
from tat_carnet.anonymisation.rappels import dit
from tat_carnet.anonymisation.reperes import DIRECTES, Niveau, Repere
from tat_carnet.anonymisation.suivi import Suivi

_ARTICLE: Final = re.compile(r"(?i:^(?:l['’]|(?:les?|la|un|une|du|au) ))")


def directs(brut: str, reperes: Iterable[Repere], niveau: Niveau) -> frozenset[str]:
    """Ce qui, dans le brut, désignerait quelqu'un à soi seul, sûrement ou peut-être."""
    return frozenset(
        brut[r.debut : r.fin] for r in reperes if r.categorie in DIRECTES and r.niveau is niveau
    )


def disparus(
    brut: str, reperes: Sequence[Repere], suivis: Iterable[Suivi], texte: str
) -> frozenset[str]:
    """Les identifiants directs du brut, ou tapés puis levés, tels qu'écrits.

    Un doute n'en est que si `texte`, la formulation, ne le dit plus, et s'il n'est pas un mot de
    tous.
    """
    suivis_directs = [suivi for suivi in suivis if suivi.alerte.categorie in DIRECTES]
    surs = directs(brut, reperes, Niveau.masquer).union(
        s.alerte.terme for s in suivis_directs if s.est_sur
    )
    doutes = directs(brut, reperes, Niveau.verifier).union(s.alerte.terme for s in suivis_directs)
    return surs | {t for t in doutes - surs if not est_courant(t) and not dit(texte, t)}


def nomme_partout(terme: str) -> bool:
    """Vrai d'un terme qui nommerait encore loin de sa phrase : ni une lettre, ni un mot de tous."""
    nu = clef(_ARTICLE.sub("", terme))
    return len(nu) > 2 and (nu in prenoms() or not est_courant(nu))
