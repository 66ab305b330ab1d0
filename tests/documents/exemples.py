"""Des comptes-rendus fictifs, relus par le sas lui-même : rien ici ne pose de sceau."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, Final

from tat_carnet.anonymisation.relecture import relire_texte
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.relu import (
    CompteRendu,
    DecisionRelue,
    DecisionSuivie,
    Effort,
    FaitRelu,
    NatureRelue,
    TexteRelu,
)
from tat_carnet.domain.vocabulaire import (
    FAMILLE_DU_TYPE,
    THEME_PAR_DEFAUT,
    Attestation,
    EtatDecision,
    Gravite,
    Impact,
    Moment,
    NiveauDecision,
    Public,
    Recurrence,
    TailleGroupe,
    Theme,
    TrancheAge,
    TypeFait,
    TypePartenaire,
    Urgence,
)

JOUR: Final = date(2026, 11, 21)


@lru_cache(maxsize=2048)
def relu(texte: str) -> TexteRelu:
    """Ce texte même, chaque alerte gardée avec un motif, comme le ferait une personne pressée."""
    passage = relire_texte(texte)
    while (rang := passage.prochaine()) is not None:
        passage.garder(rang, "texte d’essai")
    return passage.signer()


def fait_relu(type_fait: TypeFait, formulation: str, **champs: Any) -> FaitRelu:
    """Un fait observé en soirée, place haute, la semaine du 16 novembre 2026, sauf `champs`."""
    famille = FAMILLE_DU_TYPE[type_fait]
    valeurs: dict[str, Any] = {
        "reference": f"reference-{type_fait}",
        "semaine": "2026-S47",
        "moment": Moment.soiree,
        "lieu": relu("Place haute"),
        "famille": famille,
        "type": type_fait,
        "libelle_type": relu(libelle(type_fait)),
        "themes": (THEME_PAR_DEFAUT[famille],),
        "attestation": Attestation.observe,
        "formulation": relu(formulation),
    }
    return FaitRelu(**(valeurs | champs))


def natures() -> tuple[NatureRelue, ...]:
    """Ce qui se dit ensemble : cinq d'une nature, moins des autres, un point fort."""
    types = [TypeFait.souffrance_psychique] * 5 + [TypeFait.dette_emprise] * 4
    types += [TypeFait.raccrochage, TypeFait.deuil, TypeFait.consommation_problematique]
    return tuple(NatureRelue(f"nature-{rang}", type_) for rang, type_ in enumerate(types))


def faits_varies() -> tuple[FaitRelu, ...]:
    """Huit faits : chaque degré qui peut sortir, tous les champs codés, deux points forts."""
    return (
        fait_relu(
            TypeFait.materiel_injection,
            "Une dizaine de seringues sous le banc, près de l'entrée du square. Les parents font "
            "un détour : « on ne passe plus par là ».",
            lieu=relu("Square des Glycines"),
            quantite=12,
            publics=(Public.enfants, Public.parents),
            impacts=(Impact.risque_infectieux, Impact.crainte_enfants),
            recurrence=Recurrence.repete,
            gravite=Gravite.danger,
            urgence=Urgence.sous_48h,
            attestation=Attestation.recoupe,
            themes=(Theme.cadre_de_vie, Theme.adolescence_sante),
            signale_a=TypePartenaire.ville,
            signale_le="2026-S47",
        ),
        fait_relu(
            TypeFait.occupation_parties_communes,
            "Un groupe occupe le passage jusque tard. Les habitants traversent sans incident, "
            "mais baissent la tête.",
            lieu=relu("Îlot des Aubépines"),
            semaine="2026-S46",
            moment=Moment.nuit,
            taille_groupe=TailleGroupe.de_5_9,
            tranche_age=TrancheAge.de_16_17,
            publics=(Public.adolescents, Public.habitants),
            impacts=(Impact.bruit, Impact.insecurite_ressentie),
            recurrence=Recurrence.quotidien,
            gravite=Gravite.nuisance_installee,
        ),
        fait_relu(
            TypeFait.reprise,
            "Des habitants disent que la revente aurait repris derrière le parking.",
            lieu=relu("Parking de la Butte"),
            attestation=Attestation.rapporte,
            moment=Moment.apres_midi,
        ),
        fait_relu(
            TypeFait.sans_affectation,
            "Plusieurs adolescents n’ont toujours pas de place au lycée. Ils le disent avec "
            "fatigue, pas avec colère.",
            taille_groupe=TailleGroupe.de_2_4,
            tranche_age=TrancheAge.de_13_15,
            attestation=Attestation.atteste,
            urgence=Urgence.mois,
        ),
        fait_relu(
            TypeFait.retrait_service,
            "La permanence sociale du jeudi n’a pas ouvert.",
            lieu=relu("Maison du quartier haut"),
            semaine="2026-S45",
            moment=Moment.matin,
        ),
        fait_relu(
            TypeFait.autre,
            "Un panneau a été posé sans que personne sache par qui.",
            libelle_type=relu("Panneau sans auteur"),
            moment=Moment.midi,
        ),
        fait_relu(
            TypeFait.solidarite,
            "Des voisines montent les courses de ceux qui ne descendent plus ; l’ascenseur est "
            "toujours en panne.",
            lieu=relu("Îlot des Aubépines"),
            publics=(Public.habitants, Public.personnes_vulnerables),
            impacts=(Impact.solidarite, Impact.dialogue),
            recurrence=Recurrence.repete,
            attestation=Attestation.recoupe,
        ),
        fait_relu(
            TypeFait.espace_reinvesti,
            "Le terrain s’est rempli d’enfants, mercredi, pour la première fois depuis l’été.",
            lieu=relu("Terrain de la Butte"),
            semaine="2026-S46",
            moment=Moment.apres_midi,
            taille_groupe=TailleGroupe.de_20_plus,
            tranche_age=TrancheAge.moins_11,
        ),
    )


