"""Pendant une réquisition, rien de ce qui efface n'efface.

Contrôle positif, vu échouer : ôter `refuse_if_suspended` d'un seul de ces gestes ; ôter un geste de
`GESTES`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from store.aides import LE, fait, site
from tat_carnet import store
from tat_carnet.domain.conservation import Objet, PurgeSuspendue, Restes, Suspension
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.filtre import Filtre, FiltreGarde
from tat_carnet.domain.importation import Import
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.plan import PlanSecteur, Position
from tat_carnet.domain.reunion import Reunion
from tat_carnet.domain.situation import Situation
from tat_carnet.domain.vocabulaire import (
    Besoin,
    GenreEcheance,
    Moment,
    TypeFait,
    TypePartenaire,
)
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.ports import Cahier

TOURNEE = Tournee(LE.date(), Moment.nuit, "Sud")
SITUATION = Situation("S-01", LE.date(), besoins=(Besoin.sante,))
ECHEANCE = Echeance(LE.date(), GenreEcheance.rentree)
STRUCTURE = Partenaire("Régie des Tilleuls", TypePartenaire.bailleur)
DOUBLE = Partenaire("Régie des tilleuls", TypePartenaire.bailleur)
VIDE, AUTRE = site("Square vide"), site("Square double")
REUNION = Reunion("Cellule de veille", LE.date())
MOT = Restes(mots=frozenset({"maraude"}))
IMPORT = Import(LE, "0" * 64)
PLAN = PlanSecteur("Sud", 1.5, traits=((Position(0.1, 0.2), Position(0.3, 0.4)),))

GESTES: dict[str, Callable[[CahierOuvert], object]] = {
    "vider la corbeille": lambda c: c.empty_corbeille(LE + timedelta(days=99)),
    "effacer de la corbeille": lambda c: c.erase_discarded("jete"),
    "un fait": lambda c: c.delete_fait("garde"),
    "une tournée": lambda c: c.delete_tournee(TOURNEE.id),
    "une situation": lambda c: c.delete_situation(SITUATION.id),
    "une échéance": lambda c: c.delete_echeance(ECHEANCE.id),
    "une structure": lambda c: c.delete_partenaire(STRUCTURE.id),
    "une structure en double": lambda c: c.merge_partenaires(STRUCTURE, DOUBLE.id),
    "un lieu": lambda c: c.delete_site(VIDE.id),
    "un lieu en double": lambda c: c.merge_sites(VIDE.id, AUTRE.id),
    "un plan": lambda c: c.delete_plan("Sud"),
    "le plan d’un secteur qui en rejoint un autre": lambda c: c.rename_secteur("Sud", "Nord"),
    "une recherche gardée": lambda c: c.delete_filtre("bruits"),
    "un mot du dictionnaire": lambda c: c.delete_mot("maraude"),
    "un terme de masquage": lambda c: c.remove_termes_masquage(["Zoé-fictive"]),
    "un import": lambda c: c.annuler_import(IMPORT.id, 9),
    "une réunion": lambda c: c.delete_reunion(REUNION.id),
    "une purge": lambda c: c.commencer_purge(Objet.faits, LE.date() + timedelta(days=9)),
    "une purge commencée": lambda c: c.avancer_purge(9),
    "ce que plus aucun texte ne dit": lambda c: c.achever_purge(LE, MOT),
    "ce qu’un fait effacé disait": lambda c: c.oublier(MOT),
}

EFFACENT: dict[str, str] = {
    "empty_corbeille": "vider la corbeille",
    "erase_discarded": "effacer de la corbeille",
    "delete_fait": "un fait",
    "delete_tournee": "une tournée",
    "delete_situation": "une situation",
    "delete_echeance": "une échéance",
    "delete_partenaire": "une structure",
    "merge_partenaires": "une structure en double",
    "delete_site": "un lieu",
    "merge_sites": "un lieu en double",
    "delete_plan": "un plan",
    "rename_secteur": "le plan d’un secteur qui en rejoint un autre",
    "delete_filtre": "une recherche gardée",
    "delete_mot": "un mot du dictionnaire",
    "remove_termes_masquage": "un terme de masquage",
    "annuler_import": "un import",
    "delete_reunion": "une réunion",
    "avancer_purge": "une purge commencée",
    "achever_purge": "ce que plus aucun texte ne dit",
    "oublier": "ce qu’un fait effacé disait",
}
"""Chaque geste du coffre qui efface, et l'essai qui le retient."""

