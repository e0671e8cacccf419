"""Writes the graph as RDF, reads it back, and describes its vocabulary, all from `schema/graph.yaml`."""
