"""La démonstration sans écran : tout le parcours sur le scénario fictif, en quelques secondes.

Seul le scénario passe par ici, avec les décisions que sa personne a prises : un vrai cahier ne
s'exporte jamais sans la sienne.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from tat_carnet.bootstrap import NOM_DU_CAHIER, CoffreFichier
from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.usecases.compte_rendu import ouvrir_dossier
from tat_carnet.usecases.demonstration import Scenario, fill, load_scenario
from tat_carnet.usecases.demonstration_relecture import regarder_dossier, relire_dossier
from tat_carnet.usecases.exporter import exporter, nom_propose
from tat_carnet.usecases.ports import Cahier, OpenedCahier
from tat_carnet.usecases.relecture import Dossier, enregistrer_relecture

DOSSIER_DES_SORTIES: Final = "sorties-demo"
MOT_CHERCHE: Final = "seringue"


def run_demonstration(folder: Path | None = None) -> int:
    """Crée, note, cherche, relit, exporte, contre-lit, journalise ; dit où sont les fichiers.

    `folder` reçoit le PDF et l'ODT (`sorties-demo` dans le dossier courant par défaut). Le cahier,
    lui, vit dans un dossier temporaire et disparaît. `EcritureImpossible` si `folder` se refuse.
    """
    now = datetime.now()
    scenario = load_scenario(now.date())
    outputs = folder or Path.cwd() / DOSSIER_DES_SORTIES
    _make_folder(outputs)
    _say("Démonstration sans écran : tout est inventé.")
    with tempfile.TemporaryDirectory(prefix="tat_carnet-") as private:
        coffre = CoffreFichier(Path(private) / NOM_DU_CAHIER)
        cahier = _create_then_unlock(coffre)
        try:
            _note(cahier, scenario)
            _find(cahier)
            dossier = _reread(cahier, scenario, now)
            _export(cahier, dossier, outputs, now)
            _show_journal(cahier)
        finally:
            cahier.close()
    return 0


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EcritureImpossible(
            f"«\u202f{folder}\u202f» ne peut pas être créé. Rien n’a été fait. "
            "Relancez la commande depuis un dossier où vous pouvez écrire."
        ) from error


def _create_then_unlock(coffre: CoffreFichier) -> OpenedCahier:
    phrase, code = coffre.draw_phrase(), coffre.draw_code()
    with _step("cahier créé : phrase de passe tirée au sort, code de secours"):
        coffre.create(phrase, code).close()
    with _step("cahier verrouillé puis rouvert par sa phrase"):
        return coffre.unlock(phrase)


def _note(cahier: Cahier, scenario: Scenario) -> None:
    ras = sum(tournee.ras for tournee in scenario.tournees)
    faits, tournees = len(scenario.faits), len(scenario.tournees)
    with _step(f"{faits} faits et {tournees} tournées notés, dont {ras} sans rien à signaler"):
        fill(cahier, scenario)


def _find(cahier: Cahier) -> None:
    with _step(f"recherche de « {MOT_CHERCHE} »"):
        count = cahier.count_faits(Filtre(texte=MOT_CHERCHE))
    _say(f"      {count} faits trouvés, le plus récent d’abord")


def _reread(cahier: Cahier, scenario: Scenario, now: datetime) -> Dossier[CompteRendu]:
    with _step("relecture, alerte par alerte, avec les décisions du scénario"):
        dossier = ouvrir_dossier(cahier, scenario.preparation)
        relire_dossier(dossier, scenario)
        for etape in dossier.etapes:
            if not etape.ecartee:
                enregistrer_relecture(cahier, etape, now)
    alertes = sum(len(etape.passage.alertes) for etape in dossier.etapes)
    _say(f"      {len(dossier.etapes)} passages lus, {alertes} alertes levées une à une")
    return dossier


def _export(cahier: Cahier, dossier: Dossier[CompteRendu], outputs: Path, now: datetime) -> None:
    with _step("document regardé seul : test de l’intrus, trois « non »"):
        essai, regard = regarder_dossier(dossier, now)
        cahier.append_essai_intrus(essai)
    signe = dossier.signer(regard)
    for code in dossier.plan.formats:
        path = outputs / nom_propose(signe, code)
        # Un fichier d'une démonstration passée est le nôtre et il est fictif : il cède la place.
        path.unlink(missing_ok=True)
        with _step(f"{libelle(code)} écrit et contre-lu"):
            exporter(signe, code, path, cahier=cahier, maintenant=now)
        _say(f"      {path} ({path.stat().st_size / 1024:.0f} ko)")


def _show_journal(cahier: Cahier) -> None:
    _say("Journal des sorties :")
    for ligne in cahier.journal():
        genre, code = libelle(ligne.genre), libelle(ligne.format)
        _say(f"      {genre} {code}, pour {ligne.destinataire}, {ligne.empreinte[:16]}…")


@contextmanager
def _step(text: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    _say(f"{time.perf_counter() - start:5.1f} s  {text}")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 — sans écran, le terminal est la fenêtre
