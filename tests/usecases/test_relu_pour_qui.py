"""Ce qui a été accepté pour un lecteur ne sert jamais, sans qu'on le redise, un plus éloigné."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from signatures import regarder_et_signer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.vocabulaire import Profil, TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.oublier import restes
from tat_carnet.usecases.relecture import Dossier, enregistrer_relecture

pytestmark = pytest.mark.usefixtures("recits_entiers")

LE = datetime(2026, 11, 18, 21, 30)
PLACE = Site("Place du Moulin", "Rives", TypeSite.place)
BRUT = "Priscillia, 14 ans, en 4e, pleurait devant le bat C le 4 novembre, la boulangère l'a vue"
PROFILS = (Profil.collectif, Profil.institution, Profil.restitution_publique)
TROP_FIN = {
    Profil.collectif: ("14 ans", "bat C", "4 novembre", "boulangère"),
    Profil.institution: ("13-15", "en 4e", "bâtiment", "première semaine", "commerçante"),
    Profil.restitution_publique: ("13-15", "en 4e", "îlot", "première semaine", "professionnelle"),
}
"""Ce que chaque lecteur ne doit pas lire de ce fait."""


@pytest.fixture
def fait(cahier: CahierOuvert) -> Fait:
    """Un fait qui dit un âge, une classe, un bâtiment, un jour et un métier."""
    note = Fait(LE, PLACE.id, TypeFait.conflit_usage, TexteBrut(BRUT), id="f1")
    cahier.save_site(PLACE)
    cahier.save_fait(note)
    return note


def ouvrir(cahier: CahierOuvert, profil: Profil) -> Dossier[object]:
    jour = date(2026, 11, 20)
    return ouvrir_dossier(
        cahier,
        Preparation("Veille", jour, date(2026, 11, 1), jour, "l’instance", profil=profil),
    )


def relire(cahier: CahierOuvert, profil: Profil) -> str:
    """Le document relu d'un trait, comme une personne pressée : tout est accepté ; au public, on
    est revenu sur les mots.
    """
    dossier = ouvrir(cahier, profil)
    for rang, etape in enumerate(dossier.etapes):
        if etape.tue:
            dossier.recits.rouvrir(rang)
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        dossier.marquer_lue(rang)
        enregistrer_relecture(cahier, etape, LE)
    dits = [etape.passage.texte for etape in dossier.etapes]
    if not dossier.recits.se_gardent:
        dossier.recits.taire_le_reste()
    return "\n".join([*dits, *regarder_et_signer(dossier).document.textes()])


@pytest.mark.usefixtures("fait")
def test_du_collectif_au_public_chaque_lecteur_a_son_echelon(cahier: CahierOuvert) -> None:
    """Le trajet entier : la même semaine, trois documents, de plus en plus loin.

    Contrôle positif, vu échouer : `relu_pour` rendant la dernière formulation pour tous.
    """
    dits = {profil: relire(cahier, profil) for profil in PROFILS}

    for profil, mots in TROP_FIN.items():
        for mot in mots:
            assert mot not in dits[profil], profil
    assert "13-15 ans" in dits[Profil.collectif]
    assert "mineur" in dits[Profil.institution]
    assert "le quartier" in dits[Profil.restitution_publique]


@pytest.mark.usefixtures("fait")
@pytest.mark.parametrize("profil", [Profil.institution, Profil.restitution_publique])
def test_ce_que_le_collectif_a_accepte_est_a_decider_de_nouveau(
    cahier: CahierOuvert, profil: Profil
) -> None:
    """Contrôle positif : pour le collectif même, plus rien n'attend."""
    relire(cahier, Profil.collectif)

    assert all(e.passage.complete for e in ouvrir(cahier, Profil.collectif).etapes)
    attendent = [e.passage for e in ouvrir(cahier, profil).etapes if not e.passage.complete]
    assert [passage.brut for passage in attendent] == [BRUT]


@pytest.mark.usefixtures("fait")
def test_ce_qui_a_ete_relu_pour_le_public_sert_les_plus_proches(cahier: CahierOuvert) -> None:
    public = relire(cahier, Profil.restitution_publique)

    for profil in (Profil.institution, Profil.collectif):
        passages = [e.passage for e in ouvrir(cahier, profil).etapes]
        assert all(passage.complete for passage in passages)
        assert passages[0].texte in public


def test_chaque_lecteur_retrouve_ses_mots_quel_que_soit_l_ordre(
    cahier: CahierOuvert, fait: Fait
) -> None:
    for profil in PROFILS:
        relire(cahier, profil)
    relu = cahier.fait(fait.id)

    assert dict(relu.relues).keys() == set(PROFILS)
    for profil in PROFILS:
        assert ouvrir(cahier, profil).etapes[0].passage.texte == relu.relu_pour(profil)
    assert len({texte for _, texte in relu.relues}) == len(PROFILS)


def test_une_formulation_d_avant_ne_vaut_que_pour_le_collectif(
    cahier: CahierOuvert, fait: Fait
) -> None:
    cahier.save_fait(replace(fait, formulation="Une jeune, 13-15 ans, pleurait.", relu_le=LE))
    ancien = cahier.fait(fait.id)

    assert ancien.relu_pour(Profil.collectif) == "Une jeune, 13-15 ans, pleurait."
    assert ancien.relu_pour(Profil.institution) is None
    garde = ancien.relu("Une mineure pleurait.", LE, Profil.institution)
    assert garde.relu_pour(Profil.collectif) == "Une jeune, 13-15 ans, pleurait."


def test_le_brut_parti_ce_qui_reste_monte_d_echelon(cahier: CahierOuvert, fait: Fait) -> None:
    """La purge ne laisse que la formulation du collectif : elle se relit comme un brut."""
    relire(cahier, Profil.collectif)
    cahier.save_fait(replace(cahier.fait(fait.id), texte_brut=TexteBrut("")))
    dossier = ouvrir(cahier, Profil.restitution_publique)

    assert not dossier.etapes[0].passage.complete
    dit = relire(cahier, Profil.restitution_publique)
    for mot in ("13-15", "en 4e", "bâtiment", "première semaine"):
        assert mot not in dit


def test_le_brut_parti_ce_qui_a_ete_relu_pour_ce_lecteur_sert_encore(
    cahier: CahierOuvert, fait: Fait
) -> None:
    relire(cahier, Profil.institution)
    cahier.save_fait(replace(cahier.fait(fait.id), texte_brut=TexteBrut("")))

    passage = ouvrir(cahier, Profil.institution).etapes[0].passage
    assert (passage.brut, passage.complete) == ("", True)


def test_un_mot_que_dit_encore_une_formulation_reste_a_masquer(
    cahier: CahierOuvert, fait: Fait
) -> None:
    cahier.add_termes_masquage(["Quozimel", "Ravidor"])
    public = replace(fait, texte_brut=TexteBrut("")).relu(
        "Près du local Quozimel.", LE, Profil.restitution_publique
    )
    cahier.save_fait(public.relu("Près d’un local.", LE))

    assert restes(cahier).termes == {"Ravidor"}
    cahier.discard_fait(fait.id, LE)
    assert restes(cahier).termes == {"Ravidor"}


def test_un_brut_change_n_a_plus_rien_de_relu(cahier: CahierOuvert, fait: Fait) -> None:
    relire(cahier, Profil.restitution_publique)
    neuf = cahier.fait(fait.id).a_relire()

    assert (neuf.formulation, neuf.relu_le, neuf.relues) == ("", None, ())
    assert all(neuf.relu_pour(profil) is None for profil in Profil)
