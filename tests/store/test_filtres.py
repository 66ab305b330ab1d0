"""Les filtres gardés sous un nom."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tat_carnet.domain.filtre import Filtre, FiltreGarde
from tat_carnet.store.cahier import CahierOuvert

gardes = st.builds(
    FiltreGarde,
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    st.builds(Filtre, texte=st.text(st.characters(exclude_categories=["Cs"]))),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(garde=gardes)
def test_un_filtre_garde_se_relit_tel_quel(cahier: CahierOuvert, garde: FiltreGarde) -> None:
    for ancien in cahier.filtres():
        cahier.delete_filtre(ancien.nom)
    cahier.save_filtre(garde)

    assert list(cahier.filtres()) == [garde]


def test_un_nom_repris_remplace_son_filtre(cahier: CahierOuvert) -> None:
    cahier.save_filtre(FiltreGarde("nuits", Filtre(texte="nuit")))
    cahier.save_filtre(FiltreGarde("Bruits", Filtre(du=date(2026, 1, 1)), jours=30))
    cahier.save_filtre(FiltreGarde("nuits", Filtre(texte="soir")))

    assert [garde.nom for garde in cahier.filtres()] == ["Bruits", "nuits"]
    assert cahier.filtres()[1].filtre.texte == "soir"
    cahier.delete_filtre("nuits")
    cahier.delete_filtre("nuits")
    assert [garde.nom for garde in cahier.filtres()] == ["Bruits"]
    cahier.verify()


def test_un_champ_d_une_autre_version_s_ignore(cahier: CahierOuvert) -> None:
    cahier._base.rows(
        "INSERT INTO filtre_garde (id, contenu) VALUES ('ancien', "
        """'{"texte": "nuit", "inconnu": 3, "jours": null}')"""
    )

    assert list(cahier.filtres()) == [FiltreGarde("ancien", Filtre(texte="nuit"))]
