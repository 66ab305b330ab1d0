"""Les faits d'une restitution publique : une ligne par sorte de fait, jamais une par fait.

Qui habite là ne lit ni codes ni fiches. D'une sorte, il lit les lieux, les mois, d'où on le sait et
les mots relus, s'il en reste ; ni semaine, ni moment, ni âge, ni public (décision 0036). Il n'y a
de nombre qu'en tout, et « cinq faits ou plus » : un nombre par sorte se soustrairait.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from tat_carnet.documents.comptes_rendus.faits import (
    chronologie,
    corps,
    est_point_fort,
    par_theme,
)
from tat_carnet.documents.ensemble import CINQ
from tat_carnet.documents.interface import Bloc, Fiche, Mention
from tat_carnet.documents.typographie import FINE, INSECABLE, mois_en_lettres, propre
from tat_carnet.domain.periode import debut_de_periode, dit_le_mois
from tat_carnet.domain.relu import Effort, FaitRelu
from tat_carnet.domain.seuils import PETIT_EFFECTIF
from tat_carnet.domain.vocabulaire import Attestation, Recurrence, Theme, TypeFait

_THEMES: Final = {
    Theme.cadre_de_vie: "Cadre de vie",
    Theme.economie_debrouille: "Débrouille et revente",
    Theme.scolarisation_insertion: "École et insertion",
    Theme.intervention_positionnement: "Services et professionnels",
    Theme.adolescence_sante: "Adolescence et santé",
    Theme.expertise_habitants: "Ce que les habitants font et savent",
}
"""Les six thèmes, sans les mots de la démarche."""
_EN_CLAIR: Final = {
    TypeFait.occupation_parties_communes: "Parties communes occupées",
    TypeFait.passage_entrave: "Passage gêné",
    TypeFait.entrees_controlees: "Entrées surveillées",
    TypeFait.occupation_espace_public: "Espace public occupé",
    TypeFait.affluence_exterieure: "Du monde venu d’ailleurs",
    TypeFait.materiel_injection: "Seringues et matériel d’injection",
    TypeFait.autre_materiel: "Autres restes de consommation",
    TypeFait.equipement_hors_service: "Équipement en panne",
    TypeFait.reprise: "La revente a repris",
    TypeFait.retrait: "La revente a reculé",
    TypeFait.deplacement: "La revente s’est déplacée",
    TypeFait.apparition: "Un lieu de revente est apparu",
    TypeFait.rajeunissement: "De plus jeunes autour de la revente",
    TypeFait.changement_produit: "La revente a changé de produit",
    TypeFait.changement_horaires: "La revente a changé d’heures",
    TypeFait.conflit_usage: "Désaccord sur l’usage d’un lieu",
    TypeFait.rixe: "Bagarre",
    TypeFait.produit_inhabituel: "Un produit inhabituel circule",
    TypeFait.retrait_service: "Un service parti ou fermé",
    TypeFait.retour_service: "Un service revenu ou rouvert",
    TypeFait.mediatisation: "Le quartier dans les médias",
    TypeFait.mediation_reussie: "Un désaccord apaisé",
    TypeFait.espace_reinvesti: "Un espace repris par les habitants",
}
"""Les sortes de faits dont le nom de métier ne dirait rien : jamais plus que lui."""
_DEGRES: Final = {
    Attestation.observe: "vu par l’équipe",
    Attestation.recoupe: "su de deux sources",
    Attestation.atteste: "confirmé en réunion",
    Attestation.rapporte: "dit par d’autres, non vérifié",
}
_TYPES: Final = tuple(TypeFait)


class _Sorte(NamedTuple):
    """Ce que dit une entrée. Un fait rapporté, un fait disparu ne se mêlent pas aux autres."""

    rang: int
    titre: str
    rapporte: bool
    disparu: bool


def faits_aux_habitants(
    faits: Sequence[FaitRelu], effort: Effort, annee: int, a_quelqu_un: bool
) -> Iterator[Bloc]:
    """La section des faits ; les refus et les silences de `par_theme`.

    `ValueError` si un fait dit encore sa semaine : le sas les met tous au mois.
    """
    if not all(dit_le_mois(fait.semaine) for fait in faits):
        raise ValueError("Une restitution publique ne dit que des mois.")
    dire = partial(_entrees, annee=annee)
    yield from par_theme(faits, effort, _THEMES, dire, a_quelqu_un=a_quelqu_un)


def _entrees(faits: Sequence[FaitRelu], annee: int) -> Iterator[Fiche]:
    sortes: dict[_Sorte, list[FaitRelu]] = defaultdict(list)
    for fait in sorted(faits, key=chronologie):
        sortes[_sorte(fait)].append(fait)
    for sorte in sorted(sortes):
        yield _entree(sorte, sortes[sorte], annee)


def _sorte(fait: FaitRelu) -> _Sorte:
    """Les points forts d'abord, puis l'ordre des types : celui des faits dirait celui des jours."""
    rang = _TYPES.index(fait.type) - est_point_fort(fait) * len(_TYPES)
    dit = _EN_CLAIR.get(fait.type)
    titre = propre(fait.libelle_type.texte) if dit is None else Mention(dit)
    rapporte = fait.attestation is Attestation.rapporte
    return _Sorte(rang, titre, rapporte, fait.recurrence is Recurrence.disparu)


def _entree(sorte: _Sorte, faits: Sequence[FaitRelu], annee: int) -> Fiche:
    fort = "point fort" if est_point_fort(faits[0]) else ""
    degres = {fait.attestation for fait in faits}
    lieux = sorted({propre(fait.lieu.texte) for fait in faits})
    textes = dict.fromkeys(ligne for fait in faits for ligne in corps(fait))
    return Fiche(
        titre=sorte.titre,
        marque=Mention("ne se voit plus" if sorte.disparu else fort),
        lieu=f"{FINE}; ".join(lieux),
        quand=Mention(_quand(faits, annee)),
        degre=Mention(", ".join(dit for degre, dit in _DEGRES.items() if degre in degres)),
        corps=tuple(textes),
    )


def _quand(faits: Sequence[FaitRelu], annee: int) -> str:
    """« en novembre », « de septembre à novembre » ; et s'il y en a cinq ou plus."""
    debuts = sorted({debut_de_periode(fait.semaine) for fait in faits})
    premier, dernier = debuts[0], debuts[-1]
    if premier == dernier:
        quand = f"en{INSECABLE}{_mois(premier, annee)}"
    elif _rang(dernier) - _rang(premier) + 1 == len(debuts) > 2:
        quand = f"{_de(premier, annee)} à {_mois(dernier, annee)}"
    else:
        *debuts_dits, fin = (f"en{INSECABLE}{_mois(debut, annee)}" for debut in debuts)
        quand = f"{', '.join(debuts_dits)} et {fin}"
    return f"{quand} · {CINQ}" if len(faits) >= PETIT_EFFECTIF else quand


def _rang(mois: date) -> int:
    return mois.year * 12 + mois.month


def _mois(mois: date, annee: int) -> str:
    texte = mois_en_lettres(mois)
    return texte.removesuffix(f" {annee}")


def _de(mois: date, annee: int) -> str:
    texte = _mois(mois, annee)
    return f"d’{texte}" if texte[0] in "ao" else f"de {texte}"
