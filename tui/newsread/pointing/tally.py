"""Counts what each remedy would do, a slice of the article at a time, so that it can go on beside the keys."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from newsread.pointing.remedies import AddRule, Remedy
from newsread_filters.model import Block
from newsread_filters.rules import NotApplied
from newsread_filters.sites import host_of

SLICE = 200
"""Blocks that are looked at in one go: some milliseconds."""


class Opened(NamedTuple):
    """An article that was opened before."""

    url: str | None
    blocks: Sequence[Block]


class Tally(NamedTuple):
    """What a remedy would do."""

    lines: int = 0
    """Lines that it touches in the article on the screen."""
    first: int | None = None
    """The number of the first of them."""
    elsewhere: int = 0
    """Lines that it touches in the other articles, as far as they were opened."""
    articles: int = 0
    """In how many of them."""
    refused: str = ""
    """Why it cannot be done; empty when it can."""


def tallies(remedies: Sequence[Remedy], blocks: Sequence[Block], others: Sequence[Opened]) -> Iterator[list[Tally]]:
    """Count for all `remedies`; yields after each slice of the article, and once more when the `others` are counted."""
    counts = [_Count(remedy) for remedy in remedies]
    words = 0
    for start in range(0, max(1, len(blocks)), SLICE):
        for number, block in islice(enumerate(blocks), start, start + SLICE):
            size = len(block.source_text.split())
            words += size
            for count in counts:
                count.look(number, block, size)
        yield [count.tally() for count in counts]
    for count in counts:
        count.weigh(words)
    for other in others:
        for count in counts:
            count.look_elsewhere(other)
    yield [count.tally() for count in counts]


class _Count:
    """Counts for one remedy."""

    def __init__(self, remedy: Remedy) -> None:
        self._remedy = remedy
        self._lines = self._words = self._elsewhere = self._articles = 0
        self._first: int | None = None
        self._refused = ""

    def look(self, number: int, block: Block, size: int) -> None:
        """Look at a block of the article, which has `size` words."""
        if self._refused:
            return
        try:
            touched = self._remedy.touches(block)
        except NotApplied as error:
            self._refused = str(error)
            return
        if touched and self._first is None:
            self._first = number
        if touched or (self._remedy.ends and self._first is not None and not block.removed):
            self._lines += 1
        if touched or (self._remedy.ends and self._first is not None):
            self._words += size

    def weigh(self, words: int) -> None:
        """Refuse what would take more than half of all `words`, as the reading itself would."""
        if self._remedy.fate == "goes" and 2 * self._words > words and not self._refused:
            self._refused = f"too much: it would take {self._words:,} of {words:,} words here"

    def look_elsewhere(self, other: Opened) -> None:
        """Count in another article what a rule would do."""
        deed = self._remedy.deed
        if self._refused or not isinstance(deed, AddRule) or not deed.rule.holds_at(host_of(other.url)):
            return
        try:
            lines = sum(map(self._remedy.touches, other.blocks))
        except NotApplied:
            return
        self._elsewhere += lines
        self._articles += lines > 0

    def tally(self) -> Tally:
        """What was counted so far."""
        return Tally(self._lines, self._first, self._elsewhere, self._articles, self._refused)
