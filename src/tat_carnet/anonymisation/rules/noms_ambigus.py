"""Quand un mot ordinaire est-il un prénom ou un surnom : « Rose », « Parfait », « Sardine » ?"""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots, mots_de, nature_de, termes
from tat_carnet.anonymisation.reperes import Niveau
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import SUR, genre_de_mot
from tat_carnet.anonymisation.rules.positions import est_sujet, possede

_NON_SUJETS: Final = mots_de(
    "c en et ou y qui seul seule vs devant aussi encore toujours ne",
)
_APPELS: Final = mots_de(
    "prenomme prenommee surnomme surnommee appelle nomme nommee",
)
_COMPLEMENTS: Final = mots_de(
    "de du des d pour en que qu au aux si",
)
_PREPOSITIONS: Final = mots_de(
    "de d a avec chez que qu pour par et selon contre dit sans vu ou",
)
_DE_FRANCE: Final = mots_de(
    "services service travail victimes terre active competences",
)
"""« France Services », « France Travail » : des structures, non une personne."""
_MANIERES: Final = mots_de(
    "prudence patience",
)
"""« avec prudence » : d'abord une façon de faire ; une personne du même nom reste possible."""
_PERIODES: Final = mots_de(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ramadan",
    "carnaval automne printemps",
)
_AVANT_PERIODE: Final = mots_de(
    "en d fin debut mi depuis jusqu mois courant des pendant le ce cet du apres avant au",
)
_VISE: Final = mots_de("pour vers prevu prevue prevus prevues avant apres")
_FINISSENT: Final = frozenset(".,;:!?)")
_VOITURES: Final = mots_de("megane zoe mercedes logan leon octavia astra ariya punto")
_TIENNENT: Final = _VOITURES | {"somme", "honore", "victoire", "ya"}
_APRES_YA: Final = mots_de(
    "un une des du de d pas plus rien eu encore toujours que qu trop la le les"
)
"""« Ya une gourde » : il y a."""
_AVANT_HONORE: Final = mots_de("rdv vous rendezvous pas non bien ete est rvd entretien rv")
"""« RDV honoré », « non honoré » : le rendez-vous a eu lieu, ou non."""
_AVANT_VICTOIRE: Final = mots_de("petite grande belle jolie bonne premiere nouvelle quelle vraie")
_AVANT_VOITURE: Final = mots_de("dans en avec de derriere devant sur une cette vieille")
_REFLECHIS: Final = mots_de("se s")
"""« ils se lèvent », « elles s'appuient » : un verbe, fût-il aussi un prénom."""
_ORDINAUX: Final = mots_de("eme emes ieme iemes")
_PREFIXES: Final = mots_de("avant arriere demi sous semi mi ex vice contre entre auto co pre")
_TAILLES: Final = mots_de("petite petites grosse grosses grande grandes forte")
_OUVRENT: Final = frozenset("+:;(,-/")
_FERMENT: Final = frozenset("+:;(?,)./")
_TRES_COURANT: Final = 15000
_PEU_COURANT: Final = 2000


def est_une_locution(lecture: Lecture, rang: int) -> bool:
    """« la Toussaint », « France Travail », « grâce au voisin », « l'ADIL », « en avril »."""
    forme = lecture.forme(rang)
    if forme == "toussaint":
        return lecture.forme(rang - 1) == "la"
    if forme == "france":
        return lecture.forme(rang + 1) in _DE_FRANCE
    if forme == "irlande":
        return lecture.forme(rang - 2) == "mer" and not est_sujet(lecture, rang)
    if forme == "grace":
        return lecture.forme(rang - 1) not in ctx.FORTES and _remercie(lecture, rang + 1)
    return _est_un_sigle(lecture, rang) or _est_une_periode(lecture, rang)


