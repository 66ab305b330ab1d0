"""Les paragraphes dont les modèles se composent ; chacun se tait s'il n'a rien à dire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.documents.courriers.textes import Textes
from tat_carnet.documents.effort import tournees_dites
from tat_carnet.documents.ensemble import CINQ, ensemble_en_une_ligne
from tat_carnet.documents.interface import Bloc, Liste, Mention, Numeros, Paragraphe
from tat_carnet.documents.ordre import sans_jour
from tat_carnet.documents.traces import suites
from tat_carnet.documents.typographie import (
    FINE,
    INSECABLE,
    accord,
    date_en_lettres,
    majuscule,
    periode_en_lettres,
    propre,
    semaine_en_lettres,
)
from tat_carnet.domain.courrier_relu import CourrierRelu, DemandeRelue
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.periode import debut_de_periode
from tat_carnet.domain.relu import FaitRelu
from tat_carnet.domain.seuils import PETIT_EFFECTIF
from tat_carnet.domain.vocabulaire import Attestation

CLAUSE: Final = Mention(
    f"Ce courrier décrit des lieux et des usages{FINE}; il ne vise aucune personne ni aucun foyer."
)
_CITABLES: Final = frozenset({Attestation.observe, Attestation.recoupe, Attestation.atteste})
_CHARTE: Final = Mention(
    "Comme le veut la charte du conseil local, ces éléments ne comportent rien de secret, ne se "
    "lisent pas en séance plénière et n’alimentent aucun fichier."
)


def qui_nous_sommes(courrier: CourrierRelu, _textes: Textes) -> Iterator[Bloc]:
    """La présentation de l'association ; une relance rappelle d'abord le courrier resté muet."""
    presentation = propre(courrier.entete.presentation.texte)
    if presentation:
        yield Paragraphe(presentation)
    if courrier.relance is not None:
        le = courrier.relance.le
        quand = f" du {date_en_lettres(le, semaine=False)}" if le else ""
        yield Paragraphe(
            Mention(
                f"Notre courrier {courrier.relance.reference}{quand} est resté sans réponse. Nous "
                "nous permettons d’y revenir."
            )
        )


def faits_en_liste(courrier: CourrierRelu, textes: Textes) -> Iterator[Bloc]:
    """Les faits, un par ligne : lieu, semaine, degré, et ce qui en est déjà signalé."""
    yield _ouverture(courrier, textes)
    faits = sans_jour(_solides(courrier.faits))
    yield from _liste([_fait(fait, courrier) for fait in faits], courrier)


def chronologie(courrier: CourrierRelu, textes: Textes) -> Iterator[Bloc]:
    """Les mêmes, dans l'ordre du temps, la semaine d'abord."""
    yield _ouverture(courrier, textes)
    faits = sans_jour(_solides(courrier.faits))
    faits.sort(key=lambda fait: debut_de_periode(fait.semaine))
    yield from _liste([_fait(fait, courrier, semaine_d_abord=True) for fait in faits], courrier)


def _liste(faits: Sequence[str], courrier: CourrierRelu) -> Iterator[Bloc]:
    """Les faits, puis ce qui arrive à des personnes : des natures, dites ensemble."""
    ensemble = (ensemble_en_une_ligne(courrier.ensemble),) if courrier.ensemble else ()
    yield Liste((*faits, *ensemble))


def comptages(courrier: CourrierRelu, textes: Textes) -> Iterator[Bloc]:
    """Des nombres seuls, par nature de fait : aucune histoire d'élève ne part.

    Moins de cinq ne se compte pas (`domaine.md` §5) : « 1 exclusion », et le collège sait qui.
    """
    yield _ouverture(courrier, textes)
    ensemble = {libelle(nature.type) for nature in courrier.ensemble}
    comptes = Counter(libelle(fait.type) for fait in _solides(courrier.faits))
    comptes.update(libelle(nature.type) for nature in courrier.ensemble)
    yield Liste(
        tuple(
            Mention(f"{nom}{FINE}:{INSECABLE}{_combien(combien, exact=nom not in ensemble)}")
            for nom, combien in sorted(comptes.items())
        )
    )


def _combien(faits: int, *, exact: bool) -> str:
    """De ce qui arrive à quelqu'un, jamais le nombre exact : deux lettres se soustraient."""
    if faits < PETIT_EFFECTIF:
        return "moins de cinq faits constatés"
    return accord(faits, "fait constaté", "faits constatés") if exact else CINQ


