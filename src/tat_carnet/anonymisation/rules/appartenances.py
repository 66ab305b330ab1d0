"""Origines et religions, qui ne sortent jamais."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_PEUPLES: Final = (
    "algerien(?:ne)?|marocaine?|tunisien(?:ne)?|maghrebine?|comorien(?:ne)?|mahoraise?|malgache"
    "|senegalaise?|malien(?:ne)?"
    "|guineen(?:ne)?|ivoirien(?:ne)?|camerounaise?|congolaise?|angolaise?|gabonaise?|togolaise?"
    "|beninoise?|burkinabe|nigerien(?:ne)?"
    "|nigeriane?|ghaneen(?:ne)?|gambien(?:ne)?|mauritanien(?:ne)?|capverdien(?:ne)?"
    "|cap-verdien(?:ne)?|erythreen(?:ne)?"
    "|ethiopien(?:ne)?|somalien(?:ne)?|soudanaise?|tchadien(?:ne)?|egyptien(?:ne)?|libyen(?:ne)?"
    "|syrien(?:ne)?|libanaise?"
    "|palestinien(?:ne)?|irakien(?:ne)?|iranien(?:ne)?|afghane?|pakistanaise?|indien(?:ne)?"
    "|bangladaise?|bengali|tamoule?"
    "|sri[- ]lankaise?|chinoise?|vietnamien(?:ne)?|cambodgien(?:ne)?|laotien(?:ne)?|philippine?"
    "|turque?|kurde|armenien(?:ne)?"
    "|georgien(?:ne)?|azerie?|tchetchene|daghestanaise?|russe|ukrainien(?:ne)?|moldave|roumaine?"
    "|bulgare|albanaise?|kosovare?"
    "|serbe|bosniaque|bosnien(?:ne)?|macedonien(?:ne)?|polonaise?|portugaise?|espagnole?"
    "|italien(?:ne)?|antillaise?|guadeloupeen(?:ne)?"
    "|martiniquaise?|guyanaise?|reunionnaise?|haitien(?:ne)?|bresilien(?:ne)?|colombien(?:ne)?"
    "|creole|crioulo|peruvien(?:ne)?|venezuelien(?:ne)?"
    "|africaine?|asiatique|arabes?|rebeue?|beure?|beurette|renoi|noir?e?(?= (?:de "
    "peau|americain))|blacks?|kabyle|berbere|chaouie?"
    "|rifaine?|touareg|peule?|soninke|bambara|wolof|diola|malinke|mandingue|bamileke|lingala"
    "|gitane?s?|tsigane|tzigane|manouche"
    "|rroms?|roms?|yeniche|gens du voyage|voyageurs?(?= "
    "sedentaires)|sinti|gadje|feuj|lyonnaise?|portoricaine?|europeen(?:ne)? de l'est"
    "|babtous?|toubabs?|gadjos?|bledarde?|noiche?|zoreilles?|zorey|malbare?|yabs?|cafrine|cafre"
    "|rwandaise?|burundaise?|centrafricaine?|sierra[- ]leonaise?|liberien(?:ne)?|equatorien(?:ne)?"
    "|bolivien(?:ne)?|chilien(?:ne)?|argentine?|mexicaine?|cubaine?|dominicaine?|jamaicaine?"
    "|thailandaise?|nepalaise?|kazakhe?|ouzbeke?|bielorusse|lituanien(?:ne)?|tcheque|slovaque"
    "|hongroise?|croate|slovene|montenegrine?|chypriote|israelien(?:ne)?|jordanien(?:ne)?"
    "|yemenite|saoudien(?:ne)?|mauricien(?:ne)?|djiboutien(?:ne)?|hmong|tibetaine?|ouigh?oure?"
    "|pieds?[- ]noire?"
    "|metisse?|metis|pakis?|kanake?|mzungu|wazungu|rital|portos"
    "|sahraouie?|zairoise?|bretonne|corse(?= d'origine)"
)
_CULTES: Final = (
    "musulmane?|islamique|islamiste|salafiste?|salafi|convertie?(?= a "
    "l'islam)|juif|juive|juifs|juives|israelite|chretien(?:ne)?|catholique"
    "|catho|protestante?|evangelique|evangeliste|orthodoxe|temoins? de "
    "jehovah|bouddhiste|hindoue?|hindouiste|sikh|chiite|sunnite"
    "|athee|agnostique|mormone?|alevie?|copte|maronite|loubavitch|pentecotiste|adventiste"
    "|voilee|barbu(?= de la mosquee)"
)
_ADJECTIF: Final = re.compile(rf"\b(?P<x>(?:{_PEUPLES}|{_CULTES})s?)\b(?!-)")
_ORIGINE: Final = re.compile(
    r"\b(?:d'origine|originaire|origines?|de nationalite|nationalite|arrivee?s? (?:tout juste "
    r"|seule? |recemment )?(?:du|de|d'|des)|venue?s? (?:tout droit )?(?:du|de|d'|des)"
    r"|v(?:ient|iennent|enai(?:t|ent)) (?:du|de|d'|des)|debarquee?s? (?:du|de|d')|du bled"
    r"|communaute|ne au|nee au)"
    r" ?(?:du |de la |de l'|de |des |d')?(?P<x>algerie|maroc|tunisie|comores|mayotte|mali"
    r"|anjouan|moheli|wallis|futuna|tahiti|guadeloupe|martinique|guyane"
    r"|senegal|guinee|cote d'ivoire|cameroun|congo|rdc|angola|nigeria"
    r"|ghana|gambie|mauritanie|cap-vert|erythree|ethiopie|somalie|soudan|tchad|egypte|libye"
    r"|syrie|liban|palestine|gaza|irak|iran|afghanistan|pakistan|inde"
    r"|bangladesh|sri lanka|chine|vietnam|cambodge|turquie|armenie|georgie|tchetchenie|russie"
    r"|ukraine|moldavie|roumanie|bulgarie|albanie|kosovo|serbie"
    r"|bosnie|macedoine|portugal|espagne|italie|pologne|haiti|bresil|colombie|venezuela|perou"
    r"|rwanda|burundi|centrafrique|sierra leone|liberia|mexique|chili|argentine|bolivie|equateur"
    r"|cuba|jamaique|thailande|nepal|mongolie|kazakhstan|ouzbekistan|bielorussie|hongrie|croatie"
    r"|yemen|jordanie|kabylie|kurdistan|asmara"
    r"|madagascar|togo|benin|burkina(?: faso)?|niger|gabon"
    r"|conakry|bamako|dakar|abidjan|alger|oran|tunis|casa(?:blanca)?|moroni|kinshasa|kaboul"
    r"|damas|alep|erevan|tirana|bucarest|belgrade|istanbul|antilles|reunion)\b"
)
_PRATIQUE: Final = re.compile(
    r"\b(?:fai(?:t|s|sait|re)|commence|casse|respecte) (?P<x>(?:(?:le|son|bien le) )?(?:ramadan"
    r"|careme|shabbat"
    r"|chabbat)|(?:la|sa|ses) prieres?)\b"
    r"|\bentre (?:les|ses|deux) (?P<y>prieres)\b|\b(?:va|vont|allait|part|sort|revient) (?:a|de) "
    r"(?P<z>la (?:messe|priere))\b"
    r"|\bport(?:e|ait|er|ant) (?P<w>(?:le|un|son) (?:voile|foulard|hijab|jilbab|niqab|qamis)"
    r"|(?:une?|sa|la) (?:kippa|abaya|djellaba))\b"
    r"|\b(?P<v>enfant de choeur|(?:s'est|est|se dit) convertie?)\b"
)
_PRATIQUES: Final = mots_de(
    "ramadan careme shabbat chabbat priere prieres messe voile foulard hijab jilbab niqab qamis",
    "kippa abaya djellaba choeur converti convertie",
)
_ENUMERE: Final = r"(?:[a-z]+(?:, [a-z]+)*(?:,? et (?:un peu )?(?:l[ea] |l')?|, ))?$"
_LANGUES: Final = re.compile(
    r"\b(?:cours d[e']|livres? en|mots? d[e']|contes? (?:en|d[e']) ?|prof d[e']|chanson en"
    r"|film en|tradui\w+ (?:en|du|de l'|l[ea]|l')|compren\w+ (?:pas |mal |bien |que )?(?:l[ea]|l')"
    r"|interprete (?:en )?|(?:notice|affiche|traduction) en|langue,? qui est l[ea]) ?"
    rf"{_ENUMERE}"
)
"""« cours d'arabe », « une affiche en tamoul » : la langue de tous."""
_PARLEE: Final = re.compile(
    r"\bparl(?:e[rzs]?|ent|ait|aient|ant|ons)(?: (?:un peu|mal|bien|que|surtout|seulement|aussi"
    rf"|couramment|encore|pas|plus))?(?: l[ea])? ?(?:l')?{_ENUMERE}"
)
"""« il parle tamoul » : une langue, d'où l'on devine parfois qui ; à celui qui relit d'en juger."""
_CHOSES: Final = re.compile(
    r"(?:the|blague|cafe|pizza|cuisine|musique|restaurant|resto|plat|salade|gateau|quartier|bar"
    r"|jardin"
    r"|roulette|consulat|ambassade|accent|numero|bain|frontiere|gouvernement|mafia|chat|epicerie"
    r"|poulet|secours|institut|lycee|ecole|college) $"
)

_ANNONCES: Final = mots_de(
    "origine originaire origines nationalite arrive arrivee arrives arrivees venu venue venus",
    "venues vient viennent venait venaient debarque debarquee debarques bled communaute nee",
)


def reperer(note: Note) -> Iterator[Repere]:
    """Les adjectifs de peuples et de cultes, hors langues et choses, puis les pays d'origine."""
    if "ne au " in note.plie or not _ANNONCES.isdisjoint(note.vocabulaire):
        yield from chercher(note, _ORIGINE, Categorie.origine_religion)
    if not _PRATIQUES.isdisjoint(note.vocabulaire):
        yield from chercher(note, _PRATIQUE, Categorie.origine_religion)
    for repere in chercher(note, _ADJECTIF, Categorie.origine_religion):
        avant = note.plie[max(0, repere.debut - 40) : repere.debut]
        if not (_CHOSES.search(avant) or _LANGUES.search(avant)):
            niveau = Niveau.verifier if _PARLEE.search(avant) else Niveau.masquer
            yield Repere(repere.debut, repere.fin, repere.categorie, niveau)
