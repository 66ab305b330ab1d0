"""Bâtiments, étages, adresses, établissements, commerces : le lieu public qui les contient."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from tat_carnet.anonymisation.echelle import lieu
from tat_carnet.anonymisation.masquage import clef
from tat_carnet.anonymisation.recritures.accords import lier
from tat_carnet.anonymisation.recritures.contexte import Contexte, Remplacement
from tat_carnet.anonymisation.recritures.effacements import PERSONNES
from tat_carnet.anonymisation.recritures.places import sans_la_place
from tat_carnet.anonymisation.recritures.prepositions import LIEUX, loge, situe
from tat_carnet.anonymisation.recritures.termes import OMIS
from tat_carnet.anonymisation.reperes import Categorie
from tat_carnet.domain.vocabulaire import Profil

ETABLISSEMENTS: Final = (
    (r"college|segpa", "un collège"),
    (r"lycee|\blp\b", "un lycée"),
    (r"ecole|maternelle|primaire|elementaire", "une école"),
    (r"creche", "une crèche"),
    (r"foyer|mecs", "un foyer"),
    (r"hopital|clinique|hosto|\bchu?\b", "un hôpital"),
    (r"centre|institut|cfa|ime\b", "un centre"),
)
_AU_COLLEGE: Final = "au collège"
CLASSES: Final = (
    (r"^[3-6]|^(?:six|cinq|quatr|trois)i", _AU_COLLEGE),
    (r"^(?:2|1|term)", "au lycée"),
    (r"^c[pem]", "à l’école"),
)
"""Ce que dit la classe à qui n'a pas à en déduire l'âge."""
_DE: Final = {"au": "du", "à": "de"}
_DE_LA: Final = re.compile(r"\b(?:au|à)\b")
_OU_CLASSE: Final = re.compile(r" ?(?:/|-| ou | et |, ?) ?(?:en )?")
PETITS_LIEUX: Final = (
    (
        r"^(?:place|esplanade|dalle|residence|cite|tour|barre|immeuble|batiment|hall|quartier|ilot"
        r"|rue|avenue|allees?|boulevard|quai|rond-point|terminus|station|marche)\b",
        "un lieu du secteur",
    ),
    (r"mosquee|eglise|salle de priere|temple|synagogue", "un lieu de culte"),
    (r"club|gymnase|salle|stade|boulodrome|skate|city|piscine", "un équipement du quartier"),
    (
        r"asso|local|buanderie|loge\b|gaine|sechoir|\bsas\b|cagibi|remise|placard|compteurs",
        "un local du quartier",
    ),
    (
        r"parc\b|jardin|bassin|lavoir|pont|tunnel|passage|parking|lieu-dit|square",
        "un lieu du secteur",
    ),
    (r"hotel|foyer", "un lieu d’hébergement"),
    (
        r"friche|usine|caserne|hangar|squat|entrepot|carriere|moulin|ferme|grange|halle|chateau"
        r"|cabane|cabanon|abri|transfo|terrain|piscine|gare|ecole|arret|fontaine|plage|bois"
        r"|passerelle|chaufferie|cave\b|algeco|container|conteneur|manufacture|scierie|digue|ecluse"
        r"|maison(?! de la presse)|villa\b|baraque(?! a)|banc|mur|table|toboggan|escalier|quai"
        r"|auvent|rampe|pelouse|bunker|blockhaus|wagon|caravane|yourte|cahute|guerite|prefa|serre|benne"
        r"|ponton|camp|tente|tonnelle|point d'eau|distributeur|\bdab\b|cour\b|appart|studio|porche"
        r"|preau|bosquet|coin\b|recoin|renfoncement|planque|cachette|butte|talus|marches\b|vestiaire"
        r"|parvis|angle\b|rideau|vitrine|devanture|toilettes|sanisette|peniche|cabine\b"
        r"|boite a|roulotte|perception",
        "un lieu du secteur",
    ),
)
_SITUATION: Final = re.compile(
    r"(?<=[a-z]) (?:juste )?(?:derriere|devant|en face|a cote|pres|en bas|au[- ]dessus"
    r"|en[- ]dessous|sous|au pied|au bout|au fond|a l'angle|au coin|le long|a l'entree"
    r"|a la sortie|d'en|d'a cote|(?<!maison )(?:du|de la|de l'|des))\b"
)
"""« le parking derrière la mosquée » est un parking : ce qui le situe ne dit pas ce qu'il est."""
_LOGEMENT: Final = re.compile(r"app|porte|logement|chambre|rez|rdc|rdj|gauche|droite|face")
_A_QUELQU_UN: Final = re.compile(r"(?i:^ (?:d['’]|de (?:la )?|du )?)$")
"""« le garage de son parrain » n'est pas un commerce."""
_AUTOMATIQUE: Final = re.compile(r"(?:[ ]automatique|-[^\W\d_]+)\b")
_SUITE: Final = re.compile(r"[ ,]*(?P<a>(?i:au|[àa] la))?(?i:du|dans le)?[ ]*")
_COMMUN: Final = re.compile(r"hall|ent|cage|porche|esc")
_REDIT_LE_QUARTIER: Final = re.compile(
    r"(?i:[ ]*(?:,|/|et|ou|puis|[àa]|vers|jusqu['’][àa]u?)[ ]+(?:puis )?(?:dans )?"
    r"(?:l[ae]s? |l['’]|aux? )?)"
)
"""« le hall 2 puis le hall 4 », pour qui lit le seul quartier : il n'est dit qu'une fois."""
_DES_LIEUX: Final = (Categorie.batiment, Categorie.adresse)
_DU_BATIMENT: Final = re.compile(r"(?i: (?:du |de la |de l['’]))")
"""« au quatre du bloc Ibis » : une fois récrit, l'un dit déjà l'autre."""
_ENTRE: Final = re.compile(r"(?i:(?<!\w)entre (?:l[ea]s? |l['’])?)$")
_ENTRE_DEUX: Final = re.compile(r"(?i: et (?:l[ea] |l['’])?)")
_CROISEE: Final = re.compile(r"[ ]*(?:/|,|(?i:et))[ ]*(?i:de la |de l['’]|du |la |l['’])?")
"""« à l'angle de la rue du Puits et de la rue Haute » : une rue du secteur suffit."""
_A_NU: Final = re.compile(r"(?i:(?<![\w'’])à )$")
"""« à 14 allée X » : la préposition est déjà là, sans article."""
_C_EST: Final = re.compile(
    r"(?i:(?<!\w)(?:c['’](?P<est>est|[ée]tait)|ce (?P<sera>sera)) (?:(?P<la>la )|le |l['’])?)$"
)
"""« collecteur plein, c'est le 2e » : un rang, que rien ne dit d'un étage."""
_UN_RANG: Final = re.compile(r"\d{1,2} ?(?:e|eme|er|ere|nd|nde)|\w+ieme|premiere?|seconde?")
_RANG_DE: Final = re.compile(
    r"[ ](?:tour|essai|fois|caf[ée]|rdv|rendez-vous|passage|refus|appel)\b"
)
_RANG_DIT: Final = re.compile(
    r"(?i:\b(?:tours?|essais?|fois|passages?|refus|appels?)\b[^!?]*[.,;:] "
    r"(?:au |le |la |[àa] la )?)$"
)
"""« deux tours à pied. Au troisième, il a dit… » : le rang de ce qu'on vient de compter."""
_ET_L_AUTRE: Final = re.compile(
    r"(?i:[ ]et (?:l[ea] |l['’])?(?:\d{1,3}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|[a-h])"
    r"(?![\w'’-]))"
)
"""« entre le deux et | le trois », dont le second n'est pas repéré."""
_RUE: Final = ("", "une rue du secteur", "dans")
_VOIES: Final = (
    (r"(?:escaliers?|montees?|passages?|traboules?|venelles?|sent(?:e|ier)s?)\b",
     "un passage du secteur", "dans"),
    (r"(?:places?|placettes?|parvis|esplanades?|squares?)\b", "une place du secteur", "sur"),
)  # fmt: skip
"""« escalier des Pêcheurs » n'est pas une rue."""
_DU_AU: Final = re.compile(
    r"(?:r[dez]|\d|prem|sous-sol|cave|\w+ieme)[^,]* (?:jusqu'? ?)?(?:au|a la) .+"
)
_DEPUIS_UN_ETAGE: Final = re.compile(r"(?i:(?<![\w'’])(?:du |de la |de l['’])?)$")
_DE_CHEZ: Final = re.compile(r"[ ]de chez (?:elles?|lui|eux|moi|nous|toi|vous)\b")
"""« juste en dessous de chez elle » : « dans un logement »."""
_ENTRE_ETAGES: Final = re.compile(r"[ ,:/-]*$")


