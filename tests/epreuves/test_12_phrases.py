"""Épreuve 12. Les phrases françaises : NFC et NFD, apostrophes, guillemets, œ, longueur."""

from __future__ import annotations

import random
import unicodedata
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from epreuves.epreuve import TOUT, Bilan, cahier_neuf
from fenetres import fenetre
from store.aides import CODE, PHRASE
from tat_carnet.domain.errors import PhraseErronee
from tat_carnet.store import cles, kdf
from tat_carnet.store.cahier import create, unlock
from tat_carnet.store.kdf import FLOOR, KdfSettings

TITRE = "Phrases françaises : NFC ou NFD, apostrophes, œ, guillemets, 200 signes"
COMPLET = 2_000
SIGNES = "aeiouyàâäçéèêëîïôöùûüœæŒÉÀ'’ʼ\"«»“”„ \u00a0\u202f-–—…;:!?%_\\/()[]{}x'\0\t😀ﬁ\ud800"


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """Change `nombre` fois de phrase, rouvre par ses deux écritures, refuse sa voisine.

    La dérivation n'est pas celle du coffre mais une empreinte des mêmes octets normalisés : c'est
    leur lecture qui est éprouvée, `essai_entier` le fait une fois avec Argon2id.
    """
    path = cahier_neuf(dossier, "Carnet")
    pertes = []
    with unlock(path, PHRASE) as cahier, patch.object(cles, "derive_apart", deriver_vite):
        for graine in range(nombre):
            phrase = tirer(random.Random(graine))
            cahier.change_phrase(phrase)
            formes = {unicodedata.normalize(forme, phrase) for forme in ("NFC", "NFD")} | {phrase}
            if not all(cahier.recognises(forme) for forme in formes):
                pertes.append(f"graine {graine} : une écriture de la même phrase est refusée")
            if any(cahier.recognises(voisine) for voisine in voisines(phrase)):
                pertes.append(f"graine {graine} : une autre phrase ouvre")
    return Bilan(nombre, tuple(pertes))


def deriver_vite(secret: str, salt: bytes, _settings: KdfSettings) -> bytes:
    """32 octets des octets que le coffre donnerait à Argon2id."""
    return sha256(salt + kdf.normalise(secret)).digest()


def tirer(hasard: random.Random) -> str:
    """Une phrase de 1 à 200 signes ; parfois des mots, parfois n'importe quoi."""
    longueur = hasard.choice([1, 5, 30, 200])
    signes = hasard.choices(SIGNES, k=longueur)
    return hasard.choice([str, lambda texte: unicodedata.normalize("NFD", texte)])("".join(signes))


def voisines(phrase: str) -> list[str]:
    """Des phrases différentes, même une fois normalisées : un signe de plus, de moins, changé."""
    candidates = [phrase + " ", " " + phrase, phrase + "'", phrase[:-1] + "ø", phrase.swapcase()]
    return [une for une in candidates if _nfc(une) != _nfc(phrase)]


def _nfc(phrase: str) -> str:
    return unicodedata.normalize("NFC", phrase)


def test_chaque_phrase_s_ouvre_quelle_que_soit_son_ecriture(tmp_path: Path) -> None:
    assert eprouver(150, tmp_path).pertes == ()


def test_de_la_creation_a_la_reouverture_avec_la_vraie_derivation(tmp_path: Path) -> None:
    phrase = "L’été, « là-bas », mon œil ! C'est ça\u202f; \"oui\" % 'x' \\ --"
    create(tmp_path / "Été.cahier", phrase, CODE, kdf=FLOOR).close()
    for forme in ("NFC", "NFD"):
        with unlock(tmp_path / "Été.cahier", unicodedata.normalize(forme, phrase)) as cahier:
            assert cahier.count_faits(TOUT) == 0
    with patch("tat_carnet.store.cahier.open_base") as base:
        try:
            unlock(tmp_path / "Été.cahier", phrase.replace("œ", "oe"))
        except PhraseErronee:
            base.assert_not_called()


def test_temoin_sans_normalisation_la_meme_phrase_est_refusee(tmp_path: Path) -> None:
    """Témoin, vu échouer : NFC et NFD donnent alors deux clés."""
    brute = lambda secret: secret.encode("utf-8", "surrogatepass")  # noqa: E731
    with patch.object(kdf, "normalise", brute):
        assert "est refusée" in " ".join(eprouver(20, tmp_path).pertes)


def test_temoin_une_normalisation_trop_large_est_prise(tmp_path: Path) -> None:
    """Témoin, vu échouer : replier la casse ferait ouvrir par une autre phrase."""
    large = lambda secret: _nfc(secret).casefold().encode("utf-8", "surrogatepass")  # noqa: E731
    with patch.object(kdf, "normalise", large):
        assert "une autre phrase ouvre" in " ".join(eprouver(20, tmp_path).pertes)


def test_le_champ_previent_quand_le_verrouillage_majuscule_semble_mis(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Témoin : une majuscule tapée avec Maj n'avertit pas."""
    with fenetre(qtbot, tmp_path) as gestes:
        champ = gestes.window.centralWidget().phrase_page.secret
        qtbot.keyClick(champ.line, "A", Qt.KeyboardModifier.ShiftModifier)
        assert not champ.capitals.isVisible()
        qtbot.keyClick(champ.line, "A")
        assert champ.capitals.isVisible()
        qtbot.keyClick(champ.line, "a")
        assert not champ.capitals.isVisible()
