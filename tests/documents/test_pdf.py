"""Le PDF : ce qu'on y lit, ce qu'on n'y trouve pas, et qu'il soit toujours le même."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from documents.exemples import compte_rendu, fait_relu, periode, relu, restitution
from tat_carnet.documents.comptes_rendus import composer
from tat_carnet.documents.interface import Document, Paragraphe, Tableau
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import FormatDocument
from tat_carnet.domain.relu import CompteRendu, DecisionRelue
from tat_carnet.domain.vocabulaire import TypeFait

BRUIT = fait_relu(TypeFait.bruit, "Du bruit tard le soir.")
VIDE = {
    "structures": (),
    "suites": (),
    "faits": (),
    "questions": (),
    "decisions": (),
    "alertes": (),
    "prochaine_date": None,
    "lieu": None,
    "ordre_du_jour": (),
    "suivies": (),
}


def ecrire(cr: CompteRendu) -> bytes:
    return rendre(composer(cr), FormatDocument.pdf)


def pages(octets: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(octets)).pages]


def polices(octets: bytes) -> Iterator[dict[str, object]]:
    for page in PdfReader(BytesIO(octets)).pages:
        for police in page["/Resources"]["/Font"].values():
            yield police.get_object()


@pytest.mark.parametrize(
    ("nom", "champs"),
    [
        ("compte-rendu", {}),
        ("compte-rendu-periode", periode()),
        ("compte-rendu-vide", VIDE),
        ("restitution", restitution()),
    ],
)
def test_le_texte_entier_est_celui_attendu(
    attendu: Callable[[str, str], None], nom: str, champs: dict[str, object]
) -> None:
    attendu(f"{nom}.pdf.txt", "\n\f\n".join(pages(ecrire(compte_rendu(**champs)))) + "\n")


def test_l_avis_est_vrai_de_qui_le_lit() -> None:
    """La restitution est aux habitants : rien n'y dit qu'elle ne circule pas.

    Témoin (vu une fois) : le même avis pour tous, la seconde ligne tombe.
    """
    ferme = "ne circule pas"
    assert ferme in " ".join(map(str, composer(compte_rendu()).textes()))
    assert ferme not in " ".join(map(str, composer(compte_rendu(**restitution())).textes()))


def test_le_meme_contenu_donne_les_memes_octets() -> None:
    assert ecrire(compte_rendu()) == ecrire(compte_rendu())


def test_les_octets_ne_dependent_ni_du_processus_ni_du_dossier(tmp_path: Path) -> None:
    """Contrôle positif : sans `invariant=1`, la date du jour entre dans le fichier."""
    programme = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from hashlib import sha256\n"
        "from documents.test_pdf import compte_rendu, ecrire\n"
        "print(sha256(ecrire(compte_rendu())).hexdigest())"
    )
    dossier_essais = str(Path(__file__).parents[1])
    empreintes = {
        subprocess.run(
            [sys.executable, "-c", programme, dossier_essais],
            check=True,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={"PYTHONHASHSEED": graine, "TZ": fuseau},
        ).stdout
        for graine, fuseau in (("1", "UTC"), ("2", "Pacific/Noumea"))
    }

    assert len(empreintes) == 1


def test_toutes_les_polices_sont_dans_le_fichier_et_savent_se_relire() -> None:
    trouvees = list(polices(ecrire(compte_rendu())))

    assert {str(p["/BaseFont"]).partition("+")[2] for p in trouvees} == {
        "SourceSans3-Regular",
        "SourceSans3-SemiBold",
    }
    assert all("/FontFile2" in p["/FontDescriptor"].get_object() for p in trouvees)
    assert all("/ToUnicode" in p for p in trouvees)


def test_les_metadonnees_sont_un_titre_neutre_et_la_langue() -> None:
    octets = ecrire(compte_rendu())
    lecteur = PdfReader(BytesIO(octets))

    assert dict(lecteur.metadata or {}) == {"/Title": "Compte-rendu"}
    assert lecteur.xmp_metadata is None
    assert lecteur.trailer["/Root"]["/Lang"] == "fr-FR"
    assert b"ReportLab" not in octets
    assert b"(opensource)" not in octets
    assert b"20261121" not in octets


def test_le_fichier_se_lit_sans_reparation() -> None:
    """Les commentaires effacés n'ont pas déplacé la table des positions."""
    assert len(PdfReader(BytesIO(ecrire(compte_rendu())), strict=True).pages) == 3


