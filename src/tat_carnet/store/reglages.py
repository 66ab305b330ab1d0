"""Les réglages qui disent quelque chose du cahier, gardés avec lui et scellés comme lui."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Final

from tat_carnet.domain.sauvegarde import SecondDossier
from tat_carnet.domain.vocabulaire import ZoneScolaire
from tat_carnet.store.base import Depot

_SECOND: Final = "second_dossier"
_ZONE: Final = "zone_scolaire"


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
        self._retenir(_SECOND, json.dumps(content))

    def oublier_second_dossier(self) -> None:
        """Ne le retient plus ; ce qu'il contient y reste."""
        self._oublier(_SECOND)

    def zone_scolaire(self) -> ZoneScolaire | None:
        """La zone de vacances choisie."""
        code = self._reglage(_ZONE)
        return None if code is None else ZoneScolaire(code)

    def choisir_zone_scolaire(self, zone: ZoneScolaire | None) -> None:
        """Change la zone de vacances, ou n'en retient aucune."""
        if zone is None:
            self._oublier(_ZONE)
        else:
            self._retenir(_ZONE, zone.value)

    def _retenir(self, nom: str, valeur: str) -> None:
        with self._base.change() as connection:
            connection.execute(
                "INSERT INTO reglage (nom, valeur) VALUES (?, ?) ON CONFLICT (nom) DO UPDATE "
                "SET valeur = excluded.valeur, jeton = random() & 0xFFFFFFFFFF",
                (nom, valeur),
            )

    def _oublier(self, nom: str) -> None:
        with self._base.change() as connection:
            connection.execute("DELETE FROM reglage WHERE nom = ?", (nom,))

    def _reglage(self, nom: str) -> str | None:
        found = self._base.row("SELECT valeur FROM reglage WHERE nom = ?", (nom,))
        return None if found is None else str(found[0])
