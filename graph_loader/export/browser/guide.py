"""Reads the guide for Neo4j Browser and fills in its queries, from the catalogue and the schema."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from graph_loader.export.browser.examples import open_values, set_value
from graph_loader.export.browser.favourites import favourite
from graph_loader.model.schema import RelationshipType, Schema
from graph_loader.query.catalogue import TOPICS, Query

_FILE = Path(__file__).with_name("guide.yaml")


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Value(_Entry):
    query: str
    parameter: str


class _Run(_Entry):
    open: Literal["values"] | None = None
    query: str | None = None
    picture: str | None = None
    cypher: str | None = None
    value: _Value | None = None


class _Slide(_Entry):
    title: str
    text: tuple[str, ...]
    run: tuple[_Run, ...] = ()
    list: Literal["labels", "relationships", "queries"] | None = None


class _Guide(_Entry):
    title: str
    slides: tuple[_Slide, ...]


@dataclass(frozen=True)
class Box:
    """Is something to run, with the words that say what it is; with a `link`, a page may show these in its place."""

    text: str
    caption: str = ""
    link: str = ""


@dataclass(frozen=True)
class Slide:
    """Is one slide: a title, paragraphs, and what to run under headings, of which the first is empty."""

    title: str
    paragraphs: tuple[str, ...]
    boxes: Mapping[str, tuple[Box, ...]]


@dataclass(frozen=True)
class Material:
    """Is what a guide is filled with."""

    queries: Mapping[str, Query]
    pictures: Mapping[str, Query]
    schema: Schema

    def __iter__(self) -> Iterator[Query]:
        yield from self.queries.values()
        yield from self.pictures.values()


def guide_title() -> str:
    """Gives the title of the whole guide."""
    return _guide().title


def slides(material: Material) -> list[Slide]:
    """Gives the slides in order, with all that is to be run filled in."""
    made = []
    for slide in _guide().slides:
        boxes = {"": tuple(_box(run, material) for run in slide.run)}
        made.append(Slide(slide.title, slide.text, boxes | (_LISTS[slide.list](material) if slide.list else {})))
    return made


@cache
def _guide() -> _Guide:
    return _Guide.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def _box(run: _Run, material: Material) -> Box:
    if run.query:
        return Box(favourite(material.queries[run.query]), material.queries[run.query].title)
    if run.picture:
        return Box(favourite(material.pictures[run.picture], drawn=True), material.pictures[run.picture].title)
    if run.value:
        parameter = material.queries[run.value.query].parameters[run.value.parameter]
        return Box(set_value(run.value.parameter, parameter), parameter.description)
    if run.cypher:
        asker = material.queries["who-asked-whom"].parameters["asked_by"].example
        return Box(run.cypher.replace("{person}", json.dumps(asker, ensure_ascii=False)))
    return Box(open_values(material), "Leave every value open")


def _labels(material: Material) -> dict[str, tuple[Box, ...]]:
    return {
        f"{label}: {node.description}": (Box(f"MATCH (n:{label})\nRETURN n\nLIMIT 10"),)
        for label, node in material.schema.nodes.items()
    }


def _relationships(material: Material) -> dict[str, tuple[Box, ...]]:
    return {
        f"{kind}: {one.description}": (Box(f"MATCH path = {_pattern(kind, one)}\nRETURN path\nLIMIT 10"),)
        for kind, one in material.schema.relationships.items()
    }


def _pattern(kind: str, one: RelationshipType) -> str:
    return f"(:{'|'.join(one.start)})-[:{kind}]->(:{'|'.join(one.end)})"


def _queries(material: Material) -> dict[str, tuple[Box, ...]]:
    return {
        folder: (
            *(Box(favourite(one), one.summary, one.title) for one in material.queries.values() if one.topic == topic),
            *(
                Box(favourite(one, drawn=True), one.summary, f"{one.title} (drawn)")
                for one in material.pictures.values()
                if one.topic == topic
            ),
        )
        for topic, folder in TOPICS.items()
    }


_LISTS = {"labels": _labels, "relationships": _relationships, "queries": _queries}
