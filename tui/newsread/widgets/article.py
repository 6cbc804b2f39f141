"""The article on the screen: its text in one column, a cursor on a paragraph, quotes, cuts and hits marked in place."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.strip import Strip

from newsread.layout.cells import offset_at
from newsread.layout.column import Column, Place, Spacing
from newsread.layout.flow import Anchor
from newsread.layout.head import HeadLine, head
from newsread.layout.index import HEAD, Index
from newsread.layout.search import Hit, Search
from newsread.layout.view import View
from newsread.layout.window import Window
from newsread.messages import Moved, QuotePressed
from newsread.widgets.hinting import Hinting
from newsread.widgets.ink import Fates, Frame, Ink
from newsread.widgets.lines import Cursor
from newsread.widgets.selecting import Selecting

if TYPE_CHECKING:
    from newsread.layout.selection import Selectable


class Drawn(NamedTuple):
    """Finished strips, and the ink that drew them."""

    ink: Ink
    strips: dict[tuple[int, Cursor], list[Strip]]


class ArticlePane(Hinting, Selecting):
    """Shows an article. What it shows is set by the screen; the place in the text outlives every change of it."""

    def __init__(self, measure: int, spacing: Spacing = "normal", **options: Any) -> None:
        """Set text in lines of at most `measure` cells, with so much between paragraphs."""
        super().__init__(**options)
        self.cuts = False
        self.measure = measure
        self.spacing: Spacing = spacing
        self._remarks: tuple[HeadLine, ...] = ()
        self._quote: int | None = None
        self._search: Search | None = None
        self._hit: Hit | None = None
        self._fates: Fates | None = None
        self._left: Drawn | None = None
        """What was shown before what is shown now: the cuts are shown to be hidden again."""

    # What is shown

    def show(self, index: Index, remarks: tuple[HeadLine, ...] = ()) -> None:
        """Show another article from its beginning, `remarks` above its title."""
        self.index, self._remarks = index, remarks
        self.cuts, self._quote, self._search, self._hit = False, None, None, None
        self.let_go()
        self._set()

    def show_again(self, index: Index, remarks: tuple[HeadLine, ...], quote: int | None) -> None:
        """Show the same article, read anew, with `quote` marked; the cursor's line stays where it is on the screen."""

        def change() -> None:
            self.index, self._remarks, self._quote = index, remarks, quote
            self._search, self._hit = None, None
            self.let_go()

        self._change_in_place(change)

    def show_other(self, index: Index, remarks: tuple[HeadLine, ...], moved: Callable[[int], int]) -> None:
        """Show another text of the same page, in which block `moved(number)` stands for `number`; the place stays."""

        def change() -> None:
            self.index, self._remarks, self._quote = index, remarks, None
            self._search, self._hit = None, None
            self.let_go()

        self._change_in_place(change, moved)

    def set_in(self, measure: int, spacing: Spacing) -> None:
        """Set the text in lines of at most `measure` cells, with so much between paragraphs; the place stays."""

        def change() -> None:
            self.measure, self.spacing = measure, spacing

        self._change_in_place(change)

    @property
    def room(self) -> int:
        """The longest line that there is room for."""
        return Frame.of(self.size.width, self.size.width).measure

    @property
    def selectable(self) -> "Selectable | None":
        """The text of the article."""
        if self.column is None:
            return None
        from newsread.layout.articletext import ArticleText

        return ArticleText(self.column)

    def show_cuts(self, *, shown: bool) -> None:
        """Put the cuts in their places, or hide them; the cursor's line stays where it is on the screen."""

        def change() -> None:
            self.cuts = shown

        if shown != self.cuts:
            self._change_in_place(change)

    def _change_in_place(self, change: Callable[[], None], moved: Callable[[int], int] = lambda number: number) -> None:
        (held, row), cursor = self._held(), moved(self.cursor)
        held = Place(moved(held.block), held.offset)
        change()
        self._set()
        if self.window is not None and self.column is not None:
            flow = self.column.flow
            self.window.cursor = max(flow.items[flow.index(cursor)], self.window.first_item)
            self.window.hold(flow.back(self.column.anchor(held), row))

    def mark_quote(self, number: int | None) -> None:
        """Mark a quote as the current one, and go there."""
        self._quote = number
        self._dip()
        if number is not None and self.index is not None:
            self.go_to(Place(*self.index.quote_places[number]))

    def mark_hits(self, search: Search | None, hit: Hit | None = None) -> None:
        """Mark what `search` finds wherever it is shown, and go to the `hit` that it stands on."""
        self._search, self._hit = search, hit
        self._dip()
        if hit is not None and self.column is not None:
            self.go_to(Place(hit.block, self.column.setting(hit.block).shown.to_source(hit.start)))

    def preview(self, fates: Fates | None) -> None:
        """Show in place what would become of lines; nothing of the kind when `fates` is None."""
        if fates is not self._fates:
            self._fates = fates
            self._dip()

    @property
    def view(self) -> View:
        """How the article is looked at now, to be looked at like this again."""
        return View(self.place, max(self.cursor, 0), self.cuts)

    def look(self, view: View) -> None:
        """Look at the article as `view` says."""
        self.show_cuts(shown=view.cuts)
        if self.window is not None and self.column is not None:
            flow = self.column.flow
            self.window.hold(self.column.anchor(view.place))
            self.window.cursor = max(flow.items[flow.index(view.cursor)], self.window.first_item)
            self.redraw()

    def is_far(self, place: Place) -> bool:
        """Whether `place` is not to be seen from the beginning of the article."""
        window, column = self.window, self.column
        if window is None or column is None:
            return False
        return window.flow.distance(window.flow.first, column.anchor(place), window.rows - 1) is None

    def go_to(self, place: Place) -> None:
        """Put the cursor on the block of `place`, and bring its row into view, with some text around it."""
        if self.column is not None:
            anchor = self.column.anchor(place)
            self.steer(lambda window: window.go_to(anchor))

    # Drawing

    def pressed(self, item: int, row: int, x: int) -> None:
        """Put the cursor on the paragraph that was clicked; a click on a quote chooses it."""
        super().pressed(item, row, x)
        number = self._quote_at(item, row, x)
        if number is not None:
            self.post_message(QuotePressed(number))

    def fit(self) -> None:
        """Set the text again; the place of the first row stays the first row, and the cursor in view."""
        if self.window is None:
            return
        place, cursor = self.place, self.cursor
        self._set()
        if self.column is not None:
            self.window.hold(self.column.anchor(place))
            self.window.cursor = cursor
            # A window of a few rows had no room for the head above the first paragraph: it comes back along with it.
            if cursor == self.window.first_item or self.window.place_of(cursor) is None:
                self.window.go(cursor)
        self.post_message(Moved())

    def retheme(self) -> None:
        """Draw everything in the colours of the theme that is in force now."""
        self._dip()

    def _set(self) -> None:
        """Set the article in the pane's width, and look at it from its beginning."""
        if self.index is not None:
            self._fitted = self.size
            frame = Frame.of(self.size.width, self.measure)
            lines = head(self.index.reading.article, frame.measure, self._remarks)
            column = Column(self.index, lines, frame.measure, frame.margin, self.spacing, cuts=self.cuts)
            left = self._left.ink.column if self._left is not None else column
            self.column = left if left.is_set_like(column) else column
            self.window = Window(self.column.flow, self.size.height)
            self._dip()

    def _dip(self) -> None:
        """Make the ink for what is shown now, and draw everything again with it; what it drew last may come back."""
        last = Drawn(self.ink, self._strips) if self.ink is not None else None
        self.redraw()
        if self.column is not None:
            frame = Frame.of(self.size.width, self.measure)
            self.ink = Ink(
                self.palette,
                self.column,
                frame,
                self._quote,
                self._search,
                self._hit,
                self._fates,
                self.drawn,
            )
            if self._left is not None and self._left.ink == self.ink:
                self._strips = self._left.strips
            self._left = last

    def _held(self) -> tuple[Place, int]:
        """The place to hold on the screen, and its row: the cursor's first row when visible, else the window's."""
        if self.column is None or self.window is None:
            return Place(HEAD), 0
        above = self.column.setting(self.cursor).above if self.cursor >= 0 else 0
        start = Anchor(self.cursor, above)
        row = self.window.flow.distance(self.window.top, start, self.window.rows - 1)
        return (self.place, 0) if row is None else (self.column.place(start), row)

    def _quote_at(self, item: int, row: int, x: int) -> int | None:
        if self.column is None or item < 0:
            return None
        setting = self.column.setting(item)
        line = row - setting.above
        if not 0 <= line < len(setting.starts):
            return None
        start, end = setting.line(line)
        cell = x - self.text_left - setting.left(line)
        offset = setting.shown.to_source(start + offset_at(setting.shown.text[start:end], cell))
        marks = self.column.index.marks.get(item, ())
        return next((mark.number for mark in marks if mark.start <= offset < mark.end), None)
