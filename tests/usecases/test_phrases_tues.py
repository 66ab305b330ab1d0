"""Une phrase où quelqu'un se tient reste dans le cahier ; on en remet une, avec un motif."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from signatures import regarder_et_signer
from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.domain.sas import Levee, Sillage
from tat_carnet.domain.vocabulaire import Gravite, Profil, Public, TailleGroupe, TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.ui.relecture.recit_words import (
    MOTIFS,
    NUL_N_EST_SEUL,
    RECOMPOSE,
    before_putting_back,
    explanation,
    heading,
    reasons_to_keep,
    state_of,
)
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.relecture import Dossier, Historique, enregistrer_relecture
from tat_carnet.usecases.relecture.recits import RECIT
from tat_carnet.usecases.risque import Connus, mesurer_risque, relever
from tat_carnet.usecases.vignette import PreparationVignette, ouvrir_vignette

LE = datetime(2026, 11, 18, 21, 30)
JOUR = date(2026, 11, 20)
PLACE = Site("Place du Lavoir", "Rives", TypeSite.place, id="place")
REUNION = Preparation("Veille", JOUR, date(2026, 11, 1), JOUR, "l’instance")
EAU = "L’eau est coupée depuis le matin. Un vieux monsieur monte des bidons. Sa fille l’aide."
SEUL = "Une dame pleure dehors."


@pytest.fixture
def notes(cahier: CahierOuvert) -> CahierOuvert:
    cahier.save_site(PLACE)
    for rang, texte in enumerate((EAU, SEUL)):
        cahier.save_fait(Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut(texte), id=f"f{rang}"))
    return cahier


def lu(cahier: CahierOuvert, **change: object) -> Dossier[CompteRendu]:
    dossier = ouvrir_dossier(cahier, replace(REUNION, **change))  # type: ignore[arg-type]
    for rang in range(len(dossier.etapes)):
        dossier.marquer_lue(rang)
    return dossier


def rang_de(dossier: Dossier[CompteRendu], brut: str) -> int:
    return next(r for r, etape in enumerate(dossier.etapes) if etape.passage.brut == brut)


def textes(dossier: Dossier[CompteRendu]) -> set[str]:
    return {str(fait.formulation) for fait in regarder_et_signer(dossier).contenu.faits}


@pytest.mark.parametrize("profil", list(Profil)[:3])
def test_d_emblee_ces_phrases_restent_dehors_et_rien_n_attend(
    notes: CahierOuvert, profil: Profil
) -> None:
    """Témoin (vu une fois) : `RecitDeFait._partir` sans ses coupes, deux récits attendent."""
    dossier = lu(notes, profil=profil)
    assert dossier.recits.attendent() == ()
    assert mesurer_risque(notes, relever(dossier)).recits == 0
    assert textes(dossier) == ({""} if profil.public else {"L’eau est coupée depuis le matin.", ""})


def test_au_public_seuls_sortent_les_mots_relus_pour_lui(notes: CahierOuvert) -> None:
    """Témoin (vu échouer) : `_retenue` sans le public, le reste des notes s'imprime."""
    assert textes(lu(notes, profil=Profil.restitution_publique)) == {""}
    dossier = lu(notes, profil=Profil.restitution_publique)
    rang = next(r for r, e in enumerate(dossier.etapes) if "L’eau" in e.passage.texte)
    dossier.recits.rouvrir(rang)
    dossier.marquer_lue(rang)
    assert textes(dossier) == {"L’eau est coupée depuis le matin.", ""}
    enregistrer_relecture(notes, dossier.etapes[rang], LE)
    encore = lu(notes, profil=Profil.restitution_publique)
    assert textes(encore) == {"L’eau est coupée depuis le matin.", ""}, "et cela se retient"


