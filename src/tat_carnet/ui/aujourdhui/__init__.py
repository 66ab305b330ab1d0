"""L'accueil d'une personne fatiguée : trois gestes, ce qui est dû, les dernières notes."""
