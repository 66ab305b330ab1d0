"""Les faits : écrits, retrouvés, effacés."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.aides import LE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Famille,
    Gravite,
    Impact,
    Moment,
    NatureSource,
    Public,
    Recurrence,
    TailleGroupe,
    Theme,
    TrancheAge,
    TypeFait,
    Urgence,
)
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.store.verification import check_database

LIEU = site("Hall du Cèdre", nom_usage=TexteBrut("chez l’Œil"))
PARTAGE = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def cahier(cahier: CahierOuvert) -> CahierOuvert:
    cahier.save_site(LIEU)
    return cahier


def trouves(cahier: CahierOuvert, **criteres: object) -> list[str]:
    """Les textes des faits d'un filtre ; leur compte doit s'accorder."""
    filtre = Filtre(**criteres)  # type: ignore[arg-type]
    faits = cahier.faits(filtre)
    assert cahier.count_faits(filtre) == len(faits)
    return [un_fait.texte_brut.lire() for un_fait in faits]


def test_un_fait_complet_se_relit_tel_quel(cahier: CahierOuvert) -> None:
    tournee = Tournee(date(2026, 3, 14), Moment.soiree, "Sud")
    cahier.save_tournee(tournee)
    complet = Fait(
        LE,
        site_id=LIEU.id,
        type=TypeFait.autre,
        texte_brut=TexteBrut("Kévin (fictif) l’a dit :\n« ça va »"),
        libelle_autre="autre chose",
        tournee_id=tournee.id,
        themes=(Theme.expertise_habitants, Theme.cadre_de_vie),
        quantite=3,
        taille_groupe=TailleGroupe.de_2_4,
        tranche_age=TrancheAge.de_13_15,
        publics=(Public.parents, Public.enfants),
        impacts=(Impact.bruit,),
        attestation=Attestation.atteste,
        natures_source=(NatureSource.habitant, NatureSource.ecole),
        reunion_le=date(2026, 3, 20),
        gravite=Gravite.gene,
        urgence=Urgence.sous_48h,
        recurrence=Recurrence.repete,
    ).relu("Une formulation relue.", LE + timedelta(days=1))

    cahier.save_fait(complet)

    assert cahier.fait(complet.id) == complet
    assert list(cahier.faits(Filtre())) == [complet]


def test_un_fait_inconnu_est_un_defaut(cahier: CahierOuvert) -> None:
    with pytest.raises(KeyError):
        cahier.fait("absent")
    with pytest.raises(KeyError):
        cahier.save_fait(fait(site()))


def test_un_fait_incomplet_est_refuse_et_nomme_son_champ(cahier: CahierOuvert) -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        cahier.save_fait(Fait(LE, texte_brut=TexteBrut("gardé à l’écran")))

    assert refus.value.champ == "site_id"
    assert cahier.count_faits(Filtre()) == 0


def test_les_faits_viennent_du_plus_recent_au_plus_ancien_puis_du_dernier_ecrit(
    cahier: CahierOuvert,
) -> None:
    for texte, minutes in (("b1", 0), ("a", -5), ("b2", 0), ("c", 5), ("b3", 0)):
        cahier.save_fait(fait(LIEU, texte, LE + timedelta(minutes=minutes)))

    assert trouves(cahier) == ["c", "b3", "b2", "b1", "a"]


def test_un_fait_modifie_garde_sa_place_sauf_si_son_instant_change(cahier: CahierOuvert) -> None:
    premier, second = fait(LIEU, "premier"), fait(LIEU, "second")
    for un_fait in (premier, second, replace(premier, texte_brut=TexteBrut("premier, corrigé"))):
        cahier.save_fait(un_fait)
    assert trouves(cahier) == ["second", "premier, corrigé"]

    cahier.save_fait(replace(premier, instant=LE + timedelta(days=1)))

    assert trouves(cahier) == ["premier", "second"]
    assert trouves(cahier, texte="corrigé") == []


def test_les_pages_se_suivent_sans_trou_ni_reprise(cahier: CahierOuvert) -> None:
    for rang in range(25):
        cahier.save_fait(fait(LIEU, f"note {rang}", LE + timedelta(minutes=rang)))

    for filtre in (Filtre(), Filtre(texte="note")):
        pages = [cahier.faits(filtre, 10, depuis) for depuis in (0, 10, 20, 30)]
        assert [len(page) for page in pages] == [10, 10, 5, 0]
        ordre = [un_fait.texte_brut.lire() for page in pages for un_fait in page]
        assert ordre == [f"note {rang}" for rang in reversed(range(25))]


@pytest.mark.parametrize(
    ("saisie", "vu"),
    [
        ("coeur", True),
        ("CŒUR", True),
        ("cœ", True),
        ("eté", True),
        ("ÉTÉ coeur", True),
        ("e\u0301te\u0301", True),
        ("l'été", True),
        ("l’ét", True),
        ("cedre", True),
        ("oeil", True),
        ("coeur chez", True),
        ("aesope", True),
        ("naïf", True),
        ("cour", False),
        ("oeur", False),
        ("coeur absent", False),
        ("ét coeur", False),
    ],
)
def test_la_recherche_ignore_accents_casse_et_ligatures(
    saisie: str, vu: bool, cahier: CahierOuvert
) -> None:
    """Le dernier mot se cherche par son début, les autres en entier (« ét cœur » ne trouve pas)."""
    cahier.save_fait(fait(LIEU, "Au cœur de l’été, Æsope le NAÏF"))

    assert bool(trouves(cahier, texte=saisie)) is vu


def test_la_recherche_lit_aussi_le_libelle_autre_et_jamais_les_codes(cahier: CahierOuvert) -> None:
    cahier.save_fait(fait(LIEU, "x", type=TypeFait.autre, libelle_autre="Cirque itinérant"))

    assert trouves(cahier, texte="itinerant") == ["x"]
    for code in ("site1", "typeautre", "attestationobserve", "observe"):
        assert trouves(cahier, texte=code) == []


def test_renommer_un_site_suffit_pour_le_chercher_sous_son_nouveau_nom(
    cahier: CahierOuvert,
) -> None:
    cahier.save_fait(fait(LIEU, "x"))

    cahier.save_site(replace(LIEU, libelle_public="Tour Cyprès"))

    assert trouves(cahier, texte="cypres") == ["x"]
    assert trouves(cahier, texte="cedre") == []


def test_les_filtres_se_cumulent(cahier: CahierOuvert) -> None:
    autre_lieu = site("Place aux Herbes")
    cahier.save_site(autre_lieu)
    cahier.save_fait(fait(LIEU, "retrait", LE, type=TypeFait.retrait))
    cahier.save_fait(
        fait(
            autre_lieu,
            "guichet",
            LE + timedelta(days=1),
            type=TypeFait.retrait_service,
            attestation=Attestation.rumeur,
        )
    )

    assert trouves(cahier, type=TypeFait.retrait) == ["retrait"]
    assert trouves(cahier, type=TypeFait.retrait_service) == ["guichet"]
    assert trouves(cahier, famille=Famille.vie_locale) == ["guichet"]
    assert trouves(cahier, site_id=autre_lieu.id) == ["guichet"]
    assert trouves(cahier, site_id="inconnu") == []
    assert trouves(cahier, attestation=Attestation.rumeur) == ["guichet"]
    assert trouves(cahier, du=LE.date(), au=LE.date()) == ["retrait"]
    assert trouves(cahier, du=LE.date() + timedelta(days=1)) == ["guichet"]
    assert trouves(cahier, texte="retr", site_id=autre_lieu.id) == []
    assert trouves(cahier, texte="guich", famille=Famille.vie_locale, du=LE.date()) == ["guichet"]


def test_un_filtre_suit_le_secteur_le_theme_la_gravite_et_la_relecture(
    cahier: CahierOuvert,
) -> None:
    ailleurs = site("Place du Puits", secteur="Nord")
    cahier.save_site(ailleurs)
    bruit = fait(LIEU, "bruit", gravite=Gravite.gene)
    cahier.save_fait(bruit)
    deux = (Theme.adolescence_sante, Theme.economie_debrouille)
    cahier.save_fait(fait(ailleurs, "deux thèmes", LE + timedelta(days=1), themes=deux))

    assert trouves(cahier, secteur="Nord") == ["deux thèmes"]
    assert trouves(cahier, secteur="Nord", site_id=LIEU.id) == []
    assert trouves(cahier, theme=Theme.cadre_de_vie) == ["bruit"]
    assert trouves(cahier, theme=Theme.economie_debrouille) == ["deux thèmes"]
    assert trouves(cahier, gravite=Gravite.gene) == ["bruit"]
    cahier.save_fait(bruit.relu("Du bruit.", LE))
    assert trouves(cahier, relu=True) == ["bruit"]
    assert trouves(cahier, relu=False) == ["deux thèmes"]


@pytest.mark.parametrize(
    ("saisie", "vu"),
    [
        ("seringe", True),
        ("serignue", True),
        ("serrin", True),
        ("sernigue banc", True),
        ("seringue bnac", True),
        ("pamelampadaire", False),
        ("lampadarie", True),
        ("lampardaier", True),
        ("lampxxdaire", True),
        ("sxxxngue", False),
        ("bnc", False),
        ("cedrre", True),
        ('"serinque pres"', False),
    ],
)
def test_une_faute_de_frappe_se_pardonne_si_le_mot_n_est_nulle_part(
    saisie: str, vu: bool, cahier: CahierOuvert
) -> None:
    """Une faute, deux sur un mot long ; jamais sur trois lettres, ni entre guillemets."""
    cahier.save_fait(fait(LIEU, "Une seringue près du banc, sous le lampadaire"))

    assert bool(trouves(cahier, texte=saisie, tolerant=True)) is vu
    assert trouves(cahier, texte=saisie) == []


@pytest.mark.parametrize("tape", ["degr", "dégradé pres", '"près du banc"', "degarde"])
def test_le_texte_purge_la_formulation_se_trouve_encore(tape: str, cahier: CahierOuvert) -> None:
    """Par le début, sans accents, en une suite, avec une faute ; jamais à cheval sur le brut."""
    note = fait(LIEU, "Kévin, le banc").relu("Un équipement dégradé près du banc.", LE)
    cahier.save_fait(note)
    assert trouves(cahier, texte="kevin degrade") == ["Kévin, le banc"]
    assert trouves(cahier, texte='"banc un"') == []
    cahier.save_fait(replace(note, texte_brut=TexteBrut("")))

    assert trouves(cahier, texte=tape, tolerant=True) == [""]
    assert trouves(cahier, texte="kevin") == []
    assert cahier.corrections("degarde") == [("degarde", ["degrade"])]
    check_database(cahier._base)


def test_un_mot_juste_n_est_jamais_remplace(cahier: CahierOuvert) -> None:
    cahier.save_fait(fait(LIEU, "un banc"))
    cahier.save_fait(fait(LIEU, "une bande"))

    assert trouves(cahier, texte="bande", tolerant=True) == ["une bande"]
    assert cahier.corrections("bande") == []
    assert cahier.corrections("un bamde") == [("bamde", ["bande"])]


def test_les_corrections_suivent_ce_qui_s_ecrit_et_s_efface(cahier: CahierOuvert) -> None:
    assert cahier.corrections("seringe") == []
    note = fait(LIEU, "seringue")
    cahier.save_fait(note)
    assert cahier.corrections("seringe") == [("seringe", ["seringue"])]
    cahier.delete_fait(note.id)

    assert cahier.corrections("seringe") == []


def test_les_redites_d_un_episode_ne_comptent_qu_une_fois(cahier: CahierOuvert) -> None:
    for rang, episode in enumerate(("e1", "e1", "e1", "e2", None)):
        cahier.save_fait(fait(LIEU, f"bruit {rang}", episode_id=episode))

    assert cahier.redites(Filtre()) == 2
    assert cahier.redites(Filtre(texte="bruit")) == 2
    assert cahier.redites(Filtre(texte="0")) == 0
    assert cahier.redites(Filtre(du=LE.date() + timedelta(days=1))) == 0


def test_les_voisins_d_un_fait_ont_son_lieu_et_son_type_le_plus_proche_d_abord(
    cahier: CahierOuvert,
) -> None:
    un = fait(LIEU, "un")
    proches = [fait(LIEU, f"{jours} j", LE + timedelta(days=jours)) for jours in (6, -2, 9)]
    autre_lieu = site("Place aux Herbes")
    cahier.save_site(autre_lieu)
    for ecrit in (un, *proches, fait(LIEU, "rixe", type=TypeFait.rixe), fait(autre_lieu, "loin")):
        cahier.save_fait(ecrit)

    voisins = cahier.voisins(un, timedelta(days=7))
    assert [voisin.texte_brut.lire() for voisin in voisins] == ["-2 j", "6 j"]
    assert len(cahier.voisins(un, timedelta(days=7), limite=1)) == 1


def test_reclasser_un_fait_change_les_filtres_qui_le_trouvent(cahier: CahierOuvert) -> None:
    premier = fait(LIEU, "x", type=TypeFait.bruit)
    cahier.save_fait(premier)

    cahier.save_fait(replace(premier, type=TypeFait.rixe, attestation=Attestation.rapporte))

    assert trouves(cahier, type=TypeFait.bruit) == []
    assert trouves(cahier, type=TypeFait.rixe, attestation=Attestation.rapporte) == ["x"]


def test_un_fait_efface_ne_laisse_aucun_mot_dans_l_index(cahier: CahierOuvert) -> None:
    """Témoin : sans `secure-delete`, « hapax » reste dans les pages de l'index."""
    efface = fait(LIEU, "hapax unique")
    cahier.save_fait(fait(LIEU, "reste"))
    cahier.save_fait(efface)
    assert mots_indexes(cahier) >= {b"hapax"}

    cahier.delete_fait(efface.id)
    cahier.delete_fait("absent")

    assert trouves(cahier) == ["reste"]
    assert trouves(cahier, texte="hapax") == []
    assert not mots_indexes(cahier) & {b"hapax", b"unique"}
    assert (cahier.path / "cahier.db-wal").stat().st_size == 0


