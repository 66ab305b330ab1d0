"""Purger : exactement ce qui est annoncé, par blocs durables, et plus rien après."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from unittest.mock import patch

import pytest
import sqlcipher3

from store.aides import LE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.conservation import (
    GestePurge,
    Objet,
    PurgeSuspendue,
    Restes,
    Suspension,
)
from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.domain.fait import Fait, Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.vocabulaire import Moment
from tat_carnet.store.base import Base
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.store.migrations import m0001_creer, m0002_conserver, upgrade

BORNE = date(2026, 3, 20)
APRES = datetime(2026, 4, 1, 9)


def remplir(cahier: CahierOuvert, jours: int = 10) -> list[Fait]:
    """Un fait et une tournée par jour, du 14 au 23 mars : six sont d'avant la borne."""
    lieu = site()
    cahier.save_site(lieu)
    faits = []
    for rang in range(jours):
        jour = (LE + timedelta(days=rang)).date()
        tournee = Tournee(jour, Moment.soiree, "Sud", note=TexteBrut("froid"), id=f"t{rang}")
        cahier.save_tournee(tournee)
        un_fait = fait(
            lieu,
            f"texte {rang}",
            LE + timedelta(days=rang),
            tournee_id=tournee.id,
            id=f"f{rang}",
        )
        cahier.save_fait(un_fait.relu("Relu.", LE) if rang % 2 else un_fait)
        faits.append(un_fait)
    return faits


def purger(cahier: CahierOuvert, objet: Objet, lignes: int = 2, borne: date = BORNE) -> int:
    """Du premier au dernier bloc ; rend le nombre de blocs."""
    cahier.commencer_purge(objet, borne)
    blocs = 0
    while cahier.avancer_purge(lignes):
        blocs += 1
    cahier.achever_purge(APRES)
    return blocs


def textes(cahier: CahierOuvert) -> list[str]:
    return [un_fait.texte_brut.lire() for un_fait in reversed(cahier.faits(Filtre()))]


def test_purger_les_textes_garde_les_codes_et_ce_qui_est_relu(cahier: CahierOuvert) -> None:
    remplir(cahier)

    purger(cahier, Objet.textes_bruts)

    assert textes(cahier) == [""] * 6 + [f"texte {rang}" for rang in range(6, 10)]
    assert [f.formulation for f in reversed(cahier.faits(Filtre()))] == ["", "Relu."] * 5
    assert [t.note.lire() for t in reversed(cahier.tournees())] == [""] * 6 + ["froid"] * 4
    assert cahier.count_faits(Filtre(texte="texte")) == 4
    cahier.verify()


def test_purger_les_faits_n_ote_que_ceux_d_avant_la_borne(cahier: CahierOuvert) -> None:
    remplir(cahier)

    assert purger(cahier, Objet.faits) == 3

    assert [f.id for f in reversed(cahier.faits(Filtre()))] == ["f6", "f7", "f8", "f9"]
    cahier.verify()


def test_purger_une_tournee_laisse_ses_faits(cahier: CahierOuvert) -> None:
    remplir(cahier)

    purger(cahier, Objet.tournees)

    assert [t.id for t in reversed(cahier.tournees())] == ["t6", "t7", "t8", "t9"]
    assert [f.tournee_id for f in reversed(cahier.faits(Filtre()))] == [None] * 6 + [
        "t6", "t7", "t8", "t9",
    ]  # fmt: skip
    cahier.verify()


def test_purger_les_journaux_ote_sorties_et_purges_anciennes(cahier: CahierOuvert) -> None:
    for rang, le in enumerate((LE, APRES)):
        cahier.append_journal(
            LigneJournal(le, GenreDocument.compte_rendu, FormatDocument.pdf, "Veille", "0" * 64)
        )
        cahier.suspendre(Suspension(le, True))
        cahier.reprendre(le + timedelta(minutes=rang))

    purger(cahier, Objet.journaux)

    assert [ligne.le for ligne in cahier.journal()] == [APRES]
    assert [ligne.geste for ligne in cahier.journal_purge()] == [
        GestePurge.purge,
        GestePurge.reprise,
        GestePurge.suspension,
    ]
    cahier.verify()


@pytest.mark.parametrize(("instant", "reste"), [(LE, False), (APRES, True)])
def test_un_brouillon_ancien_part_avec_les_textes(
    cahier: CahierOuvert, instant: datetime, reste: bool
) -> None:
    cahier.save_brouillon(Fait(instant, texte_brut=TexteBrut("à peine commencé")))

    purger(cahier, Objet.textes_bruts)

    assert (cahier.brouillon() is not None) is reste


