"""Faire entrer un annuaire : tout lire, tout dire, puis tout écrire ou rien."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tat_carnet.domain.errors import EcritureImpossible, ErreurConnue
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.domain.vocabulaire import Famille, TypePartenaire
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.annuaire import importer as module
from tat_carnet.usecases.annuaire.importer import importer, lire_fichier, preparer

AGENCE = Partenaire("Agence des Aubépines", TypePartenaire.bailleur, fonction="Direction")
TITRES = "Structure;Nature;Fonction;Téléphone;Compétences;Vérifié le\n"


def fichier(dossier: Path, texte: str, nom: str = "annuaire.csv", encodage: str = "utf-8") -> Path:
    chemin = dossier / nom
    chemin.write_bytes(texte.encode(encodage))
    return chemin


def carte(*lignes: str) -> str:
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lignes, "END:VCARD", ""))


def noms(cahier: CahierOuvert) -> list[str]:
    return [fiche.nom for fiche in cahier.partenaires(FiltreAnnuaire(), 10_000)]


@pytest.mark.parametrize("encodage", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separateur", [";", ",", "\t"])
def test_un_tableau_ordinaire_se_comprend(tmp_path: Path, encodage: str, separateur: str) -> None:
    texte = (
        "FONCTION;type;Organisme;Tel\n"
        "Accueil;Centre social;Centre social des Lucioles;01 99 00 70 70\n"
        "Direction;bailleur;Régie;01 99 00 10 20\n"
    ).replace(";", separateur)

    lues = lire_fichier(fichier(tmp_path, texte, encodage=encodage))

    assert [(lue.rang, lue.fiche.nom, lue.fiche.type) for lue in lues if lue.fiche] == [
        (2, "Centre social des Lucioles", TypePartenaire.centre_social),
        (3, "Régie", TypePartenaire.bailleur),
    ]


def test_chaque_ligne_refusee_dit_pourquoi(cahier: CahierOuvert, tmp_path: Path) -> None:
    texte = TITRES + (
        "Régie;Bailleur;Agence;;Traces, Espaces partagés;14/03/2026\n"
        ";Bailleur;Agence;;;\n"
        "Mairie;Royaume;Accueil;;;\n"
        "\n"
        "Centre;Ville;Karim Benali;;;\n"
        "École;Ville;Accueil;;Magie;\n"
    )
    plan = preparer(cahier, lire_fichier(fichier(tmp_path, texte)))

    assert [fiche.competences for fiche in plan.nouvelles] == [(Famille.traces, Famille.espaces)]
    assert [rang for rang, _ in plan.refus] == [3, 4, 6, 7]
    phrases = " ".join(phrase for _, phrase in plan.refus)
    for mot in ("il manque", "Royaume", "Karim Benali", "Magie"):
        assert mot in phrases


def test_cinq_mille_structures_avec_doubles_tout_ou_rien(
    cahier: CahierOuvert, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lignes = [f"Structure {rang % 2600};Ville;Accueil;;;\n" for rang in range(5000)]
    plan = preparer(cahier, lire_fichier(fichier(tmp_path, TITRES + "".join(lignes))))
    assert (len(plan.nouvelles), len(plan.doubles), plan.refus) == (2600, 2400, [])

    def plein(_fiches: object) -> None:
        raise EcritureImpossible("plein")

    with monkeypatch.context() as panne:
        panne.setattr(cahier, "save_partenaires", plein)
        with pytest.raises(EcritureImpossible):
            importer(cahier, plan, fusionner_doubles=True, garder_fonctions=False)
    assert noms(cahier) == []

    bilan = importer(cahier, plan, fusionner_doubles=False, garder_fonctions=False)
    assert (bilan.ajoutees, bilan.fusionnees, bilan.laissees) == (2600, 0, 2400)
    assert len(noms(cahier)) == 2600


def test_un_double_fusionne_complete_la_fiche_connue(cahier: CahierOuvert, tmp_path: Path) -> None:
    cahier.save_partenaires([AGENCE])
    texte = TITRES + "agence des aubepines;Ville;direction;01 99 00 10 20;;\n"
    plan = preparer(cahier, lire_fichier(fichier(tmp_path, texte)))

    bilan = importer(cahier, plan, fusionner_doubles=True, garder_fonctions=False)

    assert (bilan.ajoutees, bilan.fusionnees, bilan.laissees) == (0, 1, 0)
    assert cahier.partenaire(AGENCE.id) == replace(AGENCE, telephone="01 99 00 10 20")


def test_une_carte_de_personne_n_entre_que_reduite_a_sa_fonction(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    """La carte porte un nom et un numéro privés : ni l'un ni l'autre n'entre, quoi qu'on décide."""
    texte = carte(
        "N:Benali;Karim;;;", "FN:Karim Benali", "ORG:Régie des Aubépines", "TITLE:Gardien-chef",
        "TEL;TYPE=CELL:06 39 98 12 34", "TEL;TYPE=WORK:01 99 00 10 20",
        "EMAIL:karim.benali@regie.example", "NOTE:appeler Karim",
    )  # fmt: skip
    plan = preparer(cahier, lire_fichier(fichier(tmp_path, texte, "cartes.vcf")))
    assert (plan.nouvelles, plan.refus, len(plan.personnes)) == ([], [], 1)

    sans = importer(cahier, plan, fusionner_doubles=False, garder_fonctions=False)
    assert (sans.ajoutees, sans.laissees, noms(cahier)) == (0, 1, [])

    importer(cahier, plan, fusionner_doubles=False, garder_fonctions=True)
    (fiche,) = cahier.partenaires(FiltreAnnuaire())
    assert (fiche.nom, fiche.fonction, fiche.telephone) == (
        "Régie des Aubépines", "Gardien-chef", "01 99 00 10 20",
    )  # fmt: skip
    ecrit = " ".join(texte for _, texte in fiche.textes())
    assert "Karim" not in ecrit
    assert "06 39" not in ecrit


@pytest.mark.parametrize(
    "lignes",
    [
        ("N:Benali;Karim;;;", "FN:Karim Benali", "TEL;TYPE=CELL:06 39 98 12 34"),
        ("FN:Karim Benali", "ORG:Régie", "TEL:06 39 98 12 34"),
    ],
)
def test_le_numero_prive_d_un_individu_sans_fonction_est_refuse(
    cahier: CahierOuvert, tmp_path: Path, lignes: tuple[str, ...]
) -> None:
    plan = preparer(cahier, lire_fichier(fichier(tmp_path, carte(*lignes), "x.vcf")))

    assert (plan.nouvelles, plan.personnes) == ([], [])
    assert "jamais des personnes" in plan.refus[0][1]


def test_une_carte_de_structure_entre_entiere(cahier: CahierOuvert, tmp_path: Path) -> None:
    texte = carte(
        "N:Mairie;;;;", "FN:Mairie", "ORG:Mairie", "TITLE:Accueil", "TEL;TYPE=WORK:01 99 00 10 00",
        "ADR;TYPE=WORK:;;1 place A;Brumerive;;99000;", "CATEGORIES:Ville",
        "EMAIL:accueil@mairie.example", "NOTE:le matin",
    ) + carte("FN:Club", "X-KIND:org") + carte("VERSION:3.0")  # fmt: skip
    plan = preparer(cahier, lire_fichier(fichier(tmp_path, texte, "x.vcf")))

    mairie, club = plan.nouvelles
    assert (mairie.type, mairie.adresse, mairie.telephone, mairie.courriel, mairie.conditions) == (
        TypePartenaire.ville, "1 place A\n99000 Brumerive", "01 99 00 10 00",
        "accueil@mairie.example", "le matin",
    )  # fmt: skip
    assert (club.nom, club.type) == ("Club", TypePartenaire.association_habitants)
    assert len(plan.refus) == 1


def test_une_ligne_qui_nomme_quelqu_un_est_une_personne(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    texte = (
        "Structure;Nature;Fonction;Prénom;Téléphone\n"
        "Régie;Bailleur;Gardien;Karim;06 39 98 12 34\n"
        "Régie;Bailleur;;Karim;06 39 98 12 34\n"
        "Mairie;Ville;Accueil;;01 99 00 10 00\n"
        "Régie;Royaume;Gardien;Karim;\n"
    )
    plan = preparer(cahier, lire_fichier(fichier(tmp_path, texte)))

    assert [fiche.nom for fiche in plan.nouvelles] == ["Mairie"]
    assert [(fiche.fonction, fiche.telephone) for fiche in plan.personnes] == [("Gardien", "")]
    assert [rang for rang, _ in plan.refus] == [3, 5]


@pytest.mark.parametrize(
    ("octets", "phrase"),
    [
        (b"", "aucune fiche|Structure"),
        (b"a;b\n1;2\n", "colonne « Structure »"),
        (b"Structure;Nature\n", "aucune fiche"),
        (b"BEGIN:VCARD\nVERSION:3.0\nFN", "abîmé"),
        (b"\x00\x01\x02\x9d\x00", "lisible|Structure"),
    ],
)
def test_un_fichier_qui_ne_se_comprend_pas_est_dit(
    tmp_path: Path, octets: bytes, phrase: str
) -> None:
    chemin = tmp_path / "x.csv"
    chemin.write_bytes(octets)

    with pytest.raises(ErreurConnue, match=phrase):
        lire_fichier(chemin)


def test_un_fichier_absent_ou_demesure_est_dit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ErreurConnue, match="ne se lit pas"):
        lire_fichier(tmp_path / "absent.csv")
    plein = fichier(tmp_path, TITRES + "Régie;Bailleur;;;;\n" * 3)
    with monkeypatch.context() as borne:
        borne.setattr(module, "FICHES_AU_PLUS", 2)
        with pytest.raises(ErreurConnue, match="trop de fiches"):
            lire_fichier(plein)
    monkeypatch.setattr(module, "OCTETS_AU_PLUS", 10)
    with pytest.raises(ErreurConnue, match="trop gros"):
        lire_fichier(plein)


def test_une_longue_lecture_dit_son_avancee_et_s_arrete_sans_rien_changer(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    lignes = "".join(f"Agence {rang};bailleur;Accueil;;;\n" for rang in range(120))
    lues = lire_fichier(fichier(tmp_path, TITRES + lignes))
    parts: list[float] = []
    preparer(cahier, lues, parts.append)
    assert parts == [0, 50 / 120, 100 / 120]

    def arreter(part: float) -> None:
        if part:
            raise ErreurConnue("La lecture est arrêtée.")

    with pytest.raises(ErreurConnue, match="arrêtée"):
        preparer(cahier, lues, arreter)
    assert noms(cahier) == []
