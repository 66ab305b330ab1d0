"""Les courriers d'alerte : aiguiller, préparer, relire, tenir le registre, rectifier."""
