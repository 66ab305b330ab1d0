"""N'en dire que la nature : jamais plus fin que ce qui est sorti, ni que ce que sa nature supporte.

Le même fait, ses mots au secteur et sa nature au hall, se joint d'un document à l'autre.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from signatures import garder_les_recits, regarder_et_signer
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.domain.vocabulaire import Profil, TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.relecture import Dossier
from tat_carnet.usecases.risque import mesurer_risque

LE = datetime(2026, 11, 18, 21, 30)
JOUR = date(2026, 11, 20)
PLACE = Site("Place du Lavoir", "Rives", TypeSite.place, ilot="Îlot du Lavoir", id="place")
REUNION = Preparation("Veille", JOUR, date(2026, 11, 1), JOUR, "l’instance")
FAIT = Fait(
    LE, PLACE.id, TypeFait.bruit, TexteBrut("Un jeune rentre dimanche."), id="f0", materiel="un sac"
)


@pytest.fixture
def tenu(cahier: CahierOuvert) -> CahierOuvert:
    cahier.save_site(PLACE)
    cahier.save_fait(FAIT)
    return cahier


def ouvert(cahier: CahierOuvert, profil: Profil = Profil.collectif) -> Dossier[CompteRendu]:
    return ouvrir_dossier(cahier, replace(REUNION, profil=profil))


def lire(dossier: Dossier[CompteRendu]) -> None:
    for rang, etape in enumerate(dossier.etapes):
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        dossier.marquer_lue(rang)


def sortir(cahier: CahierOuvert, dossier: Dossier[CompteRendu]) -> None:
    lire(dossier)
    signe = regarder_et_signer(dossier)
    ligne = LigneJournal(LE, GenreDocument.compte_rendu, FormatDocument.pdf, "la ville", "0" * 64)
    cahier.append_journal(ligne, signe.sillages)


def test_une_nature_n_est_pas_plus_fine_que_les_mots_deja_sortis(tenu: CahierOuvert) -> None:
    """Témoin (vu une fois) : sans plancher, la place et la semaine sortent."""
    avant = ouvert(tenu)
    avant.generaliser([FAIT.id], [Pas.mois, Pas.secteur])
    sortir(tenu, avant)

    dossier = ouvert(tenu)
    dossier.recits.taire(0)
    lire(dossier)
    (sorti,) = regarder_et_signer(dossier).contenu.faits
    assert (sorti.lieu.texte, sorti.semaine, str(sorti.formulation)) == ("Rives", "2026-11", "")
    assert mesurer_risque(tenu, dossier).recoupements == ()


def test_dite_de_nouveau_la_phrase_retrouve_les_echelons_decides(tenu: CahierOuvert) -> None:
    avant = ouvert(tenu)
    avant.generaliser([FAIT.id], [Pas.mois, Pas.secteur])
    sortir(tenu, avant)

    dossier = ouvert(tenu)
    dossier.recits.taire(0)
    dossier.recits.rouvrir(0)
    assert dossier.etapes[0].fait.expose.lue().lieu == "Place du Lavoir"


def test_tue_puis_au_mois_la_phrase_rendue_se_lit_au_mois(tenu: CahierOuvert) -> None:
    """Témoin (vu une fois) : le mois lu à la montée seule, « dimanche » sortait."""
    dossier = ouvert(tenu)
    dossier.recits.taire(0)
    dossier.generaliser([FAIT.id], [Pas.mois])
    assert dossier.etapes[0].passage.complete, "rien n'en sort : rien n'est à décider"
    dossier.recits.rouvrir(0)
    assert not dossier.etapes[0].passage.complete


def test_des_mots_apres_une_nature_plus_precise_alertent(tenu: CahierOuvert) -> None:
    avant = ouvert(tenu)
    avant.recits.taire(0)
    sortir(tenu, avant)

    dossier = ouvert(tenu)
    dossier.generaliser([FAIT.id], [Pas.mois, Pas.secteur])
    lire(dossier)
    garder_les_recits(dossier)
    (trouve,) = mesurer_risque(tenu, dossier).recoupements
    assert trouve.pas == {Pas.recit}
    dossier.generaliser([trouve.expose.reference], trouve.pas)
    assert mesurer_risque(tenu, dossier).recoupements == ()
