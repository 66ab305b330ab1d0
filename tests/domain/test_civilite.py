"""L'appel nomme la fonction ; la formule le reprend mot pour mot."""

from __future__ import annotations

import pytest

from tat_carnet.domain.civilite import Civilite, TitreFonction, appel, formule, nom_du_titre


@pytest.mark.parametrize(
    ("titre", "civilite", "attendu"),
    [
        (TitreFonction.maire, Civilite.madame, "Madame la Maire"),
        (TitreFonction.maire, Civilite.monsieur, "Monsieur le Maire"),
        (TitreFonction.prefet, Civilite.inconnue, "Madame la Préfète, Monsieur le Préfet"),
        (TitreFonction.adjoint_maire, Civilite.madame, "Madame l’Adjointe au maire"),
        (TitreFonction.aucun, Civilite.inconnue, "Madame, Monsieur"),
        (TitreFonction.aucun, Civilite.madame, "Madame"),
        (TitreFonction.delegue_prefet, Civilite.monsieur, "Monsieur le Délégué du préfet"),
    ],
)
def test_l_appel_nomme_la_fonction(titre: TitreFonction, civilite: Civilite, attendu: str) -> None:
    assert appel(titre, civilite) == attendu


@pytest.mark.parametrize("civilite", list(Civilite))
@pytest.mark.parametrize("titre", list(TitreFonction))
def test_la_formule_reprend_l_appel(titre: TitreFonction, civilite: Civilite) -> None:
    phrase = formule(titre, civilite)

    assert f", {appel(titre, civilite)}, " in phrase
    haute = titre in (TitreFonction.maire, TitreFonction.prefet, TitreFonction.president)
    assert phrase.endswith("haute considération." if haute else "considération distinguée.")


def test_le_nom_d_un_titre_dit_les_deux_genres_une_fois() -> None:
    assert nom_du_titre(TitreFonction.directeur) == "Directrice, directeur"
    assert nom_du_titre(TitreFonction.maire) == "Maire"
    assert nom_du_titre(TitreFonction.adjoint_maire) == "Adjointe au maire, adjoint au maire"
    assert nom_du_titre(TitreFonction.aucun) == "Sans titre"
