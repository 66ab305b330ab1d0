"""Lire une ligne de commande, demander la phrase, rendre un état que d'autres programmes lisent."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final, NoReturn

from tat_carnet.commandes.parole import dire, dire_erreur
from tat_carnet.commandes.restaurer import restaurer
from tat_carnet.commandes.sauvegarder import sauvegarder
from tat_carnet.commandes.secret import SecretAbsent, ask_secret
from tat_carnet.commandes.verifier import verifier
from tat_carnet.domain.errors import ErreurConnue, PhraseErronee

TOUT_VA_BIEN: Final = 0
PROBLEME: Final = 1
MAUVAIS_EMPLOI: Final = 2
"""Ligne mal écrite, phrase absente ou erronée : le cahier, lui, n'est pas en cause."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:  # noqa: ARG002 — celui d'argparse est en anglais
        dire_erreur(f"Cette commande est incomplète ou mal écrite. {self.format_usage().strip()}")
        raise SystemExit(MAUVAIS_EMPLOI)


def run(argv: list[str]) -> int:
    """Exécute une commande ; rend 0 (tout va bien), 1 (problème) ou 2 (mauvais emploi)."""
    options = _parser().parse_args(argv)
    try:
        secret = ask_secret(options.phrase_fd)
        return TOUT_VA_BIEN if _carry_out(options, secret) else PROBLEME
    except (PhraseErronee, SecretAbsent) as error:
        dire_erreur(error.phrase)
        return MAUVAIS_EMPLOI
    except ErreurConnue as error:
        dire_erreur(error.phrase)
        return PROBLEME


def _carry_out(options: argparse.Namespace, secret: str) -> bool:
    """Vrai si rien ne cloche."""
    if options.commande == "verifier":
        return verifier(options.cahier, secret)
    if options.commande == "sauvegarder":
        dire(sauvegarder(options.cahier, options.destination, secret))
    else:
        dire(restaurer(options.sauvegarde, options.destination, secret))
    return True


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="tat-carnet", add_help=False)
    commands = parser.add_subparsers(dest="commande", required=True, parser_class=_Parser)
    _add(
        commands.add_parser,
        "verifier",
        "Relit tout le cahier : clés, base, compteur, sauvegardes. Ne montre aucun contenu. "
        "Rend 0 si tout va bien, 1 s’il y a un problème, 2 si la phrase est erronée.",
        cahier="le dossier du cahier",
    )
    _add(
        commands.add_parser,
        "sauvegarder",
        "Fait une sauvegarde chiffrée, relue avant d’en remplacer de plus anciennes.",
        cahier="le dossier du cahier",
        destination="le dossier qui reçoit les sauvegardes, par exemple sur une clé USB",
    )
    _add(
        commands.add_parser,
        "restaurer",
        "Recopie une sauvegarde à côté, dans un dossier neuf, et la relit. N’écrase jamais rien.",
        sauvegarde="le dossier de la sauvegarde",
        destination="le nom du nouveau cahier, qui ne doit pas exister",
    )
    return parser


def _add(add_parser: object, name: str, description: str, **places: str) -> None:
    assert callable(add_parser)
    command: argparse.ArgumentParser = add_parser(name, description=description, add_help=False)
    given = command.add_argument_group("à donner, dans l’ordre")
    for place, meaning in places.items():
        given.add_argument(place, type=Path, metavar=place.upper(), help=meaning)
    choices = command.add_argument_group("au choix")
    choices.add_argument(
        "--phrase-fd",
        type=int,
        metavar="N",
        help="lire la phrase sur le descripteur de fichier N, jusqu’à la fin de la ligne",
    )
    choices.add_argument("-h", "--help", action="help", help="montrer cette aide")
