"""Le dossier : chaque passage lu, chaque alerte levée une à une, ou rien ne se signe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from signatures import regarder_et_signer
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import RelectureIncomplete, SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.domain.reunion import Decision
from tat_carnet.domain.vocabulaire import Attestation, EtatDecision, Profil, TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases import compte_rendu
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.relecture import Dossier, enregistrer_relecture

INSTANT = datetime(2026, 11, 18, 21, 30)
PLACE = Site("Place du Lavoir", "Aubépines-Haut", TypeSite.place)
PREPARATION = Preparation(
    instance="Instance de veille",
    tenue_le=date(2026, 11, 21),
    du=date(2026, 11, 1),
    au=date(2026, 11, 21),
    destinataire="le bailleur",
    decisions=(Decision(TexteBrut("Réparer la porte"), TexteBrut("le bailleur")),),
    de_reunion=True,
)


def ecrire(
    cahier: CahierOuvert, texte: str, attestation: Attestation = Attestation.observe
) -> Fait:
    """Un fait de la période, sur la place."""
    cahier.save_site(PLACE)
    fait = Fait(
        INSTANT,
        PLACE.id,
        TypeFait.bruit,
        TexteBrut(texte),
        attestation=attestation,
        reunion_le=date(2026, 11, 20) if attestation is Attestation.infirme else None,
    )
    cahier.save_fait(fait)
    return fait


def lever(dossier: Dossier[CompteRendu], rang: int) -> None:
    """Accepte chaque alerte d'une étape, une à une, puis la marque lue."""
    passage = dossier.etapes[rang].passage
    while (alerte := passage.prochaine()) is not None:
        passage.accepter(alerte)
    dossier.marquer_lue(rang)


def test_un_dossier_tout_lu_se_signe_sans_le_prenom(cahier: CahierOuvert) -> None:
    fait = ecrire(cahier, "Vu Karim devant la boulangerie, il faisait du bruit")
    dossier = ouvrir_dossier(cahier, PREPARATION)
    for rang in range(len(dossier.etapes)):
        lever(dossier, rang)

    signe = regarder_et_signer(dossier).contenu
    assert [f.reference for f in signe.faits] == [fait.id]
    assert "Karim" not in signe.faits[0].formulation.texte
    assert "Karim" in dossier.termes_masques()
    assert signe.decisions[0].structure.texte == "le bailleur"


FAITE = Decision(
    TexteBrut("Réparer l’éclairage"),
    TexteBrut("le bailleur"),
    etat=EtatDecision.faite,
    etat_le=date(2026, 11, 18),
)


@pytest.mark.parametrize(
    ("pas", "dit"),
    [((), "Faite, semaine du 16 novembre"), ((Pas.mois,), "Faite, mois de novembre")],
)
def test_une_decision_suivie_se_date_comme_les_faits(
    cahier: CahierOuvert, pas: tuple[Pas, ...], dit: str
) -> None:
    """Trouvé par l'épreuve de l'intrus : « Faite, le 4 novembre » datait « la minuterie changée ce
    matin », que le fait ne disait plus qu'au mois.

    Témoin (vu une fois) : écrire toujours la semaine.
    """
    fait = ecrire(cahier, "lumière réparée ce matin")
    rappels = ((date(2026, 10, 17), FAITE),)
    dossier = ouvrir_dossier(cahier, replace(PREPARATION, rappels=rappels))
    dossier.generaliser([fait.id], pas)
    for rang in range(len(dossier.etapes)):
        lever(dossier, rang)
    textes = regarder_et_signer(dossier).document.textes()

    assert dit in textes
    assert not [texte for texte in textes if "18 novembre" in texte]


@pytest.mark.usefixtures("recits_entiers")
def test_une_alerte_en_attente_empeche_de_signer_et_dit_ou(cahier: CahierOuvert) -> None:
    ecrire(cahier, "Vu Karim sur la place")
    dossier = ouvrir_dossier(cahier, PREPARATION)

    with pytest.raises(RelectureIncomplete) as marque:
        dossier.marquer_lue(0)
    with pytest.raises(RelectureIncomplete) as signature:
        regarder_et_signer(dossier)

    alerte = dossier.etapes[0].passage.prochaine()
    assert (marque.value.passage, marque.value.alerte) == (0, alerte)
    assert (signature.value.passage, signature.value.alerte) == (0, alerte)


def test_un_passage_sans_alerte_doit_quand_meme_etre_lu(cahier: CahierOuvert) -> None:
    ecrire(cahier, "musique forte")
    dossier = ouvrir_dossier(cahier, PREPARATION)
    with pytest.raises(RelectureIncomplete) as refus:
        regarder_et_signer(dossier)

    assert refus.value.alerte == -1
    dossier.marquer_lue(0)
    assert dossier.complet


@pytest.mark.parametrize("degre", [Attestation.rumeur, Attestation.infirme])
def test_rumeur_et_fait_infirme_restent_dans_le_cahier(
    cahier: CahierOuvert, degre: Attestation
) -> None:
    fait = ecrire(cahier, "il paraît que la poste ferme", degre)
    dossier = ouvrir_dossier(cahier, PREPARATION)

    assert [refuse.id for refuse, _ in dossier.refuses] == [fait.id]
    assert dossier.etapes == []
    assert regarder_et_signer(dossier).contenu.faits == ()