def test_chaque_page_dit_son_numero_et_le_total() -> None:
    textes = pages(ecrire(compte_rendu(faits=(BRUIT,) * 40)))

    assert len(textes) > 3
    for numero, texte in enumerate(textes, 1):
        assert f"page {numero} / {len(textes)}" in texte.splitlines()
        assert "Ce que nous avons vu, non ce qui existe" in texte.splitlines()


def test_aucune_ligne_ne_commence_par_un_signe_double() -> None:
    """Contrôle positif : avec la coupure d'origine de reportlab, U+202F se coupe."""
    phrase = "mot : suite ; « cité » ! oui ? " * 60
    texte = "\n".join(pages(ecrire(compte_rendu(faits=(fait_relu(TypeFait.bruit, phrase),)))))

    assert texte.count("\u202f;") > 50
    assert not [ligne for ligne in texte.splitlines() if ligne.strip()[:1] in {*";:!?»"}]


def test_une_ligature_typographique_ne_cache_pas_un_mot() -> None:
    texte = "Une difficulté affichée, une confiance à refaire : cœur, œuvre, Œdipe."
    assert texte.replace(" :", "\u202f:") in "\n".join(
        pages(ecrire(compte_rendu(faits=(fait_relu(TypeFait.bruit, texte),))))
    )


def test_les_signes_du_balisage_s_impriment_tels_quels() -> None:
    texte = "Un <b>groupe</b> & une file, 5 < 10 > 2, <br/> &amp; rien."
    assert texte in "\n".join(
        pages(ecrire(compte_rendu(faits=(fait_relu(TypeFait.bruit, texte),))))
    )


def test_un_signe_que_la_police_n_a_pas_est_dit_et_rien_ne_sort() -> None:
    fait = replace(BRUIT, formulation=relu("Une fête ⚽ sur la place."))

    with pytest.raises(SortieRefusee, match="⚽"):
        ecrire(compte_rendu(faits=(fait,)))


def test_un_tableau_long_repete_ses_en_tetes() -> None:
    decision = DecisionRelue(
        relu("Revoir l’éclairage du passage"), relu("Bailleur"), date(2026, 12, 1)
    )
    textes = pages(ecrire(compte_rendu(decisions=(decision,) * 60)))

    assert sum("Quoi\nStructure\nÉchéance\nNiveau" in texte for texte in textes) >= 2
    assert "\n".join(textes).count("1er décembre 2026") == 60


def test_un_tableau_long_commence_sous_son_titre_sans_laisser_une_page_vide() -> None:
    decision = DecisionRelue(
        relu("Revoir l’éclairage du passage"), relu("Bailleur"), date(2026, 12, 1)
    )
    cr = compte_rendu(**VIDE | {"decisions": (decision,) * 60})

    assert "Décisions\nQuoi\n" in pages(ecrire(cr))[0]


def test_un_texte_plus_long_qu_une_page_s_imprime_en_entier() -> None:
    mots = " ".join(f"mot{i}" for i in range(2500))
    decision = DecisionRelue(relu(mots), relu("Ville"))
    cr = compte_rendu(faits=(fait_relu(TypeFait.bruit, mots),), decisions=(decision,))
    lus = "\n".join(pages(ecrire(cr))).split()

    assert lus.count("mot0") == lus.count("mot1234") == lus.count("mot2499") == 2


def test_un_titre_ne_reste_jamais_seul_en_bas_de_page() -> None:
    for combien in range(1, 24):
        textes = pages(ecrire(compte_rendu(structures=(relu("Centre social"),) * combien)))
        for texte in textes:
            corps = [ligne for ligne in texte.splitlines() if "page " not in ligne][:-1]
            assert corps[-1] not in {"Questions", "Décisions", "Cadre de vie", "Alertes", "Niveau"}


def test_un_fait_n_est_pas_separe_de_son_titre_mais_l_est_du_suivant() -> None:
    """Une page se remplit : les faits n'y sont pas liés les uns aux autres."""
    textes = pages(ecrire(compte_rendu(faits=(BRUIT,) * 60, structures=(), suites=())))

    assert all(texte.count("Du bruit tard le soir.") >= 10 for texte in textes[1:-2])
    assert all(texte.count("Bruit · ") == texte.count("Du bruit") for texte in textes)


def test_un_document_sans_fait_ni_tableau_s_ecrit() -> None:
    document = Document("Essai", (Paragraphe("Bonjour."), Tableau(("Seul",), (("x",),), (100,))))

    assert "Bonjour." in pages(rendre(document, FormatDocument.pdf))[0]
