"""Du brouillon à la lettre signée : la même porte que tout ce qui sort, et ses pièges.

Pour chaque modèle, un étage, un surnom, un foyer et une rumeur essaient de passer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from signatures import regarder_et_signer
from tat_carnet.anonymisation.relecture import StatutAlerte
from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.anonymisation.risque import Pas
from tat_carnet.documents.courriers import load_modele, modeles
from tat_carnet.domain.courrier import Courrier, Demande
from tat_carnet.domain.courrier_relu import CourrierRelu
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.errors import (
    ErreurConnue,
    RelectureIncomplete,
    SaisieIncomplete,
    SortieRefusee,
)
from tat_carnet.domain.fait import Site, Tournee
from tat_carnet.domain.journal import FORMATS_DE_DOCUMENT, FormatDocument, GenreDocument
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import (
    TYPES_PAR_FAMILLE,
    Attestation,
    Moment,
    Profil,
    StatutCourrier,
    TypeFait,
    TypeSite,
)
from tat_carnet.store.cahier import CahierOuvert, open_demo
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.courriers.en_tete import MotDEntete, verifier_entete
from tat_carnet.usecases.courriers.matiere import effort_sur, mois_entiers
from tat_carnet.usecases.courriers.registre import enregistrer, sorti
from tat_carnet.usecases.courriers.relire import ouvrir_courrier, signe
from tat_carnet.usecases.exporter import exporter, nom_propose
from tat_carnet.usecases.relecture import Dossier, enregistrer_relecture
from tat_carnet.usecases.risque import mesurer_risque, relever
from usecases.courriers.aides import BAILLEUR, ENTETE, HALL, JEUDI, PLACE, courrier, fait, remplir

CLES = [modele.cle for modele in modeles()]


@pytest.fixture
def pret(tmp_path: Path) -> Iterator[CahierOuvert]:
    with open_demo(tmp_path) as cahier:
        remplir(cahier)
        yield cahier


def lire_tout(dossier: object) -> None:
    """Lit chaque étape qui n'a pas d'alerte."""
    for rang, etape in enumerate(dossier.etapes):  # type: ignore[attr-defined]
        if etape.passage.complete:
            dossier.marquer_lue(rang)  # type: ignore[attr-defined]


def ouvert_en_mots(cahier: CahierOuvert, lettre: Courrier) -> Dossier[CourrierRelu]:
    """Une lettre où l'on revient aux mots de ce qui arrive à quelqu'un, tus d'emblée."""
    dossier = ouvrir_courrier(cahier, lettre, JEUDI)
    for rang, etape in enumerate(dossier.etapes):
        if etape.tue:
            dossier.recits.rouvrir(rang)
    return dossier


def test_une_lettre_va_du_brouillon_au_fichier_contre_lu(
    pret: CahierOuvert, tmp_path: Path
) -> None:
    brouillon = enregistrer(pret, courrier(copies=("caarud",)), JEUDI)
    dossier = ouvrir_courrier(pret, brouillon, JEUDI)
    lire_tout(dossier)
    signee = regarder_et_signer(dossier)

    assert signee.contenu.reference == "2026-001"
    assert signee.references == ("porte", "lumiere")
    assert (signee.contenu.effort.tournees, signee.contenu.effort.ras) == (2, 1)
    assert (signee.contenu.du.isoformat(), signee.contenu.au.isoformat()) == (
        "2026-11-09",
        "2026-11-19",
    )
    for format_ in FORMATS_DE_DOCUMENT:
        chemin = tmp_path / nom_propose(signee, format_)
        exporter(signee, format_, chemin, cahier=pret, maintenant=JEUDI)
    assert [(ligne.genre, ligne.destinataire) for ligne in pret.journal()] == [
        (GenreDocument.courrier, "Brumerive Habitat (2026-001)")
    ] * 2
    assert (tmp_path / "courrier-2026-001.pdf").exists()


