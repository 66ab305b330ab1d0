"""Un terme de la liste de masquage, dans n'importe quel champ qui sort, n'atteint aucun document.

Les champs sont ceux que `field_policy` laisse sortir ; les documents, tous ceux que l'application
sait écrire. Le même mot, hors de la liste, y paraît : c'est le témoin de chaque champ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signatures import regarder_et_signer
from tat_carnet.anonymisation import publics
from tat_carnet.anonymisation.field_policy import SORTS, Sort
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Courrier, Demande
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.errors import ErreurConnue, SortieRefusee
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FormatDocument
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.reunion import Decision, Reunion
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import Attestation, TypeFait
from tat_carnet.store.cahier import CahierOuvert, open_demo
from tat_carnet.usecases.annuaire.imprimer import exporter_annuaire, imprimer_livret
from tat_carnet.usecases.cahier_papier import Demande as DemandePapier
from tat_carnet.usecases.cahier_papier import ouvrir_papier
from tat_carnet.usecases.compte_rendu import ouvrir_dossier
from tat_carnet.usecases.courriers.registre import enregistrer as ecrire_courrier
from tat_carnet.usecases.courriers.relire import ouvrir_courrier
from tat_carnet.usecases.exporter import exporter
from tat_carnet.usecases.note_synthese import NotePreparee, ouvrir_note
from tat_carnet.usecases.relecture import Dossier
from tat_carnet.usecases.reunions import preparation_de
from tat_carnet.usecases.vignette import ouvrir_vignette, proposer_preparation
from usecases.courriers.aides import BAILLEUR, ENTETE, JEUDI, PLACE, courrier, fait, remplir
from usecases.test_terme_jusqu_au_fichier import ecritures, lu, nu

JOUR: Final = JEUDI.date()
AVANT: Final = JOUR - timedelta(days=10)
TEMOIN: Final = "guirlande"
"""Un mot qui ne nomme personne, à la place où le terme viendrait."""

ENTITES: Final[dict[type, Any]] = {
    Site: PLACE,
    Fait: fait(
        "f", "Le banc est cassé.", type=TypeFait.autre, libelle_autre="Banc cassé",
        attestation=Attestation.atteste, materiel="des vis",
    ),
    Partenaire: replace(BAILLEUR, territoire="Nord", horaires="le matin"),
    Entete: ENTETE,
    Courrier: courrier(faits=("f",), objet="Réparations", disponibilite="Nous restons là."),
    Decision: Decision(
        TexteBrut("Réparer le banc."), TexteBrut("Le bailleur"), suite=TexteBrut("Réparé.")
    ),
    Reunion: Reunion("Instance de veille", JOUR),
    EtapeSituation: EtapeSituation(JOUR, TexteBrut("Premier rendez-vous.")),
    Situation: Situation("S1", JOUR),
}  # fmt: skip
SANS_MOTS: Final = {
    (Fait, "id"), (Fait, "formulation"), (Partenaire, "confirmes"), (Courrier, "reference"),
    (Courrier, "copies"), (Courrier, "faits"), (Courrier, "destinataire_id"), (Fait, "site_id"),
    (Courrier, "relance_de"), (Courrier, "rectifie"), (Situation, "faits"), (Entete, "siret"),
}  # fmt: skip
"""Des identifiants, des codes, des chiffres ; et une formulation, qui se relit comme une saisie."""
TEXTES: Final = (str, TexteBrut, tuple[str, ...], str | None)


def champs_qui_sortent() -> list[tuple[type, str]]:
    """Chaque champ tapé dont le sort n'est pas d'être jeté."""
    return [
        (entite, champ.name)
        for entite in ENTITES
        for champ in fields(entite)
        if SORTS[entite][champ.name] is not Sort.jeter
        and get_type_hints(entite)[champ.name] in TEXTES
        and (entite, champ.name) not in SANS_MOTS
    ]


CHAMPS: Final = champs_qui_sortent()
NOMS: Final = [f"{entite.__name__}.{champ}" for entite, champ in CHAMPS]


def monde(cahier: CahierOuvert, ou: tuple[type, str], mot: str) -> dict[type, Any]:
    """Un cahier où ce champ dit ce mot, au milieu des siens."""
    entite, champ = ou
    type_, avant = get_type_hints(entite)[champ], getattr(ENTITES[entite], champ)
    lignes = avant.lire() if isinstance(avant, TexteBrut) else " ".join(avant or ())
    dit = f"{avant if isinstance(avant, str) else lignes} {mot} ici".strip()
    dit = {
        "courriel": f"accueil-{mot}@mairie.example", "telephone": f"01 99 00 10 20 {mot}",
    }.get(champ, dit)  # fmt: skip
    valeur = TexteBrut(dit) if type_ is TexteBrut else dit
    dits = {**ENTITES, entite: replace(ENTITES[entite], **{
        champ: (dit,) if type_ == tuple[str, ...] else valeur
    })}  # fmt: skip
    remplir(cahier)
    cahier.save_site(dits[Site])
    cahier.save_fait(dits[Fait])
    cahier.save_partenaires([dits[Partenaire]])
    cahier.save_entete(dits[Entete])
    reunion = replace(dits[Reunion], decisions=(dits[Decision],))
    for tenue in (reunion, replace(reunion, id="avant", tenue_le=AVANT)):
        cahier.save_reunion(tenue)
    ecrit = replace(dits[Courrier], demandes=(Demande("Réparer.", JOUR + timedelta(days=7)),))
    situation = replace(dits[Situation], etapes=(dits[EtapeSituation],))
    return {**dits, Reunion: reunion, Courrier: ecrit, Situation: situation}


def au(pas: Pas) -> Callable[[CahierOuvert, dict[type, Any]], Dossier[Any]]:
    """Un compte-rendu qui ne dit plus que l'îlot, ou le secteur."""

    def dossier(cahier: CahierOuvert, dits: dict[type, Any]) -> Dossier[Any]:
        pret = DOSSIERS["compte-rendu"](cahier, dits)
        pret.generaliser(["f"], [pas])
        pret.premiere_a_faire()
        return pret

    return dossier


