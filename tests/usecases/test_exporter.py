"""Faire sortir un compte-rendu : ou le fichier est bon et inscrit, ou il n'en reste rien."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR
from typing import cast

import pytest

from documents.exemples import compte_rendu, fait_relu, relu
from signatures import signer
from tat_carnet.domain.errors import CahierIllisible, EcritureImpossible, SortieRefusee
from tat_carnet.domain.journal import (
    FORMATS_DE_DOCUMENT,
    FormatDocument,
    GenreDocument,
    LigneJournal,
)
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import Attestation, TypeFait
from tat_carnet.usecases import exporter as module
from tat_carnet.usecases.exporter import exporter, nom_propose
from tat_carnet.usecases.ports import Cahier

MAINTENANT = datetime(2026, 11, 21, 22, 5)
FUITE = fait_relu(TypeFait.bruit, "Ce soir-là, Karimou a crié sur la place.")
chaque_format = pytest.mark.parametrize("format_", list(FORMATS_DE_DOCUMENT))


class CahierDEssai:
    """Un cahier qui ne sait que tenir son journal, ou refuser de le tenir."""

    def __init__(self, panne: BaseException | None = None) -> None:
        self.lignes: list[LigneJournal] = []
        self._panne = panne

    def append_journal(self, ligne: LigneJournal, _sillages: Sequence[Sillage]) -> None:
        if self._panne is not None:
            raise self._panne
        self.lignes.append(ligne)

    def termes_masquage(self) -> frozenset[str]:
        return frozenset()


@pytest.fixture
def cahier() -> CahierDEssai:
    return CahierDEssai()


def sortir(
    destination: Path,
    cahier: CahierDEssai,
    *,
    cr: CompteRendu | None = None,
    format_: FormatDocument = FormatDocument.pdf,
    termes: tuple[str, ...] = ("karimou",),
) -> LigneJournal:
    return exporter(
        signer(cr or compte_rendu(), termes),
        format_,
        destination,
        cahier=cast(Cahier, cahier),
        maintenant=MAINTENANT,
    )


@chaque_format
def test_un_export_ecrit_le_fichier_et_sa_ligne(
    tmp_path: Path, cahier: CahierDEssai, format_: FormatDocument
) -> None:
    destination = tmp_path / nom_propose(signer(compte_rendu()), format_)
    cr = compte_rendu()
    ligne = sortir(destination, cahier, cr=cr, format_=format_)

    assert destination.name == f"compte-rendu-2026-11-21.{format_}"
    assert list(tmp_path.iterdir()) == [destination]
    assert destination.stat().st_mode & 0o777 == 0o600
    assert cahier.lignes == [ligne]
    assert ligne == LigneJournal(
        le=MAINTENANT,
        genre=GenreDocument.compte_rendu,
        format=format_,
        destinataire="Bailleur social",
        empreinte=sha256(destination.read_bytes()).hexdigest(),
        faits=tuple(fait.reference for fait in cr.faits),
        id=ligne.id,
    )


@chaque_format
def test_un_terme_laisse_passer_est_pris_et_le_fichier_detruit(
    tmp_path: Path, cahier: CahierDEssai, format_: FormatDocument
) -> None:
    """Le contrôle positif de la promesse 2 ; `test_sans_contre_lecture…` en est le contraire."""
    with pytest.raises(SortieRefusee) as refus:
        sortir(tmp_path / "x", cahier, cr=compte_rendu(faits=(FUITE,)), format_=format_)

    assert list(tmp_path.iterdir()) == []
    assert cahier.lignes == []
    assert "Karimou" not in refus.value.phrase
    assert "karimou" not in refus.value.phrase
    ou = "page 2" if format_ is FormatDocument.pdf else "la section «\u202fCadre de vie\u202f»"
    assert f"{ou}, «\u202fk…\u202f» (7 signes)" in refus.value.phrase


def test_sans_contre_lecture_le_terme_sortirait(
    tmp_path: Path, cahier: CahierDEssai, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ce qui précède ne tient qu'à la contre-lecture : ôtée, le même document sort."""
    monkeypatch.setattr(module, "contre_lire", lambda *_, **__: ())
    sortir(tmp_path / "x.odt", cahier, cr=compte_rendu(faits=(FUITE,)), format_=FormatDocument.odt)

    assert (tmp_path / "x.odt").exists()


def test_le_fichier_n_a_pas_son_nom_avant_d_etre_relu(
    tmp_path: Path, cahier: CahierDEssai, monkeypatch: pytest.MonkeyPatch
) -> None:
    destination = tmp_path / "x.pdf"
    vus: list[tuple[bool, list[str]]] = []
    lire = module.contre_lire

    def espion(*args: object, **kwargs: object) -> object:
        vus.append((destination.exists(), [p.name for p in tmp_path.iterdir()]))
        return cast(Callable[..., object], lire)(*args, **kwargs)

    monkeypatch.setattr(module, "contre_lire", espion)
    sortir(destination, cahier)
    ((existe, (provisoire,)),) = vus

    assert not existe
    assert not {"karimou", "compte", "rendu", "aubepines"} & set(provisoire.split("."))
    assert len(provisoire) == len(".0123456789abcdef.tmp")


