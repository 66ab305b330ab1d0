"""Les énumérations du domaine (`domaine.md` §3) : codes français sans accent, stables.

La valeur de chaque membre est le code écrit dans le cahier et dans les échanges ; elle ne change
plus jamais. Ce que l'écran et le papier montrent est dans `libelles`.
"""

from __future__ import annotations

from enum import StrEnum, auto
from typing import Final


class Famille(StrEnum):
    """Les dix familles de faits."""

    espaces = auto()
    traces = auto()
    revente = auto()
    tensions = auto()
    sante = auto()
    ecole_insertion = auto()
    familles = auto()
    vie_locale = auto()
    points_forts = auto()
    autre = auto()


class TypeFait(StrEnum):
    """Ce qui a été observé ; `FAMILLE_DU_TYPE` donne la famille."""

    occupation_parties_communes = auto()
    passage_entrave = auto()
    entrees_controlees = auto()
    occupation_espace_public = auto()
    bruit = auto()
    rodeo = auto()
    affluence_exterieure = auto()
    materiel_injection = auto()
    autre_materiel = auto()
    dechets = auto()
    degradation = auto()
    equipement_hors_service = auto()
    feu = auto()
    apparition = auto()
    deplacement = auto()
    reprise = auto()
    retrait = auto()
    sollicitation_mineurs = auto()
    rajeunissement = auto()
    changement_produit = auto()
    changement_horaires = auto()
    conflit_usage = auto()
    rixe = auto()
    menace = auto()
    arme_tirs = auto()
    homicide = auto()
    pression_professionnels = auto()
    tension_police = auto()
    effets_operation_police = auto()
    malaise_surdose = auto()
    produit_inhabituel = auto()
    consommation_problematique = auto()
    souffrance_psychique = auto()
    rupture_soins = auto()
    absenteisme = auto()
    exclusion = auto()
    sans_affectation = auto()
    rupture_dispositif = auto()
    discrimination = auto()
    demande_aide = auto()
    dette_emprise = auto()
    demande_relogement = auto()
    deuil = auto()
    sortie_detention = auto()
    retrait_service = auto()
    retour_service = auto()
    travaux = auto()
    reunion_publique = auto()
    fete = auto()
    mediatisation = auto()
    solidarite = auto()
    mediation_reussie = auto()
    initiative_habitants = auto()
    espace_reinvesti = auto()
    raccrochage = auto()
    autre = auto()


_T = TypeFait
TYPES_PAR_FAMILLE: Final[dict[Famille, tuple[TypeFait, ...]]] = {
    Famille.espaces: (
        _T.occupation_parties_communes,
        _T.passage_entrave,
        _T.entrees_controlees,
        _T.occupation_espace_public,
        _T.bruit,
        _T.rodeo,
        _T.affluence_exterieure,
    ),
    Famille.traces: (
        _T.materiel_injection,
        _T.autre_materiel,
        _T.dechets,
        _T.degradation,
        _T.equipement_hors_service,
        _T.feu,
    ),
    Famille.revente: (
        _T.apparition,
        _T.deplacement,
        _T.reprise,
        _T.retrait,
        _T.sollicitation_mineurs,
        _T.rajeunissement,
        _T.changement_produit,
        _T.changement_horaires,
    ),
    Famille.tensions: (
        _T.conflit_usage,
        _T.rixe,
        _T.menace,
        _T.arme_tirs,
        _T.homicide,
        _T.pression_professionnels,
        _T.tension_police,
        _T.effets_operation_police,
    ),
    Famille.sante: (
        _T.malaise_surdose,
        _T.produit_inhabituel,
        _T.consommation_problematique,
        _T.souffrance_psychique,
        _T.rupture_soins,
    ),
    Famille.ecole_insertion: (
        _T.absenteisme,
        _T.exclusion,
        _T.sans_affectation,
        _T.rupture_dispositif,
        _T.discrimination,
    ),
    Famille.familles: (
        _T.demande_aide,
        _T.dette_emprise,
        _T.demande_relogement,
        _T.deuil,
        _T.sortie_detention,
    ),
    Famille.vie_locale: (
        _T.retrait_service,
        _T.retour_service,
        _T.travaux,
        _T.reunion_publique,
        _T.fete,
        _T.mediatisation,
    ),
    Famille.points_forts: (
        _T.solidarite,
        _T.mediation_reussie,
        _T.initiative_habitants,
        _T.espace_reinvesti,
        _T.raccrochage,
    ),
    Famille.autre: (_T.autre,),
}
FAMILLE_DU_TYPE: Final[dict[TypeFait, Famille]] = {
    type_fait: famille for famille, types in TYPES_PAR_FAMILLE.items() for type_fait in types
}


