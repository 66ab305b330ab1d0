"""Recouper, déduire, et le mot juste : anonyme seulement si les trois critères tiennent.

Témoin (vu une fois) : ne plus joindre les sillages fait échouer le premier essai.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from anonymisation.risque.test_isolement import ADOS, FAIT, semblables
from tat_carnet.anonymisation.risque import Bilan, Pas, evaluer, exposer
from tat_carnet.anonymisation.risque.deduction import deductions
from tat_carnet.anonymisation.risque.exposition import plancher
from tat_carnet.anonymisation.risque.recoupement import recoupements
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.seuils import PETIT_EFFECTIF
from tat_carnet.domain.vocabulaire import (
    Famille,
    Gravite,
    Impact,
    Public,
    TailleGroupe,
    TrancheAge,
    TypeFait,
    TypeSite,
)

LARGE = replace(FAIT, tranche_age=TrancheAge.de_13_15, pas=frozenset({Pas.mois}))
AUTRES = semblables(PETIT_EFFECTIF, semaine="2026-S46")
PRECIS = Sillage("f0", "Place du Lavoir", "2026-S47", TypeFait.bruit)


def test_deux_documents_ensemble_isolent_ce_qu_aucun_n_isolait() -> None:
    (trouve,) = recoupements([LARGE], [PRECIS], [LARGE, *AUTRES])

    assert (trouve.expose.reference, trouve.semblables) == ("f0", 1)


@pytest.mark.parametrize(
    "sillage",
    [
        Sillage("autre", "Place du Lavoir", "2026-S47", TypeFait.bruit),
        Sillage("f0", "Sud", "2026-11", TypeFait.bruit),
        Sillage("f0", "Place du Lavoir", "2026-11", TypeFait.bruit, None, (Public.adolescents,)),
    ],
    ids=["un autre fait", "moins précis", "rien de plus"],
)
def test_un_document_qui_n_ajoute_rien_n_alerte_pas(sillage: Sillage) -> None:
    assert recoupements([LARGE], [sillage], [LARGE, *AUTRES]) == ()


def test_un_lieu_que_le_fait_n_a_plus_compte_comme_le_plus_fin() -> None:
    """Au secteur ici, au lieu là-bas : le fait reste possible, seul."""
    ancien = Sillage("f0", "Hall démoli", "2026-11", TypeFait.bruit)
    ailleurs = [replace(autre, lieux=("Square", "Sud")) for autre in AUTRES]
    ici = replace(LARGE, pas=frozenset({Pas.mois, Pas.secteur}))
    assert [r.semblables for r in recoupements([ici], [ancien], [LARGE, *ailleurs])] == [1]


def test_un_lieu_dit_par_son_secteur_n_en_apprend_pas_plus() -> None:
    """Trouvé le 26 novembre : « Un lieu du secteur Sud » passait pour un lieu inconnu."""
    ancien = Sillage("f0", "Un lieu du secteur Sud", "2026-11", TypeFait.bruit)
    assert recoupements([LARGE], [ancien], [LARGE, *AUTRES]) == ()


@pytest.mark.parametrize("tranche", [TrancheAge.mixte, TrancheAge.non_observe])
def test_un_age_non_observe_ne_recoupe_rien(tranche: TrancheAge) -> None:
    """Trouvé le 26 novembre : écrit tel quel au journal, il n'avait aucun semblable."""
    sans_age = replace(LARGE, tranche_age=None, publics=ADOS)
    autres = [replace(autre, tranche_age=None) for autre in AUTRES]
    ancien = Sillage("f0", "Sud", "2026-11", TypeFait.bruit, tranche, (Public.adolescents,))
    assert recoupements([sans_age], [ancien], [sans_age, *autres]) == ()


def test_un_fait_change_depuis_sa_sortie_reste_possible() -> None:
    change = replace(LARGE, semaine="2026-S48")
    (trouve,) = recoupements([change], [PRECIS], [change, *AUTRES])
    assert trouve.semblables == 1


def test_sans_age_ni_public_rien_ne_se_recoupe() -> None:
    muet = replace(LARGE, tranche_age=None, publics=frozenset())
    assert recoupements([muet], [PRECIS], [muet]) == ()


def test_les_mots_de_l_un_prennent_le_lieu_de_l_autre() -> None:
    """Trouvé le 26 novembre : vingt récits au secteur, leur nature au hall, et rien d'alerté.

    Témoin (vu une fois) : n'y chercher que l'âge et le public, rien n'est trouvé.
    """
    dit = replace(LARGE, tranche_age=None, publics=frozenset(), texte="Un jeune rend les clés.")
    autres = [replace(autre, tranche_age=None, publics=frozenset()) for autre in AUTRES]
    (trouve,) = recoupements([dit], [PRECIS], [dit, *autres])
    assert (trouve.semblables, trouve.pas) == (1, {Pas.recit})
    assert recoupements([replace(dit, texte="Le banc est cassé.")], [PRECIS], [dit]) == ()
    seule = replace(dit, texte="Des cris.", taille=TailleGroupe.une)
    assert len(recoupements([seule], [PRECIS], [seule])) == 1


