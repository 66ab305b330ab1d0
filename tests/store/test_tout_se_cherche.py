"""Tout texte libre se cherche, ou dit pourquoi non : par le début, en entier, avec une faute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest

from canaris_du_cahier import COURRIER, POSES, REUNION, STRUCTURE, remplir
from store.aides import LE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.partenaire import Echange
from tat_carnet.domain.reunion import Decision
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import Besoin, Moment
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.store.full_text import INDEXES
from tat_carnet.store.mots import Tolerance
from tat_carnet.store.trouvailles import _INDEXED

NE_SE_CHERCHENT_PAS: Final = {
    "ChangementAttestation.motif": "se lit dans l’histoire du fait, que l’on trouve",
    "Levee.motif": "se lit à la relecture du fait",
    "Levee.passage": "se lit à la relecture du fait",
    "FaitJete.fait": "à la corbeille : rien de ce qui cherche ne l’y trouve",
    "brouillon": "pas encore noté ; l’accueil y ramène",
    "terme de la liste": "la liste de masquage se cherche chez elle",
    "mot ajouté": "le dictionnaire n’est pas une note",
    "FiltreGarde.nom": "une recherche gardée est à portée de la recherche",
    "Filtre.texte": "une recherche gardée est à portée de la recherche",
    "LigneJournal.destinataire": "le journal des sorties a sa recherche",
    "Suspension.motif": "une réquisition se lit sur son écran",
    **{
        f"Entete.{champ}": "l’en-tête des lettres est un réglage"
        for champ in (
            "association", "adresse", "siret", "contact", "ville", "presentation", "signature"
        )
    },
}  # fmt: skip
"""Les champs où l'on écrit sans qu'une recherche y mène, et pourquoi."""


def se_trouve(cahier: CahierOuvert, mot: str) -> bool:
    return bool(cahier.trouver(mot) or cahier.count_faits(Filtre(texte=mot)))


def test_tout_champ_ou_l_on_ecrit_se_cherche_ou_dit_pourquoi_non(
    cahier: CahierOuvert, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Un canari par champ : un champ de plus est essayé sans qu'on y pense. Sans pardonner de
    faute : à une lettre près, un canari en est un autre.

    Contrôle positif, vu échouer : les index d'avant le schéma 11 (pièces, disponibilité, échanges,
    structures réunies).
    """
    monkeypatch.setattr(Tolerance, "choices", lambda _self, terme, *_: [terme])
    remplir(cahier)

    muets = {champ for champ, mot in POSES.items() if not se_trouve(cahier, mot)}
    assert muets == set(NE_SE_CHERCHENT_PAS)


def test_chaque_index_sert_a_une_recherche(cahier: CahierOuvert) -> None:
    """Un nom qu'on indexe sans l'inscrire à `SOURCES` ne se trouverait pas."""
    indexees = {name.removesuffix("_index") for (name,) in cahier._base.rows(INDEXES)}

    assert indexees == {"fait", *_INDEXED}


TEXTE: Final = "Éclairage du préau réparé"


def _lettre(**champs: object) -> Callable[[CahierOuvert], None]:
    def ecrire(cahier: CahierOuvert) -> None:
        cahier.save_partenaires([STRUCTURE])
        cahier.save_courrier(replace(COURRIER, **{"objet": "", **champs}))  # type: ignore[arg-type]

    return ecrire


def _fiche(**champs: str) -> Callable[[CahierOuvert], None]:
    return lambda cahier: cahier.save_partenaires([replace(STRUCTURE, **champs)])  # type: ignore[arg-type]


def _echange(**champs: TexteBrut) -> Callable[[CahierOuvert], None]:
    def ecrire(cahier: CahierOuvert) -> None:
        cahier.save_partenaires([STRUCTURE])
        cahier.save_echange(Echange(STRUCTURE.id, LE.date(), **champs))

    return ecrire


def _reunion(**champs: object) -> Callable[[CahierOuvert], None]:
    return lambda cahier: cahier.save_reunion(replace(REUNION, **champs))  # type: ignore[arg-type]


def _fait(cahier: CahierOuvert) -> None:
    lieu = site()
    cahier.save_site(lieu)
    cahier.save_fait(fait(lieu, TEXTE))


def _formulation(cahier: CahierOuvert) -> None:
    lieu = site()
    cahier.save_site(lieu)
    cahier.save_fait(fait(lieu).relu(TEXTE, LE))


BRUT: Final = TexteBrut(TEXTE)
NOMS: Final[dict[str, Callable[[CahierOuvert], None]]] = {
    "fait": _fait,
    "formulation d’un fait": _formulation,
    "lieu": lambda c: c.save_site(site(TEXTE)),
    "tournée": lambda c: c.save_tournee(Tournee(LE.date(), Moment.nuit, "Sud", note=BRUT)),
    "étape": lambda c: c.save_situation(
        Situation(
            "S-1", LE.date(), besoins=(Besoin.sante,), etapes=(EtapeSituation(LE.date(), BRUT),)
        )
    ),
    "échéance": lambda c: c.save_echeance(Echeance(LE.date(), quoi=BRUT)),
    "objet de courrier": _lettre(objet=TEXTE),
    "pièce jointe": _lettre(pieces=(TEXTE,)),
    "disponibilité": _lettre(disponibilite=TEXTE),
    "réunion": _reunion(echanges=BRUT),
    "structure réunie": _reunion(structures=(TEXTE,)),
    "décision": _reunion(decisions=(Decision(BRUT),)),
    "structure": _fiche(nom=TEXTE),
    "horaires": _fiche(horaires=TEXTE),
    "limites": _fiche(limites=TEXTE),
    "échange": _echange(objet=BRUT),
    "suite d’un échange": _echange(suite=BRUT),
}
"""Un nom du métier, écrit avec `TEXTE`."""


@pytest.mark.parametrize("nom", NOMS)
@pytest.mark.parametrize(
    ("facon", "tape"),
    [
        ("par le début", "eclairage prea"),
        ("sans accents", "ECLAIRAGE preau"),
        ("en une suite", '"du préau réparé"'),
        ("avec une faute", "écliarage"),
        ("avec deux, dans un mot long", "éclaiirrage"),
    ],
)
def test_chaque_nom_se_cherche_de_chaque_facon(
    cahier: CahierOuvert, nom: str, facon: str, tape: str
) -> None:
    NOMS[nom](cahier)

    assert cahier.count_faits(Filtre(texte=tape, tolerant=True)) or cahier.trouver(tape), facon
    assert not cahier.trouver('"réparé du préau"')
    cahier.verify()
