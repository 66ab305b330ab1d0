"""Les faits d'un compte-rendu : par thème, degré affiché, effort à côté de chaque nombre."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Final

from tat_carnet.documents.effort import tournees_dites
from tat_carnet.documents.interface import Bloc, Fiche, Mention, Paragraphe, Titre, Ton
from tat_carnet.documents.traces import suites
from tat_carnet.documents.typographie import (
    FINE,
    INSECABLE,
    accord,
    insecable,
    lignes,
    majuscule,
    minuscule,
    nombre,
    propre,
    semaine_en_lettres,
)
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.periode import debut_de_periode
from tat_carnet.domain.relu import Effort, FaitRelu
from tat_carnet.domain.vocabulaire import Attestation, Famille, Moment, TailleGroupe, Theme

_NE_SORTENT_PAS: Final = frozenset({Attestation.rumeur, Attestation.infirme})
_DEGRES: Final = {
    Attestation.rapporte: "dit par d’autres, non vérifié",
    Attestation.observe: "vu par l’équipe",
    Attestation.recoupe: "deux sources de natures différentes",
    Attestation.atteste: "confirmé ensemble, en réunion",
}
_ORDRE_MOMENTS: Final = tuple(Moment)
_HORS: Final = "Hors de ce qui arrive à quelqu’un, rien"
_RIEN: Final = "Ne rien avoir vu ne veut pas dire qu’il ne se passe rien."


def phrase_effort(faits: Sequence[FaitRelu], effort: Effort) -> str:
    """« 12 faits, dont 3 points forts, pour environ 30 tournées, dont environ 15 sans rien à
    signaler ».
    """
    compte, tournees = _compte(faits), tournees_dites(effort)
    if not tournees:
        return f"{compte.rstrip(',')}{FINE}; aucune tournée enregistrée sur la période"
    return f"{compte} pour {tournees}"


def _compte(faits: Sequence[FaitRelu]) -> str:
    """« Aucun fait », « 12 faits, dont 3 points forts, » ou « 3 points forts »."""
    if not faits:
        return "Aucun fait"
    forts = sum(est_point_fort(fait) for fait in faits)
    points = accord(forts, "point fort", "points forts")
    if forts == len(faits):
        return points
    return accord(len(faits), "fait") + (f", dont {points}," if forts else "")


def phrase_presence(effort: Effort) -> str:
    """« Environ 30 tournées » : où des faits se disent ensemble, « aucun fait » serait faux."""
    return majuscule(tournees_dites(replace(effort, ras=0))) or "Aucune tournée enregistrée"


def blocs_faits(
    faits: Sequence[FaitRelu], effort: Effort, annee: int, a_quelqu_un: bool = False
) -> Iterator[Bloc]:
    """La section des faits, une fiche chacun ; les refus et les silences de `par_theme`."""
    sans_ras = replace(effort, ras=0)  # dit une fois, en tête

    def fiches(du_theme: Sequence[FaitRelu]) -> Iterator[Bloc]:
        yield Paragraphe(Mention(f"{phrase_effort(du_theme, sans_ras)}."), Ton.theme)
        yield from (fiche(fait, annee) for fait in sorted(du_theme, key=chronologie))

    noms = {theme: libelle(theme) for theme in Theme}
    annonce = Paragraphe(Mention(legende(faits)), Ton.doux)
    yield from par_theme(faits, effort, noms, fiches, annonce, a_quelqu_un=a_quelqu_un)


def par_theme(
    faits: Sequence[FaitRelu],
    effort: Effort,
    noms: Mapping[Theme, str],
    dire: Callable[[Sequence[FaitRelu]], Iterator[Bloc]],
    *annonce: Bloc,
    a_quelqu_un: bool,
) -> Iterator[Bloc]:
    """La section des faits : l'effort, `annonce`, et sous le nom de chaque thème ce qu'en `dire`.

    `SortieRefusee` si l'un est une rumeur ou a été infirmé. `a_quelqu_un` : d'autres arrivent à
    quelqu'un ; on ne les compte pas ici, où le reste se soustrairait, et l'on ne dit pas qu'il n'y
    a rien.
    """
    for fait in faits:
        refuse_rumeur(fait)
    if a_quelqu_un and not faits:
        return
    yield Titre(Mention("Ce que nous avons vu"), 2)
    yield Paragraphe(Mention(f"{phrase_effort(faits, effort)}."))
    if not faits:
        yield Paragraphe(Mention(_RIEN), Ton.doux)
        return
    yield from annonce
    absents = []
    for theme, nom in noms.items():
        du_theme = [fait for fait in faits if fait.themes[0] is theme]
        if du_theme:
            yield Titre(Mention(nom), 3)
            yield from dire(du_theme)
        else:
            absents.append(nom)
    if absents:
        yield Paragraphe(Mention(_silences(absents, a_quelqu_un)), Ton.doux)


def refuse_rumeur(fait: FaitRelu) -> None:
    """`SortieRefusee` si ce fait est une rumeur ou a été infirmé."""
    if fait.attestation in _NE_SORTENT_PAS:
        raise SortieRefusee(
            "Une rumeur ou un fait infirmé ne sort pas du cahier. Rien n’est sorti, rien n’est "
            f"perdu{FINE}: retirez ce fait du document, puis recommencez."
        )


def legende(faits: Sequence[FaitRelu]) -> str:
    """Ce que veut dire chaque degré présent."""
    presents = {fait.attestation for fait in faits}
    degres = (f"{libelle(degre)}, {sens}" for degre, sens in _DEGRES.items() if degre in presents)
    return f"Chaque fait dit sa solidité{FINE}: {f'{FINE}; '.join(degres)}."


def _silences(absents: Sequence[str], a_quelqu_un: bool) -> str:
    debut = _HORS if a_quelqu_un else "Rien"
    return f"{debut} de relevé sur{FINE}: {', '.join(map(minuscule, absents))}. {_RIEN}"


def chronologie(fait: FaitRelu) -> tuple[date, int, str, str, str]:
    """L'ordre du temps, à la partie du jour près ; au-delà, l'alphabet.

    Sans lui, deux soirées d'une même semaine paraîtraient dans l'ordre de leurs jours.
    """
    moment = -1 if fait.moment is None else _ORDRE_MOMENTS.index(fait.moment)
    quand = debut_de_periode(fait.semaine), moment
    return (*quand, fait.libelle_type.texte, fait.lieu.texte, fait.formulation.texte)


def est_point_fort(fait: FaitRelu) -> bool:
    """Vrai si ce fait est un appui du quartier, non un problème."""
    return fait.famille is Famille.points_forts


def fiche(fait: FaitRelu, annee: int) -> Fiche:
    """Un fait, tel qu'il s'imprime ; `annee` : celle que l'on ne redit pas."""
    return Fiche(
        titre=propre(fait.libelle_type.texte),
        marque=Mention("point fort") if est_point_fort(fait) else "",
        lieu=propre(fait.lieu.texte),
        quand=Mention(_quand(fait, annee)),
        degre=Mention(libelle(fait.attestation)),
        corps=corps(fait),
        precisions=Mention(f"{INSECABLE}· ".join(_precisions(fait, annee))),
    )


