"""De la phrase à la liste des faits, dérivation mise à part : cela ne doit pas croître."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from statistics import median
from unittest.mock import patch

from bench.banc import Banc, alternate, timed
from bench.cahiers import PHRASE, closed_cahier, plain_connection, plain_database
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store import cles
from tat_carnet.store.cahier import unlock
from tat_carnet.store.keyring import read_copies

PAGE = 100


def open_then_list(path: Path) -> None:
    """Ce que fait l'application entre la clé et la première page ; elle compte ensuite."""
    with unlock(path, PHRASE) as cahier:
        cahier.faits(Filtre(), PAGE)


def plain_list(path: Path) -> None:
    """La même page, en clair."""
    with closing(plain_connection(path)) as connection:
        connection.execute("SELECT * FROM fait ORDER BY rang DESC LIMIT ?", (PAGE,)).fetchall()


def mesurer(banc: Banc) -> None:
    """Trois tailles de cahier ; fermer, sceau compris, est dans la mesure."""
    for count in (1_000, 10_000, banc.faits):
        path, plain = closed_cahier(banc.folder, count), plain_database(banc.folder, count)
        slot = read_copies(path)[0].slots[cles.PHRASE]
        kek = cles.derive_apart(PHRASE, slot.salt, slot.settings)
        with patch.object(cles, "derive_apart", lambda *_, kek=kek: kek):
            ours, theirs = alternate(
                [lambda path=path: open_then_list(path)] * banc.tours,
                [lambda plain=plain: plain_list(plain)] * banc.tours,
            )
            with unlock(path, PHRASE) as cahier:
                counted = timed(lambda cahier=cahier: cahier.count_faits(Filtre()))
        target = "≤ 150 ms, sans croître"
        banc.report(f"ouvrir puis lister, {count} faits", median(ours), median(theirs), target)
        banc.report(f"  puis les compter, {count}", counted, None, "après l'écran")