@dataclass(slots=True)
class Batiments:
    """Les bâtiments d'un texte : le même reste le même, un autre se dit autre."""

    vus: dict[str, list[str]] = field(default_factory=dict)

    def recrire(self, contexte: Contexte, precedent: Contexte | None) -> Remplacement:
        """« le bat B » : « un bâtiment du secteur » ; un hall : une partie commune."""
        suite = _SUITE.fullmatch(contexte.gauche)
        redit = _REDIT_LE_QUARTIER.fullmatch(contexte.gauche)
        if contexte.profil.public and contexte.voisin in _DES_LIEUX and redit:
            return Remplacement("", avant=len(contexte.gauche))
        if contexte.voisin is Categorie.batiment and _DU_BATIMENT.fullmatch(contexte.gauche):
            return Remplacement("", avant=len(contexte.gauche))
        if deux := self._entre_deux(contexte):
            return deux
        d_un_etage = suite and precedent and precedent.repere.categorie is Categorie.etage_porte
        commun = not d_un_etage and _COMMUN.match(contexte.plie) is not None
        groupe = self._groupe(clef(contexte.extrait), lieu(commun, contexte.profil))
        if contexte.profil.public and (entre := contexte.avant(_ENTRE)):
            return Remplacement(f"dans {groupe}", avant=len(entre[0]))
        if suite and precedent and precedent.repere.categorie is Categorie.etage_porte:
            return Remplacement(f" {lier('de', groupe)}", avant=len(contexte.gauche))
        if suite and precedent and precedent.repere.categorie is Categorie.batiment and suite["a"]:
            return Remplacement(f" {lier('à', groupe)}", avant=len(contexte.gauche))
        if contexte.profil is Profil.collectif:
            return loge(contexte, groupe)
        return situe(contexte, groupe)

    def _entre_deux(self, contexte: Contexte) -> Remplacement | None:
        """« entre le deux et le trois » : « entre deux points du secteur »."""
        entre, autre = contexte.avant(_ENTRE), contexte.apres(_ET_L_AUTRE)
        if entre is None or autre is None:
            return None
        dit = "dans le quartier" if contexte.profil.public else "entre deux points du secteur"
        return Remplacement(dit, avant=len(entre[0]), apres=len(autre[0]))

    def _groupe(self, cle: str, neuf: str) -> str:
        article, _, nom = neuf.partition(" ")
        if article not in ("un", "une"):
            return neuf
        vus = self.vus.setdefault(neuf, [])
        if cle not in vus:
            vus.append(cle)
            return f"{article} autre {nom}" if len(vus) > 1 else neuf
        if len(vus) > 1:
            return neuf
        return f"{'le' if article == 'un' else 'la'} même {nom.removesuffix(' du secteur')}"


