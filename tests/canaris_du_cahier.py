"""Un canari dans chaque champ du cahier où l'on peut écrire : un mot qui n'existe nulle part."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tat_carnet.domain.attestation import ChangementAttestation
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.conservation import Suspension
from tat_carnet.domain.courrier import Courrier, Demande, EffetObserve, Reponse
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.filtre import Filtre, FiltreGarde
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.partenaire import Echange, Partenaire
from tat_carnet.domain.reunion import Decision, Reunion
from tat_carnet.domain.sas import Levee
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import Attestation, Moment, TypeFait, TypePartenaire, TypeSite
from tat_carnet.usecases.ports import Cahier

POSES: Final[dict[str, str]] = {}
"""Le canari de chaque champ, par « Entité.champ »."""
SECTEUR: Final = "Aubépines-Haut"
SOIR: Final = datetime(2026, 11, 20, 3, 37)
JOUR: Final = SOIR.date()


def mot(champ: str) -> str:
    """Le canari de ce champ, toujours le même : « Zqabx »."""
    dizaine, unite = divmod(len(POSES), 26)
    return POSES.setdefault(champ, f"Zq{chr(97 + dizaine)}{chr(97 + unite)}x")


def brut(champ: str) -> TexteBrut:
    return TexteBrut(mot(champ))


HALL: Final = Site(
    mot("Site.libelle_public"), SECTEUR, TypeSite.hall, nom_usage=brut("Site.nom_usage")
)
TOURNEE: Final = Tournee(JOUR, Moment.nuit, SECTEUR, brut("Tournee.binome"), brut("Tournee.note"))
FAIT: Final = Fait(
    SOIR,
    HALL.id,
    TypeFait.autre,
    brut("Fait.texte_brut"),
    mot("Fait.libelle_autre"),
    TOURNEE.id,
    formulation=mot("Fait.formulation"),
    materiel=mot("Fait.materiel"),
)
JETE: Final = Fait(SOIR, HALL.id, TypeFait.bruit, brut("FaitJete.fait"))
BROUILLON: Final = Fait(SOIR, HALL.id, TypeFait.bruit, brut("brouillon"))
SITUATION: Final = Situation(
    mot("Situation.code"), JOUR, etapes=(EtapeSituation(JOUR, brut("EtapeSituation.quoi")),)
)
STRUCTURE: Final = Partenaire("Mairie des Aubépines", TypePartenaire.ville)
COURRIER: Final = Courrier(
    modele="bailleur_parties_communes",
    destinataire_id=STRUCTURE.id,
    faits=(FAIT.id,),
    objet=mot("Courrier.objet"),
    effets=mot("Courrier.effets"),
    demandes=(Demande(mot("Demande.texte")),),
    disponibilite=mot("Courrier.disponibilite"),
    pieces=(mot("Courrier.pieces"),),
    cree_le=SOIR,
    reponse=Reponse(JOUR, brut("Reponse.texte")),
    observes=(EffetObserve(JOUR, brut("EffetObserve.texte")),),
)
REUNION: Final = Reunion(
    mot("Reunion.instance"),
    JOUR,
    mot("Reunion.lieu"),
    (mot("Reunion.structures"),),
    brut("Reunion.ordre_du_jour"),
    brut("Reunion.echanges"),
    brut("Reunion.questions"),
    brut("Reunion.alertes"),
    (Decision(brut("Decision.quoi"), brut("Decision.structure"), suite=brut("Decision.suite")),),
)


def remplir(cahier: Cahier) -> None:
    """Tout ce qui s'écrit, un canari dedans."""
    cahier.save_site(HALL)
    cahier.save_tournee(TOURNEE)
    for fait in (FAIT, JETE):
        cahier.save_fait(fait)
    motif = brut("ChangementAttestation.motif")
    degres = (Attestation.observe, Attestation.rapporte)
    cahier.save_changement(FAIT, ChangementAttestation(FAIT.id, *degres, SOIR, motif))
    cahier.discard_fait(JETE.id, SOIR)
    cahier.save_brouillon(BROUILLON)
    cahier.add_termes_masquage({mot("terme de la liste")})
    cahier.add_mot(mot("mot ajouté"))
    cahier.save_situation(SITUATION)
    cahier.save_echeance(Echeance(JOUR, quoi=brut("Echeance.quoi")))
    cahier.save_partenaires([STRUCTURE])
    objet, suite = brut("Echange.objet"), brut("Echange.suite")
    cahier.save_echange(Echange(STRUCTURE.id, JOUR, objet=objet, suite=suite))
    cahier.save_courrier(COURRIER)
    cahier.save_reunion(REUNION)
    cahier.save_filtre(FiltreGarde(mot("FiltreGarde.nom"), Filtre(texte=mot("Filtre.texte"))))
    motif_leve = brut("Levee.motif")
    cahier.append_levees([Levee(SOIR, "nom", motif_leve, FAIT.id, passage=mot("Levee.passage"))])
    genre, pdf = GenreDocument.compte_rendu, FormatDocument.pdf
    destinataire = mot("LigneJournal.destinataire")
    cahier.append_journal(LigneJournal(SOIR, genre, pdf, destinataire, "0" * 64, (FAIT.id,)))
    cahier.save_entete(
        Entete(
            association=mot("Entete.association"),
            adresse=mot("Entete.adresse"),
            siret=mot("Entete.siret"),
            contact=mot("Entete.contact"),
            ville=mot("Entete.ville"),
            presentation=mot("Entete.presentation"),
            signature=mot("Entete.signature"),
        )
    )
    cahier.suspendre(Suspension(SOIR, True, mot("Suspension.motif")))
