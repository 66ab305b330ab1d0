"""Une lettre, de faits cochés à PDF et ODT contre-lus ; un compte-rendu de 500 faits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from statistics import median

from bench.banc import Banc, timed
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import new_id
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.sas import EssaiIntrus
from tat_carnet.domain.vocabulaire import Attestation
from tat_carnet.store.cahier import CahierOuvert, open_demo
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.courriers.preparer import ebaucher, proposer_faits
from tat_carnet.usecases.courriers.registre import enregistrer
from tat_carnet.usecases.courriers.relire import ouvrir_courrier
from tat_carnet.usecases.demonstration import fill, load_scenario
from tat_carnet.usecases.exporter import exporter, nom_propose
from tat_carnet.usecases.relecture import Dossier

JOUR = date(2026, 11, 21)
MAINTENANT = datetime(2026, 11, 21, 17, 40)
FAITS_DU_COMPTE_RENDU = 500
MOIS = (date(2025, 3, 1), date(2025, 3, 31))


def mesurer(banc: Banc) -> None:
    """Deux lignes : la lettre, le compte-rendu de 500 faits."""
    with open_demo(banc.folder) as cahier:
        fill(cahier, load_scenario(JOUR))
        banc.report("lettre : faits cochés à PDF + ODT contre-lus",
                    median(timed(lambda: _lettre(cahier, banc)) for _ in range(banc.tours)),
                    None, "–")  # fmt: skip
        _multiplier(cahier)
        dossier = _compte_rendu(cahier)
        banc.report("compte-rendu de 500 faits, PDF + ODT contre-lus",
                    timed(lambda: _sortir(cahier, dossier, banc)), None, "≤ 3 s")  # fmt: skip


def _lettre(cahier: CahierOuvert, banc: Banc) -> None:
    choix = proposer_faits(cahier, "ville_traces", JOUR)
    coches = [p.fait.id for p in choix.citables][:3]
    destinataire = choix.propositions[0].partenaire.id
    courrier = ebaucher(choix, "ville_traces", MAINTENANT, coches, destinataire)
    _sortir(cahier, ouvrir_courrier(cahier, enregistrer(cahier, courrier, MAINTENANT), MAINTENANT),
            banc)  # fmt: skip


def _sortir(cahier: CahierOuvert, dossier: Dossier, banc: Banc) -> None:
    """Accepte ce que le sas propose, signe, écrit et contre-lit les deux formats."""
    for rang, etape in enumerate(dossier.etapes):
        while (alerte := etape.passage.prochaine()) is not None:
            if etape.fait is not None and etape.passage is etape.fait.passages[0][1]:
                etape.passage.accepter(alerte)
            else:
                etape.passage.garder(alerte, "mesure")
        dossier.marquer_lue(rang)
        if dossier.recits.attend(rang):
            dossier.recits.taire(rang)
    essai = EssaiIntrus(MAINTENANT, dossier.plan.genre, False, False, False)
    signe = dossier.signer(dossier.regarder(dossier.apercu(), essai))
    for code in signe.plan.formats:
        chemin = banc.folder / nom_propose(signe, code)
        exporter(signe, code, chemin, cahier=cahier, maintenant=MAINTENANT)
        chemin.unlink()


def _multiplier(cahier: CahierOuvert) -> None:
    """Cinq cents faits d'un mois passé, aux mots nets : la relecture n'y est pas mesurée."""
    modele = cahier.faits(Filtre(attestation=Attestation.observe), 1)[0]
    for rang in range(FAITS_DU_COMPTE_RENDU):
        fait = replace(
            modele,
            id=new_id(),
            instant=datetime.combine(MOIS[0], time()) + timedelta(hours=rang),
            tournee_id=None,
            texte_brut=TexteBrut("Du bruit, tard le soir, et des passants qui font un détour."),
            formulation="",
            relu_le=None,
        )
        cahier.save_fait(fait)


def _compte_rendu(cahier: CahierOuvert) -> Dossier:
    return ouvrir_dossier(cahier, Preparation("Instance", MOIS[1], *MOIS, "mesure"))
