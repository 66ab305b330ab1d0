"""La corbeille : ce qu'on a effacé, et qu'on peut encore reprendre."""
