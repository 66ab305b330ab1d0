"""Épreuve 3. Tuer l'application à tout instant : rien de ce qui était enregistré ne se perd."""

from __future__ import annotations

import random
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest
import sqlcipher3

from epreuves.epreuve import TOUT, Bilan, Dire, cahier_neuf, lancer, tuer_en_route
from store.aides import CODE, LE, PHRASE, fait
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.conservation import Objet
from tat_carnet.domain.errors import EcritureImpossible, ErreurConnue
from tat_carnet.domain.fait import Fait
from tat_carnet.store import cahier as ouverture
from tat_carnet.store import migrations
from tat_carnet.store.base import Base
from tat_carnet.store.cahier import create, unlock
from tat_carnet.store.cahier_ouvert import CahierOuvert
from tat_carnet.store.kdf import FLOOR

TITRE = "Coupure : kill -9 en écrivant, purgeant, sauvegardant, migrant, créant"
COMPLET = 1_000
GESTES = ("ecrit", "ecrit", "corrige", "efface", "brouillon", "sauvegarde")
BROUILLON = "brouillon"
Etat = dict[str, str]


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """Tue `nombre` fois : sur dix, sept en écrivant, une en purgeant, en migrant, en créant."""
    pertes = []
    for graine in range(nombre):
        autres = {7: coupe_en_purgeant, 8: coupe_en_migrant, 9: coupe_en_creant}
        epreuve = autres.get(graine % 10, coupe_en_ecrivant)
        lieu = dossier / f"coupure-{graine}"
        lieu.mkdir()
        perte = epreuve(lieu, random.Random(graine))
        if perte:
            pertes.append(f"graine {graine} : {perte}")
        shutil.rmtree(lieu)
    return Bilan(nombre, tuple(pertes))


# --- en écrivant


def ecrire_sans_fin(path: Path, graine: int, dire: Dire) -> None:
    """Annonce chaque geste, le fait, puis dit « ! » : il est alors tenu pour enregistré."""
    hasard = random.Random(graine)
    cahier = unlock(path, PHRASE)
    lieu, ids = cahier.sites()[0], list[str]()
    for tour in range(100_000):
        geste = hasard.choice(GESTES if ids else ("ecrit",))
        texte = f"{geste}{tour} " + "mot " * hasard.randrange(300)
        identifiant = hasard.choice(ids) if geste in ("corrige", "efface") else f"fait-{tour}"
        dire(f"{geste} {identifiant} {geste}{tour}")
        if geste in ("ecrit", "corrige"):
            cahier.save_fait(fait(lieu, texte, LE + timedelta(minutes=tour), id=identifiant))
            ids += [identifiant] if geste == "ecrit" else []
        elif geste == "efface":
            cahier.delete_fait(identifiant)
            ids.remove(identifiant)
        elif geste == "brouillon":
            cahier.save_brouillon(Fait(LE, texte_brut=TexteBrut(texte)))
        else:
            cahier.backup(LE + timedelta(minutes=tour))
        dire("!")


def applique(etat: Etat, annonce: str) -> Etat:
    """L'état du cahier une fois le geste accompli."""
    geste, identifiant, texte = annonce.split()
    if geste == "efface":
        return {cle: valeur for cle, valeur in etat.items() if cle != identifiant}
    if geste == "sauvegarde":
        return etat
    return etat | {BROUILLON if geste == "brouillon" else identifiant: texte}


def etats_permis(dites: list[str]) -> list[Etat]:
    """Tous les gestes confirmés ; et, s'il en reste un annoncé, le même avec lui."""
    etat: Etat = {}
    for annonce, suite in zip(dites, [*dites[1:], ""], strict=True):
        if annonce == "!":
            continue
        if suite != "!":
            return [etat, applique(etat, annonce)]
        etat = applique(etat, annonce)
    return [etat]


