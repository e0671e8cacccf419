"""Holds visible characters together with the places they come from and the way they are set off."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

BOLD, UNDERLINE = 1, 2


@dataclass(frozen=True, slots=True)
class Run:
    """Is a stretch of visible characters; `offsets` rise strictly and `styles` has one byte of flags a character."""

    text: str = ""
    offsets: tuple[int, ...] = ()
    styles: bytes = b""

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, start: int, end: int | None = None) -> "Run":
        """Gives the characters from `start` up to `end`, both counted inside the run."""
        return Run(self.text[start:end], self.offsets[start:end], self.styles[start:end])

    def strip(self) -> "Run":
        """Takes white space off both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, max(start, len(self.text.rstrip())))

    def style(self) -> int:
        """Gives the flags that all letters and digits of the run have."""
        styles = [style for style, char in zip(self.styles, self.text, strict=True) if char.isalnum()]
        return reduce(and_, styles, styles[0] if styles else 0)

    def words(self) -> list[str]:
        """Gives the words between white space."""
        return self.text.split()


def chain(source: str, parts: Sequence[tuple[str, Run]]) -> Run:
    """Sets runs behind one another, each with its glue (a space or nothing) in front; the first one's does not count.

    A space stands for the first white space between its neighbours in `source`, else for the character behind the
    first of them; at least one character of `source` lies between runs with glue. Linear in the runs' length.
    """
    text: list[str] = []
    offsets: list[int] = []
    styles = bytearray()
    for glue, run in parts:
        if glue and text:
            behind, ahead = offsets[-1] + 1, run.offsets[0]
            text.append(glue)
            offsets.append(next((place for place in range(behind, ahead) if source[place].isspace()), behind))
            styles.append(styles[-1] & run.styles[0])
        text.append(run.text)
        offsets.extend(run.offsets)
        styles += run.styles
    return Run("".join(text), tuple(offsets), bytes(styles))
