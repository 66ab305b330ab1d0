"""Chercher hors des faits : un lieu, une tournée, une situation, un courrier, une structure."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from store.aides import LE, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Courrier, Demande, Reponse
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.trouvaille import GenreTrouvaille
from tat_carnet.domain.vocabulaire import Besoin, GenreEcheance, Moment, TypePartenaire
from tat_carnet.store.cahier import CahierOuvert


def lus(cahier: CahierOuvert, texte: str) -> list[tuple[str, str, str]]:
    return [(t.genre, t.titre.lire(), t.precision.lire()) for t in cahier.trouver(texte)]


def test_un_lieu_et_une_note_de_tournee_se_trouvent_par_quelques_lettres(
    cahier: CahierOuvert,
) -> None:
    cahier.save_site(site("Place du Cœur", nom_usage=TexteBrut("le rond")))
    note = TexteBrut("Rond-point désert, au cœur de l’été")
    tournee = Tournee(LE.date(), Moment.soiree, "Nord", note=note)
    cahier.save_tournee(tournee)

    assert lus(cahier, "coeu") == [
        ("site", "Place du Cœur", "Sud"),
        ("tournee", "Rond-point désert, au cœur de l’été", "2026-03-14 Nord"),
    ]
    assert lus(cahier, "rond pla") == [("site", "Place du Cœur", "Sud")]
    assert lus(cahier, '"désert au"') == [("tournee", note.lire(), "2026-03-14 Nord")]
    assert cahier.trouver("nord")[0].id == tournee.id
    assert lus(cahier, " ! ") == lus(cahier, "absent") == []


def test_les_derniers_d_abord_et_pas_plus_que_demande(cahier: CahierOuvert) -> None:
    for rang in range(6):
        jour = LE.date() + timedelta(days=rang)
        cahier.save_tournee(Tournee(jour, Moment.nuit, "Sud", note=TexteBrut(f"calme {rang}")))

    assert [titre for _, titre, _ in lus(cahier, "calme")] == [
        "calme 5",
        "calme 4",
        "calme 3",
        "calme 2",
    ]
    assert len(cahier.trouver("calme", limite=1)) == 1


def test_une_tournee_corrigee_puis_effacee_suit_dans_l_index(cahier: CahierOuvert) -> None:
    tournee = Tournee(LE.date(), Moment.nuit, "Sud", note=TexteBrut("calme"))
    cahier.save_tournee(tournee)
    cahier.save_tournee(
        Tournee(LE.date(), Moment.nuit, "Sud", note=TexteBrut("agité"), id=tournee.id)
    )
    assert lus(cahier, "calme") == []
    assert cahier.trouver("agi")[0].genre is GenreTrouvaille.tournee

    cahier.delete_tournee(tournee.id)
    assert lus(cahier, "agi") == []
    cahier.verify()


REGIE = Partenaire("Régie des Tilleuls", TypePartenaire.bailleur, fonction="Agence Nord", id="p1")
LETTRE = Courrier(
    "bailleur_parties_communes",
    "p1",
    objet="Éclairage du hall",
    demandes=(Demande("Réparer la gâche"),),
    cree_le=LE,
    reponse=Reponse(LE.date(), TexteBrut("refus motivé\nfaute de crédit")),
    id="c1",
)
SITUATION = Situation(
    "loupe-ocre-47",
    LE.date(),
    etapes=(EtapeSituation(LE.date(), TexteBrut("dossier déposé à l’école")),),
    id="u1",
)


def genres(cahier: CahierOuvert, texte: str) -> list[tuple[str, str]]:
    return [(trouvaille.genre.value, trouvaille.id) for trouvaille in cahier.trouver(texte)]


def test_situations_echeances_courriers_et_annuaire_se_trouvent(cahier: CahierOuvert) -> None:
    """Contrôle positif, vu échouer : ôter `_PAR_ETAPE`, ou `_PAR_DESTINATAIRE`."""
    cahier.save_partenaires([REGIE])
    cahier.save_courrier(LETTRE)
    cahier.save_situation(SITUATION)
    conseil = Echeance(LE.date(), GenreEcheance.conseil_discipline, situation_id="u1", id="h1")
    cahier.save_echeance(conseil)

    assert genres(cahier, "loupe ocr") == [("situation", "u1")]
    assert genres(cahier, "depose ecol") == [("situation", "u1")]
    assert genres(cahier, "ocre dossier") == [("situation", "u1")]
    assert genres(cahier, "disciplin") == [("echeance", "h1")]
    assert lus(cahier, "disciplin") == [("echeance", "", "14/03/2026 loupe-ocre-47")]
    assert genres(cahier, "eclairage") == genres(cahier, "gâche") == [("courrier", "c1")]
    assert genres(cahier, "faute motivé") == [("courrier", "c1")]
    assert genres(cahier, "tilleuls eclair") == [("courrier", "c1")]
    assert genres(cahier, "agence") == [("courrier", "c1"), ("partenaire", "p1")]
    cahier.verify()


def test_ce_qui_est_corrige_ou_efface_quitte_ces_index(cahier: CahierOuvert) -> None:
    cahier.save_situation(SITUATION)
    cahier.save_situation(replace(SITUATION, etapes=(), besoins=(Besoin.sante,)))
    assert genres(cahier, "dossier") == []
    cahier.save_courrier(replace(LETTRE, destinataire_id=None))
    cahier.save_courrier(replace(LETTRE, destinataire_id=None, objet="Ascenseur", reponse=None))
    assert genres(cahier, "eclairage") == genres(cahier, "refus") == []
    assert genres(cahier, "ascen") == [("courrier", "c1")]
    cahier.delete_situation("u1")
    assert genres(cahier, "loupe") == []
    cahier.verify()


def test_le_bailleur_d_un_lieu_suit_la_fusion_et_l_effacement(cahier: CahierOuvert) -> None:
    autre = replace(REGIE, id="p2")
    cahier.save_partenaires([REGIE, autre])
    cahier.save_site(site(bailleur_id="p2"))

    cahier.merge_partenaires(REGIE, "p2")
    assert [lieu.bailleur_id for lieu in cahier.sites()] == ["p1"]
    cahier.delete_partenaire("p1")
    assert [lieu.bailleur_id for lieu in cahier.sites()] == [None]
    cahier.verify()


def remplir(cahier: CahierOuvert) -> None:
    """Un nom de chaque genre."""
    cahier.save_site(site("Square des Lucioles", id="s1"))
    note = TexteBrut("quartier désert, pluie battante")
    cahier.save_tournee(Tournee(LE.date(), Moment.nuit, "Sud", note=note, id="t1"))
    cahier.save_partenaires([REGIE])
    cahier.save_courrier(LETTRE)
    cahier.save_situation(SITUATION)
    cahier.save_echeance(Echeance(LE.date(), quoi=TexteBrut("brocante annuelle"), id="h1"))


@pytest.mark.parametrize(
    ("tape", "trouve"),
    [
        ("lucoiles", ("site", "s1")),
        ("luccio", ("site", "s1")),
        ("battnate", ("tournee", "t1")),
        ("lopue", ("situation", "u1")),
        ("dosier", ("situation", "u1")),
        ("brocnate", ("echeance", "h1")),
        ("écliarage", ("courrier", "c1")),
        ("réparrer", ("courrier", "c1")),
        ("tileuls", ("courrier", "c1")),
        ("tileuls", ("partenaire", "p1")),
        ("agnece nord", ("partenaire", "p1")),
    ],
)
def test_une_faute_se_pardonne_dans_chaque_nom(
    cahier: CahierOuvert, tape: str, trouve: tuple[str, str]
) -> None:
    """Contrôle positif, vu échouer : ôter un index de `_INDEXED`."""
    remplir(cahier)

    assert trouve in genres(cahier, tape)


@pytest.mark.parametrize(
    ("tape", "trouve"),
    [
        ('"des lucioles"', ("site", "s1")),
        ('"pluie battante"', ("tournee", "t1")),
        ('"dossier déposé"', ("situation", "u1")),
        ('"brocante annuelle"', ("echeance", "h1")),
        ('"réparer la gâche"', ("courrier", "c1")),
        ('"régie des tilleuls"', ("partenaire", "p1")),
    ],
)
def test_une_suite_de_mots_se_trouve_dans_chaque_nom_et_dans_l_ordre(
    cahier: CahierOuvert, tape: str, trouve: tuple[str, str]
) -> None:
    remplir(cahier)

    assert trouve in genres(cahier, tape)
    assert trouve in genres(cahier, tape[:-2])  # le guillemet ouvert : par le début
    inverse = " ".join(reversed(tape.strip('"').split()))
    assert genres(cahier, f'"{inverse}"') == []


def test_une_faute_n_est_pardonnee_que_si_le_mot_n_est_nulle_part(cahier: CahierOuvert) -> None:
    cahier.save_site(site("Le banc"))
    cahier.save_site(site("La bande"))

    assert [titre for _, titre, _ in lus(cahier, "banc ")] == ["Le banc"]
    assert [titre for _, titre, _ in lus(cahier, "bnade ")] == ["La bande"]
    assert lus(cahier, '"le bnac"') == []
