"""Écrire une fiche : une structure, une fonction ; ce qui nommerait quelqu'un est dit sur place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from tat_carnet.domain.civilite import Civilite, TitreFonction, nom_du_titre
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.vocabulaire import Famille, Public, TypePartenaire
from tat_carnet.ui.cahier.filters import CodeCombo
from tat_carnet.ui.theme.tokens import E8, E16
from tat_carnet.ui.typographie import majuscule
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.lines import lines_editor
from tat_carnet.usecases.annuaire.personnes import Soupcon, est_mobile
from tat_carnet.usecases.annuaire.tenir import PersonneNommee, confirmer

LINES = {
    "nom": ("Structure", "le nom public : une agence, un service, une association"),
    "fonction": ("Fonction à joindre", "« direction de l’agence », jamais un nom"),
    "telephone": ("Téléphone de la fonction", ""),
    "courriel": ("Courriel de la fonction", "« accueil@… » plutôt que « prenom.nom@… »"),
    "territoire": ("Territoire", "secteurs séparés par des virgules ; vide : partout"),
}
MORE = {
    "horaires": "Horaires",
    "conditions": "Conditions d’accueil",
    "attentes": "Ce qu’on peut en attendre",
    "limites": "Limites",
}
CIVILITES = {Civilite.madame: "Madame", Civilite.monsieur: "Monsieur"}


class FicheForm(Card):
    """Le formulaire d'une fiche. `confirmed` porte la fiche à écrire."""

    confirmed = Signal(object)
    cancelled = Signal()

    def __init__(self, today: date) -> None:
        super().__init__("Une structure, une fonction")
        self._today = today
        self._base: Partenaire | None = None
        self._soupcon: Soupcon | None = None
        self.inputs: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.fields: dict[str, Field] = {}
        self.type = CodeCombo("Nature", "Choisir la nature")
        for code in TypePartenaire:
            self.type.add(majuscule(libelle(code)), code)
        self.titre = CodeCombo("Titre de la fonction", "Sans titre")
        for titre in TitreFonction:
            if titre is not TitreFonction.aucun:
                self.titre.add(nom_du_titre(titre), titre)
        self.civilite = CodeCombo("Civilité", "Madame, Monsieur")
        for civilite, text in CIVILITES.items():
            self.civilite.add(text, civilite)
        self.competences = Chips(list(Famille), "Sait agir sur")
        self.publics = Chips(list(Public), "Publics")
        self.verifiee = QCheckBox("Vérifiée aujourd’hui")
        self.more = Expander("Horaires, conditions, limites, publics")
        self.keep = Button("Ce n’est pas une personne", "discret")
        self.save = Button("Enregistrer la fiche", "premier")
        self._lay_out()
        self.keep.hide()
        self.keep.clicked.connect(self._keep)
        self.save.clicked.connect(self._confirm)

    def edit(self, partenaire: Partenaire | None) -> None:
        """Remplit le formulaire d'une fiche, ou le vide pour une nouvelle."""
        self._base = partenaire
        self._absolve()
        fiche = partenaire or Partenaire("", TypePartenaire.ville)
        for name, widget in self.inputs.items():
            text = getattr(fiche, name)
            if isinstance(widget, QPlainTextEdit):
                widget.setPlainText(text)
            else:
                widget.setText(text)
        self.type.choose(partenaire.type if partenaire else None)
        self.titre.choose(fiche.titre)
        self.civilite.choose(fiche.civilite)
        self.competences.set_values(fiche.competences)
        self.publics.set_values(fiche.publics)
        self.verifiee.setChecked(partenaire is None)
        self.inputs["nom"].setFocus()

    def refuse(self, error: ErreurConnue) -> None:
        """Montre la phrase sous le champ ; un nom douteux se confirme d'un clic."""
        if isinstance(error, PersonneNommee):
            self._soupcon = error.soupcon
            self.fields[error.soupcon.champ].blame(error.phrase)
            self.keep.setText(f"« {error.soupcon.terme} » n’est pas une personne")
            self.keep.show()
        elif isinstance(error, SaisieIncomplete):
            self.fields[error.champ].blame(error.phrase)
        else:
            self.fields["nom"].blame(error.phrase)

    def _lay_out(self) -> None:
        for name, (title, hint) in LINES.items():
            self._add(name, title, hint)
            if name == "nom":
                self.fields["type"] = Field("Nature", self.type)
                self.body.addWidget(self.fields["type"])
        self._add("adresse", "Adresse postale", "sans la fonction ni la structure", lines_editor())
        row = Flow(gap=E16)
        row.flow.addWidget(Field("Titre pour l’appel", self.titre))
        row.flow.addWidget(Field("Civilité", self.civilite))
        self.body.addWidget(row)
        self.body.addWidget(Field("Sait agir sur", self.competences))
        for name, title in MORE.items():
            self._add(name, title, "", into=self.more.body.addWidget)
        self.more.body.addWidget(Field("Publics", self.publics))
        self.body.addWidget(self.more)
        self.body.addWidget(self.verifiee)
        self.mobile = label(
            "Un 06 ou un 07 est souvent celui d’une personne : ne le gardez que s’il est à la "
            "fonction.",
            "alerte",
        )
        self.mobile.hide()
        self.body.addWidget(self.mobile)
        self.inputs["telephone"].textChanged.connect(
            lambda: self.mobile.setVisible(est_mobile(self._text("telephone")))
        )
        buttons = horizontal(gap=E8)
        cancel = Button("Fermer")
        cancel.clicked.connect(self.cancelled)
        for button in (self.save, self.keep, cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.body.addStretch(1)

    def _add(
        self,
        name: str,
        title: str,
        hint: str,
        widget: QLineEdit | QPlainTextEdit | None = None,
        into: object = None,
    ) -> None:
        self.inputs[name] = widget or QLineEdit()
        self.fields[name] = Field(title, self.inputs[name], hint)
        add = into if callable(into) else self.body.addWidget
        add(self.fields[name])

    def _text(self, name: str) -> str:
        widget = self.inputs[name]
        text = widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()
        return text.strip()

    def _fiche(self) -> Partenaire:
        base = self._base or Partenaire("", TypePartenaire.ville)
        texts: dict[str, Any] = {name: self._text(name) for name in self.inputs}
        return replace(
            base,
            **texts,
            type=self.type.code,
            titre=self.titre.code or TitreFonction.aucun,
            civilite=self.civilite.code or Civilite.inconnue,
            competences=self.competences.values(),
            publics=self.publics.values(),
            verifie_le=self._today if self.verifiee.isChecked() else base.verifie_le,
        )

    def _keep(self) -> None:
        """La personne a lu ce mot : il nomme autre chose que quelqu'un."""
        assert self._soupcon is not None
        base = self._base or Partenaire("", TypePartenaire.ville)
        self._base = confirmer(base, self._soupcon)
        self._confirm()

    def _confirm(self) -> None:
        self._absolve()
        if self.type.code is None:
            self.fields["type"].blame("Choisissez la nature de la structure.")
            return
        try:
            self.confirmed.emit(self._fiche().verified())
        except SaisieIncomplete as error:
            self.refuse(error)

    def _absolve(self) -> None:
        self._soupcon = None
        self.keep.hide()
        for field in self.fields.values():
            field.absolve()

    def focus_first(self) -> QWidget:
        """Le premier champ."""
        return self.inputs["nom"]