def mots_indexes(cahier: CahierOuvert) -> set[bytes]:
    """Ceux des mots de cet essai que portent encore les pages de l'index."""
    pages = b"".join(row[0] for row in cahier._base.rows("SELECT block FROM fait_index_data"))
    return {mot for mot in (b"hapax", b"unique", b"reste") if mot in pages}


@PARTAGE
@given(texte=st.text(max_size=60), autre=st.text(max_size=20))
def test_tout_texte_s_ecrit_se_corrige_et_s_efface_sans_desaccorder_l_index(
    cahier: CahierOuvert, texte: str, autre: str
) -> None:
    """Caractères nuls, guillemets et écritures de tous pays compris."""
    un_fait = fait(LIEU, texte)
    cahier.save_fait(un_fait)
    assert cahier.fait(un_fait.id).texte_brut.lire() == texte

    cahier.save_fait(replace(un_fait, texte_brut=TexteBrut(autre)))
    cahier.delete_fait(un_fait.id)

    check_database(cahier._base)


def test_un_demi_signe_ne_fait_pas_perdre_la_note(cahier: CahierOuvert) -> None:
    un_fait = fait(LIEU, "avant \ud83d après")

    cahier.save_fait(un_fait)

    assert cahier.fait(un_fait.id).texte_brut.lire() == "avant \ufffd après"


