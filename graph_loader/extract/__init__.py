"""Turns an annotated document into its record: plain data that needs no spaCy."""

from graph_loader.extract.record import extract_record, pipeline_label

__all__ = ["extract_record", "pipeline_label"]
