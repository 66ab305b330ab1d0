"""La note de synthèse : deux pages pour décider (`domaine.md` §6)."""

from tat_carnet.documents.notes.composition import PAGES_AU_PLUS, composer_note

__all__ = ["PAGES_AU_PLUS", "composer_note"]
