"""Writes what is generated from the schema for RDF; run as a module, into the source tree."""

import json
from pathlib import Path

from graph_loader.export.rdf.context import context
from graph_loader.export.rdf.ontology import ontology
from graph_loader.export.rdf.pages import pages
from graph_loader.export.rdf.shapes import shapes
from graph_loader.model.resources import resource_folder


def generated() -> dict[str, str]:
    """Gives the text of every generated file by its path from the top of the source tree."""
    made = {
        "schema/ontology.ttl": ontology(),
        "schema/shapes.ttl": shapes(),
        "schema/context.jsonld": json.dumps({"@context": context()}, ensure_ascii=False, indent=2) + "\n",
    }
    return made | {f"docs/terms/{path}": text for path, text in pages().items()}


def generate(top: Path) -> None:
    """Writes all of them, and takes out the pages of terms that are no more."""
    made = generated()
    for path in (top / "docs" / "terms").rglob("*.md"):
        if path.relative_to(top).as_posix() not in made:
            path.unlink()
    for name, text in made.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    generate(resource_folder("schema").parent)
