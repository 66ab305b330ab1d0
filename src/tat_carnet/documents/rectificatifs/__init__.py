"""Le rectificatif d'un document qui n'est pas une lettre."""

from tat_carnet.documents.rectificatifs.composition import composer_rectificatif

__all__ = ["composer_rectificatif"]
