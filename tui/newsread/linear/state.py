"""What a session without a screen goes on from, and what each command makes of it."""

from typing import Literal, NamedTuple

from msgspec import Struct


class State(Struct, frozen=True):
    """Where the reader is, and how they read."""

    block: int = -1
    """The block that was read last; -1 before the first one."""
    offset: int = -1
    """Where in its text a search goes on."""
    cuts: bool = False
    """Whether what was removed is read too."""
    quote: int | None = None
    """The quote that was read last, until something else is."""
    words: str = ""
    """What was last searched for."""


class Answer(NamedTuple):
    """What becomes of a command: the state after it, what to print, and what the loop has to do."""

    state: State
    lines: tuple[str, ...] = ()
    wish: Literal["", "quit", "browse"] = ""
    address: str = ""
    """What to browse."""
