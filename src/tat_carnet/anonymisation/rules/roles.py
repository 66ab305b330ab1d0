"""Rôles qu'une seule personne tient dans le quartier : « le gardien », « l'imam », « la CPE »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_ROLE: Final = (
    r"(?:gardien(?:ne)?|concierge|boulanger|boulangere|patissier|patissiere|pharmacien(?:ne)?"
    r"|epicier|epiciere|buraliste|kebabier"
    r"|coiffeur|coiffeuse|barbier|garagiste|boucher|bouchere|poissonnier|poissonniere|primeur"
    r"|fleuriste|cordonnier|marchande? de \w+"
    r"|restaurateur|restauratrice|pizzaiolo|patronn?e?|gerante?|serveur|serveuse|imam|cure"
    r"|pretre|pasteur|rabbin|aumonier|abbe|diacre"
    r"|pope|muezzin|directeur|directrice|principale?(?: adjointe?)?|prinssipal"
    r"|proviseure?(?: adjointe?)?|dirlo|dirlotte|cpe|prof"
    r"|professeure?|instit|institutrice|instituteur|maitresse|maitre d'ecole|infirmiere?|medecin"
    r"|docteur|toubib|generaliste"
    r"|sage[ -]fa?e?mm?e|dentiste|kine|assistante sociale|assistant social|psychologue scolaire"
    r"|psychologue|veterinaire"
    r"|entraineur|entraineuse|coach|presidente?|tresorier|tresoriere|factrice|facteur|ecailler"
    r"|cafetier|tenancier"
    r"|concierge|ferrailleur|serrurier|brocanteur|libraire|opticien(?:ne)?|animat(?:eur"
    r"|rice)(?: sportif| sportive| jeunesse)?|educ(?:ateur|atrice)? sporti(?:f|ve)|surveillante?"
    r"|pionne?|aesh|avs|bibliothecaire|documentaliste|postier|postiere|guichetier|guichetiere"
    r"|caissiere?|agent d'entretien|femme de menage|maitre[ -]chien|agent de securite|videur"
    r"|glacier|maraich(?:er|ere)|couturiere?|esthetique|estheticienne|tatoueur|podologue"
    r"|orthophoniste|psychiatre|pediatre|ambulancier|puericultrice|bedeau|sacristain|major"
    r"|commandant|ilotier|arbitre|jardinier|jardiniere|balayeur|balayeuse|eboueur"
    r"|proprietaire (?:du|de la) \w+|proprio|surveillant general|intendante?"
    r"|gestionnaire du college|chef d'etablissement|conseillere? d'orientation|psy (?:en"
    r"|du college|scolaire)|referente? famille|traiteur|taxi|livreur|brocanteuse|tapissier"
    r"|menuisier|macon|vitrier|chauffagiste|mecanicien|forain|dealer en chef|cordiste|(?:dame"
    r"|monsieur) du (?:\d{1,2}e?|rdc|dessus|dessous|kiosque|tabac|pressing|cdi|guichet)"
    r"|(?:voisin|voisine) du \d{1,3}e?|nourrice agreee|chauffeur|notaire|adjudant|brigadier"
    r"|lieutenant|capitaine|reparat(?:eur|rice)(?: de \w+)?|peintre|plombier|electricien(?:ne)?"
    r"|mecano|vigile|responsable d'agence|conseillere?(?: du guichet)?|enseignante? referente?"
    r"|correspondante? de nuit|voisine? (?:du (?:dessus|dessous|palier|fond|\d{1,2}e?)"
    r"|d'en (?:face|bas|haut)|d'a cote)|cuisinier|cuisiniere|cantiniere|dame de (?:la )?cantine"
    r"|dame de service)"
)
_PRECISION: Final = (
    r"(?: (?:du (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir)|liberale?"
    r"|scolaire|de l'amicale(?: des locataires)?|du conseil (?:citoyen|syndical)|de la (?:place"
    r"|dalle|mosquee|paroisse|supere?tte|laverie|rue"
    r"|boulangerie|pharmacie|cite|boxe|cantine|creche|maternelle)|du (?:college|lycee|cabinet"
    r"|snack|kebab|bar|tabac|bar-tabac|bowling|club|coin|quartier|foot|"
    r"garage|centre(?: social)?|cdi|rez-de-chaussee|pmu)|de l'(?:ecole|epicerie|asso(?:ciation)?"
    r"|etablissement)|des (?:boules|locataires)|bar-tabac"
    r"|scolaire|d'(?:ecole|immeuble|eps|anglais|histoire|arabe)|de (?:cp|ce1|ce2|cm1|cm2|gs|ms"
    r"|ps|sport|foot|boxe|judo|maths?|techno|francais|svt|"
    r"musique|danse|francais|espagnol|anglais|physique|6e|5e|4e|3e|dessin|chimie|quartier|classe"
    r"|la place)))*"
)
_DEFINI: Final = re.compile(
    rf"\b(?:(?:le|la|l'|du|au|a la|a l'|de la|de l'|o) ?)(?:nouve(?:au|lle|l) |ancien(?:ne)? "
    rf"|vieux |vieille |jeune |meme )?"
    rf"(?P<x>{_ROLE}\b{_PRECISION})(?! (?:adjoint|d'agence|regional|departemental|general"
    rf"|de (?:cabinet|service|la (?:police|mairie|caf|mds|mission))|des services"
    r"|academique|de l'(?:ars|agence|asso(?:ciation)?|addap|ase)|du (?:departement"
    r"|conseil departemental|tribunal|csapa|caarud|bailleur)|traitant"
    r"|legiste|du travail|de garde|referent|coordonnateur|de nuit)\b)"
)
_QUALIFIE: Final = re.compile(
    r"\b(?P<x>(?:presidente?|secretaire|tresorier|tresoriere) (?:du conseil citoyen"
    r"|de l'amicale(?: des locataires)?|du club|de l'asso(?:ciation)?"
    r"|des locataires|du foot|du conseil syndical)|patronn?e? (?:du |de la |de l')?(?:bar-tabac"
    r"|bar|tabac|kebab|snack|cafe|pmu|garage|bowling)"
    r"|(?:principale?|proviseure?|direct(?:eur|rice))(?: adjointe?)? (?:du|de la|de l') ?(?:college"
    r"|lycee|ecole|creche|maternelle|foyer|micro-creche|ehpad|segpa)|psyen"
    r"|infirmiere scolaire|prof principale?|gardien(?:ne)? du \d{1,3}|coach u\d{1,2})\b"
    r"|(?:^|[.:→;/] |- |\n)(?P<y>gardien(?:ne)?|concierge|boulangere?|pharmacien(?:ne)?"
    r"|epiciere?|directrice|principale?|proviseure?|patronn?e?"
    r"|imam|cure|presidente?|coiffeu(?:r|se)|buraliste|garagiste)\b(?! de (?:rue|la mairie))"
)
_POSSEDE: Final = re.compile(
    r"\b(?:son|sa|leur) (?P<x>(?:ancien(?:ne)? |nouvel(?:le)? |nouveau |futur "
    r"|ex-?)?(?:patronn?e?|prof(?: principale?)?|profs|professeure?|coach"
    r"|entraineur|maitresse|instit\w*|employeur|maitre de stage|medecin|psy|avocate?|juge"
    r"|proprio|proprietaire|logeuse?|imam|cpe|tuteur de stage"
    r"|voisine? (?:du (?:dessus|dessous|palier)|d'en (?:face|haut|bas))))\b"
    r"(?: (?:de|d') ?(?:maths?|sport|francais|anglais|techno|svt|histoire|eps|boxe|foot|judo"
    r"|dessin|musique))?"
)
_GENERIQUE: Final = re.compile(
    r"\b(?:le|la|l'|du|au|a la|de la) ?(?P<x>(?!(?:bailleur|secteur|ascenseur|interieur"
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
    r"\b(?:le|la|l'|du|au|a la|de la) ?(?:nouve(?:au|lle) |ancien(?:ne)? |petite? |vieux "
    r"|vieille )?"
    r"(?P<x>(?:dame|monsieur|gars|mec|type|vieux|vieille|femme|homme|benevole|responsable|chef"
    r"|cheffe|secretaire|agent|gerante?|vendeu(?:r|se)"
    r"|caissiere?|prof|maitresse|instit|entraineu(?:r|se)|coach|infirmiere?|medecin|presidente?"
    r"|tresoriere?|direct(?:eur|rice)|adjointe?"
    r"|anim(?:ateur|atrice)|gardien(?:ne)?|concierge|proprietaire|patronn?e?|voisine?|locataire"
    r"|mamie|papi|papy|serveu(?:r|se)|technicien(?:ne)?"
    r"|cuisiniere?|ouvriere?|conducteur|conductrice|moniteur|monitrice|educ sportif"
    r"|champion(?:ne)?|capitaine|doyen(?:ne)?)"
    r" (?:du |de la |de l'|des |d'|au |a la |aux )(?!(?:une?|autres?|ces?|cette|leurs?|nos|notre"
    r"|son|sa|ses|plusieurs|republique|bailleur|mairie|ville"
    r"|departement|region|metropole|prefecture|police|quartier|collectif"
    r"|secteur|soir|matin|jour|nuit|fond|coup|moins|plus|mois|service|cite|rue|groupe|projet"
    r"|reseau|deal|point|plan)\b)[a-z]{3,}(?:-[a-z]+)*)"
)
_ELU: Final = re.compile(
    r"\b(?:le|la|l') ?(?P<x>(?:doyen(?:ne)?|ancien combattant|champion(?:ne)? de \w+|centenaire"
    r"|aveugle|seule? \w+ (?:du|de la) (?:quartier|cite|cour|bat|college|lycee|classe)"
    r"|unique \w+ (?:du|de la) (?:quartier|cite|bat)|premiere? \w+ du quartier|handicape"
    r"|dame au chien|monsieur au chien|"
    r"(?:dame|monsieur|vieux|vieille|gars|jeune|petit|petite|fille|garcon|homme"
    r"|femme) (?:en fauteuil(?: roulant)?|au (?:chien|fauteuil|caddie|velo jaune|perroquet"
    r"|pitbull)"
    r"|aux (?:chats|pigeons|chiens))))\b"
)


def reperer(note: Note) -> Iterator[Repere]:
    """Les rôles introduits par un article défini singulier."""
    for motif in (_QUALIFIE, _DEFINI, _ELU, _POSSEDE, _GENERIQUE, _COMPLEMENT):
        yield from chercher(note, motif, Categorie.role_unique)
