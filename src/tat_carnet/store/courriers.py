"""Les courriers et l'en-tête de l'association."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Changement, Courrier, Demande, EffetObserve, Reponse
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.logo import Logo
from tat_carnet.domain.vocabulaire import Evolution, StatutCourrier
from tat_carnet.store.base import Depot
from tat_carnet.store.records import save_row

_TEXTS: Final = (
    "modele", "destinataire_id", "objet", "effets", "disponibilite", "relance_de", "rectifie"
)  # fmt: skip
_ENTETE: Final = (
    "association", "adresse", "siret", "contact", "ville", "presentation", "signature"
)  # fmt: skip

_CITANT: Final = (
    "SELECT citant.id FROM courrier AS citant, json_each(citant.contenu, '$.faits') AS cite "
    "WHERE cite.value IN (SELECT value FROM json_each(?))"
)


class Courriers(Depot):
    """Les courriers d'un cahier (`usecases.ports.Cahier`)."""

    def save_courrier(self, courrier: Courrier) -> None:
        """Écrit un courrier, tel quel."""
        columns = {
            "id": courrier.id,
            "reference": courrier.reference,
            "statut": courrier.statut.value,
            "partenaire_id": courrier.destinataire_id,
            "contenu": _to_json(courrier),
        }
        with self._base.change() as connection:
            save_row(connection, "courrier", columns)

    def give_reference(self, courrier: Courrier, annee: int) -> Courrier:
        """Écrit ce courrier sous la référence suivante de l'année, s'il n'en a pas ; le rend."""
        if not courrier.reference:
            ((last,),) = self._base.rows(
                "SELECT coalesce(max(CAST(substr(reference, 6) AS INTEGER)), 0) FROM courrier "
                "WHERE reference LIKE ?",
                (f"{annee:04d}-%",),
            )
            courrier = replace(courrier, reference=f"{annee:04d}-{last + 1:03d}")
        self.save_courrier(courrier)
        return courrier

    def courrier(self, courrier_id: str) -> Courrier:
        """Le courrier de cet identifiant ; `KeyError` sinon."""
        found = self._base.row(
            "SELECT contenu, reference, partenaire_id FROM courrier WHERE id = ?", (courrier_id,)
        )
        if found is None:
            raise KeyError(courrier_id)
        return _courrier(*found)

    def courriers(self) -> Sequence[Courrier]:
        """Tous les courriers, le dernier créé d'abord."""
        return self._read_courriers()

    def courriers_au_statut(self, statuts: Collection[StatutCourrier]) -> Sequence[Courrier]:
        """Ceux qui en sont là, le dernier créé d'abord."""
        return self._read_courriers(
            f"WHERE statut IN ({', '.join('?' * len(statuts))})", sorted(statuts)
        )

    def courriers_citant(self, fait_ids: Collection[str]) -> Sequence[Courrier]:
        """Ceux qui citent un au moins de ces faits, et leurs rectificatifs."""
        if not fait_ids:
            return []
        return self._read_courriers(
            f"WHERE id IN ({_CITANT}) OR json_extract(contenu, '$.rectifie') IN ({_CITANT})",
            [json.dumps(sorted(fait_ids))] * 2,
        )

    def _read_courriers(self, where: str = "", parameters: Sequence[str] = ()) -> list[Courrier]:
        rows = self._base.rows(
            f"SELECT contenu, reference, partenaire_id FROM courrier {where} ORDER BY numero DESC",
            parameters,
        )
        return [_courrier(*row) for row in rows]

    def save_entete(self, entete: Entete) -> None:
        """Écrit l'en-tête et la signature de l'association."""
        logo = entete.logo
        columns = {
            "id": "entete",
            "contenu": json.dumps(
                {name: getattr(entete, name) for name in _ENTETE} | {"motifs": entete.motifs},
                ensure_ascii=False,
            ),
            "largeur": logo.largeur if logo else None,
            "hauteur": logo.hauteur if logo else None,
            "points": logo.points if logo else None,
        }
        with self._base.change() as connection:
            save_row(connection, "entete", columns)

    def entete(self) -> Entete:
        """L'en-tête réglé ; vide s'il ne l'est pas."""
        found = self._base.row("SELECT contenu, largeur, hauteur, points FROM entete")
        if found is None:
            return Entete()
        content = json.loads(found[0])
        logo = None if found[3] is None else Logo(found[1], found[2], found[3])
        motifs = tuple((terme, motif) for terme, motif in content.pop("motifs"))
        return Entete(**content, logo=logo, motifs=motifs)


def _to_json(courrier: Courrier) -> str:
    """Tout le courrier, hormis sa référence et son destinataire, que la table tient."""
    content: dict[str, Any] = {name: getattr(courrier, name) for name in _TEXTS}
    content |= {
        "id": courrier.id,
        "copies": courrier.copies,
        "faits": courrier.faits,
        "pieces": courrier.pieces,
        "demandes": [[d.texte, _iso(d.echeance)] for d in courrier.demandes],
        "cree_le": courrier.cree_le.isoformat(),
        "statut": courrier.statut.value,
        "historique": [[c.statut.value, c.le.isoformat()] for c in courrier.historique],
        "reponse": [courrier.reponse.le.isoformat(), courrier.reponse.texte.lire()]
        if courrier.reponse
        else None,
        "observes": [_effet_to_json(effet) for effet in courrier.observes],
    }
    return json.dumps(content, ensure_ascii=False)


def _courrier(text: str, reference: str, destinataire_id: str | None) -> Courrier:
    content: Mapping[str, Any] = json.loads(text)
    reponse = content["reponse"]
    return Courrier(
        **{name: content[name] for name in _TEXTS if name != "destinataire_id"},
        id=content["id"],
        destinataire_id=destinataire_id,
        reference=reference,
        copies=tuple(content["copies"]),
        faits=tuple(content["faits"]),
        pieces=tuple(content.get("pieces", ())),  # un courrier d'avant les pièces jointes
        demandes=tuple(Demande(texte, _day(jour)) for texte, jour in content["demandes"]),
        cree_le=datetime.fromisoformat(content["cree_le"]),
        statut=StatutCourrier(content["statut"]),
        historique=tuple(
            Changement(StatutCourrier(statut), datetime.fromisoformat(le))
            for statut, le in content["historique"]
        ),
        reponse=Reponse(date.fromisoformat(reponse[0]), TexteBrut(reponse[1])) if reponse else None,
        observes=tuple(_effet(*ligne) for ligne in content["observes"]),
    )


def _effet_to_json(effet: EffetObserve) -> list[Any]:
    evolution = effet.evolution.value if effet.evolution else None
    return [effet.le.isoformat(), effet.texte.lire(), evolution, effet.tournees, effet.faits]


def _effet(
    jour: str,
    texte: str,
    evolution: str | None = None,
    tournees: Sequence[str] = (),
    faits: Sequence[str] = (),
) -> EffetObserve:
    """Un effet ; ceux d'avant les tournées choisies n'ont que leur jour et leur texte."""
    return EffetObserve(
        date.fromisoformat(jour),
        TexteBrut(texte),
        Evolution(evolution) if evolution else None,
        tuple(tournees),
        tuple(faits),
    )


def _iso(jour: date | None) -> str | None:
    return None if jour is None else jour.isoformat()


def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)
