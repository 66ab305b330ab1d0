"""Changer de phrase ou de clé : l'ancienne ou la nouvelle ouvre, jamais aucune."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from store.aides import CODE, LE, PHRASE, noms
from tat_carnet.domain.errors import CahierIllisible, EcritureImpossible, PhraseErronee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import cahier_ouvert, code_secours, renewal
from tat_carnet.store.cahier import CahierOuvert, unlock

NOUVELLE = "sept girafes « œuvrent » à l’aube"
AUTRE_CODE = code_secours.draw()
FICHIERS = ["cahier.db", "cles-1.json", "cles-2.json", "sauvegardes", "sceau.json", "verrou"]


@pytest.fixture
def ouvert(dossier: Path) -> CahierOuvert:
    return unlock(dossier, PHRASE)


def ouvre(dossier: Path, secret: str) -> bool:
    """Vrai si `secret` ouvre le cahier et y trouve ses trois faits."""
    try:
        with unlock(dossier, secret) as cahier:
            return cahier.count_faits(Filtre()) == 3
    except PhraseErronee:
        return False


def test_changer_de_phrase_ne_touche_pas_la_base(ouvert: CahierOuvert, dossier: Path) -> None:
    ouvert._base.checkpoint()
    avant = (dossier / "cahier.db").read_bytes()

    assert ouvert.recognises(PHRASE)
    ouvert.change_phrase(NOUVELLE)
    assert ouvert.recognises(NOUVELLE)
    assert not ouvert.recognises(PHRASE)
    ouvert.close()

    assert (dossier / "cahier.db").read_bytes() == avant
    assert ouvre(dossier, NOUVELLE)
    assert ouvre(dossier, CODE)
    assert not ouvre(dossier, PHRASE)


def test_changer_de_code_laisse_la_phrase(ouvert: CahierOuvert, dossier: Path) -> None:
    with pytest.raises(code_secours.CodeSecoursInvalide):
        ouvert.change_code_secours("pas un code")
    ouvert.change_code_secours(AUTRE_CODE.lower())
    ouvert.close()

    assert ouvre(dossier, AUTRE_CODE)
    assert ouvre(dossier, PHRASE)
    assert not ouvre(dossier, CODE)


def test_renouveler_la_cle_rechiffre_tout(ouvert: CahierOuvert, dossier: Path) -> None:
    """Les clés volées avec l'ancienne phrase n'ouvrent plus. Témoin : avant, elles ouvraient."""
    volees = dossier.parent / "volées"
    volees.mkdir()
    for name in ("cles-1.json", "cles-2.json"):
        shutil.copy(dossier / name, volees)
    ouvert.renew_key(NOUVELLE, AUTRE_CODE)
    assert ouvert.count_faits(Filtre()) == 3
    ouvert.save_fait(ouvert.faits(Filtre())[0])
    ouvert.verify()
    ouvert.close()

    assert noms(dossier) == FICHIERS
    assert ouvre(dossier, NOUVELLE)
    assert ouvre(dossier, AUTRE_CODE)
    assert not ouvre(dossier, PHRASE)
    for name in ("cles-1.json", "cles-2.json"):
        shutil.copy(volees / name, dossier)
    with pytest.raises(CahierIllisible, match="vient d’un autre cahier"):
        unlock(dossier, PHRASE)


def test_coupe_juste_apres_l_echange_des_bases_l_ancienne_phrase_dit_d_essayer_la_nouvelle(
    ouvert: CahierOuvert, dossier: Path
) -> None:
    ancienne = (dossier / "cles-1.json").read_bytes()
    ouvert.renew_key(NOUVELLE, AUTRE_CODE)
    ouvert.close()
    (dossier / "cles-1.json").write_bytes(ancienne)

    with pytest.raises(PhraseErronee, match="tapez la nouvelle phrase"):
        unlock(dossier, PHRASE)
    assert ouvre(dossier, NOUVELLE)
    assert (dossier / "cles-1.json").read_bytes() != ancienne


def test_une_sauvegarde_d_avant_garde_son_ancienne_phrase(ouvert: CahierOuvert) -> None:
    sauvegarde = ouvert.backup(LE)
    ouvert.renew_key(NOUVELLE, AUTRE_CODE)
    ouvert.close()

    assert ouvre(sauvegarde, PHRASE)
    assert not ouvre(sauvegarde, NOUVELLE)


def test_verrouiller_pendant_le_renouvellement_attend_puis_ferme_tout(
    ouvert: CahierOuvert, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Témoin : l'autre fil attend encore, base préparée, quand l'échange commence."""
    verrouiller = threading.Thread(target=ouvert.close)
    echanger = cahier_ouvert.commit_renewal

    def echanger_sous_un_verrouillage(*arguments: Any) -> None:
        verrouiller.start()
        verrouiller.join(timeout=0.1)
        assert verrouiller.is_alive()
        echanger(*arguments)

    monkeypatch.setattr(cahier_ouvert, "commit_renewal", echanger_sous_un_verrouillage)
    ouvert.renew_key(NOUVELLE, AUTRE_CODE)
    verrouiller.join()

    assert ouvert._key.wiped
    assert noms(dossier) == FICHIERS
    assert ouvre(dossier, NOUVELLE)


def test_un_rechiffrement_qui_echoue_laisse_tout_comme_avant(
    ouvert: CahierOuvert, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "has_journal", lambda _: True)

    with pytest.raises(EcritureImpossible, match="renouvelée"):
        ouvert.renew_key(NOUVELLE, AUTRE_CODE)

    assert ouvert.count_faits(Filtre()) == 3
    ouvert.save_fait(ouvert.faits(Filtre())[0])
    ouvert.close()
    assert ouvre(dossier, PHRASE)
    assert not ouvre(dossier, NOUVELLE)
    assert noms(dossier) == FICHIERS
