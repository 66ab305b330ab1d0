"""La vignette : du brut d'une situation à un document signé, ou un refus qui dit quoi récrire."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from signatures import regarder_et_signer
from tat_carnet.anonymisation.situer import ce_qui_dit_un_age
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import RelectureIncomplete, SaisieIncomplete, SortieRefusee
from tat_carnet.domain.fait import Site
from tat_carnet.domain.journal import FormatDocument, GenreDocument
from tat_carnet.domain.relu import Vignette
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import Besoin, TrancheAge
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.exporter import exporter, nom_propose
from tat_carnet.usecases.relecture import Dossier
from tat_carnet.usecases.vignette import (
    PreparationVignette,
    noms_de_lieux,
    ouvrir_vignette,
    proposer_preparation,
)

JOUR = date(2026, 11, 21)
LAVOIR = Site("Place du Lavoir", "Aubépines-Haut", nom_usage=TexteBrut("chez Fenouil"))


def preparer(cahier: CahierOuvert, recit: str, retenu: str = "") -> Dossier[Vignette]:
    """Un dossier, le cahier connaissant un lieu."""
    cahier.save_site(LAVOIR)
    return ouvrir_vignette(cahier, PreparationVignette("Équipe", recit, retenu), JOUR)


def accepter_tout(dossier: Dossier[Vignette]) -> None:
    for rang, etape in enumerate(dossier.etapes):
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        dossier.marquer_lue(rang)


def test_la_preparation_part_des_etapes_sans_leurs_dates() -> None:
    situation = Situation(
        "loupe-ocre-47",
        JOUR,
        tranche_age=TrancheAge.de_13_15,
        besoins=(Besoin.scolarite,),
        etapes=(
            EtapeSituation(date(2026, 10, 2), TexteBrut("appel au parent")),
            EtapeSituation(JOUR, TexteBrut("dispositif relais")),
        ),
    )
    preparation = proposer_preparation(situation)

    assert preparation.recit == "appel au parent\ndispositif relais"
    assert preparation == PreparationVignette("", preparation.recit, notes=preparation.notes)
    assert "loupe" not in repr(preparation)
    assert "2026" not in repr(preparation)


@pytest.mark.parametrize(
    ("preparation", "champ"),
    [
        (PreparationVignette(" ", "récit"), "destinataire"),
        (PreparationVignette("Équipe", " "), "recit"),
    ],
)
def test_il_faut_un_destinataire_et_un_recit(
    preparation: PreparationVignette, champ: str, cahier: CahierOuvert
) -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        ouvrir_vignette(cahier, preparation, JOUR)

    assert refus.value.champ == champ


def test_chaque_texte_se_lit_meme_sans_alerte(cahier: CahierOuvert) -> None:
    dossier = preparer(cahier, "Un jeune attend.", "Qui l’accueille ?")

    assert [etape.titre for etape in dossier.etapes] == [
        "Ce qui s’est passé",
        "Ce que l’on en retient",
    ]
    with pytest.raises(RelectureIncomplete):
        regarder_et_signer(dossier)


def test_un_nom_de_lieu_n_est_pas_public_dans_une_vignette(cahier: CahierOuvert) -> None:
    """Dans un compte-rendu, « Place du Lavoir » passerait."""
    dossier = preparer(cahier, "Vu Kelyan place du Lavoir à 21h30.")
    accepter_tout(dossier)
    texte = regarder_et_signer(dossier).contenu.recit.texte

    assert not re.search(r"Lavoir|Kelyan|12|novembre|21", texte)


@pytest.mark.parametrize(
    ("dit", "redire", "irait"),
    [
        ("Un adolescent attend.", "adolescent", "mineur"),
        ("Une collégienne attend.", "collégienne", "mineure"),
        ("Une élève de 14 ans attend.", "14 ans", "mineur"),
        ("Un élève, en 4e, attend.", "en 4e", "mineur"),
        ("Une dame retraitée attend.", "retraitée", "adulte"),
        ("Un jeune adulte attend.", "jeune adulte", "adulte"),
        ("Une femme de 19 ans attend.", "19 ans", "adulte"),
    ],
)
def test_un_age_se_refuse_la_ou_on_le_tape_avec_le_mot_qui_irait(
    dit: str, redire: str, irait: str, cahier: CahierOuvert
) -> None:
    """Témoin (vu une fois) : sans `plan.refuser` dans `marquer_lue`, on va jusqu'à la signature."""
    dossier = preparer(cahier, "Attendre use.", "Qui l’accueille ?")
    accepter_tout(dossier)
    dossier.etapes[1].passage.modifier(dit)
    while (alerte := dossier.etapes[1].passage.prochaine()) is not None:
        dossier.etapes[1].passage.garder(alerte, "le collectif y tient")
    attendu = f"pas d’âge : récrivez « {redire} ». « {irait} » irait"
    with pytest.raises(RelectureIncomplete, match=attendu) as refus:
        dossier.marquer_lue(1)
    assert refus.value.passage == 1
    dossier.etapes[1].lue = True
    with pytest.raises(RelectureIncomplete, match=attendu):  # la signature garde la porte
        regarder_et_signer(dossier)


