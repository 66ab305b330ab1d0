"""Le métier, en Python nu : ni stockage, ni fenêtre, ni fichier."""
