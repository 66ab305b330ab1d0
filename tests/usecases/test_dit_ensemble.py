"""Ce qui arrive à quelqu'un se dit ensemble : rien n'en sort que sa nature, dans aucun document.

Décision 0032. La promesse est une indifférence : le document reste le même, où et quand que cela
soit arrivé, quoi que cela ait fait.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signatures import garder_les_recits, regarder_et_signer
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, SortieRefusee
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.relu import Effort, FaitRelu, NatureRelue
from tat_carnet.domain.reunion import Decision
from tat_carnet.domain.vocabulaire import (
    Attestation,
    EtatDecision,
    Gravite,
    Impact,
    NatureSource,
    Profil,
    Public,
    Recurrence,
    TailleGroupe,
    Theme,
    TrancheAge,
    TypeFait,
    TypePartenaire,
    TypeSite,
    Urgence,
)
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.ui.relecture.codes import dira_en_mots, isolement_en_mots, rendu_en_mots
from tat_carnet.ui.relecture.recit_words import (
    explanation,
    gathered_from_start,
    heading,
    silenced,
    state_of,
)
from tat_carnet.usecases.cahier_papier import Demande, ouvrir_papier
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier, preparer_dossier
from tat_carnet.usecases.exporter import exporter
from tat_carnet.usecases.note_synthese import NotePreparee, ouvrir_note
from tat_carnet.usecases.relecture import Dossier, enregistrer_relecture
from tat_carnet.usecases.relecture.annee import natures_de
from tat_carnet.usecases.risque import mesurer_risque, relever

pytestmark = pytest.mark.usefixtures("recits_entiers")

LE = datetime(2026, 11, 18, 21, 30)
JOUR = date(2026, 11, 20)
DEBUT = date(2026, 9, 1)
PLACE = Site("Place du Lavoir", "Rives", TypeSite.place, ilot="Îlot du Lavoir", id="place")
PARC = Site("Parc aux Daims", "Hauts", TypeSite.square, id="parc")
SITES = {site.id: site for site in (PLACE, PARC)}
REUNION = Preparation("Veille", JOUR, DEBUT, JOUR, "l’instance")
INTIME = Fait(
    LE,
    PLACE.id,
    TypeFait.demande_relogement,
    TexteBrut("Un jeune dort dehors."),
    taille_groupe=TailleGroupe.une,
    tranche_age=TrancheAge.de_18_20,
    publics=(Public.jeunes_majeurs,),
    impacts=(Impact.honte,),
    gravite=Gravite.danger,
    urgence=Urgence.sous_7j,
    recurrence=Recurrence.repete,
    themes=(Theme.cadre_de_vie, Theme.adolescence_sante),
    quantite=3,
    materiel="une tente",
    signale_a=TypePartenaire.bailleur,
    signale_le=date(2026, 11, 18),
    ramasse_le=date(2026, 11, 19),
    attestation=Attestation.recoupe,
    natures_source=(NatureSource.observation, NatureSource.ecole),
    id="intime",
)
BANC = replace(
    INTIME,
    type=TypeFait.degradation,
    texte_brut=TexteBrut("Le banc est cassé."),
    taille_groupe=None,
    materiel="",
    id="banc",
)
NOTE = NotePreparee(
    "Un abri", "Comité", DEBUT, JOUR, analyse=("Il manque.",), options=("Ouvrir.",),
    proposition="Ouvrir.",
)  # fmt: skip


@pytest.fixture
def tenu(cahier: CahierOuvert) -> CahierOuvert:
    for site in SITES.values():
        cahier.save_site(site)
    cahier.save_fait(INTIME)
    return cahier


def ouvert(cahier: CahierOuvert, profil: Profil = Profil.collectif) -> Dossier[Any]:
    return ouvrir_dossier(cahier, replace(REUNION, profil=profil))


def lire(dossier: Dossier[Any]) -> None:
    for rang, etape in enumerate(dossier.etapes):
        while not etape.faite and (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        if not etape.faite:
            dossier.marquer_lue(rang)


def dit(dossier: Dossier[Any]) -> str:
    """Le document, quand tout ce qui raconte quelqu'un s'est tu."""
    lire(dossier)
    dossier.recits.taire_le_reste()
    return "\n".join(regarder_et_signer(dossier).document.textes())


def en_mots(cahier: CahierOuvert, profil: Profil = Profil.collectif) -> Dossier[Any]:
    """Ouvert, et revenu sur ce qui se dit ensemble : on en veut les mots."""
    dossier = ouvert(cahier, profil)
    for rang, etape in enumerate(dossier.etapes):
        if etape.tue:
            dossier.recits.rouvrir(rang)
    return dossier


RENDUS: dict[str, Callable[[CahierOuvert], Dossier[Any]]] = {
    "collectif": ouvert,
    "institution": lambda cahier: ouvert(cahier, Profil.institution),
    "restitution": lambda cahier: ouvert(cahier, Profil.restitution_publique),
    "papier": lambda cahier: ouvrir_papier(cahier, Demande(DEBUT, JOUR, "moi"), JOUR),
    "note": lambda cahier: ouvrir_note(cahier, NOTE, JOUR),
}


@pytest.fixture(params=RENDUS)
def rendu(request: pytest.FixtureRequest) -> Callable[[CahierOuvert], Dossier[Any]]:
    return RENDUS[request.param]


def test_la_nature_seule_de_ce_qui_arrive_a_quelqu_un_n_est_pas_une_fiche(
    tenu: CahierOuvert, rendu: Callable[[CahierOuvert], Dossier[Any]]
) -> None:
    """Témoin (vu une fois) : `se_dit_ensemble` faux, la fiche s'imprime dans les cinq."""
    dossier = rendu(tenu)
    texte = dit(dossier)
    signe = regarder_et_signer(dossier)
    public = dossier.plan.profil.public
    assert signe.contenu.faits == ()
    dite = NatureRelue("intime", TypeFait.demande_relogement)
    assert signe.contenu.ensemble == (() if public else (dite,))
    assert ("demande de relogement" in texte) is not public
    for mot in ("Lavoir", "Rives", "semaine du 16", "honte", "danger", "bailleur", "tente"):
        assert mot not in texte
    cite = () if public else ("intime",)
    assert signe.references == cite, "infirmé un jour, ce document le citait"
    assert signe.sillages == (), "rien n'en est sorti qui se joigne"


