"""Le départ : lire la ligne de commande, écarter les fuites faciles, ouvrir."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path

from tat_carnet import __version__, commandes
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.store.process import harden
from tat_carnet.ui.verrou.fault import silence_traces


def main(argv: list[str] | None = None) -> int:
    """Point d'entrée ; rend le code de sortie du processus."""
    os.umask(0o077)
    harden()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    silence_traces()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and arguments[0] in commandes.NOMS:
        from tat_carnet.commandes.ligne import run

        return run(arguments)
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except ErreurConnue as error:
        print(error.phrase, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tat-carnet",
        description="Le cahier de veille chiffré des éducateurs de rue.",
        epilog="À côté de la fenêtre : verifier, sauvegarder, restaurer (« verifier -h »).",
    )
    parser.add_argument("cahier", nargs="?", type=Path, help="dossier du cahier à ouvrir")
    parser.add_argument("--demo", action="store_true", help="ouvrir un cahier fictif")
    parser.add_argument(
        "--sans-fenetre",
        action="store_true",
        help="avec --demo : tout le parcours, sans écran, sur le scénario fictif",
    )
    parser.add_argument("--version", action="version", version=f"tat_carnet {__version__}")
    return parser


def _run(options: argparse.Namespace) -> int:
    from tat_carnet import bootstrap

    if options.sans_fenetre:
        if not options.demo:
            print(
                "Sans fenêtre, seule la démonstration peut sortir : un vrai cahier ne s’exporte "
                "jamais sans sa personne. Ajoutez --demo.",
                file=sys.stderr,
            )
            return 2
        from tat_carnet.headless import run_demonstration

        return run_demonstration()
    return bootstrap.run_window(options.cahier or bootstrap.default_path(), demo=options.demo)


if __name__ == "__main__":
    sys.exit(main())
