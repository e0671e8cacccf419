"""Evaluates records against gold, which says what a careful reader finds. Needs nothing of how records are made."""

from graph_loader.evaluate.entries import Entry, Miss
from graph_loader.evaluate.figures import Figure, figures
from graph_loader.evaluate.pairs import Pairs, read_pairs
from graph_loader.evaluate.scoring import score

__all__ = ["Entry", "Figure", "Miss", "Pairs", "figures", "read_pairs", "score"]
