"""Qui importe qui, et ce que rien n'importe : chaque règle est une phrase.

Chaque famille de règles a son contrôle positif : un paquet témoin, écrit pour l'essai, qui la
brise et doit être pris.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_archon import archrule
from pytest_archon.failure import pop_failures
from pytest_archon.rule import RuleConstraints

PAQUET = "tat_carnet"
SOURCES = Path(__file__).parents[1] / "src" / PAQUET

EXPORTABLE = tuple(
    f"domain.{nom}"
    for nom in (
        "annuaire_relu",
        "civilite",
        "courrier_relu",
        "errors",
        "journal",
        "libelles",
        "logo",
        "note_relue",
        "periode",
        "rectificatif_relu",
        "relu",
        "seuils",
        "sosies",
        "vocabulaire",
    )
)
SANS_ECRAN = ("bootstrap", "usecases", "domain", "anonymisation", "documents", "store", "paths")
QT = ("PySide6", "shiboken6")


@dataclass(frozen=True)
class Salle:
    """Ce qu'une salle peut importer, outre elle-même et la bibliothèque standard.

    Les voisines sont des modules de l'application, les outils des paquets installés. La première
    salle du tableau dont le nom convient à un module est la sienne.
    """

    nom: str
    phrase: str
    voisines: tuple[str, ...] = ()
    outils: tuple[str, ...] = ()

    def contient(self, module: str) -> bool:
        return module == self.nom or module.startswith(f"{self.nom}.")


SALLES = (
    Salle("domain", "Le domaine est du Python nu."),
    Salle(
        "anonymisation",
        "L'anonymisation ne connaît que le domaine et ses lexiques.",
        ("domain", "paths"),
    ),
    Salle(
        "documents.rendering",
        "Seul le rendu écrit des PDF et des ODT.",
        (*EXPORTABLE, "documents", "paths"),
        ("reportlab", "odfdo", "babel", "vobject", "PIL"),
    ),
    Salle(
        "documents.contre_lecture",
        "Seule la contre-lecture relit des PDF et des ODT.",
        (*EXPORTABLE, "documents"),
        ("pypdf", "odfdo"),
    ),
    Salle(
        "documents",
        "Un document n'est fait que de ce qui est relu.",
        (*EXPORTABLE, "paths"),
        ("babel",),
    ),
    Salle(
        "store",
        "Le coffre ne connaît que le domaine, et lui seul chiffre.",
        ("domain", "paths"),
        ("sqlcipher3", "cryptography", "zxcvbn", "dicewarepy", "rapidfuzz"),
    ),
    Salle(
        "usecases.annuaire",
        "Seul l'annuaire lit des cartes de visite.",
        ("domain", "anonymisation", "usecases", "documents", "paths"),
        ("vobject",),
    ),
    Salle(
        "usecases.plans",
        "Seul l'import d'un plan ouvre une image.",
        ("domain",),
        ("PIL",),
    ),
    Salle(
        "usecases.calendrier",
        "Seul le calendrier sait les fêtes et les vacances.",
        ("domain",),
        ("holidays", "vacances_scolaires_france"),
    ),
    Salle(
        "usecases.tableurs",
        "Seule la lecture des tableurs devine un encodage, un format, une date.",
        ("domain",),
        ("charset_normalizer", "odfdo", "dateutil"),
    ),
    Salle(
        "usecases",
        "Les gestes ne connaissent ni la fenêtre, ni le coffre, ni les fils d'exécution.",
        ("domain", "anonymisation", "documents", "paths"),
    ),
    Salle(
        "ui",
        "L'écran passe par les gestes ; il ne touche ni au coffre ni aux documents.",
        ("usecases", "domain", "anonymisation", "orthographe", "settings", "paths"),
        (*QT, "babel"),
    ),
    Salle(
        "orthographe",
        "Seul le correcteur lit le dictionnaire ; il ne connaît personne.",
        outils=("hunspell", "spellchecker"),
    ),
    Salle("paths", "Les chemins ne connaissent personne.", outils=("platformdirs",)),
    Salle("settings", "Les préférences ne connaissent personne."),
    Salle("headless", "Le parcours sans fenêtre joint les salles, sauf l'écran.", SANS_ECRAN),
    Salle(
        "commandes",
        "Les commandes parlent au coffre ; elles n'ont ni écran, ni gestes, ni sortie.",
        ("store", "domain", "documents.typographie"),
    ),
    Salle("bootstrap", "Seul l'assemblage joint toutes les salles.", (".*",), QT),
    Salle("__main__", "Le départ ne connaît que l'assemblage.", (".*",), QT),
)

RESEAU = (
    "_socket|asyncio|ftplib|http|imaplib|nntplib|poplib|smtplib|socket|socketserver|ssl|telnetlib"
    "|urllib|webbrowser|wsgiref|xmlrpc|aiohttp|httpx|requests|urllib3"
    r"|PySide6\.(QtNetwork|QtNetworkAuth|QtWebSockets|QtWebEngine\w*)"
)


def modules(racine: Path) -> list[str]:
    """Les modules d'un paquet, nommés depuis sa racine : « domain.fait »."""
    chemins = (chemin.relative_to(racine).with_suffix("") for chemin in racine.rglob("*.py"))
    noms = (".".join(chemin.parts).removesuffix(".__init__") for chemin in chemins)
    return sorted(nom for nom in noms if nom != "__init__")


