"""Là où un nom masqué ne peut pas être quelqu'un : « (…) », plutôt qu'« un jeune » inventé.

Un mot ordinaire pris pour un nom, une fois récrit, ferait entrer dans la phrase quelqu'un qui n'y
est pas. Trois choses le disent : la place (« 4 X », « il X », « dans X », « depuis X »), la nature
du mot (« sifflet », sans capitale dans une note qui en met), et le doute lui-même, dont trente-neuf
sur quarante ne nomment personne : il ne devient quelqu'un que si la phrase le montre.
"""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.anonymisation.lexiques import COURANT, mots, mots_de, nature_de, prenoms
from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.recritures.contexte import Contexte, Remplacement, en_tete
from tat_carnet.anonymisation.recritures.effacements import PERSONNES
from tat_carnet.anonymisation.recritures.termes import OMIS
from tat_carnet.anonymisation.reperes import Categorie, Niveau

_TETE: Final = re.compile(
    r"(?i:(?P<prep>de |d['’]|[àa] |que |qu['’])?"
    r"(?P<det>(?:le|la|les|une?|cet?|cette|ces|du|des|aux?|mon|ma|mes|ton|ta|tes|son|sa|ses"
    r"|notre|nos|votre|vos|leurs?)[ ]|l['’][ ]?)?)"
)
"""Ce qu'un repère emporte avant le nom, et qui reste écrit : « à », « la »."""
_FIN: Final = re.compile(f"(?<![\\w'’]){_TETE.pattern}$")
_ELISION: Final = re.compile(r"(?i:(?<!\w)(?P<mot>d|qu|l)['’])$")
_CHOSES: Final = re.compile(
    r"(?i:(?<![\w/.,:°-])(?:\d{1,3}|plusieurs|quelques)[ ]|\w-"
    r"|\([aà][ ]|(?<!\w)(?:ah|oh|eh|bah),? (?:l[ea]s? |l['’])?"
    r"|\bil (?:a fait|fait|faisait) (?:une? |du |de la )?(?:grand |gros |beau |bon )?)$"
)
"""« 4 X », « k-X », « il fait un grand X » : des choses."""
_PRONOM: Final = re.compile(
    r"(?i:(?<![\w-])(?:(?:qu['’]|puisqu['’]|lorsqu['’]|s['’])?(?:ils?|elles?|on)|je|tu|ne|se"
    r"|[nstmj]['’])[ ]?)$"
)
"""Ce qui suit un pronom sujet est un verbe."""
_AUXILIAIRE: Final = re.compile(
    r"(?i:(?<![\w'’])(?:[nml]['’])?(?:a|ont|ai|as|avait|avaient|aura|est|sont|[ée]tait|[ée]taient"
    r"|sera|va|vont|peut|peuvent|doit|veut)[ ])$"
)
_PREPOSITION: Final = re.compile(
    r"(?i:(?<![\w'’])(?:dans|ds|d[nm]s|sous|ss|en|depuis|pendant|durant|voire"
    r"|(?:au|aux) (?:pied|fond|bout|bas|haut|milieu|coin|niveau|sommet|dos)"
    r"|en (?:bas|haut)|du c[ôo]t[ée]|au[- ]dessous|[àa] deux pas|[àa] l['’](?:angle|entr[ée]e)"
    r")[ ](?:m[êe]me[ ])?(?:d(?:e |['’]))?)$"
)
"""On n'est pas « dans » quelqu'un, ni « depuis » lui, ni « au pied » de lui."""
_EN_BAS: Final = re.compile(r"(?i:(?<!\w)en (?:bas|haut) )$")
"""« et en bas Lina comptait les petits » : elle y est ; « en bas du X », nul n'y est."""
_AU_FOND: Final = re.compile(
    r"(?i:(?<![\w'’])(?:au (?:pied|fond|bout|bas|haut|milieu|coin|niveau|sommet)"
    r"|en (?:bas|haut)|[àa] l['’](?:angle|entr[ée]e))[ ](?P<de>d(?:u |e la |e l['’]|e |['’]))?)$"
)
"""« au fond du X » : « au fond d’un lieu », plutôt que « au fond du (…) »."""
_DEVANT_LES: Final = re.compile(
    r"(?i:(?<![\w'’])(?:devant|derri[èe]re|entre|contre|sur|ex|[àa] la|le long des) )$"
)
_LIEU_NOMME: Final = re.compile(
    r"(?i:(?<!\w)(?:lyc[ée]e|coll[èe]ge|[ée]cole|internat|h[ôo]pital|foyer|r[ée]sidence"
    r"|cage|entr[ée]e|hall|tour|barre|bloc|b[âa]timent|b[âa]t|villa|coursive|kiosque|porche"
    r"|parking|carr[ée]|cave|mer|pays|ville|village|centre|club|salle)"
    r"(?:[ ](?:pro|agricole|professionnel|du|[a-z]?\d{1,3}|un|deux|trois|quatre|cinq|six|sept|huit"
    r"|neuf|dix))?[ ](?:d['’]|de |du )?)$"
)
"""« l'internat de X », « l'entrée sept de X » : le nom du lieu."""
_VIENT_DE: Final = re.compile(
    r"(?i:(?<!\w)(?:vien(?:t|nent)|venai(?:t|ent)|venue?s?|arriv(?:e|ent|ait|aient|[ée]e?s?)"
    r"|originaires?|partie?s?|rentr[ée]e?s?|revient|rentre|du c[ôo]t[ée]|loin|pr[èe]s|proche)"
    r"(?: aussi| tout juste| à peine)? (?:d['’]|de )?)$"
)
_TITRE: Final = re.compile(
    r"(?:\b(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|dr|docteur|maitre|me|senhora?|dona"
    r"|tonton|tata|famille|garcon|fille|gars|gamine?|jeune|ado|homme|femme|dame|camarade"
    r"|(?<!a )(?:de)?nommee?)\b[. ]*)$"
)
_APPELLE: Final = re.compile(
    r"(?i:(?<![\w'’])(?:vue?s?|revue?s?|crois[ée]e?s?|recrois[ée]e?s?|rencontr[ée]e?s?|chez|avec"
    r"|ac|avc|parl[ée] (?:à|a|avec)|dit à|rdv|selon|par"
    r"|(?:m[èe]re?|p[èe]re|maman|papa|fr[èe]re|s[oœ]e?ur|cousine?|oncle|tante|fils|fille|copine?"
    r"|pote|famille|mari|femme|ami|amie|grand-m[èe]re|grand-p[èe]re|mamie|papi|parents)s?"
    r" (?:de|d['’]|à|a|du))[ ]?)$"
)
"""Ce qu'on ne dit que de quelqu'un."""
_AGIT: Final = re.compile(
    r"(?i:,?[ ](?:(?:ne |n['’])?(?:m['’]|l['’]|nous |lui |s['’])?(?:a|ont|est|sont|avait|[ée]tait)"
    r" (?:pas |plus |jamais |encore |tout )?(?:\w+[ée]e?s?|dit|fait|pris|mis|voulu|venue?s?|ri|eu"
    r"|pu|lu|vu|bu|rendu|offert|perdu|pas)"
    r"|(?:ne |se |me |nous |lui |s['’]|m['’])?(?:dit|dort|veut|demande|raconte|explique|refuse"
    r"|attend|pleure|rit|crie|parle|cherche|habite|travaille|propose|r[ée]pond|sort|tra[îi]ne"
    r"|arrive|revient|cherchait|voulait|disait|attendait|dormait))(?![\w'’-]))"
)
_PARLE: Final = re.compile(
    r"(?i:,?[ ](?:(?:ne |n['’])?(?:m['’]|nous |lui |leur )?(?:a|ont|avait) (?:pas |plus |jamais )?"
    r"(?:dit|demand[ée]|racont[ée]|expliqu[ée]|propos[ée]|r[ée]pondu|refus[ée]|promis|pleur[ée]|ri)"
    r"|(?:me |nous |lui )?(?:dit|demande|raconte|explique|r[ée]pond|refuse|propose|pleure|rit))"
    r"(?![\w'’-]))"
)
"""Ce que seul quelqu'un fait : « le grand répond »."""
_DESTINATAIRE: Final = re.compile(
    r"(?i:(?<!\w)(?:di[ts]|dire|redit|redire|disent|parl\w+|donn\w+|demand\w+|montr\w+|propos\w+"
    r"|expliqu\w+|r[ée]pond\w*|rend\w*|rem[ei]\w+|pr[êe]t\w+|[ée]cri\w+|laiss\w+|ven[dt]\w*"
    r"|achet\w+|t[ée]l[ée]phon\w+|rappel\w*|pass\w+|port\w+|apport\w+|ramen\w+|envoy\w+|lu|lire|promi\w+"
    r"|promet\w+|pens\w+|fai[ts]|faire|ressembl\w+|manqu\w+|serr\w+|sonn\w+|signal\w+|appris|apprend\w*"
    r"|offert|offr\w+|trouv\w+|pla[îi]\w*|conf\w+|tenu|tend\w*|annonc\w+|lanc\w+|gr[âa]ce|merci|bonjour"
    r"|bravo|respect|quant|face|m[èe]re|p[èe]re|maman|papa|fr[èe]re|s[oœ]e?ur|cousine?|pote|copine?|chien"
    r"|v[ée]lo|scooter|num[ée]ro|t[ée]l|chambre|appart\w*|lettre|courrier|message|rdv|appel|tour)\b"
    r"[^.!?;:\n]{0,40}$)"
)
"""Ce qui, plus haut dans la proposition, se fait à quelqu'un."""
_MOT: Final = re.compile(r"[^\W_]+")
_OUTILS: Final = mots_de(
    "de d du des le la les l un une au aux a et ou en ce cet cette son sa ses mon ma mes ton ta",
)
_BAISSEE: Final = re.compile(r"[ ][^\W\d_]+[ée]e?s?[.,;]")
"""« il l'a dit, tête baissée. » : une manière, non quelqu'un."""
_GENS: Final = mots_de(
    "grand grande grands grandes petit petite petits petites vieux vieille vieilles jeune jeunes",
    "minot minots papi papis papy mamie mamies gamin gamine gosse gosses brun brune blond blonde",
    "roux rousse dame dames monsieur juge papa maman tonton tata kid",
)
"""Des gens, que rien ne nomme."""
_NOMS: Final = frozenset("na")
_PRENOM_SUR: Final = 500
"""Naissances à partir desquelles un prénom écrit sans capitale reste un prénom."""