def tient_a_un_mot(lecture: Lecture, rang: int) -> bool:
    """« guetteur·euses », « avant-bras », « 4ème », « Tata tout le monde », « sa Zoé »."""
    forme = lecture.forme(rang)
    seul = lecture.entre(rang) == " " == lecture.entre(rang + 1)
    lie = lecture.forme(rang + 1) == "tout" or lecture.forme(rang - 1) == "se"
    if seul and forme not in _TIENNENT and not lie:
        return False  # le plus souvent
    avant = lecture.forme(rang - 1)
    if avant in _REFLECHIS:
        return lecture.entre(rang) == ("'" if avant == "s" else " ")
    if "·" in lecture.entre(rang) or lecture.entre(rang + 1) == "·":
        return True
    if forme in _ORDINAUX and avant.isdigit():
        return not lecture.entre(rang)
    if lecture.entre(rang) == "-" and avant in _PREFIXES:
        return genre_de_mot(forme) != SUR
    if lecture.forme(rang + 1) == "tout" and lecture.forme(rang + 3) == "monde":
        return lecture.ouvre_une_phrase(rang)
    if forme == "somme":
        return avant in _TAILLES
    if forme == "ya":
        return lecture.forme(rang + 1) in _APRES_YA
    if forme == "honore":
        return avant in _AVANT_HONORE and not lecture.majuscule(rang)
    if forme == "victoire":
        return avant in _AVANT_VICTOIRE and not lecture.majuscule(rang)
    return forme in _VOITURES and _est_une_voiture(lecture, rang)


def _est_une_voiture(lecture: Lecture, rang: int) -> bool:
    """« une Mégane foncée », « dort dans sa Zoé » : un modèle, que porte aussi un prénom."""
    avant, plus_loin = lecture.forme(rang - 1), lecture.forme(rang - 2)
    possedee = avant in ("sa", "ma", "la", "leur", "notre") and plus_loin in _AVANT_VOITURE
    return possedee or avant in ("une", "cette")


def _est_une_periode(lecture: Lecture, rang: int) -> bool:
    """« en avril », « fin mai », « pendant le ramadan » : un mois, une fête, non quelqu'un."""
    if lecture.forme(rang) not in _PERIODES:
        return False
    avant, suivant = lecture.forme(rang - 1), lecture.forme(rang + 1)
    if suivant.isdigit() and len(suivant) == 4:
        return True
    if avant in _VISE and not lecture.majuscule_interne(rang):
        return suivant in ("", "y", "on", "il", "elle") or lecture.entre(rang + 1)[:1] in _FINISSENT
    return avant in _AVANT_PERIODE or (avant.isdigit() and lecture.entre(rang) == " ")


def _est_un_sigle(lecture: Lecture, rang: int) -> bool:
    """« l'ADIL », « RDV ADIL » : un sigle homonyme d'un prénom."""
    if lecture.forme(rang) not in termes("sigles"):
        return False
    elide = lecture.forme(rang - 1) == "l" and lecture.entre(rang) == "'"
    return elide or lecture.sigle(rang)


