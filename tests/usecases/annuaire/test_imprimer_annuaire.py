"""L'annuaire qui sort passe par le sas : contre-lu, inscrit au journal, sans aucune personne."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.journal import FormatDocument, GenreDocument
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.domain.vocabulaire import Famille, Public, TypePartenaire
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.annuaire.importer import importer, lire_fichier, preparer
from tat_carnet.usecases.annuaire.imprimer import (
    exporter_annuaire,
    imprimer_fiche,
    imprimer_livret,
)
from tat_carnet.usecases.annuaire.tenir import PersonneNommee, confirmer, enregistrer

MAINTENANT = datetime(2026, 11, 21, 9, 0)
AGENCE = Partenaire(
    "Agence des Aubépines",
    TypePartenaire.bailleur,
    fonction="Direction de l’agence",
    titre=TitreFonction.directeur,
    civilite=Civilite.madame,
    adresse="2 place du Lavoir\n99000 Brumerive",
    telephone="01 99 00 10 20",
    courriel="agence@habitat.example",
    competences=(Famille.espaces,),
    publics=(Public.habitants,),
    territoire="Aubépines-Haut",
    conditions="=SOMME(A1)",
    horaires="le matin",
    attentes="Réparer.",
    limites="Pas la voirie.",
    verifie_le=date(2026, 11, 1),
)
MAIRIE = Partenaire("Mairie", TypePartenaire.ville)
NOMMEE = replace(MAIRIE, id="x", nom="Office", conditions="demander Nadia Benali")


def texte_pdf(chemin: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(chemin.read_bytes())).pages)


def test_le_livret_dit_tout_sauf_ce_qui_nomme_quelqu_un(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    cahier.save_partenaires([AGENCE, MAIRIE, NOMMEE])

    done = imprimer_livret(cahier, tmp_path / "livret.pdf", MAINTENANT)

    texte = texte_pdf(tmp_path / "livret.pdf")
    for mot in ("Agence des Aubépines", "01 99 00 10 20", "Réparer", "novembre 2026", "Mairie"):
        assert mot in texte
    assert "fiche à vérifier" in texte
    assert "Nadia" not in texte
    assert "Office" not in texte
    assert done.restees == 1
    assert done.attentes[0].startswith("« Nadia Benali », dans les conditions de « Office » :")
    (ligne,) = cahier.journal()
    assert (ligne.genre, ligne.format) == (GenreDocument.livret, FormatDocument.pdf)


@pytest.mark.parametrize("genre", [GenreDocument.fiche_liaison, GenreDocument.fiche_parcours])
def test_une_fiche_vide_tient_sur_une_page_et_ne_porte_rien_du_cahier(
    cahier: CahierOuvert, tmp_path: Path, genre: GenreDocument
) -> None:
    """Témoin (vu une fois) : une ligne de plus, l'accord de la personne part seul au verso."""
    cahier.save_partenaires([AGENCE])

    imprimer_fiche(cahier, genre, tmp_path / "fiche.pdf", MAINTENANT)

    texte = texte_pdf(tmp_path / "fiche.pdf")
    assert "la personne" in texte
    assert "page 1 / 1" in texte
    assert "Aubépines" not in texte
    assert [ligne.genre for ligne in cahier.journal()] == [genre]


@pytest.mark.parametrize(
    ("format_", "perdus"),
    [
        (FormatDocument.csv, {}),
        (
            FormatDocument.vcf,
            {
                "titre": TitreFonction.aucun,
                "civilite": Civilite.inconnue,
                "competences": (),
                "publics": (),
                "territoire": "",
                "horaires": "",
                "attentes": "",
                "limites": "",
                "verifie_le": None,
            },
        ),
    ],
)
def test_ce_qui_sort_se_reimporte(
    cahier: CahierOuvert, tmp_path: Path, format_: FormatDocument, perdus: dict[str, object]
) -> None:
    cahier.save_partenaires([AGENCE, MAIRIE])
    chemin = tmp_path / f"annuaire.{format_}"
    exporter_annuaire(cahier, format_, chemin, MAINTENANT)
    for fiche in (AGENCE, MAIRIE):
        assert cahier.delete_partenaire(fiche.id)

    plan = preparer(cahier, lire_fichier(chemin))
    importer(cahier, plan, fusionner_doubles=False, garder_fonctions=False)

    agence, mairie = cahier.partenaires(FiltreAnnuaire())
    assert replace(agence, id=AGENCE.id) == replace(AGENCE, **perdus)  # type: ignore[arg-type]
    assert replace(mairie, id=MAIRIE.id) == MAIRIE


def test_une_case_ne_s_execute_pas_dans_un_tableur(cahier: CahierOuvert, tmp_path: Path) -> None:
    cahier.save_partenaires([AGENCE])
    exporter_annuaire(cahier, FormatDocument.csv, tmp_path / "a.csv", MAINTENANT)

    assert ";'=SOMME(A1);" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


