"""What the user changed, to be taken back and made again in turn: rules, filters, speakers, stars."""

from collections.abc import Callable
from typing import NamedTuple

Inverse = Callable[[], "Inverse | None"]
"""Takes a change back and returns what makes it again; None when it could not, which it has said itself."""


class NotNow(Exception):  # noqa: N818 - it says what became of the undoing
    """A change cannot be taken back as things are, which was said; it can be when they are mended."""


class Change(NamedTuple):
    """A change that was made, or taken back."""

    name: str
    """The change in words, as in "speaker corrected"."""
    inverse: Inverse


class Changes:
    """Two stacks: what can be taken back, and what was taken back and can be made again."""

    def __init__(self) -> None:
        """Begin with nothing changed."""
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def push(self, name: str, inverse: Inverse) -> None:
        """Note a change that was just made; what was taken back before it can no longer be made again."""
        self._done.append(Change(name, inverse))
        self._undone.clear()

    def undo(self) -> Change | None:
        """Take the last change back and return it; None when there is none. One that fails is forgotten."""
        return _move(self._done, self._undone)

    def redo(self) -> Change | None:
        """Make the change again that was taken back last; None when there is none."""
        return _move(self._undone, self._done)


def _move(there: list[Change], here: list[Change]) -> Change | None:
    if not there:
        return None
    change = there.pop()
    try:
        inverse = change.inverse()
    except NotNow:
        there.append(change)
        return change
    if inverse is not None:
        here.append(Change(change.name, inverse))
    return change
