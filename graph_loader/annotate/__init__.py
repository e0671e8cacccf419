"""Turns a layout into an annotated spaCy document: one component per file, patterns and word lists from a profile."""
