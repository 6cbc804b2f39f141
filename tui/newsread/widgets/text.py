"""Text set in a column and drawn in ink; from here on, cells and rows of the pane are places in the text."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.filter import LineFilter
from textual.strip import Strip

from newsread.layout.column import Column, Place
from newsread.layout.index import HEAD, Index
from newsread.widgets.ink import Ink
from newsread.widgets.lines import Cursor, LinePane


class TextPane(LinePane):
    """Draws the blocks of an article; what sets and inks them is a subclass."""

    def __init__(self, **options: Any) -> None:
        """Begin with no article."""
        super().__init__(**options)
        self.index: Index | None = None
        self.column: Column | None = None
        self.ink: Ink | None = None

    # Where we are

    @property
    def place(self) -> Place:
        """The place of the first row in the window."""
        return self.column.place(self.window.top) if self.column and self.window else Place(HEAD)

    @property
    def percent(self) -> int:
        """How much of the text was read when the window has been."""
        index, column, window = self.index, self.column, self.window
        if index is None or column is None or window is None or window.at_end:
            return 100
        below = column.place(window.flow.forward(window.top, window.rows))
        return index.percent(below.block, max(below.offset, 0), window.flow.items[-1])

    @property
    def block_text(self) -> str:
        """What the paragraph under the cursor shows."""
        return self.column.text(self.cursor) if self.column and self.cursor >= 0 else ""

    @property
    def text_left(self) -> int:
        """The cell of the pane at which the column begins."""
        return self.ink.frame.left + self.ink.frame.gutter if self.ink is not None else 0

    # Drawing

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What lines go through; the text keeps its own letters, also where the program draws in ASCII."""
        filters = super().get_line_filters()
        if not self.only_ascii:
            return filters
        from newsread.widgets.ascii import Ascii

        return [each for each in filters if not isinstance(each, Ascii)]

    def draw(self, item: int, *, cursor: Cursor) -> list[Strip]:
        """Draw a block, or the head."""
        if self.ink is None or self.column is None:
            return []
        rows = self.ink.head(self.column.head) if item == HEAD else self.ink.block(item, cursor=cursor)
        return [self.row(row) for row in rows]

    @property
    def drawn(self) -> Callable[[str], str]:
        """How the program's own signs are drawn."""
        if not self.only_ascii:
            return str
        from newsread.widgets.ascii import plain

        return plain