def etat_de(cahier: CahierOuvert) -> Etat:
    """Ce que le cahier rend, hors les trois faits du modèle."""
    notes = {un.id: un.texte_brut.lire().split()[0] for un in cahier.faits(TOUT, 9_999)}
    etat = {cle: texte for cle, texte in notes.items() if texte != "note"}
    brouillon = cahier.brouillon()
    return etat | ({BROUILLON: brouillon.texte_brut.lire().split()[0]} if brouillon else {})


def coupe_en_ecrivant(lieu: Path, hasard: random.Random) -> str:
    """La perte, en une phrase ; vide s'il n'y en a pas."""
    path = cahier_neuf(lieu, "Carnet")
    ecrire = partial(ecrire_sans_fin, path, hasard.randrange(10**9))
    dites = tuer_en_route(ecrire, hasard.randrange(1, 60), hasard.random() * 0.015)
    if "echec du fils" in dites:
        return "l'écrivain a échoué de lui-même"
    return relire(path, etats_permis(dites))


def relire(path: Path, permis: list[Etat]) -> str:
    """Rouvre, relit chaque page et chaque ligne, compare."""
    try:
        with unlock(path, PHRASE) as cahier:
            cahier.verify()
            if not all(sauvegarde.intacte for sauvegarde in cahier.backups()):
                return "une sauvegarde inachevée porte un nom de sauvegarde"
            return "" if etat_de(cahier) in permis else "une écriture confirmée manque"
    except ErreurConnue as erreur:
        return f"le cahier ne se rouvre pas ({erreur.phrase})"


# --- en purgeant

ANCIENS = 40
BORNE = (LE + timedelta(days=1)).date()
APRES = LE + timedelta(days=300)


def noter_des_anciens(path: Path) -> None:
    """Quarante textes à purger, de longueurs diverses, et un qui reste."""
    with unlock(path, PHRASE) as cahier:
        lieu = cahier.sites()[0]
        for rang in range(ANCIENS):
            instant = LE - timedelta(days=1, minutes=rang)
            cahier.save_fait(fait(lieu, f"ancien{rang} " + "mot " * (rang * 5), instant))
        cahier.save_fait(fait(lieu, "récent", LE + timedelta(days=2)))


def purger_par_blocs(path: Path, dire: Dire) -> None:
    """Purge par blocs de trois lignes, et dit chaque bloc achevé."""
    with unlock(path, PHRASE) as cahier:
        dire("début")
        cahier.commencer_purge(Objet.textes_bruts, BORNE)
        while cahier.avancer_purge(3):
            dire("!")
        cahier.achever_purge(APRES)
        dire("purgé")


def coupe_en_purgeant(lieu: Path, hasard: random.Random) -> str:
    """Coupée, la purge sait exactement ce qui est parti, et s'achève à la reprise."""
    path = cahier_neuf(lieu, "Carnet")
    noter_des_anciens(path)
    purger = partial(purger_par_blocs, path)
    tuer_en_route(purger, hasard.randrange(1, 15), hasard.random() * 0.01)
    return relire_la_purge(path)


def relire_la_purge(path: Path) -> str:
    """Compare ce qui est compté à ce qui est parti ; puis achève, et compare encore."""
    with unlock(path, PHRASE) as cahier:
        cahier.verify()
        en_cours, lignes = cahier.purge_en_cours(), cahier.journal_purge()
        compte = en_cours.nombre if en_cours else sum(ligne.nombre for ligne in lignes)
        textes = [un.texte_brut.lire() for un in cahier.faits(TOUT, 999)]
        if len(textes) != ANCIENS + 4 or textes.count("") != compte:
            return f"{textes.count('')} textes partis, {compte} comptés"
        if en_cours is not None or not lignes:
            cahier.commencer_purge(Objet.textes_bruts, BORNE)
            while cahier.avancer_purge(3):
                pass
            cahier.achever_purge(APRES)
        restes = [un.texte_brut.lire() for un in cahier.faits(TOUT, 999) if un.texte_brut]
        comptes = [ligne.nombre for ligne in cahier.journal_purge()]
        cahier.verify()
        return "" if (restes, comptes) == (["récent"], [ANCIENS + 3]) else f"{restes} {comptes}"


# --- en migrant, en créant


