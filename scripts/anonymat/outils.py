"""Fait lire des textes par un outil, dans le processus et l'environnement de cet outil.

    python scripts/anonymat/outils.py presidio < demande.json > reponse.json

Ne dépend que de la bibliothèque standard : l'environnement d'un autre outil n'a rien de nous. La
demande est `{"series": {nom: {"textes": [...], "liste": [...]}}, "chrono": nom}` ; la réponse ne
rend que des indices de caractères et des mesures, jamais un mot des notes.
"""

from __future__ import annotations

import importlib
import json
import logging
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

MASQUER = "masquer"
MODELE = "fr_core_news_md"

Trouve = tuple[int, int, str]
"""Début, fin (indices de caractères), niveau."""

Lecteur = Callable[[str, Collection[str]], list[Trouve]]
"""D'un texte et d'une liste de masquage à ce que l'outil désigne."""


def tat_carnet() -> Lecteur:
    """Le nôtre ; ce qui conseille un mot sans désigner personne ne compte pas."""
    anonymisation = importlib.import_module("tat_carnet.anonymisation")
    anonymisation.preparer()
    conseils = {"lexique", "appreciation"}
    return lambda texte, liste: [
        (r.debut, r.fin, str(r.niveau))
        for r in anonymisation.reperer(texte, liste)
        if r.categorie not in conseils
    ]


def presidio() -> Lecteur:
    """Presidio tel qu'il s'installe pour le français : ses repères livrés et le modèle moyen."""
    analyseur = importlib.import_module("presidio_analyzer")
    moteur = importlib.import_module("presidio_analyzer.nlp_engine").NlpEngineProvider(
        nlp_configuration={
            "nlp_engine_name": "spacy",
            "models": [{"lang_code": "fr", "model_name": MODELE}],
        }
    )
    engine = analyseur.AnalyzerEngine(nlp_engine=moteur.create_engine(), supported_languages=["fr"])
    return lambda texte, _: [
        (r.start, r.end, MASQUER) for r in engine.analyze(texte, language="fr")
    ]


def gdpr_pseudonymizer() -> Lecteur:
    """Son détecteur complet (spaCy et motifs), avec le modèle moyen que le registre publie."""
    hybride = importlib.import_module("gdpr_pseudonymizer.nlp.hybrid_detector")
    detecteur = hybride.HybridDetector()
    detecteur.load_model(MODELE)
    return lambda texte, _: [
        (e.start_pos, e.end_pos, MASQUER) for e in detecteur.detect_entities(texte)
    ]


def anonyfy() -> Lecteur:
    """Son coffre en mode observation : il désigne sans rien remplacer."""
    dossier = Path(tempfile.mkdtemp(prefix="anonyfy-"))
    coffre = importlib.import_module("anonyfy").Vault(
        key=bytes(range(32)), scope="mesure", registry_path=str(dossier / "registre.db")
    )
    return lambda texte, _: [
        (s.start, s.end, MASQUER) for s in coffre.mask(texte, observe=True).entities
    ]


OUTILS: dict[str, Callable[[], Lecteur]] = {
    "tat_carnet": tat_carnet,
    "presidio": presidio,
    "gdpr-pseudonymizer": gdpr_pseudonymizer,
    "anonyfy": anonyfy,
}


def repondre(nom: str, demande: dict[str, Any]) -> dict[str, Any]:
    """Charge l'outil, lit chaque série, mesure la série `chrono` (mots/s de processeur)."""
    debut = time.process_time()
    lire = OUTILS[nom]()
    lire("Un premier texte pour charger les modèles.", ())
    charge = time.process_time() - debut
    series: dict[str, list[list[Trouve]]] = {}
    duree = 0.0
    for serie, contenu in demande["series"].items():
        debut = time.process_time()
        series[serie] = [lire(texte, contenu["liste"]) for texte in contenu["textes"]]
        if serie == demande["chrono"]:
            duree = time.process_time() - debut
    mots = sum(len(texte.split()) for texte in demande["series"][demande["chrono"]]["textes"])
    return {
        "series": series,
        "chargement_s": charge,
        "mots_s": mots / max(duree, 1e-9),
        "memoire_mo": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    sortie, sys.stdout = sys.stdout, sys.stderr  # un outil bavard n'abîme pas la réponse
    json.dump(repondre(sys.argv[1], json.load(sys.stdin)), sortie)
