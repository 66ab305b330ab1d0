"""D'une ligne de tableur à un fait brut, ou à la phrase qui dit pourquoi elle reste dehors.

Une phrase ne cite jamais la cellule : son numéro de ligne suffit à la retrouver.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Final, TypeVar

from tat_carnet.anonymisation.reperage import reperer
from tat_carnet.anonymisation.reperes import Categorie
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.importation import Champ, Choix
from tat_carnet.domain.recherche import fold, words
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Gravite,
    Moment,
    NatureSource,
    Public,
    Recurrence,
    TypeFait,
    TypeSite,
    Urgence,
)
from tat_carnet.usecases.importation.codes import (
    lire_age,
    lire_code,
    lire_codes,
    lire_nombre,
    lire_taille,
    lire_type,
)
from tat_carnet.usecases.tableurs.dates import lire_heure, lire_instant

MIDI: Final = time(12)
LIBELLE_PAR_DEFAUT: Final = "Fait importé"
_LIBELLE_MAX: Final = 80
_DESIGNENT: Final = frozenset(
    {
        Categorie.nom,
        Categorie.surnom,
        Categorie.initiales,
        Categorie.telephone,
        Categorie.courriel,
        Categorie.compte,
        Categorie.plaque,
        Categorie.etage_porte,
        Categorie.lien_familial,
    }
)
_HALLS: Final = frozenset({"hall", "entree", "bat", "batiment", "immeuble", "tour", "cage", "bloc"})
_HEURES: Final = {
    Moment.matin: 9,
    Moment.midi: 12,
    Moment.apres_midi: 15,
    Moment.soiree: 20,
    Moment.nuit: 23,
}


NOMS: Final = {
    Champ.jour: "Date",
    Champ.heure: "Heure",
    Champ.lieu: "Lieu",
    Champ.secteur: "Secteur",
    Champ.type: "Type de fait",
    Champ.texte: "Texte",
    Champ.quantite: "Quantité",
    Champ.taille_groupe: "Taille du groupe",
    Champ.tranche_age: "Tranche d’âge",
    Champ.publics: "Publics",
    Champ.attestation: "Degré d’attestation",
    Champ.source: "Nature de la source",
    Champ.gravite: "Gravité",
    Champ.urgence: "Urgence",
    Champ.recurrence: "Récurrence",
}
"""Le nom de chaque champ, à l'écran."""

T = TypeVar("T")


class LigneRefusee(Exception):
    """Cette ligne ne s'importe pas ; son argument est la phrase à montrer."""


def _designe(nom: str) -> bool:
    """Vrai si ce nom de lieu dit une personne, un logement, ou un numéro dans une rue."""
    return any(
        repere.categorie in _DESIGNENT
        or (repere.categorie is Categorie.adresse and any(c.isdigit() for c in nom))
        for repere in reperer(nom)
    )


def _type_de_lieu(nom: str) -> TypeSite:
    """Au premier mot. Un bâtiment est un hall : de taille inconnue, il ne sort pas sous son nom."""
    first = words(nom)[:1]
    if not _HALLS.isdisjoint(first):
        return TypeSite.hall
    return (lire_code(TypeSite, first[0]) if first else None) or TypeSite.autre