def tait_une_chose(contexte: Contexte) -> Remplacement | None:
    """« il a (…) à l'avant-bras » : « (…) » si ce nom n'est ici celui de personne."""
    if not _n_est_personne(contexte):
        return None
    if fond := contexte.avant(_AU_FOND):
        return Remplacement("d’un lieu", avant=len(fond["de"] or ""))
    tete = _tete(contexte)
    texte = f"{_nue(tete['prep'] or '')}{_nue(tete['det'] or '')}{OMIS}"
    elision = contexte.avant(_ELISION)
    if elision is None:
        return Remplacement(texte)
    return Remplacement(f"{_nue(elision[0])}{texte}", avant=len(elision[0]))


def _nue(mot: str) -> str:
    """« d'(…) », « l'(…) » se lisent mal : « de (…) », « (…) »."""
    return {"d": "de ", "qu": "que ", "l": ""}.get(mot.lower().rstrip("'’ "), mot)


def _n_est_personne(contexte: Contexte) -> bool:
    if contexte.avant(_CHOSES) or contexte.avant(_PRONOM):
        return True
    titre = not _tete(contexte)["prep"] and _TITRE.search(plier(contexte.gauche[-20:]))
    if titre or _place_impossible(contexte):
        return not titre
    if contexte.repere.niveau is Niveau.verifier:
        return not _montre(contexte)
    return _est_ordinaire(contexte)


