"""Les lieux : secteurs et sites, leur mémoire, leur plan."""
