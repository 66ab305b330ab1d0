"""Préparer une réunion, la tenir, suivre ce qui s'y décide."""