def test_cinq_faits_de_memes_codes_ne_se_joignent_pas_ceux_d_autres_effets_si() -> None:
    """Ce qui joint deux documents : tous les codes qu'ils disent, non le type seul."""
    effets = frozenset({Impact.honte, Gravite.gene})
    dit = replace(
        LARGE, tranche_age=None, publics=frozenset(), texte="Sa mère attend.", traits=effets
    )
    memes = [replace(dit, reference=f"m{n}") for n in range(PETIT_EFFECTIF - 1)]
    assert recoupements([dit], [PRECIS], [dit, *memes]) == ()
    autres = [replace(meme, traits=frozenset()) for meme in memes]
    assert len(recoupements([dit], [PRECIS], [dit, *autres])) == 1


@pytest.mark.parametrize(
    ("sortis", "pas"),
    [
        ([], set()),
        ([("Place du Lavoir", "2026-S47")], set()),
        ([("Place du Lavoir", "2026-11")], {Pas.mois}),
        ([("Îlot nord", "2026-S47")], {Pas.ilot}),
        ([("Sud", "2026-11"), ("Place du Lavoir", "2026-S47")], {Pas.mois, Pas.secteur}),
        ([("Un nom d’avant", "2026-S47")], {Pas.secteur}),
    ],
)
def test_le_plancher_est_le_plus_large_de_ce_qui_est_sorti(
    sortis: list[tuple[str, str]], pas: set[Pas]
) -> None:
    sillages = [Sillage("f0", lieu, periode, TypeFait.bruit) for lieu, periode in sortis]
    assert plancher(FAIT, sillages) == pas


def test_un_groupe_tout_entier_dans_la_revente_se_deduit() -> None:
    faits = [replace(FAIT, reference=r, type=TypeFait.apparition) for r in ("a", "b")]
    (trouvee,) = deductions(faits)

    assert (trouvee.famille, trouvee.references) == (Famille.revente, ("a", "b"))
    assert trouvee.pas == {Pas.age, Pas.publics}


def test_taire_le_groupe_suffit_a_ne_plus_rien_deduire() -> None:
    faits = [replace(FAIT, reference=r, type=TypeFait.apparition) for r in ("a", "b")]
    (trouvee,) = deductions(faits)

    assert deductions([replace(fait, pas=trouvee.pas) for fait in faits]) == ()


@pytest.mark.parametrize(
    "types",
    [
        (TypeFait.apparition,),
        (TypeFait.apparition, TypeFait.bruit),
        (TypeFait.bruit, TypeFait.bruit),
    ],
)
def test_un_groupe_seul_divers_ou_banal_ne_se_deduit_pas(types: tuple[TypeFait, ...]) -> None:
    assert deductions([replace(FAIT, type=type_) for type_ in types]) == ()


def test_un_groupe_dont_on_ne_dit_que_l_age_ne_fait_taire_que_l_age() -> None:
    faits = [
        replace(FAIT, reference=r, type=TypeFait.malaise_surdose, publics=frozenset())
        for r in ("a", "b")
    ]
    assert [d.pas for d in deductions(faits)] == [{Pas.age}]
    publics = [replace(fait, tranche_age=None, publics=ADOS) for fait in faits]
    assert [d.pas for d in deductions(publics)] == [{Pas.publics}]


def test_anonyme_seulement_si_rien_n_est_trouve_ni_garde() -> None:
    connus = [FAIT, *semblables(PETIT_EFFECTIF)]

    assert evaluer([FAIT], connus).anonyme
    assert not evaluer([FAIT], [FAIT]).anonyme
    assert not evaluer([LARGE], [LARGE, *AUTRES], [PRECIS]).anonyme
    assert not evaluer([FAIT], connus, gardes=1).anonyme
    assert Bilan().anonyme


def test_exposer_lit_les_mailles_du_lieu_et_le_mois() -> None:
    site = Site("Hall 3", "Sud", TypeSite.hall, ilot="Îlot nord", logements_approx=8)
    fait = Fait(
        datetime(2026, 11, 30, 21),
        site.id,
        TypeFait.bruit,
        tranche_age=TrancheAge.mixte,
        publics=(Public.adolescents,),
    )
    expose = exposer(fait, site)

    assert expose.lieux == ("Îlot nord", "Sud")
    assert (expose.semaine, expose.mois) == ("2026-S49", "2026-11")
    assert (expose.tranche_age, expose.publics) == (None, ADOS)
