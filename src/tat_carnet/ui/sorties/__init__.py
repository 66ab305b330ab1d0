"""Le journal de ce qui est parti."""