def salle_de(module: str) -> Salle | None:
    return next((salle for salle in SALLES if salle.contient(module)), None)


def regle_de_salle(salle: Salle, paquet: str) -> RuleConstraints:
    """La salle n'importe que ses voisines, ses outils et la bibliothèque standard."""
    voisines = "|".join((salle.nom, *salle.voisines))
    standard = "|".join(sorted(sys.stdlib_module_names))
    outils = "|".join(salle.outils) or standard
    permis = rf"^(?:{paquet}(?:$|\.(?:{voisines})(?:\.|$))|(?:{standard}|{outils})(?:\.|$))"
    plus_precises = [autre.nom for autre in SALLES if autre.nom.startswith(f"{salle.nom}.")]
    return (
        archrule(salle.phrase, use_regex=True)
        .match(rf"^{paquet}\.{salle.nom}(\.|$)")
        .exclude(*(rf"^{paquet}\.{nom}(\.|$)" for nom in plus_precises))
        .should_not_import(f"^(?!{permis[1:]})")
    )


def regle_du_brut(paquet: str) -> RuleConstraints:
    """Ce qui sort n'atteint le brut par aucun chemin, même indirect."""
    return (
        archrule("Ce qui est relu n'atteint jamais le brut.", use_regex=True)
        .match(rf"^{paquet}\.(documents|domain\.relu)(\.|$)")
        .should_not_import(rf"^{paquet}\.domain\.(fait|brut|filtre)(\.|$)")
    )


def regle_du_reseau(paquet: str) -> RuleConstraints:
    """Aucun module ne sait parler au réseau."""
    return (
        archrule("Rien n'ouvre le réseau.", use_regex=True)
        .match(rf"^{paquet}(\.|$)")
        .should_not_import(rf"^({RESEAU})(\.|$)")
    )


def regle_du_bureau(paquet: str) -> RuleConstraints:
    """Le bus du bureau ne s'écoute qu'en un endroit, qui vérifie qu'il est de cette machine."""
    return (
        archrule("Seul le verrou écoute le bureau.", use_regex=True)
        .match(rf"^{paquet}(\.|$)")
        .exclude(rf"^{paquet}\.ui\.verrou(\.|$)")
        .should_not_import(r"^PySide6\.QtDBus(\.|$)")
    )


@pytest.mark.parametrize("salle", SALLES, ids=lambda salle: salle.nom)
def test_une_salle_n_importe_que_ses_voisines(salle: Salle) -> None:
    regle_de_salle(salle, PAQUET).check(PAQUET, only_direct_imports=True)


def test_ce_qui_sort_n_atteint_jamais_le_brut() -> None:
    regle_du_brut(PAQUET).check(PAQUET)


def test_rien_n_ouvre_le_reseau() -> None:
    regle_du_reseau(PAQUET).check(PAQUET, only_direct_imports=True)


def test_seul_le_verrou_ecoute_le_bureau() -> None:
    regle_du_bureau(PAQUET).check(PAQUET, only_direct_imports=True)


def test_chaque_module_a_sa_salle() -> None:
    assert [module for module in modules(SOURCES) if salle_de(module) is None] == []


