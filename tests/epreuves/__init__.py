"""Les quinze épreuves du coffre : une part tirée d'une graine ici, le tout par `make eprouver`.

Chaque `test_NN_….py` offre `TITRE`, `COMPLET` (le nombre de cas de `make eprouver`) et
`eprouver(nombre, dossier)`, que ses essais appellent avec peu de cas et son témoin avec un défaut.
"""
