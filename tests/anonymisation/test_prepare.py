"""Ce qui est livré tout prêt est ce qu'on calculerait, et le raccourci trouve les mêmes fautes."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymisation.test_departs import CHERCHES
from tat_carnet.anonymisation import marques, prepare, sonorite
from tat_carnet.anonymisation.amorces import amorces
from tat_carnet.anonymisation.lexiques import COURANT, mots
from tat_carnet.anonymisation.sonorite import est_une_faute

MOTS = sorted(mots())[::211]
LIVREES = prepare._amorces_livrees()


def lues(motif: re.Pattern[str]) -> prepare.Ouvertures | None:
    connues = amorces(motif)
    return None if connues is None else prepare.ouvertures(connues)


def test_les_amorces_livrees_sont_celles_qu_on_lit_dans_le_motif():
    connus = [motif for motif in CHERCHES if prepare.clef(motif) in LIVREES]
    fausses = [motif.pattern for motif in connus if prepare.ouvertures_de(motif) != lues(motif)]
    assert connus
    assert not fausses, "refaire : python scripts/preparer_lecture.py"


def test_presque_tous_les_motifs_ont_leurs_amorces_livrees():
    """Un motif neuf se lit au départ : quelques-uns ne coûtent rien."""
    manquent = [motif.pattern for motif in CHERCHES if prepare.clef(motif) not in LIVREES]
    assert len(manquent) < 0.15 * len(CHERCHES), "refaire : python scripts/preparer_lecture.py"


def test_un_motif_change_n_a_pas_les_amorces_de_l_ancien():
    assert prepare.clef(re.compile("bar")) != prepare.clef(re.compile("bas"))
    assert prepare.clef(re.compile("bar")) != prepare.clef(re.compile("bar", re.IGNORECASE))
    assert prepare.ouvertures_de(re.compile(r"\bzzbar(?:ons)?")) == {"zzba": {"r"}}
    assert prepare.ouvertures_de(re.compile("zzbar", re.IGNORECASE)) is None


def test_des_tetes_de_memes_suites_s_ecrivent_ensemble_et_se_relisent():
    connues = prepare.ouvertures(frozenset({"le bon", "la bon", "le bal", "la bal", "vu "}))
    groupes = prepare.regrouper(connues)
    assert groupes == [[["la b", "le b"], ["al", "on"]], [["vu "], []]]
    assert {tete: set(suites) for tetes, suites in groupes for tete in tetes} == connues


def test_une_amorce_plus_courte_dispense_de_celles_qu_elle_commence():
    """Contrôle positif : « la bo » gardé à côté de « la » n'ouvrirait qu'une fois sur deux."""
    assert prepare.ouvertures(frozenset({"la ", "la bo", "le boi", "le bon", "au b"})) == {
        "la ": frozenset(),
        "le b": {"oi", "on"},
        "au b": frozenset(),
    }


def test_les_lettres_livrees_sont_celles_des_mots_courants():
    courants = (mot for mot, frequence in mots().items() if frequence > COURANT)
    assert prepare.lettres_entre() == prepare.lettres_entre_deux(courants)
    assert prepare.lettres_entre_deux(["ab-c"]) == {"  b": "a", " a-": "b", "b- ": "c"}


def test_le_tamis_livre_est_celui_des_mots_courants():
    livre, refait = prepare._tamis(), prepare.tamis_des_coupes(sonorite.mots_coupes())
    assert livre == refait, "refaire : python scripts/preparer_lecture.py"
    assert prepare.est_une_coupe("batment")
    assert not prepare.est_une_coupe("zzqzz")


def test_les_sons_livres_sont_ceux_des_prenoms_repandus():
    livres = prepare.sons_des_prenoms()
    assert livres == sonorite.prenoms_par_son(), "refaire : python scripts/preparer_lecture.py"


def test_les_marques_livrees_sont_celles_que_disent_les_questions():
    """Toutes : un lexique touché ne change la marque que de quelques mots.

    Témoin (vu une fois) : un mot de plus dans `choses.txt`, sans refaire, fait échouer cet essai.
    """
    livrees = marques.TABLE.livrees()
    perimees = [forme for forme, dite in livrees.items() if dite != marques.TABLE.demander(forme)]
    assert len(livrees) > 50_000, "refaire : python scripts/preparer_lecture.py"
    assert not perimees, "refaire : python scripts/preparer_lecture.py"


def test_d_autres_questions_n_ont_pas_ces_marques():
    """Contrôle positif : une question ôtée, plus une seule marque livrée ne sert."""
    table = marques._Table()
    table._questions = marques.TABLE._questions[:-1]
    assert marques.TABLE["maison"] == marques.TABLE.demander("maison") | marques.TABLE._dites.get(
        "maison", 0
    )
    assert table.livrees() == {}
    assert table["maison"] == table.demander("maison")


def est_une_faute_a_la_main(forme: str) -> bool:
    """La définition, sans raccourci : toute lettre, à toute place."""
    seuil = sonorite._SEUILS.get(len(forme), COURANT)
    coupes = [(forme[:i], forme[i:]) for i in range(len(forme) + 1)]
    voisins = {g + d[1:] for g, d in coupes if d}
    voisins |= {g + d[1] + d[0] + d[2:] for g, d in coupes if len(d) > 1}
    voisins |= {g + c + d[k:] for g, d in coupes for c in string.ascii_lowercase for k in (0, 1)}
    return any(mots().get(voisin, 0) > seuil for voisin in voisins)


@st.composite
def abimes(draw):
    """Un mot, une lettre ajoutée, ôtée ou changée, une ou deux fois."""
    mot = draw(st.sampled_from(MOTS))
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.integers(0, len(mot)))
        lettre = draw(st.sampled_from(["", *string.ascii_lowercase, "-", "'", "7"]))
        mot = mot[:place] + lettre + mot[place + draw(st.integers(0, 1)) :]
    return mot[: sonorite._MOT_LONG]


@given(abimes())
def test_une_faute_se_reconnait_comme_par_la_definition(forme):
    assert est_une_faute(forme) == est_une_faute_a_la_main(forme)


def test_une_lettre_oubliee_se_verrait(monkeypatch):
    """Contrôle positif : sans les lettres qu'un mot courant place là, la faute échappe."""
    sans_memoire = est_une_faute.__wrapped__
    assert sans_memoire("bxulangerie")
    monkeypatch.setattr(sonorite, "lettres_entre", dict)
    assert not sans_memoire("bxulangerie")


@pytest.mark.parametrize(
    ("forme", "dit"), [("philippe", "filip"), ("quentin", "kentin"), ("beauchamp", "bocamp")]
)
def test_un_nom_s_entend(forme, dit):
    assert sonorite.son(forme) == dit


def test_un_tamis_perime_se_verrait(monkeypatch):
    """Contrôle positif : là où le tamis ne dit rien, la lettre changée ne se cherche pas."""
    monkeypatch.setattr(sonorite, "est_une_coupe", lambda _forme: False)
    assert not est_une_faute.__wrapped__("bxulangerie")
