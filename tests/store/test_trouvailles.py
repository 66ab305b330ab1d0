"""Chercher hors des faits : un lieu, la note d'une tournée."""

from __future__ import annotations

from datetime import timedelta

from store.aides import LE, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.trouvaille import GenreTrouvaille
from tat_carnet.domain.vocabulaire import Moment
from tat_carnet.store.cahier import CahierOuvert


def lus(cahier: CahierOuvert, texte: str) -> list[tuple[str, str, str]]:
    return [(t.genre, t.titre.lire(), t.precision.lire()) for t in cahier.trouver(texte)]


def test_un_lieu_et_une_note_de_tournee_se_trouvent_par_quelques_lettres(
    cahier: CahierOuvert,
) -> None:
    cahier.save_site(site("Place du Cœur", nom_usage=TexteBrut("le rond")))
    note = TexteBrut("Rond-point désert, au cœur de l’été")
    tournee = Tournee(LE.date(), Moment.soiree, "Nord", note=note)
    cahier.save_tournee(tournee)

    assert lus(cahier, "coeu") == [
        ("site", "Place du Cœur", "Sud"),
        ("tournee", "Rond-point désert, au cœur de l’été", "2026-03-14 Nord"),
    ]
    assert lus(cahier, "rond pla") == [("site", "Place du Cœur", "Sud")]
    assert lus(cahier, '"désert au"') == [("tournee", note.lire(), "2026-03-14 Nord")]
    assert cahier.trouver("nord")[0].id == tournee.id
    assert lus(cahier, " ! ") == lus(cahier, "absent") == []


def test_les_derniers_d_abord_et_pas_plus_que_demande(cahier: CahierOuvert) -> None:
    for rang in range(6):
        jour = LE.date() + timedelta(days=rang)
        cahier.save_tournee(Tournee(jour, Moment.nuit, "Sud", note=TexteBrut(f"calme {rang}")))

    assert [titre for _, titre, _ in lus(cahier, "calme")] == [
        "calme 5",
        "calme 4",
        "calme 3",
        "calme 2",
    ]
    assert len(cahier.trouver("calme", limite=1)) == 1


def test_une_tournee_corrigee_puis_effacee_suit_dans_l_index(cahier: CahierOuvert) -> None:
    tournee = Tournee(LE.date(), Moment.nuit, "Sud", note=TexteBrut("calme"))
    cahier.save_tournee(tournee)
    cahier.save_tournee(
        Tournee(LE.date(), Moment.nuit, "Sud", note=TexteBrut("agité"), id=tournee.id)
    )
    assert lus(cahier, "calme") == []
    assert cahier.trouver("agi")[0].genre is GenreTrouvaille.tournee

    cahier.delete_tournee(tournee.id)
    assert lus(cahier, "agi") == []
    cahier.verify()
