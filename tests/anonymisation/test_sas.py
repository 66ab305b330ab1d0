"""Le sas, quoi qu'on y fasse : rien ne se signe avant la dernière alerte, tout est relu."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tat_carnet.anonymisation.relecture import Origine, Passage, StatutAlerte
from tat_carnet.domain.errors import ErreurConnue, RelectureIncomplete
from tat_carnet.domain.relu import SCEAU, TexteRelu

BRUT = "Vu Karim, 14 ans, au hall 7 avec Karim et un dealer."


def tout_accepter(passage: Passage) -> None:
    """Accepte chaque alerte, une à une."""
    while (rang := passage.prochaine()) is not None:
        passage.accepter(rang)


def test_on_ne_signe_pas_tant_qu_une_alerte_attend() -> None:
    """Témoin : signer sans regarder `prochaine` rend ce texte et fait échouer l'essai (vu)."""
    passage = Passage(BRUT)
    with pytest.raises(RelectureIncomplete) as refus:
        passage.signer(3)
    assert (refus.value.passage, refus.value.alerte) == (3, 0)
    tout_accepter(passage)
    assert passage.signer() == TexteRelu(passage.texte, SCEAU)


def test_une_reformulation_est_relue_avant_la_signature() -> None:
    """Témoin : ne pas relire ce qui est tapé laisse signer « Samira » (vu échouer)."""
    passage = Passage("Vu Karim hier")
    passage.reformuler(0, "la petite Samira")
    (nouvelle,) = [a for a in passage.alertes if a.origine is Origine.saisie]
    assert passage.texte[nouvelle.debut : nouvelle.fin] == "Samira"
    with pytest.raises(RelectureIncomplete):
        passage.signer()
    passage.accepter(nouvelle.rang)
    assert "Samira" not in passage.signer().texte
    assert passage.termes_masques >= {"Karim", "Samira"}


def test_un_terme_garde_puis_recrit_se_relit() -> None:
    """Contrôle positif, vu échouer : se souvenir de « Samira » après l'avoir récrite la signe."""
    passage = Passage("Vu hier, il tousse.")
    passage.modifier("Vu Samira hier, il tousse.")
    passage.garder(0, "elle le veut")
    assert passage.complete
    passage.modifier("Vu Sam hier, il tousse.")
    passage.modifier("Vu Samira hier, il tousse.")
    assert passage.termes_gardes == frozenset()
    assert not passage.complete


GESTES = st.lists(
    st.tuples(
        st.sampled_from(["accepter", "garder", "rouvrir", "reformuler", "modifier"]),
        st.integers(0, 6),
        st.sampled_from(["", "un proche", "Samira dit oui", "au 3e étage", "le hall 7", "x"]),
    ),
    max_size=8,
)


def faire(passage: Passage, geste: str, rang: int, mots: str) -> None:
    """Un geste de la personne, sur l'alerte de ce rang ou sur tout le texte."""
    if geste == "modifier":
        passage.modifier(f"{passage.texte[: rang * 5]}{mots}{passage.texte[rang * 6 :]}")
    elif geste in ("reformuler", "garder"):
        getattr(passage, geste)(rang, mots)
    else:
        getattr(passage, geste)(rang)


@given(GESTES)
@example([("modifier", 2, "Samira dit oui"), ("garder", 5, ""), ("modifier", 1, "au 3e étage")])
@settings(max_examples=60, deadline=None)
def test_quels_que_soient_les_gestes_aucun_nom_ne_se_signe_sans_avoir_ete_garde(
    gestes: list[tuple[str, int, str]],
) -> None:
    passage = Passage(BRUT)
    for geste, rang, mots in gestes:
        try:
            faire(passage, geste, rang % max(1, len(passage.alertes)), mots)
        except (ErreurConnue, IndexError):
            continue
        assert [a.rang for a in passage.alertes] == list(range(len(passage.alertes)))
    attente = [a for a in passage.alertes if a.statut is StatutAlerte.en_attente]
    assert passage.complete is not bool(attente)
    tout_accepter(passage)
    signe = passage.signer().texte
    if not passage.termes_gardes:
        assert "Karim" not in signe
        assert "Samira" not in signe