TEMOINS = [
    ("domain.fait", "import cryptography"),
    ("domain.fait", "from tat_temoin import paths"),
    ("anonymisation.relecture", "from tat_temoin.usecases import ports"),
    ("anonymisation.relecture", "def tard():\n    import PySide6.QtCore"),
    ("documents.compte_rendu", "from tat_temoin.domain import brut"),
    ("documents.compte_rendu", "from tat_temoin.domain.fait import Fait"),
    ("documents.compte_rendu", "import reportlab"),
    ("documents.rendering.pdf", "import pypdf"),
    ("documents.contre_lecture", "import reportlab"),
    ("store.cahier", "from tat_temoin.usecases.ports import Cahier"),
    ("store.cahier", "import reportlab.pdfgen"),
    ("usecases.calendrier", "import PIL"),
    ("usecases.plans.image", "from tat_temoin.usecases.ports import Cahier"),
    ("usecases.noter", "import holidays"),
    ("usecases.noter", "import tat_temoin.store"),
    ("usecases.noter", "from PySide6.QtCore import QObject"),
    ("ui.saisie", "from tat_temoin import store"),
    ("ui.saisie", "from tat_temoin.documents import rendering"),
    ("ui.saisie", "import sqlcipher3"),
    ("commandes.verifier", "from PySide6.QtCore import QObject"),
    ("commandes.sauvegarder", "from tat_temoin.usecases import exporter"),
    ("paths", "from tat_temoin.domain import fait"),
    ("settings", "import platformdirs"),
]


def ecrit_temoin(dossier: Path, module: str, code: str) -> None:
    """Un paquet `tat_temoin` qui a toutes les salles, et `code` dans l'un de ses modules."""
    noms = {"domain.brut", "documents.rendering.odt", "usecases.ports", "store.cahier", module}
    for nom in noms | {salle.nom for salle in SALLES}:
        chemin = dossier.joinpath("tat_temoin", *nom.split(".")).with_suffix(".py")
        chemin.parent.mkdir(parents=True, exist_ok=True)
        for parent in chemin.relative_to(dossier).parents[:-1]:
            (dossier / parent / "__init__.py").touch()
        if not chemin.with_suffix("").is_dir():
            chemin.write_text(code if nom == module else "", encoding="utf-8")


def infractions(regle: RuleConstraints, *, directes: bool = True) -> list[str]:
    regle.check("tat_temoin", only_direct_imports=directes)
    return [str(echec.reason) for echec in pop_failures()]


@pytest.fixture
def temoin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    pop_failures()


@pytest.mark.parametrize(("module", "code"), TEMOINS)
def test_une_salle_qui_importe_trop_est_prise(temoin: Path, module: str, code: str) -> None:
    ecrit_temoin(temoin, module, code)
    salle = salle_de(module)

    assert salle is not None
    assert len(infractions(regle_de_salle(salle, "tat_temoin"))) == 1


def test_une_salle_qui_reste_chez_elle_est_laissee_en_paix(temoin: Path) -> None:
    """Contrôle inverse : la règle ne refuse pas tout."""
    ecrit_temoin(
        temoin, "store.cahier", "import sqlcipher3, json\nfrom tat_temoin.domain import relu"
    )

    assert [infractions(regle_de_salle(salle, "tat_temoin")) for salle in SALLES] == [
        [] for _ in SALLES
    ]


def test_un_document_qui_atteint_le_brut_par_un_detour_est_pris(temoin: Path) -> None:
    ecrit_temoin(temoin, "documents.compte_rendu", "from tat_temoin.domain import libelles")
    detour = temoin / "tat_temoin/domain/libelles.py"
    detour.write_text("from tat_temoin.domain.brut import TexteBrut", encoding="utf-8")

    assert infractions(regle_du_brut("tat_temoin"), directes=False)


@pytest.mark.parametrize("module", ["socket", "urllib.request", "http.client", "ssl", "asyncio"])
def test_un_module_qui_ouvre_le_reseau_est_pris(temoin: Path, module: str) -> None:
    ecrit_temoin(temoin, "domain.fait", f"def tard():\n    import {module}")

    assert infractions(regle_du_reseau("tat_temoin"))


def test_qtnetwork_est_pris(temoin: Path) -> None:
    ecrit_temoin(temoin, "ui.saisie", "from PySide6.QtNetwork import QNetworkAccessManager")

    assert infractions(regle_du_reseau("tat_temoin"))


def test_qtdbus_hors_du_verrou_est_pris(temoin: Path) -> None:
    ecrit_temoin(temoin, "ui.saisie", "from PySide6 import QtDBus\nimport PySide6.QtDBus")

    assert infractions(regle_du_bureau("tat_temoin"))
