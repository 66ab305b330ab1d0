"""Créer, ouvrir, fermer ; et tout ce qui n'est pas un cahier sain, en une phrase."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.aides import CODE, PHRASE, empreinte, fait, noms, remplir
from tat_carnet.domain.errors import (
    CahierDejaOuvert,
    CahierIllisible,
    EcritureImpossible,
    ErreurConnue,
    PhraseErronee,
)
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import cahier as ouverture
from tat_carnet.store.cahier import CahierOuvert, create, open_demo, unlock
from tat_carnet.store.cles import PHRASE as FENTE_PHRASE
from tat_carnet.store.code_secours import CodeSecoursInvalide
from tat_carnet.store.kdf import FLOOR
from tat_carnet.store.keyring import parse
from tat_carnet.usecases.ports import Cahier

NOUVEAU = "Équipe de nuit.cahier"
TOUT = Filtre()
ANONYME = 65534


def test_un_cahier_ouvert_repond_a_tout_ce_que_demandent_les_gestes(cahier: CahierOuvert) -> None:
    gestes: Cahier = cahier

    for name in vars(Cahier):
        if not name.startswith("_"):
            assert callable(getattr(gestes, name))


# --- créer


def test_un_cahier_cree_est_un_dossier_lu_de_son_seul_proprietaire(tmp_path: Path) -> None:
    path = tmp_path / "sous" / NOUVEAU
    with create(path, PHRASE, CODE, kdf=FLOOR) as cahier:
        assert not cahier.demonstration
        remplir(cahier, 1)
        fichiers = [file for file in path.rglob("*") if file.is_file()]
        assert len(fichiers) >= 6, "base, journal, index du journal, deux trousseaux, verrou"
        assert {file.stat().st_mode & 0o777 for file in fichiers} == {0o600}
        assert path.stat().st_mode & 0o777 == 0o700

    assert noms(path) == [
        "cahier.db",
        "cles-1.json",
        "cles-2.json",
        "sauvegardes",
        "sceau.json",
        "verrou",
    ]
    assert noms(path.parent) == [NOUVEAU]


def test_le_reglage_par_defaut_est_calibre(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calibre = replace(FLOOR, passes=4)
    monkeypatch.setattr(ouverture, "calibrate", lambda: calibre)

    create(tmp_path / NOUVEAU, PHRASE, CODE).close()

    trousseau = parse((tmp_path / NOUVEAU / "cles-1.json").read_bytes())
    assert trousseau.slots[FENTE_PHRASE].settings == calibre


def test_creer_sur_un_nom_pris_est_refuse(dossier: Path) -> None:
    avant = empreinte(dossier)

    with pytest.raises(EcritureImpossible, match="existe déjà"):
        create(dossier, PHRASE, CODE, kdf=FLOOR)

    assert empreinte(dossier) == avant


def test_creer_avec_un_code_mal_recopie_ne_cree_rien(tmp_path: Path) -> None:
    with pytest.raises(CodeSecoursInvalide):
        create(tmp_path / NOUVEAU, PHRASE, CODE[:-1], kdf=FLOOR)

    assert noms(tmp_path) == []


# --- ouvrir


def test_la_phrase_et_le_code_ouvrent_les_memes_faits(dossier: Path) -> None:
    lus = []
    for secret in (PHRASE, unicodedata.normalize("NFD", PHRASE), CODE, CODE.lower()):
        with unlock(dossier, secret) as cahier:
            assert cahier.path == dossier
            lus.append(list(cahier.faits(TOUT)))

    assert len(lus[0]) == 3
    assert lus == [lus[0]] * 4


@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(phrase=st.text("aéèœ'’\"«»\\;-. \u0301\u202f%_x", min_size=1, max_size=200))
def test_toute_phrase_francaise_ouvre_ce_qu_elle_a_ferme(tmp_path: Path, phrase: str) -> None:
    """Quelques-unes de bout en bout ; `test_kdf` en essaie davantage."""
    with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
        path = Path(folder) / NOUVEAU
        create(path, phrase, CODE, kdf=FLOOR).close()

        unlock(path, unicodedata.normalize("NFD", phrase)).close()
        with pytest.raises(PhraseErronee):
            unlock(path, phrase + "x")


@pytest.mark.parametrize(
    "secret",
    ["", "phrase", PHRASE + " ", PHRASE.upper(), CODE[:-1] + "é"],
    ids=["vide", "partielle", "espace", "majuscules", "code"],  # le code est tiré au sort
)
def test_une_phrase_erronee_ne_change_pas_un_octet(secret: str, dossier: Path) -> None:
    """Ni une date. Témoin : la bonne phrase, elle, écrit un sceau à la fermeture."""
    avant = empreinte(dossier)

    with pytest.raises(PhraseErronee, match=r"^Phrase erronée") as refus:
        unlock(dossier, secret)

    assert empreinte(dossier) == avant
    assert "Rien n’a été changé" in refus.value.phrase
    unlock(dossier, PHRASE).close()
    assert empreinte(dossier) != avant


def test_un_autre_code_bien_forme_est_une_phrase_erronee(dossier: Path) -> None:
    from tat_carnet.store.code_secours import draw

    with pytest.raises(PhraseErronee):
        unlock(dossier, draw())


def test_une_phrase_qui_a_la_forme_d_un_code_ouvre_aussi(tmp_path: Path) -> None:
    from tat_carnet.store.code_secours import draw

    code_pour_phrase = draw()
    create(tmp_path / NOUVEAU, code_pour_phrase, CODE, kdf=FLOOR).close()

    unlock(tmp_path / NOUVEAU, code_pour_phrase).close()


def test_deux_fois_le_meme_cahier_est_refuse_sans_rien_perdre(dossier: Path) -> None:
    with unlock(dossier, PHRASE) as premier:
        with pytest.raises(CahierDejaOuvert):
            unlock(dossier, PHRASE)
        remplir(premier, 1)

    unlock(dossier, PHRASE).close()


def test_un_refus_rend_le_verrou(dossier: Path) -> None:
    with pytest.raises(PhraseErronee):
        unlock(dossier, "fausse")

    unlock(dossier, PHRASE).close()


# --- fermer


def test_fermer_deux_fois_efface_la_cle_et_rien_ne_reste_ouvert(dossier: Path) -> None:
    cahier = unlock(dossier, PHRASE)
    cle = cahier._key.raw
    assert len(cle) == 32
    assert dossier / "cahier.db" in fichiers_ouverts()

    cahier.close()
    cahier.close()

    assert cle == bytes(32)
    with pytest.raises(ValueError, match="effacée"):
        cahier.change_phrase("jamais emballée")
    assert not [path for path in fichiers_ouverts() if dossier in (path, *path.parents)]


def fichiers_ouverts() -> set[Path]:
    """Ce que ce processus tient ouvert."""
    liens = list(Path("/proc/self/fd").iterdir())
    return {lien.readlink() for lien in liens if lien.is_symlink()}


def test_fermer_d_un_autre_fil_que_celui_qui_a_ouvert(dossier: Path) -> None:
    cahier = unlock(dossier, PHRASE)
    fil = threading.Thread(target=cahier.close)

    fil.start()
    fil.join()

    unlock(dossier, PHRASE).close()


SANS_FIN = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def test_verrouiller_interrompt_la_requete_d_un_autre_fil(dossier: Path) -> None:
    """Témoin : sans interruption, cette requête ne finit jamais et `close` non plus."""
    cahier = unlock(dossier, PHRASE)
    refus: list[str] = []

    def interroger() -> None:
        with pytest.raises(ErreurConnue) as refuse:
            cahier._base.rows(SANS_FIN)
        refus.append(refuse.value.phrase)

    fil = threading.Thread(target=interroger)
    fil.start()
    while cahier._base._busy.acquire(blocking=False):
        cahier._base._busy.release()  # jusqu'à ce que l'autre fil tienne la base

    cahier.close()
    fil.join()

    assert "verrouillé pendant cette opération" in refus[0]
    with unlock(dossier, PHRASE) as rouvert:
        assert rouvert.count_faits(TOUT) == 3


def test_un_disque_qui_refuse_le_sceau_n_empeche_pas_de_fermer(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cahier = unlock(dossier, PHRASE)
    remplir(cahier, 1)
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "plein")))

    cahier.close()

    monkeypatch.undo()
    with unlock(dossier, PHRASE) as rouvert:
        assert rouvert.count_faits(TOUT) == 4


# --- la démonstration


def test_un_cahier_de_demonstration_disparait_a_sa_fermeture(tmp_path: Path) -> None:
    with open_demo(tmp_path / "démo") as cahier:
        assert cahier.demonstration
        remplir(cahier, 2)
        assert cahier.path.is_dir()

    assert noms(tmp_path / "démo") == []


# --- ce qui n'est pas un cahier sain


def test_une_copie_de_cles_abimee_se_repare_en_silence(dossier: Path) -> None:
    bonne = (dossier / "cles-2.json").read_bytes()
    (dossier / "cles-1.json").write_bytes(bonne[:200])

    unlock(dossier, PHRASE).close()

    assert (dossier / "cles-1.json").read_bytes() == bonne


def test_une_reparation_impossible_n_empeche_pas_d_ouvrir(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "plein")

    monkeypatch.setattr(ouverture, "repair_copies", refuse)

    unlock(dossier, PHRASE).close()


def test_un_trousseau_recrit_sans_la_cle_est_refuse(dossier: Path) -> None:
    """La génération est retouchée, l'empreinte refaite : seul le MAC le voit."""
    trousseau = parse((dossier / "cles-1.json").read_bytes())
    for name in ("cles-1.json", "cles-2.json"):
        (dossier / name).write_bytes(replace(trousseau, generation=9).to_bytes())

    with pytest.raises(CahierIllisible, match="modifié hors de l’application"):
        unlock(dossier, PHRASE)


