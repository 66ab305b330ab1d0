"""D'un fait à l'autre d'un document, quelqu'un n'est reconnu que si une personne l'a dit.

Témoins (vus une fois) : relier d'office les mêmes termes fait échouer le premier essai ; garder
`texte` au lieu de `texte_seul` dans `enregistrer_relecture` fait échouer « renouvelé ».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from signatures import regarder_et_signer
from tat_carnet.anonymisation import liens as module_liens
from tat_carnet.anonymisation.relecture import Origine, Passage, StatutAlerte
from tat_carnet.anonymisation.risque import Cause, evaluer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import RelectureIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.relu import CompteRendu, Effort
from tat_carnet.domain.vocabulaire import TypeFait, TypeSite
from tat_carnet.usecases.compte_rendu import Preparation, preparer_dossier
from tat_carnet.usecases.relecture import Dossier

pytestmark = pytest.mark.usefixtures("recits_entiers")

INSTANT = datetime(2026, 11, 18, 21, 30)
PLACE = Site("Place du Lavoir", "Aubépines-Haut", TypeSite.place)
SITES = {PLACE.id: PLACE}
LISTE = frozenset({"Karim", "Moussa"})
REUNION = Preparation("Veille", date(2026, 11, 21), date(2026, 11, 1), date(2026, 11, 30), "Ville")


def dossier(
    *textes: str, suites: Sequence[str] = (), liste: frozenset[str] = LISTE
) -> Dossier[CompteRendu]:
    faits = [Fait(INSTANT, PLACE.id, TypeFait.bruit, TexteBrut(texte)) for texte in textes]
    return rouvrir(faits, suites=suites, liste=liste)


def rouvrir(
    faits: Sequence[Fait], *, suites: Sequence[str] = (), liste: frozenset[str] = LISTE
) -> Dossier[CompteRendu]:
    preparation = replace(REUNION, suites=tuple(suites))
    return preparer_dossier(preparation, faits, SITES, Effort(3, 1), liste)


def decider(dossier: Dossier[CompteRendu]) -> None:
    for etape in dossier.etapes:
        while (rang := etape.passage.prochaine()) is not None:
            etape.passage.accepter(rang)


def lire(dossier: Dossier[CompteRendu]) -> None:
    decider(dossier)
    for rang in range(len(dossier.etapes)):
        dossier.marquer_lue(rang)


def textes(dossier: Dossier[CompteRendu]) -> list[str]:
    return [etape.passage.texte for etape in dossier.etapes]


def relier(dossier: Dossier[CompteRendu], rang: int = 0, oui: bool = True) -> tuple[int, ...]:
    """Relie (ou délie) la première personne de cette étape."""
    lien = next(iter(dossier.relies.depuis(rang).values()))
    return dossier.relies.relier(lien, oui=oui)


def test_rien_ne_se_relie_d_office() -> None:
    deux = dossier("Karim a crié.", "Vu Karim et Moussa.")

    assert textes(deux) == [
        "Un jeune a crié.",
        "Vu un premier jeune et un deuxième jeune.",
    ]
    assert deux.relies.faits() == ()


def test_relier_donne_le_meme_pseudonyme_et_fait_relire() -> None:
    trois = dossier("Karim a crié.", "Vu Karim et Moussa. Moussa part.", "Vu Enzo et Yanis.")
    lire(trois)

    assert relier(trois) == (0, 1, 2)
    assert textes(trois) == [
        "Le premier jeune a crié.",
        "Vu le premier jeune et un autre jeune. L’autre jeune part.",
        "Vu un deuxième jeune et un troisième jeune.",
    ], "« premier » n'y dit plus que lui"
    assert trois.premiere_a_faire() == 0
    lire(trois)
    signe = regarder_et_signer(trois)
    assert [f.formulation.texte for f in signe.contenu.faits] == textes(trois)


def test_delier_rend_a_chaque_passage_ses_mots() -> None:
    deux = dossier("Karim a crié.", "Vu Karim et Moussa.")
    avant = textes(deux)
    relier(deux)
    assert relier(deux, oui=False) == (0, 1)
    assert textes(deux) == avant


def test_un_pseudonyme_est_renouvele_d_un_document_a_l_autre() -> None:
    """Le contrôle positif : le même Moussa, « deuxième » puis « premier », et rien de gardé."""
    un = dossier("Vu Karim puis Moussa.", "Karim, Moussa, encore.")
    relier(un)
    moussa = next(m for r, m in un.relies.depuis(0).items() if m.terme == "Moussa")
    un.relies.relier(moussa)
    lire(un)
    assert {"premier", "deuxième"} <= set(textes(un)[0].split())

    gardes = [e.fait.fait.relu(e.passage.texte_seul, INSTANT) for e in un.etapes if e.fait]
    assert [fait.formulation for fait in gardes] == [
        "Vu un premier jeune puis un deuxième jeune.",
        "Un premier jeune, un deuxième jeune, encore.",
    ]
    suivant = rouvrir(gardes)
    assert textes(suivant) == [fait.formulation for fait in gardes], "plus rien ne les relie"
    moussa = next(m for m in suivant.relies.depuis(0).values() if m.terme == "Moussa")
    suivant.relies.relier(moussa)
    assert textes(suivant) == [
        "Vu un autre jeune puis le premier jeune.",
        "Un autre jeune, le premier jeune, encore.",
    ]


def test_les_ordinaux_ne_suivent_pas_l_ordre_des_faits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qui a été vu d'abord ne se lit pas au « premier » : le tirage en décide."""
    tirages = iter([0.9, 0.1])
    monkeypatch.setattr(module_liens._HASARD, "random", lambda: next(tirages))
    un = dossier("Vu Karim puis Moussa.", "Moussa et Karim.")
    for lien in {lien.terme: lien for lien in un.relies.depuis(0).values()}.values():
        un.relies.relier(lien)

    assert textes(un)[0] == "Vu le deuxième jeune puis le premier jeune."


