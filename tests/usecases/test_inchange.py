"""Ce qui a été signé ne vaut que pour ce qui a été lu : le cahier changé, rien ne sort.

Témoin (vu une fois, chaque cas) : sans `exiger_inchange` dans `exporter`, le fait infirmé, jeté ou
corrigé sort quand même.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from signatures import regarder_et_signer
from tat_carnet.anonymisation.relecture import StatutAlerte
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SortieRefusee
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FORMATS_DE_DOCUMENT, FormatDocument
from tat_carnet.domain.relu import CompteRendu
from tat_carnet.domain.vocabulaire import Attestation, Profil, TypeFait, TypeSite
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.attester import changer_degre
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.exporter import exporter
from tat_carnet.usecases.noter import noter_fait
from tat_carnet.usecases.relecture import Dossier, ecrire_relecture, enregistrer_relecture, figer
from tat_carnet.usecases.relecture.inchange import Lu, liste_a_contre_lire, sans_les_permis

JOUR = date(2026, 11, 21)
MAINTENANT = datetime(2026, 11, 21, 22)
PLACE = Site("Place du Lavoir", "Aubépines-Haut", TypeSite.place)
FAIT = Fait(datetime(2026, 11, 18, 21, 30), PLACE.id, TypeFait.bruit, TexteBrut("Vitre brisée."))
MOTIF = TexteBrut("vérifié depuis")


def ouvrir(cahier: CahierOuvert, texte: str = "Vitre brisée.") -> Dossier[CompteRendu]:
    cahier.save_site(PLACE)
    cahier.save_fait(replace(FAIT, texte_brut=TexteBrut(texte)))
    return ouvrir_dossier(cahier, Preparation("Veille", JOUR, date(2026, 11, 1), JOUR, "la mairie"))


def lire(dossier: Dossier[CompteRendu]) -> None:
    for rang, etape in enumerate(dossier.etapes):
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        dossier.marquer_lue(rang)


def lu(cahier: CahierOuvert, texte: str = "Vitre brisée.") -> Dossier[CompteRendu]:
    dossier = ouvrir(cahier, texte)
    lire(dossier)
    return dossier


def infirmer(cahier: CahierOuvert) -> None:
    changer_degre(cahier, FAIT.id, Attestation.infirme, MOTIF, MAINTENANT, reunion_le=JOUR)


def corriger(cahier: CahierOuvert) -> None:
    noter_fait(cahier, replace(cahier.fait(FAIT.id), texte_brut=TexteBrut("Rien.")), MAINTENANT)


CHANGEMENTS: dict[str, Callable[[CahierOuvert], object]] = {
    "infirmé": infirmer,
    "devenu rumeur": lambda cahier: changer_degre(
        cahier, FAIT.id, Attestation.rumeur, MOTIF, MAINTENANT
    ),
    "corrigé": corriger,
    "jeté": lambda cahier: cahier.discard_fait(FAIT.id, MAINTENANT),
    "d’un lieu devenu un petit hall": lambda cahier: cahier.save_site(
        replace(PLACE, type=TypeSite.hall)
    ),
    "dont un mot se masque désormais": lambda cahier: cahier.add_termes_masquage({"Vitre"}),
}


@pytest.mark.parametrize("quoi", CHANGEMENTS)
@pytest.mark.parametrize("format_", FORMATS_DE_DOCUMENT)
def test_un_fait_signe_puis_change_ne_sort_pas(
    cahier: CahierOuvert, tmp_path: Path, quoi: str, format_: FormatDocument
) -> None:
    signe = regarder_et_signer(lu(cahier))
    CHANGEMENTS[quoi](cahier)
    (tmp_path / "sorties").mkdir()

    with pytest.raises(SortieRefusee, match="préparez ce document à nouveau"):
        exporter(signe, format_, tmp_path / "sorties" / "x", cahier=cahier, maintenant=MAINTENANT)
    assert list((tmp_path / "sorties").iterdir()) == []
    assert cahier.journal() == []


@pytest.mark.usefixtures("recits_entiers")
def test_ce_que_la_relecture_ecrit_elle_meme_n_empeche_rien(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    """Sa formulation, les termes qu'elle confirme, un autre fait, un terme que rien ne dit."""
    dossier = lu(cahier, "Kelyan a brisé une vitre.")
    signe = regarder_et_signer(dossier)
    enregistrer_relecture(cahier, dossier.etapes[0], MAINTENANT)
    cahier.save_fait(replace(FAIT, id="autre", texte_brut=TexteBrut("Autre chose.")))
    cahier.add_termes_masquage({"Zorglub"})
    assert "Kelyan" in cahier.termes_masquage()

    exporter(signe, FormatDocument.pdf, tmp_path / "x", cahier=cahier, maintenant=MAINTENANT)
    assert (tmp_path / "x").exists()