def test_les_octets_sont_sur_le_disque_avant_que_le_fichier_ait_son_nom(
    tmp_path: Path, cahier: CahierDEssai, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Contrôle positif : sans `os.fsync` dans `_ecrire`, cet essai échoue (vu)."""
    gestes: list[str] = []
    fixer, lier = os.fsync, os.link

    def fsync(descripteur: int) -> None:
        gestes.append("fixe le dossier" if S_ISDIR(os.fstat(descripteur).st_mode) else "fixe")
        fixer(descripteur)

    def link(source: Path, cible: Path) -> None:
        gestes.append("nomme")
        lier(source, cible)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "link", link)
    sortir(tmp_path / "x.pdf", cahier)

    assert gestes == ["fixe", "nomme", "fixe le dossier"]


def test_un_refus_nomme_trois_endroits_au_plus(tmp_path: Path, cahier: CahierDEssai) -> None:
    texte = (relu("Place haute, place haute."),)
    cr = compte_rendu(alertes=texte, questions=texte)
    with pytest.raises(SortieRefusee) as refus:
        sortir(
            tmp_path / "x.odt", cahier, cr=cr, format_=FormatDocument.odt, termes=("place haute",)
        )

    assert refus.value.phrase.count("signes") == 3
    assert "\u202f; et 1 ailleurs." in refus.value.phrase


@pytest.mark.parametrize("degre", [Attestation.rumeur, Attestation.infirme])
def test_une_rumeur_ne_sort_pas_meme_relue(
    tmp_path: Path, cahier: CahierDEssai, degre: Attestation
) -> None:
    with pytest.raises(SortieRefusee):
        sortir(
            tmp_path / "x.pdf", cahier, cr=compte_rendu(faits=(replace(FUITE, attestation=degre),))
        )

    assert list(tmp_path.iterdir()) == []


def test_un_nom_de_fichier_qui_dit_un_terme_est_refuse(
    tmp_path: Path, cahier: CahierDEssai
) -> None:
    with pytest.raises(SortieRefusee, match="nom du fichier"):
        sortir(tmp_path / "réunion chez Karimou.pdf", cahier)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("en_lien", [False, True])
def test_un_fichier_deja_la_n_est_jamais_remplace(
    tmp_path: Path, cahier: CahierDEssai, en_lien: bool
) -> None:
    destination = tmp_path / "x.pdf"
    if en_lien:
        destination.symlink_to(tmp_path / "ailleurs.pdf")
    else:
        destination.write_bytes("à garder".encode())

    with pytest.raises(EcritureImpossible, match="déjà ce nom"):
        sortir(destination, cahier)

    assert [p.name for p in tmp_path.iterdir()] == ["x.pdf"]
    assert en_lien or destination.read_bytes() == "à garder".encode()
    assert cahier.lignes == []


def test_un_fichier_apparu_pendant_l_ecriture_n_est_pas_remplace(
    tmp_path: Path, cahier: CahierDEssai, monkeypatch: pytest.MonkeyPatch
) -> None:
    destination = tmp_path / "x.pdf"
    _apparait_pendant_la_relecture(destination, monkeypatch)

    with pytest.raises(EcritureImpossible, match="déjà ce nom"):
        sortir(destination, cahier)

    assert list(tmp_path.iterdir()) == [destination]
    assert destination.read_bytes() == b"autre"
    assert cahier.lignes == []


def _apparait_pendant_la_relecture(destination: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def apparition(*_: object, **__: object) -> tuple[()]:
        destination.write_bytes(b"autre")
        return ()

    monkeypatch.setattr(module, "contre_lire", apparition)


def _sans_liens(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "pas de liens sur FAT")

    monkeypatch.setattr(os, "link", refuse)


def test_une_cle_usb_sans_liens_recoit_le_fichier(
    tmp_path: Path, cahier: CahierDEssai, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sans_liens(monkeypatch)
    sortir(tmp_path / "x.pdf", cahier)

    assert [p.name for p in tmp_path.iterdir()] == ["x.pdf"]
    assert len(cahier.lignes) == 1


def test_une_cle_usb_sans_liens_ne_perd_pas_un_fichier_apparu(
    tmp_path: Path, cahier: CahierDEssai, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sans_liens(monkeypatch)
    _apparait_pendant_la_relecture(tmp_path / "x.pdf", monkeypatch)

    with pytest.raises(EcritureImpossible, match="déjà ce nom"):
        sortir(tmp_path / "x.pdf", cahier)

    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"autre"]


def test_un_dossier_absent_se_dit_en_une_phrase(tmp_path: Path, cahier: CahierDEssai) -> None:
    with pytest.raises(EcritureImpossible, match="Impossible d’écrire ici"):
        sortir(tmp_path / "absent" / "x.pdf", cahier)


def test_un_dossier_qui_est_un_fichier_se_dit_en_une_phrase(
    tmp_path: Path, cahier: CahierDEssai
) -> None:
    (tmp_path / "clé").write_bytes(b"")

    with pytest.raises(EcritureImpossible, match="Impossible d’écrire ici"):
        sortir(tmp_path / "clé" / "x.pdf", cahier)


@contextmanager
def _fichiers_limites_a(octets: int) -> Iterator[None]:
    """Le noyau refuse tout fichier plus gros : un vrai disque plein, sans disque à remplir."""
    douce, dure = resource.getrlimit(resource.RLIMIT_FSIZE)
    ancien = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (octets, dure))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (douce, dure))
        signal.signal(signal.SIGXFSZ, ancien)


@chaque_format
def test_un_disque_plein_ne_garde_pas_un_demi_fichier(
    tmp_path: Path, cahier: CahierDEssai, format_: FormatDocument
) -> None:
    with _fichiers_limites_a(1000), pytest.raises(EcritureImpossible, match="Impossible d’écrire"):
        sortir(tmp_path / "x", cahier, format_=format_)

    assert list(tmp_path.iterdir()) == []
    assert cahier.lignes == []


def test_un_disque_qui_rend_autre_chose_est_refuse(
    tmp_path: Path, cahier: CahierDEssai, monkeypatch: pytest.MonkeyPatch
) -> None:
    lire = Path.read_bytes

    def alteree(chemin: Path) -> bytes:
        octets = lire(chemin)
        return octets[:-1] if chemin.suffix == ".tmp" else octets

    monkeypatch.setattr(Path, "read_bytes", alteree)
    with pytest.raises(EcritureImpossible, match="n’a pas rendu"):
        sortir(tmp_path / "x.pdf", cahier)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "panne", [EcritureImpossible("Le cahier est plein."), CahierIllisible("Abîmé."), KeyError("x")]
)
def test_sans_ligne_au_journal_le_fichier_est_detruit(tmp_path: Path, panne: Exception) -> None:
    with pytest.raises(type(panne)) as levee:
        sortir(tmp_path / "x.pdf", CahierDEssai(panne))

    assert levee.value is panne
    assert list(tmp_path.iterdir()) == []


def test_un_defaut_du_programme_ne_laisse_pas_de_fichier(
    tmp_path: Path, cahier: CahierDEssai, monkeypatch: pytest.MonkeyPatch
) -> None:
    def defaut(*_: object, **__: object) -> None:
        raise RuntimeError("défaut")

    monkeypatch.setattr(module, "contre_lire", defaut)
    with pytest.raises(SortieRefusee, match="défaut") as refus:
        sortir(tmp_path / "x.pdf", cahier)

    assert isinstance(refus.value.__cause__, RuntimeError), "le défaut ne se perd pas"
    assert list(tmp_path.iterdir()) == []


def test_un_fichier_qu_on_ne_peut_effacer_est_vide_et_nomme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    panne = EcritureImpossible("Le cahier est plein.")
    monkeypatch.setattr(Path, "unlink", refuse)
    _sans_liens(monkeypatch)
    with pytest.raises(EcritureImpossible, match=r"plein\. Attention.*Effacez-le.*x\.pdf"):
        sortir(tmp_path / "x.pdf", CahierDEssai(panne))

    assert (tmp_path / "x.pdf").read_bytes() == b""


def test_un_nom_provisoire_qui_ne_s_efface_pas_detruit_aussi_la_sortie(
    tmp_path: Path, cahier: CahierDEssai, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Le fichier a déjà son nom quand l'effacement de l'autre échoue : il ne reste pas lisible."""
    effacer = Path.unlink

    def refuse(chemin: Path, missing_ok: bool = False) -> None:
        if chemin.suffix == ".tmp":
            raise PermissionError
        effacer(chemin, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(EcritureImpossible, match=r"Effacez-le.*\.tmp"):
        sortir(tmp_path / "x.pdf", cahier)

    assert [(p.suffix, p.read_bytes()) for p in tmp_path.iterdir()] == [(".tmp", b"")]
    assert cahier.lignes == []


def test_demarrer_ne_charge_pas_les_bibliotheques_d_export() -> None:
    """Le démarrage ne paie rien pour un export qui viendra peut-être."""
    programme = (
        "import sys, tat_carnet.usecases.exporter\n"
        "print(sorted({'reportlab', 'odfdo', 'pypdf', 'lxml'} & set(sys.modules)))"
    )
    sortie = subprocess.run(
        [sys.executable, "-c", programme], check=True, capture_output=True, text=True
    )

    assert sortie.stdout.strip() == "[]"


def test_un_systeme_qui_ne_fixe_pas_les_dossiers_ne_gene_pas(
    tmp_path: Path, cahier: CahierDEssai, monkeypatch: pytest.MonkeyPatch
) -> None:
    ouvrir = os.open

    def refuse(chemin: Path, *args: int) -> int:
        if Path(chemin).is_dir():
            raise PermissionError
        return ouvrir(chemin, *args)

    monkeypatch.setattr(os, "open", refuse)
    sortir(tmp_path / "x.pdf", cahier)

    assert (tmp_path / "x.pdf").exists()