def test_un_fait_qui_ne_dit_que_son_mois_n_est_pas_situe_par_la_periode(
    pret: CahierOuvert,
) -> None:
    """Trouvé par l'épreuve de l'intrus : le fait disait « novembre », la lettre « du 9 au 15 »."""
    brouillon = enregistrer(pret, courrier(), JEUDI)
    dossier = ouvrir_courrier(pret, brouillon, JEUDI)
    dossier.generaliser(["porte"], [Pas.mois])
    lire_tout(dossier)
    contenu = regarder_et_signer(dossier).contenu

    assert (contenu.du.isoformat(), contenu.au.isoformat()) == ("2026-11-01", "2026-11-19")
    assert contenu.effort == effort_sur(pret, {PLACE.secteur}, contenu.du, contenu.au)


def test_ce_qui_se_dit_ensemble_ne_borne_pas_la_periode_de_la_lettre(pret: CahierOuvert) -> None:
    """Cité avec « la porte », un deuil de septembre daterait la lettre de sa semaine.

    Témoin (vu une fois) : la période de tous les faits, la lettre commence en septembre.
    """
    deuil = fait("deuil", "", type=TypeFait.deuil, instant=JEUDI - timedelta(days=60))
    pret.save_site(Site("Quai bas", "Sud", id="sud"))
    pret.save_fait(replace(deuil, site_id="sud"))
    pret.save_tournee(Tournee(JEUDI.date(), Moment.soiree, "Sud"))
    dossier = ouvrir_courrier(pret, courrier(faits=("porte", "deuil")), JEUDI)
    lire_tout(dossier)
    contenu = regarder_et_signer(dossier).contenu
    assert [nature.type for nature in contenu.ensemble] == [TypeFait.deuil]
    assert (contenu.du.isoformat(), contenu.au.isoformat()) == ("2026-11-09", "2026-11-15")
    assert contenu.effort == effort_sur(pret, {PLACE.secteur}, contenu.du, contenu.au)


def test_seul_ce_qui_se_dit_ensemble_ne_donne_que_les_mois(pret: CahierOuvert) -> None:
    pret.save_fait(fait("deuil", "", type=TypeFait.deuil))
    dossier = ouvrir_courrier(pret, courrier(faits=("deuil",), objet="Un quartier"), JEUDI)
    lire_tout(dossier)
    contenu = regarder_et_signer(dossier).contenu
    assert (contenu.du.isoformat(), contenu.au.isoformat()) == ("2026-11-01", "2026-11-19")


@pytest.mark.parametrize(
    "champs", [{"objet": "Parties communes, Place haute"}, {"effets": "Depuis lundi, on a peur."}]
)
def test_la_lettre_ne_redit_pas_le_lieu_ni_le_jour_de_ce_qui_se_dit_ensemble(
    pret: CahierOuvert, champs: dict[str, str]
) -> None:
    """Témoin (vu une fois) : `_lieux_tus` sans l'ensemble, l'objet passe."""
    pret.save_fait(fait("deuil", "", type=TypeFait.deuil))
    brouillon = replace(courrier(faits=("deuil",), objet="Un quartier"), **champs)
    dossier = ouvrir_courrier(pret, brouillon, JEUDI)
    for etape in dossier.etapes:
        while (rang := etape.passage.prochaine()) is not None:
            etape.passage.garder(rang, "mot de tous")
    lire_tout(dossier)
    with pytest.raises(SortieRefusee, match=r"ne disent plus|que son mois"):
        regarder_et_signer(dossier)


@pytest.mark.parametrize(
    ("du", "au", "entiers"),
    [
        (date(2026, 9, 21), date(2026, 9, 27), (date(2026, 9, 1), date(2026, 9, 30))),
        (date(2026, 11, 30), date(2026, 12, 6), (date(2026, 11, 1), date(2026, 12, 10))),
    ],
)
def test_lesmois_entiers_s_arretent_aujourd_hui(
    du: date, au: date, entiers: tuple[date, date]
) -> None:
    assert mois_entiers(du, au, date(2026, 12, 10)) == entiers


