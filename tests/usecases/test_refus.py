"""Une panne, quelle que soit la sortie : une phrase, aucun fichier, aucune ligne au journal.

Un genre de document neuf (`GenreDocument`) fait échouer le premier essai tant qu'il n'a pas sa
ligne dans `SORTIES` : ses pannes s'essaient alors sans qu'on y pense.
Témoin (vu une fois) : ôter `sortie_sure` de `preparer` laisse passer `FileNotFoundError`.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from signatures import regarder_et_signer
from tat_carnet.anonymisation import lecteur, lexiques
from tat_carnet.documents.contre_lecture import Trouvaille
from tat_carnet.documents.rendering import odt, pdf
from tat_carnet.domain.errors import EcritureImpossible, ErreurConnue, SortieRefusee
from tat_carnet.domain.journal import FORMATS_DE_DOCUMENT, FormatDocument, GenreDocument
from tat_carnet.store.cahier import CahierOuvert, open_demo
from tat_carnet.usecases import exporter as module
from tat_carnet.usecases.annuaire import imprimer, personnes
from tat_carnet.usecases.cahier_papier import Demande, ouvrir_papier
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.courriers.relire import ouvrir_courrier
from tat_carnet.usecases.exporter import exporter
from tat_carnet.usecases.note_synthese import NotePreparee, ouvrir_note
from tat_carnet.usecases.relecture import Dossier
from tat_carnet.usecases.vignette import PreparationVignette, ouvrir_vignette
from usecases.courriers.aides import JEUDI, courrier, remplir

JOUR: Final = JEUDI.date()
DU: Final = JOUR - timedelta(days=14)
Sortir = Callable[[CahierOuvert, FormatDocument, Path], object]
PANNE: Final = "la panne"


@dataclass(frozen=True)
class Sortie:
    """Comment ce genre sort, dans quels formats, et s'il lit un texte du cahier."""

    sortir: Sortir
    formats: tuple[FormatDocument, ...] = FORMATS_DE_DOCUMENT
    lit: bool = True


def par_le_sas(ouvrir: Callable[[CahierOuvert], Dossier[Any]]) -> Sortir:
    """Relit en acceptant tout, regarde, signe, écrit."""

    def sortir(cahier: CahierOuvert, format_: FormatDocument, chemin: Path) -> object:
        dossier = ouvrir(cahier)
        for rang, etape in enumerate(dossier.etapes):
            while (attend := etape.passage.prochaine()) is not None:
                etape.passage.accepter(attend)
            dossier.marquer_lue(rang)
        signe = regarder_et_signer(dossier)
        return exporter(signe, format_, chemin, cahier=cahier, maintenant=JEUDI)

    return sortir


def fiche(genre: GenreDocument) -> Sortie:
    def sortir(cahier: CahierOuvert, _: FormatDocument, chemin: Path) -> object:
        return imprimer.imprimer_fiche(cahier, genre, chemin, JEUDI)

    return Sortie(sortir, (FormatDocument.pdf,), lit=False)


def rectificatif(cahier: CahierOuvert) -> Dossier[Any]:
    parti = courrier(id="parti", reference="2026-001")
    cahier.save_courrier(parti)
    neuf = courrier(
        id="neuf", rectifie="parti", faits=(), effets="Un bruit, place haute.", demandes=()
    )
    return ouvrir_courrier(cahier, neuf, JEUDI)


G = GenreDocument
SORTIES: Final[dict[GenreDocument, Sortie]] = {
    G.annuaire: Sortie(
        lambda cahier, format_, chemin: imprimer.exporter_annuaire(cahier, format_, chemin, JEUDI),
        (FormatDocument.csv, FormatDocument.vcf),
    ),
    G.cahier_papier: Sortie(
        par_le_sas(lambda c: ouvrir_papier(c, Demande(DU, JOUR, "l’équipe"), JOUR)),
        (FormatDocument.pdf,),
    ),
    G.compte_rendu: Sortie(
        par_le_sas(lambda c: ouvrir_dossier(c, Preparation("Veille", JOUR, DU, JOUR, "la ville")))
    ),
    G.courrier: Sortie(par_le_sas(lambda c: ouvrir_courrier(c, courrier(), JEUDI))),
    G.fiche_liaison: fiche(G.fiche_liaison),
    G.fiche_parcours: fiche(G.fiche_parcours),
    G.livret: Sortie(
        lambda cahier, _, chemin: imprimer.imprimer_livret(cahier, chemin, JEUDI),
        (FormatDocument.pdf,),
    ),
    G.note_synthese: Sortie(
        par_le_sas(
            lambda c: ouvrir_note(
                c,
                NotePreparee(
                    "Lumière", "la ville", DU, JOUR, ("La panne dure.",), ("Elle gêne.",),
                    ("Réparer.",), "Réparer vite.",
                ),
                JOUR,
            )
        )
    ),
    G.rectificatif: Sortie(par_le_sas(rectificatif)),
    G.vignette: Sortie(
        par_le_sas(
            lambda c: ouvrir_vignette(
                c, PreparationVignette("la ville", "Elle a été accueillie.", "Accueillir."), JOUR
            )
        )
    ),
}  # fmt: skip
CAS = [(genre, format_) for genre, sortie in SORTIES.items() for format_ in sortie.formats]
chaque_sortie = pytest.mark.parametrize(("genre", "format_"), CAS)


