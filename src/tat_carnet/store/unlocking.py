"""D'un secret tapé à la clé de données : quelles fentes essayer, et à quel résultat se fier."""

from __future__ import annotations

from collections.abc import Iterator

from tat_carnet.domain.errors import CahierIllisible
from tat_carnet.store import code_secours as codes
from tat_carnet.store.cles import PHRASE, SECOURS, DataKey, unwrap
from tat_carnet.store.keyring import Keyring


def _candidates(secret: str) -> list[tuple[str, str]]:
    """Les fentes à essayer, et le texte à y présenter ; un code bien formé va au code d'abord."""
    try:
        return [(SECOURS, codes.normalise(secret)), (PHRASE, secret)]
    except codes.CodeSecoursInvalide:
        return [(PHRASE, secret)]


def keys_of(keyring: Keyring, secret: str) -> Iterator[DataKey]:
    """Les clés que `secret` rend dans ce trousseau : une, ou aucune. Une seconde par fente."""
    for name, text in _candidates(secret):
        key = unwrap(text, keyring.slots[name], keyring.cahier_id, name)
        if key is not None:
            yield key


def authentic_keys(copies: list[Keyring], secret: str) -> Iterator[tuple[Keyring, DataKey]]:
    """Copie par copie, la clé que `secret` rend et dont le MAC du trousseau répond.

    `CahierIllisible`, à la fin, si une copie ouverte a été récrite sans la clé.
    """
    altered = False
    for keyring in copies:
        for key in keys_of(keyring, secret):
            if keyring.authentic(key):
                yield keyring, key
            else:
                altered = True
    if altered:
        raise CahierIllisible(
            "Le fichier de clés de ce cahier a été modifié hors de l’application. "
            "Rien n’a été changé. Restaurez la sauvegarde la plus récente."
        )
