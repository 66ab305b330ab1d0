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
    (ligne,) = cahier.journal()
    assert (ligne.genre, ligne.format) == (GenreDocument.livret, FormatDocument.pdf)


@pytest.mark.parametrize("genre", [GenreDocument.fiche_liaison, GenreDocument.fiche_parcours])
def test_une_fiche_vide_ne_porte_rien_du_cahier(
    cahier: CahierOuvert, tmp_path: Path, genre: GenreDocument
) -> None:
    cahier.save_partenaires([AGENCE])

    imprimer_fiche(cahier, genre, tmp_path / "fiche.pdf", MAINTENANT)

    texte = texte_pdf(tmp_path / "fiche.pdf")
    assert "la personne" in texte
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


@pytest.mark.parametrize("format_", [FormatDocument.csv, FormatDocument.vcf])
def test_un_terme_de_la_liste_ne_sort_pas(
    cahier: CahierOuvert, tmp_path: Path, format_: FormatDocument
) -> None:
    cahier.save_partenaires([replace(AGENCE, conditions="voir Tchoupinou"), MAIRIE])
    cahier.add_termes_masquage(["Tchoupinou"])

    done = exporter_annuaire(cahier, format_, tmp_path / "a", MAINTENANT)

    assert done.restees == 1
    assert "Tchoupinou" not in (tmp_path / "a").read_text(encoding="utf-8-sig")


def test_un_annuaire_vide_ne_s_ecrit_pas(cahier: CahierOuvert, tmp_path: Path) -> None:
    with pytest.raises(ErreurConnue, match="rien à écrire"):
        imprimer_livret(cahier, tmp_path / "a.pdf", MAINTENANT)
    assert list(tmp_path.glob("*.pdf")) == []
