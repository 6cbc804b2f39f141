"""The quotes beside the text: who said what, as cards, one of them current."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsread.layout.cells import cropped
from newsread.layout.flow import Anchor, Flow
from newsread.layout.index import HEAD
from newsread.layout.wrap import lines
from newsread.messages import QuoteChosen
from newsread.widgets.lines import CURSOR, Cursor, LinePane
from newsread_filters.gate import clean
from newsread_filters.model import Quote

_LEFT, _RIGHT = 3, 2
_MEASURE = 66
_HEAD_ROWS = 2


class _Row(NamedTuple):
    """One row of a card: its text and which of the palette's styles it is in."""

    text: str
    style: str


class QuotesPane(LinePane):
    """Shows an article's quotes; Enter or a click chooses one."""

    def __init__(self, **options: Any) -> None:
        """Begin without quotes."""
        super().__init__(**options)
        self.quotes: Sequence[Quote] = ()
        self._cards: dict[int, list[_Row]] = {}

    def show(self, quotes: Sequence[Quote]) -> None:
        """Show other quotes from the first one."""
        self.quotes = quotes
        self._cards.clear()
        self.look_at(Flow(range(HEAD, len(quotes)), self._height) if quotes else None)

    def show_again(self, quotes: Sequence[Quote]) -> None:
        """Show the quotes of the same article, read anew, with the cursor about where it was."""
        cursor = self.cursor
        self.show(quotes)
        if cursor >= 0:
            self.steer(lambda window: window.go(min(cursor, len(quotes) - 1)))

    @property
    def current(self) -> Quote | None:
        """The quote under the cursor."""
        return self.quotes[self.cursor] if self.quotes else None

    @property
    def paper(self) -> Style:
        """The style of empty space."""
        return self.palette.side

    def draw(self, item: int, *, cursor: Cursor) -> list[Strip]:
        """Draw one card, or the pane's head."""
        palette = self.palette
        if item == HEAD:
            title = [
                Segment("QUOTES  ", palette.side_accent_strong),
                Segment(str(len(self.quotes)), palette.side_muted),
            ]
            return [self.blank(), self._card_row("none", title)]
        rows = (self._card_row(cursor, [Segment(row.text, getattr(palette, row.style))]) for row in self._card(item))
        return [self.blank(), *rows]

    def pressed(self, item: int, row: int, x: int) -> None:
        """Choose the quote that was clicked."""
        super().pressed(item, row, x)
        self.post_message(QuoteChosen(item))

    def on_resize(self) -> None:
        """Wrap the cards again, and keep the current one in view."""
        if self.window is None or not self.size.height:
            return
        top, cursor = self.window.top, self.window.cursor
        self._cards.clear()
        self.look_at(self.window.flow)
        self.window.hold(Anchor(top.item, 0))
        self.window.go(cursor)

    def retheme(self) -> None:
        """Draw everything in the colours of the theme that is in force now."""
        self.redraw()

    def _card_row(self, cursor: Cursor, segments: list[Segment]) -> Strip:
        style = self.palette.side_accent if cursor == "active" else self.palette.side_faint
        left = " " * max(0, (self.size.width - _MEASURE) // 2 - _LEFT)
        return self.row([Segment(f"{left} {' ' if cursor == 'none' else CURSOR} ", style), *segments])

    def _height(self, item: int) -> int:
        return _HEAD_ROWS if item == HEAD else 1 + len(self._card(item))

    def _card(self, item: int) -> list[_Row]:
        card = self._cards.get(item)
        if card is None:
            card = self._cards[item] = _card(self.quotes[item], max(8, min(_MEASURE, self.size.width - _LEFT - _RIGHT)))
        return card


def _card(quote: Quote, measure: int) -> list[_Row]:
    """The rows of a card: who, in what role, the words, and how they were said."""
    who = quote.speaker or quote.mention or "Speaker not named"
    rows = [_Row(line, "side_strong" if quote.speaker else "side_muted") for line in lines(clean(who), measure)]
    if quote.role:
        rows.append(_Row(cropped(clean(quote.role), measure), "side_muted"))
    words = "\n".join(f"“{part}" for part in quote.text.split("\n\n")) + "”"
    rows += [_Row(line, "side") for line in lines(clean(words), measure)]
    said = " ".join(part for part in (quote.mention if quote.speaker != quote.mention else None, quote.cue) if part)
    if said:
        rows.append(_Row(cropped(clean(said), measure), "side_faint"))
    return rows