def test_un_trousseau_recrit_cede_a_l_autre_copie(dossier: Path) -> None:
    bonne = (dossier / "cles-2.json").read_bytes()
    (dossier / "cles-1.json").write_bytes(replace(parse(bonne), generation=9).to_bytes())

    unlock(dossier, PHRASE).close()

    assert (dossier / "cles-1.json").read_bytes() == bonne


@pytest.mark.parametrize("pages", [0, 1, 2, -1])
def test_une_base_tronquee_ne_s_ouvre_jamais_comme_neuve(pages: int, dossier: Path) -> None:
    base = dossier / "cahier.db"
    taille = base.stat().st_size
    os.truncate(base, pages * 4096 if pages >= 0 else taille - 4096)
    avant = empreinte(dossier)

    with pytest.raises(CahierIllisible, match=r"Restaurez la sauvegarde la plus récente"):
        unlock(dossier, PHRASE)

    assert empreinte(dossier) == avant


def test_la_base_d_un_autre_cahier_est_refusee(dossier: Path, tmp_path: Path) -> None:
    create(tmp_path / NOUVEAU, PHRASE, CODE, kdf=FLOOR).close()
    shutil.copy(tmp_path / NOUVEAU / "cahier.db", dossier / "cahier.db")

    with pytest.raises(CahierIllisible, match="vient d’un autre cahier"):
        unlock(dossier, PHRASE)


