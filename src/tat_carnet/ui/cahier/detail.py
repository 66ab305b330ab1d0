"""Un fait ouvert : ses mots sur papier, ce qui a été relu sur surface, ses précisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from tat_carnet.domain.attestation import ChangementAttestation
from tat_carnet.domain.brut import TexteVoile
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import Attestation
from tat_carnet.ui.cahier.degre_form import DegreForm
from tat_carnet.ui.cahier.redites import Redites
from tat_carnet.ui.typographie import jour
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label
from tat_carnet.ui.widgets.fait_rows import fait_type, fait_when_long
from tat_carnet.ui.widgets.texts import TextPane


class FaitDetail(Card):
    """La carte d'un fait. `edit_asked` et `delete_asked` portent le fait."""

    edit_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._fait: Fait | None = None
        self.title = label("", "sous-titre")
        self.where = label("", "fort")
        self.when = label("", "doux")
        self.raw = TextPane("Vos mots — ils restent dans ce cahier", raw=True, read_only=True)
        self.shared = TextPane("Relu : ce que lit le collectif", raw=False, read_only=True)
        self.facts = label("", "doux")
        self.redites = Redites()
        self.degre = DegreForm()
        for widget in (
            self.title,
            self.where,
            self.when,
            self.raw,
            self.shared,
            self.facts,
            self.redites,
            self.degre,
        ):
            self.body.addWidget(widget)
        row = horizontal()
        edit = Button("Modifier", icon_name="file-pen-line")
        delete = Button("Effacer", "danger", icon_name="trash-2")
        self._gestures = (edit, delete, self.degre)
        edit.clicked.connect(lambda: self.edit_asked.emit(self._fait))
        delete.clicked.connect(lambda: self.delete_asked.emit(self._fait))
        row.addWidget(edit)
        row.addWidget(delete)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    @property
    def fait(self) -> Fait | None:
        """Le fait montré."""
        return self._fait

    def show_memoire(
        self,
        changements: Sequence[ChangementAttestation],
        voisins: Sequence[Fait],
        today: date,
    ) -> None:
        """L'histoire de son degré, et les faits qu'il redit peut-être."""
        assert self._fait is not None
        self.degre.show_history(changements)
        if not isinstance(self._fait.texte_brut, TexteVoile):
            self.redites.show_voisins(self._fait, voisins, today)

    def show_fait(self, fait: Fait, site: Site | None, today: date) -> None:
        """Montre ce fait."""
        self._fait = fait
        self.redites.hide()
        self.degre.show_fait(fait, today)
        denied = self.title.font()
        denied.setStrikeOut(fait.attestation is Attestation.infirme)
        self.title.setFont(denied)
        self.title.setText(fait_type(fait))
        self.where.setText(f"{site.libelle_public}, {site.secteur}" if site else "")
        self.when.setText(f"{fait_when_long(fait)} — {libelle(fait.attestation)}")
        self.raw.set_text(fait.texte_brut.lire())
        for gesture in self._gestures:
            # Projeté, un fait se lit : le modifier ou l'effacer demanderait d'en voir le brut.
            gesture.setVisible(not isinstance(fait.texte_brut, TexteVoile))
        self.raw.setVisible(bool(fait.texte_brut))
        self.shared.set_text(fait.formulation)
        self.shared.setVisible(fait.relu_le is not None and bool(fait.formulation))
        facts = coded_facts(fait)
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))


def coded_facts(fait: Fait) -> str:
    """Les précisions codées, une par ligne."""
    singles = {
        "Gravité": fait.gravite,
        "Urgence": fait.urgence,
        "Récurrence": fait.recurrence,
        "Âge estimé": fait.tranche_age,
        "Personnes": fait.taille_groupe,
    }
    groups = {
        "Publics": fait.publics,
        "Effets": fait.impacts,
        "Thèmes": fait.themes_effectifs,
        "On le sait par": fait.natures_source,
    }
    lines = [f"{name} : {libelle(code)}" for name, code in singles.items() if code]
    if fait.signale_a or fait.signale_le:
        to_whom = f" à : {libelle(fait.signale_a)}" if fait.signale_a else ""
        when = f", {jour(fait.signale_le)}" if fait.signale_le else ""
        lines.insert(0, f"Signalé{to_whom}{when}")
    if fait.ramasse_le:
        lines.insert(0, f"Ramassé : {jour(fait.ramasse_le)}")
    if fait.materiel:
        lines.insert(0, f"Matériel : {fait.materiel}")
    if fait.quantite:
        lines.insert(0, f"Quantité : {fait.quantite}")
    lines += [
        f"{name} : {', '.join(libelle(c) for c in codes)}"
        for name, codes in groups.items()
        if codes
    ]
    return "\n".join(lines)
