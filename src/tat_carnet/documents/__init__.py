"""Ce qui sort : composer un document relu, l'écrire, et le relire une fois écrit."""
