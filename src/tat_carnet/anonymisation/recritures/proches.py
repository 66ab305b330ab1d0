"""Liens de famille et rôles uniques : le lien sans le nom, le métier sans la personne.

Le genre et le nombre restent ceux du mot remplacé, pour que la phrase continue de s'accorder.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tat_carnet.anonymisation.lexiques import termes
from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.recritures.accords import Groupe
from tat_carnet.anonymisation.recritures.contexte import Contexte, Remplacement
from tat_carnet.anonymisation.recritures.effacements import PERSONNES
from tat_carnet.anonymisation.recritures.places import sans_la_place
from tat_carnet.anonymisation.recritures.prepositions import determine
from tat_carnet.anonymisation.reperes import Categorie
from tat_carnet.domain.vocabulaire import Profil

_FEMININS: Final = re.compile(
    r"\b(?:mere|mre|mer|maman|daronne|reum|mamie|mami|meme|soeur|frangine|fille|cousine|tante|tata"
    r"|niece|femme|feme|epouse|copine|meuf|fiancee|conjointe|compagne|marraine|belle|grand-mere"
    r"|bru|belle-mere|belle-fille|nounou|voisine|cadette|ainee|petite|gamine|jumelle|filleule"
    r"|tatie|taty|tantine|jeddati|jedda|yaya|nonna|babouchka|daughter|mae|irma|sa|la|une|ma)\b"
)
_MASCULINS: Final = re.compile(
    r"\b(?:pere|papa|daron|reup|papi|frere|frere|frangin|reuf|fils|cousin|oncle|tonton|neveu|mari"
    r"|copain|mec|fiance|conjoint|compagnon|parrain|beau|gendre|bebe|petit|minot|cadet|aine|jumeau"
    r"|ex(?![- ](?:femme|copine|meuf|compagne|epouse|belle))|crush|parent)\b"
)
_FRATRIE: Final = re.compile(
    r"(?<!beau-)(?<!beau )(?<!beau)frere|frangin|(?<!belle-)(?<!belle )(?<!belle)soeur"
    r"|fratrie|\bjum|reuf|reus"
)
_PLURIEL: Final = re.compile(r"^(?:ses|leurs|les|des|mes|nos|deux|trois)\b")
_AU_PLURIEL: Final = re.compile(
    r"\b(?:parents|freres|soeurs|cousins|cousines|oncles|tantes|enfants|aines|ainees|neveux|jumeaux"
    r"|jumelles|petits|petites|(?:grand-)?(?:meres|peres)|mamans|papas)$"
)
_LES: Final = re.compile(r"(?i:(?<!\w)(?:les|des|ses|leurs|mes|nos|aux)[ ]+)$")
_PLUSIEURS: Final = re.compile(
    r"(?i:(?<![\w'’])(?:deux|trois|quatre|cinq|six|\d+|plusieurs|quelques)[ ]"
    r"(?P<adj>(?:petite?s|grande?s|faux|vrai?e?s|jeunes)[ ])?)$"
)
"""« 2 petits frères » : le nombre tient lieu d'article."""
_COMPOSE: Final = re.compile(
    r"(?i:-(?:neveux?|ni[èe]ces?|fils|filles?|cousine?s?|oncle|tante|p[èe]re|m[èe]re|fr[èe]res?"
    r"|s[œo]e?urs?))\b"
)
_PREFIXE: Final = re.compile(
    r"(?i:(?<![\w-])(?:arri[èe]re-)?(?:petite?s?|grande?s?|belle|beau|demi)-)$"
)
"""« un petit-fils », quand le repère commence au trait d'union."""
_FAMILLE: Final = re.compile(r"^(?:(?:la|sa|leur|ma|ta|une) )?famille$")
"""« la famille de Lina » ne dit déjà rien de plus que le lien."""
_NOMBRE: Final = re.compile(r"\b(deux|trois|quatre|cinq|six)\b")
_POSSESSIF: Final = re.compile(r"^(?:s(?:on|a|es)|leurs?|m(?:on|a|es)|t(?:on|a|es))\b")
_POSSESSIF_AVANT: Final = re.compile(r"(?i:(?<!\w)(?:s(?:on|a|es)|leurs?|m(?:on|a|es))[ ]+)$")
_A_QUI: Final = {"m": "mes", "t": "tes", "l": "leurs"}

