"""What the reader is told of filters: it never loads one itself."""

from typing import Any

from msgspec import Struct


class OptionNote(Struct, frozen=True):
    """One option of a filter."""

    name: str
    about: str
    kind: str
    """What it holds, by the name of the type: bool, int, float, str, or list; "choice" for one of `choices`."""
    here: Any
    """Its value on the site in question."""
    everywhere: Any
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None


class ExampleNote(Struct, frozen=True):
    """An example that was run with the options in force: its lines, each with whether it stays."""

    note: str
    lines: tuple[tuple[bool, str], ...]


class FilterNote(Struct, frozen=True):
    """One filter."""

    name: str
    about: str
    """The first paragraph of its documentation, and the others below."""
    more: tuple[str, ...]
    origin: str
    options: tuple[OptionNote, ...]
    """Without the one that turns it on."""
    here: bool
    """Whether it is on, on the site in question."""
    everywhere: bool
    examples: tuple[ExampleNote, ...] = ()
