"""Le sas de tous les documents : un plan, un dossier, une signature, et rien à côté."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, datetime

import pytest

from signatures import regarder_et_signer
from tat_carnet.documents.interface import Document, Paragraphe
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.relu import TexteRelu
from tat_carnet.domain.sas import EssaiIntrus
from tat_carnet.domain.vocabulaire import Attestation, NatureSource, TypeFait, TypeSite
from tat_carnet.usecases.relecture import Dossier, Plan, Regarde, Relu, Signe, TexteLibre, preparer

INSTANT = datetime(2026, 11, 18, 21, 30)
PLACE = Site("Place du Lavoir", "Aubépines-Haut", TypeSite.place)
SITES = {PLACE.id: PLACE}
CORPS = "Nous demandons la réparation de la porte."
SOLIDES = frozenset({Attestation.observe, Attestation.recoupe, Attestation.atteste})


@dataclass(frozen=True)
class Lettre:
    """Un contenu comme un autre : le sas ne connaît pas ses genres."""

    corps: TexteRelu
    lieux: tuple[TexteRelu, ...]


def assembler(relu: Relu) -> Lettre:
    return Lettre(relu.texte(CORPS), tuple(fait.lieu for fait in relu.faits))


def composer(lettre: Lettre) -> Document:
    return Document("Lettre", (Paragraphe(lettre.corps.texte),))


def plan(*libres: TexteLibre, nom: str = "") -> Plan[Lettre]:
    return Plan(
        GenreDocument.compte_rendu,
        date(2026, 11, 21),
        "le bailleur",
        assembler,
        composer,
        libres or (TexteLibre(CORPS, "Corps", toujours=True),),
        degres=SOLIDES,
        nom=nom,
    )


def fait(degre: Attestation = Attestation.observe, texte: str = "musique forte") -> Fait:
    return Fait(
        INSTANT,
        PLACE.id,
        TypeFait.bruit,
        TexteBrut(texte),
        attestation=degre,
        natures_source=(NatureSource.observation, NatureSource.habitant),
        reunion_le=date(2026, 11, 20),
    )


def lire_tout(dossier: Dossier[Lettre]) -> None:
    for rang in range(len(dossier.etapes)):
        dossier.marquer_lue(rang)


def test_un_contenu_quelconque_passe_le_meme_sas() -> None:
    cite = fait()
    dossier = preparer(plan(), [cite], SITES, frozenset())
    lire_tout(dossier)
    signe = regarder_et_signer(dossier)

    assert signe.contenu.corps.texte == CORPS
    assert [lieu.texte for lieu in signe.contenu.lieux] == ["Place du Lavoir"]
    assert list(signe.document.textes()) == [CORPS]
    assert signe.references == (cite.id,)


@pytest.mark.parametrize("degre", list(Attestation))
def test_un_plan_n_admet_que_ses_degres(degre: Attestation) -> None:
    dossier = preparer(plan(), [fait(degre)], SITES, frozenset())
    etapes = [etape for etape in dossier.etapes if etape.fait is not None]

    assert bool(etapes) == (degre in SOLIDES)
    assert bool(dossier.refuses) == (degre not in SOLIDES)


def test_un_degre_trop_faible_se_dit_par_son_nom() -> None:
    dossier = preparer(plan(), [fait(Attestation.rapporte)], SITES, frozenset())

    assert "«\u202frapporté\u202f»" in dossier.refuses[0][1]


@pytest.mark.parametrize("degre", [Attestation.rumeur, Attestation.infirme])
def test_aucun_plan_n_admet_une_rumeur_ni_un_fait_infirme(degre: Attestation) -> None:
    large = replace(plan(), degres=frozenset(Attestation))
    dossier = preparer(large, [fait(degre)], SITES, frozenset())

    assert [refuse.attestation for refuse, _ in dossier.refuses] == [degre]


def test_un_texte_a_toujours_lire_attend_meme_sans_alerte() -> None:
    dossier = preparer(plan(), [], SITES, frozenset())
    assert [etape.titre for etape in dossier.etapes] == ["Corps"]
    assert not dossier.complet


def test_un_texte_vide_ou_sans_alerte_ne_fait_pas_perdre_de_temps() -> None:
    textes = (TexteLibre(CORPS, "Corps"), TexteLibre("  ", "PS", toujours=True))
    assert preparer(plan(*textes), [], SITES, frozenset()).etapes == []


def test_un_texte_tape_deux_fois_se_lit_une_fois() -> None:
    textes = (
        TexteLibre(CORPS, "Corps", toujours=True),
        TexteLibre("Vu Karim", "Suites"),
        TexteLibre(CORPS, "Rappel", toujours=True),
    )
    dossier = preparer(plan(*textes), [], SITES, frozenset())

    assert [etape.titre for etape in dossier.etapes] == ["Corps", "Suites"]


@pytest.mark.parametrize(
    ("nom", "attendu"),
    [("", "compte-rendu-2026-11-21"), ("courrier-2026-014", "courrier-2026-014")],
)
def test_le_fichier_a_un_nom_neutre(nom: str, attendu: str) -> None:
    assert plan(nom=nom).nom_de_fichier == attendu


def test_une_signature_ne_se_contrefait_ni_ne_se_reporte() -> None:
    dossier = preparer(plan(), [], SITES, frozenset())
    lire_tout(dossier)
    signe = regarder_et_signer(dossier)
    valeurs = {champ.name: getattr(signe, champ.name) for champ in fields(signe)}

    with pytest.raises(TypeError, match="Seul le sas"):
        Signe(**valeurs, cachet=object())  # type: ignore[arg-type]
    with pytest.raises((TypeError, ValueError)):
        replace(signe, document=Document("Autre", ()))


def essai(
    genre: GenreDocument = GenreDocument.compte_rendu, *, reconnu: bool = False
) -> EssaiIntrus:
    return EssaiIntrus(INSTANT, genre, False, reconnu, False)


def test_sans_regard_rien_ne_se_signe() -> None:
    """Témoin : `signer` sans exiger de regard fait échouer l'essai (vu une fois)."""
    dossier = preparer(plan(), [fait()], SITES, frozenset())
    lire_tout(dossier)

    with pytest.raises(SortieRefusee, match="test de l’intrus"):
        dossier.signer()
    assert dossier.signer(dossier.regarder(dossier.apercu(), essai()))


