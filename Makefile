# Peu de verbes. ./demarrer et ./essayer suffisent à qui veut seulement ouvrir ou essayer.
PYTHON = .venv/bin/python
UV = uv
LOCK = --upgrade --quiet --generate-hashes --no-header --no-annotate --python-version 3.11

.PHONY: dev test lint reformat bench bench-anonymat second-lecteur eprouver captures lock

dev: ## prépare l'environnement, outils d'essai compris
	./essayer --version

test: ## les essais, et la couverture exigée
	./essayer --cov

lint: dev
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

reformat: dev
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

bench: dev ## des rapports, mesurés dans une même passe ; MESURES=depart,chercher en choisit
	PYTHONPATH=scripts $(PYTHON) -m bench $(MESURES:%=--seulement %)

bench-anonymat: dev ## le nôtre et trois autres anonymiseurs sur la réserve ; BREF=--bref pour essayer
	$(PYTHON) scripts/comparer_anonymat.py $(BREF)

second-lecteur: dev ## réapprend ses poids, des seules notes de travail ; installe scikit-learn
	$(PYTHON) -m pip install --quiet scikit-learn==1.9.1
	$(PYTHON) scripts/apprendre_second_lecteur.py

eprouver: dev ## les épreuves du coffre, entières : vingt minutes
	$(PYTHON) scripts/eprouver.py

captures: dev ## les images du README
	$(PYTHON) scripts/captures.py

lock: ## refait les verrous ; uv ne sert qu'à cela
	printf 'setuptools>=77\n' | $(UV) pip compile pyproject.toml - $(LOCK) -o exigences.lock
	$(UV) pip compile dev.in -c exigences.lock $(LOCK) -o exigences-essais.lock