@PARTAGE
@given(saisie=st.text(max_size=80))
def test_aucune_recherche_ne_plante(cahier: CahierOuvert, saisie: str) -> None:
    for tolerant in (False, True):
        filtre = Filtre(texte=saisie, tolerant=tolerant)
        assert cahier.count_faits(filtre) == len(cahier.faits(filtre))
    cahier.trouver(saisie)


MOTS = st.lists(st.text("aàeéœç", min_size=1, max_size=3), min_size=1, max_size=4)


def plie(mot: str) -> str:
    """Ce que la recherche compare : sans accent ni ligature."""
    sans = unicodedata.normalize("NFD", mot.replace("œ", "oe"))
    return "".join(signe for signe in sans if not unicodedata.combining(signe))


@PARTAGE
@given(notes=st.lists(MOTS, min_size=1, max_size=5), cherche=MOTS)
def test_la_recherche_trouve_ce_que_trouve_la_lecture_mot_a_mot(
    cahier: CahierOuvert, notes: list[list[str]], cherche: list[str]
) -> None:
    for un_fait in cahier.faits(Filtre()):
        cahier.delete_fait(un_fait.id)
    sans_voyelle = site("Zn")
    cahier.save_site(sans_voyelle)
    for note in notes:
        cahier.save_fait(fait(sans_voyelle, " ".join(note)))

    *entiers, debut = map(plie, cherche)
    attendus = [
        " ".join(note)
        for note in reversed(notes)
        if set(entiers) <= {plie(mot) for mot in note}
        and any(plie(mot).startswith(debut) for mot in note)
    ]
    assert trouves(cahier, texte=" ".join(cherche)) == attendus


@PARTAGE
@given(instants=st.lists(st.datetimes(datetime(1900, 1, 1)), min_size=1, max_size=6))
def test_l_ordre_est_celui_des_instants(cahier: CahierOuvert, instants: list[datetime]) -> None:
    for un_fait in cahier.faits(Filtre()):
        cahier.delete_fait(un_fait.id)
    ronds = [instant.replace(microsecond=0) for instant in instants]
    faits = [fait(LIEU, str(rang), instant) for rang, instant in enumerate(ronds)]
    for un_fait in faits:
        cahier.save_fait(un_fait)

    attendus = sorted(range(len(faits)), key=lambda rang: (ronds[rang], rang), reverse=True)
    assert trouves(cahier) == [str(rang) for rang in attendus]
