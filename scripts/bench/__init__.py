"""`make bench` : des rapports à un témoin, mesurés dans la même passe, jamais des durées exigées.

Chaque mesure alterne l'application et son témoin, pour qu'un ralentissement de la machine touche
les deux, et garde la médiane. Les cibles sont celles de la vision ; elles sont rappelées, non
imposées. Données : le scénario fictif de démonstration, multiplié.

Une mesure de plus est un fichier de plus dans `mesures/` : une docstring, et `mesurer(banc)`.
"""