def test_la_signature_rend_le_courrier_relu_une_fois(pret: CahierOuvert) -> None:
    enregistrer(pret, courrier(), JEUDI)
    assert signe(pret, "c1", JEUDI).statut is StatutCourrier.relu
    assert len(signe(pret, "c1", JEUDI).historique) == 1


def test_relire_a_nouveau_un_courrier_valide_repasse_par_le_brouillon(pret: CahierOuvert) -> None:
    """Ses mots ont pu changer au sas : le fichier écrit n'est plus celui qu'on a signé."""
    enregistrer(pret, courrier(), JEUDI)
    signe(pret, "c1", JEUDI)
    sorti(pret, "c1", JEUDI)

    resigne = signe(pret, "c1", JEUDI)

    assert [c.statut.value for c in resigne.historique] == ["relu", "valide", "brouillon", "relu"]
    assert sorti(pret, "c1", JEUDI).statut is StatutCourrier.valide


def famille_de(cle: str, nom: str) -> Courrier:
    """Un courrier de ce modèle qui cite un fait de sa famille."""
    modele = load_modele(cle)
    return courrier(
        modele=cle,
        objet=modele.textes.objet,
        faits=(nom,),
        demandes=(Demande("Agir.", JEUDI.date() + timedelta(days=7)),) * modele.demandes_au_moins,
    )


PIEGES = {
    "étage": "Du monde au 3e étage, porte gauche.",
    "surnom": "Tchoupinou est encore là.",
    "prénom": "Karim Benali est resté toute la soirée.",
    "téléphone": "Rappeler le 06 39 98 12 34.",
    "foyer": "La seule famille du palier ne dort plus.",
}


@pytest.mark.usefixtures("recits_entiers")
@pytest.mark.parametrize("piege", PIEGES)
@pytest.mark.parametrize("cle", CLES)
def test_un_piege_arrete_chaque_modele(pret: CahierOuvert, cle: str, piege: str) -> None:
    """Contrôle positif : le même courrier sans piège se signe (essai suivant)."""
    pret.add_termes_masquage(["Tchoupinou"])
    type_fait = TYPES_PAR_FAMILLE[load_modele(cle).familles[0]][0]
    pret.save_fait(fait("piege", PIEGES[piege], type=type_fait))
    dossier = ouvert_en_mots(pret, famille_de(cle, "piege"))
    lire_tout(dossier)

    with pytest.raises(RelectureIncomplete):
        regarder_et_signer(dossier)
    assert any(
        alerte.statut is StatutAlerte.en_attente
        for etape in dossier.etapes
        for alerte in etape.passage.alertes
    )


@pytest.mark.parametrize("cle", CLES)
def test_sans_piege_chaque_modele_se_signe(pret: CahierOuvert, cle: str) -> None:
    type_fait = TYPES_PAR_FAMILLE[load_modele(cle).familles[0]][0]
    pret.save_fait(fait("net", "La situation dure depuis trois semaines.", type=type_fait))
    dossier = ouvert_en_mots(pret, famille_de(cle, "net"))
    lire_tout(dossier)

    assert regarder_et_signer(dossier).contenu.modele == cle


GRAND_HALL = Site(
    "Résidence Basse, hall 9", "Nord", TypeSite.hall, ilot="Îlot bas", logements_approx=40, id="h9"
)


