"""Mesurer un anonymiseur, le nôtre ou un autre, sur le corpus annoté de `tests/corpus`."""
