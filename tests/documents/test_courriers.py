"""Les six lettres, entières ; la liste close ; ce qu'une lettre refuse de citer.

`pytest tests/documents --regenerer-attendus` les récrit ; relire le diff avant de l'accepter.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile, ZipInfo

import pytest
from pypdf import PdfReader

from documents.exemples import fait_relu, relu
from documents.lettres import courrier, faits, rectificatif
from tat_carnet import paths
from tat_carnet.anonymisation.relecture import relire_texte
from tat_carnet.documents import courriers
from tat_carnet.documents.contre_lecture import contre_lire, lecture_odt
from tat_carnet.documents.courriers import composer, load_modele, modeles, paragraphes
from tat_carnet.documents.courriers.modele import Modele
from tat_carnet.documents.courriers.textes import load_textes, read_textes
from tat_carnet.documents.interface import Lettre
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.courrier_relu import CourrierRelu, Precedent
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.journal import FORMATS_DE_DOCUMENT, FormatDocument
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import Attestation, Famille, TypeFait, TypePartenaire

CLES = [modele.cle for modele in modeles()]
CLAUSE = str(paragraphes.CLAUSE)


def pdf(relue: CourrierRelu) -> str:
    octets = rendre(composer(relue), FormatDocument.pdf)
    (page,) = PdfReader(BytesIO(octets)).pages
    return page.extract_text()


def odt(relue: CourrierRelu) -> str:
    octets = rendre(composer(relue), FormatDocument.odt)
    (texte, *_) = lecture_odt.lire(octets)
    return "".join(passage.texte for passage in texte)


def textes(relue: CourrierRelu) -> str:
    return "\n".join(composer(relue).textes())


@pytest.mark.parametrize("cle", CLES)
def test_chaque_lettre_est_celle_attendue(attendu: Callable[[str, str], None], cle: str) -> None:
    attendu(f"courrier-{cle}.pdf.txt", pdf(courrier(cle)) + "\n")
    attendu(f"courrier-{cle}.odt.txt", odt(courrier(cle)) + "\n")


def test_le_rectificatif_est_celui_attendu(attendu: Callable[[str, str], None]) -> None:
    attendu("courrier-rectificatif.pdf.txt", pdf(rectificatif()) + "\n")


@pytest.mark.parametrize("cle", CLES)
def test_chaque_lettre_a_sa_clause_et_ses_demandes_numerotees_et_datees(cle: str) -> None:
    texte = " ".join(pdf(courrier(cle)).split("\n"))

    assert CLAUSE in texte
    for rang, demande in enumerate(load_modele(cle).textes.demandes, 1):
        assert f"{rang}. {demande[1][:20]}" in " ".join(texte.split())
    assert "avant le" in texte


@pytest.mark.parametrize("cle", CLES)
def test_les_mots_d_un_modele_ne_bloquent_jamais_la_relecture(cle: str) -> None:
    """Un mot de chez nous qui bloque la relecture lasserait : on ne lirait plus les vrais."""
    mots = load_modele(cle).textes
    for texte in (mots.objet, mots.disponibilite, *(texte for _, texte in mots.demandes)):
        passage = relire_texte(texte)
        assert [alerte.terme for alerte in passage.alertes if alerte.bloquante] == []


def test_l_education_ne_recoit_que_des_comptages() -> None:
    texte = textes(courrier("education_decrochage"))

    assert "Absentéisme\u202f:\u00a0moins de cinq faits constatés" in texte
    assert "dehors le matin" not in texte


def test_moins_de_cinq_faits_ne_se_comptent_pas() -> None:
    """Trouvé par l'épreuve de l'intrus : « 1 exclusion », une semaine, et le collège sait qui.

    Témoin (vu une fois) : un seuil à zéro fait échouer l'essai d'au-dessus.
    """
    absence = next(f for f in faits("education_decrochage") if f.type is TypeFait.absenteisme)
    cinq = courrier("education_decrochage", faits=(absence,) * 5)

    assert "Absentéisme\u202f:\u00a05\u00a0faits constatés" in textes(cinq)


def test_le_prefet_lit_une_chronologie_et_la_charte() -> None:
    texte = textes(courrier("prefet_clspd_tensions"))

    assert texte.index("9 novembre, Place haute") < texte.index("16 novembre, Place haute")
    assert "n’alimentent aucun fichier" in texte


@pytest.mark.parametrize(
    ("cle", "attendus"),
    [
        ("prefet_clspd_tensions", ["En octobre", "Fin octobre", "En novembre", "En S47"]),
        ("ville_traces", ["Fin octobre", "En S47", "En octobre", "En novembre"]),
    ],
)
def test_un_fait_qui_ne_dit_que_son_mois_n_a_pas_la_place_de_sa_semaine(
    cle: str, attendus: list[str]
) -> None:
    """Une chronologie l'ouvre au premier du mois ; une liste le met après les semaines.

    Témoin : trier par la chaîne (« 2026-10 » < « 2026-S44 ») mettait novembre avant la fin
    d'octobre ; garder l'ordre des faits laissait le mois entre deux semaines (vu une fois).
    """
    dits = {"Fin octobre": "2026-S44", "En octobre": "2026-10", "En S47": "2026-S47",
            "En novembre": "2026-11"}  # fmt: skip
    faits = tuple(fait_relu(TypeFait.feu, mots, semaine=quand) for mots, quand in dits.items())
    texte = textes(courrier(cle, faits=faits))

    assert sorted(dits, key=texte.index) == attendus
    assert "mois d’octobre" in texte.lower()


@pytest.mark.parametrize(
    ("champs", "ecrit"),
    [
        ({}, "des sacs (observé)."),
        (
            {"signale_a": TypePartenaire.ville, "signale_le": "2026-S47"},
            "des sacs (observé). Déjà signalé à : ville (la même semaine).",
        ),
        (
            {"signale_a": TypePartenaire.bailleur, "signale_le": "2026-S47",
             "ramasse_le": "2026-S48"},
            "des sacs (observé). Déjà signalé à : bailleur (la même semaine) ; "
            "ramassé : semaine du 23 novembre.",
        ),
    ],
)  # fmt: skip
def test_un_fait_deja_signale_le_dit_dans_la_lettre(champs: dict[str, Any], ecrit: str) -> None:
    """Contrôle positif, vu échouer : la lettre d'avant, qui n'en disait rien."""
    fait = fait_relu(TypeFait.dechets, "des sacs", semaine="2026-S47", **champs)
    lignes = re.sub("[\u00a0\u202f]", " ", textes(courrier("ville_traces", faits=(fait,))))
    assert any(ligne.endswith(f" : {ecrit}") for ligne in lignes.splitlines())


def test_les_familles_ont_cinq_demandes_au_moins() -> None:
    modele = load_modele("soutien_familles")

    assert modele.demandes_au_moins == 5 <= len(modele.textes.demandes)


@pytest.mark.parametrize(
    "attestation", [Attestation.rumeur, Attestation.rapporte, Attestation.infirme]
)
@pytest.mark.parametrize("cle", CLES)
def test_un_fait_trop_fragile_ne_se_compose_pas(cle: str, attestation: Attestation) -> None:
    fragile = fait_relu(TypeFait.bruit, "Du bruit.", attestation=attestation)

    with pytest.raises(SortieRefusee, match="décochez ce fait"):
        composer(courrier(cle, faits=(fragile,)))


def test_les_effets_de_l_equipe_remplacent_les_effets_codes() -> None:
    code = textes(courrier("ville_traces"))
    ecrit = textes(courrier("ville_traces", effets=relu("Les parents font un détour.")))

    assert "Effets constatés" in code
    assert "Effets constatés" not in ecrit
    assert "Les parents font un détour." in ecrit
    sans = courrier("ville_traces", effets=None, faits=(fait_relu(TypeFait.feu, "Un feu."),))
    assert "Effets" not in textes(sans)


def test_une_lettre_se_passe_de_ce_qui_n_est_pas_dit() -> None:
    from dataclasses import replace

    base = courrier("ville_traces", disponibilite=None, copies=(), effort=Effort(0, 0))
    muette = replace(base, entete=replace(base.entete, presentation=relu("")))
    texte = textes(muette)

    assert "tournée" not in texte.replace("tournées", "")
    assert "Copie" not in texte
    sans_formulation = courrier("ville_traces", faits=(fait_relu(TypeFait.feu, ""),))
    assert "Feu (observé)" in textes(sans_formulation)
    assert "en moins de cinq\u00a0tournées, nous" in textes(
        courrier("ville_traces", effort=Effort(2, 0))
    )


def test_une_relance_rappelle_le_courrier_reste_muet() -> None:
    from datetime import date

    texte = textes(courrier("ville_traces", relance=Precedent("2026-009", date(2026, 10, 8))))
    assert "Notre courrier 2026-009 du 8 octobre 2026 est resté sans réponse" in texte
    sans_date = textes(courrier("ville_traces", relance=Precedent("2026-009", None)))
    assert "Notre courrier 2026-009 est resté sans réponse" in sans_date


def test_un_rectificatif_sans_date_ni_detail_reste_une_lettre() -> None:
    from dataclasses import replace

    nu = replace(rectificatif(), rectifie=Precedent("2026-009", None), rectification=None)
    texte = textes(nu)

    assert "Notre document 2026-009 citait" in texte
    assert CLAUSE in texte


def test_le_septieme_modele_tient_en_un_fichier_ses_mots_et_une_ligne(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Un nouveau venu copie un voisin ; rien d'autre ne change, et la lettre s'écrit."""
    dossier = tmp_path / "courriers"
    shutil.copytree(paths.resource("courriers"), dossier)
    modele_de = paths.resource("courriers", "ville_traces.txt").read_text(encoding="utf-8")
    (dossier / "transports_desserte.txt").write_text(
        modele_de.replace("Ville : traces et propreté", "Transports : desserte"), encoding="utf-8"
    )
    monkeypatch.setattr(
        "tat_carnet.documents.courriers.textes.resource", lambda *parts: tmp_path.joinpath(*parts)
    )
    fichier = ModuleType("tat_carnet.documents.courriers.transports_desserte")
    fichier.MODELE = Modele(  # type: ignore[attr-defined]
        cle="transports_desserte",
        familles=(Famille.vie_locale,),
        destinataires=(TypePartenaire.metropole,),
        paragraphes=(
            paragraphes.qui_nous_sommes,
            paragraphes.faits_en_liste,
            paragraphes.demandes,
            paragraphes.clause,
        ),
    )
    monkeypatch.setitem(sys.modules, fichier.__name__, fichier)
    monkeypatch.setattr(courriers, "_NOMS", (*courriers._NOMS, "transports_desserte"))
    load_modele.cache_clear()
    load_textes.cache_clear()
    try:
        assert modeles()[-1].textes.nom == "Transports : desserte"
        relue = courrier("ville_traces", modele="transports_desserte")
        assert CLAUSE in textes(relue)
    finally:
        load_modele.cache_clear()
        load_textes.cache_clear()