@pytest.mark.parametrize(
    ("pas", "dit"),
    [
        (frozenset(), "Résidence Basse, hall 9"),
        (frozenset({Pas.ilot}), "Îlot bas"),
        (frozenset({Pas.secteur}), "Nord"),
        (frozenset({Pas.mois, Pas.secteur}), "Nord"),
    ],
    ids=["le lieu", "l’îlot", "le secteur", "le secteur et le mois"],
)
@pytest.mark.parametrize("cle", CLES)
def test_l_objet_ne_dit_d_un_lieu_que_ce_qu_en_dit_le_corps(
    pret: CahierOuvert, cle: str, pas: frozenset[Pas], dit: str
) -> None:
    """Trouvé par l'épreuve de l'intrus : corps au secteur, objet « Résidence des Merles, hall A ».

    Témoin (vu une fois) : l'objet fait du nom du lieu, douze échouent.
    """
    modele = load_modele(cle)
    pret.save_site(GRAND_HALL)
    type_fait = TYPES_PAR_FAMILLE[modele.familles[0]][0]
    pret.save_fait(fait("net", "La situation dure.", type=type_fait, site_id="h9"))
    ecrit = replace(famille_de(cle, "net"), objet=modele.textes.objet)
    dossier = ouvert_en_mots(pret, enregistrer(pret, ecrit, JEUDI))
    dossier.generaliser(["net"], pas)
    lire_tout(dossier)
    signee = regarder_et_signer(dossier)

    (objet,) = [t for t in signee.document.textes() if t.startswith("Objet")]
    assert (dit in objet) is modele.textes.objet_situe
    noms = {"Résidence Basse, hall 9", "Îlot bas"} - {dit}
    entier = "\n".join([*signee.document.textes(), nom_propose(signee, FormatDocument.pdf)])
    assert not [nom for nom in noms if nom in entier]
    assert not (Pas.mois in pas and "semaine du" in entier)


@pytest.mark.parametrize(
    ("champs", "ou"),
    [
        ({"objet": "Parties communes, Résidence Basse, hall 9"}, "L’objet"),
        ({"objet": "La résidence basse (hall 9)"}, "L’objet"),
        ({"effets": "À l’îlot bas, on dort mal."}, "effets"),
        ({"disponibilite": "Îlot bas, le soir."}, "disponibilité"),
        ({"pieces": ("Plan de l’îlot bas",)}, "pièce jointe"),
        ({"demandes": (Demande("Réparer l’îlot bas.", JEUDI.date()),)}, "demande 1"),
        ({"effets": "Depuis la semaine du 16 novembre."}, "effets"),
        ({"effets": "Dès la première semaine d’octobre."}, "effets"),
        ({"effets": "La porte est ouverte depuis lundi."}, "effets"),
    ],
)
def test_ce_que_le_corps_tait_ne_se_dit_pas_a_cote(
    pret: CahierOuvert, champs: dict[str, Any], ou: str
) -> None:
    """Contrôle positif : le hall et sa semaine passent tant que le corps les dit."""
    pret.save_site(GRAND_HALL)
    pret.save_fait(fait("net", "La lumière est en panne.", site_id="h9"))

    def signer(pas: frozenset[Pas]) -> None:
        dossier = ouvrir_courrier(pret, courrier(**({"faits": ("net",)} | champs)), JEUDI)
        dossier.generaliser(["net"], pas)
        for etape in dossier.etapes:
            while (rang := etape.passage.prochaine()) is not None:
                etape.passage.garder(rang, "nom public")
        lire_tout(dossier)
        regarder_et_signer(dossier)

    if "lot bas" not in str(champs):
        signer(frozenset())
    with pytest.raises(SortieRefusee, match=ou):
        signer(frozenset({Pas.mois, Pas.secteur}))