def _tete(contexte: Contexte) -> re.Match[str]:
    """La préposition et l'article que le repère emporte, l'un et l'autre peut-être vides."""
    tete = _TETE.match(contexte.extrait)
    assert tete is not None
    return tete


def _place_impossible(contexte: Contexte) -> bool:
    """Vrai là où nul ne se tient : « dans X », « depuis la X », « vient de X »."""
    avant, prep, det = _avant(contexte)
    if _EN_BAS.search(avant) and _est_un_prenom(contexte):
        return False
    if _PREPOSITION.search(avant) or _LIEU_NOMME.search(avant):
        return True
    if det in ("les", "des") and _DEVANT_LES.search(f"{avant} "[-20:].rstrip() + " "):
        return True
    if _est_un_prenom(contexte):
        return False
    if prep == "de":
        return _VIENT_DE.search(avant) is not None
    return prep == "à" and _DESTINATAIRE.search(contexte.gauche[-60:]) is None


def _avant(contexte: Contexte) -> tuple[str, str, str]:
    """Ce qui précède le nom sans son article, préposition comprise, nue ; elle ; l'article."""
    tete, gauche = _tete(contexte), contexte.gauche[-60:]
    fin = _FIN.search(gauche) if not tete[0] else None
    trouve = fin or tete
    prep, det = plier(trouve["prep"] or "").strip(), plier(trouve["det"] or "").strip()
    reste = gauche[: len(gauche) - len(fin[0])] if fin else gauche
    if det in ("du", "au", "aux"):
        prep = "de" if det == "du" else "a"
    nue = {"de": "de", "d'": "de", "a": "à", "que": "que", "qu'": "que"}.get(prep, "")
    return reste + (f"{nue} " if nue else ""), nue, det


