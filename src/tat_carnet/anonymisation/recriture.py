"""D'un texte et de ses repères à une proposition : une phrase plutôt qu'un trait noir."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tat_carnet.anonymisation.recritures.alentours import lire_alentours
from tat_carnet.anonymisation.recritures.capitales import lever, mettre_la_casse
from tat_carnet.anonymisation.recritures.identites import Personne, Reliee
from tat_carnet.anonymisation.recritures.personnes import Distribution
from tat_carnet.anonymisation.recritures.plume import Plume
from tat_carnet.anonymisation.reperes import Niveau, Repere
from tat_carnet.domain.vocabulaire import Profil


@dataclass(frozen=True, slots=True)
class Morceau:
    """`texte[debut_brut:fin_brut]` (le repère et ce qui s'accorde avec lui) et son remplacement.

    `debut` et `fin` sont ses bornes dans le texte proposé, où il vaut `remplacement` si le niveau
    est « masquer », et le texte d'origine s'il est « verifier ».
    """

    repere: Repere
    debut_brut: int
    fin_brut: int
    remplacement: str
    debut: int
    fin: int


@dataclass(frozen=True, slots=True)
class Proposition:
    """Le texte proposé et ses morceaux, un par repère, dans l'ordre.

    `personnes` : qui chaque morceau nomme d'un pseudonyme, par son rang.
    """

    texte: str
    morceaux: tuple[Morceau, ...]
    personnes: Mapping[int, Personne] = field(default_factory=dict)


def proposer(
    texte: str,
    reperes: Sequence[Repere],
    profil: Profil = Profil.collectif,
    reliees: Mapping[str, Reliee] | None = None,
) -> Proposition:
    """Récrit `texte` pour un lecteur ; `reperes` triés et disjoints, comme les rend `reperer`.

    `profil` choisit l'échelon de chaque détail (`echelle`) : plus le document va loin, plus il est
    large. Les pseudonymes (« un premier jeune… le même ») valent le temps d'un texte et ne
    dépendent que de l'ordre des mots : rien ne relie deux propositions, hors `reliees`, ceux que
    la personne a reliés d'un passage à l'autre d'un même document (`liens`).
    """
    contextes = list(lire_alentours(texte, reperes, profil))
    plume = Plume(Distribution(reliees=reliees or {}))
    plume.personnes.preparer(contextes)
    pieces: list[str] = []
    morceaux: list[Morceau] = []
    lu = longueur = 0
    for rang, contexte in enumerate(contextes):
        choix = plume.recrire(contexte, contextes[rang - 1] if rang else None)
        choix = lever(choix, contexte)
        debut = max(lu, contexte.debut - choix.avant)
        if rang and _colle_a_un_doute(texte, reperes[rang - 1], debut):
            debut += 1
        fin = contexte.fin + choix.apres
        if debut > lu and not choix.texte and texte[debut - 1] == texte[fin : fin + 1] == " ":
            fin += 1  # « F | sénégalaise enceinte » : un seul espace
        ecrit = "".join([*pieces[-3:], texte[lu:debut]])
        ote = morceaux[-1] if morceaux and not morceaux[-1].remplacement else None
        ouvre = ote.debut_brut if ote and ote.fin_brut == debut else debut
        nouveau = mettre_la_casse(texte, (ouvre, debut), fin, choix.texte, ecrit)
        montre = nouveau if contexte.repere.niveau is Niveau.masquer else texte[debut:fin]
        pieces += [texte[lu:debut], montre]
        longueur += debut - lu
        morceaux.append(
            Morceau(reperes[rang], debut, fin, nouveau, longueur, longueur + len(montre))
        )
        longueur += len(montre)
        lu = fin
    nommees = plume.personnes.par_repere
    personnes = {i: nommees[r.debut] for i, r in enumerate(reperes) if r.debut in nommees}
    return Proposition("".join([*pieces, texte[lu:]]), tuple(morceaux), personnes)


def _colle_a_un_doute(texte: str, precedent: Repere, debut: int) -> bool:
    """Vrai si absorber dès `debut` prendrait l'espace qui suit un doute, qui reste écrit."""
    suit = precedent.niveau is Niveau.verifier and precedent.fin == debut
    return suit and texte[debut] == " "
