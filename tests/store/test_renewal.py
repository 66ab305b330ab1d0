"""Changer de phrase ou de clé : l'ancienne ou la nouvelle ouvre, jamais aucune."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from store.aides import CODE, LE, PHRASE, noms
from store.conftest import DERIVE_UNE_FOIS
from tat_carnet.domain.errors import CahierIllisible, EcritureImpossible, PhraseErronee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import cahier_ouvert, cles, code_secours, renewal
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

    with pytest.raises(PhraseErronee, match=r"a été renouvelée.*tapez la nouvelle phrase"):
        unlock(dossier, PHRASE)
    assert ouvre(dossier, NOUVELLE)
    assert (dossier / "cles-1.json").read_bytes() != ancienne


def coupe_avant_l_echange(ouvert: CahierOuvert, monkeypatch: pytest.MonkeyPatch) -> None:
    """Le trousseau neuf est écrit, la base rechiffrée attend à côté, et tout s'arrête."""

    def coupe(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", remplace_sauf(renewal.NEW_DATABASE, coupe))
    monkeypatch.setattr(cahier_ouvert, "abandon_renewal", lambda _: None)
    with pytest.raises(KeyboardInterrupt):
        ouvert.renew_key(NOUVELLE, AUTRE_CODE)
    ouvert.close()
    monkeypatch.undo()
    monkeypatch.setattr(cles, "derive_apart", DERIVE_UNE_FOIS)


def remplace_sauf(nom: str, sinon: Any) -> Any:
    """`Path.replace`, sauf pour ce nom."""
    vrai = Path.replace
    return lambda path, cible: sinon() if path.name == nom else vrai(path, cible)


def test_coupe_avant_l_echange_la_nouvelle_phrase_dit_qu_elle_ne_sert_pas_encore(
    ouvert: CahierOuvert, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coupe_avant_l_echange(ouvert, monkeypatch)

    with pytest.raises(PhraseErronee, match=r"ne sert pas encore.*tapez l’ancienne phrase"):
        unlock(dossier, NOUVELLE)
    assert ouvre(dossier, PHRASE)
    assert noms(dossier) == FICHIERS
    with pytest.raises(PhraseErronee, match="Phrase erronée"):
        unlock(dossier, NOUVELLE)


def test_une_base_abimee_se_dit_meme_apres_un_renouvellement_coupe(
    ouvert: CahierOuvert, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Témoin : la même base entière s'ouvre (essai d'avant)."""
    coupe_avant_l_echange(ouvert, monkeypatch)
    for nom in ("cahier.db", renewal.NEW_DATABASE):
        octets = bytearray((dossier / nom).read_bytes())
        octets[20] ^= 1
        (dossier / nom).write_bytes(octets)

    for secret in (PHRASE, NOUVELLE):
        with pytest.raises(CahierIllisible, match="abîmée"):
            unlock(dossier, secret)


def test_un_disque_qui_refuse_l_echange_remet_les_cles_d_avant(
    ouvert: CahierOuvert, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    avant = (dossier / "cles-2.json").read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(5, "EIO")

    monkeypatch.setattr(Path, "replace", remplace_sauf(renewal.NEW_DATABASE, refuse))
    with pytest.raises(EcritureImpossible, match="disque a refusé"):
        ouvert.renew_key(NOUVELLE, AUTRE_CODE)

    assert (dossier / "cles-2.json").read_bytes() == avant
    assert ouvert.count_faits(Filtre()) == 3
    ouvert.close()
    assert ouvre(dossier, PHRASE)


def test_un_disque_qui_refuse_la_derniere_copie_n_empeche_pas_la_nouvelle_cle(
    ouvert: CahierOuvert, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ecrire = renewal.write_atomic

    def refuse_la_premiere(path: Path, content: bytes) -> None:
        if path.name == "cles-1.json":
            raise OSError(28, "plein")
        ecrire(path, content)

    monkeypatch.setattr(renewal, "write_atomic", refuse_la_premiere)
    ouvert.renew_key(NOUVELLE, AUTRE_CODE)
    ouvert.close()

    assert ouvre(dossier, NOUVELLE)
    assert (dossier / "cles-1.json").read_bytes() == (dossier / "cles-2.json").read_bytes()


@pytest.mark.parametrize("part", [0.0, 0.05, 0.3, 0.6, 1.0])
def test_un_renouvellement_s_arrete_a_tout_moment_et_rien_n_a_change(
    ouvert: CahierOuvert, dossier: Path, part: float
) -> None:
    """Contrôle positif : sans arrêt, la même phrase neuve ouvre (`…_rechiffre_tout`)."""
    vues: list[float] = []

    def arreter() -> bool:
        return (bool(vues) and vues[-1] >= part) or part == 0.0

    with pytest.raises(EcritureImpossible, match="Rien n’a changé"):
        ouvert.renew_key(NOUVELLE, AUTRE_CODE, vues.append, arreter)
    assert vues == sorted(vues)
    ouvert.save_fait(ouvert.faits(Filtre())[0])
    ouvert.close()

    assert noms(dossier) == FICHIERS
    assert ouvre(dossier, PHRASE)
    assert not ouvre(dossier, NOUVELLE)


def test_arrete_au_milieu_de_la_relecture_cela_se_dit(
    ouvert: CahierOuvert, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """La relecture de la base neuve est une longue requête : elle s'interrompt."""
    relit, compter = threading.Event(), "SELECT 1 UNION ALL SELECT i + 1 FROM n"

    def relire(base: Any) -> None:
        relit.set()
        base.rows(f"WITH RECURSIVE n(i) AS ({compter} WHERE i < 100000000) SELECT count(*) FROM n")

    monkeypatch.setattr(renewal, "check_database", relire)
    with pytest.raises(EcritureImpossible, match="Rien n’a changé"):
        ouvert.renew_key(NOUVELLE, AUTRE_CODE, cancelled=relit.is_set)
    ouvert.close()
    assert ouvre(dossier, PHRASE)


def test_verrouiller_pendant_le_rechiffrement_n_attend_pas(
    ouvert: CahierOuvert, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Contrôle positif, vu échouer : base tenue du début à la fin, fermer attendait."""
    recopie = renewal.copy_database

    def fermer_puis_recopier(*arguments: Any) -> None:
        fermeture = threading.Thread(target=ouvert.close)
        fermeture.start()
        fermeture.join(10)
        assert not fermeture.is_alive()
        recopie(*arguments)

    monkeypatch.setattr(renewal, "copy_database", fermer_puis_recopier)
    with pytest.raises(EcritureImpossible, match="arrêté"):
        ouvert.renew_key(NOUVELLE, AUTRE_CODE)
    assert ouvre(dossier, PHRASE)
    assert noms(dossier) == FICHIERS


def test_une_ecriture_pendant_le_rechiffrement_n_est_pas_perdue(
    ouvert: CahierOuvert, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    relire = renewal.check_database

    def ecrire_puis_relire(base: Any) -> None:
        relire(base)
        ouvert.save_fait(replace(ouvert.faits(Filtre())[0], id="arrivé entre-temps"))

    monkeypatch.setattr(renewal, "check_database", ecrire_puis_relire)
    with pytest.raises(EcritureImpossible, match="s’est écrit pendant"):
        ouvert.renew_key(NOUVELLE, AUTRE_CODE)
    ouvert.close()
    with unlock(dossier, PHRASE) as cahier:
        assert cahier.count_faits(Filtre()) == 4


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