def prenom_ambigu(lecture: Lecture, rang: int, suivi_d_un_nom: bool) -> Niveau | None:
    """Un prénom qui est aussi un mot courant."""
    avant = lecture.forme(rang - 1)
    if lecture.majuscule_interne(rang) or possede(lecture, rang) or avant in _APPELS:
        return Niveau.masquer
    if _est_nomme(lecture, rang) or _est_appose(lecture, rang):
        return Niveau.masquer
    colle = lecture.colle(rang)
    if avant in ctx.DETERMINANTS and colle:
        return None
    if lecture.majuscule(rang):
        return _en_tete(lecture, rang, suivi_d_un_nom)
    if lecture.sans_casse and (_designe_sans_casse(lecture, rang) or _est_isole(lecture, rang)):
        return Niveau.masquer
    if avant in ctx.FORTES and colle and not lecture.forme(rang + 1).endswith("ment"):
        maniere = avant == "avec" and lecture.forme(rang) in _MANIERES
        return Niveau.verifier if maniere else Niveau.masquer
    if avant in ("a", "de", "que") and colle and lecture.forme(rang + 1) in ("elle", "il", "qui"):
        return Niveau.masquer
    sujet = est_sujet(lecture, rang)
    if avant in ctx.QUALITES and lecture.forme(rang + 1) in ("il", "elle", "qui"):
        return Niveau.masquer
    if avant in ctx.LIENS_DE_PARENTE and colle and sujet:
        return Niveau.masquer
    seul = lecture.ouvre_une_phrase(rang)
    if seul and (sujet or suivi_d_un_nom or lecture.entre(rang + 1).startswith((",", " ("))):
        return Niveau.masquer
    if avant in ("et", "ou", "que", "qu", "pour", "a", "par") and colle:
        return Niveau.masquer if suivi_d_un_nom or (sujet and avant != "a") else Niveau.verifier
    libre = "," in lecture.entre(rang) or nature_de(avant)[:1] != "n"
    if suivi_d_un_nom and (sujet or (lecture.sans_casse and libre)):
        return Niveau.masquer
    return Niveau.verifier if lecture.sans_casse and avant in ctx.VERBES else None


def _remercie(lecture: Lecture, rang: int) -> bool:
    """« grâce à un voisin », « grâce au bailleur » : une locution ; « Grâce a dit » : quelqu'un."""
    forme = lecture.forme(rang)
    return forme in ("au", "aux") or (forme == "a" and lecture.forme(rang + 1) in ctx.ARTICLES)


def _est_nomme(lecture: Lecture, rang: int) -> bool:
    """« son nom c'est Prince », « elle s'appelle Lys »."""
    avant = " ".join(lecture.forme(rang - recul) for recul in (3, 2, 1))
    return avant.endswith(("nom c est", "prenom c est", "s appelle", "nom est", "prenom est"))


def _est_appose(lecture: Lecture, rang: int) -> bool:
    """Entre deux virgules : « un garçon de 16 ans, désiré, nous demande »."""
    return lecture.entre(rang).strip() == "," and lecture.entre(rang + 1).strip() == ","


def _designe_sans_casse(lecture: Lecture, rang: int) -> bool:
    """Sans majuscules, une apposition ou un présentatif suffisent : « c'est claire qui »."""
    avant = " ".join(lecture.forme(rang - recul) for recul in (2, 1))
    if avant in (
        "est ou",
        "sont ou",
        "ou est",
        "c est",
        "y avait",
        "y a",
        "appel de",
        "message de",
        "nouvelles de",
        "avocat de",
    ):
        return True
    if lecture.entre(rang + 1).strip() == "," and lecture.forme(rang + 1) in ctx.APPOSITIONS:
        return True
    return lecture.forme(rang - 1) in ("que", "qu") and est_sujet(lecture, rang)


def _est_isole(lecture: Lecture, rang: int) -> bool:
    """Entre deux signes : « fille de 14 ans : rose (la brune) », « aimé + claire : séparés »."""
    return lecture.entre(rang).strip()[-1:] in _OUVRENT and (
        lecture.entre(rang + 1).strip()[:1] in _FERMENT
    )


def _en_tete(lecture: Lecture, rang: int, suivi_d_un_nom: bool) -> Niveau:
    """La majuscule peut n'être que celle de la phrase : le mot qui suit tranche."""
    if suivi_d_un_nom:
        return Niveau.masquer
    suite = lecture.entre(rang + 1).strip()
    if lecture.entre(rang).strip() == ":" and suite[:1] in (".", ","):
        return Niveau.masquer
    if lecture.forme(rang + 1) in _COMPLEMENTS or suite[:1] in (".", "!", "…", ":"):
        return Niveau.verifier
    if lecture.forme(rang) == "grace" and lecture.forme(rang + 1) == "a":
        return Niveau.verifier
    return Niveau.masquer


