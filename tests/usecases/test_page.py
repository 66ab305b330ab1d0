"""Le document du dernier regard : rien n'y manque, et chaque ligne sait de qui elle vient."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.documents.interface import (
    Bloc,
    Document,
    Encadre,
    Fiche,
    Lettre,
    Liste,
    Mention,
    Numeros,
    Paragraphe,
    Tableau,
    Titre,
    Ton,
)
from tat_carnet.usecases.relecture.page import Ligne, Role, page

MOTS = st.text("abcé ", min_size=1, max_size=8)
PLUSIEURS = st.lists(MOTS, min_size=1, max_size=3).map(tuple)
BLOCS = st.one_of(
    st.builds(Titre, MOTS, st.sampled_from([1, 2, 3])),
    st.builds(Paragraphe, MOTS, st.sampled_from(Ton)),
    st.builds(Liste, PLUSIEURS),
    st.builds(Numeros, PLUSIEURS),
    st.builds(Encadre, MOTS, PLUSIEURS),
    st.builds(Fiche, MOTS, MOTS, MOTS, MOTS, MOTS, st.one_of(st.just(()), PLUSIEURS), MOTS),
    st.tuples(MOTS, MOTS, MOTS, MOTS).map(
        lambda m: Tableau((m[0], m[1]), ((m[2], m[3]), (m[1], m[2])), (50, 50))
    ),
)


def dit(lignes: tuple[Ligne, ...]) -> list[str]:
    return ["".join(ligne.morceaux) for ligne in lignes]


@given(st.lists(BLOCS, max_size=5))
def test_tout_texte_du_document_y_est_dans_l_ordre(blocs: list[Bloc]) -> None:
    """Témoin (vu une fois) : des précisions oubliées, l'essai échoue."""
    document = Document("Compte-rendu", tuple(blocs))
    suite = "\n".join(dit(page(document)))
    for texte in document.textes():
        assert texte in suite
        suite = suite[suite.index(texte) + len(texte) :]


def test_une_lettre_dit_tout_ce_qu_elle_porte_dans_son_ordre() -> None:
    corps = (Paragraphe("Nous avons vu des seringues."), Liste(("une benne",)))
    lettre = Lettre(
        "Courrier", corps, ("Collectif",), ("Ville",), ("Objet",), "Le 21", "Madame,",
        "Salutations", ("Le président fictif",), ("Copie",),
    )  # fmt: skip
    assert dit(page(lettre)) == list(lettre.textes())


def test_toute_ligne_d_un_fait_ramene_a_ses_mots() -> None:
    fiche = Fiche("Bruit", Mention("point fort"), "Place", "soirée", "observé", ("des voix",))
    muette = Fiche("Bruit", "", "Place", "soirée", "observé", (), "effets")
    vues = page(Document("Note", (fiche, muette)))
    assert [(ligne.role, ligne.morceaux, ligne.source) for ligne in vues] == [
        (Role.fiche, ("Bruit · point fort", " · Place · soirée · observé"), "des voix"),
        (Role.courant, ("des voix",), ""),
        (Role.fiche, ("Bruit", " · Place · soirée · observé"), ""),
        (Role.precisions, ("effets",), ""),
    ]
