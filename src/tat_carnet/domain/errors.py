"""Les échecs connus, chacun dit en une phrase française à la personne.

Le message d'une `ErreurConnue` est montré tel quel : il dit ce qui s'est passé, que rien n'est
perdu (quand c'est vrai) et quoi faire. Il ne contient jamais de texte du cahier. Toute autre
exception est un défaut du programme et doit échouer bruyamment.
"""

from __future__ import annotations


class ErreurConnue(Exception):
    """Échec prévu, dont le message est une phrase à montrer."""

    @property
    def phrase(self) -> str:
        """La phrase à montrer, typographiée."""
        return str(self.args[0])


class SaisieIncomplete(ErreurConnue):
    """Il manque un champ ; `champ` est le nom de l'attribut du domaine à remplir."""

    def __init__(self, phrase: str, *, champ: str) -> None:
        super().__init__(phrase)
        self.champ = champ


class PhraseErronee(ErreurConnue):
    """La phrase de passe ou le code de secours n'ouvre pas ce cahier."""


class CahierIllisible(ErreurConnue):
    """Ce n'est pas un cahier, ou il est abîmé, ou tronqué."""


class CahierPlusRecent(ErreurConnue):
    """Le cahier a été écrit par une version plus récente de l'application."""


class CahierDejaOuvert(ErreurConnue):
    """Une autre fenêtre tient déjà ce cahier."""


class EcritureImpossible(ErreurConnue):
    """Le disque refuse : plein, en lecture seule, débranché."""


class RelectureIncomplete(ErreurConnue):
    """Une alerte n'est pas levée ; `passage` et `alerte` sont leurs rangs, à partir de 0."""

    def __init__(self, phrase: str, *, passage: int, alerte: int) -> None:
        super().__init__(phrase)
        self.passage = passage
        self.alerte = alerte


class SortieRefusee(ErreurConnue):
    """La contre-lecture a trouvé un terme masqué, ou n'a pas pu lire : le fichier est détruit."""