class Theme(StrEnum):
    """Les six thèmes de la démarche ; un à deux par fait."""

    cadre_de_vie = auto()
    economie_debrouille = auto()
    scolarisation_insertion = auto()
    intervention_positionnement = auto()
    adolescence_sante = auto()
    expertise_habitants = auto()


THEME_PAR_DEFAUT: Final[dict[Famille, Theme]] = {
    Famille.espaces: Theme.cadre_de_vie,
    Famille.traces: Theme.cadre_de_vie,
    Famille.revente: Theme.economie_debrouille,
    Famille.tensions: Theme.cadre_de_vie,
    Famille.sante: Theme.adolescence_sante,
    Famille.ecole_insertion: Theme.scolarisation_insertion,
    Famille.familles: Theme.economie_debrouille,
    Famille.vie_locale: Theme.intervention_positionnement,
    Famille.points_forts: Theme.expertise_habitants,
    Famille.autre: Theme.cadre_de_vie,
}


class TrancheAge(StrEnum):
    """Âge estimé, jamais exact."""

    moins_11 = auto()
    de_11_12 = "11_12"
    de_13_15 = "13_15"
    de_16_17 = "16_17"
    de_18_20 = "18_20"
    de_21_25 = "21_25"
    de_26_59 = "26_59"
    de_60_plus = "60_plus"
    mixte = auto()
    non_observe = auto()


class TailleGroupe(StrEnum):
    """Combien de personnes, à l'œil."""

    une = "1"
    de_2_4 = "2_4"
    de_5_9 = "5_9"
    de_10_19 = "10_19"
    de_20_plus = "20_plus"
    non_observe = auto()


class Attestation(StrEnum):
    """Degré de solidité d'un fait ; aucun passage automatique de l'un à l'autre."""

    rumeur = auto()
    rapporte = auto()
    observe = auto()
    recoupe = auto()
    atteste = auto()
    infirme = auto()


class NatureSource(StrEnum):
    """D'où vient ce qu'on sait : une nature, jamais une personne."""

    observation = auto()
    collegue = auto()
    habitant = auto()
    jeune = auto()
    commercant = auto()
    gardien = auto()
    ecole = auto()
    soignant = auto()
    institution = auto()
    media = auto()
    reseau_social = auto()


class Recurrence(StrEnum):
    """Ce que le fait devient dans le temps."""

    isole = auto()
    repete = auto()
    quotidien = auto()
    en_baisse = auto()
    disparu = auto()


class Moment(StrEnum):
    """Partie du jour : ce qui sort à la place de l'heure exacte."""

    matin = auto()
    midi = auto()
    apres_midi = auto()
    soiree = auto()
    nuit = auto()


class Profil(StrEnum):
    """À qui va un document, du plus proche au plus large : chacun demande plus que les d'avant."""

    collectif = auto()
    institution = auto()
    restitution_publique = auto()
    vignette = auto()

    @property
    def public(self) -> bool:
        """Vrai si n'importe qui peut lire : une vignette y ajoute de ne dire aucun mois."""
        return self in (Profil.restitution_publique, Profil.vignette)

    @property
    def exigences(self) -> tuple[Profil, ...]:
        """Ce profil, puis ceux qui demandent plus : ce qui leur convient lui convient."""
        profils = tuple(Profil)
        return profils[profils.index(self) :]


class Gravite(StrEnum):
    """Atteinte constatée ; distincte de l'urgence."""

    gene = auto()
    nuisance_installee = auto()
    dommage = auto()
    danger = auto()
    atteinte_grave = auto()


class Urgence(StrEnum):
    """Délai dans lequel agir ; distinct de la gravité."""

    immediate = auto()
    sous_48h = "48h"
    sous_7j = "7j"
    mois = auto()
    sans_echeance = auto()


class Public(StrEnum):
    """Les publics concernés, toujours au pluriel."""

    enfants = auto()
    adolescents = auto()
    jeunes_majeurs = auto()
    parents = auto()
    fratries = auto()
    habitants = auto()
    personnes_vulnerables = auto()
    commercants = auto()
    usagers_drogues = auto()
    personnes_impliquees = auto()
    passants = auto()
    gardiens = auto()
    intervenants_sociaux = auto()
    soignants = auto()
    communaute_educative = auto()