def test_ce_qui_n_arrive_a_personne_reste_une_fiche(
    tenu: CahierOuvert, rendu: Callable[[CahierOuvert], Dossier[Any]]
) -> None:
    tenu.save_fait(replace(BANC, texte_brut=TexteBrut("Un jeune casse le banc.")))
    dossier = rendu(tenu)
    assert "Dégradation" in dit(dossier)
    (fiche,) = regarder_et_signer(dossier).contenu.faits
    assert (fiche.reference, fiche.lieu.texte) == ("banc", "Place du Lavoir")


def test_un_fait_sans_phrase_se_dit_ensemble_sans_qu_on_l_ait_tu(tenu: CahierOuvert) -> None:
    tenu.save_fait(replace(INTIME, texte_brut=TexteBrut("")))
    dossier = ouvert(tenu)
    etat = state_of(dossier, 0)
    assert (etat.shown, etat.revisable, etat.apart_allowed) == (True, False, True)
    assert "sans lieu ni date" in explanation(etat)
    assert dira_en_mots(dossier.etapes[0].fait, tu=False).startswith("Dira seulement, avec")
    lire(dossier)
    assert regarder_et_signer(dossier).contenu.faits == ()


def test_les_mots_gardes_ne_portent_plus_de_fiche_a_cote_d_eux(tenu: CahierOuvert) -> None:
    """Le lieu, la période, la solidité, et rien de plus.

    Témoin (vu une fois) : `Pas.codes` ôté, l'âge, la gravité et le bailleur s'impriment.
    """
    dossier = en_mots(tenu)
    assert dira_en_mots(dossier.etapes[0].fait, tu=False) == (
        "Dira aussi, et rien de plus : Place du Lavoir, semaine du 16 novembre"
    )
    lire(dossier)
    garder_les_recits(dossier)
    (fait,) = regarder_et_signer(dossier).contenu.faits
    assert (fait.lieu.texte, fait.semaine, fait.attestation) == (
        "Place du Lavoir", "2026-S47", Attestation.recoupe
    )  # fmt: skip
    codes = (
        fait.moment, fait.quantite, fait.taille_groupe, fait.tranche_age, fait.gravite,
        fait.urgence, fait.recurrence, fait.signale_a, fait.signale_le, fait.ramasse_le,
    )  # fmt: skip
    assert not any(codes)
    assert (fait.publics, fait.impacts, fait.themes) == ((), (), (Theme.cadre_de_vie,))
    assert "semaine du 16 novembre\n" in "\n".join(dossier.apercu().textes()), "sans moment"


