"""Pages abîmées, vieilles pages, coupures et disques qui refusent : rien de perdu sans le dire.

Chaque épreuve tire ses cas d'une graine fixe et n'en joue qu'une part ; `TAT_EPREUVES=1` les joue
tous.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from store.aides import CODE, LE, PHRASE, remplir
from tat_carnet.domain.errors import CahierIllisible
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import Urgence
from tat_carnet.store.cahier import create, unlock
from tat_carnet.store.cles import DataKey
from tat_carnet.store.faits import Faits
from tat_carnet.store.kdf import FLOOR
from tat_carnet.store.layout import DATABASE, PAGE, check_folder
from tat_carnet.store.opening import open_base, state_of
from tat_carnet.store.seal import check_seal, read_seal
from tat_carnet.store.verification import check_database

TOUT = Filtre()
COMPLET = bool(os.environ.get("TAT_EPREUVES"))
ESSAIS = Path(__file__).parents[1]
STRACE = pytest.mark.skipif(shutil.which("strace") is None, reason="strace n'est pas installé")


def part(nombre: int, total: int) -> int:
    """Combien de cas jouer."""
    return total if COMPLET else nombre


# --- corruption


class Temoin:
    """Un cahier fermé, sa clé, ses faits, et sa base telle qu'elle était avant eux."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with create(path, PHRASE, CODE, kdf=FLOOR) as cahier:
            faits = [un_fait.relu("dit en réunion", LE) for un_fait in remplir(cahier, 40)]
            for un_fait in faits:
                cahier.save_fait(un_fait)
        self.vieille = self.base.read_bytes()
        with unlock(path, PHRASE) as cahier:
            self.cle = DataKey(bytes(cahier._key.raw))
            self.identite = cahier._keyring.cahier_id
            for un_fait in faits[::3]:
                cahier.save_fait(replace(un_fait, urgence=Urgence.immediate))
            self.faits = list(cahier.faits(TOUT, 999))
        self.neuve = self.base.read_bytes()

    @property
    def base(self) -> Path:
        return self.path / DATABASE

    def relire(self, octets: bytes) -> list[Fait]:
        """Ce que rend le cahier dont la base est `octets`, contrôlé de bout en bout."""
        self.base.write_bytes(octets)
        check_folder(self.path)
        with closing(open_base(self.base, self.cle, self.identite)) as base:
            check_seal(read_seal(self.path, self.cle), state_of(base, self.identite))
            check_database(base)
            return list(Faits(base).faits(TOUT, 999))


@pytest.fixture(scope="module")
def temoin(tmp_path_factory: pytest.TempPathFactory) -> Temoin:
    from tat_carnet.store import cles
    from tat_carnet.store.kdf import derive

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cles, "derive_apart", derive)
        return Temoin(tmp_path_factory.mktemp("pannes") / "Carnet.cahier")


def est_vue(temoin: Temoin, octets: bytes) -> bool:
    """Vrai si la base `octets` est refusée ; faux si elle rend les mêmes faits. Sinon, perte."""
    try:
        lus = temoin.relire(octets)
    except CahierIllisible:
        return True
    assert lus == temoin.faits, "perte ou retour en arrière silencieux"
    return False


def pages_recrites(neuve: bytes, vieille: bytes) -> list[int]:
    """Les pages changées depuis : remettre une page que rien n'a touchée n'abîme rien."""
    pages = range(0, min(len(neuve), len(vieille)), PAGE)
    return [page for page in pages if neuve[page : page + PAGE] != vieille[page : page + PAGE]]


