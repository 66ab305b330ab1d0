"""Le récit d'un fait sort sans les phrases où quelqu'un se tient, qu'on remet une à une."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.anonymisation import reperer, reprise
from tat_carnet.anonymisation.rappels import Rappels
from tat_carnet.anonymisation.recit import RecitDeFait
from tat_carnet.anonymisation.recriture import proposer
from tat_carnet.anonymisation.reprise import retrouver
from tat_carnet.anonymisation.risque.tournures import raconte_quelqu_un
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.vocabulaire import Profil

LIEU = "La minuterie est morte."
FIN = "L’ascenseur aussi."


@pytest.mark.parametrize(
    "quelqu_un",
    [
        "Kelyan dort là.",
        "Un vieux monsieur demande qui lira son courrier.",
        "La guichetière pleurait un peu.",
        "Sa mère attend dehors.",
        "M. Abricot a prêté ses bidons.",
        "Les jeunes du hall B ont porté les sacs.",
        "On a appelé le 06 39 98 12 34.",
        "Un bébé de 3 semaines, et pas d’eau.",
        "Une dame a dit : « Je reste. Et toi ? »",
    ],
)
def test_la_phrase_ou_quelqu_un_se_tient_reste_dehors(quelqu_un: str) -> None:
    """Témoin (vu une fois) : `_partir` sans ses coupes, chacune sort."""
    passage = RecitDeFait(f"{LIEU} {quelqu_un} {FIN}")
    assert passage.texte == f"{LIEU} {FIN}"
    assert quelqu_un in passage.brut[slice(*passage.places_tues[0])]
    assert passage.complete, "il n'y a rien à y décider"


@pytest.mark.parametrize(
    "suite",
    [
        "Puis il repart.",
        "Le même revient.",
        "Elle a crié.",
        "A promis de revenir.",
        "Et voilà.",
        "Exclu 5 jours.",
        "Devant tout le monde, sans un mot.",
        "La porte claque derrière lui.",
        "On l’a accompagné.",
    ],
)
def test_la_phrase_qui_parle_de_lui_s_en_va_avec(suite: str) -> None:
    passage = RecitDeFait(f"{LIEU}\nUn jeune dort là. {suite}\nLe banc est cassé.")
    assert passage.texte.split() == f"{LIEU} Le banc est cassé.".split()


@pytest.mark.parametrize(
    "lieu",
    [
        "Il pleut dans la cage.",
        "Il y a des rats.",
        "La porte ferme mal.",
        "L’eau est coupée.",
    ],
)
def test_une_phrase_de_lieu_reste_meme_apres_quelqu_un(lieu: str) -> None:
    assert RecitDeFait(f"Un jeune dort là. {lieu}").texte == lieu


@pytest.mark.parametrize("lieu", ["Elle ferme mal.", "Et voilà."])
def test_apres_une_phrase_qui_sort_un_pronom_ne_gene_pas(lieu: str) -> None:
    assert RecitDeFait(f"La porte est cassée. {lieu}").texte == f"La porte est cassée. {lieu}"


def test_un_pronom_ne_reste_pas_si_quelqu_un_est_passe_plus_haut() -> None:
    """« La porte est cassée. On l'a raccompagné. » : qui ? Celui d'avant, même phrase entre."""
    brut = "Un jeune dort là. La porte est cassée. On l’a raccompagné. Le banc aussi."
    assert RecitDeFait(brut).texte == "La porte est cassée. Le banc aussi."


def test_des_etages_ne_sont_personne_un_logement_si() -> None:
    assert RecitDeFait("Plus de lumière du 2e au 4e étage.").tues == ()
    assert RecitDeFait("Du bruit au 3e gauche.").tues != ()


def test_une_abreviation_ni_une_parole_citee_ne_coupent_une_phrase() -> None:
    """Coupée, « Je reste. » sortirait sans qu'on sache de qui."""
    for dit in ("Vu M. Untel.", "Un jeune dit « ça va. On gère. » puis part."):
        assert RecitDeFait(f"{dit} Le banc aussi.").texte == "Le banc aussi."
    assert RecitDeFait('Une dame a dit "non. Jamais."').texte == ""


def test_au_public_ceux_qui_se_voient_restent_dehors_aussi() -> None:
    texte = "Elles rient. Le banc est cassé."
    assert RecitDeFait(texte, profil=Profil.restitution_publique).texte == "Le banc est cassé."
    assert RecitDeFait("Elles rient. Le banc est cassé.").texte == "Elles rient. Le banc est cassé."