def test_d_un_fait_dont_rien_ne_reste_que_la_nature_le_lieu_et_la_periode(
    notes: CahierOuvert,
) -> None:
    """« Entrées contrôlées · soignants · retrait d'un service » : on sait laquelle.

    Témoin (vu une fois) : sans `Pas.codes`, l'âge et le public s'impriment.
    """
    seule = Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut(SEUL), id="s",
                 publics=(Public.soignants,), gravite=Gravite.danger)  # fmt: skip
    notes.save_fait(seule)
    notes.save_fait(replace(seule, id="porte", texte_brut=TexteBrut("La porte bat.")))
    faits = {f.reference: f for f in regarder_et_signer(lu(notes)).contenu.faits}
    assert (faits["s"].publics, faits["s"].gravite) == ((), None)
    assert (faits["s"].lieu.texte, faits["s"].semaine) == ("Place du Lavoir", "2026-S47")
    assert faits["porte"].publics == (Public.soignants,)


def test_d_une_trace_le_nombre_se_dit_encore(notes: CahierOuvert) -> None:
    notes.save_fait(
        Fait(LE, PLACE.id, TypeFait.materiel_injection, TexteBrut(SEUL), id="t", quantite=3)
    )
    faits = {f.reference: f for f in regarder_et_signer(lu(notes)).contenu.faits}
    assert (str(faits["t"].formulation), faits["t"].quantite) == ("", 3)


def test_une_phrase_remise_sort_avec_son_motif_et_compte_au_dernier_regard(
    notes: CahierOuvert,
) -> None:
    dossier = lu(notes)
    rang = rang_de(dossier, EAU)
    assert state_of(dossier, rang).phrases == (
        "Un vieux monsieur monte des bidons.", "Une de ses proches l’aide.",
    )  # fmt: skip
    dossier.phrases.remettre(rang, 0, "il le veut")
    assert not dossier.etapes[rang].lue, "ce qu'on remet se relit"
    assert state_of(dossier, rang).reason == "il le veut"
    dossier.marquer_lue(rang)
    assert mesurer_risque(notes, relever(dossier)).recits == 1
    assert "monsieur monte des bidons" in dossier.exposes()[rang].texte
    dossier.phrases.remettre(rang, 1, "elle aussi")
    dossier.marquer_lue(rang)
    assert dossier.recits.motif(rang) == "il le veut ; elle aussi"
    assert textes(dossier) == {dossier.etapes[rang].passage.texte, ""}


def test_on_l_ote_une_a_une_ou_toutes_a_la_fois(notes: CahierOuvert) -> None:
    dossier = lu(notes)
    rang = rang_de(dossier, EAU)
    for phrase in (0, 1):
        dossier.phrases.remettre(rang, phrase, "il le veut")
    dossier.phrases.retirer(rang, 0)
    assert dossier.phrases.remises(rang) == {1}
    assert dossier.recits.motif(rang) == "il le veut"
    dossier.phrases.retirer(rang, 1)
    assert (dossier.phrases.remises(rang), dossier.recits.motif(rang)) == (frozenset(), "")

    for phrase in (0, 1):
        dossier.phrases.remettre(rang, phrase, "il le veut")
    dossier.recits.rouvrir(rang)
    dossier.marquer_lue(rang)
    assert dossier.recits.attendent() == ()
    assert textes(dossier) == {"L’eau est coupée depuis le matin.", ""}


def test_remettre_veut_un_motif_et_un_document_qui_raconte(notes: CahierOuvert) -> None:
    """Témoin (vu une fois) : `_exiger_de_garder` vide, les deux passent."""
    dossier = lu(notes)
    with pytest.raises(ErreurConnue, match="dites pourquoi"):
        dossier.phrases.remettre(rang_de(dossier, EAU), 0, " ")
    public = lu(notes, profil=Profil.restitution_publique)
    rang = rang_de(public, EAU)
    with pytest.raises(ErreurConnue, match="restitution publique ne raconte personne"):
        public.phrases.remettre(rang, 0, "toute la place l’a vu")
    assert state_of(public, rang).offered == (), "S n'y offre que d'en laisser"
    assert not state_of(public, rang_de(public, SEUL)).open_phrases
    assert dossier.phrases.remises(0) | public.phrases.remises(rang) == frozenset()


