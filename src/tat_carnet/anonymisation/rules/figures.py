"""Figures du quartier : « la dame au chien », « celui qui répare les vélos », « le doyen »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_ADMINISTRATION: Final = (
    r"(?:maire|csapa|caarud|cpam|caf|mds|pmi|ase|ml|mission|cmp|secu|prefecture|mairie|bailleur"
    r"|siao"
    r"|ccas|pjj|spip|poste|prefet|departement|region|metropole|republique|police|ville|metro|cjc"
    r"|france|pole|tribunal|justice|permanence|mediation|prevention)"
)
"""Ce qui suit « la dame de la » sans désigner personne : un service, un guichet."""
_GENERIQUE: Final = re.compile(
    r"\b(?:(?:le|la|du|au|a la|de la) |l' ?)(?P<x>(?!(?:bailleur|secteur|ascenseur|interieur"
    r"|exterieur|moteur|lecteur|compteur|radiateur|conteneur|dossier|quartier"
    r"|courrier|escalier|palier|chantier|atelier|panier|cahier|papier|metier|lumiere|maniere"
    r"|matiere|derniere|premiere|dernier|premier|barriere|poussiere"
    r"|riviere|liste|piste|couleur|chaleur|odeur|hauteur|valeur|peur|coeur|fleur|soeur|rumeur"
    r"|erreur|longueur|fraicheur|douceur|entier|fichier|clavier|sentier"
    r"|loyer|foyer|collier|banquier|acteur|facteur (?:de|d')|reseau|hier|terrain"
    r"|directeur (?:de (?:l'agence|cabinet)|general|regional|academique)"
    r"|mediat(?:eur|rice)|educ(?:ateur|atrice)?|travailleu(?:r|se)|jeune|mineur|majeur|meilleur"
    r"|leur|plusieurs|arriere|ailleurs|frontiere|prefet|maire)\b)"
    r"(?:[a-z]{3,}(?:eur|euse|trice|ier|iere|iste|ien|ienne)|dame|monsieur|chef|cheffe|benevole"
    r"|secretaire|responsable|president|homme|femme|proprio|patron"
    r"|petit vieux|papi|mamie|doyen|delegue|tenancier|elu|elue|adjointe?|referente?|agent"
    r"|militante?|pere|mere|gars|voisine?)"
    r" (?:du (?:quartier|marche|college|lycee|club|centre|bar|gymnase|foot|rugby|judo|basket"
    r"|cafe|camping|bus|car|port|supermarche|magasin|village|hameau|kiosque|tabac|coin|local"
    r"|\d{1,3})"
    r"|de la (?:cite|dalle|mosquee|paroisse|boxe|pharmacie|laverie|galerie|mediatheque"
    r"|bibliotheque|cantine|ferme|gare|poste|place|resi(?:dence)?|salle|maison de la presse"
    r"|chorale|regie)"
    r"|de l'(?:amicale|asso(?:ciation)?|ecole|epicerie|accueil|immeuble|eglise|atelier|hotel"
    r"|hopital|amap|equipe)|des (?:locataires|fetes|boules|jeunes|seniors|parents d'eleves"
    r"|ecoles)))\b"
)
_COMPLEMENT: Final = re.compile(
    r"\b(?:(?:le|la|du|au|a la|de la) |l' ?)(?:nouve(?:au|lle) |ancien(?:ne)? |petite? |vieux "
    r"|vieille )?"
    r"(?P<x>(?:dame|monsieur|gars|mec|type|vieux|vieille|femme|homme|benevole|responsable|chef"
    r"|cheffe|secretaire|agent|gerante?|vendeu(?:r|se)"
    r"|caissiere?|prof|maitresse|instit|entraineu(?:r|se)|coach|infirmiere?|medecin|presidente?"
    r"|tresoriere?|direct(?:eur|rice)|adjointe?"
    r"|anim(?:ateur|atrice)|gardien(?:ne)?|concierge|proprietaire|patronn?e?|voisine?|locataire"
    r"|mamie|papi|papy|serveu(?:r|se)|technicien(?:ne)?"
    r"|cuisiniere?|ouvriere?|conducteur|conductrice|moniteur|monitrice|educ sportif"
    r"|delegue?e?|elue?|vendeu(?:r|se)|marchande?|maitre|adulte[ -]relais|referente?|auxiliaire"
    r"|chef"
    r"|champion(?:ne)?|capitaine|doyen(?:ne)?|sdf|clochard|mendiante?|clodo|aveugle|rappeur)"
    r" (?:du |de la |de l'|des |d'|au |a la |aux )(?!(?:une?|autres?|ces?|cette|leurs?|nos|notre"
    rf"|son|sa|ses|plusieurs|{_ADMINISTRATION}|quartier|collectif"
    r"|secteur|soir|matin|jour|nuit|fond|coup|moins|plus|mois|service|cite|rue|groupe|projet"
    r"|reseau|deal|point|plan|pass|mdph|spip|cjc|cegidd|cmpp)\b)[a-z]{3,}(?:-[a-z]+)*)"
)
_PORTE: Final = (
    r"(?:chiens?|fauteuil(?: roulant)?|caddie|velo jaune|perroquet|pitbull|chats|pigeons|bequilles?"
    r"|rats?|landau|skate|rollers?|furet|lapins?|poules?|chat|ane|cheval|mobylette|charrette a \w+"
    r"|deambulateur|canne|accordeon|guitare|poussette vide|charrette|treillis|djellaba|peignoir)"
)
"""Ce qu'une seule personne du quartier promène, pousse ou porte."""
_ELU: Final = re.compile(
    r"\b(?:le|la|l') ?(?P<x>(?:doyen(?:ne)?|ancien combattant|champion(?:ne)? de \w+|centenaire"
    r"|aveugle|borgne|unijambiste|manchote?|bossu|boiteux|sourde?[ -]muete?"
    r"|seule? (?:garcon|fille|homme|femme|mec|meuf|gars|adulte|eleve|papa|maman|noire?|blanche?"
    r"|majeure?"
    r"|mineure?) (?:de l'|du |de la |des )[a-z]{3,}|seule? \w+ (?:du|de la) (?:quartier|cite"
    r"|cour|bat|college|lycee|classe)"
    r"|unique \w+ (?:du|de la) (?:quartier|cite|bat)|premiere? \w+ du quartier|handicape"
    r"|dame au chien|monsieur au chien|"
    r"(?:dame|monsieur|vieux|vieille|gars|jeune|petit|petite|fille|garcon|homme"
    r"|femme|miss|mec|type|meuf|nana|ado|gosse|gamine?|minote?|bonhomme|mamie|papi|papy)"
    rf" (?:en|au|a la|a l'|aux) ?{_PORTE}"
    r"|fille de l'accueil|(?:grande?|petite?|gros(?:se)?|vieux|vieille|jeune)"
    r" (?:du (?:fond|bout)|d'en (?:haut|bas|face)|d'a cote)))\b"
    rf"|\b(?P<y>cel(?:ui|le) (?:en|au|a la|a l'|aux) ?{_PORTE})\b"
)
_PERIPHRASE: Final = re.compile(
    r"\b(?P<x>(?:celui|celle|(?:dame|monsieur|type|gars|mec|femme|homme|vieux|vieille|papi|papy"
    r"|mamie|voisine?|retraitee?|bonhomme|tonton|tata)) qui (?:tient|vend|repare|nourrit|garde"
    r"|joue"
    r" d[eu]|promene|balaie|ramasse|s'occupe d[eu]|distribue|chante|prepare|livre|coupe|coiffe"
    r"|ouvre"
    r"|ferme|preche|enseigne|conduit|nettoie|surveille|donne des cours|a (?:gagne|ouvert|repris)"
    r"|fait (?:les|la|le|des|du)|a perdu|parle aux|arrose|entraine|loue|recoit|dort) "
    r"(?:(?:les?|la|l'|des?|du|de la|un|une|son|sa|ses|aux?|dans|sur|sous|devant) ?)*[a-z]{3,})\b"
)

_FIGURES: Final = Famille(_ELU, _GENERIQUE, _COMPLEMENT, _PERIPHRASE)


def reperer(note: Note) -> Iterator[Repere]:
    """Qui se reconnaît à ce qu'il fait, porte ou promène."""
    for motif in note.departs.parmi(_FIGURES):
        yield from chercher(note, motif, Categorie.role_unique)
