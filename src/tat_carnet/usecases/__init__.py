"""Les gestes du métier, sans fenêtre ni base : noter, sélectionner, relire, exporter."""
