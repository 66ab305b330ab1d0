"""La saisie en cours, et les corrections commencées."""

from __future__ import annotations

from dataclasses import replace

from store.aides import LE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait
from tat_carnet.store.cahier import CahierOuvert


def reprise(un_fait: Fait, texte: str) -> Fait:
    """Le même fait, à moitié récrit."""
    return replace(un_fait, texte_brut=TexteBrut(texte))


def noter(cahier: CahierOuvert, texte: str) -> Fait:
    """Un fait enregistré."""
    lieu = site(texte)
    cahier.save_site(lieu)
    un_fait = fait(lieu, texte)
    cahier.save_fait(un_fait)
    return un_fait


def test_une_seule_saisie_se_garde_meme_incomplete(cahier: CahierOuvert) -> None:
    assert cahier.brouillon() is None
    cahier.save_brouillon(fait(site(), "premier jet"))
    dernier = Fait(LE, texte_brut=TexteBrut("à peine commencé \ud83d"), quantite=2)

    cahier.save_brouillon(dernier)

    assert cahier.brouillon() == dernier


def test_une_saisie_oubliee_l_est(cahier: CahierOuvert) -> None:
    cahier.save_brouillon(Fait(LE, id="b1"))

    cahier.clear_brouillon("un autre")
    assert cahier.brouillon() is not None
    cahier.clear_brouillon("b1")
    cahier.clear_brouillon("b1")

    assert cahier.brouillon() is None


def test_une_correction_prend_la_place_libre(cahier: CahierOuvert) -> None:
    un_fait = noter(cahier, "premier")
    assert cahier.correction(un_fait.id) is None
    cahier.save_brouillon(reprise(un_fait, "repris"))

    assert cahier.brouillon() == cahier.correction(un_fait.id) == reprise(un_fait, "repris")


def test_une_correction_ne_chasse_pas_la_saisie_en_cours(cahier: CahierOuvert) -> None:
    """Contrôle positif, vu échouer : une seule place pour tous."""
    un_fait = noter(cahier, "premier")
    en_cours = Fait(LE, texte_brut=TexteBrut("à peine commencé"))
    cahier.save_brouillon(en_cours)
    for texte in ("repris", "repris encore"):
        cahier.save_brouillon(reprise(un_fait, texte))

    assert cahier.brouillon() == en_cours
    assert cahier.correction(un_fait.id) == reprise(un_fait, "repris encore")
    cahier.clear_brouillon(un_fait.id)
    assert (cahier.brouillon(), cahier.correction(un_fait.id)) == (en_cours, None)


def test_une_saisie_nouvelle_range_la_correction_qui_tenait_la_place(cahier: CahierOuvert) -> None:
    un_fait = noter(cahier, "premier")
    cahier.save_brouillon(reprise(un_fait, "repris"))
    en_cours = Fait(LE, texte_brut=TexteBrut("autre chose"))
    cahier.save_brouillon(en_cours)

    assert cahier.brouillon() == en_cours
    assert cahier.correction(un_fait.id) == reprise(un_fait, "repris")


def test_effacer_un_fait_efface_ses_corrections(cahier: CahierOuvert) -> None:
    premier, second = noter(cahier, "premier"), noter(cahier, "second")
    for un_fait in (premier, second):
        cahier.save_brouillon(reprise(un_fait, "repris"))
    for un_fait in (premier, second):
        cahier.delete_fait(un_fait.id)
        assert cahier.correction(un_fait.id) is None
    assert cahier.brouillon() is None
