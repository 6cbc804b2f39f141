"""Draws the rows of an article's column as strips: the margin, the gutter with its signs, the text in its looks."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from rich.segment import Segment
from rich.style import Style

from newsread.layout.cells import cropped, width
from newsread.layout.column import LABEL_GAP, Column, Setting
from newsread.layout.direction import is_rtl
from newsread.layout.head import HeadLine
from newsread.layout.runs import Layer, Look, Run, runs, within
from newsread.layout.search import Hit, Search
from newsread.widgets.lines import CURSOR, Cursor
from newsread.widgets.palette import Palette
from newsread_filters.model import Block

REMOVED, PARTLY, RETURNS, BULLET, BAR = "×", "╌", "+", "•", "▎"
_WIDE_GUTTER, _NARROW_GUTTER = 4, 2


Fates = Callable[[int], Literal["goes", "returns", ""]]
"""What would become of a block by its number, if a choice were made."""


class Frame(NamedTuple):
    """How a pane's width is shared out, in cells: the text stands in the middle, the gutter to its left."""

    width: int
    left: int
    gutter: int
    measure: int

    @property
    def margin(self) -> int:
        """The cells to the right of the lines."""
        return self.width - self.left - self.gutter - self.measure

    @classmethod
    def of(cls, pane: int, measure: int) -> "Frame":
        """Share out `pane` cells for lines of at most `measure`."""
        gutter, right = (_WIDE_GUTTER, 2) if pane >= 40 else (_NARROW_GUTTER, 0)
        lines = max(2, min(measure, pane - gutter - right))
        return cls(pane, max(0, (pane - lines) // 2 - gutter) if pane > lines + gutter + right else 0, gutter, lines)


class Ink(NamedTuple):
    """Everything that decides what a block looks like, but the cursor."""

    palette: Palette
    column: Column
    frame: Frame
    current_quote: int | None = None
    search: Search | None = None
    hit: Hit | None = None
    """The hit that the search stands on."""
    fates: Fates | None = None
    """What is shown in place before it is done."""
    drawn: Callable[[str], str] = str
    """How the program's own signs are drawn; the text stays as it is."""

    def head(self, lines: list[HeadLine]) -> list[list[Segment]]:
        """The rows of the head."""
        return [self._row(self._head_line(line)) for line in lines]

    def block(self, number: int, *, cursor: Cursor) -> list[list[Segment]]:
        """All rows of block `number`."""
        block, setting = self.column.index.blocks[number], self.column.setting(number)
        fate = self.fates(number) if self.fates else ""
        base = self._base(block, returns=fate == "returns")
        parts = runs(len(setting.shown.text), self._layers(number, block, setting, fate))
        rows = [self._row(())] * setting.above
        last = len(setting.starts) - 1
        for line in range(last + 1):
            segments = [*self._prefix(block, setting, line), *self._text(setting, line, parts, base)]
            label_at = {"margin": 0, "first": 0, "last": last}.get(setting.label_at)
            if setting.label and line == label_at:
                segments += self._label(setting, sum(width(each.text) for each in segments))
            sign = self._sign(block, setting, line)
            if fate:
                sign = " " if line else REMOVED if fate == "goes" else RETURNS
            rows.append(self._row(segments, sign, cursor=cursor, stressed=bool(fate)))
        if setting.label_at == "row":
            rows.append(self._row(self._label(setting, 0), cursor=cursor))
        return rows

    def _row(
        self, segments: Iterable[Segment], sign: str = " ", *, cursor: Cursor = "none", stressed: bool = False
    ) -> list[Segment]:
        """One row as wide as the pane: margin, the gutter's sign and cursor, the text, and paper to the right edge."""
        left, palette = " " * self.frame.left, self.palette
        bar, sign = self.drawn(CURSOR) if cursor != "none" else " ", self.drawn(sign)
        style = palette.accent if cursor == "active" else palette.faint
        if self.frame.gutter == _NARROW_GUTTER:
            return [Segment(left, palette.text), Segment(f"{sign if bar == ' ' else bar} ", style), *segments]
        sign_style = palette.accent_strong if stressed else palette.faint
        return [Segment(f"{left}{sign} ", sign_style), Segment(f"{bar} ", style), *segments]

    def _sign(self, block: Block, setting: Setting, line: int) -> str:
        """The gutter's sign: once for a block that is removed, on each line that a part was cut from."""
        if not setting.label:
            return " "
        if block.removed:
            return REMOVED if line == 0 else " "
        start, end = setting.line(line)
        return PARTLY if any(cut.start < end and cut.end > start for cut in block.cuts) else " "

    def _base(self, block: Block, *, returns: bool) -> Style:
        palette = self.palette
        if self.column.cuts and block.removed and not returns:
            return palette.faint
        if block.kind == "heading":
            return palette.heading
        return palette.muted if block.kind in {"caption", "blockquote"} else palette.text

    def _prefix(self, block: Block, setting: Setting, line: int) -> list[Segment]:
        more = setting.left(line) - setting.indent
        space = [Segment(" " * more, self.palette.text)] if more else []
        if not setting.indent:
            return space
        faint = self.palette.faint if self.column.cuts and block.removed else self.palette.accent
        if block.kind == "list_item":
            return [Segment(f"{self.drawn(BULLET)} " if line == 0 else "  ", faint), *space]
        return [Segment(f"{self.drawn(BAR)} " if block.kind == "blockquote" else "  ", faint), *space]

    def _text(self, setting: Setting, line: int, parts: list[Run], base: Style) -> list[Segment]:
        start, end = setting.line(line)
        text, look = setting.shown.text, self.palette.look
        return [Segment(text[run.start : run.end], look(base, run.looks)) for run in within(parts, start, end)]

    def _label(self, setting: Setting, used: int) -> list[Segment]:
        """The label, behind the `used` cells of its row: in the margin, or at the right end of the line."""
        in_margin = setting.label_at == "margin"
        end = self.frame.measure + (LABEL_GAP + width(setting.label) if in_margin else 0)
        label = self.drawn(cropped(setting.label, end - used))
        return [Segment(" " * (end - used - width(label)), self.palette.text), Segment(label, self.palette.label)]

    def _layers(self, number: int, block: Block, setting: Setting, fate: str) -> list[Layer]:
        """What lies over the text of a block, from the bottom up."""
        to_shown = setting.shown.from_source
        removed = self.column.cuts and block.removed
        layers = [
            Layer(to_shown(span.start), to_shown(span.end), span.kind)
            for span in block.spans
            if span.kind != "break" and not removed
        ]
        if fate == "goes":
            layers.append(Layer(0, len(setting.shown.text), "cut"))
        elif self.column.cuts and not removed and not fate:
            layers += [Layer(cut.start, cut.end, "cut") for cut in block.cuts]
        for mark in self.column.index.marks.get(number, ()):
            look: Look = "quote-current" if mark.number == self.current_quote else "quote"
            layers.append(Layer(to_shown(mark.start), to_shown(mark.end), look))
        if self.search:
            layers += [Layer(start, end, "hit") for start, end in self.search.in_text(setting.shown.text)]
        if self.hit and self.hit.block == number:
            layers.append(Layer(self.hit.start, self.hit.end, "hit-current"))
        return layers

    def _head_line(self, line: HeadLine) -> Iterator[Segment]:
        style = self.palette.head[line.role]
        if line.role == "rule":
            yield Segment(self.drawn("─") * min(12, self.frame.measure), style)
        elif line.role == "keys":
            yield from (segment._replace(text=self.drawn(segment.text)) for segment in self.palette.keys(line.text))
        else:
            if is_rtl(line.text):
                yield Segment(" " * max(0, self.frame.measure - width(line.text)), style)
            yield Segment(line.text if line.role in {"kicker", "title"} else self.drawn(line.text), style)
