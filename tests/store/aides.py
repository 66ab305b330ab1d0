"""Des cahiers fictifs, et de quoi les comparer."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import Path

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.vocabulaire import TypeFait
from tat_carnet.store import code_secours
from tat_carnet.store.cahier import CahierOuvert

PHRASE = "l’été, mémé dansait « là-bas »"
CODE = code_secours.draw()
LE = datetime(2026, 3, 14, 21, 40)


def site(nom: str = "Place aux Herbes", **champs: object) -> Site:
    """Un site fictif."""
    return Site(nom, str(champs.pop("secteur", "Sud")), **champs)  # type: ignore[arg-type]


def fait(lieu: Site, texte: str = "", instant: datetime = LE, **champs: object) -> Fait:
    """Un fait complet."""
    champs.setdefault("type", TypeFait.bruit)
    return Fait(instant, site_id=lieu.id, texte_brut=TexteBrut(texte), **champs)  # type: ignore[arg-type]


def remplir(cahier: CahierOuvert, nombre: int) -> list[Fait]:
    """Écrit un site et `nombre` faits, un par heure."""
    lieu = site()
    cahier.save_site(lieu)
    faits = [
        fait(lieu, f"note numéro {rang}", LE + timedelta(hours=rang)) for rang in range(nombre)
    ]
    for un_fait in faits:
        cahier.save_fait(un_fait)
    return faits


def noms(folder: Path) -> list[str]:
    """Ce que contient un dossier."""
    return sorted(path.name for path in folder.iterdir())


def empreinte(folder: Path) -> dict[str, tuple[str, int]]:
    """Chaque fichier d'un dossier : son SHA-256 et son heure de modification."""
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
