"""Épreuve 8. Une sauvegarde abîmée est signalée, la précédente gardée, et l'exercice la rend."""

from __future__ import annotations

import random
import shutil
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from epreuves.epreuve import Bilan, cahier_neuf, contenu
from store.aides import CODE, LE, PHRASE, fait
from tat_carnet.domain.errors import CahierIllisible
from tat_carnet.store.cahier import unlock
from tat_carnet.store.layout import BACKUPS, DATABASE
from tat_carnet.store.sauvegardes import list_backups, restore, rotate

TITRE = "Sauvegardes : un octet retourné est signalé, la précédente rend tout"
COMPLET = 1_000


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """Retourne un octet de la dernière sauvegarde, `nombre` fois ; la répare à chaque fois."""
    essai = Sauvegardes(dossier)
    pertes = [perte for graine in range(nombre) if (perte := essai.abimer(graine))]
    return Bilan(nombre, (*pertes, *essai.exercice(CODE)))


class Sauvegardes:
    """Un cahier, sa sauvegarde de la veille et celle du jour, qui a un fait de plus."""

    def __init__(self, dossier: Path) -> None:
        self.path = cahier_neuf(dossier, "Carnet")
        self.dossier = self.path / BACKUPS
        with unlock(self.path, PHRASE) as cahier:
            self.identite = cahier._keyring.cahier_id
            self.contenu_veille = contenu(cahier)
            self.veille = cahier.backup(LE)
            cahier.save_fait(fait(cahier.sites()[0], "après la première sauvegarde"))
            self.contenu_jour = contenu(cahier)
            self.jour = cahier.backup(LE + timedelta(days=1))

    def abimer(self, graine: int) -> str:
        """Retourne un bit d'un fichier de la dernière ; la perte en une phrase, ou rien."""
        hasard = random.Random(graine)
        fichiers = [path for path in sorted(self.jour.iterdir()) if path.stat().st_size]
        fichier = hasard.choice([self.jour / DATABASE, hasard.choice(fichiers)])
        sain = fichier.read_bytes()
        octets = bytearray(sain)
        octets[hasard.randrange(len(octets))] ^= 1 << hasard.randrange(8)
        fichier.write_bytes(octets)
        try:
            return self._juger(fichier)
        finally:
            fichier.write_bytes(sain)

    def _juger(self, fichier: Path) -> str:
        derniere, precedente = list_backups(self.dossier)
        if fichier.name == DATABASE and derniere.intacte:
            return "une base abîmée passe pour intacte"
        rotate(self.dossier, self.identite)
        if not precedente.intacte or not self.veille.exists() or not self.jour.exists():
            return "la rotation a retiré une sauvegarde devant une abîmée"
        if not self._rend(self.jour, PHRASE, self.contenu_jour, refus_permis=True):
            return f"{fichier.name} abîmé rend un autre contenu"
        return ""

    def _rend(
        self, sauvegarde: Path, secret: str, attendu: tuple[object, ...], *, refus_permis: bool
    ) -> bool:
        """Vrai si, restaurée, elle rend `attendu`, ou si son refus est permis."""
        destination = self.path.with_name("Restauré.cahier")
        try:
            restore(sauvegarde, destination)
            with unlock(destination, secret) as cahier:
                return contenu(cahier) == attendu
        except CahierIllisible:
            return refus_permis
        finally:
            shutil.rmtree(destination, ignore_errors=True)

    def exercice(self, secret: str) -> list[str]:
        """Restaurer chaque sauvegarde avec `secret` rend le contenu de son jour."""
        paires = ((self.veille, self.contenu_veille), (self.jour, self.contenu_jour))
        return [
            f"{sauvegarde.name} rend autre chose"
            for sauvegarde, attendu in paires
            if not self._rend(sauvegarde, secret, attendu, refus_permis=False)
        ]


def test_une_sauvegarde_abimee_est_signalee_et_la_precedente_rend_tout(tmp_path: Path) -> None:
    assert eprouver(60, tmp_path).pertes == ()


def test_temoin_sans_empreinte_une_sauvegarde_abimee_passe(tmp_path: Path) -> None:
    """Témoin, vu échouer : l'empreinte tenue pour juste quoi qu'il arrive."""
    with patch("tat_carnet.store.sauvegardes._intact", lambda _: True):
        assert "une base abîmée passe pour intacte" in eprouver(10, tmp_path).pertes


def test_temoin_un_exercice_qui_rend_le_mauvais_jour_est_pris(tmp_path: Path) -> None:
    """Témoin, vu échouer : la sauvegarde de la veille à la place de celle du jour."""
    essai = Sauvegardes(tmp_path)
    shutil.rmtree(essai.jour)
    shutil.copytree(essai.veille, essai.jour)

    assert essai.exercice(PHRASE) == [f"{essai.jour.name} rend autre chose"]