class Traducteur:
    """Traduit les lignes d'un même tableau ; `lieux` sont ceux qu'il a fallu créer.

    `jour` est aujourd'hui ; `borne`, le jour avant lequel un fait aurait déjà fait son temps.
    """

    def __init__(self, choix: Choix, sites: Sequence[Site], jour: date, borne: date) -> None:
        self._choix, self._jour, self._borne = choix, jour, borne
        self._sites: dict[tuple[str, str], Site] = {}
        for site in sites:
            for nom in (site.nom_usage.lire(), site.libelle_public):
                self._connaitre(nom, site)
        self.lieux: list[Site] = []

    def traduire(self, cellules: tuple[str, ...], colonnes: int) -> tuple[Fait, list[str]]:
        """Le fait et ce qu'il a fallu laisser ; `LigneRefusee` si la ligne reste dehors."""
        if any(cellules[colonnes:]):
            raise LigneRefusee(
                "Cette ligne a plus de cellules que de titres : elle est sans doute décalée."
            )
        remarques: list[str] = []
        attestation, natures = self._degre(cellules, remarques)
        type_fait, libelle_autre = self._type(cellules)
        fait = Fait(
            instant=self._instant(cellules),
            site_id=self._lieu(cellules).id,
            type=type_fait,
            libelle_autre=libelle_autre,
            texte_brut=TexteBrut(self._lire(Champ.texte, cellules)),
            attestation=attestation,
            natures_source=natures,
            publics=lire_codes(Public, self._lire(Champ.publics, cellules)),
            quantite=self._facultatif(Champ.quantite, cellules, lire_nombre, remarques),
            taille_groupe=self._facultatif(Champ.taille_groupe, cellules, lire_taille, remarques),
            tranche_age=self._facultatif(Champ.tranche_age, cellules, lire_age, remarques),
            gravite=self._facultatif(
                Champ.gravite, cellules, lambda t: lire_code(Gravite, t), remarques
            ),
            urgence=self._facultatif(
                Champ.urgence, cellules, lambda t: lire_code(Urgence, t), remarques
            ),
            recurrence=self._facultatif(
                Champ.recurrence, cellules, lambda t: lire_code(Recurrence, t), remarques
            ),
        )
        try:
            return fait.verified(), remarques
        except SaisieIncomplete as manque:
            raise LigneRefusee(manque.phrase) from None

    def _lire(self, champ: Champ, cellules: tuple[str, ...]) -> str:
        rang = self._choix.colonnes.get(champ)
        return "" if rang is None or rang >= len(cellules) else cellules[rang].strip()

    def _instant(self, cellules: tuple[str, ...]) -> datetime:
        texte = self._lire(Champ.jour, cellules)
        if not texte:
            raise LigneRefusee("Il manque la date.")
        instant = lire_instant(texte)
        if instant is None:
            raise LigneRefusee("La date ne se lit pas : il faut le jour, le mois et l’année.")
        if instant.date() > self._jour:
            raise LigneRefusee("La date est dans l’avenir.")
        if instant.date() < self._borne:
            raise LigneRefusee("Ce fait est trop ancien : le cahier ne le garderait pas.")
        heure = self._heure(cellules)
        if heure is None and instant.time() == time():
            heure = MIDI
        return instant if heure is None else datetime.combine(instant.date(), heure)

    def _heure(self, cellules: tuple[str, ...]) -> time | None:
        texte = self._lire(Champ.heure, cellules)
        moment = lire_code(Moment, texte)
        return time(_HEURES[moment]) if moment is not None else lire_heure(texte)

    def _type(self, cellules: tuple[str, ...]) -> tuple[TypeFait, str]:
        texte = self._lire(Champ.type, cellules)
        if Champ.type in self._choix.colonnes and not texte:
            raise LigneRefusee("Il manque le type de fait.")
        trouve = lire_type(texte) if texte else None
        if trouve is not None:
            return trouve, ""
        return TypeFait.autre, (texte or LIBELLE_PAR_DEFAUT)[:_LIBELLE_MAX]

    def _lieu(self, cellules: tuple[str, ...]) -> Site:
        nom = self._lire(Champ.lieu, cellules)
        if not nom:
            raise LigneRefusee("Il manque le lieu.")
        secteur = self._lire(Champ.secteur, cellules)
        connu = self._sites.get((fold(nom), fold(secteur)))
        if connu is not None:
            return connu
        if not self._choix.creer_lieux:
            raise LigneRefusee("Ce lieu n’est pas dans le cahier.")
        if _designe(nom):
            raise LigneRefusee(
                "Ce nom de lieu désignerait quelqu’un ou un logement : donnez-lui un nom public."
            )
        secteur = secteur or self._choix.secteur.strip()
        if not secteur:
            raise LigneRefusee("Ce lieu est nouveau : il manque son secteur.")
        site = Site(nom, secteur, _type_de_lieu(nom))
        self._connaitre(nom, site)
        self.lieux.append(site)
        return site

    def _connaitre(self, nom: str, site: Site) -> None:
        """Ce nom mène à ce lieu, avec ou sans son secteur ; le premier connu le garde."""
        if nom.strip():
            for secteur in ("", site.secteur):
                self._sites.setdefault((fold(nom.strip()), fold(secteur)), site)

    def _degre(
        self, cellules: tuple[str, ...], remarques: list[str]
    ) -> tuple[Attestation, tuple[NatureSource, ...]]:
        """Jamais plus haut que le fichier ne dit, jamais « attesté » : cela se fait en réunion."""
        natures = lire_codes(NatureSource, self._lire(Champ.source, cellules))
        texte = self._lire(Champ.attestation, cellules)
        dit = lire_code(Attestation, texte)
        if dit is None:
            if texte:
                remarques.append("degré illisible : « rapporté »")
            return Attestation.rapporte, natures or (NatureSource.collegue,)
        if dit is Attestation.infirme:
            remarques.append("« infirmé » se décide en réunion : importé comme rumeur")
            return Attestation.rumeur, natures or (NatureSource.collegue,)
        if dit is Attestation.atteste or (dit is Attestation.recoupe and len(natures) < 2):
            remarques.append("degré abaissé à « observé »")
            dit = Attestation.observe
        defaut = NatureSource.observation if dit is Attestation.observe else NatureSource.collegue
        return dit, natures or (defaut,)

    def _facultatif(
        self,
        champ: Champ,
        cellules: tuple[str, ...],
        lire: Callable[[str], T | None],
        remarques: list[str],
    ) -> T | None:
        texte = self._lire(champ, cellules)
        lu = lire(texte) if texte else None
        if texte and lu is None:
            remarques.append(f"{NOMS[champ]} illisible, laissé vide")
        return lu
