"""D'un texte et de ses repères à une proposition : une phrase plutôt qu'un trait noir."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tat_carnet.anonymisation.echelle import Profil
from tat_carnet.anonymisation.recritures import ages, lexique, lieux, proches, temps, termes
from tat_carnet.anonymisation.recritures.accords import (
    EN_TETE,
    FUSION,
    INCISE,
    LIEN_FINAL,
    Contexte,
    Remplacement,
)
from tat_carnet.anonymisation.recritures.personnes import (
    PERSONNES,
    SOUDURES,
    Distribution,
    Personne,
    Reliee,
)
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_VOISINAGE: Final = 120
"""Signes regardés de part et d'autre d'un repère."""
_DEBUT_DE_PHRASE: Final = re.compile(r"(?:^|[.!?…][ ]?[»\")]?\s+|\n\s*|[«“•]\s*|^[-–]\s+)$")
_ABREGE: Final = re.compile(
    r"(?i:(?<!\w)(?:env|approx|nb|t[ée]l|m|mr|mm|dr|st|av|bd|b[âa]t|sem|min|max|pers|part|apr?|pr|ch"
    r"|cf|ex|art|resp|soc|scol|abs|hosp|urg|rdv|anc|[ée]duc|lun|mar|mer|jeu|ven|sam|dim)[.]\s+)$"
)
"""Un point qui abrège ne finit pas la phrase."""
_EN_PHRASE: Final = re.compile(r"[\w,;:'’)»%]\s+$|['’(-]$")
_MAJUSCULE_DE_TETE: Final = re.compile(r"(?:L[ea]s?|L['’]|Une?|Mon|Ma|Sa|Son|Ses|Leurs?|Notre)\b")
_TOUCHE: Final = re.compile(r"(?i:[ ,'’-]*(?:(?:au|[àa] la|du|de la|la) |de l['’ ])?)")
"""Ce qui sépare une précision de ce qu'elle précise : « , porte 3 », « , à la porte du fond »."""
_FAIT: Final = re.compile(r"[ ](?:est|[ée]tait|reste|a|n['’]|ne|se|s['’]|ferme|ouvre|claque)\b")
_EN_PARLE: Final = re.compile(r"(?<!de )(?<!à )(?<!a )\bla $")
_ELISION: Final = re.compile(r"(?i:[ ,]+(?:[cdjlmnst]|qu)$)")
"""« Lavandin n’est pas » : la liste, aux lettres doublées près, prend le « n » avec le nom."""
_CAPITALE_EN_PHRASE: Final = re.compile(r"[a-zà-ÿ,][ ][A-ZÀ-Ý][a-zà-ÿ]|[a-zà-ÿ)][.!?][ ][A-ZÀ-Ý]")
_MINUSCULE_DE_TETE: Final = re.compile(r"(?:^|[a-zà-ÿ)][.!?][ ])[a-zà-ÿ]")
_CRI: Final = 12
"""Lettres capitales, autour d'un passage, à partir desquelles la note est toute en capitales."""

_LIEUX_DE_LISTE: Final = (
    (
        Categorie.adresse,
        re.compile(r"(?:la |une )?(?:rue|avenue|all[ée]e|impasse|chemin|boulevard)\b"),
    ),
    (
        Categorie.batiment,
        re.compile(
            r"(?:l[ea] |l['’]|une? )?(?:b[âa]t(?:iment)?|hall|tour|escalier|entr[ée]e|cage|bloc"
            r"|r[ée]sidence)\b"
        ),
    ),
)
"""Ce que la liste de masquage tient aussi : « l'escalier du A »."""
_QUI: Final = PERSONNES | {Categorie.lien_familial, Categorie.role_unique}
_COMPTES: Final = PERSONNES | {Categorie.compte}
"""« @on_te_voit_lina » : un nom de la liste coupe le compte en morceaux."""
_PRECISIONS: Final = frozenset(
    {
        (Categorie.batiment, Categorie.etage_porte),
        (Categorie.adresse, Categorie.etage_porte),
        (Categorie.adresse, Categorie.batiment),
        (Categorie.petit_lieu, Categorie.batiment),
        (Categorie.petit_lieu, Categorie.petit_lieu),
        (Categorie.compte, Categorie.compte),
        (Categorie.date, Categorie.naissance),
        (Categorie.role_unique, Categorie.etablissement),
    }
)
"""Ce qui, collé à un premier repère, ne dirait rien de plus une fois récrit."""

