"""Ce que le sas retient : relu comme écrit, parti avec ce qu'il complète."""

from __future__ import annotations

from datetime import date, timedelta

from store.aides import LE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.conservation import Objet
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.sas import EssaiIntrus, Levee, Sillage
from tat_carnet.domain.vocabulaire import Public, TrancheAge, TypeFait
from tat_carnet.store.cahier import CahierOuvert

SILLAGE = Sillage("f1", "Place du Lavoir", "2026-S11", TypeFait.bruit)
AGEE = Sillage(
    "f2",
    "Sud",
    "2026-03",
    TypeFait.rixe,
    TrancheAge.de_16_17,
    (Public.adolescents, Public.fratries),
)


def un_fait(cahier: CahierOuvert) -> str:
    lieu = site()
    cahier.save_site(lieu)
    note = fait(lieu, "musique", LE)
    cahier.save_fait(note)
    return note.id


def journaliser(cahier: CahierOuvert, *sillages: Sillage) -> None:
    genre, format_ = GenreDocument.compte_rendu, FormatDocument.pdf
    cahier.append_journal(LigneJournal(LE, genre, format_, "la ville", "0" * 64), sillages)


def test_une_levee_garde_son_motif_et_le_fait_dont_elle_vient(cahier: CahierOuvert) -> None:
    fait_id = un_fait(cahier)
    du_fait = Levee(LE, "nom", TexteBrut("nom d’un square"), fait_id)
    libre = Levee(LE, "adresse", TexteBrut("adresse publique"), passage="0" * 64)
    cahier.append_levees([du_fait, libre])

    assert list(cahier.levees()) == [libre, du_fait]
    assert list(cahier.levees(fait_id)) == [du_fait]


def test_effacer_un_fait_efface_ses_motifs(cahier: CahierOuvert) -> None:
    fait_id = un_fait(cahier)
    cahier.append_levees([Levee(LE, "nom", TexteBrut("nom d’un square"), fait_id)])
    cahier.delete_fait(fait_id)

    assert list(cahier.levees()) == []
    cahier.verify()


def test_les_codes_de_ce_qui_est_sorti_se_relisent_par_fait(cahier: CahierOuvert) -> None:
    journaliser(cahier, SILLAGE, AGEE)

    assert list(cahier.sillages({"f1"})) == [SILLAGE]
    assert list(cahier.sillages({"f2", "f3"})) == [AGEE]
    assert list(cahier.sillages(())) == []


def test_mille_faits_se_demandent_par_paquets(cahier: CahierOuvert) -> None:
    journaliser(cahier, *(Sillage(f"f{i}", "Sud", "2026-03", TypeFait.feu) for i in range(1200)))

    assert len(cahier.sillages([f"f{i}" for i in range(1200)])) == 1200


def test_purger_le_journal_emporte_les_codes_et_les_essais(cahier: CahierOuvert) -> None:
    journaliser(cahier, SILLAGE)
    cahier.append_essai_intrus(EssaiIntrus(LE, GenreDocument.compte_rendu, False, False, False))
    purger(cahier, Objet.journaux)

    assert list(cahier.sillages({"f1"})) == []
    assert list(cahier.essais_intrus()) == []
    cahier.verify()


def test_purger_les_textes_bruts_emporte_les_motifs(cahier: CahierOuvert) -> None:
    cahier.append_levees([Levee(LE, "nom", TexteBrut("nom d’un square"))])
    purger(cahier, Objet.textes_bruts)

    assert list(cahier.levees()) == []


def purger(cahier: CahierOuvert, objet: Objet) -> None:
    cahier.commencer_purge(objet, (LE + timedelta(days=1)).date())
    while cahier.avancer_purge(10):
        pass
    cahier.achever_purge(LE + timedelta(days=2))


def test_un_essai_se_relit_le_dernier_d_abord(cahier: CahierOuvert) -> None:
    essais = [
        EssaiIntrus(
            LE,
            GenreDocument.compte_rendu,
            famille=bool(n & 1),
            gardien=bool(n & 2),
            policier=bool(n & 4),
        )
        for n in range(4)
    ]
    for essai in essais:
        cahier.append_essai_intrus(essai)

    assert list(cahier.essais_intrus()) == essais[::-1]
    assert [essai.reconnu for essai in essais] == [False, True, True, True]


def test_rien_de_ce_que_retient_le_sas_ne_sort_avant_sa_date(cahier: CahierOuvert) -> None:
    """La borne n'emporte que ce qui la précède."""
    journaliser(cahier, SILLAGE)
    cahier.commencer_purge(Objet.journaux, date(2020, 1, 1))
    assert not cahier.avancer_purge(10)
