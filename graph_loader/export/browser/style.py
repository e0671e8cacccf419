"""Writes the style in which Neo4j Browser draws the graph: a colour for each label, names as captions."""

from graph_loader.model.schema import Schema

# Light enough for dark words, told apart also by most who see colours in another way.
_COLOURS = (
    "#d9c8ae",
    "#8dcc93",
    "#57c7e3",
    "#ffc454",
    "#c990c0",
    "#f79767",
    "#a5abb6",
    "#f16667",
    "#4c8eda",
    "#ecb5c9",
    "#ffe081",
    "#569480",
    "#da7194",
    "#848484",
)
_PLAIN = "#a5abb6"
_DIAMETERS = {"shared": "65px", "linked": "65px", "document": "50px"}


def grass(schema: Schema) -> str:
    """Gives the style sheet; a label that the schema gets later has a colour by itself."""
    rules = [_rule("node", _PLAIN, "{name}", "diameter: 50px")]
    for place, (label, node) in enumerate(schema.nodes.items()):
        colour = _COLOURS[place % len(_COLOURS)]
        rules.append(_rule(f"node.{label}", colour, "{name}", f"diameter: {_DIAMETERS[node.scope]}"))
    rules.append(_rule("relationship", _PLAIN, "<type>", "shaft-width: 1px"))
    return "\n".join(rules) + "\n"


def _rule(selector: str, colour: str, caption: str, more: str) -> str:
    shown = {
        "color": colour,
        "border-color": _darker(colour),
        "border-width": "2px",
        "text-color-internal": _ink(colour),
        "text-color-external": "#000000",
        "font-size": "10px",
        "padding": "3px",
    }
    lines = "".join(f"  {name}: {value};\n" for name, value in shown.items())
    return f'{selector} {{\n  {more};\n{lines}  caption: "{caption}";\n}}'


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _darker(colour: str) -> str:
    return "#" + "".join(f"{part * 3 // 4:02x}" for part in _parts(colour))


def _ink(colour: str) -> str:
    """Gives black or white, whichever is read more easily on the colour."""
    red, green, blue = _parts(colour)
    return "#000000" if 299 * red + 587 * green + 114 * blue > 125_000 else "#ffffff"