def test_au_public_les_mots_relus_perdent_le_lieu_et_la_semaine(tenu: CahierOuvert) -> None:
    """Et le dernier regard le dit : moins de cinq pareils, ce mois, dans ce secteur."""
    redit = replace(INTIME, texte_brut=TexteBrut("Les délais sont longs."), taille_groupe=None)
    tenu.save_fait(redit)
    dossier = en_mots(tenu, Profil.restitution_publique)
    lire(dossier)
    (fait,) = regarder_et_signer(dossier).contenu.faits
    assert (fait.lieu.texte, fait.semaine) == ("Rives", "2026-11")
    (trouve,) = mesurer_risque(tenu, relever(dossier)).isolements
    assert isolement_en_mots(trouve).endswith("Demande de relogement, Rives, novembre 2026.")
    tenu.save_fait(replace(redit, id="g1"))
    (trouve,) = mesurer_risque(tenu, relever(en_mots(tenu, Profil.restitution_publique))).isolements
    assert isolement_en_mots(trouve).endswith(" ; et 1 autre fait.")
    for rang in range(3):
        tenu.save_fait(replace(redit, id=f"p{rang}", instant=LE.replace(day=2 + 7 * rang)))
    assert not mesurer_risque(tenu, relever(en_mots(tenu, Profil.restitution_publique))).isolements


def test_dits_ensemble_rien_ne_s_isole_ni_ne_se_reconnait(tenu: CahierOuvert) -> None:
    dossier = ouvert(tenu)
    dit(dossier)
    bilan = mesurer_risque(tenu, relever(dossier))
    assert (bilan.trouve, bilan.anonyme) == (False, True)
    assert dira_en_mots(dossier.etapes[0].fait, tu=True).endswith("sans lieu ni date : " + NATURE)


NATURE = "demande de relogement"


def a_part(cahier: CahierOuvert, profil: Profil) -> Dossier[Any]:
    """Ce fait dit à part dans un document de ce lecteur, et ce que l'écran en retient."""
    dossier = ouvert(cahier, profil)
    lire(dossier)
    dossier.recits.taire_le_reste()
    dossier.a_part.dire(0, "sans le lieu, rien à demander")
    cahier.append_levees(dossier.natures.a_retenir(LE) + dossier.a_part.a_retenir(LE))
    assert dossier.a_part.a_retenir(LE) == (), "une fois"
    return dossier


@pytest.mark.parametrize("profil", [Profil.collectif, Profil.institution])
def test_dit_a_part_avec_un_motif_le_fait_dit_son_lieu_sa_periode_et_rien_de_plus(
    tenu: CahierOuvert, profil: Profil
) -> None:
    """Le motif demande un lieu et une date ; ni un âge, ni une honte.

    Témoin (vu une fois) : `Pas.codes` ôté de ce qui se dit à part, la fiche revient entière.
    """
    dossier = a_part(tenu, profil)
    (fait,) = regarder_et_signer(dossier).contenu.faits
    assert isinstance(fait, FaitRelu)
    assert (fait.lieu.texte, fait.semaine) == ("Place du Lavoir", "2026-S47")
    tus = (fait.gravite, fait.tranche_age, fait.taille_groupe, fait.moment, fait.materiel)
    assert (fait.impacts, fait.publics, tus) == ((), (), (None,) * 5)
    etat = state_of(dossier, 0)
    assert (heading(etat), etat.revisable) == ("Dit à part", True)
    assert "sans le lieu, rien à demander" in explanation(etat)
    assert dira_en_mots(dossier.etapes[0].fait, tu=True).endswith("semaine du 16 novembre")
    (isole,) = mesurer_risque(tenu, relever(dossier)).isolements
    assert (isole.references, isole.pas) == (("intime",), {Pas.ensemble})


