"""Jamais un refus de la contre-lecture sans une alerte à décider, d'un document à l'autre."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from signatures import regarder_et_signer
from tat_carnet.anonymisation.rappels import Rappels
from tat_carnet.anonymisation.relecture import Passage
from tat_carnet.anonymisation.reperes import Categorie
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import RelectureIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FormatDocument
from tat_carnet.domain.vocabulaire import TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.exporter import exporter
from tat_carnet.usecases.relecture import Dossier, enregistrer_relecture

pytestmark = pytest.mark.usefixtures("recits_entiers")

LE = datetime(2026, 11, 18, 21, 30)
JOUR = date(2026, 11, 20)
PLACE = Site("Place du Moulin", "Rives", TypeSite.place)
PREPARATION = Preparation("Veille", JOUR, date(2026, 11, 1), JOUR, "l’instance")


def noter(cahier: CahierOuvert, *textes: str) -> None:
    cahier.save_site(PLACE)
    for rang, texte in enumerate(textes):
        jour = LE.replace(day=rang + 2)
        cahier.save_fait(Fait(jour, PLACE.id, TypeFait.bruit, TexteBrut(texte), id=f"f{rang}"))


def ouvrir(cahier: CahierOuvert, **change: Any) -> Dossier[Any]:
    return ouvrir_dossier(cahier, replace(PREPARATION, **change))


def finir(cahier: CahierOuvert, dossier: Dossier[Any], *gardes: str) -> None:
    """Lit tout, garde ces mots, accepte le reste."""
    while (rang := dossier.premiere_a_faire()) is not None:
        etape = dossier.etapes[rang]
        while (alerte := etape.passage.prochaine()) is not None:
            if etape.passage.alertes[alerte].terme in gardes:
                etape.passage.garder(alerte, "un mot de tous")
            else:
                etape.passage.accepter(alerte)
        dossier.marquer_lue(rang)
        enregistrer_relecture(cahier, etape, LE)


def sortir(cahier: CahierOuvert, dossier: Dossier[Any], destination: Path) -> None:
    signe = regarder_et_signer(dossier)
    exporter(signe, FormatDocument.odt, destination, cahier=cahier, maintenant=LE)


def test_un_doute_garde_une_fois_le_reste_et_ne_refuse_plus_rien(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    """Contrôle positif, vu échouer : `dit` ôté de `termes_masques`."""
    noter(cahier, "Vu trottoire hier, il attend")
    finir(cahier, ouvrir(cahier), "trottoire")
    suivant = ouvrir(cahier)

    assert suivant.etapes[0].passage.alertes == ()
    assert suivant.termes_masques() == frozenset()
    finir(cahier, suivant)
    sortir(cahier, suivant, tmp_path / "suivant.odt")


def test_un_doute_garde_se_revoit_s_il_est_entre_dans_la_liste_depuis(
    cahier: CahierOuvert,
) -> None:
    noter(cahier, "Vu trottoire hier, il attend")
    finir(cahier, ouvrir(cahier), "trottoire")
    cahier.add_termes_masquage(["trottoire"])

    (alerte,) = ouvrir(cahier).etapes[0].passage.alertes
    assert (alerte.terme, alerte.categorie) == ("trottoire", Categorie.liste)


def test_un_mot_masque_ici_et_dit_la_se_montre_avant_de_signer(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    """« repart » : un surnom dans un fait, un verbe dans l'autre. Gardé, tout sort.

    Contrôle positif, vu échouer : `_rappeler` vidé, la contre-lecture refuse.
    """
    noter(cahier, "Vu Repart hier, il crie", "Le camion repart à vide")
    dossier = ouvrir(cahier)
    for rang in (0, 1):
        while (alerte := dossier.etapes[rang].passage.prochaine()) is not None:
            dossier.etapes[rang].passage.accepter(alerte)
        dossier.marquer_lue(rang)

    rang = dossier.premiere_a_faire()
    assert rang is not None
    (rappel,) = [a for a in dossier.etapes[rang].passage.alertes if a.terme == "repart"]
    assert "masqué ailleurs" in rappel.explication
    with pytest.raises(RelectureIncomplete):
        dossier.signer()
    finir(cahier, dossier, "repart")
    sortir(cahier, dossier, tmp_path / "garde.odt")


def test_un_texte_que_rien_ne_faisait_lire_devient_une_etape(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    noter(cahier, "Vu Repart hier, il crie")
    dossier = ouvrir(cahier, suites=("Le camion repart à vide.",))
    avant = len(dossier.etapes)
    finir_sans_rappel(dossier)

    assert len(dossier.etapes) == avant + 1
    assert dossier.etapes[-1].passage.brut == "Le camion repart à vide."
    finir(cahier, dossier)
    sortir(cahier, dossier, tmp_path / "recrit.odt")


def finir_sans_rappel(dossier: Dossier[Any]) -> None:
    for rang, etape in enumerate(list(dossier.etapes)):
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        dossier.marquer_lue(rang)


def test_un_fait_laisse_de_cote_en_dernier_fait_aussi_chercher_ses_mots(
    cahier: CahierOuvert,
) -> None:
    noter(cahier, "Vu Repart hier, il crie", "Le camion repart à vide", "Du bruit")
    dossier = ouvrir(cahier)
    for rang in (0, 1):
        while (alerte := dossier.etapes[rang].passage.prochaine()) is not None:
            dossier.etapes[rang].passage.accepter(alerte)
        dossier.marquer_lue(rang)
    dossier.ecarter(2)

    assert not dossier.complet


@pytest.mark.parametrize(
    "formulation",
    ["Le chat de Zorbanule miaule", "Vu zorbanule", "Le Zorbanulet", "Zorba-nule est là"],
)
def test_un_nom_du_brut_se_retrouve_dans_la_formulation_d_alors(formulation: str) -> None:
    """Quelle que soit la tournure : ce que la contre-lecture verrait s'y décide."""
    passage = Passage("Vu Zorbanule hier", depart=formulation)

    assert not passage.complete


def test_un_nom_public_ne_se_rappelle_pas() -> None:
    passage = Passage("Vu Moulinet hier", publics=frozenset({"Parking Moulinet"}))
    passage.rappeler(Rappels({"Moulinet"}))
    while (rang := passage.prochaine()) is not None:
        passage.accepter(rang)
    passage.modifier("Vu un jeune, Parking Moulinet")

    assert passage.complete