_SANS_TETE: Final = frozenset(
    {
        Categorie.batiment,
        Categorie.etage_porte,
        Categorie.etablissement,
        Categorie.petit_lieu,
        Categorie.adresse,
        Categorie.role_unique,
        Categorie.date,
        Categorie.heure,
    }
)
"""Catégories dont le repère emporte parfois l'article ou la préposition."""

_SEULS: Final[dict[Categorie, Callable[[Contexte], Remplacement]]] = {
    Categorie.date: temps.recrire_date,
    Categorie.naissance: temps.recrire_naissance,
    Categorie.adresse: lieux.recrire_adresse,
    Categorie.etablissement: lieux.recrire_etablissement,
    Categorie.petit_lieu: lieux.recrire_petit_lieu,
    Categorie.lien_familial: proches.recrire_lien,
    Categorie.role_unique: proches.recrire_role,
    Categorie.origine_religion: termes.recrire_appartenance,
    Categorie.nourrice: termes.recrire_nourrice,
    Categorie.lexique: lexique.recrire_lexique,
    Categorie.appreciation: termes.recrire_appreciation,
}


@dataclass(frozen=True, slots=True)
class Morceau:
    """`texte[debut_brut:fin_brut]` (le repère et ce qui s'accorde avec lui) et son remplacement.

    `debut` et `fin` sont ses bornes dans le texte proposé, où il vaut `remplacement` si le niveau
    est « masquer », et le texte d'origine s'il est « verifier ».
    """

    repere: Repere
    debut_brut: int
    fin_brut: int
    remplacement: str
    debut: int
    fin: int


@dataclass(frozen=True, slots=True)
class Proposition:
    """Le texte proposé et ses morceaux, un par repère, dans l'ordre.

    `personnes` : qui chaque morceau nomme d'un pseudonyme, par son rang.
    """

    texte: str
    morceaux: tuple[Morceau, ...]
    personnes: Mapping[int, Personne] = field(default_factory=dict)


def proposer(
    texte: str,
    reperes: Sequence[Repere],
    profil: Profil = Profil.collectif,
    reliees: Mapping[str, Reliee] | None = None,
) -> Proposition:
    """Récrit `texte` pour un lecteur ; `reperes` triés et disjoints, comme les rend `reperer`.

    `profil` choisit l'échelon de chaque détail (`echelle`) : plus le document va loin, plus il est
    large. Les pseudonymes (« un premier jeune… le même ») valent le temps d'un texte et ne
    dépendent que de l'ordre des mots : rien ne relie deux propositions, hors `reliees`, ceux que
    la personne a reliés d'un passage à l'autre d'un même document (`liens`).
    """
    contextes = list(_contextes(texte, [_tel_qu_il_est(texte, r) for r in reperes], profil))
    plume = _Plume(Distribution(reliees=reliees or {}))
    plume.personnes.preparer(contextes)
    pieces: list[str] = []
    morceaux: list[Morceau] = []
    lu = longueur = 0
    for rang, contexte in enumerate(contextes):
        choix = plume.recrire(contexte, contextes[rang - 1] if rang else None)
        choix = _leve(choix, contexte)
        debut = max(lu, contexte.debut - choix.avant)
        if rang and _colle_a_un_doute(texte, reperes[rang - 1], debut):
            debut += 1
        fin = contexte.fin + choix.apres
        ecrit = "".join([*pieces[-3:], texte[lu:debut]])
        ote = morceaux[-1] if morceaux and not morceaux[-1].remplacement else None
        ouvre = ote.debut_brut if ote and ote.fin_brut == debut else debut
        nouveau = _casse(texte, (ouvre, debut), fin, choix.texte, ecrit)
        montre = nouveau if contexte.repere.niveau is Niveau.masquer else texte[debut:fin]
        pieces += [texte[lu:debut], montre]
        longueur += debut - lu
        morceaux.append(
            Morceau(reperes[rang], debut, fin, nouveau, longueur, longueur + len(montre))
        )
        longueur += len(montre)
        lu = fin
    nommees = plume.personnes.par_repere
    personnes = {i: nommees[r.debut] for i, r in enumerate(reperes) if r.debut in nommees}
    return Proposition("".join([*pieces, texte[lu:]]), tuple(morceaux), personnes)


