"""The article's column: which blocks it shows, how each is set, and which row a place in the text is on."""

from bisect import bisect_right
from typing import Literal, NamedTuple

from newsread.layout.cells import width
from newsread.layout.direction import is_rtl
from newsread.layout.flow import Anchor, Flow
from newsread.layout.head import HeadLine
from newsread.layout.index import HEAD, Index
from newsread.layout.shown import Shown, shown
from newsread.layout.wrap import wrap
from newsread_filters.model import Block, BlockKind

_INDENT: dict[BlockKind, int] = {"list_item": 2, "blockquote": 2, "code": 2}
Spacing = Literal["close", "normal", "wide"]
"""What parts paragraphs: the first line set in, as in a book; a blank row; two of them."""
_BLANK: dict[Spacing, int] = {"close": 0, "normal": 1, "wide": 2}
_SET_IN = 2
TIGHT: frozenset[BlockKind] = frozenset({"list_item", "table_row", "code"})
_CACHED = 4096
_SHORTEST = 36
"""Removed lines are set shorter to make room for their label, but not shorter than this."""
LABEL_GAP = 2
"""Cells between a line and the label beside it."""


LabelAt = Literal["margin", "first", "last", "row"]


class Place(NamedTuple):
    """A place in the text: an offset into a block's source text. It outlives every change of the layout."""

    block: int
    offset: int = 0
    """-1 for the empty rows above the block."""


class Setting(NamedTuple):
    """How one block is set: blank rows above, then a row for each line, then perhaps a row for the label."""

    shown: Shown
    starts: list[int]
    above: int
    indent: int
    label: str
    """The filters that cut here, when the cuts are shown; else empty."""
    label_at: LabelAt = "row"
    """Where the label finds room: in the margin, at the right end of the first or last line, on a row below."""
    first: int = 0
    """How far the first line is set in, besides."""
    flush: int = 0
    """The cell at which lines that run from right to left begin; 0 for lines that run from left to right."""

    @property
    def height(self) -> int:
        """All its rows."""
        return self.above + len(self.starts) + (self.label_at == "row")

    def left(self, line: int) -> int:
        """The cells before the text of a line."""
        first = self.first if line == 0 else 0
        if not self.flush:
            return self.indent + first
        start, end = self.line(line)
        return self.indent + max(0, self.flush - first - width(self.shown.text[start:end]))

    def line(self, number: int) -> tuple[int, int]:
        """The range of the shown text that is drawn on line `number`, without the space it was broken at."""
        start = self.starts[number]
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.shown.text)
        return start, start + len(self.shown.text[start:end].rstrip())


class Column:
    """An article's text at one measure, with its cuts in place or hidden; blocks are set when first asked for."""

    def __init__(
        self,
        index: Index,
        head: list[HeadLine],
        measure: int,
        margin: int = 0,
        spacing: Spacing = "normal",
        *,
        cuts: bool,
    ) -> None:
        """Lay out the article of `index` under `head` in lines of `measure` cells, `margin` cells to their right."""
        self.index = index
        self.head = head
        self.measure = measure
        self.margin = margin
        self.spacing = spacing
        self.cuts = cuts
        self.flow = Flow(index.items(cuts=cuts), self._height)
        self._settings: dict[int, Setting] = {}
        self._heights: dict[int, int] = {}
        """Asked for a hundred times at each key."""

    def is_set_like(self, other: "Column") -> bool:
        """Whether both show the same article in the same way, so that what is set here need not be set again."""
        ours, theirs = ((each.head, each.measure, each.margin, each.spacing, each.cuts) for each in (self, other))
        return self.index is other.index and ours == theirs

    def setting(self, number: int) -> Setting:
        """How block `number` is set."""
        setting = self._settings.get(number)
        if setting is None:
            if len(self._settings) >= _CACHED:
                self._settings.clear()
                self._heights.clear()
            setting = self._settings[number] = self._set(number)
        return setting

    def text(self, number: int) -> str:
        """The text that block `number` shows."""
        return shown(self.index.blocks[number], cuts=self.cuts).text

    def anchor(self, place: Place) -> Anchor:
        """The row that shows `place`; for a block that is not shown, the first row of the next one that is."""
        item = self.flow.items[self.flow.index(place.block)]
        if item == HEAD:
            return Anchor(HEAD, min(max(place.offset, 0), len(self.head) - 1) if place.block == HEAD else 0)
        setting = self.setting(item)
        if place.offset < 0:
            return Anchor(item, 0)
        offset = setting.shown.from_source(place.offset) if item == place.block else 0
        return Anchor(item, setting.above + max(0, bisect_right(setting.starts, offset) - 1))

    def place(self, anchor: Anchor) -> Place:
        """The place in the text of the first character on a row."""
        if anchor.item == HEAD:
            return Place(HEAD, anchor.row)
        setting = self.setting(anchor.item)
        if anchor.row < setting.above:
            return Place(anchor.item, -1)
        line = min(max(0, anchor.row - setting.above), len(setting.starts) - 1)
        return Place(anchor.item, setting.shown.to_source(setting.starts[line]))

    def _height(self, item: int) -> int:
        height = self._heights.get(item)
        if height is None:
            height = self._heights[item] = len(self.head) if item == HEAD else self.setting(item).height
        return height

    def _set(self, number: int) -> Setting:
        block = self.index.blocks[number]
        visible = shown(block, cuts=self.cuts)
        indent = _INDENT.get(block.kind, 0)
        forced = tuple(visible.from_source(span.end) for span in block.spans if span.kind == "break")
        measure = max(2, self.measure - indent)
        label = _label(block) if self.cuts else ""
        room = LABEL_GAP + width(label)
        above, first = self._above(number, block), self._first(number, block)
        if not label or room <= self.margin or is_rtl(visible.text):
            starts = wrap(visible.text, measure, forced, first)
            at: LabelAt = "margin" if not label or room <= self.margin else "row"
            flush = measure if is_rtl(visible.text) else 0
            return Setting(visible, starts, above, indent, label, at, first, flush)
        if block.removed and measure - room >= _SHORTEST:
            starts = wrap(visible.text, measure - room, forced, first)
            return Setting(visible, starts, above, indent, label, "first", first)
        setting = Setting(visible, wrap(visible.text, measure, forced, first), above, indent, label, first=first)
        last = len(setting.starts) - 1
        start, end = setting.line(last)
        fits = width(visible.text[start:end]) + room + setting.left(last) <= measure + indent
        return setting._replace(label_at="last") if fits else setting

    def _first(self, number: int, block: Block) -> int:
        """How far the first line is set in: in a paragraph that follows another with no blank row between."""
        if self.spacing != "close" or block.kind != "paragraph" or self.measure < _SHORTEST:
            return 0
        before = self.flow.items[self.flow.index(number) - 1]
        follows = before != HEAD and self.index.blocks[before].kind == "paragraph"
        return _SET_IN if follows and not self._above(number, block) else 0

    def _above(self, number: int, block: Block) -> int:
        before = self.flow.items[self.flow.index(number) - 1]
        if before == HEAD:
            return 0
        previous = self.index.blocks[before]
        if block.removed and previous.removed:
            return 0
        if block.removed == previous.removed and block.kind == previous.kind and block.kind in TIGHT:
            return 0
        if block.kind == "heading" and not block.removed and not previous.removed:
            return 2
        alike = block.kind == previous.kind == "paragraph"
        return _BLANK[self.spacing] if alike and block.removed == previous.removed else 1


def _label(block: Block) -> str:
    return ", ".join(dict.fromkeys(cut.filter for cut in block.cuts))