@pytest.mark.parametrize(
    ("champs", "phrase"),
    [
        ({"attestation": Attestation.rumeur}, "rumeur"),
        ({"attestation": Attestation.rapporte}, "Rapporté"),
        ({"attestation": Attestation.infirme}, "infirmé"),
        ({"site_id": HALL.id}, "foyers"),
    ],
)
@pytest.mark.parametrize("cle", CLES)
def test_ce_qui_n_entre_pas_est_refuse_meme_coche(
    pret: CahierOuvert, cle: str, champs: dict[str, object], phrase: str
) -> None:
    """Coché quand il était solide, il ne l'est plus : la porte le relit du cahier."""
    type_fait = TYPES_PAR_FAMILLE[load_modele(cle).familles[0]][0]
    pret.save_fait(fait("fragile", "Un fait.", type=type_fait, **champs))

    with pytest.raises(SaisieIncomplete, match=phrase) as refus:
        ouvrir_courrier(pret, famille_de(cle, "fragile"), JEUDI)
    assert refus.value.champ == "faits"


def test_un_piege_dans_ce_que_l_equipe_ecrit_arrete_aussi(pret: CahierOuvert) -> None:
    for champs in (
        {"effets": "Karim Benali fait peur."},
        {"objet": "Chez Karim Benali"},
        {"effets": "Karim Benali ne sort plus."},
        {"pieces": ("Photographie de Karim Benali",)},
        {"disponibilite": "Demandez Karim Benali."},
        {"demandes": (Demande("Expulser Karim Benali.", JEUDI.date()),)},
    ):
        dossier = ouvrir_courrier(pret, courrier(**champs), JEUDI)
        lire_tout(dossier)
        with pytest.raises(RelectureIncomplete):
            regarder_et_signer(dossier)


@pytest.mark.parametrize(
    ("preparer", "champ", "phrase"),
    [
        (lambda c: (c.save_entete(Entete()), courrier())[1], "entete", "Réglages"),
        (lambda _: courrier(destinataire_id="ville"), "destinataire_id", "adresse postale"),
        (lambda _: courrier(destinataire_id="inconnu"), "destinataire_id", "à qui"),
        (lambda _: courrier(faits=("parti",)), "faits", "plus dans le cahier"),
        (lambda _: courrier(demandes=(Demande("x"),)), "demandes", "n’a pas de date"),
        (lambda _: courrier(modele="soutien_familles"), "demandes", "il en manque 4"),
    ],
)
def test_ce_qui_manque_est_une_phrase_la_ou_il_manque(
    pret: CahierOuvert, preparer: object, champ: str, phrase: str
) -> None:
    prepare = preparer(pret)  # type: ignore[operator]
    with pytest.raises(SaisieIncomplete, match=phrase) as refus:
        ouvrir_courrier(pret, prepare, JEUDI)
    assert refus.value.champ == champ
    assert list(pret.courriers()) == []


def test_une_lettre_trop_longue_est_dite_des_la_signature(pret: CahierOuvert) -> None:
    for rang in range(16):
        pret.save_fait(fait(f"l{rang}", "La lumière est en panne depuis des semaines. " * 6))
    longue = courrier(faits=tuple(f"l{rang}" for rang in range(16)))
    dossier = ouvrir_courrier(pret, longue, JEUDI)
    lire_tout(dossier)

    with pytest.raises(SortieRefusee, match="déborde d’une page"):
        regarder_et_signer(dossier)


def test_le_nom_de_qui_signe_se_garde_une_fois_pour_toutes(pret: CahierOuvert) -> None:
    nommee = replace(ENTETE, signature="Nadia Benali, directrice")
    with pytest.raises(MotDEntete, match="dites pourquoi") as refus:
        verifier_entete(pret, nommee)
    assert pret.entete() == ENTETE

    motivee = replace(nommee, motifs=((refus.value.terme, "elle signe"),))
    verifier_entete(pret, motivee)
    dossier = ouvrir_courrier(pret, courrier(), JEUDI)
    lire_tout(dossier)
    assert [ligne.texte for ligne in regarder_et_signer(dossier).contenu.entete.signature] == [
        "Nadia Benali, directrice"
    ]


