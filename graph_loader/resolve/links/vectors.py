"""Compares weighted terms."""

from collections.abc import Mapping
from math import prod, sqrt


def unit(weights: Mapping[str, float], beside: float = 0.0) -> dict[str, float]:
    """Scales weights to a vector of length 1; `beside` is what stands beside them, squared, so that few weigh less."""
    length = sqrt(sum(weight * weight for weight in weights.values()) + beside)
    return {term: weight / length for term, weight in weights.items()} if length else {}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Gives the cosine of two unit vectors."""
    short, long = sorted((one, other), key=len)
    return sum(weight * long[term] for term, weight in short.items() if term in long)


def together(weights: list[float]) -> float:
    """Joins signs that each speak for a thing with a weight from 0 to 1: more of them say more, never more than 1."""
    return round(1 - prod(1 - weight for weight in weights), 4)