def test_une_base_de_meme_cle_mais_d_une_autre_identite_est_refusee(dossier: Path) -> None:
    with unlock(dossier, PHRASE) as cahier:
        cahier._base.rows("UPDATE identite SET cahier = 'autre'")

    with pytest.raises(CahierIllisible, match="vient d’un autre cahier"):
        unlock(dossier, PHRASE)


@pytest.fixture
def sans_droits() -> Iterator[Path]:
    """Un dossier où l'on lit et n'écrit pas, même quand les essais tournent en root."""
    racine = Path(tempfile.mkdtemp(prefix="lecture-seule-"))
    en_root = os.geteuid() == 0
    try:
        yield racine
    finally:
        if en_root:
            os.seteuid(0)
        for path in (racine, *racine.rglob("*")):
            path.chmod(0o700)
        shutil.rmtree(racine)


def fermer_l_ecriture(racine: Path) -> None:
    for path in (*racine.rglob("*"), racine):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if os.geteuid() == 0:
        os.seteuid(ANONYME)


def test_un_dossier_en_lecture_seule_se_dit(sans_droits: Path, modele: Path) -> None:
    path = Path(shutil.copytree(modele, sans_droits / modele.name))
    fermer_l_ecriture(sans_droits)

    with pytest.raises(EcritureImpossible, match="ne peut pas écrire"):
        unlock(path, PHRASE)
    with pytest.raises(EcritureImpossible, match="ne peut pas écrire"):
        create(sans_droits / NOUVEAU, PHRASE, CODE, kdf=FLOOR)


PLEIN = """
import resource, signal, sys
from pathlib import Path
from store.aides import fait, site
from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import cles
from tat_carnet.store.cahier import unlock
from tat_carnet.store.kdf import derive

cles.derive_apart = derive
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
cahier = unlock(Path(sys.argv[1]), sys.argv[2])
lieu = cahier.sites()[0]
taille = (cahier.path / "cahier.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (taille, resource.RLIM_INFINITY))
ecrits, refuse = 0, None
for rang in range(500):
    refuse = fait(lieu, "texte long " * 90)
    try:
        cahier.save_fait(refuse)
        ecrits += 1
    except EcritureImpossible as refus:
        print(refus.phrase)
        break
assert cahier.count_faits(Filtre()) == 3 + ecrits
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
cahier.save_fait(refuse)
cahier.verify()
cahier.close()
print(ecrits + 1)
"""


def test_un_disque_qui_refuse_garde_ce_qui_etait_ecrit_et_reessayer_marche(dossier: Path) -> None:
    """Le noyau refuse toute écriture au-delà d'une taille, comme un disque plein."""
    done = subprocess.run(
        [sys.executable, "-c", PLEIN, str(dossier), PHRASE],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    phrase, ecrits = done.stdout.splitlines()

    assert phrase.startswith("Le disque")
    assert "Ce qui l’était déjà reste intact" in phrase
    with unlock(dossier, PHRASE) as cahier:
        assert cahier.count_faits(TOUT) == 3 + int(ecrits)


def test_une_base_partie_d_ou_elle_etait_refuse_d_ecrire_puis_reprend(dossier: Path) -> None:
    """Contrôle positif, vu échouer : sans regarder, SQLite enregistre dans un fichier parti."""
    with unlock(dossier, PHRASE) as cahier:
        lieu = cahier.sites()[0]
        ailleurs = dossier.with_name("ailleurs")
        dossier.rename(ailleurs)
        with pytest.raises(EcritureImpossible, match=r"débranchée.*Rebranchez-la"):
            cahier.save_fait(fait(lieu, "parti"))
        ailleurs.rename(dossier)
        cahier.save_fait(fait(lieu, "revenu"))
        cahier.verify()
