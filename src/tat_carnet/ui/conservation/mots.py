"""Dire ce qui part : des nombres accordés, des mois, des durées."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale

from tat_carnet.domain.conservation import GestePurge, LignePurge, Objet
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.typographie import compte, jour, nombre

_FRANCAIS: Final = QLocale(QLocale.Language.French, QLocale.Country.France)

Nom = tuple[str, str, bool]
"""Singulier, pluriel, féminin."""

_TEXTES: Final[Mapping[str, Nom]] = {
    "fait": ("texte de fait", "textes de faits", False),
    "tournee": ("note de tournée", "notes de tournée", True),
    "changement_attestation": ("motif d’attestation", "motifs d’attestation", False),
    "reunion": ("texte de réunion", "textes de réunions", False),
}
_LIGNES: Final[Mapping[str, Nom]] = {
    "fait": ("fait", "faits", False),
    "tournee": ("tournée", "tournées", True),
    "brouillon": ("brouillon", "brouillons", False),
    "terme_masquage": ("terme de masquage", "termes de masquage", False),
    "mot_ajoute": ("mot du dictionnaire", "mots du dictionnaire", False),
    "filtre_garde": ("recherche gardée", "recherches gardées", True),
    "journal": ("ligne du journal des sorties", "lignes du journal des sorties", True),
    "journal_purge": ("ligne du journal des purges", "lignes du journal des purges", True),
    "import": ("import", "imports", False),
    "corbeille": ("fait jeté", "faits jetés", False),
    "situation": ("situation", "situations", True),
    "echeance": ("échéance", "échéances", True),
    "levee": ("motif de relecture", "motifs de relecture", False),
    "essai_intrus": ("essai de l’intrus", "essais de l’intrus", False),
    "correction": ("correction en cours", "corrections en cours", True),
    "courrier": ("courrier", "courriers", False),
    "reunion": ("réunion", "réunions", True),
    "echange": ("échange noté à l’annuaire", "échanges notés à l’annuaire", False),
}
_INCONNU: Final[Nom] = ("ligne", "lignes", True)


def nombres(objet: Objet, counts: Mapping[str, int]) -> str:
    """« 12 textes de faits et 3 notes de tournée » ; « rien » s'il n'y a rien."""
    names = {**_LIGNES, **(_TEXTES if objet is Objet.textes_bruts else {})}
    parts = []
    for table, count in counts.items():
        one, many, feminine = names.get(table, _INCONNU)
        parts.append(compte(count, one, many, feminin=feminine))
    if not parts:
        return "rien"
    *first, last = parts
    return f"{', '.join(first)} et {last}" if first else last


def periode(code: str) -> str:
    """« mai 2026 » pour « 2026-05 », l'année seule telle quelle."""
    if len(code) == 4:
        return code
    first = date.fromisoformat(f"{code}-01")
    return mois_de(first)


def mois_de(day: date) -> str:
    """« mai 2026 »."""
    return _FRANCAIS.toString(QDate(day), "MMMM yyyy")


def duree(mois: int) -> str:
    """« 6 mois », « 5 ans » ; les années rondes au-delà de deux."""
    return f"{mois // 12} ans" if mois % 12 == 0 and mois > 24 else f"{mois} mois"


def ligne_du_journal(ligne: LignePurge) -> str:
    """Ce qu'une ligne du journal raconte."""
    if ligne.geste is GestePurge.suspension:
        return "Purge suspendue : réquisition"
    if ligne.geste is GestePurge.reprise or ligne.objet is None or ligne.borne is None:
        return "Suspension levée"
    what = nombres(ligne.objet, ligne.nombres)
    return f"{libelle(ligne.objet)} d’avant le {jour(ligne.borne, annee=True)} : {what}"


def avancee(done: int, total: int) -> str:
    """« Purge en cours : 1 200 sur 4 000. »"""
    return f"Purge en cours : {nombre(done)} sur {nombre(total)}."
