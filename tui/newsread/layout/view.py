"""How an article is looked at, to be looked at like this again."""

from typing import NamedTuple

from newsread.layout.column import Place


class View(NamedTuple):
    """How an article is looked at."""

    place: Place
    """The place of the first row."""
    cursor: int
    cuts: bool = False