def test_le_dernier_regard_ramene_avec_les_autres_ce_qui_se_disait_a_part(
    tenu: CahierOuvert,
) -> None:
    """Témoin (vu une fois) : le geste le laissait de côté, et le fait n'était plus nulle part."""
    dossier = a_part(tenu, Profil.collectif)
    (isole,) = mesurer_risque(tenu, relever(dossier)).isolements
    dossier.generaliser(isole.references, isole.pas)
    assert dossier.a_part.ensemble(0)
    assert regarder_et_signer(dossier).contenu.ensemble[0].reference == "intime"
    tenu.append_levees(dossier.a_part.a_retenir(LE))
    assert ouvert(tenu).a_part.motif(0) == "", "et cela se retient"


def test_a_part_ne_se_dit_ni_sans_motif_ni_au_public_ni_deux_fois(tenu: CahierOuvert) -> None:
    """Témoin (vu une fois) : `admis` toujours vrai, la restitution le dit à part."""
    dossier = en_mots(tenu)
    with pytest.raises(ErreurConnue, match="avec celles des autres"):
        dossier.a_part.dire(0, "il le veut")  # ses mots sont encore dits
    dossier.recits.taire_le_reste()
    with pytest.raises(ErreurConnue, match="dites pourquoi"):
        dossier.a_part.dire(0, "  ")
    public = ouvert(tenu, Profil.restitution_publique)
    public.recits.taire_le_reste()
    assert not state_of(public, 0).apart_allowed
    with pytest.raises(ErreurConnue, match="avec celles des autres"):
        public.a_part.dire(0, "il le veut")


@pytest.mark.parametrize(
    ("pour", "puis", "seul"),
    [
        (Profil.collectif, Profil.collectif, True),
        (Profil.institution, Profil.collectif, True),
        (Profil.collectif, Profil.institution, False),
        (Profil.institution, Profil.restitution_publique, False),
    ],
)
def test_dire_a_part_se_retient_pour_ce_lecteur_et_les_plus_proches(
    tenu: CahierOuvert, pour: Profil, puis: Profil, seul: bool
) -> None:
    a_part(tenu, pour)
    dossier = ouvert(tenu, puis)
    dossier.recits.taire_le_reste()
    assert bool(dossier.a_part.motif(0)) is seul
    assert dossier.a_part.ensemble(0) is not seul


def test_on_revient_avec_les_autres_et_cela_se_retient(tenu: CahierOuvert) -> None:
    a_part(tenu, Profil.institution)
    dossier = ouvert(tenu)
    dossier.recits.taire_le_reste()
    dossier.a_part.rejoindre(0)
    assert dossier.a_part.ensemble(0)
    tenu.append_levees(dossier.a_part.a_retenir(LE))

    collectif, institution = ouvert(tenu), ouvert(tenu, Profil.institution)
    collectif.recits.taire_le_reste()
    assert collectif.a_part.motif(0) == ""
    assert institution.a_part.motif(0), "pour elle, on n'y est pas revenu"


@pytest.mark.parametrize(
    "change",
    [{"site_id": PARC.id}, {"texte_brut": TexteBrut("Un jeune part.")}, {"gravite": Gravite.gene}],
    ids=["le lieu", "la note", "un code"],
)
def test_un_fait_change_se_redecide(tenu: CahierOuvert, change: dict[str, Any]) -> None:
    a_part(tenu, Profil.collectif)
    tenu.save_fait(replace(INTIME, **change))
    dossier = ouvert(tenu)
    dossier.recits.taire_le_reste()
    assert dossier.a_part.ensemble(0)


def test_un_texte_tape_n_est_ni_avec_les_autres_ni_a_part(tenu: CahierOuvert) -> None:
    """Une question se lit avant les faits : elle n'est d'aucun d'eux."""
    dossier = ouvrir_dossier(tenu, replace(REUNION, questions=("Un jeune demande : qui ouvre ?",)))
    assert (dossier.a_part.ensemble(0), dossier.a_part.motif(0)) == (False, "")
    assert dossier.a_part.a_retenir(LE) == ()


def test_une_decision_ne_date_pas_a_la_semaine_ce_qui_se_dit_ensemble(
    tenu: CahierOuvert,
) -> None:
    """« Accueil proposé : fait, semaine du 16 novembre » dirait la semaine de l'exclusion.

    Témoin (vu une fois) : `au_mois` des seules fiches, la semaine sort.
    """
    decision = Decision(
        TexteBrut("Ouvrir un accueil"), TexteBrut("Ville"), etat=EtatDecision.faite, etat_le=JOUR
    )
    dossier = ouvrir_dossier(tenu, replace(REUNION, rappels=((DEBUT, decision),), de_reunion=True))
    assert "mois de novembre" in dit(dossier)
    assert "semaine du" not in "\n".join(dossier.apercu().textes())


