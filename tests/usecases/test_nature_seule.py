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
from tat_carnet.domain.vocabulaire import (
    Profil,
    TypeFait,
    TypeSite,
)
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.ui.relecture.recit_words import explanation, state_of
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.relecture import Dossier, enregistrer_relecture
from tat_carnet.usecases.risque import mesurer_risque, relever

pytestmark = pytest.mark.usefixtures("recits_entiers")

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
    assert mesurer_risque(tenu, relever(dossier)).recoupements == ()


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
    (trouve,) = mesurer_risque(tenu, relever(dossier)).recoupements
    assert trouve.pas == {Pas.recit}
    dossier.generaliser([trouve.expose.reference], trouve.pas)
    assert mesurer_risque(tenu, relever(dossier)).recoupements == ()


def taire(cahier: CahierOuvert, profil: Profil) -> None:
    """Un document de ce lecteur où ce fait se tait, et ce que l'écran en retient."""
    dossier = ouvert(cahier, profil)
    dossier.recits.taire(0)
    cahier.append_levees(dossier.natures.a_retenir(LE))
    assert dossier.natures.a_retenir(LE) == (), "une fois"


@pytest.mark.parametrize(
    ("pour", "puis", "tue"),
    [
        (Profil.collectif, Profil.collectif, True),
        (Profil.collectif, Profil.institution, True),
        (Profil.institution, Profil.restitution_publique, True),
        (Profil.institution, Profil.collectif, False),
    ],
)
def test_la_nature_seule_se_retient_pour_ce_lecteur_et_les_plus_exigeants(
    tenu: CahierOuvert, pour: Profil, puis: Profil, tue: bool
) -> None:
    """Témoin (vu une fois) : ne rien reprendre, et tout se redemande à chaque document."""
    taire(tenu, pour)
    dossier = ouvert(tenu, puis)
    assert dossier.etapes[0].tue is tue
    assert dossier.recits.attend(0) is not tue


def test_on_revient_sur_une_nature_retenue_et_cela_se_retient(tenu: CahierOuvert) -> None:
    taire(tenu, Profil.collectif)
    dossier = ouvert(tenu, Profil.institution)
    dossier.recits.rouvrir(0)
    (levee,) = dossier.natures.a_retenir(LE)
    tenu.append_levees([levee])

    assert not ouvert(tenu, Profil.institution).etapes[0].tue
    assert ouvert(tenu).etapes[0].tue, "le collectif n'y est pas revenu"


def test_un_fait_laisse_de_cote_ou_recrit_ne_retient_rien(tenu: CahierOuvert) -> None:
    dossier = ouvert(tenu)
    dossier.recits.taire(0)
    dossier.ecarter(0)
    assert dossier.natures.a_retenir(LE) == ()

    taire(tenu, Profil.collectif)
    tenu.save_fait(replace(FAIT, texte_brut=TexteBrut("Un jeune part.")))
    assert not ouvert(tenu).etapes[0].tue


def test_au_mois_un_recit_garde_ne_se_redemande_pas(tenu: CahierOuvert) -> None:
    """« dimanche » devenu « récemment » : le document en dit moins, la décision tient.

    Témoin (vu une fois) : ne comparer que les empreintes, et tout se redécide.
    """
    dossier = ouvert(tenu)
    lire(dossier)
    dossier.recits.garder(0, "il le veut")
    dossier.generaliser([FAIT.id], [Pas.mois])
    assert "dimanche" in dossier.etapes[0].passage.brut
    lire(dossier)
    assert "dimanche" not in dossier.etapes[0].passage.texte
    assert dossier.recits.motif(0) == "il le veut"
    enregistrer_relecture(tenu, dossier.etapes[0], LE)

    autre = ouvert(tenu)
    assert autre.recits.attendent() == (), "retenu pour les mots du mois"


def test_une_frappe_de_plus_au_mois_redemande_le_motif_deja_pret(tenu: CahierOuvert) -> None:
    dossier = ouvert(tenu)
    lire(dossier)
    dossier.recits.garder(0, "il le veut")
    dossier.etapes[0].passage.modifier("Un jeune rentre seul.")
    assert dossier.recits.attend(0)
    state = state_of(dossier, 0)
    assert state.reasons[0] == "il le veut"


def test_la_carte_dit_d_avance_ce_que_dira_le_dernier_regard(tenu: CahierOuvert) -> None:
    parle = "Un jeune dit « on ne rentre plus jamais à la maison »."
    tenu.save_fait(replace(FAIT, texte_brut=TexteBrut(parle)))
    dossier = ouvrir_dossier(tenu, replace(REUNION, questions=("Un jeune demande : qui ouvre ?",)))
    dits = [explanation(state_of(dossier, rang)) for rang in range(2)]
    assert ["citée mot à mot" in dit for dit in dits] == [False, True]
