"""D'une ligne de tableur à un fait brut : deviner, traduire, refuser avec une phrase."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date, datetime

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.importation import Bilan, Champ, Choix, Feuille, ImportArrete
from tat_carnet.domain.vocabulaire import (
    Attestation,
    NatureSource,
    Public,
    TailleGroupe,
    TrancheAge,
    TypeFait,
    TypeSite,
)
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.importation.codes import lire_age, lire_taille, lire_type
from tat_carnet.usecases.importation.deviner import deviner
from tat_carnet.usecases.importation.importer import Resultat, examiner, importer

SOIR = datetime(2026, 11, 21, 21, 45)
CHAMPS = (Champ.jour, Champ.heure, Champ.lieu, Champ.type, Champ.texte, Champ.attestation)
BONNE = ("20/11/2026", "21h30", "Place du Lavoir", "Bruit", "de la musique", "observé")
CHOIX = Choix({champ: rang for rang, champ in enumerate(CHAMPS)}, secteur="Aubépines")


def tableau(*lignes: tuple[str, ...]) -> Feuille:
    return Feuille(tuple(champ.value for champ in CHAMPS), lignes, "0" * 64)


def avec(rang: int, texte: str) -> tuple[str, ...]:
    """La bonne ligne, une cellule changée."""
    return (*BONNE[:rang], texte, *BONNE[rang + 1 :])


def bilan(cahier: CahierOuvert, *lignes: tuple[str, ...], choix: Choix = CHOIX) -> Bilan:
    return examiner(cahier, tableau(*lignes), choix, SOIR.date())


def test_une_bonne_ligne_devient_un_fait_brut(cahier: CahierOuvert) -> None:
    cahier.save_site(Site("Place du Lavoir", "Aubépines"))

    assert importer(cahier, tableau(BONNE), CHOIX, SOIR) == Resultat(1, 0, 0)

    (fait,) = cahier.faits(Filtre())
    assert fait.instant == datetime(2026, 11, 20, 21, 30)
    assert (fait.type, fait.texte_brut.lire()) == (TypeFait.bruit, "de la musique")
    assert (fait.formulation, fait.relu_le) == ("", None)


@pytest.mark.parametrize(
    ("ligne", "phrase"),
    [
        (avec(0, ""), "Il manque la date."),
        (avec(0, "bientôt"), "La date ne se lit pas"),
        (avec(0, "22/11/2026"), "dans l’avenir"),
        (avec(0, "20/11/2020"), "trop ancien"),
        (avec(2, ""), "Il manque le lieu."),
        (avec(2, "chez Mme Fictive, 3e étage porte B"), "désignerait quelqu’un ou un logement"),
        (avec(3, ""), "Il manque le type de fait."),
        ((*BONNE, "de trop"), "plus de cellules que de titres"),
    ],
)
def test_une_mauvaise_ligne_a_sa_phrase_et_son_numero(
    cahier: CahierOuvert, ligne: tuple[str, ...], phrase: str
) -> None:
    trouve = bilan(cahier, BONNE, ligne)

    assert trouve.importables == 1
    (remarque,) = trouve.remarques
    assert (remarque.numero, remarque.importable) == (3, False)
    assert phrase in remarque.phrase
    assert "Fictive" not in remarque.phrase


def test_les_lignes_vides_et_courtes_ne_genent_pas(cahier: CahierOuvert) -> None:
    trouve = bilan(cahier, BONNE, ("", "", ""), BONNE[:4])

    assert (trouve.importables, trouve.remarques) == (2, ())


@pytest.mark.parametrize(
    ("dit", "retenu"),
    [
        ("rumeur", Attestation.rumeur),
        ("Rapporté", Attestation.rapporte),
        ("observé", Attestation.observe),
        ("recoupé", Attestation.observe),
        ("ATTESTÉ", Attestation.observe),
        ("infirmé", Attestation.rumeur),
        ("", Attestation.rapporte),
        ("peut-être", Attestation.rapporte),
    ],
)
def test_le_degre_n_est_jamais_plus_haut_que_dit_ni_atteste(
    cahier: CahierOuvert, dit: str, retenu: Attestation
) -> None:
    importer(cahier, tableau(avec(5, dit)), CHOIX, SOIR)

    assert cahier.faits(Filtre())[0].attestation is retenu


def test_recoupe_se_garde_avec_deux_natures_de_sources(cahier: CahierOuvert) -> None:
    choix = replace(CHOIX, colonnes={**CHOIX.colonnes, Champ.source: 6})
    ligne = (*avec(5, "recoupé"), "un habitant, un gardien")
    table = replace(tableau(ligne), titres=("",) * 7)

    importer(cahier, table, choix, SOIR)

    (fait,) = cahier.faits(Filtre())
    assert fait.attestation is Attestation.recoupe
    assert fait.natures_source == (NatureSource.habitant, NatureSource.gardien)


def test_un_lieu_inconnu_se_cree_une_fois_ou_se_refuse(cahier: CahierOuvert) -> None:
    lignes = (BONNE, avec(2, "place du lavoir"), avec(2, "PLACE DU LAVOIR"))
    assert [lieu.libelle_public for lieu in bilan(cahier, *lignes).lieux] == ["Place du Lavoir"]
    sans = bilan(cahier, *lignes, choix=replace(CHOIX, creer_lieux=False))
    assert (sans.importables, sans.lieux) == (0, ())
    assert sans.remarques[0].phrase == "Ce lieu n’est pas dans le cahier."
    perdu = bilan(cahier, *lignes, choix=replace(CHOIX, secteur=" "))
    assert "il manque son secteur" in perdu.remarques[0].phrase


@pytest.mark.parametrize(
    ("nom", "type_site", "sort"),
    [
        ("Square des Lucioles", TypeSite.square, "Square des Lucioles"),
        ("Hall 3", TypeSite.hall, "Aubépines"),
        ("Bât C", TypeSite.hall, "Aubépines"),
        ("Le terrain vague", TypeSite.autre, "Le terrain vague"),
    ],
)
def test_un_lieu_cree_ne_sort_pas_sous_le_nom_d_un_batiment(
    cahier: CahierOuvert, nom: str, type_site: TypeSite, sort: str
) -> None:
    (lieu,) = bilan(cahier, avec(2, nom)).lieux

    assert (lieu.type, lieu.libelle_exportable) == (type_site, sort)


@pytest.mark.parametrize("nom", ["12 rue des Lilas", "devant chez Enzo", "06 39 98 12 34"])
def test_un_nom_de_lieu_qui_designe_reste_dehors(cahier: CahierOuvert, nom: str) -> None:
    assert "désignerait" in bilan(cahier, avec(2, nom)).remarques[0].phrase


def test_un_nom_d_usage_ou_un_secteur_menent_au_bon_lieu(cahier: CahierOuvert) -> None:
    nord = Site("Place", "Nord", nom_usage=TexteBrut("le Rond"))
    sud = Site("Place", "Sud")
    cahier.save_site(nord)
    cahier.save_site(sud)
    choix = replace(CHOIX, colonnes={**CHOIX.colonnes, Champ.secteur: 6})
    lignes = ((*avec(2, "le rond"), ""), (*avec(2, "place"), "Sud"), (*avec(2, "place"), "Nord"))
    table = replace(tableau(*lignes), titres=("",) * 7)

    importer(cahier, table, choix, SOIR)

    assert sorted(f.site_id or "" for f in cahier.faits(Filtre())) == sorted([nord.id, sud.id]), (
        "le premier et le dernier ne sont qu'un"
    )


def test_un_type_inconnu_reste_dit_dans_autre(cahier: CahierOuvert) -> None:
    importer(cahier, tableau(avec(3, "Chose jamais vue")), CHOIX, SOIR)

    (fait,) = cahier.faits(Filtre())
    assert (fait.type, fait.libelle_autre) == (TypeFait.autre, "Chose jamais vue")


def test_sans_colonne_de_type_un_fait_est_autre(cahier: CahierOuvert) -> None:
    choix = Choix({Champ.jour: 0, Champ.lieu: 2}, "Sud")
    importer(cahier, tableau(avec(0, "20/11/2026")), choix, SOIR)

    (fait,) = cahier.faits(Filtre())
    assert (fait.type, fait.libelle_autre) == (TypeFait.autre, "Fait importé")
    assert fait.instant.hour == 12, "sans heure, midi"


def test_ce_qui_ne_se_lit_pas_mais_peut_manquer_se_dit(cahier: CahierOuvert) -> None:
    champs = (Champ.quantite, Champ.taille_groupe, Champ.tranche_age, Champ.publics)
    choix = replace(CHOIX, colonnes={**CHOIX.colonnes, **{c: 6 + r for r, c in enumerate(champs)}})
    bonne = (*BONNE, "3,0", "12", "14 ans", "adolescents ; parents")
    mauvaise = (*avec(4, "autre"), "beaucoup", "foule", "jeune", "")
    table = replace(tableau(bonne, mauvaise), titres=("",) * 10)

    trouve = examiner(cahier, table, choix, SOIR.date())
    importer(cahier, table, choix, SOIR)

    (remarque,) = trouve.remarques
    assert remarque.importable
    assert remarque.phrase == (
        "Quantité illisible, laissé vide ; Taille du groupe illisible, laissé vide ; "
        "Tranche d’âge illisible, laissé vide."
    )
    fait = next(f for f in cahier.faits(Filtre()) if f.quantite)
    assert (fait.quantite, fait.taille_groupe) == (3, TailleGroupe.de_10_19)
    assert fait.tranche_age is TrancheAge.de_13_15, "un âge exact n'entre jamais"
    assert fait.publics == (Public.adolescents, Public.parents)


def test_arreter_au_milieu_ne_laisse_rien(cahier: CahierOuvert) -> None:
    lignes = tuple(avec(4, f"texte {rang}") for rang in range(450))

    def arreter(vues: int) -> None:
        if vues == 400:
            raise ImportArrete("stop")

    with pytest.raises(ImportArrete):
        importer(cahier, tableau(*lignes), CHOIX, SOIR, arreter)

    assert (cahier.count_faits(Filtre()), cahier.sites(), cahier.imports()) == (0, [], [])


def test_importer_deux_fois_n_ajoute_que_le_neuf(cahier: CahierOuvert) -> None:
    importer(cahier, tableau(BONNE), CHOIX, SOIR)

    assert importer(cahier, tableau(BONNE, avec(4, "neuf")), CHOIX, SOIR) == Resultat(1, 1, 0)


def test_les_colonnes_se_devinent_au_titre_puis_au_contenu() -> None:
    lignes = tuple(
        (f"{rang + 1}/11/2026", "Place du Lavoir", "Bruit", "x" * 40, "21h") for rang in range(9)
    )
    aux_titres = Feuille(("Date du fait", "Site", "Type", "Observations", "Heure"), lignes, "")
    au_contenu = Feuille(("A", "B", "C", "D", "E"), lignes, "")
    attendu = {Champ.jour: 0, Champ.lieu: 1, Champ.type: 2, Champ.texte: 3, Champ.heure: 4}

    assert deviner(aux_titres, ()) == attendu
    assert deviner(au_contenu, [Site("place du lavoir", "Sud")]) == attendu
    assert deviner(Feuille(("A",), (("?",),), ""), ()) == {}


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("bruit", TypeFait.bruit),
        ("MATERIEL D'INJECTION", TypeFait.materiel_injection),
        ("seringue", TypeFait.materiel_injection),
        ("école", None),
    ],
)
def test_un_type_se_lit_sans_se_deviner_au_hasard(texte: str, attendu: TypeFait | None) -> None:
    assert lire_type(texte) is attendu


def test_les_nombres_tombent_dans_leur_tranche() -> None:
    assert [lire_age(n) for n in ("8", "12", "16", "20", "22", "40", "70", "13-15 ans")] == [
        TrancheAge.moins_11,
        TrancheAge.de_11_12,
        TrancheAge.de_16_17,
        TrancheAge.de_18_20,
        TrancheAge.de_21_25,
        TrancheAge.de_26_59,
        TrancheAge.de_60_plus,
        TrancheAge.de_13_15,
    ]
    assert [lire_taille(n) for n in ("1", "3", "9", "30", "2 à 4")] == [
        TailleGroupe.une,
        TailleGroupe.de_2_4,
        TailleGroupe.de_5_9,
        TailleGroupe.de_20_plus,
        TailleGroupe.de_2_4,
    ]


def test_la_date_d_aujourd_hui_entre(cahier: CahierOuvert) -> None:
    assert bilan(cahier, avec(0, "21/11/2026")).importables == 1
    assert date(2026, 11, 21) == SOIR.date()


def vivants() -> int:
    """Combien de faits la mémoire tient encore."""
    gc.collect()
    return sum(type(objet) is Fait for objet in gc.get_objects())


def longue(lignes: int) -> Feuille:
    """Des lignes qui diffèrent toutes."""
    return tableau(*(avec(4, f"de la musique, fois {rang}") for rang in range(lignes)))


def test_un_gros_import_ne_tient_jamais_ses_faits_en_memoire(cahier: CahierOuvert) -> None:
    """Chaque fait s'écrit dès qu'il est traduit. Témoin : les tenir tous se voit."""
    avant, tenus = vivants(), []

    resultat = importer(
        cahier, longue(1_000), CHOIX, SOIR, lambda _: tenus.append(vivants() - avant)
    )

    assert (resultat.importes, len(tenus)) == (1_000, 5)
    assert max(tenus) < 10
    gardes = list(cahier.faits(Filtre(), 1_000))
    assert vivants() - avant >= len(gardes) == 1_000


def test_un_gros_import_arrete_presque_a_la_fin_ne_laisse_rien(cahier: CahierOuvert) -> None:
    """Ni fait, ni lieu, ni import, ni mot dans l'index."""

    def arreter(lues: int) -> None:
        if lues == 800:
            raise ImportArrete("essai")

    with pytest.raises(ImportArrete):
        importer(cahier, longue(1_000), CHOIX, SOIR, arreter)

    assert (cahier.count_faits(Filtre()), cahier.sites(), cahier.imports()) == (0, [], [])
    assert "musique" not in cahier.mots_bruts()
    cahier.verify()
