"""Les courriers d'alerte : trois questions, une lettre relue, un registre qui n'oublie pas."""