def suivies() -> tuple[DecisionSuivie, ...]:
    """Une décision dans chaque état, avec et sans ses précisions."""
    prise = date(2026, 10, 17)
    eclairage = DecisionRelue(relu("Réparer l’éclairage du passage"), relu("Bailleur social"),
                              date(2026, 11, 6))  # fmt: skip
    collecteur = DecisionRelue(relu("Poser un collecteur près du square"), relu("Ville"),
                               date(2027, 1, 15))  # fmt: skip
    salle = DecisionRelue(relu("Trouver une salle pour le matin"), relu(""))
    affichage = DecisionRelue(relu("Afficher les horaires du bus"), relu("Ville"))
    return (
        DecisionSuivie(eclairage, prise, EtatDecision.faite, "2026-S45",
                       relu("Posé, et qui tient.")),
        DecisionSuivie(collecteur, prise, EtatDecision.a_suivre, "", relu("Relance à faire.")),
        DecisionSuivie(salle, prise, EtatDecision.a_suivre, "", relu("")),
        DecisionSuivie(affichage, prise, EtatDecision.abandonnee, "", relu("")),
    )  # fmt: skip


def periode() -> dict[str, Any]:
    """Ce qui fait, d'un compte-rendu de réunion, celui d'une période."""
    return {
        "instance": relu("Les Aubépines, à l’automne"),
        "de_reunion": False,
        "lieu": relu(""),
        "ordre_du_jour": (),
        "decisions": (),
        "alertes": (),
        "prochaine_date": None,
        "ensemble": natures(),
        "a_quelqu_un": True,
    }


def restitution() -> dict[str, Any]:
    """Ce qui fait, d'un compte-rendu de période, celui que lisent les habitants : les mêmes faits,
    tels que le sas les rend au public, et cinq autres du même lieu, le dernier disparu."""
    seringues = [
        fait_relu(TypeFait.materiel_injection, "", lieu=relu("Square des Glycines"), semaine=mois)
        for mois in ("2026-09", "2026-10", "2026-10", "2026-11")
    ]
    disparu = replace(seringues[-1], attestation=Attestation.atteste, recurrence=Recurrence.disparu)
    return periode() | {
        "public": True,
        "ensemble": (),
        "du": date(2026, 9, 14),
        "faits": (*map(_au_public, faits_varies()), *seringues, disparu),
    }


def _au_public(fait: FaitRelu) -> FaitRelu:
    """Le lieu, le mois, la solidité et les mots : rien d'autre n'arrive au document."""
    return FaitRelu(
        fait.reference, "2026-11", None, fait.lieu, fait.famille, fait.type, fait.libelle_type,
        fait.themes[:1], fait.attestation, fait.formulation, materiel=fait.materiel,
    )  # fmt: skip


def compte_rendu(**champs: Any) -> CompteRendu:
    """Un compte-rendu complet et fictif, sauf `champs`."""
    valeurs: dict[str, Any] = {
        "instance": relu("Instance de veille des Aubépines"),
        "tenue_le": JOUR,
        "du": date(2026, 11, 2),
        "au": date(2026, 11, 20),
        "effort": Effort(tournees=31, ras=14),
        "faits": faits_varies(),
        "structures": tuple(
            map(
                relu,
                (
                    "Association de prévention spécialisée",
                    "Bailleur social, agence du secteur haut",
                    "Ville, service santé-propreté",
                    "Centre social",
                ),
            )
        ),
        "suites": (
            relu("Le bailleur a réparé l’éclairage du passage, comme demandé en octobre."),
            relu("La ville n’a pas répondu à la demande de collecteur : relance à faire."),
        ),
        "questions": (
            relu("Qui peut ouvrir le gymnase pendant les vacances ?"),
            relu("Pourquoi l’effet des travaux n’est-il pas durable ?"),
        ),
        "decisions": (
            DecisionRelue(
                relu("Ramasser le matériel et poser un collecteur près du square"),
                relu("Ville, service santé-propreté"),
                date(2026, 11, 27),
            ),
            DecisionRelue(
                relu("Réunir l’établissement et les familles sur les jeunes sans affectation"),
                relu("Éducation nationale"),
                None,
                NiveauDecision.direction,
            ),
            DecisionRelue(
                relu("Maintenir la permanence du jeudi"),
                relu("Département"),
                date(2027, 1, 1),
                NiveauDecision.decideur,
            ),
        ),
        "alertes": (relu("Courrier à la ville pour le square, à envoyer avant vendredi."),),
        "prochaine_date": date(2026, 12, 19),
        "lieu": relu("Centre social, salle du rez-de-chaussée"),
        "ordre_du_jour": (
            relu("Ce que nous avons vu depuis octobre"),
            relu("Les jeunes sans affectation"),
        ),
        "suivies": suivies(),
    }
    return CompteRendu(**(valeurs | champs))
