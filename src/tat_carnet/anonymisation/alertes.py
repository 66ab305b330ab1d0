"""Une alerte : ce que la relecture demande de décider, un passage à la fois."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from tat_carnet.anonymisation.reperes import DIRECTES, Categorie, Niveau, Repere


class StatutAlerte(StrEnum):
    """Ce que la personne a décidé."""

    en_attente = auto()
    acceptee = auto()
    reformulee = auto()
    gardee = auto()


class Origine(StrEnum):
    """Où l'alerte est née : dans le brut, dans ce que la personne a tapé, ou déjà décidée.

    « reprise » : le pseudonyme d'une formulation déjà relue, retrouvé à sa place.
    """

    brut = auto()
    saisie = auto()
    reprise = auto()


@dataclass(frozen=True, slots=True)
class Alerte:
    """Un passage à décider.

    `debut` et `fin` sont les indices de `terme` dans le texte courant si `origine` est « saisie »,
    dans le texte brut sinon. `rang` ne change pas pendant la relecture d'un passage, sauf pour les
    alertes « saisie », relues à chaque frappe.
    """

    rang: int
    categorie: Categorie
    bloquante: bool
    terme: str
    debut: int
    fin: int
    proposition: str
    origine: Origine = Origine.brut
    statut: StatutAlerte = StatutAlerte.en_attente
    motif: str = ""
    douteuse: bool = False

    @property
    def titre(self) -> str:
        """Étiquette courte : « Prénom ou nom », « Prénom ou nom ? » si rien n'en est sûr."""
        return _TEXTES[self.categorie][0] + "\N{NARROW NO-BREAK SPACE}?" * self.douteuse

    @property
    def explication(self) -> str:
        """Une phrase : pourquoi cette alerte."""
        if self.douteuse:
            return _DOUTES.get(self.categorie, _DOUTE)
        return _TEXTES[self.categorie][1]


def est_bloquante(repere: Repere) -> bool:
    """Vrai si garder ce passage demande un motif (`domaine.md` §5)."""
    return repere.niveau is Niveau.masquer and repere.categorie in _BLOQUANTES


_BLOQUANTES: Final = (DIRECTES - {Categorie.initiales}) | {
    Categorie.age,
    Categorie.etage_porte,
    Categorie.nourrice,
}

_TEXTES: Final[dict[Categorie, tuple[str, str]]] = {
    Categorie.liste: (
        "Terme de la liste",
        "Ce terme est dans la liste, ou masqué ailleurs dans ce document.",
    ),
    Categorie.nom: ("Prénom ou nom", "Un nom désigne une personne."),
    Categorie.surnom: ("Surnom", "Dans le quartier, un surnom vaut un nom."),
    Categorie.initiales: ("Initiales", "Des initiales suffisent à qui connaît la personne."),
    Categorie.telephone: ("Téléphone", "Un numéro mène droit à une personne."),
    Categorie.courriel: ("Courriel", "Une adresse électronique mène droit à une personne."),
    Categorie.compte: ("Compte en ligne", "Un compte de réseau social désigne une personne."),
    Categorie.nir: ("Sécurité sociale", "Ce numéro n’appartient qu’à une personne."),
    Categorie.iban: ("Compte bancaire", "Ce numéro de compte désigne son titulaire."),
    Categorie.plaque: ("Plaque", "Une immatriculation mène à un propriétaire."),
    Categorie.naissance: ("Date de naissance", "Une date de naissance isole une personne."),
    Categorie.adresse: ("Adresse", "Une adresse désigne un foyer."),
    Categorie.age: ("Âge exact", "Un âge exact, joint à un lieu, désigne quelqu’un."),
    Categorie.batiment: ("Bâtiment ou hall", "Un bâtiment resserre le cercle à quelques foyers."),
    Categorie.etage_porte: ("Étage ou porte", "Un étage ou une porte désigne un foyer."),
    Categorie.etablissement: ("Établissement", "Un établissement nommé resserre le cercle."),
    Categorie.petit_lieu: ("Petit lieu", "Tout le quartier sait qui fréquente ce lieu."),
    Categorie.lien_familial: ("Lien familial", "Un lien de famille désigne un foyer."),
    Categorie.role_unique: ("Rôle unique", "Une seule personne tient ce rôle ici."),
    Categorie.date: ("Date", "Une date exacte recoupée avec un lieu désigne quelqu’un."),
    Categorie.heure: ("Heure", "Une heure exacte recoupée avec un lieu désigne quelqu’un."),
    Categorie.origine_religion: (
        "Origine ou religion",
        "Origine et religion ne se notent pas, et ne sortent jamais.",
    ),
    Categorie.nourrice: ("Nourrice", "Ce mot expose un foyer à l’expulsion : il ne sort pas."),
    Categorie.lexique: ("Mot à reformuler", "La démarche préfère décrire que désigner."),
    Categorie.appreciation: ("Appréciation", "Un jugement n’est pas un fait observé."),
}

_DOUTES: Final = {
    Categorie.liste: "Ce mot ressemble à un terme de la liste, ou masqué ailleurs.",
    Categorie.nom: "Ce mot est à la place d’un nom ; il n’en est peut-être pas un.",
    Categorie.surnom: "Ce mot est à la place d’un surnom ; il n’en est peut-être pas un.",
    Categorie.initiales: "Ces lettres sont peut-être celles de quelqu’un.",
    Categorie.age: "Un âge, même approché, resserre le cercle pour ce lecteur.",
    Categorie.batiment: "Un lieu, même sans son nom, resserre le cercle pour ce lecteur.",
    Categorie.etablissement: "Une classe, un établissement, même sans son nom, resserre le cercle.",
    Categorie.date: "Une date, même approchée, resserre le cercle pour ce lecteur.",
}
_DOUTE: Final = "Ce passage y ressemble ; rien ne l’assure."