@pytest.mark.usefixtures("recits_entiers")
def test_le_motif_de_l_en_tete_ne_vaut_que_pour_l_en_tete(pret: CahierOuvert) -> None:
    pret.save_entete(
        replace(
            ENTETE,
            signature="Nadia Benali, directrice",
            motifs=(("Nadia Benali", "elle signe"),),
        )
    )
    pret.save_fait(fait("nomme", "Nadia Benali a vu la panne."))
    dossier = ouvrir_courrier(pret, courrier(faits=("nomme",)), JEUDI)
    lire_tout(dossier)

    with pytest.raises(RelectureIncomplete):
        regarder_et_signer(dossier)


@pytest.mark.usefixtures("recits_entiers")
def test_une_structure_confirmee_ne_couvre_personne_dans_les_faits(pret: CahierOuvert) -> None:
    """« Karim Benali » dit d'une salle qu'elle porte ce nom ne permet pas de l'écrire d'un fait."""
    pret.save_partenaires(
        [replace(BAILLEUR, id="salle", nom="Karim Benali", confirmes=("Karim Benali",))]
    )
    pret.save_fait(fait("nomme", "Karim Benali crie le soir."))
    dossier = ouvrir_courrier(pret, courrier(faits=("nomme",)), JEUDI)
    lire_tout(dossier)

    with pytest.raises(RelectureIncomplete):
        regarder_et_signer(dossier)


RECITS = (
    "Un jeune regarde l’heure et dit « on bouge ».",
    "Le petit fait le tour de la place à vélo.",
    "Elle ne dort plus.",
    "Sa mère reçoit, porte ouverte.",
)
LIEUX = (
    "Le canapé est toujours là, un fauteuil bloque la porte coupe-feu.",
    "11 seringues ce matin, côté haie.",
    "Des habitants montent dans le noir depuis trois semaines.",
    "La minuterie est morte, elle ne marche plus.",
)


@pytest.mark.usefixtures("recits_entiers")
@pytest.mark.parametrize("cle", [cle for cle in CLES if load_modele(cle).dit_les_faits])
@pytest.mark.parametrize("recit", RECITS)
def test_une_lettre_ne_raconte_personne(pret: CahierOuvert, cle: str, recit: str) -> None:
    """Trouvé par l'épreuve de l'intrus : la poubelle de M. Abricot, envoyée à son bailleur.

    Témoin (vu une fois) : `exiger_que_tout_soit_decide` vide, tous échouent.
    """
    type_fait = TYPES_PAR_FAMILLE[load_modele(cle).familles[0]][0]
    pret.save_fait(fait("recit", recit, type=type_fait))
    dossier = ouvert_en_mots(pret, famille_de(cle, "recit"))

    def lire() -> None:
        for etape in dossier.etapes:
            while (rang := etape.passage.prochaine()) is not None:
                etape.passage.accepter(rang)
        lire_tout(dossier)

    lire()
    (rang,) = dossier.recits.attendent()
    with pytest.raises(ErreurConnue, match="lieux et des usages"):
        dossier.recits.garder(rang, "il le faut")
    with pytest.raises(RelectureIncomplete, match="raconte quelqu’un") as refus:
        regarder_et_signer(dossier)
    assert dossier.etapes[refus.value.passage].fait is not None

    dossier.recits.taire(rang)
    signee = regarder_et_signer(dossier)
    assert libelle(type_fait).lower() in "\n".join(signee.document.textes()).lower()
    assert not any(fait.formulation.texte for fait in signee.contenu.faits)