@pytest.fixture
def cahier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CahierOuvert]:
    with open_demo(tmp_path_factory.mktemp("cahier")) as ouvert:
        remplir(ouvert)
        yield ouvert


def echoue(*_: object, **__: object) -> Any:
    raise RuntimeError(PANNE)


def disque_plein(*_: object, **__: object) -> Any:
    raise OSError(errno.ENOSPC, PANNE)


def reperage_en_panne(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    monkeypatch.setattr(lecteur, "reperer_hors_publics", echoue)
    monkeypatch.setattr(personnes, "reperer", echoue)


def rendu_en_panne(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    monkeypatch.setattr(module, "rendre", echoue)


def contre_lecture_en_panne(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    monkeypatch.setattr(module, "contre_lire", echoue)


def terme_retrouve(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    trouve = (Trouvaille("page 1", "karim"),)
    monkeypatch.setattr(module, "contre_lire", lambda *_, **__: trouve)


def disque_en_panne(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    monkeypatch.setattr(module, "_ecrire", disque_plein)


def journal_en_panne(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    def plein(*_: object) -> None:
        raise EcritureImpossible("Le cahier est plein.")

    monkeypatch.setattr(CahierOuvert, "append_journal", plein)


PANNES = (
    reperage_en_panne,
    rendu_en_panne,
    contre_lecture_en_panne,
    terme_retrouve,
    disque_en_panne,
    journal_en_panne,
)


def test_chaque_genre_de_document_a_sa_ligne_ici() -> None:
    assert set(SORTIES) == set(GenreDocument), "ajoutez à SORTIES comment ce genre sort"


@chaque_sortie
def test_sans_panne_chaque_sortie_sort(
    cahier: CahierOuvert, tmp_path: Path, genre: GenreDocument, format_: FormatDocument
) -> None:
    """Le contrôle positif : ce que les autres essais refusent sort, quand rien ne casse."""
    SORTIES[genre].sortir(cahier, format_, tmp_path / f"x.{format_}")

    assert [p.name for p in tmp_path.iterdir()] == [f"x.{format_}"]
    assert [(ligne.genre, ligne.format) for ligne in cahier.journal()] == [(genre, format_)]


@pytest.mark.parametrize("panne", PANNES)
@chaque_sortie
def test_une_panne_refuse_la_sortie_d_une_phrase(
    cahier: CahierOuvert,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    genre: GenreDocument,
    format_: FormatDocument,
    panne: Callable[[pytest.MonkeyPatch, Path], None],
) -> None:
    sortie = SORTIES[genre]
    if panne is reperage_en_panne and not sortie.lit:
        return  # une fiche vide n'a rien à lire
    panne(monkeypatch, tmp_path)
    with pytest.raises(ErreurConnue) as refus:
        sortie.sortir(cahier, format_, tmp_path / f"x.{format_}")

    assert PANNE not in refus.value.phrase
    assert refus.value.phrase.endswith(".")
    assert list(tmp_path.iterdir()) == []
    assert cahier.journal() == []


@pytest.fixture
def sans_lexiques(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Les lexiques manquent, et rien de ce qui en a été lu ne reste en mémoire."""
    caches = [valeur for valeur in vars(lexiques).values() if hasattr(valeur, "cache_clear")]
    monkeypatch.setattr(lexiques, "resource", lambda *_: tmp_path / "absent")
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.usefixtures("sans_lexiques")
@pytest.mark.parametrize("genre", [genre for genre, sortie in SORTIES.items() if sortie.lit])
def test_sans_lexique_rien_ne_sort(
    cahier: CahierOuvert, tmp_path: Path, genre: GenreDocument
) -> None:
    with pytest.raises(SortieRefusee, match="fichiers qui manque"):
        SORTIES[genre].sortir(cahier, SORTIES[genre].formats[0], tmp_path / "x")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("moteur", "format_"), [(pdf, FormatDocument.pdf), (odt, FormatDocument.odt)]
)
def test_une_police_ou_un_gabarit_qui_manque_se_dit(
    cahier: CahierOuvert,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    moteur: Any,
    format_: FormatDocument,
) -> None:
    def absente(*_: object) -> Any:
        raise FileNotFoundError(tmp_path)

    monkeypatch.setattr(moteur, "rendre", absente)
    with pytest.raises(SortieRefusee, match="fichiers qui manque"):
        SORTIES[G.compte_rendu].sortir(cahier, format_, tmp_path / "x")

    assert list(tmp_path.iterdir()) == []