def test_ce_qu_on_remet_se_retient_pour_ce_lecteur_seul(notes: CahierOuvert) -> None:
    dossier = lu(notes)
    rang = rang_de(dossier, EAU)
    dossier.phrases.remettre(rang, 0, "il le veut")
    dossier.marquer_lue(rang)
    for etape in dossier.etapes:
        enregistrer_relecture(notes, etape, LE)

    encore = lu(notes)
    rang = rang_de(encore, EAU)
    assert (encore.phrases.remises(rang), encore.recits.motif(rang)) == ({0}, "il le veut")
    ailleurs = lu(notes, profil=Profil.institution)
    assert ailleurs.phrases.remises(rang_de(ailleurs, EAU)) == frozenset()
    assert ailleurs.recits.attendent() == ()


def test_que_nul_n_y_soit_seul_ne_se_propose_pas_d_une_phrase_au_singulier(
    notes: CahierOuvert,
) -> None:
    """Témoin (vu une fois) : `dit_quelqu_un_seul` toujours faux."""
    dossier = lu(notes)
    rang = rang_de(dossier, EAU)
    assert NUL_N_EST_SEUL not in reasons_to_keep(dossier, rang, "Sa fille l’aide.")
    assert NUL_N_EST_SEUL in reasons_to_keep(dossier, rang, "Les jeunes du hall rient.")
    notes.save_fait(
        Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut("Des cris."), id="une",
             taille_groupe=TailleGroupe.une)
    )  # fmt: skip
    seul = lu(notes)
    rang = rang_de(seul, "Des cris.")
    assert NUL_N_EST_SEUL not in state_of(seul, rang).reasons


@pytest.mark.parametrize(
    "tape", ["un groupe, nul n’y est seul", "Ils sont plusieurs", "C’est une équipe"]
)
def test_un_motif_tape_qui_dit_le_groupe_suit_la_regle_du_notre(
    tape: str, notes: CahierOuvert
) -> None:
    """Témoin (vu une fois) : `_of_a_group` qui ne connaît que `NUL_N_EST_SEUL`."""
    dossier = lu(notes)
    rang = rang_de(dossier, EAU)
    dossier.recits.garder(rang_de(dossier, SEUL), tape)
    assert reasons_to_keep(dossier, rang, "Une dame au fond parle.") == (MOTIFS[0], MOTIFS[2])
    assert reasons_to_keep(dossier, rang, "Trois jeunes du hall rient.")[0] == tape
    assert NUL_N_EST_SEUL not in reasons_to_keep(dossier, rang, "Trois jeunes du hall rient.")


def test_de_plusieurs_on_propose_d_abord_que_nul_n_y_est_seul(notes: CahierOuvert) -> None:
    """Témoin (vu une fois) : les motifs déjà donnés d'abord, et il a disparu des trois."""
    dossier = lu(notes)
    rang = rang_de(dossier, EAU)
    for tape in ("il le veut", "elle aussi", "dit en réunion"):
        dossier.etapes[rang_de(dossier, SEUL)].passage.modifier(f"Une dame, {tape}.")
        dossier.recits.garder(rang_de(dossier, SEUL), tape)
    assert reasons_to_keep(dossier, rang, "Cinq mamans parlent.") == (
        NUL_N_EST_SEUL, "dit en réunion", MOTIFS[0],
    )  # fmt: skip


def test_le_motif_d_une_vignette_ne_se_propose_pas_ailleurs(notes: CahierOuvert) -> None:
    """Témoin (vu une fois) : `sorte_de_levee` toujours `RECIT`."""
    preparation = PreparationVignette("Équipe", "Un jeune attend dehors.")
    vignette = ouvrir_vignette(notes, preparation, JOUR)
    vignette.recits.garder(0, "mêlé à deux autres")
    enregistrer_relecture(notes, vignette.etapes[0], LE)
    notes.append_levees([Levee(LE, RECIT, TexteBrut(RECOMPOSE), passage="d'avant")])

    dossier = lu(notes)
    assert dossier.recits.motifs() == (RECOMPOSE,), "retenu sous la sorte d'avant"
    assert reasons_to_keep(dossier, 0, "La porte bat.") == (MOTIFS[0], MOTIFS[2], NUL_N_EST_SEUL)
    assert reasons_to_keep(vignette, 0, "Un jeune attend.")[0] == "mêlé à deux autres"
    assert RECOMPOSE in reasons_to_keep(vignette, 0, "Un jeune attend.")


