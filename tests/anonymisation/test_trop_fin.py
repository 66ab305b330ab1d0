"""Ce qui convient au collectif, et dirait trop à un lecteur plus éloigné."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.relecture import Passage
from tat_carnet.domain.vocabulaire import Profil

DITES = {
    "Une jeune, 13-15 ans, a crié.": "Une jeune, moins de 18 ans, a crié.",
    "Un homme de 26-59 ans est venu.": "Un homme de 18 ans et plus est venu.",
    "Un enfant de moins de 11 ans pleure.": "Un enfant de moins de 18 ans pleure.",
    "Une dame de 60 ans et plus attend.": "Une dame de 18 ans et plus attend.",
    "Elle pleure, en 4e.": "Elle pleure, au collège.",
    "Deux en 6e ou 5e, au jugé.": "Deux au collège, au jugé.",
    "Ils sont en 3e ou en 2de.": "Ils sont au collège ou au lycée.",
    "Trois élèves de CM2 et 6e chantent.": "Trois élèves de l’école ou du collège chantent.",
    "Ils sont en quatrième au collège.": "Ils sont au collège.",
    "Il est en terminale.": "Il est au lycée.",
    "Il lit mal, en CM2.": "Il lit mal, à l’école.",
    "Vu la première semaine de mai.": "Vu en mai.",
    "Des cris dans un bâtiment du secteur.": "Des cris dans un îlot du secteur.",
}
"""Ce que le collectif peut lire : ce qu'une institution en lit."""


def toutes_acceptees(texte: str, profil: Profil) -> str:
    passage = Passage(texte, profil=profil)
    while (rang := passage.prochaine()) is not None:
        passage.accepter(rang)
    return passage.texte


@pytest.mark.parametrize("dite", DITES)
def test_ce_que_lit_le_collectif_se_decide_a_nouveau_pour_une_institution(dite: str) -> None:
    """Contrôle positif : le collectif, lui, n'a rien à décider."""
    assert Passage(dite).alertes == ()
    passage = Passage(dite, profil=Profil.institution)

    assert not passage.complete
    assert passage.texte == dite, "rien n’est récrit sans qu’on l’ait décidé"
    assert toutes_acceptees(dite, Profil.institution) == DITES[dite]


@pytest.mark.parametrize("lue", DITES.values())
def test_ce_qu_une_institution_lit_n_alerte_plus_pour_elle(lue: str) -> None:
    assert Passage(lue, profil=Profil.institution).complete


def test_l_ilot_d_une_institution_est_encore_trop_fin_pour_le_public() -> None:
    texte = "Des cris dans un îlot du secteur."

    assert toutes_acceptees(texte, Profil.restitution_publique) == "Des cris dans le quartier."


@pytest.mark.parametrize(
    "banal",
    ["Arrivé en 3e position.", "Des majeurs, 18 ans et plus.", "Une porte cassée en 3 endroits."],
)
def test_ce_qui_n_est_ni_un_age_ni_une_classe_ne_se_decide_pas(banal: str) -> None:
    assert Passage(banal, profil=Profil.restitution_publique).alertes == ()


def test_un_repere_deja_lu_l_emporte_sur_ce_qu_il_touche() -> None:
    passage = Passage("Un garçon de 13-15 ans court.", profil=Profil.institution)

    assert [a.terme for a in passage.alertes] == ["13-15 ans"]
    assert not passage.alertes[0].douteuse
