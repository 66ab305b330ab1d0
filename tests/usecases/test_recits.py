"""Ce qui raconte quelqu'un se décide un à un ; tant qu'un seul attend, rien ne se signe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from signatures import garder_les_recits
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, RelectureIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.domain.sas import EssaiIntrus
from tat_carnet.domain.vocabulaire import Attestation, Profil, TailleGroupe, TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.ui.relecture.recit_words import NUL_N_EST_SEUL, explanation, state_of
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.relecture import Dossier, Regarde, enregistrer_relecture
from tat_carnet.usecases.relecture.recits import RECIT
from tat_carnet.usecases.risque import mesurer_risque, relever
from tat_carnet.usecases.vignette import PreparationVignette, ouvrir_vignette

pytestmark = pytest.mark.usefixtures("recits_entiers")

LE = datetime(2026, 11, 18, 21, 30)
JOUR = date(2026, 11, 20)
PLACE = Site("Place du Lavoir", "Rives", TypeSite.place, id="place")
REUNION = Preparation("Veille", JOUR, date(2026, 11, 1), JOUR, "l’instance")
RACONTENT = (
    "Un jeune porte les chaises et salue tout le monde.",
    "Sa mère reçoit, porte ouverte.",
    "Elle pleure encore.",
)
LIEUX = ("Le banc est cassé.", "Des habitants montent dans le noir.", "11 seringues ramassées.")


@pytest.fixture
def recits(cahier: CahierOuvert) -> CahierOuvert:
    """Trois faits qui racontent quelqu'un, trois qui décrivent un lieu."""
    cahier.save_site(PLACE)
    for rang, texte in enumerate((*RACONTENT, *LIEUX)):
        cahier.save_fait(Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut(texte), id=f"f{rang}"))
    return cahier


def lu(cahier: CahierOuvert, **change: object) -> Dossier[CompteRendu]:
    """Le compte-rendu, chaque passage lu, et rien d'autre de décidé ; au public, qui n'en dit
    d'abord aucun mot, on y est revenu.
    """
    dossier = ouvrir_dossier(cahier, replace(REUNION, **change))  # type: ignore[arg-type]
    for rang, etape in enumerate(dossier.etapes):
        if etape.tue and dossier.plan.profil.public:
            dossier.recits.rouvrir(rang)
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        dossier.marquer_lue(rang)
    return dossier


def regarder(dossier: Dossier[CompteRendu]) -> Regarde:
    essai = EssaiIntrus(LE, dossier.plan.genre, False, False, False)
    return dossier.regarder(dossier.apercu(), essai)


def test_tant_qu_un_recit_attend_rien_ne_se_regarde_ni_ne_se_signe(recits: CahierOuvert) -> None:
    """Témoin (vu une fois) : `exiger_que_tout_soit_decide` vide, le premier passe."""
    dossier = lu(recits)
    dits = {dossier.etapes[rang].passage.brut for rang in dossier.recits.attendent()}
    assert dits == set(RACONTENT), "un lieu et ses usages se disent"
    with pytest.raises(RelectureIncomplete, match="3 passages racontent quelqu’un") as refus:
        regarder(dossier)
    assert refus.value.passage == dossier.recits.attendent()[0]

    un, autre, dernier = dossier.recits.attendent()
    dossier.recits.taire(un)
    dossier.ecarter(autre)
    with pytest.raises(RelectureIncomplete, match="Un passage raconte quelqu’un"):
        regarder(dossier)
    dossier.recits.garder(dernier, "toute la place y était")
    signe = dossier.signer(regarder(dossier))

    textes = {str(fait.formulation) for fait in signe.contenu.faits}
    assert textes == {"", dossier.etapes[dernier].passage.texte, *LIEUX}
    assert mesurer_risque(recits, relever(dossier)).recits == 1


