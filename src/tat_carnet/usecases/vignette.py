"""Composer une vignette : d'une situation, ce qui peut se dire sans dire de qui, où ni quand.

Le contenu relu n'a aucun champ pour un lieu, un âge, un besoin ou une date ; et un texte qui
situerait encore, ou dirait un âge, même motivé pendant la relecture, empêche de signer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from secrets import token_hex
from typing import Final

from tat_carnet.anonymisation.situer import ce_qui_dit_un_age, ce_qui_situe, sans_l_age
from tat_carnet.documents.vignettes import composer
from tat_carnet.domain.errors import RelectureIncomplete, SaisieIncomplete
from tat_carnet.domain.fait import Site
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.relu import Vignette
from tat_carnet.domain.situation import Situation
from tat_carnet.domain.vocabulaire import Profil
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier, Plan, Relu, TexteLibre, preparer

RECIT: Final = "Ce qui s’est passé"
RETENU: Final = "Ce que l’on en retient"


@dataclass(frozen=True, slots=True)
class PreparationVignette:
    """Ce que la personne a rempli avant de relire. Ni le code ni les faits n'y sont.

    `notes` : celles de la situation, à quoi comparer ce qu'elle en a recomposé.
    """

    destinataire: str
    recit: str
    retenu: str = ""
    notes: str = field(default="", repr=False)

    def verified(self) -> PreparationVignette:
        """Cette préparation, ou `SaisieIncomplete` nommant le champ à reprendre."""
        if not self.destinataire.strip():
            raise SaisieIncomplete(
                "Dites à qui part ce document : le journal le retient.", champ="destinataire"
            )
        if not self.recit.strip():
            raise SaisieIncomplete("Racontez en quelques phrases.", champ="recit")
        return self


def proposer_preparation(situation: Situation) -> PreparationVignette:
    """De quoi partir : les étapes, sans leurs dates ni les codes, une par ligne."""
    notes = "\n".join(etape.quoi.lire() for etape in situation.etapes)
    return PreparationVignette(destinataire="", recit=notes, notes=notes)


def ouvrir_vignette(
    cahier: Cahier, preparation: PreparationVignette, jour: date
) -> Dossier[Vignette]:
    """Le dossier à relire ; aucun nom de lieu n'y est public."""
    preparation = preparation.verified()
    lieux = noms_de_lieux(cahier.sites())
    plan = Plan(
        genre=GenreDocument.vignette,
        jour=jour,
        destinataire=preparation.destinataire,
        assembler=lambda relu: _assembler(preparation, lieux, relu),
        composer=composer,
        libres=tuple(
            TexteLibre(texte, titre, "sans lieu, ni âge, ni date", toujours=True)
            for titre, texte in ((RECIT, preparation.recit), (RETENU, preparation.retenu))
        ),
        profil=Profil.vignette,
        notes=preparation.notes,
        refuser=lambda dit: _refuser(dit, lieux),
        # Un nom daté daterait la situation.
        nom=f"vignette-{token_hex(4)}",
    )
    return preparer(plan, (), {}, cahier.termes_masquage() | lieux)


def noms_de_lieux(sites: Iterable[Site]) -> frozenset[str]:
    """Tous les noms, publics ou d'usage, que ce cahier donne à ses lieux."""
    noms = {
        nom.strip()
        for site in sites
        for nom in (site.libelle_public, site.secteur, site.ilot, site.nom_usage.lire())
    }
    return frozenset(noms - {""})


def _refuser(dit: str, lieux: frozenset[str]) -> str:
    """Ce qu'une vignette ne dit pas, motif ou non, et le mot qui irait ; vide s'il n'y a rien."""
    if situe := ce_qui_situe(dit, lieux):
        return f"Une vignette ne dit ni où ni quand : récrivez « {situe[0]} »."
    if age := ce_qui_dit_un_age(dit):
        mot = sans_l_age(age[0])
        return f"Une vignette ne dit pas d’âge : récrivez « {age[0]} ». « {mot} » irait."
    return ""


def _assembler(preparation: PreparationVignette, lieux: frozenset[str], relu: Relu) -> Vignette:
    textes = [preparation.recit, preparation.retenu]
    lus = [texte for texte in dict.fromkeys(textes) if texte.strip()]
    for rang, tape in enumerate(lus):
        if refus := _refuser(relu.texte(tape).texte, lieux):
            raise RelectureIncomplete(refus, passage=rang, alerte=-1)
    return Vignette(relu.texte(preparation.recit), relu.texte(preparation.retenu))
