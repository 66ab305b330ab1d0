"""Étages, portes, appartements, rez-de-chaussée."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.nombres import EN_LETTRES, EN_TOUTES_LETTRES
from tat_carnet.anonymisation.pliage import CHIFFRES, Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_REZ: Final = (
    r"(?:rdch?(?!ong)|r d c\b|r[.-]d[.-]c\b|rd[ -]ch\w+|rez(?:[ -]d[eu]?[ -]?(?:chau(?:ss?|c)ee?"
    r"|chausse"
    r"|chosse?e?|ch\b"
    r"|jardin))?(?! de\b))"
)
"""« rdc », « rez-de-chaussée » comme il s'écrit, ou « rez » tout court."""
_ORDINAL: Final = (
    r"(?:\d{1,2} ?(?:ers?|eres?|e|i?em+e?s?|nd|nde|°|(?<=2)d)(?!\w)|(?:premi(?:er?|ere)|deuxi?eme"
    r"|second|troisi?eme+"
    r"|quatri?eme|cinqui?eme|si[xs]i?eme|septi?eme|huiti?eme|neuvi?eme|dixi?eme|onzi?eme|douzi?eme"
    r"|treizieme|quatorzieme|quinzieme|catri(?:ai|e)me|katri(?:ai|e)me|sinki(?:ai|e)me"
    r"|troizi(?:ai|e)me"
    r"|deu[zs]i(?:ai|e)me|sizi(?:ai|e)me|seti(?:ai|e)me|uiti(?:ai|e)me"
    rf"|dernier|{_REZ}|entre-?sol|d[eo]zyem|twazyem|katryem|senkyem"
    r"|sizyem|setyem|wityem|nevyem|premye))"
)
_COTE: Final = (
    r"(?:a )?(?:main )?(?:gauche|droite|gche|dte|dr|fasse|face|centre|milieu|fond|cour|rue|gch"
    r"|dg|dt"
    r"|esquerdo"
    r"|direito|g\b|d\b|porte (?:de )?(?:gauche|droite|face"
    r"|\d{1,3}[a-z]?|(?!a\b)[a-z]\b|en face(?: de l'ascenseur)?|du fond)|sur cour|sur rue"
    r"|en face de l'ascenseur)"
)
_PORTE: Final = (
    r"(?:porte|pte|chambre (?:double|simple|seule|individuelle)|lit(?= \d{2,3})|cellule(?= \d)"
    r"|room(?= \d)|chambre|chbre|chb|dortoir"
    r"|ch(?=\.? ?\d)|piaule|palier|interphone"
    r"|bal(?! \d+ juil)"
    r"|ap(?=\. ?\d{1,4}\b(?! ?h))|boite(?: aux lettres)?|appart(?:ement)?s?|appts?|apts?|app"
    r"|logement|logt|lgt|log|studio)(?:\. ?| )(?:n ?[o°]\.? ?|numero )?"
    r"(?:\d{1,4}(?:[a-z]| ?[b-z])?\b(?! ?(?:ans|h\b|jeunes|pers(?!onne\b)|pieces))"
    r"|(?!a\b)[a-z]\d{0,3}\b(?!['’])"
    r"|(?:de )?(?:gauche|droite)|dte\b|gche\b|d'en face|(?:en )?face (?:a |de )?(?:l'|la "
    r"|le )?(?:escalier"
    r"|ascenseur|vide-ordures)|du fond|(?:au|tout au) fond(?: a (?:gauche"
    r"|droite))?)"
)
_ETAGE: Final = re.compile(
    rf"\b{_ORDINAL},? ?(?:et dernier )?(?:etages?|etg|et\.|et(?=\s*(?:[,;)]|$)| (?:gauche"
    rf"|droite)\b))(?:,? {_COTE})?(?:,? {_PORTE})?"
    rf"|\b(?<!les )(?<!en )(?<!des )(?<!classe de ){_ORDINAL}(?:,? |-){_COTE}\b(?! (?:de|d'|du"
    rf"|a)\b)"
    rf"|\b(?:etages?|etg|et\.) ?\d{{1,2}}(?: et \d{{1,2}})?\b|\b(?:[2-9]|1\d) etage\b"
    rf"|\bau -\d\b|\bau sous-sol\b|\bs(?:ou)?s[ -]sol -?\d\b"
    rf"|\bentre-?sol\b|\betage ?[:=] ?\d{{1,2}}\b"
    rf"|\b(?:r\+|niveau |niv\.? ?)-? ?\d{{1,2}}\b(?! (?:du jeu|de|d'|scolaire|atteint))"
    rf"|\b{_ORDINAL} (?:sous-sol|coursive|palier|balcon|porte (?:a|de) (?:gauche|droite))\b"
    rf"|\b(?<!il )(?<!elle )(?<!qui ){_PORTE}"
    r"|\b(?:premiere|derniere|seule) porte (?:a|de|sur la) (?:gauche|droite)\b"
    r"|\b(?<!en )(?<!il )(?<!elle )(?<!qui )(?:porte|appart(?:ement)?|chambre|palier"
    r"|studio) (?:numero )?"
    rf"(?!un\b|une\b)(?:(?:{EN_LETTRES} )?cents?(?: {EN_LETTRES})?|{EN_LETTRES})"
    r"(?=\s*(?:[,.;:!?)]|$)| (?:au|a|chez|du|de l'|il|elle|on|y)\b)"
)
ORDINAL: Final = (
    r"(?:\d{1,2} ?(?:ers?|e|i?em+e?|nd|°)|premier|deuxi?eme|second|troisi?eme|quatri?eme"
    r"|cinqui?eme|si[xs]i?eme"
    r"|septi?eme|huiti?eme|neuvi?eme|dixi?eme|onzi?eme|douzi?eme|treizieme|quatorzieme|quinzieme"
    r"|catri(?:ai|e)me|katri(?:ai|e)me|sinki(?:ai|e)me|troizi(?:ai|e)me|deu[zs]i(?:ai|e)me"
    r"|sizi(?:ai|e)me|seti(?:ai|e)me|uiti(?:ai|e)me"
    rf"|dernier|{_REZ}|d[eo]zyem|twazyem|katryem|senkyem|sizyem|setyem"
    r"|wityem|nevyem)(?: sans asc(?:enseur)?\b)?"
)
_HABITANT: Final = (
    r"(?:fenetres?|balcons?|voisine?s?|dames?|monsieur|familles?|locataires?|mamies?|papis?"
    r"|portes?|palier|appart\w*|gens"
    r"|habitants?|ceux|celles?|celui|chez|mamans?|mere|couple|petite?s?|vieux|vieille|jeunes?"
    r"|gars|enfants|paillasson"
    r"|logement|coursive|grand-mere|fille|garcon|frere|soeur|bebe|chien|habite|loge|vit|dort"
    r"|monte[er]?s?|montee?s?|descendue?s?|etage)"
)
_HABITE: Final = re.compile(
    rf"\b{_HABITANT} (?:au|du|le|de|aux|d'un|jusqu'au) (?P<x>{ORDINAL})(?!\w| ?arr"
    r"| (?:moment|rang|trimestre|rendez|tour\b|jour|coup|degre))"
    r"|\b(?:hommes?|femmes?|personnes?|etudiante?s?|freres|soeurs|types?|mecs?|meufs?|ados?"
    r"|gamine?s?"
    r"|retraitee?s?|couple|dame|monsieur|voisine?|famille|jeune)(?: [a-z]{3,})? du"
    r" (?P<y>\d{1,2}(?:er|e|eme))(?!\w| (?:arr|age|groupe|tour|match|degre|cycle|cercle|rang|bus"
    r"|semestre"
    r"|jour|janv|fevr|mars|avril|mai|juin|juil|aout|sept|oct|nov|dec|trimestre|accueil))"
)
_SEUL: Final = re.compile(
    r"\b(?:(?:au|du|depuis le|habite le|du haut du|jusqu'au|et le|puis au|et au|vers le|entre le"
    r"|que le"
    r"|sur le|par le|jusqu ?au|o) |(?<!dans )le (?=\d|rdc|rez|d[eo]zyem))"
    rf"(?P<x>{ORDINAL})(?!\w)"
    r"(?=\s*(?:[,.;:!?)»\"/+&-]|$)|\s+(?:et|ou|chez|sans|avec|pour|qui|parce|car|depuis|quand|est"
    r"|a|ont|n'|ne|se"
    r"|m'|nous|il|elle|ils|on|les?|la|un|une|des|mais|puis|hier|ce|dans|sur|porte|cote|en|dit"
    r"|fait|crie|jette|tire"
    r"|descend|ecoute|met|rale|gueule|pleure|l'|s'|y|lui|tout|tous|ca|c'|jusqu|vers|apres|avant"
    r"|pas|plus|toujours"
    r"|encore|bat|batiment|hall|cage|esc|escalier|bloc|tour (?:[a-z]|\d+)|ouvert|ferme|brise"
    r"|bloque|vide"
    r"|voisin|mur[ee]|squatt?e"
    r"|comme|de ne|pendant|cette|ces|mon|son|sa|ma|par|a cote|face|palier|avait|etait|sont|veut"
    r"|peut|va|vient|du (?:bloc|bat\w*|hall|pavillon|[a-h]\b|\d)"
    r"|de la (?:tour|cage|residence|barre)|de l'(?:immeuble|entree|escalier))\b)"
    r"(?<![^e] le premier)(?<!le second)(?<!le dernier)(?<!au dernier)(?<!du dernier)"
)
_AUTRE: Final = re.compile(
    r"\b(?:au-dessus de chez|(?<!° )sous les toits|sous les combles|palier du \d{1,2}e?"
    r"|(?:voisins|locataires|gens|ceux) (?:du (?:dessus|dessous)|d'en (?:haut|bas|face))"
    r"|juste (?:au-dessus|en dessous|en-dessous)|l'etage (?:du (?:dessus|dessous)|au-dessus)"
    r"|\d{1,2}e? palier|l'appart(?:ement)? (?:du (?:fond|dessus"
    r"|dessous)|d'en (?:face|haut|bas)|d'a cote|(?:juste )?(?:en face"
    r"|au[- ]dessus|en[- ]dessous)(?! d[eu']))"
    r"|porte (?:a (?:gauche|droite)|en face)(?: de l'ascenseur)?|etage du milieu"
    r"|chambre de bonne|dans les combles|fond du couloir(?: a (?:gauche|droite))?"
    r"|porte (?:bleue|rouge|verte|marron|blanche|du fond"
    r"|du milieu|de (?:gauche|droite))"
    r"|(?:habite|loge|vit) (?:juste )?(?:au-dessus|au dessus|en dessous|en-dessous|en face))\b"
)
_DERNIER: Final = re.compile(
    r"\b(?:au|o|habite le|vit au|loge au|jusqu'au) (?P<x>(?:tout )?dernier)(?=\s*(?:[.,;!?)]|$)"
    r"| (?:gauche"
    r"|droite|face|sans|de la (?:petite |grande )?(?:tour|cage|barre)|du (?:bat\w*|bloc|hall)"
    r"|la|le|les|il|elle|on|ya|y a"
    r"|avec"
    r"|qui|chez)\b(?! (?:moment|rdv)))"
)
_COTE_ABREGE: Final = re.compile(
    r"(?:^|[;/,–-] ?)(?<!\d,)(?P<x>\d{1,2} ?[gdf])(?= ?(?:[;/,–]|- |$))"
)
_POSE: Final = re.compile(
    rf"\b(?P<y>du {ORDINAL} (?:jusqu')?au {ORDINAL})"
    r"(?!\w| ?(?:arr|sept|oct|nov|dec|janv|mars|juin))"
    r"|(?:^|(?<=[.;:•\n] ))(?P<z>\d{1,2}(?:er|e|eme))(?= ?[:,] ?(?:rien|ras|vide|calme|personne"
    r"|une?|deux"
    r"|lumiere|porte|fenetre|matelas|odeur|noir)\b)"
    r"|(?:[;•|→/] ?|- |\b(?:vieux|vieille|dame|monsieur|famille|voisine?) )(?P<x>\d{1,2} ?(?:e"
    r"|eme|er))"
    r"(?=\s*(?:[;•|→,.)]|$| - | bloque| seule?\b))"
)
_APPOSE: Final = re.compile(
    r"\b(?:bat\w*|tour|hall|bloc|cage|esc\w*|entree|imm\w*|residence|barre"
    r"|pavillon)\.? [a-z0-9-]+,? "
    rf"(?P<x>{ORDINAL})(?=\s*(?:[,.;)]|$)|,? (?:gauche|droite|face))"
    r"|(?<![\w,])(?<!des )(?<!les )(?P<z>\d{1,2}e(?:, \d{1,2}e)*,? (?:et )?(?:[7-9]|1\d)e)(?![\w-])"
)
"""« tour Ajonc, septième, », « 6e, 7e, 9e » (nulle classe n'y arrive)."""
_RDC: Final = re.compile(rf"\b{_REZ}\b")