def sorti_au_secteur(cahier: CahierOuvert, fait_id: str) -> None:
    ligne = LigneJournal(LE, GenreDocument.compte_rendu, FormatDocument.pdf, "la ville", "0" * 64)
    cahier.append_journal(ligne, [Sillage(fait_id, "Rives", "2026-11", TypeFait.bruit)])


def test_ou_quelqu_un_se_tient_on_n_en_dit_pas_plus_fin_que_les_autres_fois(
    notes: CahierOuvert,
) -> None:
    """Une lettre gardait le hall et la semaine qu'un compte-rendu avait tus.

    Témoin (vu une fois) : le plancher des seules natures, la place et la semaine ressortent.
    """
    sorti_au_secteur(notes, "f0")
    dossier = lu(notes)
    fait = dossier.etapes[rang_de(dossier, EAU)].fait
    assert isinstance(fait, RelectureFait)
    assert fait.aligne
    dits = {str(f.formulation): f for f in regarder_et_signer(dossier).contenu.faits}
    eau = dits["L’eau est coupée depuis le matin."]
    assert (eau.lieu.texte, eau.semaine) == ("Rives", "2026-11")


def test_ou_nul_ne_se_tient_le_hall_d_une_porte_cassee_se_dit_encore(notes: CahierOuvert) -> None:
    """Témoin (vu une fois) : le plancher pour tous, on ne saurait plus quelle porte réparer."""
    notes.save_fait(
        Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut("La porte est cassée."), id="porte")
    )
    sorti_au_secteur(notes, "porte")
    dossier = lu(notes)
    fait = dossier.etapes[rang_de(dossier, "La porte est cassée.")].fait
    assert isinstance(fait, RelectureFait)
    assert not fait.aligne
    dits = {str(f.formulation): f for f in regarder_et_signer(dossier).contenu.faits}
    assert dits["La porte est cassée."].lieu.texte == "Place du Lavoir"


def test_la_carte_dit_ce_qui_reste_et_qu_il_n_y_a_rien_a_decider(notes: CahierOuvert) -> None:
    dossier = lu(notes)
    eau, seul = (state_of(dossier, rang_de(dossier, brut)) for brut in (EAU, SEUL))
    assert (heading(eau), heading(seul)) == (
        "2 phrases restent dans le cahier", "1 phrase reste dans le cahier",
    )  # fmt: skip
    assert "barrées dans vos mots" in explanation(eau)
    assert "la nature, le lieu et la période" in explanation(seul)
    assert "la nature" not in explanation(eau)
    assert [eau.waiting, seul.waiting] == [False, False]


def test_remettre_puis_retirer_une_phrase_se_defont_chacun(notes: CahierOuvert) -> None:
    """Comme tout geste du sas (`test_defaire`)."""
    dossier = lu(notes)
    rang, historique = rang_de(dossier, EAU), Historique(dossier)

    def dit() -> tuple[object, ...]:
        etape = dossier.etapes[rang]
        motif = dossier.recits.motif(rang)
        return etape.passage.texte, etape.passage.alertes, etape.lue, etape.recit_garde, motif

    vus = [dit()]
    for geste in (
        lambda: dossier.phrases.remettre(rang, 0, "toute la place l’a vu"),
        lambda: dossier.phrases.retirer(rang, 0),
    ):
        with historique.geste(rang):
            geste()
        assert dit() != vus[-1]
        vus.append(dit())
    vus.pop()
    while vus:
        historique.defaire()
        assert dit() == vus.pop()
    assert not historique


