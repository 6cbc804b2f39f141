"""The article on the screen: its text in one column, a cursor on a paragraph, quotes, cuts and hits marked in place."""

from typing import Any

from textual.strip import Strip

from newsread.layout.column import Column, Place
from newsread.layout.flow import Anchor, Flow
from newsread.layout.head import HeadLine, head
from newsread.layout.index import HEAD, Index
from newsread.layout.search import Hit, Search
from newsread.messages import Moved, QuotePressed
from newsread.widgets.ink import Frame, Ink
from newsread.widgets.lines import Cursor, LinePane

_CONTEXT = 4
"""What is gone to stands a quarter of the window below its top, when it has to be brought into view."""


class ArticlePane(LinePane):
    """Shows an article. What it shows is set by the screen; the place in the text outlives every change of it."""

    def __init__(self, measure: int, **options: Any) -> None:
        """Set text in lines of at most `measure` cells."""
        super().__init__(**options)
        self.index: Index | None = None
        self.column: Column | None = None
        self.cuts = False
        self._measure = measure
        self._remarks: tuple[HeadLine, ...] = ()
        self._quote: int | None = None
        self._search: Search | None = None
        self._hit: Hit | None = None
        self._ink: Ink | None = None

    # What is shown

    def show(self, index: Index, remarks: tuple[HeadLine, ...] = ()) -> None:
        """Show another article from its beginning, `remarks` above its title."""
        self.index, self._remarks = index, remarks
        self.cuts, self._quote, self._search, self._hit = False, None, None, None
        self._set_column()
        self.top, self.cursor = Anchor(HEAD, 0), self.first_item

    def show_cuts(self, *, shown: bool) -> None:
        """Put the cuts in their places, or hide them; the cursor's line stays where it is on the screen."""
        if self.index is None or self.column is None or shown == self.cuts:
            return
        held, row = self._held()
        self.cuts = shown
        self._set_column()
        self.cursor = max(self._flow.items[self._flow.index(self.cursor)], self.first_item)
        self.top = self._clamped(self._flow.back(self.column.anchor(held), row))

    def mark_quote(self, number: int | None) -> None:
        """Mark a quote as the current one, and go there."""
        self._quote = number
        self._dip()
        if number is not None and self.index is not None:
            self.go_to(Place(*self.index.quote_places[number]))

    def mark_hits(self, search: Search | None) -> None:
        """Mark what `search` finds wherever it is shown."""
        self._search, self._hit = search, None
        self._dip()

    def go_to(self, place: Place) -> None:
        """Put the cursor on the block of `place`, and bring its row into view, with some text around it."""
        if self.column is None:
            return
        anchor = self.column.anchor(place)
        item = max(anchor.item, self.first_item)
        below = self._flow.forward(anchor, self.rows // _CONTEXT)
        last = min(below, Anchor(item, self._flow.height(item) - 1))
        visible = self.top <= anchor and self._flow.distance(self.top, max(anchor, last), self.rows - 1) is not None
        self._put(self.top if visible else self._clamped(self._flow.back(anchor, self.rows // _CONTEXT)), item)

    def go_to_hit(self, hit: Hit) -> None:
        """Show a search hit."""
        if self.column is not None:
            self._hit = hit
            self._dip()
            self.go_to(Place(hit.block, self.column.setting(hit.block).shown.to_source(hit.start)))

    # Where we are

    @property
    def place(self) -> Place:
        """The place of the first row in the window."""
        return self.column.place(self.top) if self.column else Place(HEAD)

    @property
    def percent(self) -> int:
        """How much of the text was read when the window has been."""
        if self.index is None or self.column is None or self.at_end:
            return 100
        bottom = self.column.place(self._flow.forward(self.top, self.rows))
        return self.index.percent(bottom.block, max(bottom.offset, 0), self._flow.items[-1])

    @property
    def block_text(self) -> str:
        """What the paragraph under the cursor shows."""
        return self.column.text(self.cursor) if self.column and self.cursor >= 0 else ""

    # Drawing

    def draw(self, item: int, *, cursor: Cursor) -> list[Strip]:
        """Draw a block, or the head."""
        if self._ink is None or self.column is None:
            return []
        rows = self._ink.head(self.column.head) if item == HEAD else self._ink.block(item, cursor=cursor)
        return [self.row(row) for row in rows]

    def pressed(self, item: int, row: int, x: int) -> None:
        """Put the cursor on the paragraph that was clicked; a click on a quote chooses it."""
        super().pressed(item, row, x)
        number = self._quote_at(item, row, x)
        if number is not None:
            self.post_message(QuotePressed(number))

    def on_resize(self) -> None:
        """Set the text again; the place of the first row stays the first row."""
        if self.index is None:
            return
        place, cursor = self.place, self.cursor
        self._set_column()
        if self.column is not None:
            self.top, self.cursor = self._clamped(self.column.anchor(place)), cursor
            if not self._is_visible(cursor):
                self.go(cursor)
        self.post_message(Moved())

    def retheme(self) -> None:
        """Draw everything in the colours of the theme that is in force now."""
        self._dip()

    def _set_column(self) -> None:
        if self.index is None:
            return
        frame = Frame.of(self.size.width, self._measure)
        lines = head(self.index.reading.article, frame.measure, self._remarks)
        self.column = Column(self.index, lines, frame.measure, frame.margin, cuts=self.cuts)
        self.flow: Flow | None = self.column.flow
        self._dip()

    def _dip(self) -> None:
        """Make the ink for what is shown now, and draw everything again with it."""
        if self.column is not None:
            frame = Frame.of(self.size.width, self._measure)
            self._ink = Ink(self.palette, self.column, frame, self._quote, self._search, self._hit)
        self.redraw()

    def _held(self) -> tuple[Place, int]:
        """The place to hold on the screen, and its row: the cursor's first row when visible, else the window's."""
        if self.column is None:
            return Place(HEAD), 0
        start = Anchor(self.cursor, 0)
        if self.cursor >= 0:
            start = Anchor(self.cursor, self.column.setting(self.cursor).above)
        row = self._flow.distance(self.top, start, self.rows - 1)
        return (self.place, 0) if row is None else (self.column.place(start), row)

    def _quote_at(self, item: int, row: int, x: int) -> int | None:
        if self.column is None or self._ink is None or item < 0:
            return None
        setting, frame = self.column.setting(item), self._ink.frame
        line = row - setting.above
        if not 0 <= line < len(setting.starts):
            return None
        start, end = setting.line(line)
        offset = setting.shown.to_source(min(start + max(0, x - frame.left - frame.gutter - setting.indent), end))
        marks = self.column.index.marks.get(item, ())
        return next((mark.number for mark in marks if mark.start <= offset < mark.end), None)
