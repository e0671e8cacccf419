"""Turns an annotated document into its record: plain data that needs no spaCy."""

from graph_loader.extract.record import PIPELINE, extract_record

__all__ = ["PIPELINE", "extract_record"]
