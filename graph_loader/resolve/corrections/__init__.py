"""Lets a person put right what the machine gets wrong: corrections are data, applied at every load."""

from graph_loader.resolve.corrections.applying import Corrected, corrected, document_names
from graph_loader.resolve.corrections.collection import Corrections
from graph_loader.resolve.corrections.model import Correction
from graph_loader.resolve.corrections.reading import load_corrections, with_answer

__all__ = ["Corrected", "Correction", "Corrections", "corrected", "document_names", "load_corrections", "with_answer"]
