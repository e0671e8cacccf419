"""Turns minutes of public meetings into a knowledge graph of accountability relationships."""

__version__ = "0.1.0"
