"""Les listes et leur contre-lecture : CSV et cartes de visite se relisent ligne à ligne."""

from __future__ import annotations

import pytest

from documents.exemples import relu
from tat_carnet.documents.annuaire import composer_livret, composer_tableau
from tat_carnet.documents.contre_lecture import contre_lire
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.annuaire_relu import StructureRelue
from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import FormatDocument
from tat_carnet.domain.vocabulaire import TypePartenaire

LISTES = [FormatDocument.csv, FormatDocument.vcf]
VIDE = relu("")


def structure(conditions: str) -> StructureRelue:
    return StructureRelue(
        nom=relu("Mairie"),
        type=TypePartenaire.ville,
        fonction=VIDE,
        titre=TitreFonction.aucun,
        civilite=Civilite.inconnue,
        telephone=VIDE,
        courriel=VIDE,
        adresse=VIDE,
        competences=(),
        publics=(),
        territoire=VIDE,
        conditions=relu(conditions),
        horaires=VIDE,
        attentes=VIDE,
        limites=VIDE,
        verifie_le=None,
        a_verifier=True,
    )


@pytest.mark.parametrize("format_", LISTES)
def test_un_terme_masque_se_retrouve_meme_coupe_par_le_pli_d_une_carte(
    format_: FormatDocument,
) -> None:
    longue = "Un accueil ouvert à toutes et à tous, sans rendez-vous, avec Karimou le mardi."
    octets = rendre(composer_tableau([structure(longue)]), format_)

    assert contre_lire(octets, format_, ["karimou"], nom="x")
    assert not contre_lire(octets, format_, ["absente"], nom="x")


@pytest.mark.parametrize("octets", [b"\xff\xfe\x00", b"a\0b"])
@pytest.mark.parametrize("format_", LISTES)
def test_ce_qui_n_est_pas_du_texte_est_refuse(format_: FormatDocument, octets: bytes) -> None:
    with pytest.raises(SortieRefusee, match="n’a pas su lire"):
        contre_lire(octets, format_, [], nom="x")


def test_une_structure_sans_rien_d_autre_que_son_nom_tient_en_une_ligne() -> None:
    from datetime import date

    document = composer_livret([structure("")], date(2026, 11, 21))

    assert "Mairie" in list(document.textes())
