"""Writes the graph as a vault of Markdown pages that link to each other, as Obsidian opens it."""

from graph_loader.export.vault.writing import Outcome, write_vault

__all__ = ["Outcome", "write_vault"]
