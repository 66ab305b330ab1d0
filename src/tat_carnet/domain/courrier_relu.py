"""Ce qui peut partir d'un courrier : des textes et des faits relus."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.logo import Logo
from tat_carnet.domain.relu import Effort, FaitRelu, NatureRelue, TexteRelu


@dataclass(frozen=True, slots=True)
class EnteteRelu:
    """Qui écrit. `expediteur` et `signature` sont des lignes ; `presentation` peut être vide."""

    expediteur: tuple[TexteRelu, ...]
    ville: TexteRelu
    presentation: TexteRelu
    signature: tuple[TexteRelu, ...]
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class DestinataireRelu:
    """À qui l'on écrit : les lignes de l'enveloppe, et de quoi composer l'appel."""

    lignes: tuple[TexteRelu, ...]
    titre: TitreFonction
    civilite: Civilite


@dataclass(frozen=True, slots=True)
class DemandeRelue:
    """Ce qu'on demande, et pour quand."""

    texte: TexteRelu
    echeance: date


@dataclass(frozen=True, slots=True)
class Precedent:
    """Le courrier qu'on relance ou qu'on rectifie ; `le` : son envoi, s'il est connu."""

    reference: str
    le: date | None


@dataclass(frozen=True, slots=True)
class CourrierRelu:
    """Le contenu d'une lettre (`domaine.md` §6), entièrement relu.

    `modele` : la clé d'un modèle. `du` et `au` bornent les semaines des faits cités. `relance` : le
    courrier resté sans réponse. `rectifie` : celui dont un fait s'est révélé faux ; `rectification`
    dit alors lequel, et la lettre ne cite aucun fait.
    """

    modele: str
    reference: str
    jour: date
    entete: EnteteRelu
    destinataire: DestinataireRelu
    objet: TexteRelu
    effort: Effort
    du: date
    au: date
    faits: tuple[FaitRelu, ...] = ()
    effets: TexteRelu | None = None
    demandes: tuple[DemandeRelue, ...] = ()
    disponibilite: TexteRelu | None = None
    copies: tuple[TexteRelu, ...] = ()
    pieces: tuple[TexteRelu, ...] = ()
    relance: Precedent | None = None
    rectifie: Precedent | None = None
    rectification: TexteRelu | None = None
    ensemble: tuple[NatureRelue, ...] = ()