def test_une_correction_ancienne_part_avec_les_textes(cahier: CahierOuvert) -> None:
    """Contrôle positif, vu échouer : sans la règle de `correction`, le texte y restait."""
    premier, *_ = remplir(cahier)
    cahier.save_brouillon(Fait(APRES))
    cahier.save_brouillon(replace(premier, texte_brut=TexteBrut("Zéphirinnelune")))
    assert "Zéphirinnelune" in cahier.mots_bruts()

    purger(cahier, Objet.textes_bruts)

    assert cahier.correction(premier.id) is None


def test_l_apercu_dit_exactement_ce_qui_part(cahier: CahierOuvert) -> None:
    remplir(cahier)

    apercu = cahier.apercu(Objet.textes_bruts, BORNE)

    assert apercu.nombres == {"fait": 6, "tournee": 6}
    assert apercu.periodes == (("2026-03", 12),)
    assert apercu.sans_relecture == 3
    assert cahier.faits_a_purger(Objet.textes_bruts, BORNE, 2) == ["f5", "f4"]
    assert cahier.faits_a_purger(Objet.tournees, BORNE, 2) == []
    purger(cahier, Objet.textes_bruts)
    assert cahier.journal_purge()[0].nombres == apercu.nombres
    assert cahier.apercu(Objet.textes_bruts, BORNE).nombre == 0
    assert cahier.compter_a_purger(Objet.faits, BORNE) == 6
    assert cahier.apercu(Objet.faits, BORNE).sans_relecture == 0