def test_redire_suffit_et_une_frappe_redemande(recits: CahierOuvert) -> None:
    """On n'a gardé que ces mots-là : changés, ils se décident à nouveau."""
    dossier = lu(recits)
    un, autre, _ = dossier.recits.attendent()
    dossier.etapes[un].passage.modifier("Les chaises ont été rangées.")
    assert not dossier.recits.attend(un)
    dossier.recits.garder(autre, "elle le veut")
    assert dossier.recits.motif(autre) == "elle le veut"
    dossier.etapes[autre].passage.modifier("Sa mère reçoit, et pleure.")
    assert dossier.recits.attend(autre)


def test_une_personne_seule_raconte_meme_sans_un_mot_pour_elle(cahier: CahierOuvert) -> None:
    cahier.save_site(PLACE)
    seul = Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut("Des cris."), id="seul")
    cahier.save_fait(replace(seul, taille_groupe=TailleGroupe.une))
    cahier.save_fait(replace(seul, id="muet", texte_brut=TexteBrut(""), taille_groupe=None))

    dossier = lu(cahier)
    assert [dossier.etapes[r].passage.texte for r in dossier.recits.attendent()] == ["Des cris."]


def test_la_nature_seule_pour_tous_ceux_qui_restent_jamais_garder(recits: CahierOuvert) -> None:
    dossier = lu(recits, questions=("Un jeune demande un local : qui l’ouvre ?",))
    un, *_ = dossier.recits.attendent()
    dossier.recits.garder(un, "la question est posée par lui")
    assert len(dossier.recits.taire_le_reste()) == 3
    assert dossier.recits.attendent() == ()
    assert not hasattr(dossier.recits, "garder_le_reste")


def test_un_texte_tape_qui_raconte_s_arrete_aussi_et_n_a_pas_de_nature(
    recits: CahierOuvert,
) -> None:
    """Une question, une suite : rien ne les faisait lire, elles n'alertaient pas."""
    dossier = lu(recits, questions=("Un jeune demande un local : qui l’ouvre ?",))
    dossier.recits.taire_le_reste()
    (reste,) = dossier.recits.attendent()
    assert not dossier.recits.se_tait(reste)
    with pytest.raises(ErreurConnue, match="pas la phrase d’un fait"):
        dossier.recits.taire(reste)
    with pytest.raises(RelectureIncomplete, match=": redites autrement, ou gardez en disant"):
        regarder(dossier)
    dossier.etapes[reste].passage.modifier("Un local est demandé : qui l’ouvre ?")
    assert regarder(dossier)


def test_on_revient_sur_ce_qu_on_a_decide(recits: CahierOuvert) -> None:
    dossier = lu(recits, questions=("Un jeune demande un local : qui l’ouvre ?",))
    texte, un, autre, _ = dossier.recits.attendent()
    dossier.recits.garder(texte, "il est là")
    dossier.recits.garder(un, "elle le veut")
    dossier.recits.taire(autre)
    assert dossier.etapes[autre].faite, "rien n'en sort : rien n'est à lire"
    for rang in (texte, un, autre):
        dossier.recits.rouvrir(rang)

    assert {texte, un, autre} <= set(dossier.recits.attendent())
    assert not dossier.etapes[un].faite


def test_garder_veut_un_motif(recits: CahierOuvert) -> None:
    dossier = lu(recits)
    rang, *_ = dossier.recits.attendent()
    with pytest.raises(ErreurConnue, match="dites pourquoi"):
        dossier.recits.garder(rang, "  ")
    assert dossier.recits.attend(rang)


def test_on_n_offre_d_un_texte_tape_que_les_gestes_qu_il_a(recits: CahierOuvert) -> None:
    """Témoin (vu une fois) : la phrase d'avant, qui offrait aussi la nature et l'écart."""
    question = ("Un jeune demande un local : qui l’ouvre ?",)
    dossier = lu(recits, questions=question, profil=Profil.restitution_publique)
    assert dossier.recits.gestes(dossier.recits.attendent()) == (
        "redites autrement, n’en dites que la nature, ou laissez de côté"
    )
    dossier.recits.taire_le_reste()
    assert dossier.recits.gestes(dossier.recits.attendent()) == "redites autrement"