def _contextes(texte: str, reperes: Sequence[Repere], profil: Profil) -> Iterator[Contexte]:
    lu, voisin = 0, None
    soignee = _est_soignee(texte)
    for rang, repere in enumerate(reperes):
        gauche, fin = max(repere.debut - _VOISINAGE, lu), repere.fin
        if repere.categorie in (Categorie.lien_familial, Categorie.role_unique):
            lien = LIEN_FINAL.search(texte[repere.debut : fin])
            fin -= len(lien[0]) if lien else 0
        if texte[fin : fin + 1] in ("'", "’") and (elision := _ELISION.search(texte[:fin][-8:])):
            fin = max(repere.debut + 1, fin - len(elision[0]))
        saute = _tete(texte, repere, fin)
        suivant = reperes[rang + 1] if rang + 1 < len(reperes) else None
        dernier = _fin_du_nom(texte, reperes, rang)
        suite = reperes[dernier + 1 : dernier + 3]
        dits = [r.categorie for r in suite if r.categorie is not Categorie.origine_religion]
        annonce = reperes[dernier].fin
        yield Contexte(
            repere,
            texte[repere.debut + saute : fin],
            texte[gauche : repere.debut + saute],
            texte[fin : fin + _VOISINAGE],
            profil,
            saute,
            (suivant.debut if suivant else len(texte)) - fin,
            voisin if gauche == lu else None,
            dits[0] if dits else None,
            texte[annonce : annonce + _VOISINAGE],
            soignee,
        )
        if repere.niveau is Niveau.masquer:
            voisin = repere.categorie
            lu = fin  # un doute reste écrit : on peut lire au-delà, jamais l'absorber


def _tel_qu_il_est(texte: str, repere: Repere) -> Repere:
    """Un lieu de la liste de masquage se récrit comme un lieu."""
    if repere.categorie is not Categorie.liste:
        return repere
    dit = texte[repere.debut : repere.fin].lower()
    lieux_dits = (categorie for categorie, motif in _LIEUX_DE_LISTE if motif.match(dit))
    return repere._replace(categorie=next(lieux_dits, repere.categorie))


def _est_soignee(texte: str) -> bool:
    """Vrai d'une note qui met leurs capitales : un nom sans la sienne y est un mot ordinaire."""
    if _MINUSCULE_DE_TETE.search(texte):
        return False
    ponctuee = texte[:1].isupper() and texte.rstrip().endswith((".", "!", "?", "…"))
    return ponctuee or _CAPITALE_EN_PHRASE.search(texte) is not None


def _fin_du_nom(texte: str, reperes: Sequence[Repere], rang: int) -> int:
    """Le rang du dernier morceau d'un nom coupé : « P » et « tit Louis »."""
    while rang + 1 < len(reperes) and reperes[rang + 1].categorie in PERSONNES:
        if texte[reperes[rang].fin : reperes[rang + 1].debut] not in SOUDURES:
            break
        rang += 1
    return rang


def _tete(texte: str, repere: Repere, fin: int) -> int:
    """Longueur de l'article ou de la préposition que le repère emporte et qu'il faut accorder."""
    if repere.categorie is Categorie.lien_familial:
        tete = FUSION.match(texte, repere.debut, fin)
    elif repere.categorie in _SANS_TETE:
        tete = EN_TETE.match(texte, repere.debut, fin)
    else:
        return 0
    return tete.end() - repere.debut if tete else 0


@dataclass(slots=True)
class _Plume:
    """Ce qui doit rester cohérent le temps d'un texte."""

    personnes: Distribution = field(default_factory=Distribution)
    batiments: lieux.Batiments = field(default_factory=lieux.Batiments)

    def recrire(self, contexte: Contexte, precedent: Contexte | None) -> Remplacement:
        """Le remplacement d'un repère, au vu de celui qui le précède."""
        categorie = contexte.repere.categorie
        if precedent and _redit(contexte, precedent):
            ferme = contexte.apres(INCISE) if _ferme_seule(contexte, precedent) else None
            fin = len(ferme[0]) if ferme else 0
            return Remplacement("", avant=len(contexte.gauche), apres=fin)
        if categorie in PERSONNES:
            return self.personnes.recrire(contexte, precedent)
        if categorie is Categorie.batiment:
            return self.batiments.recrire(contexte, precedent)
        if categorie is Categorie.heure:
            return temps.recrire_heure(contexte, temps.suit_une_heure(contexte, precedent))
        avant = precedent.repere.categorie if precedent and _colle(contexte) else None
        if categorie is Categorie.age:
            if precedent and (suite := ages.suit_un_age(contexte, precedent)):
                return suite
            return ages.recrire_age(contexte, avant in PERSONNES)
        if categorie is Categorie.etage_porte:
            return lieux.recrire_etage(contexte, avant is Categorie.etage_porte, precedent)
        return _SEULS.get(categorie, termes.recrire_fixe)(contexte)