def test_un_fait_ecarte_ne_sort_pas_et_se_reprend(cahier: CahierOuvert) -> None:
    ecrire(cahier, "La porte grince. Vu Karim sur la place")
    dossier = ouvrir_dossier(cahier, PREPARATION)
    dossier.ecarter(0)
    assert regarder_et_signer(dossier).contenu.faits == ()

    dossier.ecarter(0, ecartee=False)
    assert not dossier.complet


def test_ecarter_un_texte_libre_ne_fait_rien(cahier: CahierOuvert) -> None:
    preparation = Preparation(
        "Instance de veille",
        date(2026, 11, 21),
        date(2026, 11, 1),
        date(2026, 11, 21),
        "le bailleur",
        suites=("Karim a repris l’école",),
    )
    dossier = ouvrir_dossier(cahier, preparation)
    dossier.ecarter(0)

    assert dossier.etapes[0].fait is None
    assert not dossier.complet


@pytest.mark.usefixtures("recits_entiers")
def test_un_terme_garde_dans_un_passage_n_est_plus_cherche(cahier: CahierOuvert) -> None:
    ecrire(cahier, "Vu Karim sur la place")
    ecrire(cahier, "On a revu Karim ce midi")
    dossier = ouvrir_dossier(cahier, PREPARATION)
    premier, second = (etape.passage for etape in dossier.etapes)
    while (alerte := premier.prochaine()) is not None:
        premier.accepter(alerte)
    while (alerte := second.prochaine()) is not None:
        second.garder(alerte, "prénom d’un chien, connu de tous")

    assert "Karim" in premier.termes_masques
    assert "Karim" not in dossier.termes_masques()


def test_un_mot_d_un_nom_public_peut_paraitre(cahier: CahierOuvert) -> None:
    cahier.save_site(Site("Parking Karim", "Aubépines-Haut", TypeSite.parking))
    ecrire(cahier, "Vu Karim sur la place")
    dossier = ouvrir_dossier(cahier, PREPARATION)
    lever(dossier, 0)

    assert "Karim" in dossier.etapes[0].passage.termes_masques
    assert "Karim" not in dossier.termes_masques()


def test_un_nom_de_lieu_qui_alerte_se_decide_une_fois_pour_tous_ses_faits(
    cahier: CahierOuvert,
) -> None:
    lieu = Site("Garage de Karim", "Aubépines-Haut", TypeSite.commerces)
    cahier.save_site(lieu)
    for texte in ("musique", "voitures"):
        cahier.save_fait(Fait(INSTANT, lieu.id, TypeFait.bruit, TexteBrut(texte)))
    dossier = ouvrir_dossier(cahier, PREPARATION)
    assert [etape.titre for etape in dossier.etapes].count("Nom d’un lieu") == 1

    for rang in range(len(dossier.etapes)):
        lever(dossier, rang)
    assert {"Karim" in f.lieu.texte for f in regarder_et_signer(dossier).contenu.faits} == {False}


@pytest.mark.usefixtures("recits_entiers")
def test_la_relecture_se_retient_avec_ses_termes(cahier: CahierOuvert) -> None:
    fait = ecrire(cahier, "Vu Karim sur la place")
    dossier = ouvrir_dossier(cahier, PREPARATION)
    lever(dossier, 0)
    enregistrer_relecture(cahier, dossier.etapes[0], INSTANT)

    assert cahier.fait(fait.id).formulation == dossier.etapes[0].passage.texte
    assert cahier.fait(fait.id).relu_le == INSTANT
    assert "Karim" in cahier.termes_masquage()


def test_un_texte_libre_relu_ne_touche_aucun_fait(cahier: CahierOuvert) -> None:
    fait = ecrire(cahier, "musique forte")
    preparation = Preparation(
        "Instance de veille",
        date(2026, 11, 21),
        date(2026, 11, 1),
        date(2026, 11, 21),
        "le bailleur",
        suites=("Karim a repris l’école",),
    )
    dossier = ouvrir_dossier(cahier, preparation)
    lever(dossier, 0)
    enregistrer_relecture(cahier, dossier.etapes[0], INSTANT)

    assert cahier.fait(fait.id) == fait
    assert "Karim" in cahier.termes_masquage()


@pytest.mark.parametrize(
    ("changes", "champ"),
    [
        ({"instance": " "}, "instance"),
        ({"destinataire": ""}, "destinataire"),
        ({"au": date(2026, 10, 1)}, "au"),
    ],
)
def test_une_preparation_incomplete_nomme_son_champ(changes: dict[str, object], champ: str) -> None:
    fields = {name: getattr(PREPARATION, name) for name in Preparation.__slots__}
    with pytest.raises(SaisieIncomplete) as refus:
        Preparation(**{**fields, **changes}).verified()

    assert refus.value.champ == champ


