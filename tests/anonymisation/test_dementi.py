"""Un démenti ne se signe que pour un fait infirmé."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tat_carnet.anonymisation.dementi import RelectureDementi
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import Attestation, Profil, TypeFait, TypeSite

PLACE = Site("Place du Lavoir", "Sud", TypeSite.place)


def fait(degre: Attestation, sorte: TypeFait = TypeFait.bruit, libelle_autre: str = "") -> Fait:
    return Fait(
        datetime(2026, 11, 18, 21, 30),
        PLACE.id,
        sorte,
        TexteBrut("il paraît que"),
        attestation=degre,
        reunion_le=date(2026, 11, 20),
        libelle_autre=libelle_autre,
    )


@pytest.mark.parametrize("degre", [Attestation.rumeur, Attestation.observe, Attestation.atteste])
def test_ce_qui_n_est_pas_infirme_ne_se_dement_pas(degre: Attestation) -> None:
    with pytest.raises(ErreurConnue):
        RelectureDementi(fait(degre), PLACE).signer()


def test_un_fait_infirme_se_dement_sans_un_mot_de_la_rumeur() -> None:
    dementi = RelectureDementi(fait(Attestation.infirme), PLACE).signer()

    assert (dementi.lieu.texte, dementi.semaine) == ("Sud", "2026-11"), "rien n'en était sorti"
    assert dementi.texte.texte.startswith("Ce qui se disait ici s’est révélé faux")
    assert "paraît" not in dementi.texte.texte


def test_un_dementi_nomme_ce_qui_etait_faux_sauf_s_il_est_autre() -> None:
    """« s’est révélé faux : autre » ne dirait rien ; la précision, elle, est du brut.

    Témoin : ne pas distinguer `TypeFait.autre` écrit « : autre. » (vu échouer).
    """
    bruit = RelectureDementi(fait(Attestation.infirme), PLACE).signer()
    sans_nom = fait(Attestation.infirme, TypeFait.autre, "un manège forain")
    autre = RelectureDementi(sans_nom, PLACE).signer()

    assert bruit.texte.texte.startswith("Ce qui se disait ici s’est révélé faux\u202f: ")
    assert autre.texte.texte == "Ce qui se disait ici s’est révélé faux."
    public = Profil.restitution_publique
    assert RelectureDementi(sans_nom, PLACE, profil=public).muet
    assert not RelectureDementi(fait(Attestation.infirme), PLACE, profil=public).muet


HAUTE = Site("Place haute", "Sud", TypeSite.place, ilot="Îlot haut", id="haute")
EN_HAUT = Sillage("f", "Place haute", "2026-S47", TypeFait.bruit)


@pytest.mark.parametrize(
    ("profil", "sortis", "dit"),
    [
        (Profil.collectif, (EN_HAUT,), ("Place haute", "2026-S47")),
        (Profil.collectif, (EN_HAUT, replace(EN_HAUT, periode="2026-11")),
         ("Place haute", "2026-11")),
        (Profil.collectif, (EN_HAUT, replace(EN_HAUT, lieu="Îlot haut")),
         ("Îlot haut", "2026-S47")),
        (Profil.collectif, (replace(EN_HAUT, lieu="Un lieu du secteur Sud"),), ("Sud", "2026-S47")),
        (Profil.collectif, (), ("Sud", "2026-11")),
        (Profil.institution, (EN_HAUT,), ("Îlot haut", "2026-11")),
        (Profil.restitution_publique, (EN_HAUT,), ("Sud", "2026-11")),
    ],
)  # fmt: skip
def test_un_dementi_ne_redit_que_le_plus_large_de_ce_qui_etait_sorti(
    profil: Profil, sortis: tuple[Sillage, ...], dit: tuple[str, str]
) -> None:
    """Sinon il rendrait le hall et la semaine qu'un document avait tus.

    Témoin (vu une fois) : rendre le lieu et la semaine du fait, cinq échouent.
    """
    infirme = replace(fait(Attestation.infirme), site_id=HAUTE.id)
    relecture = RelectureDementi(infirme, HAUTE, profil=profil, sortis=sortis)
    dementi = relecture.signer()

    assert (dementi.lieu.texte, dementi.semaine) == dit


SORTI = Sillage("f", "Sud", "2026-11", TypeFait.deuil)


@pytest.mark.parametrize(
    ("profil", "sortis", "lieu", "periode"),
    [
        (Profil.collectif, (), "", ""),
        (Profil.institution, (), "", ""),
        (Profil.restitution_publique, (), "", ""),
        (Profil.institution, (SORTI,), "Sud", "2026-11"),
        (Profil.restitution_publique, (SORTI,), "", ""),
    ],
)
def test_nier_ce_qui_arrive_a_quelqu_un_n_en_dit_pas_plus_que_le_dire(
    profil: Profil, sortis: tuple[Sillage, ...], lieu: str, periode: str
) -> None:
    """Le fait se disait sans lieu ni date (décision 0032). Vu échouer : le secteur et le mois.

    Dit à part, une fois, à des gens qui n'étaient pas tous : son lieu d'alors, sauf au public.
    """
    relecture = RelectureDementi(
        fait(Attestation.infirme, TypeFait.deuil), PLACE, profil=profil, sortis=sortis
    )
    dementi = relecture.signer()

    assert (dementi.lieu.texte, dementi.semaine) == (lieu, periode)
    assert relecture.muet is profil.public
    if not profil.public:
        ici = " ici" if lieu else ""
        assert dementi.texte.texte == f"Ce qui se disait{ici} s’est révélé faux\u202f: deuil."


def test_ce_que_l_on_ajoute_a_un_dementi_sans_lieu_ne_rend_ni_le_lieu_ni_le_jour() -> None:
    relecture = RelectureDementi(fait(Attestation.infirme, TypeFait.deuil), PLACE)
    (_, passage) = relecture.passages[0]
    passage.modifier("Rien de tel place du Lavoir, au Sud, ni dimanche.")

    dits = [alerte.terme for alerte in passage.alertes if alerte.statut == "en_attente"]
    assert {"place du Lavoir", "Sud", "dimanche"} <= set(dits)
