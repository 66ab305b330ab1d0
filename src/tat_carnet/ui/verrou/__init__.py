"""Les verrouillages : ce qui les déclenche, et ce qui ne doit pas leur survivre."""
