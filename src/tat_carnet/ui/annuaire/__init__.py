"""L'annuaire : qui sait faire quoi, où, à quelles conditions."""