def test_une_chose_prise_pour_un_nom_ne_fait_pas_taire_sa_phrase() -> None:
    passage = RecitDeFait("La benne est dans Karim. Le banc est cassé.")
    assert passage.texte == "La benne est dans (…). Le banc est cassé."


def test_une_phrase_se_remet_a_sa_place_et_s_ote() -> None:
    passage = RecitDeFait(f"{LIEU} Kelyan dort là. {FIN}")
    passage.remettre(0)
    assert passage.texte == f"{LIEU} Un jeune dort là. {FIN}"
    assert (passage.remises, passage.places_tues) == (frozenset({0}), ())
    assert "Kelyan" in passage.termes_masques
    passage.retirer(0)
    assert passage.texte == f"{LIEU} {FIN}"
    assert passage.remises == frozenset()


def test_la_premiere_et_la_seule_se_remettent_aussi() -> None:
    passage = RecitDeFait("Un jeune dort là. Puis il part.")
    assert passage.texte.strip() == ""
    passage.remettre(1)
    passage.remettre(0)
    assert passage.texte == "Un jeune dort là. Puis il part."


def test_remise_elle_se_lit_comme_une_frappe() -> None:
    """Un doute y attend : rien n'y a été décidé tant qu'elle était dehors."""
    passage = RecitDeFait("Un jeune a une Skarla bleue. Le banc est cassé.")
    assert passage.complete
    passage.remettre(0)
    assert [alerte.terme for alerte in passage.alertes] == ["Skarla"]
    assert not passage.complete


def test_recrite_elle_ne_s_ote_plus_d_un_geste() -> None:
    passage = RecitDeFait(f"{LIEU} Un jeune dort là.")
    passage.remettre(0)
    passage.modifier(f"{LIEU} Un jeune y dort.")
    with pytest.raises(ErreurConnue, match="ôtez-la vous-même"):
        passage.retirer(0)
    assert passage.remises == frozenset({0})


def test_une_formulation_deja_relue_dit_ce_qui_y_fut_remis() -> None:
    brut = "Kelyan dort là. Le banc est cassé. Sa mère l’attend."
    passage = RecitDeFait(brut, depart="Un jeune dort là. Le banc est cassé.")
    assert passage.texte == "Un jeune dort là. Le banc est cassé."
    assert passage.remises == frozenset({0})
    assert [brut[debut:fin] for debut, fin in passage.places_tues] == ["Sa mère l’attend."]


def test_ce_qui_reste_dehors_ne_fait_pas_chercher_ses_doutes() -> None:
    """« (…) » partout ailleurs, pour un mot dont rien n'a été décidé ici."""
    brut = "Un jeune a une Skarla bleue. Le banc est cassé."
    passage = RecitDeFait(brut)
    assert passage.termes_masques == frozenset()
    passage.remettre(0)
    passage.retirer(0)
    assert passage.termes_masques == frozenset()


PHRASES = st.sampled_from(
    ["Kelyan dort.", "Sa mère crie.", LIEU, "Il y a 3 seringues.", "Un jeune rit !", "Rien.", FIN]
)


@given(st.lists(PHRASES, max_size=6), st.sampled_from([" ", "\n", "  "]))
def test_rien_de_ce_qui_reste_ne_dit_quelqu_un(dites: list[str], entre: str) -> None:
    passage = RecitDeFait(entre.join(dites))
    assert not raconte_quelqu_un(fold(passage.texte))
    assert "Kelyan" not in passage.texte


def test_deux_phrases_dehors_l_une_apres_l_autre_ne_font_qu_un_trait() -> None:
    """Témoin (vu une fois) : deux places qui se touchent, et l'écran ne barrait que la première."""
    brut = "Un jeune dort là. Puis il part. Le banc est cassé."
    passage = RecitDeFait(brut)
    assert [brut[debut:fin] for debut, fin in passage.places_tues] == [brut[:32]]
    passage.remettre(0)
    assert [brut[debut:fin] for debut, fin in passage.places_tues] == ["Puis il part. "]


@pytest.mark.parametrize(
    ("dehors", "cherche"),
    [
        ("Le Z ne monte plus, dit une dame.", False),
        ("Moussa attend.", True),
        ("Rose attend.", True),
    ],
)
def test_d_une_phrase_dehors_un_nom_se_cherche_une_lettre_non(dehors: str, cherche: bool) -> None:
    """La contre-lecture refusait « le Z », gardé ailleurs, pour une phrase qui ne sortait pas.

    Témoin (vu une fois) : sans `_restes_dehors`, « Le Z » se cherche.
    """
    passage = RecitDeFait(f"{LIEU} {dehors}")
    assert passage.texte.strip() == LIEU
    assert bool(passage.termes_masques) is cherche


