"""Un passage parmi ceux d'un document : qui il nomme d'un pseudonyme, et comment le relier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tat_carnet.anonymisation.alertes import Alerte, Origine, StatutAlerte
from tat_carnet.anonymisation.liens import Nommee
from tat_carnet.anonymisation.masquage import clef, index_de
from tat_carnet.anonymisation.passage import TexteEnRelecture
from tat_carnet.anonymisation.recritures.effacements import PERSONNES
from tat_carnet.anonymisation.recritures.identites import Personne, Reliee
from tat_carnet.anonymisation.reperes import Categorie, Niveau
from tat_carnet.anonymisation.reprise import retrouver
from tat_carnet.anonymisation.segments import remplacer, tenir, texte_de
from tat_carnet.anonymisation.suivi import suivre

_NOMMENT: Final = frozenset({Categorie.liste, Categorie.nom, Categorie.surnom})


class TexteRelie(TexteEnRelecture):
    """Un texte en relecture que l'on peut relier à ceux du même document."""

    @property
    def texte_seul(self) -> str:
        """La formulation telle qu'elle se garde : rien n'y relie ce passage à un autre."""
        segments = self._segments
        for rang, source, _ in self._pseudonymes():
            seul = self._recrit(source, self._profil_de(rang), relie=False)
            segments = remplacer(segments, rang, seul)
        return texte_de(segments)

    @property
    def nommees(self) -> tuple[Nommee, ...]:
        """Qui ce passage nomme d'un pseudonyme : de quoi le relier aux autres d'un document.

        Des initiales sont trop communes pour qu'on y reconnaisse quelqu'un. Un lieu, un libellé,
        la fiche d'une structure, dont on ne lit que certaines sortes de repères, n'en disent rien.
        """
        if self._lecteur.categories != frozenset(Categorie):
            return ()
        personnes = self._propose(self.profil).personnes
        suivies: dict[int, tuple[Personne, list[Alerte]]] = {}
        for _, source, alerte in self._pseudonymes():
            if source in personnes and alerte.categorie is not Categorie.initiales:
                personne = personnes[source]
                suivies.setdefault(id(personne), (personne, []))[1].append(alerte)
        return tuple(self._nommee(personne, alertes) for personne, alertes in suivies.values())

    @property
    def termes_nommes(self) -> frozenset[str]:
        """Les noms et surnoms sûrs du brut, repliés, sous la forme de la liste s'ils y sont."""
        index = index_de(frozenset(self._lecteur.liste))
        ecrits = {
            self.brut[repere.debut : repere.fin]
            for repere in self._reperes_bruts
            if repere.categorie in _NOMMENT and repere.niveau is Niveau.masquer
        }
        return frozenset(clef(index.terme(ecrit) or ecrit) for ecrit in ecrits if len(ecrit) > 1)

    def _nommee(self, personne: Personne, alertes: Sequence[Alerte]) -> Nommee:
        index = index_de(frozenset(self._lecteur.liste))
        return Nommee(
            clefs=frozenset(index.terme(ecrit) or ecrit for ecrit in personne.ecrits),
            ecrits=frozenset(personne.ecrits),
            terme=alertes[0].terme,
            nom=personne.nom,
            feminin=personne.feminin,
            alertes=tuple(alerte.rang for alerte in alertes),
        )

    def relier(self, reliees: Mapping[str, Reliee]) -> bool:
        """Nomme ainsi ceux qu'on a reliés à d'autres passages ; vrai si la formulation change."""
        avant = self.texte
        suivent = list(self._pseudonymes())
        self._reliees = reliees
        self._proposes = {cle: dite for cle, dite in self._proposes.items() if not cle[1]}
        for rang, source, _ in suivent:
            self._reproposer(rang, self._recrit(source, self._profil_de(rang)))
        return self.texte != avant

    def _pseudonymes(self) -> Iterator[tuple[int, int, Alerte]]:
        """Les alertes dont le passage dit encore le pseudonyme proposé : rang, morceau, alerte."""
        textes = {s.alerte: s.texte for s in self._segments if s.alerte is not None}
        for rang, suivi in enumerate(self._suivis):
            alerte = suivi.alerte
            nomme = alerte.categorie in PERSONNES and textes.get(rang) == alerte.proposition
            if nomme and suivi.source is not None:
                yield rang, suivi.source, alerte

    def _repartir(self) -> None:
        super()._repartir()
        if any(r.categorie in PERSONNES for r in self._reperes_bruts):
            self._reprendre()

    def _reprendre(self) -> None:
        """Retrouve, dans une formulation déjà relue, les pseudonymes de sa proposition.

        Rien d'eux n'est gardé d'une fois sur l'autre : on les cherche là où les mots voisins sont
        restés ceux de la proposition. Ce qui a été récrit ne se retrouve pas, et ne se relie plus.
        """
        self._oublier_saisie_en_attente()
        for profil in self.profil.exigences:
            places = retrouver(self._propose(profil), self.texte)
            if places:
                break
        morceaux = self._propose(profil).morceaux
        for source, (debut, fin) in places.items():
            rang = len(self._suivis)
            suivi = suivre(self.brut, rang, morceaux[source], Origine.reprise, source)
            alerte = replace(suivi.alerte, statut=StatutAlerte.acceptee)
            self._suivis.append(replace(suivi, alerte=alerte))
            self._segments = tenir(self._segments, debut, fin, rang)
            self._profils[rang] = profil
        self._relire_saisie()
