"""Ce qui entoure un passage, et ce qu'une récriture en dit : le texte, et jusqu'où il absorbe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.domain.vocabulaire import Profil

_LOIN: Final = 10_000
_FIN_DE_PHRASE: Final = ".!?…\n:;•«"
ETRE: Final = re.compile(
    r"(?i:(?<!\w)(?:est|sont|[ée]tait|[ée]taient|suis|es|sois|soit|[êe]tre|parce que)[ ]+)$"
)
INCISE: Final = re.compile(
    r",(?= (?:(?:ne|se|me|nous|vous|lui|leur|y|en) |[nsmt]['’]"
    r"|(?:est|sont|a|ont|va|vont|veut|dit|et|qui|que|vient|fait|part|dort|sort|doit|peut|attend"
    r"|habite|reste|passe|arrive|cherche"
    r"|demande|tra[îi]ne|travaille|refuse|accepte|pleure|rit|appelle|souhaite|propose|raconte|vit"
    r"|joue|prend|panique|ouvre|ferme|retrouve|repart|descend|remonte|monte|revient|traduit|vend"
    r"|garde|montre|crie|tient|tape|appelait|hurle|tombe|frappe|sonne|rentre|entre|quitte|perd|rend"
    r"|donne|explique|répond|repond|sait|croit|pense|aime|signe|boit|fume|mange|lit|[ée]crit|court"
    r"|marche|parle|répète|tremble|sourit|salue|surveille|squatte|tourne|zone|galère|bosse|gère"
    r"|conduit|porte|apporte|rapporte|récupère|récup|gagne|paie|paye|accueille|aide|menace|insiste"
    r"|\w{4,}ent|devant|au|aux|à|dans|chez|avec|sur|sous|\w+ait|\w+aient|\w+era)\b))"
)
"""La virgule qui, une fois l'incise récrite, séparerait un sujet de son verbe."""


@dataclass(frozen=True)
class Contexte:
    """Un repère dans son texte ; `gauche` et `droite` sont ce qu'on peut absorber autour de lui."""

    repere: Repere
    extrait: str
    gauche: str
    droite: str
    profil: Profil = Profil.collectif
    saute: int = 0
    """Longueur de l'article ou de la préposition du repère, rangés dans `gauche`."""
    libre: int = _LOIN
    """Signes à droite avant le repère suivant : on n'absorbe rien au-delà."""
    voisin: Categorie | None = None
    """Ce que masque le repère où `gauche` commence ; `None` si elle commence ailleurs."""
    suivant: Categorie | None = None
    """Ce que dit le repère qui suit le nom entier, une origine exceptée : elle s'efface."""
    annonce: str = ""
    """Ce qui suit le nom entier, fût-il en plusieurs repères : « P », « tit Louis »."""
    soignee: bool = False
    """Vrai si la note met leurs capitales aux phrases et aux noms."""
    ecrit: str = ""
    """Ce qui précède le repère, autres repères compris, tel qu'écrit."""

    @property
    def debut(self) -> int:
        """Où commence l'extrait dans le texte : après l'article ou la préposition du repère."""
        return self.repere.debut + self.saute

    @property
    def fin(self) -> int:
        """Où finit l'extrait dans le texte : avant la préposition qui clôt un lien de famille."""
        return self.debut + len(self.extrait)

    @cached_property
    def plie(self) -> str:
        """L'extrait plié."""
        return plier(self.extrait)

    @cached_property
    def _avants(self) -> dict[int, re.Match[str] | None]:
        """Ce que chaque motif, par son `id`, a trouvé : les récritures redemandent les mêmes."""
        return {}

    def avant(self, motif: re.Pattern[str]) -> re.Match[str] | None:
        """Ce qui, juste avant l'extrait, répond à `motif` (une constante, qui finit par `$`)."""
        lus = self._avants
        if id(motif) not in lus:
            lus[id(motif)] = motif.search(self.gauche[-60:])
        return lus[id(motif)]

    def apres(self, motif: re.Pattern[str]) -> re.Match[str] | None:
        """Ce qui, juste après l'extrait et avant le repère suivant, répond à `motif`."""
        return motif.match(self.droite, 0, max(0, self.libre))


@dataclass(frozen=True, slots=True)
class Remplacement:
    """`texte` à la place de l'extrait, de `avant` signes à sa gauche et `apres` à sa droite."""

    texte: str
    avant: int = 0
    apres: int = 0


def en_tete(contexte: Contexte, absorbe: int = 0) -> bool:
    """Vrai si rien de la phrase ne précède l'extrait et les `absorbe` signes de sa gauche."""
    reste = contexte.gauche[: len(contexte.gauche) - absorbe].rstrip(" ")
    return reste[-1] in _FIN_DE_PHRASE if reste else contexte.voisin is None
