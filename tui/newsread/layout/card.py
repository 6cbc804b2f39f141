"""How one quote is set in its pane: who, in what role, the words, and small below them how they were said."""

from collections.abc import Iterator
from typing import NamedTuple

from newsread.layout.cards import Cards
from newsread.layout.cells import cropped, width
from newsread.layout.said import UNNAMED, how, is_fragment, is_sure, who
from newsread.layout.wrap import lines
from newsread_filters.gate import clean, clean_line
from newsread_filters.model import Quote

_GAP = 2
_ROLE_LINES = 2
_LEAST = 12
"""Cells that a name needs beside a count."""


class CardRow(NamedTuple):
    """One row of a card: pieces of text, each with the palette's style that it is in."""

    parts: tuple[tuple[str, str], ...] = ()
    own: bool = True
    """Whether it is about this quote alone; what is not stands above it for a whole group, or is air."""
    words: int = 0
    """How many of the pieces, from the first one on, are what is told of the quote; a gap and a count are not."""

    @property
    def told(self) -> str:
        """What it tells of the quote."""
        return "".join(text for text, _ in self.parts[: self.words])


def card(cards: Cards, position: int, measure: int) -> list[CardRow]:
    """The rows of the quote at `position` in `measure` cells."""
    quote = cards.at(position)
    rows = [CardRow(own=False)]
    if cards.leads(position):
        rows += [CardRow(own=False)] * (position > 0)
        rows += [row._replace(own=False) for row in _group(cards, quote, measure)]
    elif not cards.grouped:
        rows += _speaker(cards, position, measure)
    rows += _words(quote, measure)
    said = clean_line(how(quote) if quote.speaker or not cards.grouped else _mentioned(quote))
    if said:
        rows.append(CardRow(((cropped(said, measure), "side_faint"),), words=1))
    return rows


def counted(number: int) -> str:
    """How many quotes, in words."""
    return "1 quote" if number == 1 else f"{number} quotes"


def _group(cards: Cards, quote: Quote, measure: int) -> Iterator[CardRow]:
    """What stands above a speaker's quotes."""
    name = quote.speaker or UNNAMED.capitalize()
    style = "side_accent_strong" if cards.is_sure(quote.speaker) else "side_muted"
    return _named(name, style, cards.role(quote.speaker), counted(cards.count(quote.speaker)), measure)


def _speaker(cards: Cards, position: int, measure: int) -> Iterator[CardRow]:
    """Who said it, and the how many-th of their quotes it is."""
    quote = cards.at(position)
    count = cards.count(quote.speaker) if quote.speaker else 1
    right = f"{cards.ordinal(position)} of {count}" if count > 1 else ""
    name = who(quote)
    name = name.capitalize() if name == UNNAMED else name
    style = "side_strong" if quote.speaker and is_sure(quote) else "side_muted"
    return _named(name, style, cards.role(quote.speaker), right, measure)


def _named(name: str, style: str, role: str, right: str, measure: int) -> Iterator[CardRow]:
    """A name with what stands to the right of it, and the role behind it when there is room, else below."""
    name, role = clean_line(name), clean_line(role)
    room = measure - (width(right) + _GAP if right else 0)
    if room < _LEAST:
        room, right = measure, ""
    first, *others = lines(name, room)
    beside = f", {role}" if role and not others and width(f"{first}, {role}") <= room else ""
    gap = " " * max(0, measure - width(first) - width(beside) - width(right))
    yield CardRow(((first, style), (beside, "side_muted"), (gap, "side"), (right, "side_faint")), words=2)
    for line in others:
        yield CardRow(((line, style),), words=1)
    if role and not beside:
        for line in lines(role, measure)[:_ROLE_LINES]:
            yield CardRow(((line, "side_muted"),), words=1)


def _words(quote: Quote, measure: int) -> Iterator[CardRow]:
    words = "\n".join(f"“{part}" for part in quote.text.split("\n\n")) + "”"
    style = "side_muted" if is_fragment(quote) else "side"
    for line in lines(clean(words), measure):
        yield CardRow(((line, style),), words=1)


def _mentioned(quote: Quote) -> str:
    """How it was said, the words that name somebody included: below a heading that names nobody."""
    return " ".join(part for part in (quote.mention, how(quote)) if part)
