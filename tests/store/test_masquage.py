"""La liste de masquage."""

from __future__ import annotations

from tat_carnet.store.cahier import CahierOuvert


def test_les_termes_s_ajoutent_une_fois_et_sans_blancs(cahier: CahierOuvert) -> None:
    assert cahier.termes_masquage() == frozenset()

    cahier.add_termes_masquage(["Kévin-fictif", " Zoé-fictive ", "", "  "])
    cahier.add_termes_masquage({"Kévin-fictif", "Œil \ud83d"})

    assert cahier.termes_masquage() == {"Kévin-fictif", "Zoé-fictive", "Œil \ufffd"}


def test_un_terme_ote_n_est_plus_la(cahier: CahierOuvert) -> None:
    cahier.add_termes_masquage(["Kévin-fictif", "Zoé-fictive"])
    cahier.remove_termes_masquage(["Zoé-fictive", "inconnu"])

    assert cahier.termes_masquage() == {"Kévin-fictif"}
    cahier.verify()