def test_un_doute_leve_ne_cache_pas_un_terme_plus_long_masque_ailleurs() -> None:
    """Témoin (vu une fois) : sans `_est_dans_plus_long`, « Z » levé jadis cachait « le Z »."""
    dit = "Le Z remonte au terminus."
    passage = RecitDeFait(dit, (), dit)
    assert passage.complete
    passage.rappeler(Rappels(["le Z"]))
    assert passage.alertes[passage.prochaine() or 0].terme == "Le Z"
    passage.garder(passage.prochaine() or 0, "la ligne de bus")
    assert "Le Z" in passage.termes_gardes


@pytest.mark.parametrize(
    "reste",
    ["Ce que je redoutais.", "Toute la rue en parle.", "Il y a des soirs où on comprend tout.",
     "Ils arrivent avant nous."],
)  # fmt: skip
def test_un_reste_qui_ne_dit_ni_lieu_ni_chose_s_en_va_avec_les_autres(reste: str) -> None:
    """Témoin (vu une fois) : `_ne_dit_rien` faux, « Ce que je redoutais. » part à la ville."""
    assert RecitDeFait(f"{reste} Un jeune dort là. {LIEU}").texte == LIEU
    assert RecitDeFait(f"{reste} {LIEU}").texte == f"{reste} {LIEU}", "nul n'y manque"


@pytest.mark.parametrize("phrase", ["On a cherché une heure.", "Le hall sent, faut le dire."])
def test_au_public_l_equipe_ne_parle_pas_d_elle(phrase: str) -> None:
    """Témoin (vu une fois) : `_est_de_nous` faux, tous savent qui tournait ce jour-là."""
    brut = f"{LIEU} {phrase}"
    assert RecitDeFait(brut, profil=Profil.restitution_publique).texte.strip() == LIEU
    assert RecitDeFait(brut, profil=Profil.institution).texte == brut


def test_d_un_fait_de_quatre_au_plus_ils_reste_dehors() -> None:
    """Témoin (vu une fois) : `peu` ignoré, « ils » sort au collectif."""
    brut = f"{LIEU} Ils partent vers le parc."
    assert RecitDeFait(brut, peu=True).texte.strip() == LIEU
    assert RecitDeFait(brut).texte == brut


def test_une_phrase_ou_nul_ne_se_tient_se_laisse_et_se_reprend() -> None:
    passage = RecitDeFait(f"{LIEU} {FIN}")
    passage.laisser(1)
    assert (passage.texte, passage.laissees) == (LIEU, {1})
    assert passage.brut[slice(*passage.places_tues[0])] == FIN
    passage.reprendre(1)
    assert (passage.texte, passage.places_tues) == (f"{LIEU} {FIN}", ())
    passage.modifier("La lumière est morte.")
    with pytest.raises(ErreurConnue, match="plus telle"):
        passage.laisser(0)


@pytest.mark.parametrize(
    ("relu", "laissees"),
    [(LIEU, {1}), ("", {0, 1}), (f"{LIEU} {FIN}", set()), ("La lumière est morte.", set())],
)
def test_ce_qui_fut_laisse_se_retrouve_a_ses_mots(relu: str, laissees: set[int]) -> None:
    """Récrite à la main, une phrase n'est pas « laissée » : on la dit autrement.

    Témoin (vu une fois) : sans comparer ce qui reste, la dernière les dit toutes laissées.
    """
    assert RecitDeFait(f"{LIEU} {FIN}", (), relu).laissees == laissees


def test_un_long_recit_deja_relu_retrouve_ses_pseudonymes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mot à mot, seize mille signes ne se rouvraient pas : au-delà de deux mille, phrase à phrase.

    Témoin (vu échouer) : des tranches de quarante signes, et plus rien ne se retrouve.
    """
    brut = "La lampe grésille. " * 150 + "Kelyan dort là. Il pleut."
    propose = proposer(brut, reperer(brut))
    relu = propose.texte.replace("La lampe grésille. ", "", 1)
    retrouves = retrouver(propose, relu)
    assert [relu[debut:fin] for debut, fin in retrouves.values()] == ["Un jeune"]
    monkeypatch.setattr(reprise, "_LONG", len(brut))
    assert retrouver(propose, relu) == retrouves
