"""La vignette : ce qu'une situation apprend, une fois qu'elle ne désigne plus personne."""

from tat_carnet.documents.vignettes.composition import composer

__all__ = ["composer"]
