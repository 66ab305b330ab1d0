"""Défaire : chaque geste du sas, d'une alerte ou de tous les faits, rend tout comme avant.

Témoin (vu une fois) : ne pas remettre les passages, ou les étapes, fait échouer presque toutes les
lignes du tableau.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

import pytest

from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, RelectureIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.reunion import Decision
from tat_carnet.domain.vocabulaire import TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.relecture import Dossier, Historique, ajouter_levees

pytestmark = pytest.mark.usefixtures("recits_entiers")

LE: Final = datetime(2026, 11, 18, 21, 30)
JOUR: Final = date(2026, 11, 20)
PLACE: Final = Site("Place du Lavoir", "Rives", TypeSite.place, ilot="Îlot Karim", id="place")
TEXTES: Final = (
    "Enzo dort sur le banc dimanche vers le hall 7.",
    "Enzo pleure encore, 14 ans.",
    "Le banc est cassé place du Lavoir.",
)
DEUIL: Final = Fait(LE, "place", TypeFait.deuil, TexteBrut("Sa mère est partie."), id="deuil")
Geste = Callable[[Dossier[Any]], object]


@pytest.fixture
def dossier(cahier: CahierOuvert) -> Dossier[Any]:
    cahier.save_site(PLACE)
    for rang, texte in enumerate(TEXTES):
        cahier.save_fait(Fait(LE, "place", TypeFait.bruit, TexteBrut(texte), id=f"f{rang}"))
    cahier.save_fait(DEUIL)
    decision = Decision(TexteBrut("Voir Enzo."), TexteBrut("Le bailleur"))
    reunion = Preparation("Veille", JOUR, date(2026, 11, 1), JOUR, "tous", decisions=(decision,))
    return ouvrir_dossier(cahier, reunion)


def rang_de(dossier: Dossier[Any], texte: str) -> int:
    return next(r for r, e in enumerate(dossier.etapes) if e.passage.brut == texte)


def lire(dossier: Dossier[Any], *, sauf: int = -1) -> None:
    for _ in range(3):
        for rang, etape in enumerate(dossier.etapes):
            if rang == sauf:
                continue
            while (attend := etape.passage.prochaine()) is not None:
                etape.passage.accepter(attend)
            dossier.marquer_lue(rang)


def lier(dossier: Dossier[Any]) -> None:
    (lien,) = set(map(id, dossier.relies.depuis(rang_de(dossier, TEXTES[0])).values())) and [
        next(iter(dossier.relies.depuis(rang_de(dossier, TEXTES[0])).values()))
    ]
    dossier.relies.relier(lien)


def sur(texte: str, geste: Callable[[Any], object]) -> Geste:
    return lambda dossier: geste(dossier.etapes[rang_de(dossier, texte)].passage)


def au_rang(texte: str, geste: Callable[[Dossier[Any], int], object]) -> Geste:
    return lambda dossier: geste(dossier, rang_de(dossier, texte))


def prochaine(passage: Any) -> int:
    attend: int = passage.prochaine()
    return attend


def rien(_: Dossier[Any]) -> None:
    """Le dossier tel qu'il s'ouvre."""


UN: Final = TEXTES[0]
GESTES: Final[dict[str, tuple[Geste, Geste]]] = {
    "accepter": (rien, sur(UN, lambda p: p.accepter(prochaine(p)))),
    "reformuler": (rien, sur(UN, lambda p: p.reformuler(prochaine(p), "Kevin, un jeune"))),
    "garder": (rien, sur(UN, lambda p: p.garder(prochaine(p), "un élu"))),
    "plus large": (rien, sur(UN, lambda p: [p.monter(a.rang) for a in p.alertes])),
    "taper": (rien, sur(UN, lambda p: p.modifier("Vu Zorblet et sa mère."))),
    "revoir une alerte": (lire, sur(UN, lambda p: p.rouvrir(0))),
    "la même personne": (lire, lier),
    "ne plus relier": (
        lambda d: (lire(d), lier(d), lire(d)), lambda d: d.relies.delier(["f0", "f1"])
    ),
    "lu, suivant": (rien, au_rang("Voir Enzo.", lambda d, r: (
        d.etapes[r].passage.accepter(0), d.marquer_lue(r)
    ))),
    "le dernier passage": (
        lambda d: lire(d, sauf=rang_de(d, TEXTES[2])),
        au_rang(TEXTES[2], lambda d, r: d.marquer_lue(r)),
    ),
    "laisser de côté": (lire, au_rang(UN, lambda d, r: d.ecarter(r))),
    "reprendre": (
        lambda d: (lire(d), d.ecarter(rang_de(d, UN))),
        au_rang(UN, lambda d, r: d.ecarter(r, ecartee=False)),
    ),
    "laisser des faits de côté": (lire, lambda d: d.ecarter_faits(["f0", "f1", "deuil"])),
    "dire le mois": (lire, lambda d: (
        d.generaliser(["f0", "f1", "f2"], [Pas.mois]), d.premiere_a_faire()
    )),
    "dire l’îlot": (lire, lambda d: (
        d.generaliser(["f0", "f1"], [Pas.ilot]), d.premiere_a_faire()
    )),
    "dire le secteur, taire l’âge": (lire, lambda d: (
        d.generaliser(["f0", "f1", "f2"], [Pas.secteur, Pas.age, Pas.publics]), d.premiere_a_faire()
    )),
    "relire une ligne": (lire, lambda d: d.rouvrir(["f0", "f2"])),
    "n’en dire que la nature": (lire, au_rang(UN, lambda d, r: d.recits.taire(r))),
    "la nature seule, pour tous": (lire, lambda d: d.recits.taire_le_reste()),
    "garder un récit": (lire, au_rang(UN, lambda d, r: d.recits.garder(r, "tous l’ont vu"))),
    "revoir un récit": (
        lambda d: (lire(d), d.recits.garder(rang_de(d, UN), "tous l’ont vu")),
        au_rang(UN, lambda d, r: d.recits.rouvrir(r)),
    ),
    "dire à part": (lire, au_rang(
        "Sa mère est partie.", lambda d, r: d.a_part.dire(r, "le quartier le sait")
    )),
    "rejoindre les autres": (
        lambda d: (lire(d), d.a_part.dire(rang_de(d, "Sa mère est partie."), "tous")),
        au_rang("Sa mère est partie.", lambda d, r: d.a_part.rejoindre(r)),
    ),
    "ramener avec les autres": (
        lambda d: (lire(d), d.a_part.dire(rang_de(d, "Sa mère est partie."), "tous")),
        lambda d: d.generaliser(["deuil"], [Pas.ensemble]),
    ),
    "en dire les mots": (lire, au_rang(
        "Sa mère est partie.", lambda d, r: d.recits.rouvrir(r)
    )),
}  # fmt: skip


def dit(dossier: Dossier[Any]) -> dict[str, Any]:
    """Tout ce que la personne et le document en voient."""
    return {
        "etapes": [
            (e.titre, e.passage.texte, e.passage.alertes, e.lue, e.ecartee, e.tue, e.recit_garde)
            for e in dossier.etapes
        ],
        "masques": dossier.termes_masques(),
        "exposes": dossier.exposes(),
        "relies": dossier.relies.faits(),
        "attendent": dossier.recits.attendent(),
        "gardes": [dossier.recits.motif(rang) for rang in range(len(dossier.etapes))],
        "a part": [dossier.a_part.motif(rang) for rang in range(len(dossier.etapes))],
        "complet": dossier.complet,
        "apercu": dossier.apercu() if dossier.complet else None,
    }


@pytest.mark.parametrize("nom", GESTES)
def test_chaque_geste_se_defait_d_un_coup(dossier: Dossier[Any], nom: str) -> None:
    preparer, geste = GESTES[nom]
    preparer(dossier)
    historique, avant = Historique(dossier), dit(dossier)
    with historique.geste(0):
        geste(dossier)
    assert dit(dossier) != avant, "le geste change quelque chose"

    defait = historique.defaire()
    assert dit(dossier) == avant
    assert defait is not None
    assert defait.passages
    assert historique.defaire() is None


def test_tous_a_la_suite_se_defont_dans_l_ordre(dossier: Dossier[Any]) -> None:
    historique, vus = Historique(dossier), []
    for nom in ("accepter", "taper", "plus large", "lu, suivant", "dire le mois", "dire l’îlot"):
        vus.append(dit(dossier))
        with historique.geste(0):
            GESTES[nom][1](dossier)
        if dit(dossier) == vus[-1]:
            vus.pop()
    assert len(vus) > 3
    while historique:
        historique.defaire()
        assert dit(dossier) == vus.pop()
    assert vus == []


def test_ce_qui_ne_change_rien_n_est_pas_un_geste(dossier: Dossier[Any]) -> None:
    historique = Historique(dossier)
    with historique.geste(0):
        dossier.recits.attendent()
        dossier.exposes()
    assert not historique


def test_un_geste_refuse_ne_change_rien(dossier: Dossier[Any]) -> None:
    historique, avant = Historique(dossier), dit(dossier)
    banc, un = rang_de(dossier, TEXTES[2]), rang_de(dossier, UN)

    def geste() -> None:
        with historique.geste(0):
            dossier.ecarter(banc)
            dossier.marquer_lue(un)

    with pytest.raises(RelectureIncomplete):
        geste()
    assert dit(dossier) == avant
    assert not historique


def test_on_peut_refaire_autrement_apres(dossier: Dossier[Any]) -> None:
    lire(dossier)
    historique = Historique(dossier)
    with historique.geste(0):
        dossier.generaliser(["f0", "f1", "f2"], [Pas.mois])
    historique.defaire()
    with historique.geste(0):
        dossier.generaliser(["f0"], [Pas.secteur])
    lire(dossier)
    assert {e.semaine for e in dossier.exposes()} == {"2026-S47"}
    with pytest.raises(ErreurConnue):
        dossier.recits.exiger_que_tout_soit_decide()


def test_le_cahier_oublie_ce_qu_un_geste_defait_y_avait_retenu(
    cahier: CahierOuvert, dossier: Dossier[Any]
) -> None:
    """Tue ou dite à part, puis retenue, puis défaite : le prochain document ne le croit plus."""
    lire(dossier)
    rang, part = rang_de(dossier, UN), rang_de(dossier, "Sa mère est partie.")
    historique = Historique(dossier)
    with historique.geste(rang):
        dossier.recits.taire(rang)
        dossier.a_part.dire(part, "le quartier le sait")
    ajouter_levees(cahier, dossier.natures.a_retenir(LE) + dossier.a_part.a_retenir(LE))
    historique.defaire()
    retenues = dossier.natures.a_retenir(LE) + dossier.a_part.a_retenir(LE)
    assert [levee.motif.lire() for levee in retenues] == ["en dire les mots", ""]
    assert dossier.a_part.a_retenir(LE) == ()
