"""Lists the attributes of nodes and edges for formats that declare them once for all labels or types."""

from collections.abc import Iterable

from graph_loader.model.graph import Value, canonical_json
from graph_loader.model.schema import NodeType, PropertyType, RelationshipType

_TYPES: dict[PropertyType, str] = {"integer": "long", "float": "double", "boolean": "boolean"}


def attribute_types(kinds: Iterable[NodeType | RelationshipType]) -> dict[str, str]:
    """Gives the type of every property by its name, as graph formats call it; lists and dates are strings.

    The id is none of them: it is what the formats themselves call nodes by.
    """
    found: dict[str, str] = {}
    for kind in kinds:
        for name, is_a in kind.properties.items():
            of_type = _TYPES.get(is_a.type, "string")
            found[name] = of_type if found.get(name, of_type) == of_type else "string"
    found.pop("id", None)
    return dict(sorted(found.items()))


def value_text(value: Value) -> str:
    """Gives a value as text that can be read back: a list as JSON."""
    return value if isinstance(value, str) else canonical_json(value)