@pytest.mark.parametrize("genre", [TypeFait.travaux, TypeFait.deuil])
def test_une_decision_qui_redit_les_mots_tus_d_un_fait_se_montre(
    tenu: CahierOuvert, genre: TypeFait
) -> None:
    """Trouvé par l'épreuve de l'intrus : « évacuer les gravats » dit lequel des travaux.

    Témoin (vu une fois) : `_rendus` vide, le dernier regard n'en dit rien.
    """
    note = TexteBrut("Un jeune trébuche sur les gravats de l’échafaudage.")
    tenu.save_fait(replace(INTIME, type=genre, texte_brut=note))
    redite = "Évacuer les gravats au pied de l’échafaudage."
    dossier = ouvrir_dossier(tenu, replace(REUNION, suites=(redite, "Ouvrir une salle.")))
    for rang, etape in enumerate(dossier.etapes):
        if etape.tue:
            dossier.recits.rouvrir(rang)
    lire(dossier)
    garder_les_recits(dossier)
    assert not mesurer_risque(tenu, relever(dossier)).rendus, "ses mots sont dits : rien ne se tait"
    rang = next(rang for rang, etape in enumerate(dossier.etapes) if etape.a_une_nature)
    dossier.recits.taire(rang)
    bilan = mesurer_risque(tenu, relever(dossier))
    ((expose, ecrit),) = bilan.rendus
    assert (expose.reference, ecrit, bilan.trouve) == ("intime", redite, True)
    mots = rendu_en_mots(expose, ecrit)
    assert "gravats" in mots
    assert ("sans lieu ni date" in mots) is (genre is TypeFait.deuil)
    dossier.ecarter_faits(["intime"])
    assert not mesurer_risque(tenu, relever(dossier)).rendus


def test_l_ecran_dit_ce_qui_se_tait_avec_son_lieu_et_ce_qui_se_dit_ensemble() -> None:
    assert silenced(2, 0).endswith("que la nature, le lieu et la période.")
    assert silenced(0, 1) == "De 1 fait qui arrive à quelqu’un, la nature seule, avec les autres."
    assert silenced(1, 3).count("De ") == 2


def test_un_fait_sorti_jadis_puis_dit_ensemble_ne_se_recoupe_pas(tenu: CahierOuvert) -> None:
    signe = regarder_et_signer(a_part(tenu, Profil.collectif))
    ligne = LigneJournal(LE, GenreDocument.compte_rendu, FormatDocument.pdf, "la ville", "0" * 64)
    tenu.append_journal(ligne, signe.sillages)
    dossier = ouvert(tenu, Profil.institution)
    dit(dossier)
    assert not mesurer_risque(tenu, relever(dossier)).trouve


def test_deux_faits_relies_dont_un_se_dit_ensemble_ne_sont_plus_relies(
    tenu: CahierOuvert,
) -> None:
    tenu.add_termes_masquage(["Karimou"])
    for nom in ("un", "deux"):
        tenu.save_fait(replace(INTIME, texte_brut=TexteBrut("Karimou dort là."), id=nom))
    dossier = en_mots(tenu)
    rang = next(r for r in range(len(dossier.etapes)) if dossier.relies.depuis(r))
    dossier.relies.relier(next(iter(dossier.relies.depuis(rang).values())))
    lire(dossier)
    garder_les_recits(dossier)
    assert any(t.cause == "relies" for t in mesurer_risque(tenu, relever(dossier)).reconnaissances)
    dossier.recits.taire(rang)
    assert not any(
        t.cause == "relies" for t in mesurer_risque(tenu, relever(dossier)).reconnaissances
    )