def _surnom_sans_casse(lecture: Lecture, rang: int) -> Niveau | None:
    """« sardine m'a dit », « la famille de bouclettes » : un surnom usuel, sans article."""
    forme, avant = lecture.forme(rang), lecture.forme(rang - 1)
    usuel = forme in termes("surnoms")
    if lecture.ouvre_une_phrase(rang):
        if nature_de(forme)[:1] == "i":
            return None
        rare = mots().get(forme, 0) < _TRES_COURANT // (1 if usuel else 10)
        libre = forme not in ctx.OUTILS and not forme.endswith(ctx.ABSTRAITS)
        sujet = est_sujet(lecture, rang) and lecture.forme(rang + 1) not in _NON_SUJETS
        return Niveau.masquer if rare and libre and sujet else None
    if usuel and (possede(lecture, rang) or avant in ("avec", "chez", "vu", "croise")):
        return Niveau.masquer
    suite = lecture.entre(rang + 1).strip()[:1]
    appel = avant in ("de", "a", "que", "et", "par", "pour") and (suite or est_sujet(lecture, rang))
    return Niveau.masquer if usuel and appel else None


def _est_nominal(forme: str) -> bool:
    """Faux d'un infinitif, d'un verbe que rien n'emploie comme un nom."""
    nature = nature_de(forme)
    return nature[:1] != "i" and (not nature or not {"n", "a", "o"}.isdisjoint(nature))


def _se_reprend(lecture: Lecture, rang: int) -> bool:
    """« Khouya, il m'appelle » : un pronom reprend aussitôt ce mot."""
    return lecture.entre(rang + 1) == ", " and lecture.forme(rang + 1) in ("il", "elle")


def _est_sans_nom(forme: str) -> bool:
    """Vrai d'un mot qui désigne n'importe qui, ou une chose."""
    return forme in termes("generiques") or forme in termes("choses")


def mot_commun(lecture: Lecture, rang: int) -> Niveau | None:
    """Un mot ordinaire n'est un surnom que par une majuscule que rien d'autre n'explique."""
    forme, avant = lecture.forme(rang), lecture.forme(rang - 1)
    if len(forme) < 3 or forme in ctx.DETERMINANTS:
        return None
    if not lecture.majuscule(rang):
        return _surnom_sans_casse(lecture, rang) if lecture.sans_casse else None
    if lecture.ouvre_une_phrase(rang):
        if not _est_nominal(forme):  # « Prévenir l'équipe », « Respire » : ni sujet, ni nom
            return None
        sujet = est_sujet(lecture, rang) and lecture.forme(rang + 1) not in _NON_SUJETS
        rare = mots().get(forme, 0) < _TRES_COURANT and forme not in ctx.OUTILS
        rare = rare and not forme.endswith(ctx.ABSTRAITS) and not _est_sans_nom(forme)
        if sujet and rare:
            return Niveau.masquer
        inattendu = mots().get(forme, 0) < _PEU_COURANT and not forme.endswith(ctx.DESINENCES)
        inattendu = inattendu and nature_de(forme)[:1] not in ("o", "p")
        inattendu = inattendu and (forme not in termes("parler") or _se_reprend(lecture, rang))
        return Niveau.verifier if rare and inattendu else None
    usuel = forme in termes("surnoms") or forme in termes("surnoms_nus")
    enchaine = lecture.majuscule(rang - 1) and avant not in ctx.FORTES  # « RDV Copeau » en est un
    if (forme.endswith(ctx.ABSTRAITS) and not usuel) or enchaine:
        return None
    if nature_de(forme) == "o" and not usuel:  # « on a vu Beaucoup de monde »
        return None
    if avant in _PREPOSITIONS:
        return Niveau.masquer
    if avant in ("les", "du", "des", "au", "aux"):
        return None
    if avant in ("l", "le", "la"):
        return Niveau.verifier
    return Niveau.verifier if lecture.majuscule(rang + 1) else Niveau.masquer