def _quand(fait: FaitRelu, annee: int) -> str:
    moment = f", {libelle(fait.moment)}" if fait.moment is not None else ""
    return f"{semaine_en_lettres(fait.semaine, annee)}{moment}"


def corps(fait: FaitRelu) -> tuple[str, ...]:
    """Les mots relus d'un fait et le matériel d'une trace : aucun n'est une mention."""
    materiel = lignes(fait.materiel.texte if fait.materiel else "")
    return (*lignes(fait.formulation.texte), *(f"Matériel{FINE}: {ligne}" for ligne in materiel))


def _precisions(fait: FaitRelu, annee: int) -> Iterator[str]:
    """Les champs codés renseignés, chacun nommé ; d'abord ce qui presse."""
    if fait.gravite is not None:
        yield f"gravité{FINE}:{INSECABLE}{insecable(libelle(fait.gravite))}"
    if fait.urgence is not None:
        yield f"urgence{FINE}:{INSECABLE}{insecable(libelle(fait.urgence))}"
    if fait.quantite is not None:
        yield f"quantité{FINE}:{INSECABLE}{nombre(fait.quantite)}"
    if fait.taille_groupe is not None:
        yield _groupe(fait.taille_groupe)
    if fait.tranche_age is not None:
        yield insecable(libelle(fait.tranche_age))
    if fait.publics:
        yield f"publics{FINE}: {_enumeration(fait.publics)}"
    if fait.impacts:
        yield f"effets{FINE}: {_enumeration(fait.impacts)}"
    if fait.recurrence is not None:
        yield insecable(f"fait {libelle(fait.recurrence)}")
    yield from suites(fait, annee)
    for theme in fait.themes[1:]:
        yield f"touche aussi{FINE}: {minuscule(libelle(theme))}"


def _groupe(taille: TailleGroupe) -> str:
    """« 5 à 9 personnes », « 20 personnes et plus », « une personne »."""
    texte = libelle(taille)
    if not texte[0].isdigit():
        return texte
    debut, suite, fin = texte.partition(" et plus")
    return insecable(f"{debut} personnes{suite}{fin}")


def _enumeration(codes: Sequence[StrEnum]) -> str:
    return ", ".join(libelle(code) for code in codes)
