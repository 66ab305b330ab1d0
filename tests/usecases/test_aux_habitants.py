"""Ce que le sas rend au public : d'un fait, le lieu, le mois, la solidité et les mots relus."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from signatures import regarder_et_signer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.relu import CompteRendu, FaitRelu
from tat_carnet.domain.vocabulaire import (
    Gravite,
    Impact,
    Profil,
    Public,
    Recurrence,
    TailleGroupe,
    Theme,
    TrancheAge,
    TypeFait,
    TypePartenaire,
    TypeSite,
    Urgence,
)
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.ui.relecture.codes import dira_en_mots
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.relecture import Dossier
from tat_carnet.usecases.risque import mesurer_risque, relever

LE = datetime(2026, 11, 18, 21, 30)
JOUR = date(2026, 11, 20)
PLACE = Site("Place du Lavoir", "Rives", TypeSite.place, ilot="Îlot du Lavoir", id="place")
COMPLET = Fait(
    LE,
    PLACE.id,
    TypeFait.materiel_injection,
    TexteBrut("Des seringues contre la haie, depuis dimanche."),
    themes=(Theme.cadre_de_vie, Theme.adolescence_sante),
    quantite=7,
    taille_groupe=TailleGroupe.de_2_4,
    tranche_age=TrancheAge.de_16_17,
    publics=(Public.adolescents,),
    impacts=(Impact.risque_infectieux,),
    gravite=Gravite.danger,
    urgence=Urgence.sous_48h,
    recurrence=Recurrence.repete,
    signale_a=TypePartenaire.ville,
    signale_le=JOUR,
    ramasse_le=JOUR,
    id="complet",
)


def ouvert(cahier: CahierOuvert, *faits: Fait) -> Dossier[CompteRendu]:
    cahier.save_site(PLACE)
    for fait in faits:
        cahier.save_fait(fait)
    preparation = Preparation(
        "Aux habitants", JOUR, date(2026, 11, 1), JOUR, "le quartier",
        profil=Profil.restitution_publique,
    )  # fmt: skip
    return ouvrir_dossier(cahier, preparation)


def lus(cahier: CahierOuvert, *faits: Fait) -> tuple[FaitRelu, ...]:
    """Les faits du document, leurs mots dits, chaque alerte acceptée."""
    dossier = ouvert(cahier, *faits)
    for rang, etape in enumerate(dossier.etapes):
        if etape.tue:
            dossier.recits.rouvrir(rang)
        while (alerte := etape.passage.prochaine()) is not None:
            etape.passage.accepter(alerte)
        dossier.marquer_lue(rang)
    return regarder_et_signer(dossier).contenu.faits


def test_un_fait_ne_dit_aux_habitants_que_son_lieu_son_mois_et_ses_mots(
    cahier: CahierOuvert,
) -> None:
    """Témoins (vus une fois) : `Pas.codes` ou `Pas.mois` ôtés de `pas_du_lecteur`."""
    (fait,) = lus(cahier, COMPLET)
    assert (fait.lieu.texte, fait.semaine) == ("Place du Lavoir", "2026-11")
    codes = (
        fait.moment, fait.quantite, fait.taille_groupe, fait.tranche_age, fait.gravite,
        fait.urgence, fait.recurrence, fait.signale_a, fait.signale_le, fait.ramasse_le,
    )  # fmt: skip
    assert not any(codes)
    assert (fait.publics, fait.impacts, fait.themes) == ((), (), (Theme.cadre_de_vie,))
    assert fait.formulation.texte == "Des seringues contre la haie, depuis peu."


def test_le_sas_annonce_ce_qui_sortira_et_n_alerte_pas_de_ce_qui_se_tait(
    cahier: CahierOuvert,
) -> None:
    dossier = ouvert(cahier, COMPLET)
    annonce = dira_en_mots(dossier.etapes[0].fait, tu=False)
    assert annonce == "Dira aussi, et rien de plus : Place du Lavoir, novembre 2026"
    assert not mesurer_risque(cahier, relever(dossier)).isolements, "ni âge ni public n'y isolent"


@pytest.mark.parametrize(
    ("type_fait", "recurrence", "dite"),
    [
        (TypeFait.dechets, Recurrence.disparu, Recurrence.disparu),
        (TypeFait.dechets, Recurrence.en_baisse, None),
        (TypeFait.menace, Recurrence.disparu, None),
    ],
)
def test_un_lieu_ou_cela_a_cesse_le_dit_jamais_quelqu_un(
    cahier: CahierOuvert, type_fait: TypeFait, recurrence: Recurrence, dite: Recurrence | None
) -> None:
    """Taire « disparu » ferait lire que cela dure. Témoin (vu une fois) : tu, le premier tombe."""
    fait = replace(
        COMPLET, type=type_fait, recurrence=recurrence, taille_groupe=None,
        texte_brut=TexteBrut("Les sacs sont restés là."),
    )  # fmt: skip
    (relu,) = lus(cahier, fait)
    assert relu.recurrence is dite