def test_une_restitution_publique_arrete_toute_phrase_ou_des_gens_se_voient(
    recits: CahierOuvert,
) -> None:
    """Témoin (vu une fois) : sans `dit_des_gens`, trois inconnus sortaient tels quels, à tous."""
    vus = TexteBrut("Assis là, entre 30 et 40, une voiture verte.")
    recits.save_fait(Fait(LE, PLACE.id, TypeFait.bruit, vus, id="vus"))

    def attendus(profil: Profil) -> set[str]:
        dossier = lu(recits, profil=profil)
        etapes = (dossier.etapes[rang] for rang in dossier.recits.attendent())
        return {etape.fait.fait.id for etape in etapes if etape.fait is not None}

    assert attendus(Profil.restitution_publique) - attendus(Profil.institution) == {"vus"}


def test_un_texte_tape_pour_tous_passe_la_meme_porte(recits: CahierOuvert) -> None:
    """Témoin (vu une fois) : `ouvrir` avec la seule règle des autres lecteurs, rien ne s'arrête."""
    question = ("Reverra-t-on ceux qui ont entre 30 et 40 ?",)

    def racontent(profil: Profil) -> list[str]:
        dossier = lu(recits, questions=question, profil=profil)
        return [dossier.etapes[rang].passage.brut for rang in dossier.recits.attendent()]

    assert question[0] in racontent(Profil.restitution_publique)
    assert question[0] not in racontent(Profil.institution)


def test_une_restitution_publique_ne_garde_rien(recits: CahierOuvert) -> None:
    """Témoin (vu une fois) : `se_gardent` toujours vrai, rien n'est refusé."""
    dossier = lu(recits, profil=Profil.restitution_publique)
    rang, *_ = dossier.recits.attendent()
    with pytest.raises(ErreurConnue, match="restitution publique ne raconte personne"):
        dossier.recits.garder(rang, "toute la place y était")
    with pytest.raises(RelectureIncomplete, match="ou laissez de côté"):
        regarder(dossier)
    dossier.recits.taire_le_reste()

    assert {str(f.formulation) for f in dossier.signer(regarder(dossier)).contenu.faits} == {
        "", *LIEUX,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("puis", "redemande"),
    [(Profil.collectif, False), (Profil.institution, True), (Profil.restitution_publique, True)],
)
def test_garde_pour_un_lecteur_ne_l_est_pas_pour_un_plus_exigeant(
    recits: CahierOuvert, puis: Profil, redemande: bool
) -> None:
    """Témoin (vu une fois) : une empreinte sans le profil, et rien n'est redemandé."""
    dossier = lu(recits)
    garder_les_recits(dossier)
    for etape in dossier.etapes:
        enregistrer_relecture(recits, etape, LE)
        enregistrer_relecture(recits, etape, LE)
    assert [levee.categorie for levee in recits.levees()] == [RECIT] * 3, "une fois chacun"

    autre = lu(recits, profil=puis)
    assert bool(autre.recits.attendent()) is redemande
    if not redemande:
        assert autre.recits.gardes == 3
        assert autre.recits.motifs() == ("toute la place y était",)


def test_garde_pour_une_institution_l_est_pour_le_collectif(recits: CahierOuvert) -> None:
    dossier = lu(recits, profil=Profil.institution)
    garder_les_recits(dossier)
    for etape in dossier.etapes:
        enregistrer_relecture(recits, etape, LE)

    assert lu(recits).recits.attendent() == ()


def test_un_dementi_qui_raconte_se_decide_et_n_a_pas_de_nature(recits: CahierOuvert) -> None:
    recits.save_fait(
        Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut("il paraît que"), id="faux",
             attestation=Attestation.infirme, reunion_le=JOUR)
    )  # fmt: skip
    dossier = lu(recits, dementis=True)
    dossier.recits.taire_le_reste()
    (rang,) = [r for r, e in enumerate(dossier.etapes) if "démenti" in e.precision]
    dossier.etapes[rang].passage.modifier("Le jeune n’y était pas.")

    assert dossier.recits.attendent() == (rang,)
    assert not dossier.recits.se_tait(rang)