def _seconde_migration(base: sqlcipher3.Connection) -> None:
    """Un changement de schéma comme il en viendra : une colonne, et chaque ligne récrite."""
    base.execute("ALTER TABLE fait ADD COLUMN essai TEXT NOT NULL DEFAULT ''")
    base.execute("UPDATE fait SET essai = id")
    base.execute(f"PRAGMA user_version = {migrations.CURRENT}")


@contextmanager
def schema_suivant() -> Iterator[None]:
    """L'application de demain, qui migre à l'ouverture les cahiers d'aujourd'hui."""
    version = migrations.CURRENT + 1
    suivante = SimpleNamespace(VERSION=version, apply=_seconde_migration)
    toutes = (*migrations.MIGRATIONS, suivante)
    with (
        patch.object(migrations, "MIGRATIONS", toutes),
        patch.object(migrations, "CURRENT", version),
        patch.object(ouverture, "CURRENT", version),
    ):
        yield


def ouvrir(path: Path, dire: Dire) -> None:
    """Ouvre, donc migre, et le dit."""
    dire("début")
    with unlock(path, PHRASE):
        dire("ouvert")


def coupe_en_migrant(lieu: Path, hasard: random.Random) -> str:
    """Coupée, la migration n'a rien fait ou a tout fait ; la suivante l'achève."""
    path = cahier_neuf(lieu, "Carnet")
    with schema_suivant():
        tuer_en_route(partial(ouvrir, path), 1, hasard.random() * 0.06)
        with rouvrir_apres_migration(path) as cahier:
            cahier.verify()
            return "" if cahier.count_faits(TOUT) == 3 else "des faits manquent"


def rouvrir_apres_migration(path: Path) -> CahierOuvert:
    """Rouvre ; dans la seconde même de la coupure, la sauvegarde d'avant porte déjà ce nom.

    Le refus dit que rien n'a changé et qu'on peut recommencer : c'est ce qu'on fait ici.
    """
    try:
        return unlock(path, PHRASE)
    except EcritureImpossible as refus:
        if "existe déjà" not in refus.phrase:
            raise
        time.sleep(1.1)
        return unlock(path, PHRASE)


def creer(path: Path, dire: Dire) -> None:
    """Crée, et le dit."""
    dire("début")
    create(path, PHRASE, CODE, kdf=FLOOR).close()
    dire("créé")


def coupe_en_creant(lieu: Path, hasard: random.Random) -> str:
    """Coupée, la création n'a rien fait, ou le cahier s'ouvre."""
    path = lieu / "Neuf.cahier"
    tuer_en_route(partial(creer, path), 1, hasard.random() * 0.6)
    if not path.exists():
        return ""
    with unlock(path, PHRASE) as cahier:
        cahier.verify()
        return "" if cahier.count_faits(TOUT) == 0 else "un cahier neuf n'est pas vide"


# --- durable, et pas seulement écrit


def sans_synchronisation(journal: str) -> int:
    """Combien d'enregistrements d'un journal de strace sont confirmés sans être sur le disque."""
    manquants, en_attente = 0, False
    for appel in re.findall(r"(pwrite64|fdatasync|fsync|write)\(\d+<([^>]*)>", journal):
        if appel[0] in ("fdatasync", "fsync") and appel[1].endswith("-wal"):
            en_attente = False
        elif appel[0] == "pwrite64" and appel[1].endswith("-wal"):
            en_attente = True
        elif appel[0] == "write" and "pipe" in appel[1]:
            manquants, en_attente = manquants + en_attente, False
    return manquants


def journal_des_appels(lieu: Path, *defaut: str) -> str:
    """Les appels au système d'un programme qui enregistre et le confirme sur un tuyau."""
    journal = lieu / "appels"
    trace = "trace=pwrite64,write,fsync,fdatasync"
    path = cahier_neuf(lieu, "Carnet")
    essai = lancer(
        "enregistrer", str(path), *defaut, devant=("strace", "-y", "-o", str(journal), "-e", trace)
    )
    assert essai.stdout.count("!") == 20, essai.stderr
    return journal.read_text(encoding="utf-8", errors="replace")


