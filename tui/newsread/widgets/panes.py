"""What the panels beside the text have in common: rows of words under headings, a bar at what the cursor is on."""

from abc import abstractmethod
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsread.layout.cells import cropped, width
from newsread.layout.flow import Anchor, Flow
from newsread.layout.index import HEAD
from newsread.messages import PanelPressed
from newsread.widgets.lines import CURSOR, Cursor, LinePane

_LEFT, _RIGHT = 3, 2
_MEASURE = 72
_GAP = 2
"""Cells between a row's text and what stands at its right end."""
_TALL = 16
"""Rows from which there is room for air."""


class Row(NamedTuple):
    """One row: its text and which of the palette's styles it is in, and what stands at its right end."""

    text: str = ""
    style: str = "side"
    right: str = ""
    marked: bool = True
    """Whether the cursor's bar stands before it."""


class SidePane(LinePane):
    """Shows items of rows under a head; Enter or a second click does what an item stands for."""

    COMMANDS: ClassVar[frozenset[str]] = frozenset(
        {"down", "up", "page_down", "page_up", "half_down", "half_up", "top", "bottom", "choose", "cancel", "help"}
    )
    """The commands that mean something here, or leave the panel open; any other closes it."""
    STAYS: ClassVar[bool] = False
    """Whether it stays open when the page was read again."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many items there are."""

    @property
    @abstractmethod
    def keys_told(self) -> dict[str, str]:
        """What the keys do here, by the names of their commands."""

    @abstractmethod
    def rows_of(self, item: int) -> list[Row]:
        """The rows of an item, or of the head."""

    def rows_wanted(self, columns: int) -> int:
        """How many rows show everything in a pane of `columns`."""
        self._columns = columns
        return sum(len(self.rows_of(item)) for item in range(HEAD, self.count))

    _columns = 0

    def set(self) -> None:
        """Set everything again, and leave cursor and window where they are."""
        before = self.window
        self.look_at(Flow(range(HEAD, self.count), lambda item: len(self.rows_of(item))))
        if before is not None and self.window is not None and self.count:
            self.window.hold(Anchor(min(before.top.item, self.count - 1), 0))
            self.window.go(max(0, min(before.cursor, self.count - 1)))

    @property
    def measure(self) -> int:
        """How wide a row may be."""
        return max(8, min(_MEASURE, (self.size.width or self._columns) - _LEFT - _RIGHT))

    @property
    def airy(self) -> bool:
        """Whether there is room for empty rows between the items."""
        return self.size.height >= _TALL

    @property
    def paper(self) -> Style:
        """The style of empty space."""
        return self.palette.side

    def draw(self, item: int, *, cursor: Cursor) -> list[Strip]:
        """Draw an item, or the head."""
        return [self._strip(row, cursor) for row in self.rows_of(item)]

    def pressed(self, item: int, row: int, x: int) -> None:
        """Put the cursor on an item; do it when the cursor is there already."""
        again = item == self.cursor
        super().pressed(item, row, x)
        if again:
            self.post_message(PanelPressed())

    def fit(self) -> None:
        """Set everything in the room there is now."""
        self.set()

    def retheme(self) -> None:
        """Draw everything in the colours of the theme that is in force now."""
        self.redraw()

    def _strip(self, row: Row, cursor: Cursor) -> Strip:
        palette = self.palette
        shown = cursor if row.marked and self.cursor >= 0 else "none"
        style = palette.side_strong if shown == "active" and row.style == "side" else getattr(palette, row.style)
        left = " " * max(0, (self.size.width - _MEASURE) // 2 - _LEFT)
        right = cropped(row.right, max(self.measure // 2, self.measure - width(row.text) - _GAP))
        text = cropped(row.text, self.measure - width(right) - _GAP) if right else row.text
        gap = " " * (self.measure - width(text) - width(right)) if right else ""
        return self.row(
            [
                Segment(
                    f"{left} {' ' if shown == 'none' else CURSOR} ",
                    palette.side_accent if shown == "active" else palette.side_faint,
                ),
                Segment(text, style),
                Segment(gap, palette.side),
                Segment(right, palette.side_muted),
            ]
        )
