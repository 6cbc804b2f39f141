"""What the mouse does while it is dragged over the text. Imported when a button is first pressed there."""

from collections.abc import Iterator

from rich.segment import Segment
from textual.strip import Strip
from textual.timer import Timer

from newsread.layout.cells import width
from newsread.layout.selection import Character, Selection, character_at
from newsread.messages import Moved
from newsread.widgets.selecting import Selecting

_EVERY = 0.05
"""Seconds between two steps while the mouse is held beyond an edge."""


class Drag:
    """A drag over `pane` that begins at a cell."""

    def __init__(self, pane: Selecting, x: int, y: int) -> None:
        """Begin."""
        self.moved = False
        """Whether it went anywhere: else it is a click."""
        self._pane = pane
        self._from, self._here = (x, y), (x, y)
        self._began = self._character()
        self._timer: Timer | None = None

    def to(self, x: int, y: int) -> None:
        """Select up to a cell; beyond an edge, scroll on until the mouse comes back."""
        self._here = (x, y)
        self.moved = self.moved or self._here != self._from
        self._select()
        if not self._step():
            self._stop()
        elif self._timer is None:
            self._timer = self._pane.set_interval(_EVERY, self._scroll)

    def end(self) -> None:
        """Scroll no more."""
        self._stop()

    def _select(self) -> None:
        here = self._character()
        if self.moved and self._began is not None and here is not None:
            selection = Selection.between(self._began, here)
            self._pane.select(None if selection.is_empty else selection)

    def _character(self) -> Character | None:
        """The character under the mouse, or at the edge that it is beyond."""
        pane, (x, y) = self._pane, self._here
        window, laid = pane.window, pane.selectable
        if window is None or laid is None:
            return None
        found = window.item_at(min(max(y, 0), pane.size.height - 1))
        if found is None:
            last = window.flow.last
            return character_at(laid, last.item, last.row + 1, 0)
        return character_at(laid, *found, x - pane.text_left)

    def _step(self) -> int:
        """How many rows to scroll at a time; the first row of all is an edge, because nothing is beyond it."""
        y, last = self._here[1], self._pane.size.height - 1
        if y > last:
            return y - last
        return min(y - 1, -1) if y <= 0 < self._from[1] else 0

    def _scroll(self) -> None:
        step = self._step()
        self._pane.steer(lambda window: window.scroll(step))
        self._select()
        self._pane.post_message(Moved())

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


def marked(strips: list[Strip], selection: Selection, pane: Selecting) -> list[Strip]:
    """`strips` with what is selected marked in them."""
    strips = list(strips)
    for y, x, cells in _spots(selection, pane):
        if y < len(strips):
            strips[y] = _laid(strips[y], x, cells, pane)
    return strips


def _spots(selection: Selection, pane: Selecting) -> Iterator[tuple[int, int, int]]:
    """Each row on which something is selected: the row, the first cell, and how many cells."""
    window, laid, y = pane.window, pane.selectable, 0
    if window is None or laid is None:
        return
    for item, first, stop in window.flow.window(window.top, window.rows):
        start, end = selection.part(laid, item)
        text = laid.shown(item).text if start < end else ""
        for row in range(first, stop) if text else ():
            line = laid.line(item, row)
            if line is not None and start < line.end and line.start < end:
                before = width(text[line.start : max(start, line.start)])
                cells = width(text[max(start, line.start) : min(end, line.end)])
                yield y + row - first, pane.text_left + line.left + before, cells
        y += stop - first


def _laid(strip: Strip, x: int, cells: int, pane: Selecting) -> Strip:
    marked = list(Segment.apply_style(strip.crop(x, x + cells), post_style=pane.palette.selected))
    words = Strip(marked, cells)
    for each in pane.get_line_filters():
        words = words.apply_filter(each, pane.palette.background)
    return Strip.join([strip.crop(0, x), words, strip.crop(x + cells)])
