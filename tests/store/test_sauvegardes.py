"""Les sauvegardes : vérifiées avant d'en remplacer, restaurées à côté."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.aides import CODE, LE, PHRASE, noms, remplir
from tat_carnet.domain.errors import CahierIllisible, EcritureImpossible
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import sauvegardes
from tat_carnet.store.cahier import CahierOuvert, create, unlock
from tat_carnet.store.kdf import FLOOR
from tat_carnet.store.sauvegardes import kept, list_backups, restore, rotate

TOUT = Filtre()


@pytest.fixture
def ouvert(dossier: Path) -> CahierOuvert:
    return unlock(dossier, PHRASE)


def abimer(sauvegarde: Path) -> None:
    base = sauvegarde / "cahier.db"
    octets = bytearray(base.read_bytes())
    octets[len(octets) // 2] ^= 1
    base.write_bytes(octets)


def test_une_sauvegarde_contient_jusqu_au_dernier_mot_ecrit(ouvert: CahierOuvert) -> None:
    """Le journal WAL compris. Témoin : la base seule, recopiée, n'a pas ces faits."""
    faits = remplir(ouvert, 200)

    sauvegarde = ouvert.backup(LE)

    attendus = list(ouvert.faits(TOUT, 999))
    ouvert.close()
    with unlock(sauvegarde, PHRASE) as copie:
        assert list(copie.faits(TOUT, 999)) == attendus
        assert copie.count_faits(TOUT) == len(faits) + 3
        copie.verify()
    assert sauvegarde.stat().st_mode & 0o777 == 0o700
    assert (sauvegarde / "cahier.db").stat().st_mode & 0o777 == 0o600


def test_le_code_de_secours_restaure_les_memes_faits(ouvert: CahierOuvert, tmp_path: Path) -> None:
    sauvegarde = ouvert.backup(LE)
    attendus = list(ouvert.faits(TOUT))
    ouvert.close()

    restore(sauvegarde, tmp_path / "Restauré.cahier")

    with unlock(tmp_path / "Restauré.cahier", CODE) as rendu:
        assert list(rendu.faits(TOUT)) == attendus
        rendu.save_fait(attendus[0])
        rendu.verify()
    assert noms(tmp_path / "Restauré.cahier") == [
        "cahier.db",
        "cles-1.json",
        "cles-2.json",
        "sauvegardes",
        "sceau.json",
        "verrou",
    ]


def test_une_sauvegarde_dont_une_copie_des_cles_manque_se_restaure(
    ouvert: CahierOuvert, tmp_path: Path
) -> None:
    sauvegarde = ouvert.backup(LE)
    ouvert.close()
    (sauvegarde / "cles-1.json").unlink()

    restore(sauvegarde, tmp_path / "Restauré.cahier")

    unlock(tmp_path / "Restauré.cahier", PHRASE).close()
    assert (tmp_path / "Restauré.cahier" / "cles-1.json").exists()


def test_une_restauration_ne_se_fait_jamais_par_dessus(ouvert: CahierOuvert, dossier: Path) -> None:
    sauvegarde = ouvert.backup(LE)
    remplir(ouvert, 1)

    with pytest.raises(EcritureImpossible, match="existe déjà"):
        restore(sauvegarde, dossier)

    assert ouvert.count_faits(TOUT) == 4
    ouvert.close()


def test_une_sauvegarde_abimee_est_signalee_gardee_et_ne_se_restaure_pas(
    ouvert: CahierOuvert, tmp_path: Path
) -> None:
    """Témoin : la précédente, intacte, se restaure."""
    precedente, derniere = ouvert.backup(LE), ouvert.backup(LE + timedelta(days=1))
    ouvert.close()
    abimer(derniere)

    assert [(une.path, une.intacte) for une in list_backups(derniere.parent)] == [
        (derniere, False),
        (precedente, True),
    ]
    with pytest.raises(CahierIllisible, match="abîmée ou absente"):
        restore(derniere, tmp_path / "A.cahier")
    restore(precedente, tmp_path / "B.cahier")
    assert not (tmp_path / "A.cahier").exists()


def test_une_sauvegarde_abimee_ne_fait_partir_aucune_ancienne(ouvert: CahierOuvert) -> None:
    ancienne = ouvert.backup(LE)
    recente = ouvert.backup(LE + timedelta(hours=1))
    assert not ancienne.exists(), "témoin : le même jour, la plus récente remplace l'autre"

    abimer(recente)
    derniere = ouvert.backup(LE + timedelta(hours=2))

    assert noms(derniere.parent) == [recente.name, derniere.name]
    ouvert.close()