@pytest.mark.parametrize("cle", CLES)
def test_ce_que_l_equipe_ecrit_des_effets_ne_raconte_personne_non_plus(
    pret: CahierOuvert, cle: str
) -> None:
    """Même dans une lettre qui ne donne que des nombres ; rien ne s'y garde, tout s'y redit.

    Témoin (vu une fois) : ne regarder que les faits, tous échouent.
    """
    type_fait = TYPES_PAR_FAMILLE[load_modele(cle).familles[0]][0]
    pret.save_fait(fait("net", "La lumière est en panne.", type=type_fait))
    lettre = replace(famille_de(cle, "net"), effets="Un jeune n’ose plus sortir.")
    dossier = ouvrir_courrier(pret, lettre, JEUDI)
    for etape in dossier.etapes:
        while (rang := etape.passage.prochaine()) is not None:
            etape.passage.garder(rang, "mot de tous")
    lire_tout(dossier)
    (reste,) = dossier.recits.attendent()
    assert dossier.etapes[reste].titre == "Effets"
    with pytest.raises(RelectureIncomplete, match="raconte quelqu’un"):
        regarder_et_signer(dossier)
    with pytest.raises(ErreurConnue, match="redites autrement"):
        dossier.recits.garder(reste, "il le faut")

    dossier.etapes[reste].passage.modifier("On n’ose plus sortir.")
    assert regarder_et_signer(dossier)


@pytest.mark.parametrize("phrase", LIEUX)
def test_un_lieu_et_ses_usages_se_disent(pret: CahierOuvert, phrase: str) -> None:
    pret.save_fait(fait("lieu", phrase))
    dossier = ouvrir_courrier(pret, courrier(faits=("lieu",)), JEUDI)
    for etape in dossier.etapes:
        while (rang := etape.passage.prochaine()) is not None:
            etape.passage.garder(rang, "mot de tous")
    lire_tout(dossier)

    assert dossier.recits.attendent() == ()
    assert regarder_et_signer(dossier).contenu.faits[0].formulation.texte


def test_un_recit_laisse_de_cote_n_arrete_plus_la_lettre(pret: CahierOuvert) -> None:
    pret.save_fait(fait("recit", RECITS[0]))
    dossier = ouvrir_courrier(pret, courrier(faits=("recit", "porte")), JEUDI)
    dossier.ecarter_faits(["recit"])
    lire_tout(dossier)

    assert [f.reference for f in regarder_et_signer(dossier).contenu.faits] == ["porte"]


def test_une_lettre_de_comptages_ne_dit_aucune_phrase(pret: CahierOuvert) -> None:
    """Elle n'en est pas pour autant anonyme : l'équipe y écrit les effets."""
    pret.save_fait(fait("recit", "Un élève est là dès le matin.", type=TypeFait.absenteisme))
    lettre = replace(famille_de("education_decrochage", "recit"), effets="Des places manquent.")
    dossier = ouvrir_courrier(pret, lettre, JEUDI)
    lire_tout(dossier)

    assert [expose.texte for expose in dossier.exposes()] == [""]
    assert mesurer_risque(pret, relever(dossier)).phrases == 1
    assert "dès le matin" not in "\n".join(regarder_et_signer(dossier).document.textes())


def test_un_lieu_dit_par_son_secteur_n_a_pas_de_capitale_dans_l_objet(pret: CahierOuvert) -> None:
    """« Besoins de soins, Un lieu du secteur… », lu dans la démonstration."""
    pret.save_site(Site("Parking Karimou", "Nord", id="k"))
    pret.add_termes_masquage(["Karimou"])
    type_fait = TYPES_PAR_FAMILLE[load_modele("sante_produits").familles[0]][0]
    pret.save_fait(fait("net", "Le matériel reste.", type=type_fait, site_id="k"))
    modele = load_modele("sante_produits")
    ecrit = replace(famille_de(modele.cle, "net"), objet=modele.textes.objet)
    dossier = ouvert_en_mots(pret, enregistrer(pret, ecrit, JEUDI))
    for etape in dossier.etapes:
        while (rang := etape.passage.prochaine()) is not None:
            etape.passage.accepter(rang)
    lire_tout(dossier)

    (objet,) = [t for t in regarder_et_signer(dossier).document.textes() if t.startswith("Objet")]
    assert objet.endswith(", un lieu du secteur Nord")