def note(cahier: CahierOuvert, _: dict[type, Any]) -> Dossier[Any]:
    return ouvrir_note(
        cahier, NotePreparee("Le banc", "la ville", AVANT, JOUR, (), (), (), "Réparer."), JOUR
    )


def vignette(cahier: CahierOuvert, dits: dict[type, Any]) -> Dossier[Any]:
    """Comme redite : d'autres mots que ceux des notes, sans quoi elle ne se signe pas."""
    preparation = proposer_preparation(dits[Situation])
    redite = replace(preparation, destinataire="tous", retenu="Rien.", notes="")
    return ouvrir_vignette(cahier, redite, JOUR)


DOSSIERS: Final[dict[str, Callable[[CahierOuvert, dict[type, Any]], Dossier[Any]]]] = {
    "compte-rendu": lambda c, m: ouvrir_dossier(
        c, preparation_de(m[Reunion], c.reunions(), "la ville")
    ),
    "îlot": au(Pas.ilot),
    "secteur": au(Pas.secteur),
    "note": note,
    "papier": lambda c, _: ouvrir_papier(c, DemandePapier(AVANT, JOUR, "l’équipe"), JOUR),
    "lettre": lambda c, m: ouvrir_courrier(c, ecrire_courrier(c, m[Courrier], JEUDI), JEUDI),
    "vignette": lambda c, m: ouvrir_vignette(
        c,
        replace(proposer_preparation(m[Situation]), destinataire="tous", retenu="Rien.", notes=""),
        JOUR,
    ),
}
LISTES: Final = ("livret", "csv", "vcf")
GENRES: Final[dict[type, tuple[str, ...]]] = {
    Site: ("compte-rendu", "îlot", "secteur", "note", "papier", "lettre"),
    Fait: ("compte-rendu", "note", "papier", "lettre"),
    Partenaire: ("lettre", *LISTES),
    Entete: ("lettre",),
    Courrier: ("lettre",),
    Decision: ("compte-rendu",),
    Reunion: ("compte-rendu",),
    EtapeSituation: ("vignette",),
}
"""Les documents où chaque entité peut se dire."""


