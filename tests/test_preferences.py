"""Les préférences : une valeur illisible prend celle d'usage, les autres restent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tat_carnet.settings import Apparence, Settings, load_settings, save_settings

USAGE = Settings()


def test_ce_qui_est_ecrit_se_relit(tmp_path: Path) -> None:
    choix = Settings(apparence=Apparence.sombre, verrou_minutes=12, verrou_reduit=True)
    save_settings(tmp_path / "dossier neuf" / "preferences.json", choix)

    assert load_settings(tmp_path / "dossier neuf" / "preferences.json") == choix


@pytest.mark.parametrize(
    ("contenu", "lues"),
    [
        ("", USAGE),
        ("{", USAGE),
        ("[]", USAGE),
        ("null", USAGE),
        ("{}", USAGE),
        ('{"apparence": "sombre"}', Settings(apparence=Apparence.sombre)),
        ('{"apparence": "rose", "verrou_minutes": 9}', Settings(verrou_minutes=9)),
        ('{"apparence": [], "verrou_reduit": true}', Settings(verrou_reduit=True)),
        ('{"verrou_minutes": 0}', USAGE),
        ('{"verrou_minutes": 61}', USAGE),
        ('{"verrou_minutes": 60}', Settings(verrou_minutes=60)),
        ('{"verrou_minutes": true}', USAGE),
        ('{"verrou_minutes": 1e9}', USAGE),
        ('{"verrou_minutes": "cinq"}', USAGE),
        ('{"verrou_reduit": 1}', USAGE),
        ('{"inconnue": 3, "verrou_minutes": 7}', Settings(verrou_minutes=7)),
    ],
)
def test_une_valeur_illisible_n_emporte_pas_les_autres(
    tmp_path: Path, contenu: str, lues: Settings
) -> None:
    """Un délai nul ou sans fin laisserait le cahier ouvert : il n'est pas lu non plus."""
    fichier = tmp_path / "preferences.json"
    fichier.write_text(contenu, encoding="utf-8")

    assert load_settings(fichier) == lues


def test_des_octets_qui_ne_sont_pas_du_texte_ne_sont_pas_lus(tmp_path: Path) -> None:
    fichier = tmp_path / "preferences.json"
    fichier.write_bytes(b"\xff\xfe\x00")

    assert load_settings(fichier) == USAGE