@pytest.mark.parametrize(
    ("un", "autre"),
    [
        ("Vu KARIM.", "vu karim"),
        ("Vu Karim.", "Karrim passe."),
        ("Vu Zohra.", "Zohra passe."),
        ("Karim Benali est là. Karim part.", "Karim revient."),
    ],
)
def test_le_meme_terme_se_propose(un: str, autre: str) -> None:
    deux = dossier(un, autre)
    relier(deux)

    assert all("premi" in texte.lower() for texte in textes(deux)), textes(deux)


@pytest.mark.parametrize(
    ("un", "autre"),
    [
        ("Vu Karim.", "Vu Moussa."),
        ("Vu K.B. ce soir.", "Vu K.B. hier."),
        ("Vu la famille Karim.", "Vu Karim."),
    ],
)
def test_ce_qui_ne_dit_pas_surement_le_meme_ne_se_propose_pas(un: str, autre: str) -> None:
    assert dossier(un, autre).relies.depuis(1) == {}


def test_un_terme_qui_nomme_deux_personnes_d_un_passage_ne_se_relie_pas() -> None:
    deux = dossier("Inès et Benali parlent.", "Inès Benali : Inès est là, Benali aussi.")

    assert deux.relies.depuis(0) == {}


def test_un_texte_libre_se_relie_aussi() -> None:
    deux = dossier("Karim a crié.", suites=["Revoir Karim."])
    assert relier(deux) == (0, 1)
    assert textes(deux) == ["Revoir le premier jeune.", "Le premier jeune a crié."]
    assert deux.relies.faits() == (), "un seul fait : rien de plus ne s'y recoupe"


def test_un_nom_de_lieu_ne_relie_rien() -> None:
    salle = Site("Salle Karim", "Aubépines-Haut")
    fait = Fait(INSTANT, salle.id, TypeFait.bruit, TexteBrut("Vu Karim."))
    un = preparer_dossier(REUNION, [fait], {salle.id: salle}, Effort(1, 0), LISTE)

    assert [e.passage.nommees for e in un.etapes if e.titre == "Nom d’un lieu"] == [()]
    assert all(un.relies.depuis(rang) == {} for rang in range(len(un.etapes)))


