"""Des tournures que les notes de mise au point n'ont pas, lues comme une personne les lit."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation import reperer


@pytest.mark.parametrize(
    ("texte", "terme"),
    [
        ("vu Karim Ben Salah hier", "Karim Ben Salah"),
        ("la mère de Kévin El Amrani appelle", "Kévin El Amrani"),
        ("Mme Le Tallec a rappelé", "Le Tallec"),
        ("Ce soir Lina B, fatiguée", "Lina B"),
        ("vu sofia a. devant le city", "sofia a."),
        ("mme le tallec a rappelé", "le tallec"),
        ("on a eu momo au téléphone", "momo"),
        ("on a eu ficelle au téléphone", "ficelle"),
        ("on a eu rose au téléphone", "rose"),
        ("Vu N'Diaye devant le city", "N'Diaye"),
        ("Mme Ben Salah a rappelé", "Ben Salah"),
        ("kévin rentre demain", "kévin"),
        ("Mme El K a rappelé", "K"),
        ("mon pote moineau attend", "moineau"),
        ("on a dit à la fouine de venir", "la fouine"),
        ("La Fouine, lui, ne dit rien", "La Fouine"),
        ("il habite 12 rue de la gare à droite du pont", "12 rue de la gare"),
        ("une Kharabouchtiwanolékaïssandre est passée", "Kharabouchtiwanolékaïssandre"),
    ],
)
def test_la_personne_ou_l_adresse_est_montree(texte: str, terme: str) -> None:
    montre = {i for r in reperer(texte) for i in range(r.debut, r.fin)}
    debut = texte.index(terme)
    lettres = {i for i in range(debut, debut + len(terme)) if texte[i].isalnum()}
    assert lettres <= montre


@pytest.mark.parametrize(
    "texte",
    [
        "on remonte le cours tranquille vers la place 12",
        "la place 4 du parking reste vide",
        "le csapa2024 et le rdv22 sont notés",
        "le caf3 et le rdv2 sont notés",
    ],
)
def test_ces_mots_ne_font_pas_une_personne(texte: str) -> None:
    assert not [r for r in reperer(texte) if r.categorie.value in ("nom", "surnom", "adresse")]
