"""La vignette : une page entière, sans lieu ni date, relue comme tout document."""

from __future__ import annotations

from typing import get_args, get_type_hints

from tat_carnet.documents.contre_lecture import contre_lire
from tat_carnet.documents.interface import Document, Mention, Paragraphe, Titre
from tat_carnet.documents.rendering import rendre
from tat_carnet.documents.vignettes import composer
from tat_carnet.domain.journal import FormatDocument
from tat_carnet.domain.relu import SCEAU, TexteRelu, Vignette

PLEINE = Vignette(
    recit=TexteRelu("un adolescent est exclu cinq jours.\n\nRien ne lui est proposé.", SCEAU),
    retenu=TexteRelu("qui accueille les exclus ?", SCEAU),
)
NUE = Vignette(TexteRelu("Un jeune attend.", SCEAU), TexteRelu("", SCEAU))


def textes(document: Document) -> list[str]:
    return [texte.replace("\u202f", " ") for texte in document.textes()]


def test_une_vignette_n_a_aucun_champ_pour_un_lieu_une_date_ni_un_code() -> None:
    """Sixième épreuve : l'âge, un moment et des besoins croisés ont nommé cinq fois sur six.

    Témoins (vus une fois) : `semaine: str`, ou `tranche_age`, ajouté à `Vignette`.
    """
    types = get_type_hints(Vignette)
    feuilles = {f for t in types.values() for f in (get_args(t) or (t,))} - {Ellipsis, type(None)}

    assert feuilles == {TexteRelu}


def test_une_vignette_entiere() -> None:
    assert textes(composer(PLEINE)) == [
        "Vignette",
        "Une situation, sans lieu, ni âge, ni date",
        "Rappel de confidentialité",
        "Cette situation est recomposée : "
        "elle ne décrit aucune personne, aucun lieu, aucun moment.",
        "Elle sert à réfléchir ensemble. Elle n’alimente aucun fichier.",
        "Ce qui s’est passé",
        "Un adolescent est exclu cinq jours.",
        "Rien ne lui est proposé.",
        "Ce que l’on en retient",
        "Qui accueille les exclus ?",
    ]


def test_ce_qui_est_vide_s_efface() -> None:
    titres = [b.texte for b in composer(NUE).blocs if isinstance(b, Titre)]

    assert titres == ["Une situation, sans lieu, ni âge, ni date", "Ce qui s’est passé"]


def test_seules_les_phrases_fixes_sont_des_mentions() -> None:
    """Le récit, lui, passe à la contre-lecture."""
    recits = [b.texte for b in composer(PLEINE).blocs if isinstance(b, Paragraphe)][1:]

    assert not any(isinstance(texte, Mention) for texte in recits)


def test_une_vignette_s_ecrit_et_se_relit_en_pdf_et_en_odt() -> None:
    document = composer(PLEINE)
    for format_ in (FormatDocument.pdf, FormatDocument.odt):
        octets = rendre(document, format_)
        mentions = document.mentions()
        assert not contre_lire(octets, format_, {"Kelyan"}, nom="v", mentions=mentions)
        assert contre_lire(octets, format_, {"adolescent"}, nom="v", mentions=mentions)
