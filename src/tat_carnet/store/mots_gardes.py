"""Les mots que le cahier dit encore : une purge oublie ce que plus aucun texte ne dit."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.store.base import Depot

_WORD: Final = re.compile(r"[^\W_]+")


class MotsGardes(Depot):
    """Les mots des textes gardés, bruts ou relus (`usecases.ports.Cahier`)."""

    def mots_bruts(self) -> frozenset[str]:
        """Les mots différents des textes bruts : faits, notes, brouillons, motifs, noms d'usage.

        Un courrier y est en entier : sa réponse et ses effets sont bruts, et le reste s'y recopie.
        """
        others = self._base.rows(
            "SELECT note FROM tournee WHERE note <> '' "
            "UNION ALL SELECT json_extract(contenu, '$.texte_brut') FROM brouillon "
            "UNION ALL SELECT json_extract(contenu, '$.texte_brut') FROM correction "
            "UNION ALL SELECT nom_usage FROM site WHERE nom_usage <> '' "
            "UNION ALL SELECT motif FROM changement_attestation "
            "UNION ALL SELECT json_extract(contenu, '$.fait.texte_brut') FROM corbeille "
            "UNION ALL SELECT quoi FROM etape UNION ALL SELECT quoi FROM echeance "
            "UNION ALL SELECT echanges || ' ' || ordre_du_jour FROM reunion "
            "UNION ALL SELECT questions || ' ' || alertes FROM reunion "
            "UNION ALL SELECT quoi || ' ' || suite FROM decision "
            "UNION ALL SELECT motif FROM levee "
            "UNION ALL SELECT objet || ' ' || suite FROM echange "
            "UNION ALL SELECT atom FROM courrier, json_tree(contenu) WHERE json_tree.type = 'text' "
            "UNION ALL SELECT json_extract(value, '$.motif') FROM corbeille, "
            "json_each(contenu, '$.changements') "
            "UNION ALL SELECT json_extract(value, '$.motif') FROM corbeille, "
            "json_each(contenu, '$.levees')"
        )
        indexed = self._base.rows("SELECT term FROM fait_mots WHERE col IN ('texte', 'libelle')")
        return frozenset(row[0] for row in indexed) | {
            word for (text,) in others for word in _WORD.findall(text)
        }

    def mots_relus(self) -> frozenset[str]:
        """Les mots différents des formulations, pour tout lecteur, faits jetés compris."""
        others = self._base.rows(
            "SELECT json_extract(contenu, '$.fait.formulation') FROM corbeille "
            "UNION ALL SELECT atom FROM fait, json_each(relues) WHERE relues <> '{}' "
            "UNION ALL SELECT atom FROM corbeille, "
            "json_each(coalesce(json_extract(contenu, '$.fait.relues'), '{}'))"
        )
        indexed = self._base.rows("SELECT term FROM fait_mots WHERE col = 'relu'")
        return frozenset(row[0] for row in indexed) | {
            word for (text,) in others for word in _WORD.findall(text)
        }