class Impact(StrEnum):
    """Ce que le fait produit ; les effets heureux comptent autant."""

    circulation = auto()
    bruit = auto()
    insalubrite = auto()
    risque_infectieux = auto()
    insecurite_ressentie = auto()
    securite_ressentie = auto()
    crainte_enfants = auto()
    isolement = auto()
    honte = auto()
    rupture_scolaire = auto()
    rupture_familiale = auto()
    emprise = auto()
    sante_physique = auto()
    sante_psychique = auto()
    violence = auto()
    perte_confiance = auto()
    retrait_service = auto()
    usure_professionnelle = auto()
    stigmatisation = auto()
    solidarite = auto()
    dialogue = auto()


class TypeSite(StrEnum):
    """Nature d'un lieu nommé publiquement."""

    hall = auto()
    place = auto()
    square = auto()
    rue = auto()
    parking = auto()
    abords_ecole = auto()
    equipement = auto()
    commerces = auto()
    friche = auto()
    transport = auto()
    autre = auto()


class Maille(StrEnum):
    """Finesse d'un lieu : la sortie remonte cette échelle, jamais ne la descend."""

    lieu = auto()
    ilot = auto()
    quartier = auto()


class NiveauDecision(StrEnum):
    """À quel niveau du comité de pilotage une décision se prend."""

    terrain = auto()
    direction = auto()
    decideur = auto()


class EtatDecision(StrEnum):
    """Ce qu'une décision est devenue."""

    a_suivre = auto()
    faite = auto()
    abandonnee = auto()


class TypePartenaire(StrEnum):
    """Qui peut agir : une fonction, jamais une personne."""

    bailleur = auto()
    syndic = auto()
    ville = auto()
    metropole = auto()
    departement_ase = auto()
    region = auto()
    prefecture = auto()
    education_nationale = auto()
    justice_pjj = auto()
    police_gendarmerie = auto()
    ars = auto()
    caarud_csapa_cjc = auto()
    sante_mentale = auto()
    soins_ville = auto()
    emploi_insertion = auto()
    caf = auto()
    centre_social = auto()
    prevention_specialisee = auto()
    mediation = auto()
    aide_victimes = auto()
    association_habitants = auto()
    sport_culture = auto()
    commercants = auto()
    recherche = auto()
    elu = auto()


class Canal(StrEnum):
    """Par où l'on s'est parlé."""

    telephone = auto()
    courriel = auto()
    courrier = auto()
    rencontre = auto()
    reunion = auto()


class Evolution(StrEnum):
    """Ce que la rue montre depuis un courrier."""

    mieux = auto()
    pareil = auto()
    pire = auto()


class StatutCourrier(StrEnum):
    """Où en est un courrier ; `domain.courrier.SUITES` dit d'où l'on va où."""

    brouillon = auto()
    relu = auto()
    valide = auto()
    envoye = auto()
    recu = auto()
    repondu = auto()
    suivi_effet = auto()
    relance = auto()
    sans_suite = auto()
    abandonne = auto()


class StatutSituation(StrEnum):
    """Où en est une situation ; `transmise_hors_outil` : la suite n'est plus notée ici."""

    ouverte = auto()
    en_veille = auto()
    accompagnee = auto()
    orientee = auto()
    apaisee = auto()
    close = auto()
    transmise_hors_outil = auto()


class Besoin(StrEnum):
    """Ce dont une personne accompagnée a besoin."""

    ecoute = auto()
    acces_droits = auto()
    sante = auto()
    soutien_psychologique = auto()
    hebergement_urgence = auto()
    relogement = auto()
    scolarite = auto()
    formation_emploi = auto()
    protection = auto()
    mediation = auto()


class MomentFragilite(StrEnum):
    """Les passages où une situation bascule."""

    entree_college = auto()
    exclusion = auto()
    sans_affectation = auto()
    sortie_detention = auto()


class GenreEcheance(StrEnum):
    """Ce qui se prévoit, et qu'on veut voir venir."""

    rentree = auto()
    conseil_discipline = auto()
    sortie_detention = auto()
    anniversaire_drame = auto()
    fete = auto()
    travaux = auto()
    rendez_vous = auto()
    autre = auto()


class ZoneScolaire(StrEnum):
    """Les zones de vacances de la métropole, Corse exceptée."""

    a = auto()
    b = auto()
    c = auto()
