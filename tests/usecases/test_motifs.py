"""Un blocage gardé se retrouve à la relecture suivante, avec son motif et son jour.

Témoin (vu une fois) : ouvrir le dossier sans les levées du cahier fait échouer le premier essai.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.domain.vocabulaire import TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.cahier_papier import Demande, ouvrir_papier
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.relecture import Dossier, enregistrer_relecture

pytestmark = pytest.mark.usefixtures("recits_entiers")

SOIR = datetime(2026, 11, 18, 21, 30)
DU, AU = date(2026, 11, 1), date(2026, 11, 30)
PLACE = Site("Place du Lavoir", "Aubépines-Haut", TypeSite.place)
FAIT = Fait(SOIR, PLACE.id, TypeFait.bruit, TexteBrut("Karim a parlé, au 06 39 98 12 34."))
AUTRE = Fait(SOIR, PLACE.id, TypeFait.bruit, TexteBrut("Karim est passé."))


def ouvrir(cahier: CahierOuvert) -> Dossier[CompteRendu]:
    return ouvrir_dossier(cahier, Preparation("Veille", AU, DU, AU, "la ville"))


def etape_de(dossier: Dossier[CompteRendu], fait: Fait) -> int:
    return next(i for i, e in enumerate(dossier.etapes) if e.fait and e.fait.fait.id == fait.id)


def test_ce_qui_a_ete_garde_se_remontre_a_qui_relit_ensuite(cahier: CahierOuvert) -> None:
    cahier.save_site(PLACE)
    for fait in (FAIT, AUTRE):
        cahier.save_fait(fait)
    un = ouvrir(cahier)
    etape = un.etapes[etape_de(un, FAIT)]
    assert etape.deja_gardes() == {}
    etape.passage.garder(0, "un élu, dans sa fonction")
    etape.passage.accepter(1)
    enregistrer_relecture(cahier, etape, SOIR)

    suivant = ouvrir(cahier)
    etape = suivant.etapes[etape_de(suivant, FAIT)]
    (rang,) = etape.deja_gardes()
    assert etape.passage.alertes[rang].terme == "Karim", "ce qui est gardé alerte encore"
    levee = etape.deja_gardes()[rang]
    assert (levee.motif.lire(), levee.le) == ("un élu, dans sa fonction", SOIR)
    assert suivant.etapes[etape_de(suivant, AUTRE)].deja_gardes() == {}, "d'un autre fait, rien"


def test_un_lieu_et_un_texte_tape_remontrent_aussi_leurs_motifs(cahier: CahierOuvert) -> None:
    """Témoin : sans l'empreinte du passage, rien ne revient, ou tout revient partout (vu)."""
    garage = Site("Garage Karim", "Aubépines-Haut", TypeSite.commerces)
    cahier.save_site(garage)
    cahier.save_fait(Fait(SOIR, garage.id, TypeFait.bruit, TexteBrut("Du bruit.")))

    def relire(instance: str, motif: str) -> list[tuple[str, list[str]]]:
        """Ce que chaque passage sans fait remontre, avant d'y garder tout pour ce motif."""
        dossier = ouvrir_dossier(cahier, Preparation(instance, AU, DU, AU, "la ville"))
        libres = [etape for etape in dossier.etapes if etape.fait is None]
        revus = [
            (e.passage.brut, [levee.motif.lire() for levee in e.deja_gardes().values()])
            for e in libres
        ]
        for etape in libres:
            while (rang := etape.passage.prochaine()) is not None:
                etape.passage.garder(rang, motif)
            for _ in range(2):
                enregistrer_relecture(cahier, etape, SOIR)
        return revus

    assert relire("Veille de Karim", "un nom public") == [
        ("Veille de Karim", []),
        ("Garage Karim", []),
    ]
    assert relire("Veille de Karim", "l’enseigne") == [
        ("Veille de Karim", ["un nom public"]),
        ("Garage Karim", ["un nom public"]),
    ]
    assert relire("Veille de Bilel", "autre") == [
        ("Veille de Bilel", []),
        ("Garage Karim", ["l’enseigne"]),
    ]
    assert len(cahier.levees()) == 6, "un motif redit n'est pas retenu deux fois"


def test_les_autres_documents_le_remontrent_aussi(cahier: CahierOuvert) -> None:
    cahier.save_site(PLACE)
    cahier.save_fait(FAIT)
    for motif in ("un élu", "un élu, dans sa fonction"):
        dossier = ouvrir_papier(cahier, Demande(DU, AU, "l’équipe"), AU)
        (etape,) = dossier.etapes
        rang = next(a.rang for a in etape.passage.alertes if a.terme == "Karim")
        etape.passage.garder(rang, motif)
        enregistrer_relecture(cahier, etape, SOIR)

    (etape,) = ouvrir_papier(cahier, Demande(DU, AU, "l’équipe"), AU).etapes
    (levee,) = etape.deja_gardes().values()
    assert levee.motif.lire() == "un élu, dans sa fonction", "le dernier motif d'abord"
