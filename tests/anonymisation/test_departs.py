"""Chercher un motif là où il peut commencer trouve ce que trouve `finditer`, ni plus ni moins."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.lecture import read_notes
from tat_carnet.anonymisation import amorces, departs, prepare, reperer, rules
from tat_carnet.anonymisation.pliage import Note, plier

TRAVAIL = sorted((Path(__file__).parents[1] / "corpus" / "travail").glob("*.txt"))
TEXTES = [note.texte for chemin in TRAVAIL for note in read_notes(chemin)][::4]
BRUITS = st.sampled_from([*" -',.:;/(+#@_°€½→\n\t", "7", "12", " le ", "ж", "١", "🙂", "\u200b"])
CHAQUE_MOTIF = pytest.mark.no_cover
"""Chaque motif sur chaque texte : le traceur de couverture triplerait le temps, pour rien."""


reperer(" ".join(TEXTES[:40]))
CHERCHES = tuple(departs._TABLE.motifs)


def motifs() -> list[re.Pattern[str]]:
    """Ceux que nomme un module des règles, et ceux qu'une règle compose à son premier emploi."""
    modules = (import_module(f"{rules.__name__}.{m.name}") for m in iter_modules(rules.__path__))
    nommes = (valeur for module in modules for valeur in vars(module).values())
    trouves = {motif for motif in nommes if isinstance(motif, re.Pattern)}
    return sorted(trouves.union(CHERCHES), key=lambda motif: motif.pattern)


MOTIFS = [motif for motif in motifs() if not motif.fullmatch("")]


def ecart(motif: re.Pattern[str], texte: str) -> tuple[list[object], list[object]] | None:
    """Ce que rend chaque recherche, si elles ne s'accordent pas."""
    note = Note.de(texte)
    vus = [(m.span(), m.groups()) for m in note.departs.occurrences(motif)]
    tous = [(m.span(), m.groups()) for m in motif.finditer(note.plie)]
    return None if vus == tous else (vus, tous)


@st.composite
def bruites(draw):
    """Deux notes du corpus cousues, avec des signes en trop, des lettres en moins."""
    texte = draw(BRUITS).join(draw(st.lists(st.sampled_from(TEXTES), min_size=1, max_size=2)))
    for place in draw(st.lists(st.integers(0, len(texte)), max_size=12)):
        texte = texte[:place] + draw(BRUITS) + texte[place + draw(st.integers(0, 2)) :]
    return texte


@CHAQUE_MOTIF
@settings(deadline=None)
@given(bruites())
def test_un_texte_bruite_rend_les_memes_passages_par_les_deux_chemins(texte):
    assert not [(motif, faux) for motif in MOTIFS if (faux := ecart(motif, texte))]


@CHAQUE_MOTIF
@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=150)
@given(st.data())
def test_un_texte_tire_du_motif_lui_meme_est_trouve(data):
    motif = data.draw(st.sampled_from(MOTIFS))
    tire = data.draw(st.from_regex(motif, alphabet=st.characters(codec="ascii")))
    assert ecart(motif, plier(tire)) is None
    assert ecart(motif, f"vu {plier(tire)} et {plier(tire)}") is None


@CHAQUE_MOTIF
def test_le_corpus_de_travail_rend_les_memes_passages_par_les_deux_chemins():
    notes = [Note.de(texte) for texte in TEXTES]
    trouves = 0
    for motif in MOTIFS:
        for note in notes:
            vus = [m.span() for m in note.departs.occurrences(motif)]
            assert vus == [m.span() for m in motif.finditer(note.plie)]
            trouves += len(vus)
    assert trouves > len(TEXTES)


def test_presque_tous_les_motifs_cherches_ont_des_amorces():
    sans = [motif.pattern for motif in CHERCHES if departs._TABLE.cas(motif) == departs._PARTOUT]
    assert len(sans) < 5, "un motif qu'on essaie partout coûte à chaque note : l'ancrer (\\b)"


FAMILLES = [
    valeur
    for module in iter_modules(rules.__path__)
    for valeur in vars(import_module(f"{rules.__name__}.{module.name}")).values()
    if isinstance(valeur, departs.Famille)
]


def test_une_famille_rend_ceux_de_ses_motifs_que_la_note_ouvre():
    for famille in FAMILLES:
        for texte in [*TEXTES[::5], "ж", "bonjour"]:
            note = Note.de(texte)
            attendus = [motif for motif in famille.motifs if note.departs.places(motif)]
            assert list(note.departs.parmi(famille)) == attendus


def test_chaque_famille_s_ecarte_d_une_note_qui_n_ouvre_rien():
    """Contrôle positif : un motif qui s'essaie devant tout mot ferait toujours chercher les siens.

    Il y a des familles, et aucune ne s'ouvre ici.
    """
    note = Note.de("bonjour")
    assert len(FAMILLES) > 10
    assert not any(note.departs.parmi(famille) for famille in FAMILLES)
    ouverte = departs.Famille(re.compile(r"\bbon\B"), re.compile(r"\b[a-z]+ et puis"))
    assert [list(note.departs.parmi(ouverte)) for _ in range(2)] == [[*ouverte.motifs]] * 2