# --- les essais


def dossiers(lieu: Path, nombre: int) -> Iterator[tuple[Path, random.Random]]:
    """Des dossiers neufs et leurs graines."""
    for graine in range(nombre):
        (lieu / str(graine)).mkdir()
        yield lieu / str(graine), random.Random(graine)


def test_tuer_l_application_ne_perd_rien_de_ce_qui_etait_enregistre(tmp_path: Path) -> None:
    assert eprouver(10, tmp_path).pertes == ()


@contextmanager
def change_sans_attendre(base: Base) -> Iterator[sqlcipher3.Connection]:
    """Le défaut du témoin : rendre la main avant le COMMIT, fait une fois sur soixante-quatre."""
    connexion = base._connection
    if not connexion.in_transaction:
        connexion.execute("BEGIN IMMEDIATE")
    yield connexion
    if next(_changements) % 64 == 0:
        connexion.execute("COMMIT")


_changements = count(1)


def test_temoin_un_enregistrement_confirme_avant_d_etre_ecrit_est_pris(tmp_path: Path) -> None:
    """Témoin, vu échouer : `change` rend la main sans COMMIT, et des écritures manquent."""
    pertes = []
    with patch(f"{__name__}.GESTES", ("ecrit", "corrige", "brouillon")):
        for lieu, hasard in dossiers(tmp_path, 6):
            path = cahier_neuf(lieu, "Carnet")
            ecrire = partial(ecrire_en_avance, path, hasard.randrange(10**9))
            pertes.append(relire(path, etats_permis(tuer_en_route(ecrire, 40, 0.005))))

    assert "une écriture confirmée manque" in pertes


def ecrire_en_avance(path: Path, graine: int, dire: Dire) -> None:
    """L'écrivain, avec le défaut du témoin, posé dans le seul processus tué."""
    Base.change = change_sans_attendre  # type: ignore[method-assign]
    ecrire_sans_fin(path, graine, dire)


def test_une_purge_tuee_sait_ce_qui_est_parti_et_s_acheve(tmp_path: Path) -> None:
    pertes = [coupe_en_purgeant(lieu, hasard) for lieu, hasard in dossiers(tmp_path, 8)]

    assert pertes == [""] * 8


def test_temoin_un_bloc_qui_n_est_pas_d_un_seul_tenant_est_pris(tmp_path: Path) -> None:
    """Témoin, vu échouer : sans transaction, des textes sont partis sans être comptés."""
    pertes = []
    for lieu, hasard in dossiers(tmp_path, 12):
        path = cahier_neuf(lieu, "Carnet")
        noter_des_anciens(path)
        purger = partial(purger_sans_transaction, path)
        tuer_en_route(purger, hasard.randrange(2, 15), hasard.random() * 0.01)
        pertes.append(relire_la_purge(path))

    assert any("textes partis" in perte for perte in pertes)


def purger_sans_transaction(path: Path, dire: Dire) -> None:
    """La purge, avec le défaut du témoin, posé dans le seul processus tué."""

    @contextmanager
    def chacune_pour_soi(base: Base) -> Iterator[sqlcipher3.Connection]:
        yield base._connection

    Base.change = chacune_pour_soi  # type: ignore[method-assign]
    purger_par_blocs(path, dire)


STRACE = pytest.mark.skipif(shutil.which("strace") is None, reason="strace n'est pas installé")


@STRACE
def test_un_enregistrement_est_sur_le_disque_avant_d_etre_confirme(tmp_path: Path) -> None:
    """`kill -9` ne vide pas le cache du noyau : contre une coupure de courant, il faut ceci."""
    assert sans_synchronisation(journal_des_appels(tmp_path)) == 0


@STRACE
def test_temoin_synchronous_off_est_pris(tmp_path: Path) -> None:
    """Témoin, vu échouer : avec `synchronous=OFF`, aucun enregistrement n'attend le disque."""
    assert sans_synchronisation(journal_des_appels(tmp_path, "synchronous=OFF")) >= 20