def ecrire(cahier: CahierOuvert, genre: str, dits: dict[type, Any], chemin: Path) -> FormatDocument:
    """Fait sortir ce document, toute alerte acceptée ; rend son format, ou lève son refus."""
    if genre == "livret":
        imprimer_livret(cahier, chemin, JEUDI)
        return FormatDocument.pdf
    if genre in ("csv", "vcf"):
        exporter_annuaire(cahier, FormatDocument(genre), chemin, JEUDI)
        return FormatDocument(genre)
    dossier = DOSSIERS[genre](cahier, dits)
    for _ in range(3):
        for rang, etape in enumerate(dossier.etapes):
            while (attend := etape.passage.prochaine()) is not None:
                etape.passage.accepter(attend)
            dossier.marquer_lue(rang)
    format_ = FormatDocument.pdf if genre == "papier" else FormatDocument.odt
    signe = regarder_et_signer(dossier)
    exporter(signe, format_, chemin, cahier=cahier, maintenant=JEUDI)
    return format_


def sorties(cahier: CahierOuvert, entite: type, dits: dict[type, Any]) -> Iterator[tuple[str, str]]:
    """Ce que dit de cette entité chaque document qui sort, par genre."""
    with TemporaryDirectory() as ici:
        for genre in GENRES[entite]:
            chemin = Path(ici) / genre
            try:
                format_ = ecrire(cahier, genre, dits, chemin)
            except ErreurConnue:
                assert not chemin.exists()
            else:
                yield genre, lu(chemin.read_bytes(), format_)


@pytest.fixture(scope="module")
def dossier_d_essai(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("liste")


@pytest.mark.parametrize("ou", CHAMPS, ids=NOMS)
def test_un_terme_de_la_liste_ne_sort_par_aucun_champ(dossier_d_essai: Path, ou: Any) -> None:
    """Témoins (vus une fois) : sans la liste, chaque champ dit le mot quelque part ; un nom public
    qui excuse de nouveau un terme de la liste, et il sort par le lieu, l'adresse, l'en-tête.
    """
    cahier = open_demo(dossier_d_essai)
    dits = monde(cahier, ou, TEMOIN)
    avant = [genre for genre, texte in sorties(cahier, ou[0], dits) if nu(TEMOIN) in texte]
    cahier.add_termes_masquage([TEMOIN])
    apres = [genre for genre, texte in sorties(cahier, ou[0], dits) if nu(TEMOIN) in texte]
    cahier.close()

    assert avant
    assert apres == []


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(CHAMPS), ecritures())
def test_de_quelque_facon_qu_il_s_ecrive(
    dossier_d_essai: Path, ou: tuple[type, str], ecriture: tuple[str, str]
) -> None:
    terme, ecrit = ecriture
    cahier = open_demo(dossier_d_essai)
    dits = monde(cahier, ou, ecrit)
    cahier.add_termes_masquage([terme])
    for genre, texte in sorties(cahier, ou[0], dits):
        for mot in terme.split():
            assert nu(mot) not in texte, (genre, ou)
    cahier.close()


def test_la_contre_lecture_cherche_aussi_ce_que_rien_n_a_masque(
    dossier_d_essai: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Le dernier mur : le repérage aveugle à la liste, l'adresse de la lettre la dirait."""
    monkeypatch.setattr(publics, "_est_liste", lambda _: False)
    cahier = open_demo(dossier_d_essai)
    dits = monde(cahier, (Partenaire, "adresse"), "Zorblet")
    cahier.add_termes_masquage(["Zorblet"])
    chemin = dossier_d_essai / "lettre"
    with pytest.raises(SortieRefusee, match="devait rester masqué"):
        ecrire(cahier, "lettre", dits, chemin)
    assert not chemin.exists()
    cahier.close()