@pytest.mark.parametrize("profil", [Profil.collectif, Profil.restitution_publique])
def test_d_emblee_ce_qui_arrive_a_quelqu_un_se_dit_ensemble_et_rien_n_attend(
    tenu: CahierOuvert, profil: Profil
) -> None:
    """Témoin (vu une fois) : `_retenue` fausse par défaut, il faut le taire à la main."""
    tenu.save_fait(replace(BANC, texte_brut=TexteBrut("Un jeune casse le banc.")))
    dossier = ouvert(tenu, profil)
    dits = dossier.a_part.ensembles()
    assert sum(dits) == 1
    assert dossier.etapes[dits.index(True)].faite
    attendent = [dossier.etapes[rang].passage.brut for rang in dossier.recits.attendent()]
    assert attendent == ([] if profil.public else ["Un jeune casse le banc."]), "lui se décide"
    assert dossier.natures.a_retenir(LE) == (), "rien n'a été décidé"
    seule = "De 1 fait qui arrive à quelqu’un, la nature seule"
    assert gathered_from_start(1, public=False).startswith(seule)
    assert "cinq faits" in gathered_from_start(1, public=True)
    assert gathered_from_start(0, public=True) == ""


def test_qui_en_veut_les_mots_y_revient_et_cela_se_retient(tenu: CahierOuvert) -> None:
    dossier = en_mots(tenu)
    assert dossier.recits.attendent() == (0,)
    tenu.append_levees(dossier.natures.a_retenir(LE))
    assert ouvert(tenu).recits.attendent() == (0,)
    assert ouvert(tenu, Profil.institution).etapes[0].tue, "un autre lecteur, une autre décision"


@pytest.mark.parametrize("profil", list(Profil)[:3])
def test_des_mots_relus_sans_motif_ne_font_dire_a_part_a_aucun_lecteur(
    tenu: CahierOuvert, profil: Profil
) -> None:
    """Un reste sans personne, lu une fois, faisait dire le deuil avec son lieu et son mois.

    Témoin (vu une fois) : « si elle n'a jamais été relue » remis, le lieu et la semaine sortent.
    """
    tenu.save_fait(INTIME.relu("Toute la place chuchote.", LE, Profil.restitution_publique))
    dossier = ouvert(tenu, profil)
    assert dossier.a_part.ensemble(0)
    assert "Lavoir" not in dit(dossier)
    assert "Rives" not in dit(dossier)


def test_des_mots_gardes_avec_un_motif_le_restent_pour_ce_lecteur_et_les_plus_proches(
    tenu: CahierOuvert,
) -> None:
    """Témoin (vu une fois) : `_garde` faux, le récit gardé se redit ensemble à chaque document."""
    dossier = en_mots(tenu, Profil.institution)
    lire(dossier)
    dossier.recits.garder(0, "il le veut")
    for etape in dossier.etapes:
        enregistrer_relecture(tenu, etape, LE)
    assert not ouvert(tenu, Profil.institution).etapes[0].tue
    assert not ouvert(tenu).etapes[0].tue, "et pour un plus proche"
    assert ouvert(tenu, Profil.restitution_publique).etapes[0].tue


def test_meme_un_reste_sans_personne_ne_se_dit_a_part_qu_avec_un_motif(
    tenu: CahierOuvert,
) -> None:
    """Témoin (vu une fois) : `a_part` faux, Entrée suffit à dire le lieu et la semaine."""
    tenu.save_fait(replace(INTIME, texte_brut=TexteBrut("Les délais sont longs."),
                           taille_groupe=None))  # fmt: skip
    dossier = en_mots(tenu)
    lire(dossier)
    assert dossier.recits.attendent() == (0,)
    dossier.etapes[0].passage.modifier("Le délai s’allonge encore.")
    assert dossier.recits.attendent() == (), "redire est déjà le vouloir"
    dossier.etapes[0].passage.modifier("Les délais sont longs.")
    lire(dossier)
    dossier.recits.garder(0, "sans le lieu, rien à demander")
    assert regarder_et_signer(dossier).contenu.faits[0].lieu.texte == "Place du Lavoir"


def test_de_deux_periodes_ou_deux_lecteurs_le_meme_jour_la_liste_est_la_meme(
    tenu: CahierOuvert,
) -> None:
    """Trouvé par la sixième épreuve : soustraire deux périodes datait une exclusion.

    Témoin (vu une fois) : la liste tirée des seuls faits du document, celle d'octobre en a un de
    plus.
    """
    ancien = replace(INTIME, instant=LE.replace(month=9, day=10), type=TypeFait.deuil, id="ancien")
    tenu.save_fait(ancien)
    tenu.save_fait(replace(INTIME, attestation=Attestation.rumeur, type=TypeFait.menace, id="dit"))
    listes = set()
    for du in (DEBUT, date(2026, 11, 1)):
        for profil in (Profil.collectif, Profil.institution, Profil.restitution_publique):
            dossier = ouvrir_dossier(tenu, replace(REUNION, du=du, profil=profil))
            lire(dossier)
            signe = regarder_et_signer(dossier)
            if profil.public:
                assert signe.contenu.ensemble == ()
                continue
            listes.add(frozenset(nature.type for nature in signe.contenu.ensemble))
            assert ("ancien" in signe.references) is (du == DEBUT), "il n'en cite pas d'autres"
    assert listes == {frozenset({TypeFait.deuil, TypeFait.demande_relogement})}


