"""Le texte plié, et le retour à l'indice d'origine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.nombres import nombre_dit
from tat_carnet.anonymisation.pliage import Note, plier
from tat_carnet.anonymisation.sonorite import est_une_faute, sonne_comme_un_prenom


@pytest.mark.parametrize(
    ("ecrit", "plie"),
    [
        ("L’Été, ŒUVRE", "l'ete, oeuvre"),
        ("Кarim", "karim"),
        ("ＡＢ ﬁn…", "ab fin..."),
        ("e\u0301t\u200be\u0301", "ete"),
        ("a\u00a0b\u2028c", "a b\nc"),
        ("« oui » — Straße", '" oui " - strasse'),
        ("Łukasz Đorđe", "lukasz dorde"),
    ],
)
def test_plier_efface_casse_accents_sosies_et_signes_invisibles(ecrit: str, plie: str) -> None:
    assert plier(ecrit) == plie


@given(st.text(max_size=60))
def test_plier_deux_fois_ne_change_rien(texte: str) -> None:
    assert plier(plier(texte)) == plier(texte)


@given(st.text(max_size=60))
def test_chaque_mot_plie_revient_a_des_bornes_du_texte(texte: str) -> None:
    note = Note.de(texte)
    for mot in note.mots:
        debut, fin = note.bornes(mot.debut, mot.fin)
        assert 0 <= debut < fin <= len(texte)
        assert mot.forme in plier(texte[debut:fin])


def test_un_accent_combinant_final_appartient_a_son_mot() -> None:
    note = Note.de("vu Rene\u0301 hier")
    assert note.extrait(note.mots[1]) == "Rene\u0301"


def test_la_moitie_d_une_ligature_revient_a_la_ligature_entiere() -> None:
    note = Note.de("œ")
    assert note.bornes(0, 1) == (0, 1)


@pytest.mark.parametrize(
    ("dit", "valeur"),
    [
        ("14", 14), ("quatre-vingt-dix-sept", 97), ("vingt et un", 21), ("soixante-douze", 72),
        ("dix-huit", 18), ("beaucoup", None), ("", None),
    ],
)  # fmt: skip
def test_un_nombre_se_lit_en_chiffres_ou_en_lettres(dit: str, valeur: int | None) -> None:
    assert nombre_dit(dit) == valeur


@pytest.mark.parametrize("mot", ["truvé", "collegge", "resau"])
def test_un_mot_a_une_lettre_d_un_mot_courant_est_une_faute(mot: str) -> None:
    assert est_une_faute(plier(mot))


@pytest.mark.parametrize("mot", ["yildirim", "a" * 31])
def test_un_mot_etrange_ou_trop_long_n_est_pas_une_faute(mot: str) -> None:
    assert not est_une_faute(mot)


@pytest.mark.parametrize("mot", ["kevine", "issaak", "jennyfer"])
def test_un_prenom_mal_ecrit_sonne_comme_un_prenom(mot: str) -> None:
    assert sonne_comme_un_prenom(mot)


@pytest.mark.parametrize(
    ("texte", "sans_casse"),
    [("VU KARIM HIER", True), ("vu karim hier", True), ("Vu Karim Hier Avec Samir", True),
     ("On a vu Karim hier soir", False), ("", True)],
)  # fmt: skip
def test_une_note_dit_si_ses_majuscules_apprennent_quelque_chose(
    texte: str, sans_casse: bool
) -> None:
    assert Lecture.de(texte).sans_casse is sans_casse


def test_un_rang_hors_de_la_note_rend_du_vide() -> None:
    lecture = Lecture.de("Bonjour")
    assert (lecture.forme(-1), lecture.forme(1), lecture.brut_de(4)) == ("", "", "")
    assert not lecture.majuscule(3)
    assert lecture.brut_de(0) == "Bonjour"
