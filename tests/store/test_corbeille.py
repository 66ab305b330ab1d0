"""La corbeille : on se ravise trente jours, puis il ne reste rien."""

from __future__ import annotations

from datetime import date, timedelta
from unittest.mock import patch

import pytest

from store.aides import LE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.conservation import PurgeSuspendue, Suspension
from tat_carnet.domain.corbeille import FaitJete
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Fait, Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.importation import Import
from tat_carnet.domain.sas import Levee
from tat_carnet.domain.situation import Situation
from tat_carnet.domain.vocabulaire import Attestation, Besoin, Moment
from tat_carnet.store.base import Base
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.attester import changer_degre
from tat_carnet.usecases.corbeille import (
    bientot_disparus,
    effacer_pour_de_bon,
    vider_corbeille,
)

LIEU = site()
TOURNEE = Tournee(LE.date(), Moment.soiree, "Sud")


@pytest.fixture
def note(cahier: CahierOuvert) -> Fait:
    """Un fait qui a une tournée et une histoire."""
    cahier.save_site(LIEU)
    cahier.save_tournee(TOURNEE)
    note = fait(LIEU, "canari jeté", tournee_id=TOURNEE.id)
    cahier.save_fait(note)
    return changer_degre(cahier, note.id, Attestation.rapporte, TexteBrut("mal vu"), LE)[0]


def test_un_fait_jete_ne_se_compte_ni_ne_se_trouve_plus(cahier: CahierOuvert, note: Fait) -> None:
    cahier.discard_fait(note.id, LE)

    assert cahier.count_faits(Filtre()) == cahier.count_faits(Filtre(texte="canari")) == 0
    assert list(cahier.corbeille()) == [FaitJete(note, LE)]
    assert cahier.corbeille()[0].disparait_le == date(2026, 4, 13)
    cahier.verify()


def test_un_fait_repris_revient_entier_avec_son_histoire(cahier: CahierOuvert, note: Fait) -> None:
    histoire = cahier.changements(note.id)
    cahier.discard_fait(note.id, LE)

    assert cahier.restore_fait(note.id) == note
    assert cahier.fait(note.id) == note
    assert cahier.changements(note.id) == histoire != []
    assert cahier.corbeille() == []
    assert cahier.count_faits(Filtre(texte="canari")) == 1
    cahier.verify()


def test_un_fait_repris_retrouve_ses_situations_ses_levees_et_son_import(
    cahier: CahierOuvert, note: Fait
) -> None:
    """Contrôle positif, vu échouer : ne rien rendre dans `_put_back`."""
    suivie = Situation("loupe-ocre-47", LE.date(), faits=(note.id,), besoins=(Besoin.sante,))
    close = Situation("sablier-gris-12", LE.date(), faits=(note.id,), besoins=(Besoin.sante,))
    for situation in (suivie, close):
        cahier.save_situation(situation)
    cahier.append_levees([Levee(LE, "nom", TexteBrut("nom d’un square"), note.id)])
    levees = cahier.levees(note.id)
    venu = fait(LIEU, "venu d’un tableur")
    cahier.importer(Import(LE, "0" * 64), iter([venu]), [])
    for un_fait in (note, venu):
        cahier.discard_fait(un_fait.id, LE)
    assert cahier.situation(suivie.id).faits == ()
    assert cahier.imports()[0].nombre == 0
    cahier.delete_situation(close.id)

    for un_fait in (note, venu):
        cahier.restore_fait(un_fait.id)

    assert cahier.situation(suivie.id).faits == (note.id,)
    assert cahier.levees(note.id) == levees != []
    assert cahier.imports()[0].nombre == 1
    cahier.verify()


def test_une_corbeille_d_une_version_passee_se_reprend(cahier: CahierOuvert, note: Fait) -> None:
    cahier.discard_fait(note.id, LE)
    cahier._base.rows(
        "UPDATE corbeille SET contenu = json_remove(contenu, '$.situations', '$.levees', "
        "'$.imports')"
    )
    assert "canari" in cahier.mots_bruts()
    assert cahier.restore_fait(note.id) == note
    cahier.verify()


def test_un_fait_dont_la_tournee_est_partie_revient_sans_elle(
    cahier: CahierOuvert, note: Fait
) -> None:
    cahier.discard_fait(note.id, LE)
    cahier.delete_tournee(TOURNEE.id)

    assert cahier.restore_fait(note.id).tournee_id is None


def test_un_fait_dont_le_lieu_est_parti_reste_a_la_corbeille(
    cahier: CahierOuvert, note: Fait
) -> None:
    cahier.discard_fait(note.id, LE)
    cahier._base.rows("DELETE FROM site")
    with pytest.raises(ErreurConnue, match="Rien n’est perdu"):
        cahier.restore_fait(note.id)

    assert len(cahier.corbeille()) == 1


def test_reprendre_ou_jeter_ce_qui_n_est_pas_la(cahier: CahierOuvert) -> None:
    cahier.discard_fait("inconnu", LE)
    assert cahier.corbeille() == []
    with pytest.raises(KeyError):
        cahier.restore_fait("inconnu")


def test_la_corbeille_se_vide_apres_trente_jours_et_previent_sept_jours_avant(
    cahier: CahierOuvert, note: Fait
) -> None:
    cahier.discard_fait(note.id, LE)

    assert bientot_disparus(cahier, LE + timedelta(days=22)) == 0
    assert bientot_disparus(cahier, LE + timedelta(days=24)) == 1
    assert vider_corbeille(cahier, LE + timedelta(days=29)) == 0
    assert vider_corbeille(cahier, LE + timedelta(days=31)) == 1
    assert cahier.corbeille() == []
    cahier.verify()


def test_une_requisition_suspend_aussi_la_corbeille(cahier: CahierOuvert, note: Fait) -> None:
    cahier.discard_fait(note.id, LE)
    cahier.suspendre(Suspension(LE, True, "essai"))

    assert vider_corbeille(cahier, LE + timedelta(days=31)) == 0
    with pytest.raises(PurgeSuspendue, match="reste à la corbeille"):
        effacer_pour_de_bon(cahier, note.id)
    assert len(cahier.corbeille()) == 1


def test_effacer_pour_de_bon_n_attend_pas(cahier: CahierOuvert, note: Fait) -> None:
    cahier.discard_fait(note.id, LE)
    effacer_pour_de_bon(cahier, note.id)

    assert cahier.corbeille() == []
    cahier.verify()


def test_un_fait_a_la_corbeille_garde_ses_mots_masques(cahier: CahierOuvert, note: Fait) -> None:
    """Une purge retire de la liste les termes qui ne sont plus nulle part : celui-ci y est."""
    cahier.discard_fait(note.id, LE)

    assert {"canari", "jeté"} <= cahier.mots_bruts()


def test_la_corbeille_ne_se_lit_jamais_entiere(cahier: CahierOuvert) -> None:
    cahier.save_site(LIEU)
    for rang in range(5):
        cahier.save_fait(fait(LIEU, f"jeté {rang}", id=f"f{rang}"))
        cahier.discard_fait(f"f{rang}", LE + timedelta(minutes=rang))

    assert [jete.fait.id for jete in cahier.corbeille(2)] == ["f4", "f3"]
    assert len(cahier.corbeille()) == 5


def test_vider_une_corbeille_vide_ne_recrit_pas_la_base(cahier: CahierOuvert) -> None:
    with patch.object(Base, "compact") as recrire:
        assert cahier.empty_corbeille(LE) == 0
    recrire.assert_not_called()