def test_au_public_une_nature_ne_se_dit_que_si_cinq_faits_en_relevent(tenu: CahierOuvert) -> None:
    """Sixième épreuve : avec la seule restitution, un habitant reconnaissait trois mineurs.

    Témoin (vu une fois) : le seuil à un, « demande de relogement » sort d'un seul fait.
    """
    for rang in range(3):
        tenu.save_fait(replace(INTIME, id=f"r{rang}"))
    public = ouvert(tenu, Profil.restitution_publique)
    assert "demande de relogement" not in dit(public)
    assert "sauf ce qui arrive à beaucoup" in dit(public)
    etat = state_of(public, 0)
    assert heading(etat) == "Tu au public"
    assert "rien n’en sort" in explanation(etat)
    assert dira_en_mots(public.etapes[0].fait, tu=False).startswith("N’en dira rien, sauf si cinq")
    tenu.save_fait(replace(INTIME, id="r4"))
    public = ouvert(tenu, Profil.restitution_publique)
    assert "demande de relogement (cinq faits ou plus)" in dit(public)


def test_nulle_nature_d_une_rumeur_ou_d_un_fait_infirme_quoi_qu_admette_le_document() -> None:
    """Témoin (vu une fois) : les degrés du plan seuls, la rumeur passe."""
    degres = [replace(INTIME, attestation=degre, reunion_le=JOUR) for degre in Attestation]
    dites = {nature.reference for nature in natures_de(degres, frozenset(Attestation))}
    assert dites == {"intime"}
    rumeurs = [
        fait for fait in degres if fait.attestation in (Attestation.rumeur, Attestation.infirme)
    ]
    assert natures_de(rumeurs, frozenset(Attestation)) == ()


def test_au_public_ce_qui_se_tait_n_est_ni_nie_ni_date(tenu: CahierOuvert) -> None:
    """Tu faute d'en être cinq, un fait n'est pas « rien de relevé », ni la semaine d'une décision.

    Témoin (vu une fois) : le document ne sachant que les natures dites, les trois échouent.
    """
    public = Profil.restitution_publique
    assert "Aucun fait" not in dit(ouvert(tenu, public))
    tenu.save_fait(replace(BANC, themes=(Theme.cadre_de_vie,)))
    decision = Decision(
        TexteBrut("Ouvrir un accueil"), TexteBrut("Ville"), etat=EtatDecision.faite, etat_le=JOUR
    )
    reunion = replace(REUNION, profil=public, rappels=((DEBUT, decision),), de_reunion=True)
    texte = dit(ouvrir_dossier(tenu, reunion))
    assert "Hors de ce qui arrive à quelqu’un, rien de relevé" in texte
    assert "Ce qui a été fait" in texte
    assert "semaine" not in texte


def test_une_nature_de_l_annee_infirmee_ou_jetee_depuis_ne_sort_plus(
    tenu: CahierOuvert, tmp_path: Path
) -> None:
    """Témoin (vu une fois) : seuls les faits du document revus, le fait infirmé sort."""
    ancien = replace(INTIME, instant=LE.replace(month=9, day=10), type=TypeFait.deuil, id="ancien")
    tenu.save_fait(ancien)
    dossier = ouvrir_dossier(tenu, replace(REUNION, du=date(2026, 11, 1)))
    assert "deuil" in dit(dossier)
    signe = regarder_et_signer(dossier)
    chemin = tmp_path / "cr.pdf"
    tenu.save_fait(replace(ancien, gravite=Gravite.gene))
    exporter(signe, FormatDocument.pdf, chemin, cahier=tenu, maintenant=LE)
    tenu.save_fait(replace(ancien, attestation=Attestation.infirme, reunion_le=JOUR))
    with pytest.raises(SortieRefusee, match="a changé"):
        exporter(signe, FormatDocument.pdf, chemin, cahier=tenu, maintenant=LE)
    tenu.save_fait(ancien)
    tenu.discard_fait("ancien", LE)
    with pytest.raises(SortieRefusee, match="a changé"):
        exporter(signe, FormatDocument.pdf, chemin, cahier=tenu, maintenant=LE)


