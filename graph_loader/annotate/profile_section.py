"""Says what every table of a profile holds to."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator


class Section(BaseModel):
    """Is one table of a profile; an unknown key is an error, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_validator("*")
    @classmethod
    def _hold_whole_texts(cls, value: Any) -> Any:
        for text in _texts(value):
            if not text or text != text.strip():
                raise ValueError(f"holds {text!r}: a text is not empty, and no white space stands around it")
        return value


def _texts(value: Any) -> Iterator[str]:
    """Yields every text inside a value, keys among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for part in pair for text in _texts(part))
    elif isinstance(value, list | tuple):
        yield from (text for part in value for text in _texts(part))