@pytest.mark.parametrize(
    "dit", ["Des adolescents attendent.", "Un mineur a moins de 18 ans.", "18 ans et plus"]
)
def test_ce_qui_n_est_l_age_de_personne_se_dit(dit: str) -> None:
    assert ce_qui_dit_un_age(dit) == ()


@pytest.mark.parametrize("terme", ["Place du Lavoir", "Aubépines-Haut", "chez Fenouil"])
def test_aucun_nom_du_cahier_ne_manque(terme: str) -> None:
    assert terme in noms_de_lieux([LAVOIR])
    assert "" not in noms_de_lieux([LAVOIR])


@pytest.mark.parametrize(
    "reste", ["place du Lavoir", "le 12 novembre", "en janvier", "chez Fenouil"]
)
def test_un_lieu_ou_une_date_garde_avec_un_motif_empeche_de_signer(
    reste: str, cahier: CahierOuvert
) -> None:
    """Témoin : sans `ce_qui_situe` dans `_assembler`, tout ceci se signe (vu une fois)."""
    dossier = preparer(cahier, "Un jeune attend.", f"On l’a vu {reste}, souvent.")
    for etape in dossier.etapes:
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.garder(alerte, "le collectif y tient")
    dossier.marquer_lue(0)
    with pytest.raises(RelectureIncomplete, match="ni où ni quand") as refus:
        dossier.marquer_lue(1)
    assert refus.value.passage == 1
    dossier.etapes[1].lue = True
    with pytest.raises(RelectureIncomplete, match="ni où ni quand"):
        regarder_et_signer(dossier)


def test_une_vignette_sort_en_pdf_et_en_odt_sous_un_nom_sans_date(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    dossier = preparer(cahier, "Vu Kelyan, 14 ans, place du Lavoir. Il est exclu.")
    accepter_tout(dossier)
    signe = regarder_et_signer(dossier)
    for format_ in (FormatDocument.pdf, FormatDocument.odt):
        nom = nom_propose(signe, format_)
        assert re.fullmatch(r"vignette-[0-9a-f]{8}\.(pdf|odt)", nom)
        chemin = tmp_path / nom
        ligne = exporter(
            signe, format_, chemin, cahier=cahier, maintenant=datetime(2026, 11, 21, 21)
        )
        assert chemin.exists()
        assert (ligne.genre, ligne.faits) == (GenreDocument.vignette, ())
    assert [ligne.destinataire for ligne in cahier.journal()] == ["Équipe", "Équipe"]


def test_la_contre_lecture_cherche_ce_qui_fut_masque(cahier: CahierOuvert, tmp_path: Path) -> None:
    """Le nom masqué dans le récit revient dans l'autre texte, où l'on ne l'a pas vu."""
    dossier = preparer(cahier, "Vu Kelyan hier.", "On l’aide.")
    accepter_tout(dossier)
    dossier.etapes[1].passage.modifier("On aide Kelyan.")
    while (alerte := dossier.etapes[1].passage.prochaine()) is not None:
        dossier.etapes[1].passage.accepter(alerte)
    dossier.marquer_lue(1)
    signe = regarder_et_signer(dossier)

    assert "Kelyan" in signe.termes_masques
    assert "Kelyan" not in signe.contenu.retenu.texte
    with pytest.raises(SortieRefusee):
        exporter(
            signe,
            FormatDocument.pdf,
            tmp_path / "Kelyan.pdf",
            cahier=cahier,
            maintenant=datetime(2026, 11, 21, 21),
        )


@pytest.mark.parametrize("quand", ["le 3 novembre", "jusqu'au 12/11/2026", "la soirée du 5 mai"])
def test_ce_qui_est_propose_pour_une_date_se_signe_tel_quel(
    cahier: CahierOuvert, quand: str
) -> None:
    """Témoin : avec l'échelon d'un collectif, « la première semaine de novembre » empêchait de
    signer ; celui d'une restitution publique, « en novembre », aussi (vu une fois)."""
    dossier = preparer(cahier, f"Kelyan, 14 ans, attend sa réponse {quand}.")
    accepter_tout(dossier)

    texte = regarder_et_signer(dossier).contenu.recit.texte
    assert "ce mois-là" in texte
