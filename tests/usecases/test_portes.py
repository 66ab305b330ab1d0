"""Tout texte tapé qui peut atteindre un document passe par la même porte : s'il raconte, il attend.

Le tableau nomme chaque champ relu de `domain` ; un champ de plus, oublié ici, fait tomber l'essai,
et un champ que rien ne remplit ici aussi.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from importlib import import_module
from typing import Any, Final, get_type_hints

import pytest

from tat_carnet import domain
from tat_carnet.anonymisation.recit import RecitDeFait
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.documents.rectificatifs import composer_rectificatif
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Demande
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.relu import TexteRelu
from tat_carnet.domain.reunion import Decision
from tat_carnet.domain.vocabulaire import Attestation, Profil, TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.cahier_papier import Demande as DemandePapier
from tat_carnet.usecases.cahier_papier import ouvrir_papier
from tat_carnet.usecases.compte_rendu import Preparation, preparer_dossier
from tat_carnet.usecases.courriers.registre import enregistrer
from tat_carnet.usecases.courriers.relire import ouvrir_courrier
from tat_carnet.usecases.note_synthese import NotePreparee, ouvrir_note
from tat_carnet.usecases.rectificatifs import DocumentCitant, _assembler
from tat_carnet.usecases.relecture import Dossier, Plan, TexteLibre, ouvrir
from tat_carnet.usecases.vignette import PreparationVignette, ouvrir_vignette
from usecases.courriers.aides import ENTETE, JEUDI, courrier, remplir

JOUR: Final = JEUDI.date()
AVANT: Final = JOUR - timedelta(days=10)

RACONTENT: Final = {
    "CompteRendu": "instance structures suites questions alertes lieu ordre_du_jour",
    "CourrierRelu": "objet effets disponibilite pieces rectification",
    "DecisionRelue": "quoi structure",
    "DecisionSuivie": "suite",
    "DemandeRelue": "texte",
    "DementiRelu": "lieu texte",
    "EnteteRelu": "presentation signature",
    "FaitRelu": "lieu libelle_type formulation materiel",
    "NoteSynthese": "objet constats analyse options proposition",
    "Rectificatif": "mot",
    "Vignette": "recit retenu",
}
"""Ce qui peut raconter quelqu'un, et se décide alors."""
STRUCTURES: Final = {
    "CourrierRelu": "copies",
    "DestinataireRelu": "lignes",
    "EnteteRelu": "expediteur ville",
    "StructureRelue": (
        "nom fonction telephone courriel adresse territoire conditions horaires attentes limites"
    ),
}
"""Ce qu'une structure dit d'elle : « reçoit une femme seule » n'est personne. Un nom s'y arrête."""
SANS_MOTS: Final = {
    "CourrierRelu": "modele reference",
    "DecisionSuivie": "depuis",
    "DementiRelu": "reference semaine",
    "FaitRelu": "reference semaine signale_le ramasse_le",
    "NatureRelue": "reference",
    "Precedent": "reference",
}
"""Les seules chaînes que personne n'a tapées : des codes et des périodes."""


def paires(tableau: dict[str, str]) -> set[tuple[str, str]]:
    return {(classe, champ) for classe, champs in tableau.items() for champ in champs.split()}


def champs_de(genre: type) -> set[tuple[str, str]]:
    """Chaque champ d'un contenu relu qui porte ce type, seul ou dans une suite."""
    trouves = set()
    for info in pkgutil.iter_modules(domain.__path__):
        module = import_module(f"{domain.__name__}.{info.name}")
        if TexteRelu not in vars(module).values():
            continue
        for classe in vars(module).values():
            if isinstance(classe, type) and is_dataclass(classe) and classe is not TexteRelu:
                for nom, dit in get_type_hints(classe).items():
                    if genre in (dit, *getattr(dit, "__args__", ())):
                        trouves.add((classe.__name__, nom))
    return trouves


def test_chaque_texte_qui_sort_a_sa_porte_et_rien_d_autre_n_est_une_chaine() -> None:
    """Témoin (vu une fois) : « materiel » ôté du tableau, ou tapé `str` dans `FaitRelu`."""
    assert champs_de(TexteRelu) == paires(RACONTENT) | paires(STRUCTURES)
    dites = {(classe, champ) for classe, champ in champs_de(str) if classe != "Logo"}
    assert dites == paires(SANS_MOTS)


MOTS: Final = iter(
    f"Un jeune {verbe} {ou} {quand}."
    for verbe in ("dort", "mange", "chante", "attend", "lit", "joue", "travaille", "pleure")
    for ou in ("là", "dehors", "dedans", "ailleurs", "dessous", "devant", "derrière", "autour")
    for quand in ("encore", "souvent", "longtemps", "parfois", "seul", "toujours")
)


