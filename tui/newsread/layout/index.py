"""What the screen must know of a whole article, gathered once when it is opened: no key ever looks at all of it."""

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from newsread.layout.links import may_link
from newsread_filters.model import Quote, Reading

HEAD = -1
"""The number of the head (title, byline, site and date), which stands before block 0."""

_CHARACTERS_A_MINUTE = 1380
_IDEOGRAPHS_A_MINUTE = 450


class QuoteMark(NamedTuple):
    """A piece of quote `number` in a block, in offsets of its source text."""

    start: int
    end: int
    number: int


class Index:
    """The shown blocks with and without cuts, where the quotes stand, and how far into the text a place is."""

    def __init__(self, reading: Reading) -> None:
        """Look at everything in `reading` once; linear in its length."""
        self.reading = reading
        self.blocks = reading.article.blocks
        self.everything: Sequence[int] = range(HEAD, len(self.blocks))
        removed = [number for number, block in enumerate(self.blocks) if block.cuts and block.removed]
        self.kept: Sequence[int] = _without(self.everything, removed)
        self.cut = [number for number, block in enumerate(self.blocks) if block.cuts]
        """The blocks that something was cut from."""
        self.touched = len(self.cut)
        self.removed = len(removed)
        self.headings = [number for number, block in enumerate(self.blocks) if block.kind == "heading"]
        self.linking = [number for number, block in enumerate(self.blocks) if may_link(block)]
        """The blocks that links may stand in."""
        self.cut_by = Counter(name for number in self.cut for name in {cut.filter for cut in self.blocks[number].cuts})
        """In how many lines each filter or rule removed something."""
        self._ends = array("Q", accumulate(len(block.source_text) + 1 for block in self.blocks))
        self.minutes = self._minutes()
        """How long the kept text takes to read, in whole minutes, at least one."""
        self.marks = _marks(reading.quotes)
        self.quote_places = [(quote.spans[0].block, quote.spans[0].start) for quote in reading.quotes]

    def items(self, *, cuts: bool) -> Sequence[int]:
        """The numbers of what is shown, the head first."""
        return self.everything if cuts else self.kept

    def percent(self, block: int, offset: int, last: int) -> int:
        """How much of the text up to the end of block `last` stands before `offset` of `block`, in whole percent."""
        end = self._before(last + 1)
        return 100 if end == 0 else min(100, (self._before(max(block, 0)) + offset) * 100 // end)

    def quote_after(self, block: int, offset: int) -> int:
        """The number of the first quote that starts behind a place; the count of quotes when there is none."""
        return bisect_right(self.quote_places, (block, offset))

    def _minutes(self) -> int:
        cut = sum(cut.end - cut.start for block in self.blocks if block.cuts for cut in block.cuts)
        characters = (self._ends[-1] if self._ends else 0) - cut
        pace = _IDEOGRAPHS_A_MINUTE if self.reading.article.language in {"zh", "ja", "ko"} else _CHARACTERS_A_MINUTE
        return max(1, round(characters / pace))

    def _before(self, block: int) -> int:
        return self._ends[block - 1] if block > 0 else 0


def _without(everything: range, removed: list[int]) -> Sequence[int]:
    if not removed:
        return everything
    gone = set(removed)
    return [number for number in everything if number not in gone]


def _marks(quotes: Sequence[Quote]) -> dict[int, list[QuoteMark]]:
    marks: defaultdict[int, list[QuoteMark]] = defaultdict(list)
    for number, quote in enumerate(quotes):
        for span in quote.spans:
            marks[span.block].append(QuoteMark(span.start, span.end, number))
    return dict(marks)
