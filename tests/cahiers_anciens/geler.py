"""Fige le cahier fictif du schéma courant : `cd tests && python -m cahiers_anciens.geler`.

À lancer une fois par schéma, avant de livrer la migration suivante. Un cahier figé ne se refait
jamais : il vaut parce que c'est une version passée qui l'a écrit.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.conservation import Annonce, Objet, Suspension
from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.filtre import Filtre, FiltreGarde
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.logo import Logo
from tat_carnet.domain.partenaire import Echange, Partenaire
from tat_carnet.domain.plan import PlanSecteur, Position
from tat_carnet.domain.reunion import Decision, Reunion
from tat_carnet.domain.sas import EssaiIntrus, Levee, Sillage
from tat_carnet.domain.sauvegarde import SecondDossier
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Besoin,
    EtatDecision,
    GenreEcheance,
    Moment,
    NatureSource,
    NiveauDecision,
    Profil,
    TrancheAge,
    TypeFait,
    TypePartenaire,
    TypeSite,
)
from tat_carnet.store.cahier import CahierOuvert, create
from tat_carnet.store.kdf import FLOOR
from tat_carnet.store.migrations import CURRENT
from tat_carnet.usecases.attester import changer_degre

ICI = Path(__file__).parent
PHRASE = "une phrase fictive, « gelée » l’été"
CODE = "0000-0000-0000-0000-0000-0000-0000"
LE = datetime(2026, 3, 14, 21, 40)
SITUATION = Situation(
    "loupe-ocre-47",
    LE.date(),
    besoins=(Besoin.scolarite,),
    etapes=(EtapeSituation(LE.date(), TexteBrut("dossier déposé"), "e1"),),
    faits=("f1",),
    id="u1",
)
ECHEANCE = Echeance(
    date(2026, 9, 1), GenreEcheance.rentree, annuelle=True, situation_id="u1", id="h1"
)


REUNION = Reunion(
    "Veille du Cèdre",
    LE.date(),
    lieu="Salle du Cœur",
    structures=("Régie du Cèdre", "Centre social"),
    ordre_du_jour=TexteBrut("Éclairage\nAccueil du matin"),
    echanges=TexteBrut("on s’est entendus"),
    questions=TexteBrut("Qui ouvre la salle ?"),
    alertes=TexteBrut("Un produit inhabituel"),
    decisions=(
        Decision(
            TexteBrut("Réparer la gâche"),
            TexteBrut("Régie du Cèdre"),
            date(2026, 4, 1),
            NiveauDecision.direction,
            EtatDecision.faite,
            date(2026, 3, 30),
            TexteBrut("posée"),
            id="d1",
        ),
        Decision(TexteBrut("Ouvrir la salle"), id="d2"),
    ),
    prochaine_le=date(2026, 4, 14),
    id="r1",
)


def remplir(cahier: CahierOuvert) -> None:
    """Une ligne fictive dans chaque table."""
    site = Site(
        "Hall du Cèdre",
        "Sud",
        TypeSite.hall,
        nom_usage=TexteBrut("chez l’Œil"),
        position_plan=Position(0.25, 0.75),
        id="s1",
    )
    tournee = Tournee(date(2026, 3, 14), Moment.soiree, "Sud", note=TexteBrut("froid"), id="t1")
    cahier.save_site(site)
    cahier.save_tournee(tournee)
    for rang, texte in enumerate(("Au cœur de la nuit", "Un démenti, en réunion"), start=1):
        fait = Fait(
            LE.replace(day=LE.day + rang),
            site_id=site.id,
            tournee_id=tournee.id,
            type=TypeFait.bruit,
            texte_brut=TexteBrut(texte),
            attestation=Attestation.recoupe,
            natures_source=(NatureSource.habitant, NatureSource.gardien),
            id=f"f{rang}",
        )
        public = fait.relu(f"Pour tous, {rang}.", LE, Profil.restitution_publique)
        cahier.save_fait(public.relu(f"Formulation {rang}.", LE))
    cahier.save_brouillon(Fait(LE, texte_brut=TexteBrut("à peine commencé"), id="b1"))
    cahier.save_brouillon(replace(cahier.fait("f1"), texte_brut=TexteBrut("repris plus tard")))
    cahier.retenir_second_dossier(SecondDossier(Path("/media/fictive/CLE"), LE))
    cahier.add_termes_masquage(["Zoé-fictive"])
    cahier.save_fait(replace(cahier.fait("f1"), materiel="gants", episode_id="e1"))
    changer_degre(cahier, "f2", Attestation.rapporte, TexteBrut("une seule source"), LE)
    cahier.save_fait(replace(cahier.fait("f1"), id="f3", instant=LE))
    cahier.discard_fait("f3", LE)
    cahier.save_filtre(FiltreGarde("bruits", Filtre(type=TypeFait.bruit)))
    cahier.add_mot("chichon")
    cahier.save_plan(PlanSecteur("Sud", 1.5, traits=((Position(0.1, 0.2), Position(0.3, 0.4)),)))
    cahier.save_situation(SITUATION)
    cahier.save_echeance(ECHEANCE)
    cahier.append_journal(
        LigneJournal(
            LE, GenreDocument.compte_rendu, FormatDocument.pdf, "Veille", "0" * 64, ("f1",), "j1"
        )
    )
    _conserver(cahier)
    _adresser(cahier)
    _relire(cahier)
    cahier.save_reunion(REUNION)


def _conserver(cahier: CahierOuvert) -> None:
    """Depuis le schéma de la conservation : une durée, une annonce, une suspension."""
    cahier.set_duree(Objet.textes_bruts, 3)
    cahier.annoncer([Annonce(Objet.faits, LE.date(), date(2026, 3, 29), date(2021, 3, 29))])
    cahier.suspendre(Suspension(LE, True, "essai"))


def _adresser(cahier: CahierOuvert) -> None:
    """Depuis le schéma de l'annuaire : structure et son lieu, échange, courrier, en-tête."""
    structure = Partenaire("Régie du Cèdre", TypePartenaire.bailleur, fonction="Agence", id="p1")
    cahier.save_partenaires([structure])
    cahier.save_site(replace(cahier.sites()[0], bailleur_id="p1"))
    cahier.save_echange(Echange("p1", LE.date(), objet=TexteBrut("un appel"), id="e1"))
    cahier.give_reference(
        Courrier("bailleur_parties_communes", "p1", faits=("f1",), cree_le=LE, id="c1"), 2026
    )
    cahier.save_entete(Entete(association="Équipe fictive", logo=Logo(1, 1, b"\x7f")))


def _relire(cahier: CahierOuvert) -> None:
    """Depuis le schéma du sas : un blocage levé, une sortie en codes, un test de l'intrus."""
    cahier.append_levees(
        [
            Levee(LE, "nom", TexteBrut("nom d’un square"), "f1", "l1"),
            Levee(LE, "nom", TexteBrut("nom d’une salle"), None, "l2", "0" * 64),
        ]
    )
    cahier.append_journal(
        LigneJournal(
            LE, GenreDocument.compte_rendu, FormatDocument.odt, "Veille", "1" * 64, ("f1",), "j2"
        ),
        [Sillage("f1", "Hall du Cèdre", "2026-S11", TypeFait.bruit, TrancheAge.de_13_15)],
    )
    cahier.append_essai_intrus(
        EssaiIntrus(LE, GenreDocument.compte_rendu, False, True, False, "e1")
    )


if __name__ == "__main__":
    with create(ICI / f"schema-{CURRENT}.cahier", PHRASE, CODE, kdf=FLOOR) as cahier:
        remplir(cahier)
