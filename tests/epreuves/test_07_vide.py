"""Épreuve 7. Un cahier vide ou tronqué ne s'ouvre jamais comme un neuf ; la sauvegarde le rend."""

from __future__ import annotations

import random
from contextlib import ExitStack, closing
from pathlib import Path
from unittest.mock import patch

from epreuves.epreuve import Bilan, cahier_neuf, contenu
from store.aides import LE, PHRASE, empreinte
from tat_carnet.domain.errors import CahierIllisible
from tat_carnet.store.cahier import unlock
from tat_carnet.store.cles import DataKey
from tat_carnet.store.connection import connect
from tat_carnet.store.layout import BACKUPS, DATABASE, PAGE
from tat_carnet.store.migrations import CURRENT
from tat_carnet.store.sauvegardes import list_backups, restore

TITRE = "Cahier vide ou tronqué : refusé, intact, et la sauvegarde s'ouvre"
COMPLET = 500


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """Coupe la base à zéro, à chaque page, puis à `nombre` longueurs tirées au sort."""
    path = cahier_neuf(dossier, "Carnet")
    with unlock(path, PHRASE) as cahier:
        cahier.backup(LE)
        attendu = contenu(cahier)
    entiere = (path / DATABASE).read_bytes()
    hasard = random.Random(7)
    longueurs = [0, *range(PAGE, len(entiere), PAGE)]
    longueurs += [hasard.randrange(len(entiere)) for _ in range(nombre)]
    longueurs = longueurs[:nombre]
    pertes = [perte for longueur in longueurs if (perte := couper(path, entiere[:longueur]))]
    pertes += secourir(path, dossier / "Restauré.cahier", attendu)
    return Bilan(len(longueurs), tuple(pertes))


def couper(path: Path, octets: bytes) -> str:
    """Met `octets` à la place de la base, essaie d'ouvrir ; dit ce qui ne va pas."""
    (path / DATABASE).write_bytes(octets)
    avant = empreinte(path)
    try:
        unlock(path, PHRASE).close()
    except CahierIllisible as refus:
        if "auvegarde" not in refus.phrase:
            return f"{len(octets)} octets : le refus n'indique pas la sauvegarde"
        return "" if empreinte(path) == avant else f"{len(octets)} octets : un fichier a changé"
    return f"{len(octets)} octets : s'ouvre comme un cahier"


def secourir(path: Path, destination: Path, attendu: tuple[object, ...]) -> list[str]:
    """La plus récente sauvegarde intacte rend le cahier entier."""
    intactes = [une for une in list_backups(path / BACKUPS) if une.intacte]
    if not intactes:
        return ["aucune sauvegarde intacte"]
    restore(intactes[0].path, destination)
    with unlock(destination, PHRASE) as cahier:
        cahier.verify()
        return [] if contenu(cahier) == attendu else ["la sauvegarde rend autre chose"]


def test_un_cahier_vide_ou_tronque_est_refuse_et_se_restaure(tmp_path: Path) -> None:
    assert eprouver(80, tmp_path).pertes == ()


def test_temoin_sans_controles_une_base_vide_s_ouvrirait_comme_un_cahier_neuf(
    tmp_path: Path,
) -> None:
    """Témoin, vu échouer : SQLCipher ouvre zéro octet avec n'importe quelle clé.

    Chaque contrôle retiré un à un, un autre retient encore ; tous retirés, l'épreuve le prend.
    """
    vide = tmp_path / "vide.db"
    vide.touch()
    with closing(connect(vide, DataKey.draw())) as connexion:
        assert connexion.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)

    path = cahier_neuf(tmp_path, "Carnet")
    with ExitStack() as sans:
        for controle in ("cahier.check_folder", "opening.schema_version", "opening.state_of"):
            sans.enter_context(patch(f"tat_carnet.store.{controle}", lambda *_: 1))
        for controle in ("state_of", "check_seal"):
            sans.enter_context(patch(f"tat_carnet.store.cahier.{controle}", lambda *_: None))
        sans.enter_context(patch("tat_carnet.store.cahier.schema_version", lambda _: CURRENT))
        sans.enter_context(patch("tat_carnet.store.cahier_ouvert.read_state", lambda _: None))
        assert "s'ouvre comme un cahier" in couper(path, b"")
