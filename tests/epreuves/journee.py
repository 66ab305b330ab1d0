"""Programme : une journée entière dans la vraie fenêtre, puis au coffre, semée de canaris.

Usage : `python -m epreuves.journee DOSSIER [temp_store] [reseau]`. Les mots suivants posent les
défauts des témoins : laisser SQLite trier dans des fichiers, ou ouvrir une socket Internet.
"""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1] / "parcours"))

import test_le_fil_entier as fil
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from epreuves.canaris import NOTES, SECRETS
from fenetres import MAINTENANT, creer_un_cahier
from gestes import Gestes
from tat_carnet import bootstrap
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import cahier as store_cahier
from tat_carnet.store import code_secours, connection
from tat_carnet.store.cahier import unlock
from tat_carnet.store.kdf import FLOOR
from tat_carnet.store.sauvegardes import restore

PHRASE, NOUVELLE = SECRETS.values()
CTRL = Qt.KeyboardModifier.ControlModifier
TRI_SUR_FICHIER = (("temp_store", "FILE", 1), ("cache_size", "10", 10))


class Attente:
    """Ce que `Gestes` demande à pytest-qt, sans pytest."""

    def waitUntil(self, condition: Callable[[], bool], timeout: int) -> None:
        """Fait tourner la boucle de Qt jusqu'à ce que `condition` soit vraie."""
        limite = time.monotonic() + timeout / 1000
        while not condition():
            assert time.monotonic() < limite, "la fenêtre ne répond pas"
            QApplication.processEvents()
            time.sleep(0.002)


def ouvrir_la_fenetre(dossier: Path) -> Gestes:
    """La vraie fenêtre, montrée, sur le cahier de `dossier`."""
    bootstrap.make_app()
    sorties = dossier / "sorties"
    sorties.mkdir(exist_ok=True)
    window = bootstrap.make_window(
        dossier / bootstrap.NOM_DU_CAHIER, clock=lambda: MAINTENANT, exports_folder=sorties
    )
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return Gestes(Attente(), window)  # type: ignore[arg-type]


def noter(gestes: Gestes) -> None:
    """Une tournée, un lieu créé en chemin, trois faits, et des mots copiés."""
    fil.commencer(gestes)
    fil.noter(gestes, "seri", f"Vu {NOTES['texte']}, 14 ans, des seringues")
    fil.noter(gestes, "soli", f"{NOTES['autre fait']} a gardé des petits, tel 06 39 98 12 34")
    fil.noter(gestes, "bru", "musique forte, calmée en parlant")
    saisie = gestes.page("saisie")
    saisie.form.raw.setFocus()
    gestes.texte(NOTES["presse-papiers"])
    gestes.touche(Qt.Key.Key_A, CTRL)
    gestes.touche(Qt.Key.Key_C, CTRL)
    gestes.texte(f"on entend {NOTES['brouillon']}")


def vos_mots(gestes: Gestes) -> QPlainTextEdit:
    """L'éditeur du texte brut, trouvé comme un lecteur d'écran le trouve."""
    editeurs = gestes.page("saisie").findChildren(QPlainTextEdit)
    return next(un for un in editeurs if un.accessibleName().startswith("Vos mots"))


def verrouiller_puis_rouvrir(gestes: Gestes) -> None:
    """Au milieu d'un brouillon."""
    gestes.window.lock()
    gestes.attendre()
    seuil = gestes.window.centralWidget()
    seuil.secret.line.setText(PHRASE)
    gestes.clic(seuil.button)
    gestes.attendre_la_session()


def chercher(gestes: Gestes) -> None:
    """Quelques recherches, dont une d'un mot qui n'est nulle part."""
    for mot in (NOTES["recherche"], NOTES["autre fait"]):
        gestes.lire(lambda cahier, mot=mot: cahier.faits(Filtre(texte=mot)))


def sortir(gestes: Gestes) -> None:
    """Relire, signer, écrire le PDF et l'ODT."""
    relecture = fil.preparer(gestes)
    fil.tout_relire(gestes, relecture)
    gestes.passer_le_regard(fil.vue(gestes))
    gestes.clic(fil.vue(gestes).sortie.write)


def au_coffre(dossier: Path, code: str) -> None:
    """Corriger, purger, sauvegarder, restaurer, changer de phrase et de clé, trier beaucoup."""
    path = dossier / bootstrap.NOM_DU_CAHIER
    with unlock(path, code) as cahier:
        premier, dernier, *_ = cahier.faits(Filtre())
        cahier.save_fait(premier.relu(f"revu : {NOTES['correction']}", MAINTENANT))
        cahier.delete_fait(dernier.id)
        cahier.change_phrase(NOUVELLE)
        # Après celle que la fenêtre a faite d'elle-même : d'un jour, la rotation garde la dernière.
        faite = cahier.backup(MAINTENANT + timedelta(hours=1))
        restore(faite, dossier / "Restauré.cahier")
        cahier.renew_key(NOUVELLE, code_secours.draw())
        for rang in range(30):
            usage = TexteBrut(f"{NOTES['usage']} {rang} " + "halle " * 8_000)
            cahier.save_site(Site(f"{NOTES['lieu']} {rang}", NOTES["binôme"], nom_usage=usage))
        assert len(cahier.sites()) > 30
        cahier.verify()


def main(lieu: str, *defauts: str) -> None:
    dossier = Path(lieu)
    reglages = [reglage for reglage in connection._SETTINGS if reglage[0] not in dict_du_tri()]
    if "temp_store" in defauts:
        patch.object(connection, "_SETTINGS", (*TRI_SUR_FICHIER, *reglages)).start()
    if "reseau" in defauts:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as prise, suppress(OSError):
            prise.connect(("192.0.2.1", 9))
    patch.object(store_cahier, "calibrate", lambda: FLOOR).start()
    gestes = ouvrir_la_fenetre(dossier)
    code = creer_un_cahier(gestes, PHRASE)
    noter(gestes)
    verrouiller_puis_rouvrir(gestes)
    chercher(gestes)
    sortir(gestes)
    gestes.window.close()
    au_coffre(dossier, code)
    sys.stdout.write("journée finie\n")


def dict_du_tri() -> set[str]:
    """Les réglages que le témoin remplace."""
    return {nom for nom, *_ in TRI_SUR_FICHIER}


if __name__ == "__main__":
    main(*sys.argv[1:])