def test_au_dela_de_douze_mois_l_apercu_compte_par_annee(cahier: CahierOuvert) -> None:
    lieu = site()
    cahier.save_site(lieu)
    for mois in range(30):
        cahier.save_fait(fait(lieu, "x", datetime(2021 + mois // 12, mois % 12 + 1, 3)))

    apercu = cahier.apercu(Objet.faits, BORNE)

    assert apercu.periodes == (("2021", 12), ("2022", 12), ("2023", 6))


def test_un_objet_inconnu_de_ce_cahier_n_a_rien_a_purger(cahier: CahierOuvert) -> None:
    inconnu = next(iter(set(Objet) - set(cahier.durees())), None)
    if inconnu is not None:
        assert cahier.compter_a_purger(inconnu, BORNE) == 0


def test_le_journal_nomme_l_objet_les_nombres_et_une_empreinte_des_identifiants(
    cahier: CahierOuvert,
) -> None:
    remplir(cahier)

    purger(cahier, Objet.faits, lignes=100)

    (ligne,) = cahier.journal_purge()
    attendue = hashlib.sha256(b"\nf0\nf1\nf2\nf3\nf4\nf5").hexdigest()
    assert (ligne.objet, ligne.borne, ligne.nombres) == (Objet.faits, BORNE, {"fait": 6})
    assert (ligne.le, ligne.empreinte) == (APRES, attendue)


def test_une_purge_arretee_reprend_ou_elle_en_etait(cahier: CahierOuvert) -> None:
    remplir(cahier)
    cahier.commencer_purge(Objet.faits, BORNE)
    cahier.avancer_purge(4)

    en_cours = cahier.purge_en_cours()
    assert en_cours is not None
    assert (en_cours.objet, en_cours.borne, en_cours.nombre) == (Objet.faits, BORNE, 4)
    cahier.commencer_purge(Objet.tournees, BORNE)  # une autre attend que celle-ci s'achève
    assert cahier.avancer_purge(100)
    assert not cahier.avancer_purge(100)
    cahier.achever_purge(APRES)

    assert cahier.purge_en_cours() is None
    assert cahier.journal_purge()[0].nombres == {"fait": 6}
    assert len(cahier.tournees()) == 10


def test_un_bloc_qui_echoue_ne_laisse_rien_a_moitie(cahier: CahierOuvert) -> None:
    """Témoin : sans transaction, les deux faits seraient déjà partis."""
    remplir(cahier)
    cahier.commencer_purge(Objet.faits, BORNE)

    with (
        patch("tat_carnet.store.purge.hashlib.sha256", side_effect=OSError(28, "plein")),
        pytest.raises(EcritureImpossible, match="disque est plein"),
    ):
        cahier.avancer_purge(2)

    assert cahier.count_faits(Filtre()) == 10
    en_cours = cahier.purge_en_cours()
    assert en_cours is not None
    assert en_cours.nombre == 0


def test_rien_ne_se_purge_pendant_une_suspension(cahier: CahierOuvert) -> None:
    remplir(cahier)
    cahier.commencer_purge(Objet.faits, BORNE)
    cahier.avancer_purge(1)
    cahier.suspendre(Suspension(LE, True))

    with pytest.raises(PurgeSuspendue, match="réquisition"):
        cahier.avancer_purge(1)
    with pytest.raises(PurgeSuspendue):
        cahier.commencer_purge(Objet.tournees, BORNE)
    assert cahier.count_faits(Filtre()) == 9
    cahier.reprendre(APRES)
    assert cahier.avancer_purge(100)


def test_les_termes_purges_comptent_et_ne_laissent_que_les_autres(cahier: CahierOuvert) -> None:
    remplir(cahier)
    cahier.add_termes_masquage(["Zoé-fictive", "Enzo-fictif"])
    cahier.commencer_purge(Objet.textes_bruts, BORNE)

    ligne = cahier.achever_purge(APRES, Restes(frozenset({"Zoé-fictive"})))

    assert ligne.nombres == {"terme_masquage": 1}
    assert cahier.termes_masquage() == {"Enzo-fictif"}
    cahier.verify()


def test_les_mots_bruts_sont_ceux_qui_restent(cahier: CahierOuvert) -> None:
    lieu = site(nom_usage=TexteBrut("chez Mirabelle"))
    cahier.save_site(lieu)
    cahier.save_fait(fait(lieu, "Capucine est passée"))
    cahier.save_brouillon(Fait(LE, texte_brut=TexteBrut("vu Églantine")))
    cahier.save_tournee(Tournee(LE.date(), Moment.nuit, "Sud", note=TexteBrut("avec Lilas")))

    assert {"capucine", "Mirabelle", "Églantine", "Lilas"} <= cahier.mots_bruts()
    purger(cahier, Objet.textes_bruts)
    assert cahier.mots_bruts().isdisjoint({"capucine", "Églantine", "Lilas"})
    assert "Mirabelle" in cahier.mots_bruts()


def test_les_mots_d_une_formulation_ne_sont_pas_bruts_et_restent(cahier: CahierOuvert) -> None:
    """Contrôle positif, vu échouer : sans égard à la colonne, « déplacement » passe pour brut."""
    lieu = site()
    cahier.save_site(lieu)
    relu = fait(lieu, "Capucine est partie").relu("Un déplacement, une partie du soir.", LE)
    jete = fait(lieu, "rien", APRES).relu("Rangement au local.", APRES)
    for un_fait in (relu, jete):
        cahier.save_fait(un_fait)
    cahier.discard_fait(jete.id, APRES)

    assert {"capucine", "partie"} <= cahier.mots_bruts()
    assert cahier.mots_bruts().isdisjoint({"deplacement", "typebruit", "Rangement"})
    assert {"deplacement", "partie", "Rangement"} <= cahier.mots_relus()
    assert "capucine" not in cahier.mots_relus()
    purger(cahier, Objet.textes_bruts)
    assert cahier.mots_bruts().isdisjoint({"capucine", "partie", "deplacement"})
    assert {"deplacement", "partie"} <= cahier.mots_relus()
    purger(cahier, Objet.faits)
    assert cahier.mots_relus() == {"Rangement", "au", "local"}


def test_la_migration_garde_les_donnees() -> None:
    """Sur une base au schéma 1 qui a déjà un lieu : il reste, et les tables neuves sont vides."""
    with closing(Base(sqlcipher3.connect(":memory:", isolation_level=None))) as base:
        with base.change() as connection:
            m0001_creer.apply(connection)
            connection.execute("PRAGMA user_version=1")
            connection.execute("INSERT INTO identite (unique_ligne, cahier) VALUES (1, 'essai')")
            connection.execute(
                "INSERT INTO site (id, libelle_public, secteur, type, maille, ilot, nom_usage) "
                "VALUES ('s', 'Place', 'Sud', 'place', 'lieu', '', '')"
            )
        upgrade(base, 1)
        assert base.rows("SELECT id FROM site") == [("s",)]
        with base.change() as connection:
            for table in m0002_conserver._SEALED:
                assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