def test_une_vignette_raconte_donc_se_decide_et_peut_se_garder(cahier: CahierOuvert) -> None:
    """Elle est faite pour raconter : recomposée, elle se garde, et le motif le dit."""
    preparation = PreparationVignette("l’équipe", "Un jeune attend.", "Qui l’accueille ?")
    dossier = ouvrir_vignette(cahier, preparation, JOUR)
    for rang in range(len(dossier.etapes)):
        dossier.marquer_lue(rang)
    for rang in dossier.recits.attendent():
        dossier.recits.garder(rang, "recomposé")
    essai = EssaiIntrus(LE, dossier.plan.genre, False, False, False)

    assert dossier.regarder(dossier.apercu(), essai)
    assert mesurer_risque(cahier, relever(dossier)).recits == 2


def test_une_vignette_dont_le_sujet_est_elide_se_decide_aussi(cahier: CahierOuvert) -> None:
    """« Est venu montrer… » n'a pas de sujet : la détection n'y voyait personne.

    Témoin (vu une fois) : la vignette lue comme un compte-rendu, rien n'attend.
    """
    notes = "Est venu montrer ce qu’il avait réparé.\nAppel au lycée fait à l’accueil."
    dossier = ouvrir_vignette(cahier, PreparationVignette("l’équipe", notes, notes=notes), JOUR)
    assert dossier.recits.attendent() == (0,)


@pytest.mark.parametrize(
    ("recit", "copie"),
    [
        ("Est venu montrer ce qu’il avait réparé, puis est reparti.", True),
        ("Réparer, puis le faire voir : plusieurs y ont repris confiance.", False),
        ("Montrer ce qui est réparé, avait-il dit.", False),
        ("Oui.", False),
        ("…", False),
    ],
)
def test_ce_qui_reprend_les_notes_n_est_pas_recompose(
    cahier: CahierOuvert, recit: str, copie: bool
) -> None:
    """Témoin (vu une fois) : comparer des mots seuls, et le troisième passe pour une copie."""
    notes = "Est venu montrer ce qu’il avait réparé."
    preparation = PreparationVignette("l’équipe", recit, notes=notes)
    dossier = ouvrir_vignette(cahier, preparation, JOUR)
    assert dossier.recits.reprend_les_notes(0) is copie
    state = state_of(dossier, 0)
    assert state.kept_allowed is not copie
    assert ("vos notes" in explanation(state)) is copie


def test_une_situation_ne_sort_pas_dans_les_mots_des_notes(cahier: CahierOuvert) -> None:
    """Témoin (vu une fois) : `peut_garder` réduit à `se_gardent`, la copie se gardait."""
    notes = "Est venu montrer ce qu’il avait réparé."
    dossier = ouvrir_vignette(cahier, PreparationVignette("l’équipe", notes, notes=notes), JOUR)
    with pytest.raises(ErreurConnue, match="Une vignette se recompose"):
        dossier.recits.garder(0, "elle le veut bien")
    dossier.etapes[0].passage.modifier("Réparer, puis le faire voir : plusieurs y ont repris goût.")
    dossier.recits.garder(0, "recomposé")
    assert dossier.recits.attendent() == ()


def test_la_ou_quelqu_un_est_dit_seul_on_ne_propose_pas_que_nul_n_y_est_seul(
    recits: CahierOuvert,
) -> None:
    """Sixième épreuve : onze des dix-sept récits gardés qui désignaient l'avaient eu pour motif.

    Témoin (vu une fois) : le motif proposé partout, le premier échoue.
    """
    dossier = lu(recits)
    offerts = {
        dossier.etapes[rang].passage.brut: NUL_N_EST_SEUL in state_of(dossier, rang).reasons
        for rang in dossier.recits.attendent()
    }
    assert offerts == dict.fromkeys(RACONTENT, False)
