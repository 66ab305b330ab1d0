"""Faire sortir l'annuaire, par le sas : un livret, des listes, deux fiches vides.

Une fiche où un mot nommerait quelqu'un ne part pas : elle attend, à l'annuaire, qu'on la corrige.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from tat_carnet.documents.annuaire import (
    composer_liaison,
    composer_livret,
    composer_parcours,
    composer_tableau,
)
from tat_carnet.documents.interface import Document
from tat_carnet.domain.annuaire_relu import StructureRelue
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.domain.recherche import fold
from tat_carnet.usecases.annuaire.personnes import PUBLICS_PAR_NATURE, soupcons
from tat_carnet.usecases.annuaire.tenir import TOUTES
from tat_carnet.usecases.exporter import exporter
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Plan, Recit, Relu, TexteLibre, ouvrir
from tat_carnet.usecases.relecture.defaut import sortie_sure

LISTES: Final = {FormatDocument.csv: "CSV", FormatDocument.vcf: "cartes de visite"}
_RIEN: Final = "Aucune fiche de l’annuaire ne peut sortir : il n’y a rien à écrire."
_FICHES: Final = {
    GenreDocument.fiche_liaison: composer_liaison,
    GenreDocument.fiche_parcours: composer_parcours,
}


@dataclass(frozen=True, slots=True)
class Impression:
    """Ce qui est sorti ; et, des fiches où un mot nommerait quelqu'un, le premier de chacune."""

    ligne: LigneJournal
    attentes: tuple[str, ...] = ()

    @property
    def restees(self) -> int:
        """Combien de fiches ne sont pas sorties."""
        return len(self.attentes)


def imprimer_fiche(
    cahier: Cahier, genre: GenreDocument, destination: Path, maintenant: datetime
) -> Impression:
    """Une fiche vide, en PDF : rien du cahier n'y entre."""
    plan: Plan[None] = Plan(
        genre=genre,
        jour=maintenant.date(),
        destinataire="à imprimer",
        assembler=lambda _relu: None,
        composer=lambda _rien: _FICHES[genre](),
        sans_regard="une fiche vide",
        recit=Recit.absent,
    )
    signe = ouvrir(cahier, plan).signer()
    ligne = exporter(signe, FormatDocument.pdf, destination, cahier=cahier, maintenant=maintenant)
    return Impression(ligne)


def imprimer_livret(cahier: Cahier, destination: Path, maintenant: datetime) -> Impression:
    """Le livret, en PDF."""
    jour = maintenant.date()
    return _sortir(
        cahier,
        GenreDocument.livret,
        FormatDocument.pdf,
        destination,
        maintenant,
        lambda structures: composer_livret(structures, jour),
    )


def exporter_annuaire(
    cahier: Cahier, format_: FormatDocument, destination: Path, maintenant: datetime
) -> Impression:
    """Tout l'annuaire, en CSV ou en cartes de visite."""
    genre = GenreDocument.annuaire
    return _sortir(cahier, genre, format_, destination, maintenant, composer_tableau)


def _sortir(
    cahier: Cahier,
    genre: GenreDocument,
    format_: FormatDocument,
    destination: Path,
    maintenant: datetime,
    composer: Callable[[Sequence[StructureRelue]], Document],
) -> Impression:
    annuaire = cahier.partenaires(FiltreAnnuaire(), TOUTES)
    liste = cahier.termes_masquage()
    with sortie_sure():
        lues = [(fiche, soupcons(fiche, liste)) for fiche in annuaire]
    partantes = [fiche for fiche, trouves in lues if not trouves]
    attentes = tuple(trouves[0].a_reprendre(fiche.nom) for fiche, trouves in lues if trouves)
    if not partantes:
        raise ErreurConnue(" ".join((_RIEN, *attentes[:1])))
    jour = maintenant.date()
    plan = Plan(
        genre=genre,
        jour=jour,
        destinataire="annuaire partagé",
        assembler=lambda relu: [_structure(fiche, relu, maintenant) for fiche in partantes],
        composer=composer,
        libres=tuple(
            TexteLibre(
                texte,
                "Fiche de l’annuaire",
                structure=True,
                connus=_connus(fiche, champ),
                confirmes=frozenset(fiche.confirmes),
            )
            for fiche in partantes
            for champ, texte in fiche.textes()
        ),
        sans_regard="des structures seules",
        recit=Recit.absent,
    )
    signe = ouvrir(cahier, plan).signer()
    ligne = exporter(signe, format_, destination, cahier=cahier, maintenant=maintenant)
    return Impression(ligne, attentes)


def _connus(fiche: Partenaire, champ: str) -> frozenset[str]:
    """Ce qui ne nomme personne dans ce champ : tout, s'il est public par nature.

    `soupcons` a déjà dit ce qui, dans un nom de structure ou un courriel, nommerait quelqu'un.
    """
    publics = mots_publics(fiche)
    return publics | {getattr(fiche, champ)} if champ in PUBLICS_PAR_NATURE else publics


def mots_publics(fiche: Partenaire) -> frozenset[str]:
    """Ce qui, dans cette fiche et elle seule, ne nomme personne."""
    return frozenset((*fiche.bloc_adresse, *fiche.territoires, *fiche.confirmes))


def noms_de_structures(fiches: Collection[Partenaire]) -> frozenset[str]:
    """Les noms publics d'un annuaire ; pas ceux qu'il a fallu confirmer : ils disent des noms."""
    return frozenset(
        fiche.nom
        for fiche in fiches
        if not any(fold(terme) in fold(fiche.nom) for terme in fiche.confirmes)
    )


def _structure(fiche: Partenaire, relu: Relu, maintenant: datetime) -> StructureRelue:
    return StructureRelue(
        nom=relu.texte(fiche.nom),
        type=fiche.type,
        fonction=relu.texte(fiche.fonction),
        titre=fiche.titre,
        civilite=fiche.civilite,
        telephone=relu.texte(fiche.telephone),
        courriel=relu.texte(fiche.courriel),
        adresse=relu.texte(fiche.adresse),
        competences=fiche.competences,
        publics=fiche.publics,
        territoire=relu.texte(fiche.territoire),
        conditions=relu.texte(fiche.conditions),
        horaires=relu.texte(fiche.horaires),
        attentes=relu.texte(fiche.attentes),
        limites=relu.texte(fiche.limites),
        verifie_le=fiche.verifie_le,
        a_verifier=fiche.a_verifier(maintenant.date()),
    )
