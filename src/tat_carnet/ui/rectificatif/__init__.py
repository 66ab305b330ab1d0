"""Rectifier ce qui est sorti."""
