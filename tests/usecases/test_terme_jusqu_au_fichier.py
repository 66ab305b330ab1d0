"""Un terme de la liste de masquage, écrit de toutes les façons, n'atteint aucun fichier.

De la note au fichier : le sas, la signature, l'export, et le fichier relu ici par un autre chemin
que la contre-lecture. Témoins (vus une fois) : rendre le texte tel quel dans `proposer`, le fichier
est détruit par la contre-lecture (dernier essai) ; ôter aussi la contre-lecture, le terme sort.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from signatures import regarder_et_signer
from tat_carnet.anonymisation import passage
from tat_carnet.anonymisation.passage import TexteEnRelecture
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, SortieRefusee
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FORMATS_DE_DOCUMENT, FormatDocument, LigneJournal
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.relu import CompteRendu, Effort
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import TypeFait, TypePartenaire, TypeSite
from tat_carnet.usecases import exporter as module
from tat_carnet.usecases.annuaire.imprimer import exporter_annuaire
from tat_carnet.usecases.compte_rendu import Preparation, preparer_dossier
from tat_carnet.usecases.exporter import exporter
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier

SOIR = datetime(2026, 11, 18, 21, 30)
PLACE = Site("Place du Lavoir", "Aubépines-Haut", TypeSite.place)
TERMES = ("Kelyan", "Élodie", "Zorglub", "Mehdi Zerrouki", "Océane", "Tchoupinet")
SOSIES = str.maketrans({"e": "е", "o": "о", "a": "а", "c": "с", "i": "і", "E": "Е", "O": "О"})
INVISIBLES = ("\u200b", "\u200d", "\u2060", "\u00ad", "\ufeff")


class CahierDEssai:
    """Ce que demandent l'annuaire et le journal, et rien d'autre."""

    def __init__(
        self, liste: frozenset[str], fiches: Sequence[Partenaire] = (), faits: Sequence[Fait] = ()
    ) -> None:
        self.lignes: list[LigneJournal] = []
        self._liste, self._fiches = liste, fiches
        self._faits = {fait.id: fait for fait in faits}

    def fait(self, fait_id: str) -> Fait:
        return self._faits[fait_id]

    def append_journal(self, ligne: LigneJournal, _: Sequence[Sillage]) -> None:
        self.lignes.append(ligne)

    def termes_masquage(self) -> frozenset[str]:
        return self._liste

    def partenaires(self, *_: object) -> Sequence[Partenaire]:
        return self._fiches

    def sites(self) -> Sequence[Site]:
        return (PLACE,)

    def levees(self) -> Sequence[object]:
        return ()

    def sillages(self, _: object) -> Sequence[Sillage]:
        return ()


def sans_accents(mot: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", mot) if not unicodedata.combining(c))


def dans(invisible: str) -> Callable[[str], str]:
    return lambda mot: invisible.join(mot)


BRUITS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    str.swapcase,
    sans_accents,
    lambda mot: unicodedata.normalize("NFD", mot),
    lambda mot: mot.translate(SOSIES),
    lambda mot: mot.replace(" ", "\u00a0"),
    lambda mot: mot.replace(" ", "  "),
    lambda mot: mot.replace(" ", "-"),
    *map(dans, (*INVISIBLES, " ", ".", "-")),
)
BORDS = (
    "",
    "«",
    "»",
    "(",
    ")",
    ",",
    ".",
    "…",
    "!",
    "?",
    ":",
    ";",
    "'",
    "’",
    '"',
    "*",
    "_",
    "/",
    "#",
)


@st.composite
def ecritures(draw: st.DrawFn) -> tuple[str, str]:
    """Un terme, et une façon de l'écrire : casse, accents, bruit, signes collés."""
    terme = draw(st.sampled_from(TERMES))
    ecrit = terme
    for bruit in draw(st.lists(st.sampled_from(BRUITS), max_size=3)):
        ecrit = bruit(ecrit)
    return terme, f"{draw(st.sampled_from(BORDS))}{ecrit}{draw(st.sampled_from(BORDS))}"


def nu(texte: str) -> str:
    """Rien que des lettres latines sans accent : une lecture à nous, grossière exprès."""
    sosies = {ord(sosie): lettre for lettre, sosie in SOSIES.items()}
    lettres = unicodedata.normalize("NFKD", texte.translate(sosies)).lower()
    return "".join(c for c in lettres if c.isalpha() and not unicodedata.combining(c))


def lu(octets: bytes, format_: FormatDocument) -> str:
    """Tout le texte d'un fichier, métadonnées comprises."""
    if format_ is FormatDocument.pdf:
        pdf = PdfReader(BytesIO(octets))
        return nu(" ".join([*(p.extract_text() for p in pdf.pages), str(pdf.metadata)]))
    if format_ is FormatDocument.odt:
        with ZipFile(BytesIO(octets)) as archive:
            xml = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".xml")]
        return nu(" ".join(xml))
    return nu(octets.decode("utf-8"))