def recrire_etage(
    contexte: Contexte, suit_un_etage: bool, precedent: Contexte | None
) -> Remplacement:
    """« au 3e étage » : « dans les étages » ; ce qui précise un étage s'efface."""
    if _suit_un_entre(precedent) and _ENTRE_DEUX.fullmatch(contexte.gauche):
        return Remplacement("", avant=len(contexte.gauche))
    entre = contexte.avant(_ENTRE)
    if entre and contexte.apres(_ENTRE_DEUX):
        return Remplacement("entre deux étages", avant=len(entre[0]))
    if contexte.plie.startswith("entre "):
        return Remplacement("entre deux étages")
    if _DU_AU.fullmatch(contexte.plie) and (depuis := contexte.avant(_DEPUIS_UN_ETAGE)):
        return Remplacement("à plusieurs étages", avant=len(depuis[0]))
    if suit_un_etage:
        lien = _ENTRE_ETAGES.search(contexte.gauche)
        return Remplacement("", avant=len(lien[0]) if lien else 0)
    en_hauteur = re.search(r"etage|\d ?(?:e|eme|er)\b|ieme|premier|second|niveau", contexte.plie)
    rang = _UN_RANG.fullmatch(contexte.plie)
    if rang and (c_est := contexte.avant(_C_EST)):
        return _pas_le_premier(contexte, c_est)
    if rang and (contexte.apres(_RANG_DE) or contexte.avant(_RANG_DIT)):
        return Remplacement(OMIS)
    porte = _LOGEMENT.search(contexte.plie) and "etage" not in contexte.plie
    groupe = "un étage" if en_hauteur and not porte else "un logement"
    dit = loge(contexte, groupe)
    if not dit.avant and contexte.gauche == ", " and contexte.voisin in LIEUX:
        dit = Remplacement(f"dans {groupe}")  # « au-dessus du bar, deuxième sur cour »
    chez = contexte.apres(_DE_CHEZ) if "dess" in contexte.plie else None
    texte = dit.texte.replace("dans un étage", "dans les étages")
    return Remplacement(texte, avant=dit.avant, apres=len(chez[0]) if chez else 0)