def test_une_periode_trop_longue_se_dit(
    cahier: CahierOuvert, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compte_rendu, "FAITS_AU_PLUS", 1)
    ecrire(cahier, "un")
    ecrire(cahier, "deux")
    with pytest.raises(SaisieIncomplete, match="trop de faits"):
        ouvrir_dossier(cahier, PREPARATION)


@pytest.mark.usefixtures("recits_entiers")
def test_un_motif_se_retient_avec_son_fait_une_seule_fois(cahier: CahierOuvert) -> None:
    fait = ecrire(cahier, "Vu Karim sur la place")
    dossier = ouvrir_dossier(cahier, PREPARATION)
    passage = dossier.etapes[0].passage
    while (alerte := passage.prochaine()) is not None:
        passage.garder(alerte, "nom d’un chien, connu de tous")
    dossier.marquer_lue(0)
    for _ in range(2):
        enregistrer_relecture(cahier, dossier.etapes[0], INSTANT)

    (levee,) = cahier.levees(fait.id)
    assert levee.categorie == "nom"
    assert levee.motif.lire() == "nom d’un chien, connu de tous"


def test_un_dementi_sort_comme_tel_jamais_comme_un_fait(cahier: CahierOuvert) -> None:
    fait = ecrire(cahier, "il paraît que Karim vend à l’école", Attestation.infirme)
    dossier = ouvrir_dossier(cahier, replace(PREPARATION, dementis=True))
    assert [etape.precision for etape in dossier.etapes] == ["infirmé, démenti"]
    assert not dossier.complet, "un démenti se lit, même sans alerte"
    lever(dossier, 0)
    enregistrer_relecture(cahier, dossier.etapes[0], INSTANT)
    signe = regarder_et_signer(dossier)
    (dementi,) = signe.contenu.dementis
    textes = list(signe.document.textes())

    assert signe.contenu.faits == ()
    assert dossier.exposes() == []
    assert (dementi.reference, signe.references) == (fait.id, (fait.id,))
    (dit,) = [texte for texte in textes if "démenti" in texte and "novembre" in texte]
    assert "Place du Lavoir" not in dit, "rien n'en était sorti : le secteur et le mois"
    assert "semaine" not in dit
    assert "Karim" not in " ".join(textes)
    assert "Karim" in signe.termes_masques
    assert cahier.fait(fait.id).formulation == "", "un démenti n'est pas la formulation du fait"


def test_ce_qu_on_tape_dans_un_dementi_est_relu(cahier: CahierOuvert) -> None:
    ecrire(cahier, "il paraît que la poste ferme", Attestation.infirme)
    dossier = ouvrir_dossier(cahier, replace(PREPARATION, dementis=True))
    dossier.etapes[0].passage.modifier("Démenti : ce n’était pas Karim.")

    with pytest.raises(RelectureIncomplete):
        dossier.marquer_lue(0)


def test_un_dementi_muet_ne_sort_pas_de_la_restitution(cahier: CahierOuvert) -> None:
    """« Ce qui se disait ici s'est révélé faux » apprend seulement que quelque chose s'est dit.

    Témoin (vu une fois) : `muet` toujours faux, le premier document le dit quand même.
    """
    fait = replace(
        ecrire(cahier, "il paraît que la poste ferme", Attestation.infirme),
        type=TypeFait.autre,
        libelle_autre="Une rumeur",
    )
    cahier.save_fait(fait)
    public = replace(PREPARATION, dementis=True, profil=Profil.restitution_publique)
    dossier = ouvrir_dossier(cahier, public)
    assert dossier.etapes[0].precision.endswith("dites en général ce qui est faux")
    dossier.marquer_lue(0)
    tu = regarder_et_signer(dossier)
    assert (tu.contenu.dementis, tu.references) == ((), ())

    dossier.etapes[0].passage.modifier("La poste reste ouverte.")
    dossier.marquer_lue(0)
    assert [d.texte.texte for d in regarder_et_signer(dossier).contenu.dementis] == [
        "La poste reste ouverte."
    ]


def test_une_rumeur_ne_se_dement_pas(cahier: CahierOuvert) -> None:
    ecrire(cahier, "il paraît que la poste ferme", Attestation.rumeur)
    dossier = ouvrir_dossier(cahier, replace(PREPARATION, dementis=True))

    assert len(dossier.refuses) == 1
    assert dossier.etapes == []


def test_un_dementi_ecarte_ne_sort_pas(cahier: CahierOuvert) -> None:
    ecrire(cahier, "il paraît que la poste ferme", Attestation.infirme)
    dossier = ouvrir_dossier(cahier, replace(PREPARATION, dementis=True))
    dossier.ecarter(0)

    assert regarder_et_signer(dossier).contenu.dementis == ()


@pytest.mark.usefixtures("recits_entiers")
def test_le_profil_choisit_l_echelon(cahier: CahierOuvert) -> None:
    ecrire(cahier, "Vu un ado de 14 ans sur la place")
    textes = {}
    for profil in Profil:
        dossier = ouvrir_dossier(cahier, replace(PREPARATION, profil=profil))
        textes[profil] = dossier.etapes[0].passage.texte

    assert "13-15" in textes[Profil.collectif]
    assert "13-15" not in textes[Profil.institution]