GARDENT: dict[str, str] = {
    "discard_fait": "le fait est à la corbeille, entier",
    "restore_fait": "il en revient",
    "clear_brouillon": "le fait vient d’être noté : son texte y est",
    "save_situation": "récrit les étapes et les liens qu’on lui donne",
    "save_reunion": "récrit les décisions qu’on lui donne",
    "importer": "un import vide n’a rien écrit",
    "set_duree": "une durée remplace l’autre",
    "reprendre": "lève la suspension elle-même",
    "oublier_second_dossier": "un réglage ; les sauvegardes restent sur la clé",
    "choisir_zone_scolaire": "un réglage",
}
"""Ceux dont le code efface une ligne sans rien faire perdre, et pourquoi."""

STORE = Path(store.__file__).parent


def gestes_qui_effacent() -> set[str]:
    """Les gestes du port dont le code, ou ce qu'il appelle dans `store`, dit « DELETE FROM »."""
    appels: dict[str, set[str]] = {}
    effacent: set[str] = set()
    for module in STORE.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            inside = list(ast.walk(node))
            textes = [n.value for n in inside if isinstance(n, ast.Constant)]
            if any(isinstance(texte, str) and "DELETE FROM" in texte for texte in textes):
                effacent.add(node.name)
            appels.setdefault(node.name, set()).update(
                n.func.attr if isinstance(n.func, ast.Attribute) else getattr(n.func, "id", "")
                for n in inside
                if isinstance(n, ast.Call)
            )
    while nouveaux := {nom for nom, vers in appels.items() if vers & effacent} - effacent:
        effacent |= nouveaux
    return {nom for nom in effacent if hasattr(Cahier, nom)}


def test_tout_geste_qui_efface_est_connu_et_essaye() -> None:
    assert gestes_qui_effacent() == {*EFFACENT, *GARDENT}
    assert {*EFFACENT.values(), "une purge"} == set(GESTES)


@pytest.fixture
def rempli(cahier: CahierOuvert) -> CahierOuvert:
    """Un cahier qui a de tout, dont un fait à la corbeille."""
    lieu = site("Place du Cœur")
    cahier.save_site(lieu)
    cahier.save_tournee(TOURNEE)
    for cle in ("garde", "jete"):
        cahier.save_fait(fait(lieu, cle, id=cle))
    cahier.discard_fait("jete", LE)
    cahier.save_situation(SITUATION)
    cahier.save_echeance(ECHEANCE)
    cahier.save_partenaires([STRUCTURE, DOUBLE])
    cahier.save_site(VIDE)
    cahier.save_site(AUTRE)
    for secteur in ("Sud", "Nord"):
        cahier.save_plan(replace(PLAN, secteur=secteur))
    cahier.save_filtre(FiltreGarde("bruits", Filtre(type=TypeFait.bruit)))
    cahier.add_mot("maraude")
    cahier.save_reunion(REUNION)
    cahier.add_termes_masquage(["Zoé-fictive"])
    cahier.importer(IMPORT, iter([fait(lieu, "venu d’un tableur", id="importe")]), [])
    return cahier


@pytest.mark.parametrize("geste", GESTES.values(), ids=GESTES.keys())
def test_rien_ne_s_efface_pendant_une_requisition(
    rempli: CahierOuvert, geste: Callable[[CahierOuvert], object]
) -> None:
    if geste is not GESTES["une purge"]:
        rempli.commencer_purge(Objet.faits, LE.date() + timedelta(days=9))
    rempli.suspendre(Suspension(LE, True))
    avant = rempli.empreinte_du_contenu()

    with pytest.raises(PurgeSuspendue, match="rien n’est effacé"):
        geste(rempli)

    assert rempli.empreinte_du_contenu() == avant


@pytest.mark.parametrize("geste", GESTES.values(), ids=GESTES.keys())
def test_sans_requisition_chacun_efface(
    rempli: CahierOuvert, geste: Callable[[CahierOuvert], object]
) -> None:
    rempli.commencer_purge(Objet.faits, LE.date() + timedelta(days=9))
    if geste is GESTES["une purge"]:
        while rempli.avancer_purge(9):
            pass
        rempli.achever_purge(LE)
    avant = rempli.empreinte_du_contenu()
    geste(rempli)

    assert rempli.empreinte_du_contenu() != avant
