"""Sauvegarder ailleurs, restaurer à côté : le même contenu, jamais par-dessus.

Contrôle positif, vu échouer : sans essai de la phrase ni effacement de ce qui ne s'ouvre pas, une
phrase erronée laisse un dossier derrière elle.
"""

from __future__ import annotations

from pathlib import Path

from commandes.aides import CODE, PHRASE, ce_qui_fuit, lancer, retourner_un_octet
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store.cahier import unlock


def faits(cahier: Path, secret: str = PHRASE) -> list[Fait]:
    """Tous les faits d'un cahier fermé."""
    with unlock(cahier, secret) as ouvert:
        return list(ouvert.faits(Filtre()))


def octets(folder: Path) -> dict[str, bytes]:
    """Chaque fichier d'un dossier."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_une_sauvegarde_sur_une_cle_porte_tout_le_cahier(cahier: Path, tmp_path: Path) -> None:
    cle = tmp_path / "clé USB"

    essai = lancer("sauvegarder", cahier, cle)

    assert essai.returncode == 0, essai.stderr
    (faite,) = cle.iterdir()
    assert faite.name in essai.stdout
    assert faits(faite) == faits(cahier)
    assert len(faits(cahier)) == 5
    assert ce_qui_fuit(essai) == []


def test_une_destination_qui_n_est_pas_un_dossier_rend_un(cahier: Path, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("autre chose", "utf-8")

    essai = lancer("sauvegarder", cahier, tmp_path / "fichier")

    assert essai.returncode == 1
    assert "Ce qui l’était déjà reste intact." in essai.stderr
    assert ce_qui_fuit(essai) == []


def test_sauvegarder_avec_une_phrase_erronee_rend_deux(cahier: Path, tmp_path: Path) -> None:
    essai = lancer("sauvegarder", cahier, tmp_path / "clé", phrase="une autre")

    assert essai.returncode == 2
    assert not (tmp_path / "clé").exists()


def test_une_sauvegarde_restauree_rend_les_faits_de_son_jour(
    cahier: Path, sauvegarde: Path, tmp_path: Path
) -> None:
    avant = octets(cahier)
    neuf = tmp_path / "Retrouvé.cahier"

    essai = lancer("restaurer", sauvegarde, neuf)

    assert essai.returncode == 0, essai.stderr
    assert "restauré et relu" in essai.stdout
    assert octets(cahier) == avant
    assert faits(neuf) == faits(cahier)[2:]
    assert ce_qui_fuit(essai) == []


def test_le_code_de_secours_restaure_les_memes_faits(
    cahier: Path, sauvegarde: Path, tmp_path: Path
) -> None:
    neuf = tmp_path / "Retrouvé.cahier"

    assert lancer("restaurer", sauvegarde, neuf, phrase=CODE).returncode == 0
    assert faits(neuf, CODE) == faits(cahier)[2:]


def test_restaurer_n_ecrase_jamais_un_cahier(cahier: Path, sauvegarde: Path) -> None:
    avant = octets(cahier)

    essai = lancer("restaurer", sauvegarde, cahier)

    assert essai.returncode == 1
    assert "existe déjà à cet endroit. Rien n’a été changé." in essai.stderr
    assert octets(cahier) == avant


def test_une_sauvegarde_abimee_ne_se_restaure_pas(sauvegarde: Path, tmp_path: Path) -> None:
    retourner_un_octet(sauvegarde / "cahier.db", 9000)
    neuf = tmp_path / "Retrouvé.cahier"

    essai = lancer("restaurer", sauvegarde, neuf)

    assert essai.returncode == 1
    assert "Cette sauvegarde est abîmée" in essai.stderr
    assert not neuf.exists()


def test_restaurer_avec_une_phrase_erronee_n_ecrit_rien(sauvegarde: Path, tmp_path: Path) -> None:
    neuf = tmp_path / "Retrouvé.cahier"

    essai = lancer("restaurer", sauvegarde, neuf, phrase="une autre")

    assert essai.returncode == 2
    assert not neuf.exists()
