"""A stretch of text that was picked out by hand: from one character to another, across the items of a pane.

It is kept in offsets that know nothing of lines and cells, so that it stays on its words when the layout changes: in an
article, those of the source; among the quotes, those of the card's own text.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from newsread.layout.cells import clusters
from newsread.layout.flow import Flow
from newsread.layout.shown import Shown


class Line(NamedTuple):
    """What stands on one row: a range of the shown text, and the cell that it begins at."""

    start: int
    end: int
    left: int


class Selectable(Protocol):
    """Text laid out in rows, of which some can be picked out."""

    @property
    def flow(self) -> Flow:
        """Its items, stacked."""

    def shown(self, item: int) -> Shown:
        """The text of an item, without setting it: a selection may be long."""

    def line(self, item: int, row: int) -> Line | None:
        """What stands on a row of `item`; None for an empty row, or one with nothing of its text."""

    def beside(self, item: int, row: int) -> int:
        """The offset in the text of `item` that is nearest to a row without any."""

    def break_before(self, item: int) -> str:
        """What parts `item` from the one before it, when both are selected."""


class Character(NamedTuple):
    """A character as a reader sees it, in offsets of its item's source; empty beside the text."""

    item: int
    start: int
    end: int


class Selection(NamedTuple):
    """From a place in the text to another one: item and offset, the last one behind the last character."""

    first: tuple[int, int]
    last: tuple[int, int]

    @classmethod
    def between(cls, one: Character, other: Character) -> "Selection":
        """From `one` to `other`, both of them included, in whichever order they stand."""
        first = min((one.item, one.start), (other.item, other.start))
        return cls(first, max((one.item, one.end), (other.item, other.end)))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return self.first >= self.last

    def part(self, laid: Selectable, item: int) -> tuple[int, int]:
        """What is selected of `item`, in offsets of the text that it shows; an empty range when nothing is."""
        if not self.first[0] <= item <= self.last[0]:
            return 0, 0
        visible = laid.shown(item)
        start = visible.from_source(self.first[1]) if item == self.first[0] else 0
        end = _behind(self.last[1], visible.from_source) if item == self.last[0] else len(visible.text)
        return start, max(start, end)

    def text(self, laid: Selectable) -> str:
        """The words, as they are shown, with none of the line breaks of the screen."""
        return "".join(self._texts(laid)).strip("\n")

    def _texts(self, laid: Selectable) -> Iterator[str]:
        flow = laid.flow
        for index in range(flow.index(self.first[0]), flow.index(self.last[0]) + 1):
            item = flow.items[index]
            start, end = self.part(laid, item)
            words = laid.shown(item).text[start:end].strip("\n")
            if words:
                yield laid.break_before(item)
                yield words


def character_at(laid: Selectable, item: int, row: int, cell: int) -> Character:
    """The character at a cell of the text; beside a line, its nearer end."""
    line, visible = laid.line(item, row), laid.shown(item)
    if line is None:
        at = laid.beside(item, row)
        return _character(visible, item, at, at)
    cell -= line.left
    if cell < 0:
        return _character(visible, item, line.start, line.start)
    for start, end, cells in clusters(visible.text[line.start : line.end]):
        cell -= cells
        if cell < 0:
            return _character(visible, item, line.start + start, line.start + end)
    return _character(visible, item, line.end, line.end)


def _character(visible: Shown, item: int, start: int, end: int) -> Character:
    if start == end:
        place = _behind(end, visible.to_source)
        return Character(item, place, place)
    return Character(item, visible.to_source(start), _behind(end, visible.to_source))


def _behind(end: int, moved: Callable[[int], int]) -> int:
    """Where `end` is moved to, along with the character before it: what was cut behind that stays behind."""
    return moved(end - 1) + 1 if end > 0 else 0