def mutation(hasard: random.Random, neuve: bytes, vieille: bytes) -> bytes:
    """La base `neuve`, dont un bit, une page ou la longueur change."""
    octets, rang = bytearray(neuve), hasard.randrange(len(neuve))
    page, autre = (hasard.randrange(len(vieille) // PAGE) * PAGE for _ in range(2))
    match hasard.choice(["bit", "zéros", "déplacée", "tronquée", "prolongée", "ancienne"]):
        case "bit":
            octets[rang] ^= 1 << hasard.randrange(8)
        case "zéros":
            octets[page : page + PAGE] = bytes(PAGE)
        case "déplacée":
            octets[page : page + PAGE] = octets[autre : autre + PAGE]
        case "tronquée":
            del octets[rang if hasard.random() < 0.5 else page :]
        case "prolongée":
            octets += octets[page : page + PAGE]
        case "ancienne":
            page = hasard.choice(pages_recrites(neuve, vieille))
            octets[page : page + PAGE] = vieille[page : page + PAGE]
    return bytes(octets)


def test_aucune_base_abimee_ne_perd_ni_ne_revient_en_silence(temoin: Temoin) -> None:
    """Témoin : la base saine n'est pas refusée."""
    assert not est_vue(temoin, temoin.neuve)
    hasard = random.Random(20261121)
    vues = [
        est_vue(temoin, mutation(hasard, temoin.neuve, temoin.vieille))
        for _ in range(part(150, 10_000))
    ]

    assert sum(vues) > len(vues) * 0.6


def recollees(temoin: Temoin) -> list[bytes]:
    """La base, une vieille page recollée à la fois : chacune passe les contrôles de SQLCipher."""
    bases = []
    for debut in range(0, len(temoin.vieille), PAGE):
        octets = bytearray(temoin.neuve)
        octets[debut : debut + PAGE] = temoin.vieille[debut : debut + PAGE]
        bases.append(bytes(octets))
    return [base for base in bases if base != temoin.neuve]


def test_chaque_vieille_page_recollee_est_vue_ou_ne_change_rien(
    temoin: Temoin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Témoin : sans le contrôle des jetons, l'une d'elles fait disparaître une urgence.

    Elle n'est dans aucun index : ce qui s'y cherche, l'index le verrait aussi.
    """
    assert sum(est_vue(temoin, octets) for octets in recollees(temoin)) > 1

    monkeypatch.setattr("tat_carnet.store.verification.check_rows", lambda _: None)
    assert any(revient_en_silence(temoin, octets) for octets in recollees(temoin))


def revient_en_silence(temoin: Temoin, octets: bytes) -> bool:
    """Vrai si la base s'ouvre et rend d'autres faits que les derniers écrits."""
    try:
        return temoin.relire(octets) != temoin.faits
    except CahierIllisible:
        return False


def test_toute_la_vieille_base_remise_en_place_est_vue(temoin: Temoin) -> None:
    """Témoin : sans sceau, elle passe, et l'urgence disparaît."""
    assert est_vue(temoin, temoin.vieille)

    sceau = temoin.path / "sceau.json"
    garde = sceau.read_bytes()
    sceau.unlink()
    assert revient_en_silence(temoin, temoin.vieille)
    sceau.write_bytes(garde)


# --- coupures


ECRIVAIN = """
import random, sys
from datetime import timedelta
from pathlib import Path
from store.aides import LE, fait
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait
from tat_carnet.store import cles
from tat_carnet.store.cahier import unlock
from tat_carnet.store.kdf import derive

cles.derive_apart = derive
cahier = unlock(Path(sys.argv[1]), sys.argv[2])
hasard = random.Random(int(sys.argv[3]))
lieu, ids = cahier.sites()[0], []
for tour in range(100_000):
    geste = hasard.choice(["ecrit", "ecrit", "corrige", "efface", "brouillon", "sauvegarde"])
    if geste in ("corrige", "efface") and not ids:
        continue
    texte = f"{geste} {tour} " + "mot " * hasard.randrange(300)
    if geste == "ecrit":
        un_fait = fait(lieu, texte)
        ids.append(un_fait.id)
    elif geste == "corrige":
        un_fait = fait(lieu, texte, LE + timedelta(minutes=tour), id=hasard.choice(ids))
    elif geste == "efface":
        un_fait = fait(lieu, texte, id=ids.pop(hasard.randrange(len(ids))))
    sujet = un_fait.id if geste in ("ecrit", "corrige", "efface") else "-"
    print(f"? {geste} {sujet} {tour}\\n", end="", flush=True)
    if geste in ("ecrit", "corrige"):
        cahier.save_fait(un_fait)
    elif geste == "efface":
        cahier.delete_fait(un_fait.id)
    elif geste == "brouillon":
        cahier.save_brouillon(Fait(LE, texte_brut=TexteBrut(texte)))
    else:
        cahier.backup(LE + timedelta(minutes=tour))
    print("!\\n", end="", flush=True)
"""


def ecrire_puis_tuer(dossier: Path, graine: int) -> list[list[str]]:
    """Les gestes annoncés par un écrivain tué à un instant tiré de `graine` ; « ! » : accompli."""
    hasard = random.Random(graine)
    with subprocess.Popen(
        [sys.executable, "-c", ECRIVAIN, str(dossier), PHRASE, str(graine)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ESSAIS,
    ) as ecrivain:
        assert ecrivain.stdout is not None
        lignes = [ecrivain.stdout.readline() for _ in range(hasard.randrange(2, 80))]
        try:
            ecrivain.wait(hasard.random() * 0.02)
        except subprocess.TimeoutExpired:
            ecrivain.send_signal(signal.SIGKILL)
        lignes += ecrivain.stdout.readlines()
    return [ligne.split() for ligne in lignes]


def rejouer(gestes: list[list[str]]) -> tuple[dict[str, str], str | None]:
    """Les textes attendus (par leur début) après les gestes accomplis, et le fait en suspens."""
    attendus: dict[str, str] = {}
    for annonce, accompli in zip(gestes, [*gestes[1:], ["?"]], strict=True):
        if annonce[0] != "?" or annonce[2] == "-":
            continue
        _, geste, identifiant, tour = annonce
        if accompli[0] != "!":
            return attendus, identifiant
        if geste == "efface":
            attendus.pop(identifiant, None)
        else:
            attendus[identifiant] = f"{geste} {tour}"
    return attendus, None


@pytest.mark.parametrize("graine", range(part(5, 1_000)))
def test_tuer_l_application_ne_perd_rien_de_ce_qui_etait_enregistre(
    graine: int, dossier: Path
) -> None:
    """Écrire, corriger, effacer, sauvegarder. Témoin : l'essai suivant le fait échouer."""
    verifier_apres(dossier, ecrire_puis_tuer(dossier, graine))


def test_un_fait_annonce_enregistre_et_absent_serait_vu(dossier: Path) -> None:
    with pytest.raises(AssertionError):
        verifier_apres(dossier, [["?", "ecrit", "jamais-écrit", "0"], ["!"]])


def verifier_apres(dossier: Path, gestes: list[list[str]]) -> None:
    """Le cahier se rouvre, se relit entier, et contient tout ce qui était accompli."""
    attendus, suspens = rejouer(gestes)
    with unlock(dossier, PHRASE) as cahier:
        cahier.verify()
        lus = {
            un_fait.id: " ".join(un_fait.texte_brut.lire().split()[:2])
            for un_fait in cahier.faits(TOUT, 9_999)
            if not un_fait.texte_brut.lire().startswith("note")
        }
        assert all(sauvegarde.intacte for sauvegarde in cahier.backups())
    assert {cle: texte for cle, texte in lus.items() if cle != suspens} == {
        cle: texte for cle, texte in attendus.items() if cle != suspens
    }


# --- refus à chaque appel au système


APPELS = ("openat", "write", "pwrite64", "fsync", "rename", "unlink", "ftruncate")


def sous_strace(
    journal: Path, chemins: list[Path], injection: str, programme: str, *arguments: str
) -> subprocess.CompletedProcess[str]:
    """Lance `programme` ; strace compte ses appels qui touchent à `chemins`, ou en détourne un."""
    filtres = [mot for chemin in chemins for mot in ("-P", str(chemin))]
    detour = ["-e", f"inject={injection}"] if injection else []
    return subprocess.run(
        [
            *("strace", "-o", str(journal), *filtres, "-e", f"trace={','.join(APPELS)}", *detour),
            *(sys.executable, "-c", programme, *arguments),
        ],
        capture_output=True,
        text=True,
        cwd=ESSAIS,
        check=False,
    )


def rangs(journal: Path) -> list[tuple[str, int]]:
    """Chaque appel compté : son nom, et son rang parmi ceux de ce nom."""
    comptes: dict[str, int] = {}
    liste = []
    for appel in re.findall(r"^(\w+)\(", journal.read_text(errors="replace"), re.MULTILINE):
        comptes[appel] = comptes.get(appel, 0) + 1
        liste.append((appel, comptes[appel]))
    return liste


REFUSE = """
import sys
from pathlib import Path
from store.aides import fait
from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.store import cles
from tat_carnet.store.cahier import unlock
from tat_carnet.store.kdf import derive

cles.derive_apart = derive
cahier = unlock(Path(sys.argv[1]), sys.argv[2])
lieu, refus = cahier.sites()[0], 0
for rang in range(12):
    un_fait = fait(lieu, f"fait {rang} " + "mot " * 500)
    try:
        cahier.save_fait(un_fait)
    except EcritureImpossible as refuse:
        assert refuse.phrase.startswith("Le disque")
        refus += 1
        cahier.save_fait(un_fait)
cahier.close()
print(refus)
"""


@STRACE
@pytest.mark.parametrize(
    ("appel", "erreur"), [("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("fsync", "EIO")]
)
def test_un_refus_du_disque_a_une_ecriture_se_dit_et_reessayer_marche(
    appel: str, erreur: str, modele: Path, tmp_path: Path
) -> None:
    """Témoin : chaque refus injecté a été rencontré, et dit."""
    journal = tmp_path / "appels"

    def ecrire(dossier: Path, injection: str) -> str:
        wal = [dossier / "cahier.db-wal"]
        done = sous_strace(journal, wal, injection, REFUSE, str(dossier), PHRASE)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    assert ecrire(Path(shutil.copytree(modele, tmp_path / "entier.cahier")), "") == "0"
    ecritures = [rang for nom, rang in rangs(journal) if nom == appel][:-1]
    for rang in random.Random(5).sample(ecritures, part(2, len(ecritures))):
        dossier = Path(shutil.copytree(modele, tmp_path / f"{rang}.cahier"))
        assert ecrire(dossier, f"{appel}:error={erreur}:when={rang}") == "1"
        with unlock(dossier, PHRASE) as cahier:
            assert cahier.count_faits(TOUT) == 15
            cahier.verify()
