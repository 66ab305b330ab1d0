"""Un fait infirmé après être sorti : chaque document qui le citait, et ce qui le rectifie."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from signatures import regarder_et_signer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, SortieRefusee
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.vocabulaire import Attestation, NatureSource, TypeFait
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.attester import changer_degre
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.dus import Du, ce_qui_est_du
from tat_carnet.usecases.exporter import exporter, nom_propose
from tat_carnet.usecases.infirmes import infirmes_sortis
from tat_carnet.usecases.note_synthese import NotePreparee, ouvrir_note
from tat_carnet.usecases.rectificatifs import a_rectifier, documents_citant, ouvrir_rectificatif
from tat_carnet.usecases.relecture import Dossier

LE = datetime(2026, 11, 18, 21, 30)
SORTI = datetime(2026, 11, 21, 18)
INFIRME = datetime(2026, 11, 28, 15)
APRES = datetime(2026, 11, 29, 10)
PLACE = Site("Place du Lavoir", "Aubépines", id="place")
PREPARATION = Preparation(
    "Instance de veille", SORTI.date(), date(2026, 11, 1), SORTI.date(), "le centre social"
)
NOTE = NotePreparee(
    objet="Un accueil le matin",
    destinataire="le comité",
    du=date(2026, 11, 1),
    au=SORTI.date(),
    analyse=("La salle est fermée.",),
    options=("Ouvrir.",),
    proposition="Ouvrir dès la rentrée.",
)


@pytest.fixture(autouse=True)
def faits(cahier: CahierOuvert) -> None:
    cahier.save_site(PLACE)
    for rang in ("a", "b"):
        cahier.save_fait(
            Fait(
                LE,
                PLACE.id,
                TypeFait.bruit,
                TexteBrut("Vu Karim crier tard"),
                attestation=Attestation.recoupe,
                natures_source=(NatureSource.observation, NatureSource.ecole),
                id=rang,
            )
        )


def sortir(cahier: CahierOuvert, dossier: Dossier[Any], dossier_: Path, le: datetime) -> str:
    """Lit tout, signe, écrit les deux formats ; rend le texte du document."""
    for rang, etape in enumerate(dossier.etapes):
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        dossier.marquer_lue(rang)
    signe = regarder_et_signer(dossier)
    for code in (FormatDocument.pdf, FormatDocument.odt):
        chemin = dossier_ / f"{le.day}-{nom_propose(signe, code)}"
        exporter(signe, code, chemin, cahier=cahier, maintenant=le)
    return "\n".join(signe.document.textes())


def infirmer(cahier: CahierOuvert, fait_id: str = "a") -> None:
    changer_degre(cahier, fait_id, Attestation.infirme, TexteBrut("c’était un chantier"), INFIRME,
                  reunion_le=INFIRME.date())  # fmt: skip


def test_compte_rendu_et_note_qui_citaient_le_fait_sont_nommes_une_fois_chacun(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    sortir(cahier, ouvrir_dossier(cahier, PREPARATION), tmp_path, SORTI)
    sortir(cahier, ouvrir_note(cahier, NOTE, SORTI.date()), tmp_path, SORTI + timedelta(hours=1))
    assert documents_citant(cahier, infirmes_sortis(cahier)) == []
    infirmer(cahier)

    citants = a_rectifier(cahier, infirmes_sortis(cahier))
    assert [(c.genre, c.destinataire, [f.id for f in c.faits]) for c in citants] == [
        (GenreDocument.note_synthese, "le comité", ["a"]),
        (GenreDocument.compte_rendu, "le centre social", ["a"]),
    ]
    (du,) = [d for d in ce_qui_est_du(cahier, APRES) if isinstance(d, Du) and "infirmé" in d.phrase]
    assert du.phrase == "2 documents citaient un fait infirmé depuis"
    assert du.ecran == "rectificatif"


def test_le_rectificatif_part_au_meme_destinataire_et_solde_le_document(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    sortir(cahier, ouvrir_dossier(cahier, PREPARATION), tmp_path, SORTI)
    infirmer(cahier)
    (citant,) = a_rectifier(cahier, infirmes_sortis(cahier))
    dossier = ouvrir_rectificatif(cahier, citant.cle, "Nous vous prions de nous excuser.", APRES)
    texte = sortir(cahier, dossier, tmp_path, APRES)

    assert "Rectificatif au compte-rendu du 21 novembre 2026" in texte
    assert "Aubépines, mois de novembre, démenti" in texte
    assert "Nous vous prions de nous excuser." in texte
    assert "Karim" not in texte
    (ligne, _) = [r for r in cahier.journal() if r.genre is GenreDocument.rectificatif]
    assert (ligne.destinataire, ligne.faits) == ("le centre social", ("a",))
    assert [c.rectifie_le for c in documents_citant(cahier, infirmes_sortis(cahier))] == [APRES]
    assert a_rectifier(cahier, infirmes_sortis(cahier)) == []


def test_un_second_fait_infirme_rouvre_le_document(cahier: CahierOuvert, tmp_path: Path) -> None:
    sortir(cahier, ouvrir_dossier(cahier, PREPARATION), tmp_path, SORTI)
    infirmer(cahier)
    (citant,) = a_rectifier(cahier, infirmes_sortis(cahier))
    sortir(cahier, ouvrir_rectificatif(cahier, citant.cle, "", APRES), tmp_path, APRES)
    infirmer(cahier, "b")

    (encore,) = a_rectifier(cahier, infirmes_sortis(cahier))
    assert sorted(fait.id for fait in encore.faits) == ["a", "b"]
    texte = sortir(
        cahier,
        ouvrir_rectificatif(cahier, encore.cle, "", APRES + timedelta(days=1)),
        tmp_path,
        APRES + timedelta(days=1),
    )
    assert "citait des faits" in texte
    assert "Ce que nous ajoutons" not in texte
    assert a_rectifier(cahier, infirmes_sortis(cahier)) == []


def test_un_compte_rendu_qui_dit_le_dementi_n_est_pas_a_rectifier_et_rectifie(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    """Contrôle positif, vu échouer : ne pas comparer la sortie au jour du démenti."""
    sortir(cahier, ouvrir_dossier(cahier, PREPARATION), tmp_path, SORTI)
    infirmer(cahier)
    suivant = replace(PREPARATION, dementis=True)
    sortir(cahier, ouvrir_dossier(cahier, suivant), tmp_path, APRES)

    assert [c.sorti_le for c in documents_citant(cahier, infirmes_sortis(cahier))] == [SORTI]
    assert a_rectifier(cahier, infirmes_sortis(cahier)) == []


def test_un_fait_note_faux_d_emblee_n_a_pu_etre_cite(cahier: CahierOuvert) -> None:
    ne_faux = replace(cahier.fait("a"), id="c", attestation=Attestation.infirme,
                      reunion_le=LE.date())  # fmt: skip
    cahier.save_fait(ne_faux)
    cahier.append_journal(
        LigneJournal(
            SORTI, GenreDocument.compte_rendu, FormatDocument.pdf, "Veille", "0" * 64, ("c",)
        )
    )

    assert documents_citant(cahier, infirmes_sortis(cahier)) == []


def test_une_lettre_a_son_registre(cahier: CahierOuvert) -> None:
    cahier.append_journal(
        LigneJournal(
            SORTI, GenreDocument.courrier, FormatDocument.pdf, "Régie (2026-001)", "0" * 64, ("a",)
        )
    )
    infirmer(cahier)

    assert documents_citant(cahier, infirmes_sortis(cahier)) == []


def test_un_fait_retabli_ne_se_rectifie_plus(cahier: CahierOuvert, tmp_path: Path) -> None:
    sortir(cahier, ouvrir_dossier(cahier, PREPARATION), tmp_path, SORTI)
    infirmer(cahier)
    (citant,) = a_rectifier(cahier, infirmes_sortis(cahier))
    changer_degre(cahier, "a", Attestation.observe, TexteBrut("revu ce soir"), APRES)

    with pytest.raises(ErreurConnue, match="ne cite plus"):
        ouvrir_rectificatif(cahier, citant.cle, "", APRES)


def test_un_rectificatif_sans_dementi_ne_se_signe_pas(cahier: CahierOuvert, tmp_path: Path) -> None:
    sortir(cahier, ouvrir_dossier(cahier, PREPARATION), tmp_path, SORTI)
    infirmer(cahier)
    (citant,) = a_rectifier(cahier, infirmes_sortis(cahier))
    dossier = ouvrir_rectificatif(cahier, citant.cle, "", APRES)
    dossier.ecarter_faits(["a"])

    with pytest.raises(SortieRefusee, match="laissés de côté"):
        regarder_et_signer(dossier)
