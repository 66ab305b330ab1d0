"""Sauvegarder sans qu'on le demande, et prouver qu'une sauvegarde rend le même cahier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from tat_carnet.domain.errors import CahierIllisible, EcritureImpossible, PhraseErronee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.sauvegarde import SecondDossier
from tat_carnet.usecases.ports import Coffre, OpenedCahier, SauvegardeGardee

UN_JOUR: Final = timedelta(days=1)


class CahierASecourir(CahierIllisible):
    """Le cahier ne s'ouvre pas, mais `sauvegarde`, relue le jour où elle fut faite, est là."""

    def __init__(self, phrase: str, sauvegarde: SauvegardeGardee) -> None:
        super().__init__(phrase)
        self.sauvegarde = sauvegarde


def derniere(sauvegardes: Sequence[SauvegardeGardee]) -> SauvegardeGardee | None:
    """La plus récente de celles qui sont intactes."""
    return max((s for s in sauvegardes if s.intacte), key=lambda s: s.faite_le, default=None)


def sauvegarder(
    cahier: OpenedCahier, coffre: Coffre, maintenant: datetime, folder: Path | None = None
) -> datetime:
    """Une sauvegarde de plus, dans `folder` ou près du cahier ; rend l'instant qui la nomme.

    Cet instant suit toujours celui de la précédente : au passage à l'heure d'hiver, une sauvegarde
    datée d'avant elle serait aussitôt retirée comme la plus vieille du jour.
    """
    moment = maintenant.replace(microsecond=0)
    made = [sauvegarde.faite_le for sauvegarde in coffre.sauvegardes(folder)]
    latest = max((m for m in made if m - moment < UN_JOUR), default=datetime.min)
    if moment <= latest:
        moment = latest + timedelta(seconds=1)
    cahier.backup(moment, folder)
    return moment


def sauvegarder_si_besoin(cahier: OpenedCahier, coffre: Coffre, maintenant: datetime) -> datetime:
    """Sauvegarde si la dernière intacte a plus d'un jour ; rend l'instant de la dernière.

    Une sauvegarde datée de plus d'un jour dans le futur, par une horloge déréglée, ne compte pas.
    """
    newest = derniere(coffre.sauvegardes())
    if newest is not None and abs(maintenant - newest.faite_le) <= UN_JOUR:
        return newest.faite_le
    return sauvegarder(cahier, coffre, maintenant)


def est_la(coffre: Coffre, second: SecondDossier) -> bool:
    """Vrai si le dossier retenu est bien celui de la clé : il porte ce qu'il a déjà reçu.

    Clé débranchée, son point de montage reste parfois, vide, sur le disque de la machine.
    """
    if not second.path.is_dir():
        return False
    return second.derniere is None or bool(coffre.sauvegardes(second.path))


def emporter(
    cahier: OpenedCahier, coffre: Coffre, maintenant: datetime, folder: Path
) -> SecondDossier:
    """Sauvegarde dans `folder`, hors de cette machine, et le retient pour les fois suivantes.

    `EcritureImpossible` si la clé n'est pas là ou refuse : ce qui était retenu le reste.
    """
    second = cahier.second_dossier()
    if second is None or second.path != folder:
        second = SecondDossier(folder)
    if not est_la(coffre, second):
        raise EcritureImpossible(
            "La clé n’est pas branchée, ou son dossier a disparu. Rien n’est perdu : "
            "branchez-la, puis recommencez."
        )
    made = SecondDossier(folder, sauvegarder(cahier, coffre, maintenant, folder))
    cahier.retenir_second_dossier(made)
    return made


def emporter_si_besoin(cahier: OpenedCahier, coffre: Coffre, maintenant: datetime) -> None:
    """Sauvegarde sur la clé retenue, si elle est là et n'a rien reçu depuis un jour."""
    second = cahier.second_dossier()
    if second is None or not est_la(coffre, second):
        return
    if second.derniere is None or abs(maintenant - second.derniere) > UN_JOUR:
        emporter(cahier, coffre, maintenant, second.path)


def exiger_phrase(cahier: OpenedCahier, secret: str) -> None:
    """`PhraseErronee` si `secret` n'ouvre pas ce cahier, quoique ouvert. Environ une seconde."""
    if not cahier.recognises(secret):
        raise PhraseErronee(
            "Ce n’est pas la phrase qui ouvre ce cahier. Rien n’a été changé. "
            "Vérifiez les majuscules et les espaces."
        )


def changer_phrase(cahier: OpenedCahier, actuelle: str, nouvelle: str) -> None:
    """Change la phrase, si `actuelle` (phrase ou code) est la bonne ; `PhraseErronee` sinon."""
    exiger_phrase(cahier, actuelle)
    cahier.change_phrase(nouvelle)


def verifier_et_exercer(
    cahier: OpenedCahier, coffre: Coffre, secret: str, maintenant: datetime, folder: Path
) -> int:
    """Relit `cahier`, le sauvegarde, restaure dans `folder`, rouvre, compare ; rend ses faits.

    `folder` est à qui appelle, qui l'efface. `PhraseErronee` si `secret` n'ouvre pas le cahier,
    `CahierIllisible` si le cahier est abîmé ou si ce que rend la sauvegarde en diffère.
    """
    exiger_phrase(cahier, secret)
    cahier.verify()
    moment = sauvegarder(cahier, coffre, maintenant)
    (made,) = (s for s in coffre.sauvegardes() if s.faite_le == moment)
    copy = coffre.open_copy(made.path, secret, folder)
    try:
        copy.verify()
        same = copy.empreinte_du_contenu() == cahier.empreinte_du_contenu()
    finally:
        copy.close()
    if not same:
        raise CahierIllisible(
            "La sauvegarde restaurée ne rend pas le même contenu que ce cahier. Le cahier, lui, "
            "n’a pas changé. Sauvegardez sur une clé, puis prévenez qui vous aide."
        )
    return cahier.count_faits(Filtre())
