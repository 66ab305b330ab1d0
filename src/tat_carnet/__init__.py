"""tat_carnet : le cahier de veille chiffré des éducateurs de rue."""

__version__ = "0.1.0"
