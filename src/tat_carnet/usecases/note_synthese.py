"""Préparer une note de synthèse : les faits solides d'une période, ce qu'on en pense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from tat_carnet.documents.notes import composer_note
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.note_relue import NoteSynthese
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import Attestation, Profil
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier, Plan, Relu, TexteLibre, ouvrir

DEGRES: Final = frozenset({Attestation.recoupe, Attestation.atteste})
"""Une note qui demande de décider ne s'appuie que sur du solide."""

FAITS_AU_PLUS: Final = 2000


@dataclass(frozen=True, slots=True)
class NotePreparee:
    """Ce que la personne a rempli ; `du` et `au` compris."""

    objet: str
    destinataire: str
    du: date
    au: date
    constats: tuple[str, ...] = ()
    analyse: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    proposition: str = ""

    def verified(self) -> NotePreparee:
        """Cette note, ou `SaisieIncomplete` nommant le champ à reprendre."""
        for champ, phrase in (
            ("objet", "Donnez l’objet de la note."),
            ("destinataire", "Dites à qui part cette note : le journal le retient."),
            ("proposition", "Écrivez ce que vous proposez : c’est ce qu’on lira d’abord."),
        ):
            if not getattr(self, champ).strip():
                raise SaisieIncomplete(phrase, champ=champ)
        if not self.analyse:
            raise SaisieIncomplete("Écrivez votre analyse en quelques lignes.", champ="analyse")
        if not self.options:
            raise SaisieIncomplete("Donnez au moins une option.", champ="options")
        if self.au < self.du:
            raise SaisieIncomplete("La période finit avant d’avoir commencé.", champ="au")
        return self


LIGNES_DE_DEUX_PAGES: Final = 78
_SIGNES_PAR_LIGNE: Final = 92
"""À peu près ce que deux pages contiennent, titres ôtés : l'écran estime, la signature mesure."""


@dataclass(frozen=True, slots=True)
class Estimation:
    """Combien de faits une note citerait, et combien de pages elle prendrait, à peu près."""

    faits: int
    pages: float


def estimer_note(cahier: Cahier, note: NotePreparee) -> Estimation:
    """Ce que pèserait cette note, avant toute relecture ; aucun champ n'est exigé."""
    faits = _solides(cahier, note)
    lignes = sum(_lignes(fait.formulation or fait.texte_brut.lire(), 40) for fait in faits)
    ecrits = (*note.constats, *note.analyse, *note.options, note.proposition)
    lignes += sum(_lignes(texte) for texte in ecrits if texte)
    return Estimation(len(faits), 2 * lignes / LIGNES_DE_DEUX_PAGES)


def _lignes(texte: str, avant: int = 0) -> float:
    """Les lignes d'un paragraphe, son blanc compris ; `avant` : les signes qui le précèdent."""
    return -(-(len(texte) + avant) // _SIGNES_PAR_LIGNE) + 0.3


def _solides(cahier: Cahier, note: NotePreparee) -> list[Fait]:
    """Les faits recoupés et attestés de la période, dans l'ordre du temps."""
    faits = cahier.faits(Filtre(du=note.du, au=note.au), FAITS_AU_PLUS)
    return [fait for fait in reversed(faits) if fait.attestation in DEGRES]


def ouvrir_note(cahier: Cahier, note: NotePreparee, jour: date) -> Dossier[NoteSynthese]:
    """Le dossier de relecture d'une note : les faits recoupés et attestés de la période."""
    note = note.verified()
    faits = _solides(cahier, note)
    effort = cahier.effort(note.du, note.au)
    plan = Plan(
        genre=GenreDocument.note_synthese,
        jour=jour,
        destinataire=note.destinataire,
        assembler=lambda relu: _assembler(note, jour, effort, relu),
        composer=composer_note,
        libres=_libres(note),
        degres=DEGRES,
        profil=Profil.institution,
    )
    return ouvrir(cahier, plan, faits)


def _assembler(note: NotePreparee, jour: date, effort: Effort, relu: Relu) -> NoteSynthese:
    return NoteSynthese(
        objet=relu.texte(note.objet),
        jour=jour,
        du=note.du,
        au=note.au,
        effort=effort,
        faits=relu.faits,
        constats=relu.textes(note.constats),
        analyse=relu.textes(note.analyse),
        options=relu.textes(note.options),
        proposition=relu.texte(note.proposition),
        ensemble=relu.ensemble,
    )


def _libres(note: NotePreparee) -> tuple[TexteLibre, ...]:
    courts = (note.objet, *note.constats, *note.options)
    ecrits = (*note.analyse, note.proposition)
    titre, precision = "Note de synthèse", "écrit par vous"
    return (
        *(TexteLibre(texte, titre, precision) for texte in courts),
        *(TexteLibre(texte, titre, precision, toujours=True) for texte in ecrits),
    )
