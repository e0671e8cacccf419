"""Writes the graph in the forms in which other tools take it."""
