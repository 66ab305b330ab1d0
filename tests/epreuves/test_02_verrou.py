"""Épreuve 2. Verrouillé de chaque façon, sous chaque dialogue, un travail en cours compris.

Un programme ouvre la vraie fenêtre et se verrouille ; un autre processus, celui-ci, lit sa mémoire
entière par `/proc`. Le déclenchement par le bureau (D-Bus) a ses essais dans `tests/ui/verrou`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from epreuves.canaris import SECRETS
from epreuves.epreuve import ESSAIS, Bilan
from epreuves.memoire import cle_de, formes_de_la_cle, lisible, presents
from tat_carnet.bootstrap import NOM_DU_CAHIER

TITRE = "Verrou : déclencheurs × dialogues et travaux en cours, deux secondes, brouillon rendu"
COMPLET = 28
SECONDES = 2.0
VERROUS = 6
"""Combien de fois `make test` verrouille."""
FOUILLEES = ("ouvert", "verrouillé", "fini")
PHRASE = next(iter(SECRETS.values()))
NOTE = "Ombrétéquine et Quonésibroque"

pytestmark = pytest.mark.skipif(bool(lisible()), reason=lisible())


@dataclass
class Releve:
    """Ce que le programme a dit, et ce que sa mémoire contenait à chaque étape."""

    etapes: list[list[str]] = field(default_factory=list)
    memoires: list[dict[str, int]] = field(default_factory=list)


def relever(dossier: Path, combien: int, *defaut: str) -> Releve:
    """Lance la fenêtre, fouille aux étapes que l'on juge : cahier ouvert, verrouillé, fini."""
    releve, cherches = Releve(), dict[str, bytes]()
    environnement = {
        "HOME": str(dossier),
        "XDG_RUNTIME_DIR": str(dossier),
        "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nulle-part",
        "QT_QPA_PLATFORM": "offscreen",
        "COMBIEN": str(combien),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "epreuves.verrouiller", str(dossier), *defaut],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ESSAIS,
        env=os.environ | environnement,
    ) as fenetre:
        assert fenetre.stdin is not None
        assert fenetre.stdout is not None
        for ligne in fenetre.stdout:
            if not cherches:
                cherches = suites(dossier)
            releve.etapes.append(ligne.strip().split("|"))
            fouille = releve.etapes[-1][0] in FOUILLEES
            releve.memoires.append(presents(fenetre.pid, cherches) if fouille else {})
            fenetre.stdin.write("\n")
            fenetre.stdin.flush()
    return releve


def suites(dossier: Path) -> dict[str, bytes]:
    """La clé, la phrase et la note, sous les formes que Python et Qt leur donnent."""
    cherches = formes_de_la_cle(cle_de(dossier / NOM_DU_CAHIER, PHRASE))
    for nom, texte in (("phrase", PHRASE), ("note", NOTE)):
        for code in ("utf-8", "utf-16-le", "latin-1"):
            cherches[f"{nom} {code}"] = texte.encode(code)
    return cherches


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """`nombre` verrouillages, la mémoire fouillée après chacun."""
    releve = relever(dossier, nombre)
    verrous = [etape for etape in releve.etapes if etape[0] == "verrouillé"]
    plus_long = max((float(etape[3]) for etape in verrous), default=0.0)
    mesure = f"au plus {plus_long:.2f} s".replace(".", ",")
    trop_longs = [f"{' × '.join(e[1:3])} : {e[3]} s" for e in verrous if float(e[3]) > SECONDES]
    return Bilan(len(verrous), (*juger(releve, nombre), *trop_longs), mesure)


def juger(releve: Releve, nombre: int) -> list[str]:
    """Ce qui ne va pas : base ouverte, clé lisible, brouillon perdu, sortie manquée."""
    pertes = []
    if not releve.memoires or not releve.memoires[0]["clé"]:
        return ["la fouille ne trouve pas la clé d'un cahier ouvert : elle ne prouve rien"]
    for etape, memoire in zip(releve.etapes, releve.memoires, strict=True):
        genre, *reste = etape
        ou = " × ".join(reste[:2])
        if genre in ("verrouillé", "fini"):
            pertes += [
                f"{ou} : {nom} en mémoire" for nom in memoire if "clé" in nom and memoire[nom]
            ]
            pertes += [f"{ou} : base encore ouverte"] * (reste[-1] != "0")
        if genre == "laissé":
            pertes.append(f"{ou} : {reste[2]} est resté")
        if genre == "rouvert" and reste[2:] != ["saisie", "True"]:
            pertes.append(f"{ou} : on ne revient pas à sa place et à son brouillon")
    if [etape[0] for etape in releve.etapes].count("verrouillé") != nombre:
        pertes.append("tous les verrouillages n'ont pas eu lieu")
    return pertes + ["SIGTERM n'a pas fermé"] * (releve.etapes[-1][0] != "fini")


def residu(releve: Releve) -> str:
    """Ce qui se lit encore, clé exceptée, après le dernier verrouillage."""
    apres = next(
        memoire
        for etape, memoire in zip(releve.etapes[::-1], releve.memoires[::-1], strict=True)
        if etape[0] == "verrouillé"
    )
    return ", ".join(f"{nom} × {combien}" for nom, combien in apres.items() if combien) or "rien"


@pytest.mark.xdist_group("verrou")
def test_verrouille_la_cle_n_est_plus_en_memoire_et_le_brouillon_revient(
    fenetre_saine: Releve,
) -> None:
    """Témoin, dans `juger` : la même fouille doit trouver la clé du cahier ouvert."""
    assert juger(fenetre_saine, VERROUS) == []


@pytest.mark.xdist_group("verrou")
def test_temoin_une_cle_qui_n_est_pas_effacee_est_prise(fenetre_oublieuse: Releve) -> None:
    """Témoin, vu échouer : au lieu d'effacer la clé, en garder une copie."""
    assert any("clé en mémoire" in perte for perte in juger(fenetre_oublieuse, 1))
