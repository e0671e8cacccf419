"""Puts the pack for Neo4j Browser together: every file by its path, the same bytes each time."""

from collections.abc import Mapping
from pathlib import Path

from graph_loader.errors import KgError
from graph_loader.export.browser.favourites import as_zip, favourites
from graph_loader.export.browser.guide import Material, guide_title, slides
from graph_loader.export.browser.own_values import OwnValues
from graph_loader.export.browser.pages import as_asciidoc, as_html
from graph_loader.export.browser.style import grass
from graph_loader.model.schema import load_schema
from graph_loader.query.catalogue import load_catalogue, load_pictures
from graph_loader.store import Store

Pack = Mapping[str, bytes]


def make_pack(store: Store | None = None) -> Pack:
    """Gives the bytes of every file by its path inside the pack; with a graph, the examples are values from it."""
    queries, pictures = load_catalogue(), load_pictures()
    if store is not None:
        own = OwnValues(store)
        queries, pictures = own.applied(queries), own.applied(pictures)
    material = Material(queries, pictures, load_schema())
    saved = favourites(material.queries.values(), material.pictures.values())
    shown = slides(material)
    texts = {
        "guide.html": as_html(guide_title(), shown),
        "guide.adoc": as_asciidoc(guide_title(), shown),
        "style.grass": grass(material.schema),
        **{f"favourites/{path}": text for path, text in saved.items()},
    }
    return {"favourites.zip": as_zip(saved), **{path: text.encode() for path, text in texts.items()}}


def write_pack(pack: Pack, folder: Path) -> None:
    """Writes the files into a folder, which is made if it is not there; raises KgError when they cannot be written."""
    try:
        for path, content in pack.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
    except OSError as error:
        raise KgError(f"{folder} cannot be written: {error.strerror}.", "Choose another folder.") from error