def test_un_terme_masque_qui_revient_detruit_le_fichier(pret: CahierOuvert, tmp_path: Path) -> None:
    pret.save_fait(fait("nomme", "Karimou est là."))
    pret.add_termes_masquage(["Karimou"])
    dossier = ouvrir_courrier(pret, courrier(faits=("nomme",)), JEUDI)
    etape = next(e for e in dossier.etapes if e.fait is not None)
    while (rang := etape.passage.prochaine()) is not None:
        etape.passage.accepter(rang)
    dossier.generaliser(["nomme"], [Pas.recit])
    lire_tout(dossier)
    chemin = tmp_path / "karimou.pdf"

    with pytest.raises(SortieRefusee, match="nom du fichier"):
        exporter(
            regarder_et_signer(dossier), FormatDocument.pdf, chemin, cahier=pret, maintenant=JEUDI
        )
    assert not chemin.exists()


def test_la_ou_un_fait_se_dit_sans_lieu_toutes_les_tournees_comptent(pret: CahierOuvert) -> None:
    """Celles de son secteur diraient où.

    Témoin (vu une fois) : `partout` faux, la lettre ne compte que les tournées du nord.
    """
    pret.save_tournee(Tournee(JEUDI.date(), Moment.soiree, "Sud", ras=True, id="sud"))
    pret.save_fait(fait("deuil", "Une famille en deuil.", type=TypeFait.deuil))
    lettre = courrier(faits=("lumiere", "deuil"))
    dossier = ouvrir_courrier(pret, enregistrer(pret, lettre, JEUDI), JEUDI)
    dossier.generaliser(["deuil"], [Pas.recit])
    lire_tout(dossier)
    contenu = regarder_et_signer(dossier).contenu
    assert [nature.reference for nature in contenu.ensemble] == ["deuil"]
    assert contenu.effort == pret.effort(contenu.du, contenu.au)
    assert contenu.effort != pret.effort(contenu.du, contenu.au, PLACE.secteur)


def test_une_lettre_dit_d_emblee_avec_les_autres_ce_qui_arrive_a_quelqu_un(
    pret: CahierOuvert,
) -> None:
    """Et ne le fait dire à part à aucun document d'après, ni à aucun lecteur (décision 0032).

    Témoin (vu une fois) : `_retenue` fausse d'une lettre, le deuil y est une fiche ; puis, relu
    pour elle, il en est une dans les comptes-rendus, avec son lieu et son mois.
    """
    note = "Une dame est morte hier. Les volets du hall sont fermés."
    pret.save_fait(fait("deuil", note, type=TypeFait.deuil))
    lettre = enregistrer(pret, courrier(faits=("lumiere", "deuil")), JEUDI)
    dossier = ouvrir_courrier(pret, lettre, JEUDI)
    lire_tout(dossier)
    assert [n.reference for n in regarder_et_signer(dossier).contenu.ensemble] == ["deuil"]
    assert dossier.natures.a_retenir(JEUDI) == (), "rien n'y a été décidé"

    (rang,) = (r for r, e in enumerate(dossier.etapes) if e.tue)
    dossier.recits.rouvrir(rang)
    assert dossier.natures.a_retenir(JEUDI) == (), "ses mots, pour cette lettre seule"
    lire_tout(dossier)
    for etape in dossier.etapes:
        enregistrer_relecture(pret, etape, JEUDI)
    reunion = Preparation("Veille", JEUDI.date(), date(2026, 9, 1), JEUDI.date(), "l’instance")
    for profil in (Profil.collectif, Profil.institution, Profil.restitution_publique):
        rendu = ouvrir_dossier(pret, replace(reunion, profil=profil))
        dits = [e.fait for e in rendu.etapes if isinstance(e.fait, RelectureFait)]
        (deuil,) = (relecture for relecture in dits if relecture.fait.id == "deuil")
        assert deuil.se_dit_ensemble