def test_qui_reconnaitrait_quelqu_un_ne_signe_pas() -> None:
    dossier = preparer(plan(), [], SITES, frozenset())
    lire_tout(dossier)

    with pytest.raises(SortieRefusee, match="serait reconnu"):
        dossier.regarder(dossier.apercu(), essai(reconnu=True))
    with pytest.raises(SortieRefusee, match="a changé"):
        dossier.regarder(dossier.apercu(), essai(GenreDocument.vignette))


def test_un_regard_ne_vaut_que_pour_le_document_regarde() -> None:
    """Témoin : oublier de comparer les documents laissait passer le second (vu une fois)."""
    cite = fait()
    dossier = preparer(plan(), [cite], SITES, frozenset())
    lire_tout(dossier)
    vu = dossier.apercu()
    regard = dossier.regarder(vu, essai())

    dossier.etapes[0].passage.modifier("Nous demandons tout autre chose.")
    lire_tout(dossier)
    with pytest.raises(SortieRefusee, match="a changé"):
        dossier.signer(regard)
    with pytest.raises(SortieRefusee, match="a changé"):
        dossier.regarder(vu, essai())


def test_un_regard_ne_se_fabrique_pas() -> None:
    with pytest.raises(TypeError, match="Seul le sas"):
        Regarde(Document("Lettre", ()), cachet=object())  # type: ignore[arg-type]


def test_un_plan_sur_le_quartier_ne_s_exempte_pas() -> None:
    with pytest.raises(ValueError, match="se regarde toujours"):
        replace(plan(), sans_regard="parce que")

    structure = TexteLibre("Accueil de jour", "Fiche", structure=True)
    exempte = replace(
        plan(structure),
        sans_regard="des structures seules",
        assembler=lambda relu: Lettre(relu.texte(structure.texte), ()),
    )
    sans_fait = preparer(exempte, [], SITES, frozenset())
    assert sans_fait.signer().document
    avec_fait = preparer(exempte, [fait()], SITES, frozenset())
    lire_tout(avec_fait)
    with pytest.raises(SortieRefusee, match="test de l’intrus"):
        avec_fait.signer()


def test_le_materiel_d_une_trace_est_a_lire_meme_sans_alerte() -> None:
    trace = replace(fait(), type=TypeFait.dechets, materiel="deux bonbonnes")
    dossier = preparer(plan(), [trace], SITES, frozenset())

    assert [etape.precision for etape in dossier.etapes[1:]] == ["observé", "observé, matériel"]
    assert dossier.rang_du_texte("Matériel\u202f: deux bonbonnes") == 2
    assert dossier.rang_du_texte("rien de tel") is None