def test_un_terme_garde_ici_et_confirme_ailleurs_n_empeche_rien(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    dossier = ouvrir(cahier, "Kelyan a brisé une vitre.")
    passage = dossier.etapes[0].passage
    while (alerte := passage.prochaine()) is not None:
        passage.garder(alerte, "un élu, dans son mandat")
    dossier.marquer_lue(0)
    signe = regarder_et_signer(dossier)
    cahier.add_termes_masquage({"Kelyan"})

    exporter(signe, FormatDocument.pdf, tmp_path / "x", cahier=cahier, maintenant=MAINTENANT)
    assert (tmp_path / "x").exists()


def test_un_dossier_laisse_de_cote_ce_fait_et_le_reste_sort(
    cahier: CahierOuvert, tmp_path: Path
) -> None:
    """Ce qui a changé ne compte que s'il sort."""
    dossier = lu(cahier)
    dossier.ecarter(0)
    signe = regarder_et_signer(dossier)
    infirmer(cahier)

    exporter(signe, FormatDocument.odt, tmp_path / "x", cahier=cahier, maintenant=MAINTENANT)
    assert (tmp_path / "x").exists()


def test_relire_un_fait_corrige_entre_temps_ne_le_fait_pas_passer_pour_relu(
    cahier: CahierOuvert,
) -> None:
    """La formulation d'avant, sur un brut qu'elle ne dit plus. Témoin : ne pas comparer le brut."""
    dossier = lu(cahier)
    corriger(cahier)
    enregistrer_relecture(cahier, dossier.etapes[0], MAINTENANT)

    fait = cahier.fait(FAIT.id)
    assert (fait.texte_brut.lire(), fait.formulation, fait.relu_le) == ("Rien.", "", None)


def test_relire_un_fait_jete_entre_temps_ne_fait_rien_echouer(cahier: CahierOuvert) -> None:
    dossier = ouvrir(cahier, "Kelyan a brisé une vitre.")
    passage = dossier.etapes[0].passage
    while (alerte := passage.prochaine()) is not None:
        passage.garder(alerte, "un élu, dans son mandat")
    dossier.marquer_lue(0)
    cahier.discard_fait(FAIT.id, MAINTENANT)
    enregistrer_relecture(cahier, dossier.etapes[0], MAINTENANT)

    assert list(cahier.levees()) == []


def test_une_etape_defaite_avant_que_le_fil_ecrive_s_ecrit_telle_qu_elle_a_ete_lue(
    cahier: CahierOuvert,
) -> None:
    """Le fil du cahier attend son tour ; la personne, elle, revient sur le passage.

    Témoin (vu une fois) : lire l'étape au moment d'écrire, et le nom passe pour relu, donc projeté.
    """
    dossier = lu(cahier, "Kelyan a brisé une vitre.")
    etape = dossier.etapes[0]
    retenue = figer(etape, MAINTENANT)
    for alerte in etape.passage.alertes:
        etape.passage.rouvrir(alerte.rang)
    etape.passage.modifier("Kelyan a brisé une vitre.")
    assert StatutAlerte.en_attente in {alerte.statut for alerte in etape.passage.alertes}
    ecrire_relecture(cahier, retenue)

    assert "Kelyan" not in cahier.fait(FAIT.id).formulation
    assert cahier.fait(FAIT.id).relu_le == MAINTENANT


def test_un_passage_ou_une_alerte_attend_ne_se_retient_pas_comme_relu(
    cahier: CahierOuvert,
) -> None:
    dossier = ouvrir(cahier, "Kelyan a brisé une vitre.")
    dossier.etapes[0].passage.modifier("Kelyan a brisé une vitre.")
    enregistrer_relecture(cahier, dossier.etapes[0], MAINTENANT)

    assert cahier.fait(FAIT.id).relu_le is None


def test_un_pictogramme_garde_n_en_permet_pas_un_autre() -> None:
    assert sans_les_permis({"🦊", "Karim"}, {"🐻", "salle Karim"}) == {"🦊"}
    assert sans_les_permis({"🦊"}, {"🦊"}) == frozenset()


def test_un_terme_garde_permet_le_meme_avec_son_article() -> None:
    """Contrôle positif : « le Z » masqué ici, « Z » gardé là, refusait un fichier sans rien dire.

    L'inverse ne vaut pas pour un mot de plus, ni pour un permis qui en dit davantage.
    """
    assert sans_les_permis({"le Z"}, {"Z"}) == frozenset()
    assert sans_les_permis({"le grand Z", "Z"}, {"le Z"}) == {"le grand Z"}
    assert sans_les_permis({"le Long"}, {"long couloir"}) == {"le Long"}


def test_toute_la_liste_se_cherche_dans_le_fichier_sauf_ce_qui_peut_paraitre() -> None:
    liste = {"Zorblet", "K.", "maison", "un jeune", "Benzorblet", "Tchoupi", "Ligourane"}
    permis = {"Benzorbletti", "rue Tchoupi"}
    lu = Lu(liste=frozenset(liste), permis=frozenset(permis))
    assert liste_a_contre_lire(lu, Profil.collectif) == {"Zorblet", "Ligourane"}