def test_d_un_fait_laisse_de_cote_une_lettre_ne_se_cherche_pas(notes: CahierOuvert) -> None:
    """Témoin (vu une fois) : sans le filtre de `Masques.termes`, « le Z » refuse le fichier."""
    bus = "le Z ne monte plus jusqu’au terminus."
    notes.save_fait(Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut(bus), id="z"))
    dossier = ouvrir_dossier(notes, REUNION)
    rang = rang_de(dossier, bus)
    dossier.etapes[rang].passage.accepter(0)
    assert dossier.termes_masques() == {"le Z"}
    dossier.ecarter(rang)
    assert dossier.termes_masques() == frozenset()


def dit_de(dossier: Dossier[CompteRendu], rang: int) -> tuple[str, str]:
    expose = dossier.expose(rang)
    assert expose is not None
    return expose.lue().lieu, expose.lue().periode


@pytest.mark.parametrize("perdre", ["retirer", "taire", "rouvrir"])
def test_ce_qui_n_est_monte_que_pour_une_phrase_redescend_avec_elle(
    perdre: str, notes: CahierOuvert
) -> None:
    """Remettre puis perdre laissait le fait au secteur et au mois, et les suivants en héritaient.

    Témoin (vu une fois) : ces pas dans `_decides`, la place et la semaine ne reviennent pas.
    """
    dossier = lu(notes)
    rang = rang_de(dossier, EAU)
    avant = dit_de(dossier, rang)
    dossier.phrases.remettre(rang, 0, "il le veut")
    dossier.generaliser(["f0"], {Pas.mois, Pas.secteur})
    assert dit_de(dossier, rang) == ("Rives", "2026-11")
    gestes = {
        "retirer": lambda: dossier.phrases.retirer(rang, 0),
        "taire": lambda: dossier.recits.taire(rang),
        "rouvrir": lambda: dossier.recits.rouvrir(rang),
    }
    gestes[perdre]()
    assert dit_de(dossier, rang) == avant == ("Place du Lavoir", "2026-S47")


def test_ce_qui_etait_monte_avant_la_phrase_ne_redescend_pas(notes: CahierOuvert) -> None:
    dossier = lu(notes)
    rang = rang_de(dossier, EAU)
    dossier.generaliser(["f0"], {Pas.secteur})
    dossier.phrases.remettre(rang, 0, "il le veut")
    dossier.generaliser(["f0"], {Pas.mois, Pas.secteur})
    dossier.phrases.retirer(rang, 0)
    assert dit_de(dossier, rang) == ("Rives", "2026-S47")


def test_ou_rien_ne_reste_il_n_y_a_rien_a_lire(notes: CahierOuvert) -> None:
    """Trente-trois étapes sur soixante-quatorze demandaient Entrée pour rien.

    Témoin (vu une fois) : `vide` faux, l'étape attend, et après chaque geste du dernier regard.
    """
    dossier = ouvrir_dossier(notes, REUNION)
    eau, seul = rang_de(dossier, EAU), rang_de(dossier, SEUL)
    assert (dossier.etapes[eau].faite, dossier.etapes[seul].faite) == (False, True)
    dossier.rouvrir(["f1"])
    assert dossier.etapes[seul].faite
    dossier.phrases.remettre(seul, 0, "elle le veut")
    assert not dossier.etapes[seul].faite, "ce qu'on remet se lit"


@pytest.mark.parametrize("reste", ["", " Il pleut."])
def test_une_decision_qui_redit_des_mots_restes_dehors_se_montre(
    notes: CahierOuvert, reste: str
) -> None:
    """Tus d'emblée, et non à la main, personne ne les voyait plus.

    Témoin (vu une fois) : `_tus` des seules natures, le dernier regard n'en dit rien.
    """
    brut = f"Un jeune trébuche sur les gravats de l’échafaudage.{reste}"
    notes.save_fait(Fait(LE, PLACE.id, TypeFait.travaux, TexteBrut(brut), id="gravats"))
    redite = "Évacuer les gravats au pied de l’échafaudage."
    dossier = lu(notes, suites=(redite, "Ouvrir une salle."))
    ((expose, ecrit),) = mesurer_risque(notes, relever(dossier)).rendus
    assert (expose.reference, ecrit) == ("gravats", redite)
    dossier.phrases.remettre(rang_de(dossier, brut), 0, "toute la place l’a vu")
    assert not mesurer_risque(notes, relever(dossier)).rendus, "dits, ils ne se taisent plus"


