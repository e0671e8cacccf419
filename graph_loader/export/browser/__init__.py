"""Makes the pack for Neo4j Browser from the queries and the schema: saved queries, a guide, a style."""

from graph_loader.export.browser.pack import make_pack, write_pack

__all__ = ["make_pack", "write_pack"]
