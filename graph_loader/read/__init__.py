"""Reads files into layouts: one text with its blocks, repairs and gaps. Imports nothing of ours but `model`."""

from graph_loader.read.files import MAX_SIZE, SUFFIXES, find_documents, read_bytes, read_document

__all__ = ["MAX_SIZE", "SUFFIXES", "find_documents", "read_bytes", "read_document"]