def mots() -> str:
    """Une phrase qui raconte quelqu'un, et qui ne sert qu'une fois."""
    return next(MOTS)


PLACE: Final = Site("Banc où dort une dame", "Coin où vit un jeune", TypeSite.place, id="p")
FAIT: Final = Fait(
    JEUDI, "p", TypeFait.autre, TexteBrut(f"{mots()} Le banc est cassé."), libelle_autre=mots(),
    materiel=f"{mots()} Une chaise.", id="f",
    attestation=Attestation.atteste, reunion_le=JOUR,
)  # fmt: skip
INFIRME: Final = replace(FAIT, id="i", attestation=Attestation.infirme)


def decision() -> Decision:
    return Decision(TexteBrut(mots()), TexteBrut(mots()), suite=TexteBrut(mots()))


def compte_rendu(cahier: CahierOuvert, profil: Profil) -> Dossier[Any]:
    preparation = Preparation(
        mots(), JOUR, AVANT, JOUR, "l’instance", (mots(),), (mots(),), (mots(),), (decision(),),
        (mots(),), dementis=True, lieu=mots(), ordre_du_jour=(mots(),), profil=profil,
        rappels=((AVANT, decision()),),
    )  # fmt: skip
    effort = cahier.effort(AVANT, JOUR)
    return preparer_dossier(preparation, (FAIT, INFIRME), {"p": PLACE}, effort, frozenset())


def note(cahier: CahierOuvert) -> Dossier[Any]:
    textes = [(mots(),) for _ in range(3)]
    return ouvrir_note(cahier, NotePreparee(mots(), "la ville", AVANT, JOUR, *textes, mots()), JOUR)


def avec_entete(cahier: CahierOuvert) -> None:
    remplir(cahier)
    cahier.save_entete(replace(ENTETE, presentation=mots(), signature=mots()))


def lettre(cahier: CahierOuvert) -> Dossier[Any]:
    avec_entete(cahier)
    ecrite = courrier(
        faits=("f",), objet=mots(), effets=mots(), disponibilite=mots(), pieces=(mots(),),
        demandes=(Demande(mots(), JOUR + timedelta(days=7)),),
    )  # fmt: skip
    return ouvrir_courrier(cahier, enregistrer(cahier, ecrite, JEUDI), JEUDI)


def rectificatif_de_lettre(cahier: CahierOuvert) -> Dossier[Any]:
    avec_entete(cahier)
    enregistrer(cahier, courrier(), JEUDI)
    rectifie = courrier(id="c2", faits=(), rectifie="c1", objet=mots(), effets=mots(), demandes=())
    return ouvrir_courrier(cahier, enregistrer(cahier, rectifie, JEUDI), JEUDI)


def rectificatif(cahier: CahierOuvert) -> Dossier[Any]:
    mot, citant = mots(), DocumentCitant(GenreDocument.compte_rendu, JEUDI, "la ville", (INFIRME,))
    plan: Plan[Any] = Plan(
        GenreDocument.rectificatif, JOUR, "la ville", composer=composer_rectificatif, dementis=True,
        assembler=lambda relu: _assembler(citant, mot, JOUR, relu), profil=Profil.institution,
        libres=(TexteLibre(mot, "Ce que nous ajoutons", toujours=True),),
    )  # fmt: skip
    return ouvrir(cahier, plan, [INFIRME])


def vignette(cahier: CahierOuvert) -> Dossier[Any]:
    return ouvrir_vignette(cahier, PreparationVignette("tous", mots(), mots()), JOUR)


def papier(cahier: CahierOuvert) -> Dossier[Any]:
    return ouvrir_papier(cahier, DemandePapier(AVANT, JOUR, "l’équipe"), JOUR)


DOCUMENTS: Final[dict[str, Callable[[CahierOuvert], Dossier[Any]]]] = {
    **{profil.name: lambda c, p=profil: compte_rendu(c, p) for profil in list(Profil)[:3]},
    **{
        f.__name__: f
        for f in (note, lettre, rectificatif_de_lettre, rectificatif, vignette, papier)
    },
}


def relus(contenu: Any) -> Iterator[tuple[tuple[str, str], str]]:
    """Chaque texte relu d'un contenu assemblé, et le champ qui le porte."""
    for champ in fields(contenu):
        valeur = getattr(contenu, champ.name)
        for un in valeur if isinstance(valeur, tuple) else (valeur,):
            if isinstance(un, TexteRelu):
                yield (type(contenu).__name__, champ.name), un.texte
            elif is_dataclass(un):
                yield from relus(un)