def test_un_motif_fait_d_un_mot_et_d_une_fin_se_cherche_par_sa_fin():
    motif, fin = re.compile(r"(?<![a-z])[a-z]+,? \d+ ans"), re.compile(r"(?<!\d)\d+ ans")
    for texte in ("vu lea, 12 ans, et lou 13 ans", "12 ans", "le 12 ans", "ж lea 12 ans", "lea"):
        departs_de = Note.de(texte).departs
        vus = [trouve.span() for trouve in departs_de.finissant_par(motif, fin)]
        assert vus == [trouve.span() for trouve in motif.finditer(texte)]


def test_un_texte_qui_garde_des_lettres_etrangeres_se_lit_en_entier():
    motif = re.compile(r"(?<![0-9a-z])bar")
    assert [m.span() for m in Note.de("жbar").departs.occurrences(motif)] == [(1, 4)]


def test_une_amorce_oubliee_se_verrait(monkeypatch):
    """Contrôle positif : un motif tenu pour ancré alors qu'il commence au milieu d'un mot."""
    monkeypatch.setattr(amorces, "_ouvre", lambda _signe, _chemin: True)
    assert ecart(re.compile(r"bar(?=tender)"), "un barbartender") is not None


def test_un_motif_que_l_autre_fil_apprend_n_est_pas_tenu_pour_cherche(monkeypatch):
    """L'aperçu et le fil du cahier lisent ensemble ; un motif manqué laisserait passer un nom.

    Contrôle positif, vu échouer : compter le motif avant d'inscrire ce qu'il ouvre.
    """
    ancien, neuf = re.compile(r"\bancien\b"), re.compile(r"\bbar\b")
    table = departs._Table()
    monkeypatch.setattr(departs, "_TABLE", table)
    table.cas(ancien)
    lit, finir = threading.Event(), threading.Event()

    def lente(motif: re.Pattern[str]) -> prepare.Ouvertures | None:
        lit.set()
        assert finir.wait(30)
        return prepare.ouvertures_de(motif)

    monkeypatch.setattr(departs, "ouvertures_de", lente)
    fil = threading.Thread(target=table.cas, args=(neuf,))
    fil.start()
    assert lit.wait(30)
    connus = len(table.motifs)
    finir.set()
    fil.join()
    note = Note.de("un bar ancien")
    note.departs._placer()
    assert connus == 1
    assert [m.span() for m in note.departs.occurrences(neuf)] == [(3, 6)]
    assert table.cas(neuf) == len(table.motifs) == 2


def test_deux_fils_qui_apprennent_ensemble_n_apprennent_qu_une_fois():
    table, motif = departs._Table(), re.compile(r"\bbar\b")
    with ThreadPoolExecutor(8) as fils:
        assert set(fils.map(lambda _: table._apprendre(motif), range(64))) == {1}
    assert table.motifs == [motif]


def test_se_preparer_lit_presque_tous_les_motifs():
    """Sans quoi la première lettre tapée les attendrait."""
    code = (
        "from tat_carnet.anonymisation import departs, preparer\n"
        "preparer()\n"
        "print(len(departs._TABLE.motifs))\n"
    )
    dit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(dit.stdout) > 0.85 * len(CHERCHES)


def test_la_table_des_debuts_ne_grossit_pas_sans_fin(monkeypatch):
    monkeypatch.setattr(departs, "_DEBUTS_GARDES", 3)
    table, motif = departs._Table(), re.compile(r"\bbar\b")
    table.cas(motif)
    vus = [table[debut] for debut in ("bar ", "bara", "tab", "bar", "t")]
    assert [toujours for toujours, _ in vus] == [[1], [1], [], [1], []]
    assert len(table) <= 3


def test_ce_qui_suit_un_debut_choisit_les_motifs():
    table = departs._Table()
    bon, bons, large = (re.compile(motif) for motif in (r"\bla bon\b", r"\bla b[ai]s", r"\bla b"))
    for motif in (bon, bons, large):
        table.cas(motif)
    toujours, selon = table["la b"]
    assert toujours == [3]
    assert selon == {
        "on": [3, 1],
        "as": [3, 2],
        "is": [3, 2],
    }
    court = re.compile(r"\bla bo(?=[a-z])")
    table.cas(court)
    assert sorted(table["la b"][1]["on"]) == [1, 3, 4]
    assert table["la b"][1]["o"] == [3, 4]


def test_un_motif_appris_fait_oublier_les_debuts_qu_il_ouvre_et_eux_seuls():
    """Contrôle positif : gardé, « bar » tairait le motif neuf à chaque note suivante."""
    table, ancien, neuf = departs._Table(), re.compile(r"\bancien\b"), re.compile(r"\bbar\b")
    table.cas(ancien)
    assert (table["bar "], table["anci"][1]) == (([], {}), {"en": [1]})
    table.cas(neuf)
    assert set(table) == {"anci"}
    assert table["bar "] == ([2], {})


def test_un_motif_appris_pendant_qu_on_place_est_replace(monkeypatch):
    """L'autre fil l'a inscrit entre la copie des motifs et la lecture de la table."""
    table, motif = departs._Table(), re.compile(r"\bbar\b")
    monkeypatch.setattr(departs, "_TABLE", table)
    table.cas(motif)
    note = Note.de("un bar, le bar")
    monkeypatch.setattr(table, "motifs", [])
    note.departs._placer()
    monkeypatch.undo()
    monkeypatch.setattr(departs, "_TABLE", table)
    assert [m.span() for m in note.departs.occurrences(motif)] == [(3, 6), (11, 14)]
