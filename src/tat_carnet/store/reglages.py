"""Les réglages qui disent quelque chose du cahier, gardés avec lui et scellés comme lui."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Final

from tat_carnet.domain.sauvegarde import SecondDossier
from tat_carnet.store.base import Depot

_SECOND: Final = "second_dossier"


class Reglages(Depot):
    """Les réglages d'un cahier (`usecases.ports.Cahier`)."""

    def second_dossier(self) -> SecondDossier | None:
        """Le dossier retenu pour les sauvegardes emportées."""
        text = self._reglage(_SECOND)
        if text is None:
            return None
        content = json.loads(text)
        derniere = content["derniere"] and datetime.fromisoformat(content["derniere"])
        return SecondDossier(Path(os.fsdecode(bytes.fromhex(content["chemin"]))), derniere)

    def retenir_second_dossier(self, second: SecondDossier) -> None:
        """Le retient à la place du précédent."""
        # Un nom de dossier est une suite d'octets, pas toujours un texte.
        content = {
            "chemin": os.fsencode(second.path).hex(),
            "derniere": second.derniere and second.derniere.isoformat(),
        }
        with self._base.change() as connection:
            connection.execute(
                "INSERT INTO reglage (nom, valeur) VALUES (?, ?) ON CONFLICT (nom) DO UPDATE "
                "SET valeur = excluded.valeur, jeton = random() & 0xFFFFFFFFFF",
                (_SECOND, json.dumps(content)),
            )

    def oublier_second_dossier(self) -> None:
        """Ne le retient plus ; ce qu'il contient y reste."""
        with self._base.change() as connection:
            connection.execute("DELETE FROM reglage WHERE nom = ?", (_SECOND,))

    def _reglage(self, nom: str) -> str | None:
        found = self._base.row("SELECT valeur FROM reglage WHERE nom = ?", (nom,))
        return None if found is None else str(found[0])