def test_une_virgule_ne_fait_pas_s_executer_ce_qui_la_suit(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    """Un tableur anglais coupe aux virgules ; réimportée, la case redevient la nôtre."""
    dite = "sur appel,=SOMME(A1), +33"
    cahier.save_partenaires([replace(MAIRIE, conditions=dite)])
    exporter_annuaire(cahier, FormatDocument.csv, tmp_path / "a.csv", MAINTENANT)

    texte = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert "sur appel,'=SOMME(A1),' +33" in texte
    assert cahier.delete_partenaire(MAIRIE.id)
    plan = preparer(cahier, lire_fichier(tmp_path / "a.csv"))
    importer(cahier, plan, fusionner_doubles=False, garder_fonctions=False)
    assert [fiche.conditions for fiche in cahier.partenaires(FiltreAnnuaire())] == [dite]


@pytest.mark.parametrize("format_", [FormatDocument.csv, FormatDocument.vcf])
def test_un_terme_de_la_liste_ne_sort_pas(
    cahier: CahierOuvert, tmp_path: Path, format_: FormatDocument
) -> None:
    cahier.save_partenaires([replace(AGENCE, conditions="voir Tchoupinou"), MAIRIE])
    cahier.add_termes_masquage(["Tchoupinou"])

    done = exporter_annuaire(cahier, format_, tmp_path / "a", MAINTENANT)

    assert done.restees == 1
    assert "Tchoupinou" not in (tmp_path / "a").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("format_", [FormatDocument.csv, FormatDocument.pdf])
def test_un_terme_de_la_liste_retient_meme_ce_qui_est_public(
    cahier: CahierOuvert, tmp_path: Path, format_: FormatDocument
) -> None:
    """« Brumelieu », de la liste, est aussi dans le nom et le courriel d'une mairie.

    Cela se demande ; dit ne nommer personne, une fois pour la fiche, il sort.
    """
    mairie = replace(
        MAIRIE,
        nom="Ville de Brumelieu, cabinet",
        courriel="cabinet@brumelieu.example",
        adresse="1 place de Brumelieu",
        territoire="Brumelieu",
        telephone="01 99 00 10 20",
    )
    cahier.save_partenaires([mairie])
    cahier.add_termes_masquage(["Brumelieu", "01 99 00 10 20"])
    chemin = tmp_path / f"annuaire.{format_}"

    def sortir() -> str:
        if format_ is FormatDocument.pdf:
            imprimer_livret(cahier, chemin, MAINTENANT)
            return texte_pdf(chemin)
        exporter_annuaire(cahier, format_, chemin, MAINTENANT)
        return chemin.read_text(encoding="utf-8-sig")

    with pytest.raises(ErreurConnue, match="« Brumelieu », dans le nom de la structure"):
        sortir()
    assert not chemin.exists()

    demandes = []
    while True:
        try:
            enregistrer(cahier, mairie)
            break
        except PersonneNommee as nommee:
            demandes.append(nommee.soupcon.terme)
            mairie = confirmer(mairie, nommee.soupcon)
    assert demandes == ["Brumelieu", "01 99 00 10 20"]
    assert "cabinet@brumelieu.example" in sortir()


@pytest.mark.parametrize(
    ("champ", "texte", "terme", "ou"),
    [
        ("attentes", "demander Zorbanule au guichet", "Zorbanule", "les attentes"),
        ("limites", "Mme Vautier, ou Zorbanule", "Mme Vautier", "les limites"),
        ("courriel", "zorbanule@mairie.example", "zorbanule", "le courriel"),
        ("telephone", "06 39 98 14 73", "06 39 98 14 73", "le téléphone"),
    ],
)
def test_un_nom_dans_une_note_est_refuse_en_disant_ou_et_quoi_faire(
    cahier: CahierOuvert, tmp_path: Path, champ: str, texte: str, terme: str, ou: str
) -> None:
    """Le canari ne sort pas ; et la fiche, rouverte, se décide mot à mot."""
    fiche = replace(MAIRIE, **{champ: texte})
    cahier.save_partenaires([fiche])
    cahier.add_termes_masquage(["Zorbanule", "06 39 98 14 73"])

    with pytest.raises(ErreurConnue) as refus:
        exporter_annuaire(cahier, FormatDocument.csv, tmp_path / "a.csv", MAINTENANT)
    assert f"« {terme} », dans {ou} de « Mairie » : ouvrez cette fiche" in refus.value.phrase
    assert list(tmp_path.glob("a.csv")) == []

    while True:
        try:
            enregistrer(cahier, fiche)
            break
        except PersonneNommee as nommee:
            fiche = confirmer(fiche, nommee.soupcon)
    exporter_annuaire(cahier, FormatDocument.csv, tmp_path / "a.csv", MAINTENANT)
    assert texte in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


def test_un_annuaire_vide_ne_s_ecrit_pas(cahier: CahierOuvert, tmp_path: Path) -> None:
    with pytest.raises(ErreurConnue, match="rien à écrire"):
        imprimer_livret(cahier, tmp_path / "a.pdf", MAINTENANT)
    assert list(tmp_path.glob("*.pdf")) == []
