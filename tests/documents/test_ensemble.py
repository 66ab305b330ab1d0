"""Ce qui se dit ensemble : des natures, jamais un nombre qui se soustraie (décision 0032)."""

from __future__ import annotations

from dataclasses import replace

from documents.exemples import compte_rendu, fait_relu, natures, periode
from documents.lettres import courrier
from documents.test_cahier_papier import cahier
from tat_carnet.documents import cahier_papier
from tat_carnet.documents.comptes_rendus import composer
from tat_carnet.documents.courriers import composer as composer_lettre
from tat_carnet.documents.ensemble import blocs_ensemble, natures_dites
from tat_carnet.documents.interface import Document, Liste
from tat_carnet.domain.relu import Effort, NatureRelue
from tat_carnet.domain.vocabulaire import TypeFait


def textes(document: Document) -> str:
    return "\n".join(document.textes()).replace("\u00a0", " ").replace("\u202f", " ")


def pareilles(type_: TypeFait, combien: int) -> tuple[NatureRelue, ...]:
    return tuple(NatureRelue(str(rang), type_) for rang in range(combien))


def test_une_nature_se_dit_sans_nombre_et_a_partir_de_cinq_se_dit_nombreuse() -> None:
    """Témoin (vu une fois) : un seuil à quatre fait échouer le deuxième."""
    assert natures_dites(pareilles(TypeFait.deuil, 1)) == ("deuil",)
    assert natures_dites(pareilles(TypeFait.deuil, 4)) == ("deuil",)
    assert natures_dites(pareilles(TypeFait.deuil, 5)) == ("deuil (cinq faits ou plus)",)
    assert natures_dites(pareilles(TypeFait.deuil, 31)) == natures_dites(
        pareilles(TypeFait.deuil, 5)
    )


def test_les_natures_viennent_dans_l_ordre_des_types_une_famille_par_ligne() -> None:
    _, _, liste, _ = blocs_ensemble(natures())
    assert isinstance(liste, Liste)
    assert [texte.partition("\u202f")[0] for texte in liste.elements] == [
        "Santé", "Familles", "Points forts"
    ]  # fmt: skip
    assert list(blocs_ensemble(tuple(reversed(natures()))))[2] == liste


def test_aucun_total_ne_compte_ce_qui_se_dit_ensemble() -> None:
    """« 12 faits » à côté de onze fiches dirait qu'un se tait.

    Témoin (vu une fois) : `len(natures)` ajouté au total, les deux diffèrent.
    """
    avec = textes(composer(compte_rendu(ensemble=natures())))
    sans = textes(composer(compte_rendu(ensemble=())))
    assert [ligne for ligne in avec.split("\n") if "tournées" in ligne and "fait" in ligne] == [
        ligne for ligne in sans.split("\n") if "tournées" in ligne and "fait" in ligne
    ]


def test_un_theme_dont_tout_se_dit_ensemble_n_est_pas_dit_silencieux() -> None:
    texte = textes(composer(compte_rendu(**periode())))
    assert "Hors de ce qui arrive à quelqu’un, rien de relevé sur : adolescence" in texte


def test_tout_se_dit_ensemble_et_le_compte_rendu_ne_pretend_pas_n_avoir_rien_vu() -> None:
    texte = textes(composer(compte_rendu(faits=(), ensemble=natures(), a_quelqu_un=True)))
    assert "Aucun fait" not in texte
    assert "Rien de relevé" not in texte
    assert "Depuis un an, sur tout le territoire" in texte


def test_une_semaine_du_cahier_imprime_ne_trahit_pas_ce_qu_elle_tait() -> None:
    """« Aucun fait pour 2 tournées, dont 1 sans rien à signaler » : il y en avait donc un.

    Témoin (vu une fois) : `phrase_effort` partout, la semaine vide le dit.
    """
    papier = replace(cahier(fait_relu(TypeFait.bruit, "Du bruit.")), ensemble=natures())
    texte = textes(cahier_papier.composer(papier))
    assert "\nMoins de cinq tournées.\n" in texte
    assert "1 fait pour moins de cinq tournées." in texte
    assert "rien à signaler" not in texte
    assert "Aucun fait" not in texte
    vide = replace(papier.semaines[0], effort=Effort(0, 0))
    texte = textes(cahier_papier.composer(replace(papier, semaines=(vide,))))
    assert "Aucune tournée enregistrée." in texte


def test_une_lettre_de_comptages_ne_donne_de_ce_qui_arrive_a_quelqu_un_aucun_nombre() -> None:
    absences = pareilles(TypeFait.absenteisme, 7)
    lettre = courrier(
        "education_decrochage", faits=(), ensemble=(*absences, NatureRelue("e", TypeFait.exclusion))
    )
    texte = textes(composer_lettre(lettre))
    assert "Absentéisme : cinq faits ou plus" in texte
    assert "Exclusion scolaire : moins de cinq faits constatés" in texte
    assert "7" not in texte.partition("Absentéisme")[2].partition("\n")[0]