@pytest.mark.parametrize(
    ("un", "autre", "attendu"),
    [
        ("Karim, 14 ans, crie.", "Karim crie.", "Le premier jeune"),
        ("Karim, 14 ans, crie.", "M. Karim crie.", "Le premier habitant"),
        ("Mme Karim crie.", "M. Karim crie.", "La première personne"),
        ("Karim, 14 ans, crie.", "Karim, 15 ans, crie.", "Le premier adolescent"),
    ],
)
def test_un_passage_n_apprend_pas_a_l_autre_ce_qu_il_taisait(
    un: str, autre: str, attendu: str
) -> None:
    deux = dossier(un, autre)
    relier(deux)

    assert all(texte.startswith(attendu) for texte in textes(deux)), textes(deux)


def test_un_fait_laisse_de_cote_ne_relie_plus() -> None:
    deux = dossier("Karim a crié.", "Vu Karim.")
    relier(deux)
    lire(deux)
    deux.ecarter(1)

    assert textes(deux) == ["Un jeune a crié.", "Vu un jeune."]
    assert not deux.etapes[0].lue
    deux.ecarter(1, ecartee=False)
    assert textes(deux) == ["Le premier jeune a crié.", "Vu le premier jeune."]


def test_un_pseudonyme_recrit_a_la_main_ne_bouge_plus() -> None:
    deux = dossier("Karim a crié.", "Vu Karim.")
    relier(deux)
    decider(deux)
    deux.marquer_lue(0)
    deux.etapes[1].passage.rouvrir(0)
    deux.etapes[1].passage.reformuler(0, "des passants")
    deux.marquer_lue(1)

    assert textes(deux) == ["Un jeune a crié.", "Vu des passants."]
    with pytest.raises(RelectureIncomplete):
        regarder_et_signer(deux)
    lire(deux)
    assert regarder_et_signer(deux)


def test_relier_ne_decide_d_aucune_alerte() -> None:
    deux = dossier("Karim a crié.", "Vu Karim.")
    relier(deux)

    assert not any(etape.passage.complete for etape in deux.etapes)
    decider(deux)
    deux.etapes[0].passage.rouvrir(0)
    assert textes(deux)[0] == "Le premier jeune a crié."
    deux.etapes[0].passage.garder(0, "un élu")
    assert textes(deux)[0] == "Karim a crié."


def test_des_faits_relies_se_disent_au_dernier_regard() -> None:
    deux = dossier("Karim a crié.", "Vu Karim.", "Vu Moussa.")
    assert evaluer(deux.exposes(), []).reconnaissances != ()
    relier(deux)
    (groupe,) = deux.relies.faits()
    bilan = evaluer(deux.exposes(), deux.exposes(), groupes=deux.relies.faits())

    assert bilan.reconnaissances[0].cause is Cause.relies
    assert set(bilan.reconnaissances[0].references) == groupe
    assert not bilan.anonyme
    assert deux.relies.delier(groupe) == 0
    assert deux.relies.faits() == ()
    assert deux.relies.delier(groupe) is None


def test_une_formulation_recrite_ne_se_relie_plus_la_ou_elle_l_est() -> None:
    passage = Passage("Vu Karim au café. Karim crie.", LISTE, "Une ombre. Le même jeune crie.")

    assert [a.origine for a in passage.alertes] == [Origine.reprise]
    assert [n.terme for n in passage.nommees] == ["Karim"]
    passage.rouvrir(0)
    assert passage.alertes[0].statut is StatutAlerte.en_attente
    assert passage.echelon(0) is None


def test_une_formulation_faite_pour_un_autre_lecteur_se_retrouve() -> None:
    """« un mineur », écrit pour une institution, se lit encore dans un document du collectif."""
    passage = Passage("Vu Karim, 14 ans.", LISTE, "Vu un mineur, moins de 18 ans.")

    assert [n.terme for n in passage.nommees] == ["Karim"]


def test_un_mot_isole_n_est_pas_un_pseudonyme_retrouve() -> None:
    assert Passage("Karim", LISTE, "Une porte, un jeune, et la suite").nommees == ()
    assert Passage("un bruit", LISTE, "un bruit").nommees == ()
