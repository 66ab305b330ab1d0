"""Mesurer le risque d'un dossier relu, généraliser d'un geste, relire, recommencer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum

import pytest

from signatures import regarder_et_signer
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.domain.vocabulaire import Public, TrancheAge, TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.relecture import Dossier
from tat_carnet.usecases.risque import mesurer_risque, relever
from tat_carnet.usecases.vignette import PreparationVignette, ouvrir_vignette

INSTANT = datetime(2026, 11, 18, 21, 30)
PLACE = Site("Place du Lavoir", "Aubépines-Haut", TypeSite.place, ilot="Îlot du Lavoir")
PREPARATION = Preparation(
    "Instance de veille", date(2026, 11, 21), date(2026, 11, 1), date(2026, 11, 30), "la ville"
)


def noter(cahier: CahierOuvert, jour: int = 18) -> Fait:
    fait = Fait(
        INSTANT.replace(day=jour),
        PLACE.id,
        TypeFait.bruit,
        TexteBrut("musique forte"),
        tranche_age=TrancheAge.de_13_15,
        publics=(Public.adolescents,),
    )
    cahier.save_fait(fait)
    return fait


def relu(cahier: CahierOuvert) -> Dossier[CompteRendu]:
    dossier = ouvrir_dossier(cahier, PREPARATION)
    lire(dossier)
    return dossier


def lire(dossier: Dossier[CompteRendu]) -> None:
    for rang in range(len(dossier.etapes)):
        dossier.marquer_lue(rang)


@pytest.fixture
def cahier_tenu(cahier: CahierOuvert) -> CahierOuvert:
    cahier.save_site(PLACE)
    return cahier


def test_un_dossier_sans_fait_n_expose_personne(cahier_tenu: CahierOuvert) -> None:
    assert mesurer_risque(cahier_tenu, relever(relu(cahier_tenu))).anonyme


def test_un_fait_seul_est_isole_puis_se_generalise_et_se_relit(cahier_tenu: CahierOuvert) -> None:
    fait = noter(cahier_tenu)
    dossier = relu(cahier_tenu)
    (isolement,) = mesurer_risque(cahier_tenu, relever(dossier)).isolements
    assert dossier.generaliser(isolement.references, isolement.pas) == 0
    assert not dossier.complet, "ce qui change se relit"

    lire(dossier)
    assert mesurer_risque(cahier_tenu, relever(dossier)).isolements == ()
    (sorti,) = regarder_et_signer(dossier).contenu.faits
    assert (sorti.reference, sorti.tranche_age, sorti.publics) == (fait.id, None, ())


def test_chaque_pas_change_ce_qui_sort(cahier_tenu: CahierOuvert) -> None:
    fait = noter(cahier_tenu)
    dossier = relu(cahier_tenu)
    dossier.generaliser([fait.id], [Pas.mois, Pas.ilot])
    lire(dossier)
    (sorti,) = regarder_et_signer(dossier).contenu.faits
    assert (sorti.semaine, sorti.lieu.texte) == ("2026-11", "Îlot du Lavoir")
    assert sorti.tranche_age is TrancheAge.de_13_15

    dossier.generaliser([fait.id], [Pas.secteur])
    lire(dossier)
    assert regarder_et_signer(dossier).contenu.faits[0].lieu.texte == "Aubépines-Haut"


def test_taire_le_nombre_ne_tait_que_lui(cahier_tenu: CahierOuvert) -> None:
    """Témoin (vu une fois) : garder `fait.quantite` à la signature fait échouer."""
    fait = replace(noter(cahier_tenu), quantite=14)
    cahier_tenu.save_fait(fait)
    dossier = relu(cahier_tenu)
    (trouve,) = mesurer_risque(cahier_tenu, relever(dossier)).reconnaissances
    assert trouve.references == (fait.id,)
    assert trouve.pas == {Pas.nombre}

    dossier.generaliser(trouve.references, trouve.pas)
    lire(dossier)
    assert mesurer_risque(cahier_tenu, relever(dossier)).reconnaissances == ()
    (sorti,) = regarder_et_signer(dossier).contenu.faits
    assert (sorti.quantite, sorti.tranche_age) == (None, TrancheAge.de_13_15)


def test_cinq_faits_du_mois_ne_s_isolent_pas_au_mois(cahier_tenu: CahierOuvert) -> None:
    for jour in (2, 9, 16, 23, 24):
        noter(cahier_tenu, jour)
    dossier = relu(cahier_tenu)
    (isolement,) = mesurer_risque(cahier_tenu, relever(dossier)).isolements

    assert isolement.pas == {Pas.mois}


def test_une_sortie_precedente_se_recoupe(cahier_tenu: CahierOuvert) -> None:
    faits = [noter(cahier_tenu, jour) for jour in (2, 9, 16, 23, 24)]
    premier = regarder_et_signer(relu(cahier_tenu))
    genre, format_ = GenreDocument.compte_rendu, FormatDocument.pdf
    ligne = LigneJournal(INSTANT, genre, format_, "la ville", "0" * 64)
    cahier_tenu.append_journal(ligne, premier.sillages)

    dossier = ouvrir_dossier(cahier_tenu, PREPARATION)
    dossier.generaliser([fait.id for fait in faits], [Pas.mois])
    lire(dossier)
    bilan = mesurer_risque(cahier_tenu, relever(dossier))

    assert bilan.isolements == ()
    assert len(bilan.recoupements) == 5


def test_ecarter_un_fait_recoupe_le_retire(cahier_tenu: CahierOuvert) -> None:
    fait = noter(cahier_tenu)
    dossier = relu(cahier_tenu)
    dossier.ecarter_faits([fait.id])

    assert dossier.exposes() == []
    assert dossier.rouvrir([fait.id]) is None


def test_une_ligne_du_document_ramene_a_son_passage(cahier_tenu: CahierOuvert) -> None:
    noter(cahier_tenu)
    dossier = relu(cahier_tenu)
    textes = "\n".join(dossier.apercu().textes())

    assert "musique forte" in textes
    assert dossier.rang_du_texte("musique forte") == 0
    assert dossier.rang_du_texte("Rappel de confidentialité") is None


@pytest.mark.usefixtures("recits_entiers")
def test_un_blocage_garde_se_compte_tant_que_son_fait_sort(cahier_tenu: CahierOuvert) -> None:
    cahier_tenu.save_fait(Fait(INSTANT, PLACE.id, TypeFait.bruit, TexteBrut("Vu Karim ici")))
    dossier = ouvrir_dossier(cahier_tenu, PREPARATION)
    passage = dossier.etapes[0].passage
    while (alerte := passage.prochaine()) is not None:
        passage.garder(alerte, "nom d’un chien")
    assert dossier.blocages_gardes == 1

    dossier.ecarter(0)
    assert dossier.blocages_gardes == 0


def test_une_vignette_que_redit_un_fait_sorti_se_situe(cahier_tenu: CahierOuvert) -> None:
    """Témoin (vu une fois) : lire tous les faits, sortis ou non, fait échouer."""
    dit = "Il vient à l’atelier du dispositif relais."
    sorti = Fait(INSTANT, PLACE.id, TypeFait.raccrochage, TexteBrut("brut")).relu(dit, INSTANT)
    tu = replace(sorti, id="tu", instant=INSTANT.replace(hour=22))
    cahier_tenu.save_fait(sorti)
    cahier_tenu.save_fait(tu)
    recit = PreparationVignette("Équipe", "Entré au dispositif relais, il a un atelier.")

    def redits() -> list[str]:
        dossier = ouvrir_vignette(cahier_tenu, recit, INSTANT.date())
        return [expose.reference for expose in mesurer_risque(cahier_tenu, relever(dossier)).redits]

    assert redits() == []
    genre, format_ = GenreDocument.compte_rendu, FormatDocument.pdf
    ligne = LigneJournal(INSTANT, genre, format_, "la ville", "0" * 64, (sorti.id,))
    cahier_tenu.append_journal(ligne)
    assert redits() == [sorti.id]


def modifiables(valeur: object) -> Iterator[str]:
    """Ce qui, dans cette valeur, peut encore changer."""
    if valeur is None or isinstance(valeur, str | int | Enum):
        return
    if isinstance(valeur, tuple | frozenset):
        for element in valeur:
            yield from modifiables(element)
    elif is_dataclass(valeur) and type(valeur).__dataclass_params__.frozen:  # type: ignore[attr-defined]
        for champ in fields(valeur):
            yield from modifiables(getattr(valeur, champ.name))
    else:
        yield type(valeur).__name__


def test_ce_que_l_on_mesure_ne_change_plus(cahier_tenu: CahierOuvert) -> None:
    """La fenêtre relit encore ce dossier pendant qu'un autre fil le mesure.

    Témoin : le dossier lui-même se modifie, et sa mesure avec lui.
    """
    fait = noter(cahier_tenu)
    dossier = relu(cahier_tenu)
    assert list(modifiables(dossier)) == ["Dossier"]

    releve = relever(dossier)
    assert list(modifiables(releve)) == []
    avant = mesurer_risque(cahier_tenu, releve)
    assert avant.isolements
    dossier.generaliser([fait.id], [Pas.secteur, Pas.age, Pas.publics])
    assert mesurer_risque(cahier_tenu, releve) == avant
    assert mesurer_risque(cahier_tenu, relever(dossier)) != avant