_NIVEAUX: Final = (
    EN_TOUTES_LETTRES
    | mots_de(
        "premier premiere deuxieme deuxeme second troisieme troiseme quatrieme quatreme cinquieme",
        "sisieme cinqueme sixieme sixeme septieme septeme huitieme huiteme neuvieme neuveme",
        "dixieme dixeme",
        "onzieme onzeme douzieme douzeme treizieme quatorzieme quinzieme dernier",
        "entresol rdc rdch rd rez",
        "catriaime catrieme katriaime katrieme sinkiaime sinkieme troiziaime troizieme deuzieme",
        "deusieme deuziaime deusiaime sizieme siziaime setieme setiaime uitieme uitiaime",
        "dezyem dozyem twazyem katryem senkyem sizyem setyem wityem nevyem premye",
    )
    | {CHIFFRES}
)
_PIECES: Final = mots_de(
    "lit cellule room ap",
    "porte portes chambre piaule palier boite appart apparts appartement appartements appt appts",
    "apt apts app logement logt lgt log studio etage etages etg niveau niv toits combles",
    "habite loge",
    "vit dessus dessous face haut bas entresol sol prem pte ch chbre chb dortoir rd",
    "milieu interphone bal et coursive combles",
    "fond bonne",
)


_LOGES: Final = _NIVEAUX | _PIECES

_A_UN_NIVEAU: Final = Famille(_SEUL, _HABITE, _RDC, _POSE, _DERNIER, _COTE_ABREGE, _APPOSE)


def reperer(note: Note) -> Iterator[Repere]:
    """Ce qui désigne un logement dans un immeuble."""
    yield from chercher(note, _ETAGE, Categorie.etage_porte, si=_LOGES)
    for motif in note.departs.parmi(_A_UN_NIVEAU):
        yield from chercher(note, motif, Categorie.etage_porte, si=_NIVEAUX)
    yield from chercher(note, _AUTRE, Categorie.etage_porte, si=_PIECES)
