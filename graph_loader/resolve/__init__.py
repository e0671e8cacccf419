"""Turns the record of one document into nodes and edges, and joins what several documents say of one thing."""