def test_des_mots_retenus_puis_otes_se_lisent_encore(notes: CahierOuvert) -> None:
    """Sinon la phrase ôtée, retenue pour ce lecteur, reviendrait au document d'après.

    Témoin (vu une fois) : `vide` sans `retenue`, elle revient avec son motif.
    """
    for encore in (False, True):
        dossier = ouvrir_dossier(notes, REUNION)
        seul = rang_de(dossier, SEUL)
        if not encore:
            dossier.phrases.remettre(seul, 0, "elle le veut")
            dossier.marquer_lue(seul)
            enregistrer_relecture(notes, dossier.etapes[seul], LE)
        assert dossier.phrases.remises(seul) == {0}
        dossier.phrases.retirer(seul, 0)
        assert not dossier.etapes[seul].faite
    dossier.marquer_lue(seul)
    enregistrer_relecture(notes, dossier.etapes[seul], LE)
    assert ouvrir_dossier(notes, REUNION).etapes[seul].faite


def test_d_une_phrase_qu_on_remettrait_ce_que_le_document_dirait(notes: CahierOuvert) -> None:
    deuil = Fait(LE, PLACE.id, TypeFait.deuil, TexteBrut(EAU), id="d", materiel="Un jeune en a.")
    notes.save_fait(deuil)
    dossier = lu(notes)
    rangs = [r for r, e in enumerate(dossier.etapes) if e.fait and e.fait.fait.id == "d"]
    exposes = [dossier.recits.expose_avec(rang, "Une dame reste.") for rang in rangs]
    assert exposes[1:] == [None], "rien d'un matériel"
    assert exposes[0] is not None
    assert exposes[0].texte.endswith("Une dame reste.")
    assert Pas.codes in exposes[0].pas
    ordinaire = dossier.recits.expose_avec(rang_de(dossier, SEUL), "Une dame reste.")
    assert ordinaire is not None
    assert Pas.codes not in ordinaire.pas
    assert before_putting_back(dossier, Connus(), rangs[1], "Une dame reste.") == ""


FOYERS = "L’eau est coupée. Six familles attendent. Un vieux monsieur monte des bidons."


@pytest.mark.parametrize("profil", list(Profil)[:3])
def test_une_phrase_en_place_se_laisse_sans_motif_et_se_reprend(
    profil: Profil, notes: CahierOuvert
) -> None:
    """« Six familles » coûtait tout le fait, neuf documents de suite.

    Témoin (vu une fois) : `laisser` sans effet, le dernier regard la redit.
    """
    notes.save_fait(Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut(FOYERS), id="six"))
    dossier = lu(notes, profil=profil)
    rang = rang_de(dossier, FOYERS)
    if profil.public:
        dossier.recits.rouvrir(rang)
    (six,) = [r for r, p in enumerate(dossier.phrases.en_place(rang)) if "amilles" in p.texte]
    avant = dossier.etapes[rang].passage.texte
    assert state_of(dossier, rang).open_phrases
    dossier.phrases.laisser(rang, six)
    assert not dossier.etapes[rang].lue
    assert dossier.recits.regard(rang) == ()
    assert dossier.etapes[rang].passage.texte == "L’eau est coupée."
    assert heading(state_of(dossier, rang)) == "2 phrases restent dans le cahier"
    dossier.phrases.reprendre(rang, six)
    assert dossier.etapes[rang].passage.texte == avant.strip()