AGENT: Final = ("agent", "agente")
METIERS: Final = (
    (r"\b(?:brigadi|polici|gendarm|commissaire|ilotier|adjudant|caporal|sergent|lieutenant"
     r"|commandant|huissier|garde.champetre|douani|pompier|procureur|juge\b|prefet|maire\b"
     r"|asvp\b)", AGENT),
    (r"boul[ae]n|epici|bouch|coiff|fleuri|poisson|primeur|cordonn|garag|patron|tabac|snack|kebab"
     r"|patissi|caf[eé]|librair|reparateur|commerc|ecaill|marchand|restaur|gerant|pizzaiolo|buralist|bijout|bouquin|tailleur|placier",
     ("commerçant", "commerçante")),
    (r"\bcpe\b|prof\b|professe|principa|prinssipa|provise|instit|maitre(?!.nageur|.chien)"
     r"|directrice de l.ecole|ecole|college|lycee|enseign|surveillant|atsem|maternelle|inspect",
     ("membre de l’équipe éducative", "personne de l’équipe éducative")),
    (r"infirm|medecin|kine|pharmac|dentiste|sage.f|psy|docteur|veterin|farma",
     ("soignant", "soignante")),
    (r"gardien|concierge", ("gardien", "gardienne")),
    (r"benevole", ("bénévole", "bénévole")),
    (r"president|tresor|secretaire(?! de mairie| medical)",
     ("responsable associatif", "responsable associative")),
    (r"assistant|educat|referent|conseill|tutrice|tuteur|mediat|animat",
     ("intervenant social", "intervenante sociale")),
    (r"voisin", ("voisin", "voisine")),
    (r"direct|regiss|electricien|plombier|fact(?:eur|rice)|cuisini|serveu|eclus|secretaire"
     r"|maitre.nageur|chauffeu|livreu|coach|entraineu|agent\b",
     ("professionnel du quartier", "professionnelle du quartier")),
)  # fmt: skip
PROFESSIONNELS: Final = ("professionnel du quartier", "professionnelle du quartier")
DU_METIER: Final = ("professionnel", "professionnelle")
"""Au public : dire « un habitant » d'un policier, d'un chef de chantier changerait qui a agi."""
HABITANTS: Final = ("habitant du quartier", "habitante du quartier")
_HABITE_ICI: Final = frozenset(("commerçant", "bénévole", "responsable associatif", "voisin"))
_CHARGE: Final = re.compile(
    r"\b(?:abbe|imam|cure|pretre|pasteure?|rabbine?|muezzin|mufti|moine|pope|diacre|marabout|l?fqu?ih"
    r"|hafiz|griot|gourou|guerisseu|sorci|rappeu|slameu|graffeu|poet|danseu|chanteu|musici|pecheu"
    r"|joueu|promeneu|collectionneu|magici|voyante|medium|proprio|proprietaire|legionnaire"
    r"|stagiaire|recteur|(?:chef|cheffe) (?:de (?:tribu|clan|village|choeur)|coutumi))"
)
"""Ce que l'on est sans que ce soit un métier d'ici."""
_AU_METIER: Final = re.compile(
    r"^(?:(?:l[ea]|un|une|du|au|l'|anci\w+|nouve\w+) ?)*(?!monsieur|m[ai][jn]eur)"
    r"(?:chef|cheffe|nounou|ass?mat|aide|(?:femme|dame) de (?:menage|(?:la )?cantine|service"
    r"|l'accueil)"
    r"|[a-z]{3,}(?:eur|euse|trice|iere?|iste|logue))\b"
)
_CIVILITE: Final = re.compile(
    r"(?i:(?<![\w'’])(?:(?P<femme>mme|mlle|madame|mademoiselle)|m|mr|monsieur|dr)[.]?[ ]"
    r"(?:l[ea] |l['’]|(?P<nu>)))$"
)
"""« M. Boulanger », quand le nom se lit comme un métier."""
_QUALIFIEE: Final = re.compile(
    r"(?i:(?<=[ '’])(?:vieille|vieux|petite?|jeune|nouvel(?:le)?|nouveau|ancien(?:ne)?)[ ])$"
)
"""« la vieille dame de la tour » : l'adjectif s'en va avec elle."""
_DEVANT: Final = re.compile(r"(?i:(?<!\w)(?:devant|derri[èe]re) (?P<det>l[ea] |l['’]))$")
"""« devant le primeur » : c'est son commerce."""
_COMMERCES: Final = frozenset((Categorie.petit_lieu,))
_CHEZ: Final = re.compile(r"(?i:(?<!\w)chez (?:l[ea] |l['’]|une? ))$")
"""« en stage chez le fleuriste » n'est pas chez un habitant."""
_BOUTIQUE: Final = re.compile(
    r"[ ](?:(?:va|doit|devrait|vient de|a|est|avait|n['’]a|n['’]est|ne) (?:pas |plus "
    r"|[êe]tre |[ée]t[ée] )?)?"
    r"(?:(?:r[ée]?)?(?:ferm|ouvr|rouvr)(?:e|er|ait|era|[ée]|ir|irait)|(?:r)?ouvert)(?![\w'’-])"
    r"(?! (?:l[ea]s? |l['’]|sa |son |[àa] |une? |qu))"
)
"""« le coiffeur va fermer » : sa boutique ; « le gardien ferme la porte » : lui."""
_FEMININ: Final = re.compile(r"(?i:(?<!\w)(?:la|une|cette|sa|ma)[ ]+)$")
_AU_FEMININ: Final = re.compile(
    r"^(?:la|une|cette|sa|ma)\b|(?:trice|iere|eure|euse|ienne|esse|ante|ière|mere|dame|doyenne|presidente"
    r"|assistante|referente|adjointe|voisine|patronne)\b"
)