def test_une_horloge_qui_recule_ne_fait_pas_retirer_la_sauvegarde_qu_on_vient_de_faire(
    ouvert: CahierOuvert,
) -> None:
    premiere = ouvert.backup(LE)

    seconde = ouvert.backup(LE - timedelta(hours=1))

    assert noms(premiere.parent) == [seconde.name, premiere.name]
    ouvert.close()


def test_une_copie_qui_ne_se_relit_pas_ne_remplace_rien(
    ouvert: CahierOuvert, monkeypatch: pytest.MonkeyPatch
) -> None:
    ancienne = ouvert.backup(LE)

    def refuse(_: object) -> None:
        raise CahierIllisible("copie abîmée")

    monkeypatch.setattr(sauvegardes, "check_database", refuse)
    with pytest.raises(CahierIllisible):
        ouvert.backup(LE + timedelta(hours=1))

    assert noms(ancienne.parent) == [ancienne.name]
    ouvert.close()


def test_une_copie_dont_le_journal_resterait_en_attente_est_refusee(
    ouvert: CahierOuvert, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sauvegardes, "has_journal", lambda _: True)

    with pytest.raises(EcritureImpossible, match="pas pu être achevée"):
        ouvert.backup(LE)

    assert ouvert.backups() == []
    ouvert.close()


def test_verrouiller_interrompt_la_sauvegarde(
    ouvert: CahierOuvert, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ouvert, "_closed", lambda: True)

    with pytest.raises(EcritureImpossible, match="Le verrouillage a interrompu"):
        ouvert.backup(LE)

    assert ouvert.backups() == []
    ouvert.close()


def test_verrouiller_entre_la_copie_et_sa_relecture_ne_laisse_rien(
    ouvert: CahierOuvert, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copier = sauvegardes.copy_database

    def copier_puis_verrouiller(*arguments: Any) -> None:
        copier(*arguments)
        ouvert.close()

    monkeypatch.setattr(sauvegardes, "copy_database", copier_puis_verrouiller)
    with pytest.raises(EcritureImpossible, match="Le verrouillage a interrompu"):
        ouvert.backup(LE)

    assert noms(dossier / "sauvegardes") == []


def test_un_autre_dossier_peut_recevoir_les_sauvegardes_de_plusieurs_cahiers(
    ouvert: CahierOuvert, tmp_path: Path
) -> None:
    """Une clé USB partagée : chacun ne voit et ne retire que les siennes."""
    usb = tmp_path / "clé usb"
    autre = create(tmp_path / "Autre.cahier", "une autre phrase", CODE, kdf=FLOOR)
    mienne = ouvert.backup(LE, usb)
    sienne = autre.backup(LE + timedelta(hours=1), usb)

    assert [une.path for une in ouvert.backups(usb)] == [mienne]
    assert [une.path for une in autre.backups(usb)] == [sienne]
    assert mienne.exists()
    for un_cahier in (ouvert, autre):
        un_cahier.close()


def test_un_dossier_etranger_n_est_pas_une_sauvegarde(tmp_path: Path) -> None:
    (tmp_path / "2026-vacances.cahier").mkdir()
    (tmp_path / "2026-03-14T21-40-00.cahier").mkdir()
    (tmp_path / "notes.txt").touch()

    (trouvee,) = list_backups(tmp_path)

    assert not trouvee.intacte
    assert trouvee.cahier == ""
    rotate(tmp_path, "")
    assert trouvee.path.exists()


def test_la_rotation_garde_sept_jours_quatre_semaines_et_douze_mois() -> None:
    debut = datetime(2025, 1, 1, 20)
    moments = [debut + timedelta(days=jour) for jour in range(500)]

    gardes = " ".join(f"{moment:%m-%d}" for moment in sorted(kept(moments)))

    assert gardes == (
        "06-30 07-31 08-31 09-30 10-31 11-30 12-31 01-31 02-28 03-31 "
        "04-26 04-30 05-03 "  # deux dimanches, et le dernier jour d'avril
        "05-09 05-10 05-11 05-12 05-13 05-14 05-15"
    )


@given(st.sets(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), max_size=60))
def test_la_plus_recente_est_toujours_gardee_et_rien_n_est_invente(moments: set[datetime]) -> None:
    gardes = kept(moments)

    assert gardes <= moments
    assert len(gardes) <= 23
    assert kept(gardes) == gardes
    assert not moments or max(moments) in gardes
