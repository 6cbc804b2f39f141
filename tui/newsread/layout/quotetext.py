"""The text of the quotes as it can be selected: who, in what role, the words, and how they were said."""

from collections.abc import Callable, Sequence

from newsread.layout.card import CardRow, card
from newsread.layout.cards import Cards
from newsread.layout.flow import Flow
from newsread.layout.index import HEAD
from newsread.layout.selection import Line
from newsread.layout.shown import Shown

_ROOM = 100
"""Cells for what is told of a quote beside all that the article says of it."""


class QuoteText:
    """What stands on the cards of a pane, without what is the program's own: counts, and the head of the pane."""

    def __init__(self, cards: Cards, flow: Flow, rows: Callable[[int], Sequence[CardRow]]) -> None:
        """Take the text of `cards` that are stacked in `flow`; `rows` are those of each as it is set in the pane."""
        self._cards = cards
        self._flow = flow
        self._rows = rows
        self._shown: dict[int, Shown] = {}

    @property
    def flow(self) -> Flow:
        """The head and the cards."""
        return self._flow

    def shown(self, item: int) -> Shown:
        """The text of a card, as it would stand where there is room for all of it."""
        if item not in self._shown:
            self._shown[item] = Shown(self._told(item) if item != HEAD else "")
        return self._shown[item]

    def line(self, item: int, row: int) -> Line | None:
        """What stands on a row: its words are sought behind those of the rows above it."""
        rows = self._rows(item)[: row + 1] if item != HEAD and row >= 0 else ()
        if len(rows) <= row or not rows or not rows[-1].told:
            return None
        text, start, end = self.shown(item).text, 0, 0
        for each in rows:
            words = each.told if each.told in text[end:] else each.told.removesuffix("…").rstrip()
            start = text.index(words, end)
            end = start + len(words)
        return Line(start, end, 0)

    def beside(self, item: int, row: int) -> int:
        """The beginning of a card for the air above it, its end for what is below."""
        below = item != HEAD and row >= len(self._rows(item))
        return len(self.shown(item).text) if below else 0

    def break_before(self, item: int) -> str:  # noqa: ARG002 - all cards are parted in the same way
        """A blank line."""
        return "\n\n"

    def _told(self, item: int) -> str:
        quote = self._cards.at(item)
        role = self._cards.role(quote.speaker)
        told = (quote.text, quote.speaker, quote.role, quote.mention, quote.cue, role)
        room = 2 * sum(len(each or "") for each in told) + _ROOM
        return "\n".join(row.told for row in card(self._cards, item, room) if row.told)
