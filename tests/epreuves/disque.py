"""Programme : un disque plein, en lecture seule, une clé arrachée. À lancer sous `unshare -rm`.

Usage : `unshare -rm python -m epreuves.disque MODELE POINT_DE_MONTAGE [muet|aveugle]`. Les défauts
des témoins : un refus avalé, une clé arrachée qui ne se remarque pas. Dit « bon », ou ce qui ne va
pas.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

from epreuves.epreuve import TOUT, derivation_rapide
from store.aides import PHRASE, fait
from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.domain.fait import Fait
from tat_carnet.store.base import Base
from tat_carnet.store.cahier import unlock
from tat_carnet.store.cahier_ouvert import CahierOuvert


def monter(lieu: Path, *options: str) -> None:
    """Monte ou remonte un petit disque de mémoire."""
    subprocess.run(["mount", "-t", "tmpfs", *options, "tmpfs", str(lieu)], check=True)


def ecrire(cahier: CahierOuvert, un_fait: Fait, muet: bool) -> str:
    """La phrase du refus, ou rien."""
    try:
        cahier.save_fait(un_fait)
    except EcritureImpossible as refus:
        return "" if muet else refus.phrase
    return ""


def remplir_le_disque(path: Path, muet: bool) -> str:
    """Écrit jusqu'au refus, libère, réessaie ; relit tout."""
    ballast = path.with_name("ballast")
    with unlock(path, PHRASE) as cahier:
        lieu, ecrits = cahier.sites()[0], 3
        ballast.write_bytes(bytes(300_000))
        for rang in range(2_000):
            un_fait = fait(lieu, f"fait {rang} " + "mot " * 2_000)
            refus = ecrire(cahier, un_fait, muet)
            if refus:
                break
            ecrits += 1
        if not refus.startswith("Le disque est plein"):
            return f"pas de phrase pour un disque plein : {refus!r}"
        ballast.unlink()
        if ecrire(cahier, un_fait, muet):
            return "réessayer ne marche pas, la place revenue"
        cahier.verify()
    with unlock(path, PHRASE) as cahier:
        return "" if cahier.count_faits(TOUT) == ecrits + 1 else "des faits manquent"


def lecture_seule(path: Path) -> str:
    """Ouvrir sur un disque en lecture seule se dit, et rien ne change."""
    try:
        unlock(path, PHRASE).close()
    except EcritureImpossible as refus:
        return "" if "on ne peut pas écrire" in refus.phrase else refus.phrase
    return "s'ouvre en lecture seule sans le dire"


def arracher(modele: Path, montage: Path) -> str:
    """La clé se démonte sous un cahier ouvert : cela se dit ; remise, réessayer enregistre.

    La clé est un dossier du disque, monté là, démonté sans attendre (`umount -l`, ce que fait le
    bureau d'une clé retirée) : les fichiers ouverts restent joignables, et mèneraient nulle part.
    """
    cle = montage.with_name("clé")
    shutil.copytree(modele, cle / "Carnet.cahier")
    subprocess.run(["mount", "--bind", str(cle), str(montage)], check=True)
    path = montage / "Carnet.cahier"
    with unlock(path, PHRASE) as cahier:
        lieu = cahier.sites()[0]
        cahier.save_fait(fait(lieu, "avant", id="avant"))
        subprocess.run(["umount", "-l", str(montage)], check=True)
        for _ in range(3):
            refus = ecrire(cahier, fait(lieu, "pendant", id="pendant"), muet=False)
            if "débranchée" not in refus:
                return f"clé arrachée : {refus or 'rien n’est dit'}"
        if cahier.count_faits(TOUT) != 4:
            return "clé arrachée : on ne peut plus lire"
        subprocess.run(["mount", "--bind", str(cle), str(montage)], check=True)
        refus = ecrire(cahier, fait(lieu, "pendant", id="pendant"), muet=False)
        if refus:
            return f"clé remise : {refus}"
        cahier.verify()
    with unlock(path, PHRASE) as cahier:
        return "" if cahier.count_faits(TOUT) == 5 else "clé remise : des faits manquent"


def main(modele: str, lieu: str, defaut: str = "") -> None:
    montage = Path(lieu)
    if defaut == "aveugle":
        patch.object(Base, "_check_place", lambda _: None).start()
    with derivation_rapide():
        perte = arracher(Path(modele), montage)
    if perte or defaut == "aveugle":
        sys.stdout.write((perte or "bon") + "\n")
        return
    subprocess.run(["umount", str(montage)], check=True)
    monter(montage, "-o", "size=2m")
    path = Path(shutil.copytree(modele, montage / "Carnet.cahier"))
    with derivation_rapide():
        perte = remplir_le_disque(path, defaut == "muet")
        if not perte:
            monter(montage, "-o", "remount,ro,size=2m")
            perte = lecture_seule(path)
    sys.stdout.write((perte or "bon") + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
