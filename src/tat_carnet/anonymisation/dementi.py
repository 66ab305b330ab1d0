"""La relecture d'un démenti : il ne dit jamais plus que ce qui était sorti du fait infirmé."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from tat_carnet.anonymisation.relecture import (
    LIEU,
    NomDeLieu,
    Passage,
    RelectureEntite,
    relire_lieux,
)
from tat_carnet.anonymisation.risque.a_quelqu_un import arrive_a_quelqu_un
from tat_carnet.anonymisation.risque.exposition import exposer
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.periode import mois_iso
from tat_carnet.domain.relu import DementiRelu
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import Attestation, Profil, TypeFait

_DEMENTI: Final = "Ce qui se disait ici s’est révélé faux"
_SANS_LIEU: Final = "Ce qui se disait s’est révélé faux"
_ECHELONS: Final = {Profil.collectif: 0, Profil.institution: 1}
"""Le rang du lieu que chaque lecteur lit d'un démenti : le lieu, l'îlot, et sinon le secteur."""


def ou_et_quand(
    fait: Fait, site: Site, sortis: Sequence[Sillage], profil: Profil = Profil.collectif
) -> tuple[str, str]:
    """Le lieu et la période qu'on peut redire d'un fait infirmé : le plus large de ce qui sortit.

    Jamais plus fin que l'échelon du profil (le mois, hors du collectif). Sans trace de ce qui en
    est sorti (jamais sorti, ou une sauvegarde ancienne) : le secteur et le mois. De ce qui arrive à
    quelqu'un, rien : le fait se disait sans lieu ni date, et le nier n'en dit pas plus (décision
    0032). Au public, même s'il en est sorti : on ne sait pas pour qui.
    """
    if arrive_a_quelqu_un(fait) and (profil.public or not sortis):
        return "", ""
    lieux = exposer(fait, site).lieux
    dernier = len(lieux) - 1
    rangs = [min(_ECHELONS.get(profil, dernier), dernier)]
    rangs += [lieux.index(s.lieu) if s.lieu in lieux else dernier for s in sortis]
    mois = mois_iso(fait.instant)
    au_mois = profil is not Profil.collectif or any(s.periode == mois for s in sortis)
    if not sortis:
        return lieux[-1], mois
    return lieux[max(rangs)], mois if au_mois else fait.semaine


class RelectureDementi(RelectureEntite):
    """La relecture d'un démenti : ce que la personne en dit, et le lieu.

    Le brut est celui de la rumeur ; la proposition n'en reprend pas un mot. D'un fait « autre »,
    que rien ne nomme, le public ne lit que ce que la personne écrit. `sortis` : ce que des
    documents ont déjà dit du fait. `ErreurConnue` à la signature s'il n'a pas été infirmé.
    """

    def __init__(
        self,
        fait: Fait,
        site: Site,
        liste: Collection[str] = (),
        publics: frozenset[str] = frozenset(),
        lieux: Mapping[str, NomDeLieu] | None = None,
        *,
        profil: Profil = Profil.collectif,
        sortis: Sequence[Sillage] = (),
    ) -> None:
        dit, self._periode = ou_et_quand(fait, site, sortis, profil)
        assert fait.type is not None
        quoi = libelle(fait.type)
        nature = f"\u202f: {quoi[:1].lower()}{quoi[1:]}" if fait.type is not TypeFait.autre else ""
        # Sans dire quoi ni où, un démenti public n'apprend que ceci : quelque chose s'est dit.
        muet = profil.public and not (nature and dit)
        depart = "" if muet else f"{_DEMENTI if dit else _SANS_LIEU}{nature}."
        brut = fait.texte_brut.lire()
        passages = [("Démenti", Passage(brut, liste, depart, publics=publics, profil=profil))]
        lieux_du_site = exposer(fait, site).lieux
        tus = lieux_du_site.index(dit) if dit else len(lieux_du_site)
        passages[0][1].taire_les_lieux(frozenset(lieux_du_site[:tus]))
        if dit:
            passages.append((LIEU, (lieux or relire_lieux(site, liste))[dit]))
        else:
            passages[0][1].lire_au_mois()
        super().__init__(fait, passages, frozenset({Attestation.infirme}))

    @property
    def muet(self) -> bool:
        """Vrai s'il ne dit rien : il ne sort pas."""
        return not self._passages[0][1].texte.strip()

    def signer(self) -> DementiRelu:
        """Le démenti relu ; `ErreurConnue` s'il est refusé, `RelectureIncomplete` s'il attend."""
        if self.refus is not None:
            raise ErreurConnue(self.refus)
        relus = {nom: passage.signer(rang) for rang, (nom, passage) in enumerate(self._passages)}
        lieu = relus.get(LIEU) or self.mots_connus("")
        return DementiRelu(self.fait.id, self._periode, lieu, relus["Démenti"])