def _pas_le_premier(contexte: Contexte, c_est: re.Match[str]) -> Remplacement:
    """« c'est le 2e » : « ce n’est pas le premier », vrai d'un compte comme d'un étage."""
    if re.match(r"1 ?(?!\d)|prem", contexte.plie):
        return Remplacement(OMIS)
    verbe = f"ne {c_est['sera']}" if c_est["sera"] else f"n’{c_est['est']}"
    rang = "la première" if c_est["la"] else "le premier"
    return Remplacement(f"ce {verbe} pas {rang}", avant=len(c_est[0]))


def _suit_un_entre(precedent: Contexte | None) -> bool:
    """Vrai après « entre le 3e »."""
    if precedent is None or precedent.repere.categorie is not Categorie.etage_porte:
        return False
    return precedent.avant(_ENTRE) is not None


def recrire_adresse(contexte: Contexte) -> Remplacement:
    """« au 12 rue X » : « à une adresse du secteur » ; sans numéro, une rue."""
    if nu := contexte.avant(_A_NU):
        dit = "dans le quartier" if contexte.profil.public else "à une adresse du secteur"
        return Remplacement(dit, avant=len(nu[0]))
    if contexte.profil.public:
        return situe(contexte, "le quartier")
    if contexte.voisin is Categorie.etage_porte and _SUITE.fullmatch(contexte.gauche):
        return Remplacement(" d’un immeuble du secteur", avant=len(contexte.gauche))
    if contexte.voisin is Categorie.adresse and _CROISEE.fullmatch(contexte.gauche):
        return Remplacement("", avant=len(contexte.gauche))
    if re.match(r"\d", contexte.plie):
        return loge(contexte, "une adresse du secteur", "à")
    voie, lieu_de = next((v for v in _VOIES if re.match(v[0], contexte.plie)), _RUE)[1:]
    return loge(contexte, voie, lieu_de)


def recrire_etablissement(contexte: Contexte) -> Remplacement:
    """Le genre d'établissement, sans son nom ; « en 4e » : « au collège »."""
    lien, _, classes = contexte.plie.partition(" ")
    if lien in ("en", "de") and _genre(classes, CLASSES, ""):
        dites = dict.fromkeys(_genre(un, CLASSES, _AU_COLLEGE) for un in _OU_CLASSE.split(classes))
        ou = " ou ".join(dites)
        return Remplacement(_DE_LA.sub(lambda a: _DE[a[0]], ou) if lien == "de" else ou)
    return loge(contexte, _genre(contexte.plie, ETABLISSEMENTS, "un établissement"))


def recrire_petit_lieu(contexte: Contexte) -> Remplacement:
    """Le genre de lieu, sans son nom."""
    if contexte.plie.startswith("cafe chez ") and not contexte.gauche.strip():
        return Remplacement("café chez quelqu’un")
    genre = _genre(_SITUATION.split(contexte.plie)[0], PETITS_LIEUX, "un commerce")
    if (
        genre == "un commerce"
        and "garage" in contexte.plie
        and _A_QUELQU_UN.search(_suite(contexte))
    ):
        genre = "un local"
    dit = sans_la_place(contexte, loge(contexte, genre))
    suite = contexte.apres(_AUTOMATIQUE)
    return replace(dit, apres=len(suite[0])) if suite else dit


def _suite(contexte: Contexte) -> str:
    """Ce qui mène au repère suivant, s'il nomme quelqu'un."""
    qui = contexte.suivant in PERSONNES | {Categorie.lien_familial}
    return contexte.droite[: max(0, contexte.libre)] if qui else "-"


def _genre(plie: str, genres: tuple[tuple[str, str], ...], defaut: str) -> str:
    return next((nom for motif, nom in genres if re.search(motif, plie)), defaut)