def _colle_a_un_doute(texte: str, precedent: Repere, debut: int) -> bool:
    """Vrai si absorber dès `debut` prendrait l'espace qui suit un doute, qui reste écrit."""
    suit = precedent.niveau is Niveau.verifier and precedent.fin == debut
    return suit and texte[debut] == " "


def _redit(contexte: Contexte, precedent: Contexte) -> bool:
    """Vrai si le repère ne fait que préciser celui qui le touche : « bât C, 3e étage »."""
    deux = {precedent.repere.categorie, contexte.repere.categorie}
    if Categorie.compte in deux and contexte.gauche in ("_", ".") and deux <= _COMPTES:
        return precedent.repere.niveau is Niveau.masquer
    if precedent.repere.niveau is Niveau.verifier or not _TOUCHE.fullmatch(contexte.gauche):
        return False
    porte = contexte.plie.startswith("porte") and not _FAIT.match(contexte.droite)
    if _EN_PARLE.search(contexte.gauche) and not porte:
        return False  # « bât C, la porte 3 est ouverte » en parle
    return (precedent.repere.categorie, contexte.repere.categorie) in _PRECISIONS or (
        contexte.gauche in SOUDURES
        and contexte.fin == contexte.repere.fin  # « la mère de Théo » reste dite
        and precedent.repere.categorie in _QUI
        and contexte.repere.categorie in _QUI - PERSONNES
    )


def _ferme_seule(contexte: Contexte, precedent: Contexte) -> bool:
    """Vrai si la virgule qui suit ne fermait que ce qui s'efface : « Mme X du bât C, 3e, attend ».

    Dans « Karim, bât C, 3e étage, attend », elle ferme encore l'incise qui reste.
    """
    if contexte.repere.categorie is Categorie.naissance:
        return True
    return "," in contexte.gauche and not precedent.gauche.rstrip().endswith(",")


def _colle(contexte: Contexte) -> bool:
    """Vrai si rien d'autre qu'un signe ou deux ne sépare le repère de celui qui le précède."""
    return len(contexte.gauche) <= 3 and not contexte.gauche.strip(" ,:/-(")


def _est_un_cri(voisinage: str) -> bool:
    """Vrai si tout est en capitales autour d'un passage."""
    if not voisinage.isupper():  # presque toujours : sans regarder lettre à lettre
        return False
    lettres = [c for c in voisinage if c.isalpha()]
    return len(lettres) >= _CRI and all(map(str.isupper, lettres))


def _leve(choix: Remplacement, contexte: Contexte) -> Remplacement:
    """Le mot qui ouvre désormais la phrase en prend la capitale : « Roumain, il rit » : « Il rit ».

    Ou le nom récrit qui suit, dont `_casse` voit alors qu'il commence la phrase.
    """
    suite = contexte.droite[choix.apres : choix.apres + 1]
    ouvre = not choix.texte and contexte.extrait[:1].isupper() and choix.apres < contexte.libre
    avant = contexte.gauche
    tete = _DEBUT_DE_PHRASE.search(avant) if avant.strip() else contexte.voisin is None
    if not (ouvre and tete and choix.avant == 0 and suite.islower()):
        return choix
    return replace(choix, texte=suite.upper(), apres=choix.apres + 1)


def _casse(texte: str, debuts: tuple[int, int], fin: int, nouveau: str, ecrit: str) -> str:
    """La capitale d'un début de phrase ; tout en capitales dans une note qui l'est.

    `ecrit` : ce que la proposition dit déjà, à gauche. C'est elle qui fait la phrase, non le brut :
    le point de « K.B. » n'y est plus. `debuts` : celui de ce qui vient d'être ôté, et le sien.
    """
    ouvre, debut = debuts
    if _est_un_cri(texte[max(0, debut - 40) : fin + 40]):
        return nouveau.upper()
    tete, veille = texte[ouvre : ouvre + 5], ecrit[-12:]
    commence = _DEBUT_DE_PHRASE.search(veille) is not None and not _ABREGE.search(veille)
    majuscule = _MAJUSCULE_DE_TETE.match(tete) and not _EN_PHRASE.search(veille)
    if (commence and not tete[:1].islower()) or majuscule:
        return nouveau[:1].upper() + nouveau[1:]
    return nouveau
