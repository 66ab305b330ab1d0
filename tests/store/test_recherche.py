"""D'une saisie à une requête : rien de ce qu'on tape n'est un opérateur."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import (
    TYPES_PAR_FAMILLE,
    Attestation,
    Famille,
    Gravite,
    Theme,
    TypeFait,
)
from tat_carnet.store.recherche import Terme, build, first_rang, instant_of, termes


def aucun(_: str) -> list[int]:
    return []


def test_les_mots_se_separent_aux_espaces_et_deplient_leurs_ligatures() -> None:
    lus = [terme.texte for terme in termes("  le cœur\u202f; Æsope\u00a0l’Œil\n")]

    assert lus == ["le", "coeur", "AEsope", "l’OEil"]


def test_un_signe_seul_ne_compte_pas_pour_un_mot() -> None:
    assert termes("« ! » … - ' \" * 🙂") == []


@pytest.mark.parametrize(
    ("saisie", "lus"),
    [
        ('"quartier  calme" bru', [Terme("quartier calme"), Terme("bru", prefixe=True)]),
        ("« cœur de l’îlot »", [Terme("coeur de l’îlot")]),
        ('bruit "tard le s', [Terme("bruit"), Terme("tard le s", prefixe=True)]),
        ('avant "mal fermé', [Terme("avant"), Terme("mal fermé", prefixe=True)]),
    ],
)
def test_des_mots_entre_guillemets_se_suivent(saisie: str, lus: list[Terme]) -> None:
    assert termes(saisie) == lus


def test_chaque_mot_est_entre_guillemets_et_le_dernier_est_un_debut() -> None:
    requete = build(Filtre(texte='dit "oui" l\'a'), None, aucun)

    assert requete.match == (
        '{texte libelle relu} : "dit" AND {texte libelle relu} : "oui"'
        ' AND {texte libelle relu} : "l\'a"*'
    )


def test_un_mot_se_trouve_aussi_par_le_nom_du_site() -> None:
    requete = build(Filtre(texte="herbes"), None, lambda _: [3, 12])

    assert requete.match == ('({texte libelle relu} : "herbes"* OR codes : ("site3" OR "site12"))')


def test_les_criteres_se_cumulent() -> None:
    filtre = Filtre(
        famille=Famille.autre,
        type=TypeFait.autre,
        attestation=Attestation.rumeur,
        gravite=Gravite.atteinte_grave,
        relu=False,
    )

    assert build(filtre, [7, 8], aucun).match == (
        'codes : ("site7" OR "site8") AND codes : ("typeautre") AND codes : ("typeautre")'
        ' AND codes : ("attestationrumeur") AND codes : ("graviteatteintegrave")'
        ' AND codes : ("relunon")'
    )


def test_un_theme_est_choisi_ou_appele_par_la_famille() -> None:
    match = build(Filtre(theme=Theme.economie_debrouille), None, aucun).match

    assert match is not None
    assert match.startswith('(codes : ("themeeconomiedebrouille") OR (codes : ("themedefaut") AND ')
    assert '"typesollicitationmineurs"' in match
    assert '"typebruit"' not in match


def test_ce_qui_vaut_un_mot_se_cherche_a_sa_place() -> None:
    proches = [Terme("seringue"), Terme("seringues")]
    requete = build(Filtre(texte="seringe"), None, aucun, lambda _: proches)

    assert requete.match == (
        '({texte libelle relu} : "seringue" OR {texte libelle relu} : "seringues")'
    )


@given(instant=st.datetimes())
def test_un_rang_redit_son_instant_a_la_seconde(instant: datetime) -> None:
    assert instant_of(first_rang(instant)) == instant.replace(microsecond=0)


@pytest.mark.parametrize("famille", Famille)
def test_une_famille_cherche_chacun_de_ses_types(famille: Famille) -> None:
    match = build(Filtre(famille=famille), None, aucun).match

    assert match is not None
    assert match.count('"type') == len(TYPES_PAR_FAMILLE[famille])


def test_deux_types_ne_partagent_pas_de_code() -> None:
    codes = {build(Filtre(type=type_fait), None, aucun).match for type_fait in TypeFait}

    assert len(codes) == len(TypeFait)


def test_sans_critere_il_n_y_a_rien_a_chercher() -> None:
    requete = build(Filtre(texte=" ! "), None, aucun)

    assert requete.match is None
    assert requete.lowest < first_rang(datetime.min) < first_rang(datetime.max) < requete.highest


@given(du=st.dates(), au=st.dates(), instant=st.datetimes())
def test_une_periode_comprend_ses_deux_jours(du: date, au: date, instant: datetime) -> None:
    requete = build(Filtre(du=du, au=au), None, aucun)

    dedans = requete.lowest <= first_rang(instant) <= requete.highest
    assert dedans == (du <= instant.date() <= au)


@given(un=st.datetimes(), autre=st.datetimes())
def test_les_rangs_suivent_les_instants_a_la_seconde(un: datetime, autre: datetime) -> None:
    un, autre = un.replace(microsecond=0), autre.replace(microsecond=0)

    assert (first_rang(un) < first_rang(autre)) == (un < autre)


def test_un_fuseau_ne_deplace_pas_l_heure_de_l_horloge() -> None:
    naif = datetime(2026, 3, 14, 21, 40)

    assert first_rang(naif.replace(tzinfo=UTC)) == first_rang(naif)