def test_ce_qu_on_a_laisse_l_est_encore_pour_ce_lecteur(notes: CahierOuvert) -> None:
    notes.save_fait(Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut(FOYERS), id="six"))
    dossier = lu(notes)
    rang = rang_de(dossier, FOYERS)
    assert dossier.recits.regard(rang), "sans quoi rien à laisser"
    assert "S laisse une phrase" in explanation(state_of(dossier, rang))
    dossier.phrases.remettre(rang, 0, "il le veut")
    dossier.phrases.laisser(rang, 1)
    assert dossier.recits.motif(rang) == "il le veut", "moins de mots, le même récit"
    dossier.marquer_lue(rang)
    enregistrer_relecture(notes, dossier.etapes[rang], LE)

    encore = lu(notes)
    assert encore.phrases.laissees(rang_de(encore, FOYERS)) == {1}
    assert encore.phrases.remises(rang_de(encore, FOYERS)) == {0}
    ailleurs = lu(notes, profil=Profil.institution)
    assert ailleurs.phrases.laissees(rang_de(ailleurs, FOYERS)) == frozenset()


def test_d_un_fait_sans_personne_la_carte_ne_vient_qu_au_dernier_regard(
    notes: CahierOuvert,
) -> None:
    """Témoin (vu une fois) : `shown` sans le regard, rien n'y mène."""
    simple, foyers = "La porte grince. Le sas est noir.", "La porte grince. Six familles attendent."
    for rang, brut in enumerate((simple, foyers)):
        notes.save_fait(Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut(brut), id=f"n{rang}"))
    dossier = lu(notes)
    assert not state_of(dossier, rang_de(dossier, simple)).shown
    rang = rang_de(dossier, foyers)
    state = state_of(dossier, rang)
    assert (state.shown, heading(state), state.choose) == (True, "À revoir", "Laisser une phrase")
    assert explanation(state).startswith("Au dernier regard : ")
    dossier.phrases.laisser(rang, 1)
    state = state_of(dossier, rang)
    assert (heading(state), explanation(state)) == (
        "1 phrase reste dans le cahier", "Vous la laissez (barrée dans vos mots). S la reprend.",
    )  # fmt: skip
    dossier.phrases.laisser(rang, 0)
    assert state_of(dossier, rang).choose == "Reprendre une phrase"
    assert dossier.recits.motif(rang) == ""


def test_tout_laisse_se_retient_aussi(notes: CahierOuvert) -> None:
    """Témoin (vu une fois) : `vide` sans les laissées, l'étape ne se lit pas, et tout revient."""
    notes.save_fait(Fait(LE, PLACE.id, TypeFait.bruit, TexteBrut("Le sas est noir."), id="noir"))
    dossier = lu(notes)
    rang = rang_de(dossier, "Le sas est noir.")
    dossier.phrases.laisser(rang, 0)
    assert not dossier.etapes[rang].faite
    dossier.marquer_lue(rang)
    enregistrer_relecture(notes, dossier.etapes[rang], LE)
    encore = ouvrir_dossier(notes, REUNION)
    assert encore.etapes[rang_de(encore, "Le sas est noir.")].faite


def test_une_phrase_que_rien_ne_tait_se_dit_par_sa_nature_plutot_que_pas_du_tout(
    notes: CahierOuvert,
) -> None:
    """Laissé de côté pour l'équipe, le même fait se disait ensuite aux habitants.

    Témoin (vu une fois) : `_A_TAIRE` vide, il n'y a qu'à redire, ou perdre le fait.
    """
    notes.save_fait(
        Fait(LE, PLACE.id, TypeFait.travaux, TexteBrut("Six familles au milieu."), id="foyers")
    )
    dossier = lu(notes)
    (trouve,) = mesurer_risque(notes, relever(dossier)).reconnaissances
    dossier.generaliser(trouve.references, trouve.pas)
    assert mesurer_risque(notes, relever(dossier)).reconnaissances == ()
    faits = {f.reference: f for f in regarder_et_signer(dossier).contenu.faits}
    assert (str(faits["foyers"].formulation), faits["foyers"].lieu.texte) == (
        "",
        PLACE.libelle_public,
    )