def recrire_lien(contexte: Contexte) -> Remplacement:
    """« sa mère » : « une de ses proches » ; « le frère de » : « un membre de la fratrie de »."""
    if plusieurs := contexte.avant(_PLUSIEURS):
        return Remplacement("proches", avant=len(plusieurs["adj"] or ""), apres=_apres(contexte))
    if prefixe := contexte.avant(_PREFIXE):
        lie = recrire_lien(replace(contexte, gauche=contexte.gauche[: -len(prefixe[0])]))
        return replace(lie, avant=lie.avant + len(prefixe[0]))
    if _FAMILLE.search(contexte.plie):
        return Remplacement(contexte.extrait)
    return _apposer(contexte, replace(_lien(contexte), apres=_apres(contexte)), PERSONNES)


def _apposer(contexte: Contexte, dit: Remplacement, voisins: frozenset[Categorie]) -> Remplacement:
    """« Inès la mère de Théo », « pause au bar la patronne rit » : que rien n'en séparait.

    « jusqu'à son oncle » n'est pas apposé.
    """
    collee = contexte.gauche[:1] == " " and dit.avant + 1 >= len(contexte.gauche)
    if collee and contexte.voisin in voisins and dit.texte.startswith(("un", "des")):
        return replace(dit, texte=f", {dit.texte}", avant=len(contexte.gauche))
    return dit


def _apres(contexte: Contexte) -> int:
    """« son petit-neveu », quand le repère s'arrête au trait d'union."""
    compose = contexte.apres(_COMPOSE)
    return len(compose[0]) if compose else 0


def _lien(contexte: Contexte) -> Remplacement:
    plie = contexte.plie
    groupe, a_soi = _proche(contexte)
    possede = _POSSESSIF.match(plie) or contexte.avant(_POSSESSIF_AVANT)
    if possede is None:
        return determine(contexte, groupe.avec("un"))
    if not a_soi:
        return determine(contexte, groupe.avec("un"))
    ses = _A_QUI.get(plier(possede[0]).strip()[:1], "ses")
    nombre = _NOMBRE.search(plie)
    tete = nombre[1] if nombre and groupe.pluriel else _tete(groupe)
    return determine(contexte, f"{tete} de {ses} proches")


def _tete(groupe: Groupe) -> str:
    if groupe.pluriel:
        return "certains" if not groupe.feminin else "certaines"
    return "une" if groupe.feminin else "un"


def _proche(contexte: Contexte) -> tuple[Groupe, bool]:
    """Le groupe qui dit ce lien, et s'il s'écrit « un de ses » quand il est possédé."""
    plie = contexte.plie
    pluriel = bool(_PLURIEL.match(plie) or _AU_PLURIEL.search(plie) or contexte.avant(_LES))
    feminin = _est_feminin(plie)
    if _FRATRIE.search(plie) and contexte.profil is Profil.collectif and not pluriel:
        sa = _POSSESSIF.match(plie) or contexte.avant(_POSSESSIF_AVANT)
        de = f"de {_sa(sa[0])} fratrie" if sa else "de la fratrie"
        return Groupe(f"{'personne' if feminin else 'membre'} {de}", feminin=feminin), False
    return Groupe("proches" if pluriel else "proche", feminin=feminin, pluriel=pluriel), True