def test_des_textes_mal_faits_echouent_bruyamment(tmp_path: Path) -> None:
    chemin = tmp_path / "x.txt"
    chemin.write_text("== nom\nX\n", encoding="utf-8")
    with pytest.raises(ValueError, match="dans l'ordre"):
        read_textes(chemin)


@pytest.mark.parametrize("format_", FORMATS_DE_DOCUMENT)
def test_un_terme_masque_se_retrouve_dans_une_lettre(format_: FormatDocument) -> None:
    lettre = composer(courrier("ville_traces", effets=relu("Karimou a crié.")))
    octets = rendre(lettre, format_)

    assert contre_lire(octets, format_, ["karimou"], nom="x", mentions=lettre.mentions())
    assert not contre_lire(octets, format_, ["absente"], nom="x", mentions=lettre.mentions())


def test_les_parties_d_un_autre_gabarit_se_refusent() -> None:
    octets = rendre(composer(courrier("ville_traces")), FormatDocument.odt)
    entrees = {
        nom: ZipFile(BytesIO(octets)).read(nom) for nom in ZipFile(BytesIO(octets)).namelist()
    }
    entrees["styles.xml"] += b"\n"
    sortie = BytesIO()
    with ZipFile(sortie, "w") as archive:
        for nom, contenu in entrees.items():
            archive.writestr(ZipInfo(nom), contenu)  # datée de 1980, comme la nôtre

    with pytest.raises(SortieRefusee, match="ses styles"):
        contre_lire(sortie.getvalue(), FormatDocument.odt, [], nom="x")