def effets(courrier: CourrierRelu, _textes: Textes) -> Iterator[Bloc]:
    """Ce que ces faits produisent : les mots de l'équipe, à défaut les effets codés."""
    if courrier.effets is not None and courrier.effets.texte.strip():
        yield Paragraphe(propre(courrier.effets.texte))
        return
    codes = dict.fromkeys(impact for fait in courrier.faits for impact in fait.impacts)
    if codes:
        liste = ", ".join(libelle(code) for code in codes)
        yield Paragraphe(Mention(f"Effets constatés{FINE}: {liste}."))


def demandes(courrier: CourrierRelu, textes: Textes) -> Iterator[Bloc]:
    """Les demandes, numérotées et datées."""
    yield Paragraphe(Mention(propre(textes.demande)))
    yield Numeros(tuple(_demande(demande) for demande in courrier.demandes))


def charte(_courrier: CourrierRelu, _textes: Textes) -> Iterator[Bloc]:
    """Ce qu'un conseil local promet (`domaine.md` §7)."""
    yield Paragraphe(_CHARTE)


def disponibilite(courrier: CourrierRelu, _textes: Textes) -> Iterator[Bloc]:
    """Quand et comment on peut en parler."""
    if courrier.disponibilite is not None and courrier.disponibilite.texte.strip():
        yield Paragraphe(propre(courrier.disponibilite.texte))


def clause(_courrier: CourrierRelu, _textes: Textes) -> Iterator[Bloc]:
    """La phrase sans laquelle aucun courrier ne part (`domaine.md` §6)."""
    yield Paragraphe(CLAUSE)


def _ouverture(courrier: CourrierRelu, textes: Textes) -> Paragraphe:
    """« Du 2 au 21 novembre 2026, en environ 10 tournées, dont environ 5 sans rien à
    signaler, … ».
    """
    tournees = tournees_dites(courrier.effort)
    presence = f", en {tournees}" if tournees else ""
    periode = periode_en_lettres(courrier.du, courrier.au)
    return Paragraphe(Mention(f"{majuscule(periode)}{presence}, {propre(textes.ouverture)}"))


def _solides(faits: Sequence[FaitRelu]) -> Sequence[FaitRelu]:
    """Ces faits ; `SortieRefusee` si l'un est trop fragile pour un courrier."""
    for fait in faits:
        if fait.attestation not in _CITABLES:
            raise SortieRefusee(
                "Un courrier ne cite que l’observé, le recoupé et l’attesté. Rien n’est sorti, "
                f"rien n’est perdu{FINE}: décochez ce fait, puis recommencez."
            )
    return faits


def _fait(fait: FaitRelu, courrier: CourrierRelu, *, semaine_d_abord: bool = False) -> str:
    semaine = semaine_en_lettres(fait.semaine, courrier.jour.year)
    ou = propre(fait.lieu.texte)
    repere = f"{semaine}, {ou}" if semaine_d_abord else f"{ou}, {semaine}"
    quoi = " ".join(propre(fait.formulation.texte).split("\n")).rstrip(".")
    quoi = quoi or propre(fait.libelle_type.texte)
    deja = f"{FINE}; ".join(suites(fait, courrier.jour.year))
    suite = f" Déjà {deja}." if deja else ""
    return f"{majuscule(repere)}{FINE}: {quoi} ({libelle(fait.attestation)}).{suite}"


def _demande(demande: DemandeRelue) -> str:
    texte = propre(demande.texte.texte).rstrip(".")
    return f"{texte}, avant le {date_en_lettres(demande.echeance, semaine=False)}."