def _est_ordinaire(contexte: Contexte) -> bool:
    """Vrai d'un mot du dictionnaire écrit sans capitale, dans une note qui en met."""
    if contexte.repere.categorie is Categorie.initiales or not _sans_capitale(contexte):
        return False
    formes = _formes(contexte)
    if not formes or not all(map(_est_commun, formes)) or contexte.apres(_PARLE):
        return False
    if not _GENS.isdisjoint(formes):
        return False
    nu = not _avant(contexte)[2]
    locution = len(formes) > 1 and contexte.droite[:1] in ".,;\n"
    if contexte.gauche.endswith(", ") and (locution or _BAISSEE.match(contexte.droite)):
        return True
    return contexte.soignee or (nu and contexte.avant(_AUXILIAIRE) is not None)


def _sans_capitale(contexte: Contexte) -> bool:
    """Vrai si seule la place en tête de phrase met une capitale : « La tempête »."""
    extrait = contexte.extrait
    if extrait.islower():
        return True
    tete = _tete(contexte)
    chose = tete["det"] or not (_peut_nommer(contexte.plie) or _est_un_prenom(contexte))
    return bool(chose) and extrait[1:].islower() and en_tete(contexte)


def _peut_nommer(forme: str) -> bool:
    """Faux d'un verbe, d'un adverbe : « Respire » n'est pas un surnom, « Bouchon » peut l'être."""
    return not nature_de(forme) or not _NOMS.isdisjoint(nature_de(forme))


def _est_commun(forme: str) -> bool:
    return mots().get(forme, 0) > COURANT or nature_de(forme) != ""


def _formes(contexte: Contexte) -> list[str]:
    return [forme for forme in _MOT.findall(contexte.plie) if forme not in _OUTILS]


def _est_un_prenom(contexte: Contexte) -> bool:
    formes = _formes(contexte)
    connu = prenoms().get(formes[0]) if formes else None
    if connu is None:
        return False
    return not contexte.extrait.islower() or connu.naissances >= _PRENOM_SUR


def _montre(contexte: Contexte) -> bool:
    """Vrai si la phrase montre quelqu'un : « chez », « a dit », un prénom sans autre sens."""
    sigle = contexte.extrait.isupper() and contexte.soignee
    abrege = contexte.repere.categorie is Categorie.initiales and contexte.extrait.islower()
    if sigle or abrege or all(map(_est_commun, _formes(contexte))):
        return False
    nomme = not contexte.extrait.islower() and _est_un_prenom(contexte)
    avec = contexte.gauche == " et " and contexte.voisin in PERSONNES
    suivi = contexte.droite.startswith(" et ") and contexte.suivant in PERSONNES
    return (
        nomme
        or avec
        or (suivi and contexte.libre <= 4)
        or contexte.avant(_APPELLE) is not None
        or contexte.apres(_AGIT) is not None
    )