def dossier(textes: Sequence[str], liste: frozenset[str]) -> Dossier[CompteRendu]:
    faits = [Fait(SOIR, PLACE.id, TypeFait.bruit, TexteBrut(texte)) for texte in textes]
    jour = date(2026, 11, 21)
    preparation = Preparation("Veille", jour, jour, jour, "la ville", suites=(textes[0],))
    pret = preparer_dossier(preparation, faits, {PLACE.id: PLACE}, Effort(1, 0), liste)
    for rang, etape in enumerate(pret.etapes):
        while (attend := etape.passage.prochaine()) is not None:
            etape.passage.accepter(attend)
        pret.marquer_lue(rang)
    return pret


def sortir(pret: Dossier[CompteRendu], format_: FormatDocument, dossier_: Path) -> bytes:
    cahier = CahierDEssai(frozenset(), faits=pret.lu.faits)
    chemin = dossier_ / f"sortie.{format_}"
    signe = regarder_et_signer(pret)
    exporter(signe, format_, chemin, cahier=cast(Cahier, cahier), maintenant=SOIR)
    return chemin.read_bytes()


@settings(max_examples=25, deadline=None)
@given(ecritures(), st.sampled_from(FORMATS_DE_DOCUMENT))
@example(("Élodie", "#É\u200bL\u200bO\u200bDIE*"), FormatDocument.odt)
@example(("Kelyan", "'kеlуan…".replace("у", "y")), FormatDocument.pdf)
def test_un_terme_masque_n_atteint_aucun_document(
    ecriture: tuple[str, str], format_: FormatDocument
) -> None:
    terme, ecrit = ecriture
    pret = dossier([f"Hier {ecrit} a crié sur la place.", "Une vitre cassée."], frozenset({terme}))
    with TemporaryDirectory() as ici:
        texte = lu(sortir(pret, format_, Path(ici)), format_)

    assert "vitrecassee" in texte, "le document dit le reste"
    for mot in terme.split():
        assert nu(mot) not in texte


@settings(max_examples=40, deadline=None)
@given(ecritures(), st.sampled_from([FormatDocument.csv, FormatDocument.vcf]))
def test_un_terme_masque_n_atteint_aucune_liste(
    ecriture: tuple[str, str], format_: FormatDocument
) -> None:
    terme, ecrit = ecriture
    sure = Partenaire("Mairie", TypePartenaire.ville, conditions="Sur rendez-vous.")
    fiche = replace(sure, id="x", nom="Office", conditions=f"Demander {ecrit} au guichet.")
    cahier = CahierDEssai(frozenset({terme}), (sure, fiche))
    with TemporaryDirectory() as ici:
        chemin = Path(ici) / f"annuaire.{format_}"
        try:
            exporter_annuaire(cast(Cahier, cahier), format_, chemin, SOIR)
        except ErreurConnue:
            assert list(Path(ici).iterdir()) == []
            return
        texte = lu(chemin.read_bytes(), format_)

    assert "mairie" in texte
    for mot in terme.split():
        assert nu(mot) not in texte


def sans_masquer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Une récriture en panne, qui rend chaque passage tel quel."""
    vraie = passage.proposer

    def rien(texte: str, *args: Any, **kwargs: Any) -> Any:
        dite = vraie(texte, *args, **kwargs)
        morceaux = tuple(
            replace(m, remplacement=texte[m.debut_brut : m.fin_brut]) for m in dite.morceaux
        )
        return replace(dite, texte=texte, morceaux=morceaux)

    monkeypatch.setattr(passage, "proposer", rien)


@pytest.mark.parametrize("format_", FORMATS_DE_DOCUMENT)
@pytest.mark.parametrize("ecrit", ["Kelyan", "KELYAN", "ke\u200blyan", "Kеlyan", "«Kelyan»"])
def test_la_contre_lecture_detruit_ce_que_le_masquage_a_laisse(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, format_: FormatDocument, ecrit: str
) -> None:
    """Le contrôle positif : le masquage ôté, elle est le dernier mur ; ôtée aussi, tout sort."""
    sans_masquer(monkeypatch)
    pret = dossier([f"Hier {ecrit} a crié.", "Une vitre."], frozenset({"Kelyan"}))
    with pytest.raises(SortieRefusee, match="devait rester masqué"):
        sortir(pret, format_, tmp_path)
    assert list(tmp_path.iterdir()) == []

    monkeypatch.setattr(module, "contre_lire", lambda *_, **__: ())
    assert "kelyan" in lu(sortir(pret, format_, tmp_path), format_)


def test_un_terme_garde_n_est_plus_cherche_et_un_terme_reste_ecrit_l_est() -> None:
    """Ce qui devait être masqué se cherche, même si la formulation le dit encore."""
    garde = TexteEnRelecture("vu Kelyan", ["Kelyan"])
    garde.garder(0, "un élu")
    assert garde.termes_masques == frozenset()

    ecrit = TexteEnRelecture("vu Kelyan", ["Kelyan"])
    ecrit.accepter(0)
    ecrit.modifier("vu un jeune, ou Kelyan")
    assert ecrit.termes_masques == {"Kelyan"}
