"""L'annuaire : des structures et des fonctions, jamais des personnes ; et ce qu'on s'est dit.

Une fiche dit qui sait faire quoi, où, à quelles conditions. Aucun nom n'y a sa place :
`usecases.annuaire` y cherche ceux qui s'y seraient glissés.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Final

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import new_id
from tat_carnet.domain.recherche import words
from tat_carnet.domain.vocabulaire import Canal, Famille, Public, TypePartenaire

MOIS_DE_VALIDITE: Final = 6
"""Au-delà, une fiche est à vérifier : horaires et conditions changent."""

LIGNES_ADRESSE: Final = 6
"""Une adresse postale tient en six lignes, fonction et structure comprises (norme de La Poste)."""

TEXTES: Final = (
    "nom", "fonction", "adresse", "telephone", "courriel", "territoire", "conditions", "horaires",
    "attentes", "limites",
)  # fmt: skip
"""Les champs qui se tapent, dans l'ordre où ils se lisent."""


@dataclass(frozen=True, slots=True)
class Partenaire:
    """Une structure et la fonction à y joindre.

    `adresse` : lignes postales, sans la fonction ni la structure. `territoire` : secteurs ou
    quartiers, séparés par des virgules ; vide, la structure est là partout. `confirmes` : les mots
    dont une personne a dit qu'ils ne nomment personne.
    """

    nom: str
    type: TypePartenaire
    fonction: str = ""
    titre: TitreFonction = TitreFonction.aucun
    civilite: Civilite = Civilite.inconnue
    adresse: str = ""
    telephone: str = ""
    courriel: str = ""
    competences: tuple[Famille, ...] = ()
    publics: tuple[Public, ...] = ()
    territoire: str = ""
    conditions: str = ""
    horaires: str = ""
    attentes: str = ""
    limites: str = ""
    verifie_le: date | None = None
    confirmes: tuple[str, ...] = ()
    id: str = field(default_factory=new_id)

    def verified(self) -> Partenaire:
        """Cette fiche, ou `SaisieIncomplete` nommant le champ à reprendre."""
        if not self.nom.strip():
            raise SaisieIncomplete("Donnez le nom de la structure : il manque.", champ="nom")
        if len(self.bloc_adresse) > LIGNES_ADRESSE:
            raise SaisieIncomplete(
                "L’adresse ne tiendrait pas dans la fenêtre d’une enveloppe : six lignes au plus, "
                "fonction et structure comprises.",
                champ="adresse",
            )
        return self

    @property
    def bloc_adresse(self) -> tuple[str, ...]:
        """Les lignes de l'enveloppe : la fonction, la structure, l'adresse."""
        lignes = (self.fonction, self.nom, *self.adresse.splitlines())
        return tuple(ligne.strip() for ligne in lignes if ligne.strip())

    @property
    def territoires(self) -> tuple[str, ...]:
        """Les secteurs ou quartiers, un à un ; vide si la structure est là partout."""
        return tuple(filter(None, (nom.strip() for nom in self.territoire.split(","))))

    def a_verifier(self, jour: date) -> bool:
        """Vrai si personne n'a vérifié cette fiche depuis plus de six mois."""
        return self.verifie_le is None or self.verifie_le < _mois_avant(jour, MOIS_DE_VALIDITE)

    def textes(self) -> tuple[tuple[str, str], ...]:
        """Chaque champ tapé : son nom et son texte."""
        return tuple((nom, getattr(self, nom)) for nom in TEXTES)


@dataclass(frozen=True, slots=True)
class Echange:
    """Un appel, une rencontre : ce qui s'est dit avec une structure. Ne sort jamais."""

    partenaire_id: str
    le: date
    canal: Canal = Canal.telephone
    objet: TexteBrut = field(default_factory=TexteBrut)
    suite: TexteBrut = field(default_factory=TexteBrut)
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class FiltreAnnuaire:
    """Ce qu'on cherche : des mots, une nature de structure, ce qui est à vérifier.

    `a_verifier_le` : ne garder que les fiches à vérifier ce jour-là.
    """

    texte: str = ""
    type: TypePartenaire | None = None
    a_verifier_le: date | None = None

    @property
    def vide(self) -> bool:
        """Vrai si rien n'est demandé."""
        return self == FiltreAnnuaire()


def limite_de_verification(jour: date) -> date:
    """Le jour avant lequel une vérification ne vaut plus, vue du jour donné."""
    return _mois_avant(jour, MOIS_DE_VALIDITE)


def empreinte(partenaire: Partenaire) -> tuple[str, str]:
    """Ce qui fait dire « c'est la même fiche » : structure et fonction, sans casse ni accent."""
    return " ".join(words(partenaire.nom)), " ".join(words(partenaire.fonction))


def fusionner(gardee: Partenaire, autre: Partenaire) -> Partenaire:
    """`gardee`, complétée de ce qu'elle n'avait pas ; rien de ce qu'elle dit ne change.

    Les listes s'additionnent ; la vérification la plus récente l'emporte.
    """
    champs: dict[str, Any] = {}
    for champ in fields(Partenaire):
        ici, la = getattr(gardee, champ.name), getattr(autre, champ.name)
        if champ.name in ("competences", "publics", "confirmes"):
            champs[champ.name] = tuple(dict.fromkeys((*ici, *la)))
        elif champ.name == "verifie_le":
            champs[champ.name] = max(filter(None, (ici, la)), default=None)
        elif champ.name in ("titre", "civilite"):
            vide = (TitreFonction.aucun, Civilite.inconnue)
            champs[champ.name] = la if ici in vide else ici
        else:
            champs[champ.name] = ici or la
    return Partenaire(**champs)


def _mois_avant(jour: date, mois: int) -> date:
    """Le même jour, `mois` plus tôt ; le dernier du mois s'il est plus court."""
    rang = jour.year * 12 + jour.month - 1 - mois
    annee, numero = divmod(rang, 12)
    for quantieme in range(jour.day, 27, -1):
        try:
            return date(annee, numero + 1, quantieme)
        except ValueError:
            continue
    return date(annee, numero + 1, min(jour.day, 28))
