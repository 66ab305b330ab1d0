"""Préparer une réunion, la tenir, suivre ce qu'elle décide, en rendre compte."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from signatures import regarder_et_signer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.reunion import Decision, Reunion
from tat_carnet.domain.vocabulaire import EtatDecision, TypeFait, TypePartenaire
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.dus import Du, ce_qui_est_du
from tat_carnet.usecases.reunions import (
    A_PRECISER,
    INSTANCE,
    decisions_dues,
    enregistrer_reunion,
    garder_reunion,
    nouvelle_reunion,
    ouvrir_seance,
    preparer_de_reunion,
    reunion_de,
    reunions_a_preparer,
    suivre_decision,
)

OCTOBRE = date(2026, 10, 17)
JOUR = date(2026, 11, 21)
GACHE = Decision(TexteBrut("Réparer la gâche"), TexteBrut("Bailleur"), date(2026, 11, 25))
PASSEE = Reunion(
    INSTANCE,
    OCTOBRE,
    lieu="Centre social",
    structures=("Bailleur", "Collège"),
    decisions=(GACHE, Decision(TexteBrut("Ouvrir la salle"))),
    prochaine_le=JOUR,
)


@pytest.fixture
def place(cahier: CahierOuvert) -> Site:
    site = Site("Place du Lavoir", "Aubépines")
    cahier.save_site(site)
    return site


def test_la_premiere_reunion_part_de_presque_rien(cahier: CahierOuvert) -> None:
    reunion = nouvelle_reunion(cahier, JOUR)

    assert (reunion.instance, reunion.tenue_le, reunion.structures) == (INSTANCE, JOUR, ())
    assert "Suites" not in reunion.ordre_du_jour.lire()
    assert list(cahier.reunions()) == []


def test_la_suivante_reprend_l_instance_le_jour_convenu_et_propose_l_ordre_du_jour(
    cahier: CahierOuvert,
) -> None:
    cahier.save_reunion(PASSEE)
    reunion = nouvelle_reunion(cahier, date(2026, 11, 10))

    assert reunion.tenue_le == JOUR
    assert (reunion.lieu, reunion.structures) == (PASSEE.lieu, PASSEE.structures)
    assert reunion.ordre_du_jour.lire().startswith("Suites des décisions")
    assert reunion.decisions == ()
    assert nouvelle_reunion(cahier, date(2026, 12, 1)).tenue_le == date(2026, 12, 1)


def test_une_seance_a_les_faits_d_entre_et_les_decisions_d_avant(
    cahier: CahierOuvert, place: Site
) -> None:
    cahier.save_reunion(PASSEE)
    for jour in (date(2026, 10, 16), OCTOBRE, JOUR, date(2026, 11, 22)):
        instant = datetime(jour.year, jour.month, jour.day, 21)
        cahier.save_fait(Fait(instant, place.id, TypeFait.bruit, id=jour.isoformat()))
    seance = ouvrir_seance(cahier, Reunion(INSTANCE, JOUR))

    assert seance.du == OCTOBRE
    assert [fait.id for fait in seance.faits] == ["2026-11-21", "2026-10-17"]
    assert (seance.compte, seance.effort, set(seance.sites)) == (2, Effort(0, 0), {place.id})
    assert [d.quoi.lire() for _, d in seance.rappels] == ["Réparer la gâche", "Ouvrir la salle"]


@pytest.mark.parametrize(
    ("champs", "champ"),
    [
        ({"structures": ("Bailleur", "Mme Durand, gardienne")}, "structures"),
        ({"structures": ("Karim Benali, éducateur",)}, "structures"),
        ({"decisions": (replace(GACHE, structure=TexteBrut("M. Benali")),)}, "decisions"),
        ({"instance": ""}, "instance"),
    ],
)
def test_une_reunion_nomme_des_structures_jamais_des_personnes(
    cahier: CahierOuvert, champs: dict[str, object], champ: str
) -> None:
    """Contrôle positif, vu échouer : ne pas découper « Karim Benali, éducateur »."""
    with pytest.raises(SaisieIncomplete) as refus:
        enregistrer_reunion(cahier, replace(PASSEE, **champs))  # type: ignore[arg-type]

    assert refus.value.champ == champ
    assert list(cahier.reunions()) == []


def test_une_structure_de_l_annuaire_se_dit_telle_quelle(cahier: CahierOuvert) -> None:
    cahier.save_partenaires([Partenaire("Karim Benali", TypePartenaire.commercants)])
    reunion = replace(PASSEE, structures=("karim benali", "École élémentaire"))

    assert enregistrer_reunion(cahier, reunion) == cahier.reunion(reunion.id)


def test_ce_qui_se_tape_se_garde_meme_a_moitie(cahier: CahierOuvert) -> None:
    a_moitie = replace(
        PASSEE,
        instance=" ",
        prochaine_le=OCTOBRE,
        decisions=(Decision(TexteBrut(), TexteBrut("Bailleur"), date(2026, 1, 1), id="d"), GACHE),
    )
    garder_reunion(cahier, a_moitie)
    gardee = cahier.reunion(PASSEE.id)

    assert (gardee.instance, gardee.prochaine_le) == (INSTANCE, None)
    assert gardee.decisions == (Decision(A_PRECISER, TexteBrut("Bailleur"), id="d"), GACHE)
    garder_reunion(cahier, PASSEE)
    assert cahier.reunion(PASSEE.id) == PASSEE
    garder_reunion(cahier, replace(PASSEE, prochaine_le=None))
    assert cahier.reunion(PASSEE.id).prochaine_le is None


def test_une_decision_se_suit_et_dit_depuis_quand(cahier: CahierOuvert) -> None:
    cahier.save_reunion(PASSEE)

    def suivre(etat: EtatDecision, suite: str, jour: date) -> Decision:
        reunion = suivre_decision(cahier, PASSEE.id, GACHE.id, etat, TexteBrut(suite), jour)
        assert reunion.decisions[1] == PASSEE.decisions[1]
        return reunion.decisions[0]

    faite = suivre(EtatDecision.faite, "posée", JOUR)
    assert (faite.etat, faite.etat_le, faite.suite.lire()) == (EtatDecision.faite, JOUR, "posée")
    assert suivre(EtatDecision.faite, "posée, tient", date(2026, 12, 1)).etat_le == JOUR
    assert suivre(EtatDecision.a_suivre, "", date(2026, 12, 2)) == GACHE


def test_l_echeance_d_une_decision_se_rappelle_a_l_accueil(cahier: CahierOuvert) -> None:
    """Contrôle positif, vu échouer : ôter `_decisions` de `FOURNISSEURS`."""
    cahier.save_reunion(replace(PASSEE, prochaine_le=None))
    le = datetime(2026, 11, 21, 9)

    (du,) = ce_qui_est_du(cahier, le)
    assert isinstance(du, Du)
    assert du.phrase == "Décision, pour le mercredi 25 novembre : Réparer la gâche (Bailleur)"
    assert (du.ecran, du.argument) == ("reunions", GACHE.id)
    suivre_decision(cahier, PASSEE.id, GACHE.id, EtatDecision.faite, TexteBrut(), JOUR)
    assert ce_qui_est_du(cahier, le) == []


def test_les_decisions_dues_viennent_la_plus_proche_d_abord_et_pas_le_jour_meme(
    cahier: CahierOuvert,
) -> None:
    tot = Decision(TexteBrut("Afficher"), echeance=date(2026, 11, 22))
    cahier.save_reunion(replace(PASSEE, decisions=(GACHE, tot)))
    cahier.save_reunion(Reunion(INSTANCE, JOUR, decisions=(replace(tot, id="neuve"),)))

    assert [d.id for d in decisions_dues(cahier, JOUR)] == [tot.id, GACHE.id]
    (du, *_) = [d for d in ce_qui_est_du(cahier, datetime(2026, 11, 23)) if isinstance(d, Du)]
    assert du.phrase.endswith("Afficher"), "sans structure, la phrase s'arrête là"


def test_une_reunion_qui_vient_se_prepare(cahier: CahierOuvert) -> None:
    venir = Reunion(INSTANCE, date(2026, 11, 24))
    ce_jour = Reunion("Comité", JOUR)
    for reunion in (venir, ce_jour, Reunion(INSTANCE, date(2026, 12, 19)), PASSEE):
        cahier.save_reunion(replace(reunion, decisions=()))

    assert [r.id for r in reunions_a_preparer(cahier, JOUR)] == [ce_jour.id, venir.id]
    phrases = [d.phrase for d in ce_qui_est_du(cahier, datetime(2026, 11, 21)) if isinstance(d, Du)]
    assert phrases == ["Comité, aujourd’hui", f"{INSTANCE}, le mardi 24 novembre"]
    assert [r.id for r in cahier.reunions(JOUR)] == [ce_jour.id, PASSEE.id]


def test_une_cle_mene_a_la_reunion_ou_la_decision_se_suit(cahier: CahierOuvert) -> None:
    suivante = Reunion(INSTANCE, JOUR)
    for reunion in (PASSEE, suivante, Reunion("Comité", JOUR)):
        cahier.save_reunion(reunion)

    assert reunion_de(cahier, PASSEE.id) == PASSEE
    assert reunion_de(cahier, GACHE.id) == suivante
    assert reunion_de(cahier, "absente") is None


def test_le_compte_rendu_d_une_reunion_dit_ce_qu_elle_decide_et_ce_qu_elle_suit(
    cahier: CahierOuvert,
) -> None:
    cahier.save_reunion(PASSEE)
    tenue = Reunion(
        INSTANCE,
        JOUR,
        lieu="Collège",
        structures=("Bailleur",),
        ordre_du_jour=TexteBrut("Éclairage\nSalle"),
        echanges=TexteBrut("Un désaccord qui ne sort pas"),
        questions=TexteBrut("Qui ouvre ?"),
        decisions=(Decision(TexteBrut("Poser un collecteur")),),
        prochaine_le=date(2026, 12, 19),
    )
    cahier.save_reunion(tenue)
    suivre_decision(cahier, PASSEE.id, GACHE.id, EtatDecision.faite, TexteBrut("posée"), JOUR)

    dossier = ouvrir_dossier(cahier, preparer_de_reunion(cahier, tenue.id, "les présents"))
    signe = regarder_et_signer(dossier)
    contenu, textes = signe.contenu, " ".join(signe.document.textes())

    assert (contenu.du, contenu.au, contenu.tenue_le) == (OCTOBRE, JOUR, JOUR)
    assert [d.quoi.texte for d in contenu.decisions] == ["Poser un collecteur"]
    assert [(s.etat, s.suite.texte) for s in contenu.suivies] == [
        (EtatDecision.faite, "posée"),
        (EtatDecision.a_suivre, ""),
    ]
    assert "Collège" in textes
    assert "désaccord" not in textes, "les notes de séance ne sortent jamais"


def test_un_nom_dans_une_decision_arrete_le_compte_rendu(cahier: CahierOuvert) -> None:
    tenue = Reunion(INSTANCE, JOUR, decisions=(Decision(TexteBrut("Rappeler Karim lundi")),))
    cahier.save_reunion(tenue)
    dossier = ouvrir_dossier(cahier, preparer_de_reunion(cahier, tenue.id, "les présents"))

    assert not dossier.complet
    assert any(alerte.terme == "Karim" for e in dossier.etapes for alerte in e.passage.alertes)


def test_le_compte_rendu_d_une_periode_suit_les_decisions_de_ses_reunions(
    cahier: CahierOuvert,
) -> None:
    hors = Reunion(INSTANCE, date(2026, 6, 1), decisions=(Decision(TexteBrut("Hors période")),))
    for reunion in (hors, PASSEE):
        cahier.save_reunion(reunion)
    periode = Preparation("Le quartier", JOUR, date(2026, 10, 1), JOUR, "le comité")
    contenu = regarder_et_signer(ouvrir_dossier(cahier, periode)).contenu

    assert [s.decision.quoi.texte for s in contenu.suivies] == [
        "Réparer la gâche",
        "Ouvrir la salle",
    ]
    assert (contenu.decisions, contenu.de_reunion) == ((), False)
