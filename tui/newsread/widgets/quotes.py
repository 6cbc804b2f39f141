"""The quotes beside the text: who said what, as cards in the order of the text or by speaker, one of them current."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsread.layout.card import CardRow, card
from newsread.layout.cards import Cards
from newsread.layout.cells import cropped, width
from newsread.layout.flow import Anchor, Flow
from newsread.layout.index import HEAD
from newsread.messages import QuoteChosen
from newsread.widgets.lines import CURSOR, RESTING, Cursor
from newsread.widgets.selecting import Selecting
from newsread_filters.model import Quote

if TYPE_CHECKING:
    from newsread.layout.selection import Selectable

_LEFT, _RIGHT = 3, 2
_MEASURE = 66
_TITLE = "QUOTES  "


class QuotesPane(Selecting):
    """Shows an article's quotes; Enter or a click chooses one. Its items are positions in `cards`."""

    def __init__(self, **options: Any) -> None:
        """Begin without quotes."""
        super().__init__(**options)
        self.cards = Cards(())
        self._reading = False
        """Whether the paragraph that is being read holds the quote under the cursor."""
        self._drawn: dict[int, list[CardRow]] = {}

    # What is shown

    def show(self, quotes: Sequence[Quote]) -> None:
        """Show other quotes from the first one, in the order chosen before."""
        self._lay_out(Cards(quotes, grouped=self.cards.grouped))

    def show_again(self, quotes: Sequence[Quote]) -> None:
        """Show the quotes of the same article, read anew: order, speakers and cursor stay."""
        before, position = self.current, max(self.cursor, 0)
        self._lay_out(Cards(quotes, grouped=self.cards.grouped, words=self.cards.words))
        places = [quote.spans[0] for quote in quotes]
        if before is not None and before.spans[0] in places and self.go(places.index(before.spans[0])):
            return
        if self.cards.numbers:
            self.go(self.cards.numbers[min(position, len(self.cards.numbers) - 1)])

    def present(self, *, grouped: bool | None = None, words: str | None = None) -> None:
        """Order and choose the quotes otherwise; the cursor stays on its quote where that is still shown."""
        before, number = self.cards, self.number
        self._lay_out(
            before.arranged(
                grouped=before.grouped if grouped is None else grouped,
                words=before.words if words is None else words,
            )
        )
        if number is not None:
            self.go(number)

    # Where the cursor is

    @property
    def quotes(self) -> Sequence[Quote]:
        """All quotes of the article."""
        return self.cards.quotes

    @property
    def number(self) -> int | None:
        """The number of the quote under the cursor."""
        return self.cards.numbers[self.cursor] if 0 <= self.cursor < len(self.cards.numbers) else None

    @property
    def current(self) -> Quote | None:
        """The quote under the cursor."""
        return None if self.number is None else self.quotes[self.number]

    @property
    def selectable(self) -> "Selectable | None":
        """The text of the cards."""
        if self.window is None:
            return None
        from newsread.layout.quotetext import QuoteText

        return QuoteText(self.cards, self.window.flow, self._card)

    @property
    def text_left(self) -> int:
        """The cell of the pane at which the cards begin."""
        return self._margin + _LEFT

    def go(self, number: int) -> bool:
        """Put the cursor on a quote; whether it is shown."""
        position = self.cards.position(number)
        if position is not None:
            self.steer(lambda window: window.go(position))
        return position is not None

    def follow(self, number: int | None) -> None:
        """Mark the quote that is being read; None when there is none in the paragraph."""
        reading = number is not None and self.go(number)
        if reading != self._reading:
            self._reading = reading
            self._repaint(self.cursor)

    def state(self, item: int) -> Cursor:
        """Whether an item carries the cursor, and how."""
        cursor = super().state(item)
        return "reading" if cursor == "resting" and self._reading else cursor

    # Drawing

    @property
    def paper(self) -> Style:
        """The style of empty space."""
        return self.palette.side

    def draw(self, item: int, *, cursor: Cursor) -> list[Strip]:
        """Draw one card, or the pane's head."""
        if item == HEAD:
            return [self.row(self._row("none", row)) for row in self._head()]
        return [self.row(self._row(cursor if row.own else "none", row)) for row in self._card(item)]

    def pressed(self, item: int, row: int, x: int) -> None:
        """Choose the quote that was clicked; of none that are shown, the head is clicked."""
        super().pressed(item, row, x)
        if item != HEAD:
            self.post_message(QuoteChosen(self.cards.numbers[item]))

    def fit(self) -> None:
        """Wrap the cards again, and keep the current one in view."""
        if self.window is None:
            return
        top, cursor = self.window.top, self.window.cursor
        self._drawn.clear()
        self.look_at(self.window.flow)
        self.window.hold(Anchor(top.item, 0))
        self.window.go(cursor)

    def retheme(self) -> None:
        """Draw everything in the colours of the theme that is in force now."""
        self.redraw()

    def _lay_out(self, cards: Cards) -> None:
        self.cards = cards
        self.let_go()
        self._drawn.clear()
        self.look_at(Flow(range(HEAD, len(cards.numbers)), self._height) if cards.quotes else None)

    @property
    def _measure(self) -> int:
        return max(8, min(_MEASURE, self.size.width - _LEFT - _RIGHT))

    @property
    def _margin(self) -> int:
        return max(0, (self.size.width - _MEASURE) // 2 - _LEFT)

    def _row(self, cursor: Cursor, row: CardRow) -> list[Segment]:
        """A row with the cursor's sign before it: thin while the text is elsewhere."""
        palette = self.palette
        style = palette.side_faint if cursor == "resting" else palette.side_accent
        sign = {"none": " ", "resting": RESTING}.get(cursor, CURSOR)
        left = " " * self._margin
        parts = [Segment(text, getattr(palette, name)) for text, name in row.parts]
        segments = [Segment(f"{left} {sign} ", style), *parts]
        if cursor != "active":
            return segments
        room = " " * max(0, self.size.width - sum(width(each.text) for each in segments))
        return list(Segment.apply_style([*segments, Segment(room, palette.side)], post_style=palette.side_here))

    def _head(self) -> list[CardRow]:
        """The title, how many quotes are shown of how many, and at the right in which order or whose."""
        cards, measure = self.cards, self._measure
        shown, total = len(cards.numbers), len(cards.quotes)
        count = f"{shown} of {total}" if cards.words else str(total)
        room = measure - len(_TITLE) - len(count) - 2
        told = f"“{cards.words}”" if cards.words else "by speaker" if cards.grouped else "as in the text"
        right = cropped(told, max(0, room))
        gap = " " * max(0, room + 2 - width(right))
        parts = (_TITLE, "side_accent_strong"), (count, "side_muted"), (gap, "side"), (right, "side_faint")
        return [CardRow(), CardRow(parts)]

    def _height(self, item: int) -> int:
        return len(self._head()) if item == HEAD else len(self._card(item))

    def _card(self, item: int) -> list[CardRow]:
        rows = self._drawn.get(item)
        if rows is None:
            rows = self._drawn[item] = card(self.cards, item, self._measure)
        return rows