def test_une_lettre_est_un_document_dont_tous_les_textes_se_lisent() -> None:
    lettre = composer(courrier("ville_traces"))
    assert isinstance(lettre, Lettre)
    lus = list(lettre.textes())
    assert lus[0] == "Les Veilleurs des Aubépines"
    assert lus[-1] == "CAARUD La Passerelle"
    assert "Monsieur le Maire," in lettre.mentions()


@pytest.mark.parametrize(
    ("lieux", "objet", "dit"),
    [
        (("Place haute",), "Parties communes", "Parties communes, Place haute"),
        (("Square", "Nord"), "Parties communes", "Parties communes, Nord, Square"),
        (("Nord", "Sud", "Square"), "Parties communes", "Parties communes"),
        ((), "Parties communes", "Parties communes"),
        (("Nord",), "L’éclairage du quartier", "L’éclairage du quartier"),
        (
            ("Nord",),
            "Relance de notre courrier 2026-001 : Parties communes",
            "Relance de notre courrier 2026-001\u202f: Parties communes, Nord",
        ),
    ],
    ids=["un", "deux, par l’alphabet", "trois", "aucun", "récrit", "une relance"],
)
def test_l_objet_recoit_les_lieux_du_corps(lieux: tuple[str, ...], objet: str, dit: str) -> None:
    (fait, *_) = faits("bailleur_parties_communes")
    cites = tuple(replace(fait, lieu=relu(lieu)) for lieu in lieux)
    lettre = courrier("bailleur_parties_communes", faits=cites, objet=relu(objet))

    assert f"Objet\u202f: {dit}" in composer(lettre).references


def test_l_objet_ne_nomme_aucun_lieu_si_d_autres_faits_se_disent_sans_lieu() -> None:
    """On les croirait là, et l'on irait (sixième épreuve : un malaise, sous le nom du square).

    Témoin (vu une fois) : `courrier.ensemble` oublié, « Place haute » revient.
    """
    seuls = courrier("prefet_clspd_tensions", ensemble=())
    assert "Objet\u202f: Tensions dans le quartier, Place haute" in composer(seuls).references
    avec = courrier("prefet_clspd_tensions")
    assert "Objet\u202f: Tensions dans le quartier" in composer(avec).references