def _sa(possessif: str) -> str:
    """Le possessif de la personne citée, devant un féminin singulier : « leur », « ma », « sa »."""
    plie = plier(possessif).strip()
    return {"l": "leur", "m": "ma", "t": "ta"}.get(plie[:1], "sa")


def _est_feminin(plie: str) -> bool:
    masculin = _MASCULINS.search(plie)
    feminin = _FEMININS.search(re.sub(r"^(?:sa|la|une|ma)\b", "", plie))
    if masculin or feminin:
        return feminin is not None and (masculin is None or feminin.start() < masculin.start())
    return re.match(r"(?:sa|la|une|ma)\b", plie) is not None


def recrire_role(contexte: Contexte) -> Remplacement:
    """« la boulangère » : « une commerçante », « une professionnelle », « une habitante »."""
    if (
        (civil := contexte.avant(_CIVILITE))
        and civil["nu"] == ""
        and contexte.extrait[:1].isupper()
    ):
        return Remplacement("une personne" if civil["femme"] else "un adulte", avant=len(civil[0]))
    if civil:
        nomme = replace(contexte, gauche=contexte.gauche[: -len(civil[0])])
        dit = _role(nomme, civil["femme"] is not None)
        return replace(dit, avant=dit.avant + len(civil[0]))
    if qualifie := contexte.avant(_QUALIFIEE):
        seul = replace(contexte, gauche=contexte.gauche[: -len(qualifie[0])])
        dit = recrire_role(seul)
        return replace(dit, avant=dit.avant + len(qualifie[0]))
    commerce = _noms_du_metier(contexte.plie)[0] == "commerçant"
    if commerce and (boutique := _boutique(contexte)):
        return boutique
    dit = _role(contexte, contexte.avant(_FEMININ) is not None)
    return _apposer(contexte, sans_la_place(contexte, dit), _COMMERCES)


def _boutique(contexte: Contexte) -> Remplacement | None:
    """« devant le primeur », « le coiffeur va fermer », au public « chez le fleuriste »."""
    if devant := contexte.avant(_DEVANT):
        return Remplacement("un commerce", avant=len(devant["det"]))
    if contexte.apres(_BOUTIQUE):
        return determine(contexte, "un commerce")
    if contexte.profil is not Profil.collectif and (chez := contexte.avant(_CHEZ)):
        return Remplacement("dans un commerce", avant=len(chez[0]))
    return None


def _role(contexte: Contexte, feminin: bool) -> Remplacement:
    tete = re.split(r" (?:de|du|des|d')", contexte.plie)[0]
    feminin = feminin or _AU_FEMININ.search(tete) is not None
    groupe = Groupe(_metier(contexte)[feminin], feminin=feminin)
    possede = contexte.voisin is Categorie.lien_familial and len(contexte.gauche) <= len(" à la ")
    return determine(contexte, groupe.avec("un"), "de" if possede else "à")


def _metier(contexte: Contexte) -> tuple[str, str]:
    """Le nom de ce rôle à l'échelon du lecteur ; jamais « un habitant » pour qui agit ès qualités.

    Le public ne lit pas de quel métier ; un commerçant, un bénévole, un voisin sont du quartier.
    """
    noms = _noms_du_metier(contexte.plie)
    if noms in (AGENT, HABITANTS):
        return noms
    if contexte.profil.public:
        return HABITANTS if noms[0] in _HABITE_ICI else DU_METIER
    pro = contexte.profil is Profil.institution and noms[0] != "voisin"
    return PROFESSIONNELS if pro else noms


def _noms_du_metier(plie: str) -> tuple[str, str]:
    connus = (noms for motif, noms in METIERS if re.search(motif, plie))
    if noms := next(connus, None):
        return noms
    exerce = not termes("roles").isdisjoint(plie.split()) or _AU_METIER.match(plie)
    return PROFESSIONNELS if exerce and not _CHARGE.search(plie) else HABITANTS