def test_dit_a_part_ou_avec_ses_mots_un_fait_reste_dans_la_liste_laisse_de_cote_il_en_sort(
    tenu: CahierOuvert,
) -> None:
    """Sinon la liste d'un lecteur, moins celle de l'autre, dirait lequel est à part."""
    dossier = a_part(tenu, Profil.collectif)
    assert [n.reference for n in regarder_et_signer(dossier).contenu.ensemble] == ["intime"]
    dossier.ecarter_faits(["intime"])
    assert regarder_et_signer(dossier).contenu.ensemble == ()


codes = st.fixed_dictionaries(
    {
        "instant": st.integers(0, 79).map(lambda jours: LE - timedelta(days=jours)),
        "site_id": st.sampled_from(sorted(SITES)),
        "tranche_age": st.sampled_from(TrancheAge),
        "impacts": st.lists(st.sampled_from(Impact), max_size=2, unique=True).map(tuple),
        "gravite": st.sampled_from(Gravite),
        "urgence": st.sampled_from(Urgence),
        "recurrence": st.sampled_from(Recurrence),
        "attestation": st.sampled_from([Attestation.observe, Attestation.rapporte]),
        "taille_groupe": st.sampled_from([None, TailleGroupe.une, TailleGroupe.non_observe]),
        "texte_brut": st.sampled_from(["", "Un jeune dort dehors."]).map(TexteBrut),
    }
)
types = st.sampled_from(
    [TypeFait.deuil, TypeFait.raccrochage, TypeFait.menace, TypeFait.dette_emprise]
)


def document(faits: list[Fait], profil: Profil) -> Any:
    """Le compte-rendu de ces faits, tout tu."""
    reunion = replace(REUNION, profil=profil)
    dossier = preparer_dossier(reunion, faits, SITES, Effort(9, 3), frozenset())
    lire(dossier)
    dossier.recits.taire_le_reste()
    return regarder_et_signer(dossier).document


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(types, codes, codes), min_size=1, max_size=6),
    st.lists(codes, max_size=2),
    st.sampled_from([Profil.collectif, Profil.institution, Profil.restitution_publique]),
)
def test_le_document_est_le_meme_ou_et_quand_que_cela_soit_arrive(
    arrives: list[tuple[TypeFait, dict[str, Any], dict[str, Any]]],
    autres: list[dict[str, Any]],
    profil: Profil,
) -> None:
    """Aucun lieu, aucune période, aucun effet : rien de ce qui change n'y change un mot.

    Témoin (vu une fois) : le mois rendu à la ligne, les deux documents diffèrent.
    """
    fiches = [replace(BANC, id=f"b{r}", **champs) for r, champs in enumerate(autres)]

    def avec(rang: int) -> list[Fait]:
        dits = [
            replace(INTIME, id=f"q{r}", type=cas[0], **cas[rang]) for r, cas in enumerate(arrives)
        ]
        return sorted([*fiches, *dits], key=lambda fait: fait.instant)

    assert document(avec(1), profil) == document(avec(2), profil)


@cache
def dits(combien: int) -> Any:
    """Le document d'autant de faits pareils."""
    faits = [replace(INTIME, id=str(rang)) for rang in range(combien)]
    return document(faits, Profil.collectif)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 8), st.integers(0, 8))
def test_un_document_plus_long_moins_un_plus_court_ne_dit_jamais_un_petit_nombre(
    court: int, reste: int
) -> None:
    """Ce que les deux impriment se lirait aussi d'un autre reste, sauf de rien du tout.

    Témoin (vu une fois) : le nombre exact imprimé dès cinq, « 7 » moins « 5 » dit deux.
    """
    lus = {n: dits(n) for n in range(1, 17)}
    possibles = {
        plus - un
        for un in lus
        for plus in range(un, 17)
        if (lus[un], lus[plus]) == (lus[court], lus[court + reste])
    }
    assert len(possibles) > 1
