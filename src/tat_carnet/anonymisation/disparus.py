"""Les termes que la formulation a fait disparaître : la contre-lecture les cherche partout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tat_carnet.anonymisation.lexiques import est_courant
from tat_carnet.anonymisation.rappels import dit
from tat_carnet.anonymisation.reperes import DIRECTES, Niveau, Repere
from tat_carnet.anonymisation.suivi import Suivi


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