@pytest.fixture
def garni(cahier: CahierOuvert) -> CahierOuvert:
    cahier.save_site(PLACE)
    cahier.save_fait(FAIT)
    return cahier


def dits(dossier: Dossier[Any]) -> list[tuple[tuple[str, str], str]]:
    """Ce que dirait le document, toute alerte acceptée ; un démenti dit ce qu'on y écrit."""
    for etape in dossier.etapes:
        if "démenti" in etape.precision:
            etape.passage.modifier(mots())
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
    return list(relus(dossier.plan.assembler(dossier._relu())))


@pytest.mark.parametrize("ouvrir_le_document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_tout_texte_tape_qui_raconte_attend_une_decision(
    garni: CahierOuvert, ouvrir_le_document: Callable[[CahierOuvert], Dossier[Any]]
) -> None:
    """Témoins (vus une fois) : sans `se_lit` pour un fait, le libellé d'un « autre » sortait ; sans
    lui pour un lieu, « Banc où dort une dame » aussi.
    """
    dossier = ouvrir_le_document(garni)
    lus = dits(dossier)
    attendent = {dossier.etapes[rang].passage.texte.strip() for rang in dossier.recits.attendent()}

    a_decider = [
        (champ, texte) for champ, texte in lus if champ in paires(RACONTENT) and "jeune" in texte
    ]
    assert [paire for paire in a_decider if paire[1] not in attendent] == []


@pytest.mark.parametrize("ouvrir_le_document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_aucune_phrase_d_un_fait_ou_quelqu_un_se_tient_ne_passe_aucune_porte(
    garni: CahierOuvert, ouvrir_le_document: Callable[[CahierOuvert], Dossier[Any]]
) -> None:
    """Ce qui reste dehors n'est à décider nulle part, et n'est écrit nulle part.

    Témoin (vu une fois) : `RecitDeFait._partir` sans ses coupes, toutes les portes des faits.
    """
    dossier = ouvrir_le_document(garni)
    du_fait = {texte.split(".")[0] for texte in (FAIT.texte_brut.lire(), FAIT.materiel)}
    lus = dits(dossier)

    assert [paire for paire in lus if any(phrase in paire[1] for phrase in du_fait)] == []
    attendent = [dossier.etapes[rang].passage for rang in dossier.recits.attendent()]
    assert not any(isinstance(passage, RecitDeFait) for passage in attendent)


def test_aucun_champ_du_tableau_n_est_oublie_par_ces_documents(garni: CahierOuvert) -> None:
    vus = {
        champ for ouvrir_un in DOCUMENTS.values() for champ, dit in dits(ouvrir_un(garni)) if dit
    }
    assert paires(RACONTENT) <= vus


@pytest.mark.parametrize(
    ("nom", "raconte"),
    [
        ("Hall où dort un jeune", True),
        ("Chez la dame au chien", True),
        ("Rue de la Dame-Blanche", False),
        ("Le petit square", False),
        ("Square de l’Enfant", False),
    ],
)
def test_un_nom_de_lieu_ne_raconte_que_s_il_dit_quelqu_un(
    cahier: CahierOuvert, nom: str, raconte: bool
) -> None:
    cahier.save_site(replace(PLACE, libelle_public=nom, secteur="Nord"))
    cahier.save_fait(replace(FAIT, libelle_autre="Banc", materiel="", texte_brut=TexteBrut("Usé.")))
    dossier = papier(cahier)
    attendent = {dossier.etapes[rang].passage.brut for rang in dossier.recits.attendent()}
    assert attendent == ({nom} if raconte else set())


def test_un_ilot_et_un_secteur_qui_nomment_quelqu_un_s_arretent_quand_on_les_dit(
    cahier: CahierOuvert,
) -> None:
    """Témoin (vu une fois) : dits comme des mots de l'application, « Karim » sortait tel quel."""
    cahier.save_site(replace(PLACE, libelle_public="Place", ilot="Chez Karim", secteur="Les Rives"))
    fait = replace(FAIT, type=TypeFait.bruit, libelle_autre="", materiel="")
    cahier.save_fait(replace(fait, texte_brut=TexteBrut("Usé.")))
    dossier = papier(cahier)
    dossier.marquer_lue(0)
    assert dossier.complet

    dossier.generaliser(["f"], [Pas.ilot])
    dossier.marquer_lue(0)
    assert dossier.premiere_a_faire() == 1
    assert dossier.etapes[1].titre == "Nom d’un lieu"
    dossier.etapes[1].passage.accepter(0)
    dossier.marquer_lue(1)
    (fait_relu,) = dossier.plan.assembler(dossier._relu()).faits
    assert fait_relu.lieu.texte == "Un lieu du secteur Les Rives"
    assert fait_relu.lieu_tu
