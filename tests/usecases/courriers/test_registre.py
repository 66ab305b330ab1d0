"""Le registre : avancer, répondre, relancer, observer ; un fait infirmé se rectifie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from signatures import regarder_et_signer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import Attestation, StatutCourrier, TypeFait
from tat_carnet.store.cahier import CahierOuvert, open_demo
from tat_carnet.usecases.courriers.aiguillage import noter_hors_outil
from tat_carnet.usecases.courriers.rectifier import (
    a_rectifier,
    dementis,
    rediger_rectificatif,
)
from tat_carnet.usecases.courriers.registre import (
    avancer,
    enregistrer,
    lire_registre,
    preparer_relances,
    repondre,
    sorti,
)
from tat_carnet.usecases.courriers.relire import ouvrir_courrier, signe
from tat_carnet.usecases.infirmes import infirmes_sortis
from usecases.courriers.aides import BAILLEUR, FAITS, JEUDI, courrier, remplir

S = StatutCourrier


@pytest.fixture
def pret(tmp_path: Path) -> Iterator[CahierOuvert]:
    with open_demo(tmp_path) as cahier:
        remplir(cahier)
        yield cahier


def envoyer(cahier: CahierOuvert, **champs: object) -> Courrier:
    """Un courrier relu, sorti, envoyé le jeudi."""
    un = courrier(**champs)
    cahier.give_reference(un, 2026)
    signe(cahier, un.id, JEUDI)
    sorti(cahier, un.id, JEUDI)
    return avancer(cahier, un.id, S.envoye, JEUDI)


def test_un_courrier_ecrit_est_valide_puis_envoye(pret: CahierOuvert) -> None:
    envoye = envoyer(pret)

    assert [c.statut for c in envoye.historique] == [S.relu, S.valide, S.envoye]


def test_reecrire_un_courrier_valide_le_ramene_au_brouillon_sinon_rien(pret: CahierOuvert) -> None:
    enregistrer(pret, courrier(), JEUDI)
    signe(pret, "c1", JEUDI)
    sorti(pret, "c1", JEUDI)
    valide = pret.courrier("c1")

    assert enregistrer(pret, valide, JEUDI).statut is S.valide
    assert enregistrer(pret, replace(valide, objet="autre"), JEUDI).statut is S.brouillon


def test_reecrire_un_fichier_deja_sorti_ne_change_rien(pret: CahierOuvert) -> None:
    envoyer(pret)
    assert sorti(pret, "c1", JEUDI).statut is S.envoye


def test_une_reponse_passe_par_recu_et_donne_le_delai(pret: CahierOuvert) -> None:
    envoyer(pret)
    plus_tard = JEUDI + timedelta(days=12)
    repondu = repondre(pret, "c1", plus_tard.date(), TexteBrut("d’accord"), plus_tard)

    assert [c.statut for c in repondu.historique][-2:] == [S.recu, S.repondu]
    assert repondu.delai == 12
    registre = lire_registre(pret, plus_tard.date())
    assert [(d.destinataire, d.envoyes, d.jours) for d in registre.delais] == [
        ("Brumerive Habitat", 1, 12.0)
    ]


def test_une_reponse_d_avant_l_envoi_se_refuse(pret: CahierOuvert) -> None:
    envoyer(pret)
    with pytest.raises(SaisieIncomplete, match="avant l’envoi") as refus:
        repondre(pret, "c1", JEUDI.date() - timedelta(days=1), TexteBrut(), JEUDI)
    assert refus.value.champ == "le"


def test_un_courrier_recu_repond_sans_repasser_par_recu(pret: CahierOuvert) -> None:
    envoyer(pret)
    avancer(pret, "c1", S.recu, JEUDI)
    repondu = repondre(pret, "c1", JEUDI.date(), TexteBrut(), JEUDI)
    assert [c.statut for c in repondu.historique].count(S.recu) == 1


def test_un_courrier_pas_parti_ne_recoit_pas_de_reponse(pret: CahierOuvert) -> None:
    enregistrer(pret, courrier(), JEUDI)
    with pytest.raises(ErreurConnue, match="ne devient pas"):
        repondre(pret, "c1", JEUDI.date(), TexteBrut(), JEUDI)


def test_une_relance_n_attend_pas_de_reponse_un_jour_ferie(pret: CahierOuvert) -> None:
    """Dix jours après le 15 décembre, c'est Noël ; la lettre demande pour le lundi. Contrôle
    positif, vu échouer : sans `jour_ouvre`."""
    envoyer(pret)
    (relance,) = preparer_relances(pret, datetime(2026, 12, 15, 9))

    assert {demande.echeance for demande in relance.demandes} == {date(2026, 12, 28)}


def test_une_echeance_passee_prepare_sa_relance_une_seule_fois(pret: CahierOuvert) -> None:
    envoyer(pret, faits=("porte", "lumiere", "efface"))
    pret.save_fait(replace(FAITS[1], attestation=Attestation.infirme))
    plus_tard = JEUDI + timedelta(days=8)
    assert preparer_relances(pret, JEUDI) == []

    (relance,) = preparer_relances(pret, plus_tard)

    assert preparer_relances(pret, plus_tard) == []
    assert (relance.relance_de, relance.statut, relance.faits) == ("c1", S.brouillon, ("lumiere",))
    assert relance.objet.startswith("Relance de notre courrier 2026-001")
    assert relance.pieces == ("Notre courrier 2026-001",)
    assert all(d.echeance and d.echeance > plus_tard.date() for d in relance.demandes)
    assert [c.id for c in lire_registre(pret, plus_tard.date()).dus] == ["c1"]

    dossier = ouvrir_courrier(pret, relance, plus_tard)
    for rang, etape in enumerate(dossier.etapes):
        if etape.passage.complete:
            dossier.marquer_lue(rang)
    lettre = regarder_et_signer(dossier)
    assert lettre.contenu.relance is not None
    assert lettre.contenu.relance.reference == "2026-001"
    sorti(pret, relance.id, plus_tard)
    assert pret.courrier("c1").statut is S.relance
    assert preparer_relances(pret, plus_tard) == []


def test_transmis_hors_outil_ne_compte_pas_dans_les_delais(pret: CahierOuvert) -> None:
    noter_hors_outil(pret, JEUDI)

    assert lire_registre(pret, JEUDI.date()).delais == []


def infirmer(cahier: CahierOuvert, fait_id: str) -> None:
    cahier.save_fait(
        replace(cahier.fait(fait_id), attestation=Attestation.infirme, reunion_le=JEUDI.date())
    )


def test_un_fait_infirme_liste_tout_ce_qui_l_a_cite_et_se_rectifie(pret: CahierOuvert) -> None:
    envoye = envoyer(pret)
    pret.append_journal(
        LigneJournal(
            JEUDI, GenreDocument.compte_rendu, FormatDocument.pdf, "Instance", "0" * 64, ("porte",)
        )
    )
    assert dementis(pret, infirmes_sortis(pret)) == []
    infirmer(pret, "porte")

    (dementi,) = dementis(pret, infirmes_sortis(pret))
    assert [ligne.destinataire for ligne in dementi.sorties] == ["Instance"]
    assert [c.reference for c in dementi.courriers] == ["2026-001"]
    assert a_rectifier(dementi) == [pret.courrier("c1")]

    brouillon = rediger_rectificatif(pret, envoye, dementi, JEUDI)
    assert brouillon.objet == "Rectificatif à notre courrier 2026-001"
    assert "ferme" not in brouillon.effets
    (encore,) = dementis(pret, infirmes_sortis(pret))
    assert a_rectifier(encore) == []

    dossier = ouvrir_courrier(pret, brouillon, JEUDI)
    for rang, etape in enumerate(dossier.etapes):
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.garder(alerte, "nom public")
        dossier.marquer_lue(rang)
    signee = regarder_et_signer(dossier)
    assert signee.plan.genre is GenreDocument.rectificatif
    assert signee.contenu.rectifie is not None
    assert signee.contenu.rectifie.reference == "2026-001"


SORTI_PRECIS = Sillage("porte", "Place haute", "2026-S46", TypeFait.equipement_hors_service)


@pytest.mark.parametrize(
    ("sortis", "dit"),
    [
        ((SORTI_PRECIS,), "Îlot nord, mois de novembre"),
        ((replace(SORTI_PRECIS, periode="2026-11"),), "Îlot nord, mois de novembre"),
        ((SORTI_PRECIS, replace(SORTI_PRECIS, lieu="Nord")), "Nord, mois de novembre"),
        ((replace(SORTI_PRECIS, lieu="Un lieu du secteur Nord"),), "Nord, mois de novembre"),
        ((), "Nord, mois de novembre"),
    ],
    ids=["précis", "au mois", "au secteur une fois", "dit par son secteur", "sans trace"],
)
def test_un_rectificatif_n_en_dit_pas_plus_que_ce_qui_etait_sorti(
    pret: CahierOuvert, sortis: tuple[Sillage, ...], dit: str
) -> None:
    """Sinon le démenti rendrait le hall et la semaine que la lettre avait tus.

    Une institution n'en relit que l'îlot et le mois, son échelon. Témoin (vu une fois) : rendre
    le nom public du lieu et la semaine du fait, quatre échouent.
    """
    (place,) = [site for site in pret.sites() if site.libelle_public == "Place haute"]
    pret.save_site(replace(place, ilot="Îlot nord"))
    envoye = envoyer(pret)
    genre, format_ = GenreDocument.courrier, FormatDocument.pdf
    ligne = LigneJournal(JEUDI, genre, format_, "Bailleur", "0" * 64, ("porte",))
    pret.append_journal(ligne, sortis)
    infirmer(pret, "porte")
    (dementi,) = dementis(pret, infirmes_sortis(pret))

    brouillon = rediger_rectificatif(pret, envoye, dementi, JEUDI)
    assert brouillon.effets == f"Ce fait était noté « Équipement hors service », {dit}."


def test_le_rectificatif_de_ce_qui_se_disait_ensemble_n_en_dit_ni_le_lieu_ni_le_mois(
    pret: CahierOuvert,
) -> None:
    """Témoin (vu une fois) : sans cela, « Deuil, Nord, mois de novembre »."""
    pret.save_fait(replace(pret.fait("porte"), type=TypeFait.deuil))
    envoye = envoyer(pret)
    genre, format_ = GenreDocument.courrier, FormatDocument.pdf
    ligne = LigneJournal(JEUDI, genre, format_, "Bailleur", "0" * 64, ("porte",))
    pret.append_journal(ligne, ())
    infirmer(pret, "porte")
    (dementi,) = dementis(pret, infirmes_sortis(pret))
    brouillon = rediger_rectificatif(pret, envoye, dementi, JEUDI)
    assert brouillon.effets == "Ce fait était noté « Deuil », sans lieu ni date."


def test_un_fait_infirme_que_rien_n_a_cite_ne_demande_rien(pret: CahierOuvert) -> None:
    infirmer(pret, "porte")
    enregistrer(pret, courrier(), JEUDI)

    assert dementis(pret, infirmes_sortis(pret)) == []
    assert BAILLEUR.id == "bailleur"
