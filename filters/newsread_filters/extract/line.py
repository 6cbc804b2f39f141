"""Builds one line out of a tree's pieces: text that passed the gate, with spans that point into it."""

from typing import NamedTuple

from newsread_filters.gate import clean
from newsread_filters.model import Span, SpanKind

CELL = " | "
"""What stands between the cells of a table's row."""

_UNSPACED = "\u2e80"
"""From here on come the scripts of East Asia, which put no spaces between words."""


class Line(NamedTuple):
    """A finished line: its text, its spans, and what else was seen of it."""

    text: str
    spans: tuple[Span, ...] = ()
    breaks: tuple[int, ...] = ()
    """The offsets at which the page broke it; one that stands twice is an empty line."""
    classes: tuple[str, ...] = ()
    """Class tokens of the inline elements that hold all of the text."""


class _Opened(NamedTuple):
    kind: SpanKind | None
    href: str | None
    classes: tuple[str, ...]
    start: int


class LineBuilder:
    """Collects pieces in the order of the page; white space collapses as they come, so that offsets stay true."""

    def __init__(self) -> None:
        """Begin an empty line."""
        self._pieces: list[str] = []
        self._length = 0
        self._gap = ""
        self._closed_now = False
        self._at_seam = False
        self._open: list[_Opened] = []
        self._closed: list[tuple[_Opened, int]] = []
        self._breaks: list[int] = []

    def add(self, text: str | None) -> None:
        """Add running text."""
        if not text:
            return
        text = clean(text)
        if words := text.split():
            if self._pieces and (gap := self._gap or " " * (text[0].isspace() or self._is_glued(text[0]))):
                self._append(gap)
            self._append(" ".join(words))
            self._gap = " " * text[-1].isspace()
            self._closed_now = self._at_seam = False
        elif text:
            self.space()

    def add_verbatim(self, text: str | None) -> None:
        """Add text whose white space means something; empty lines before the first are dropped."""
        cleaned = clean(text or "")
        if piece := cleaned if self._pieces else cleaned.lstrip("\n"):
            self._append(piece)

    def space(self) -> None:
        """Part what comes from what stands, as white space does."""
        self._gap = self._gap or " "

    def next_cell(self) -> None:
        """Part what comes from what stands, as the border between two cells does."""
        self._gap = CELL

    def break_line(self) -> None:
        """Mark a line break."""
        if self._pieces:
            self._breaks.append(self._length)
        self.space()

    def open(self, kind: SpanKind | None, href: str | None = None, classes: tuple[str, ...] = ()) -> None:
        """Begin an inline element; it goes on over the ends of lines until it is closed."""
        self._at_seam = self._at_seam or self._closed_now
        self._open.append(_Opened(kind, href, classes, self._length))

    def close(self) -> None:
        """End the inline element begun last."""
        opened = self._open.pop()
        self._closed_now = self._length - opened.start > 1
        self._record(opened)

    @property
    def is_in_sentence(self) -> bool:
        """Whether the line has begun, and its sentence has not ended."""
        return bool(self._pieces) and not self._pieces[-1].endswith((".", "!", "?"))

    def take(self) -> Line:
        """Return what was collected and begin the next line."""
        for opened in self._open:
            self._record(opened)
        text = "".join(self._pieces).rstrip()
        spans = [
            Span(_past_gap(text, each.start), min(end, len(text)), each.kind, each.href)
            for each, end in self._closed
            if each.kind and each.start < len(text)
        ]
        spans.sort(key=lambda span: (span.start, -span.end))
        classes = [
            token for each, end in self._closed if each.start == 0 and end >= len(text) for token in each.classes
        ]
        line = Line(text, tuple(spans), tuple(at for at in self._breaks if at < len(text)), tuple(classes))
        self._open = [each._replace(start=0) for each in self._open]
        self._pieces, self._length, self._gap, self._closed, self._breaks = [], 0, "", [], []
        return line

    def _is_glued(self, after: str) -> bool:
        """Whether two inline elements that style sets apart, a name and a time, would come out as one word."""
        before = self._pieces[-1][-1]
        if not self._at_seam:
            return self._closed_now and before.islower() and (after.isupper() or after.isdigit())
        return before.isalnum() and after.isalnum() and max(before, after) < _UNSPACED

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def _record(self, opened: _Opened) -> None:
        if self._length > opened.start:
            self._closed.append((opened, self._length))


def _past_gap(text: str, start: int) -> int:
    """A span begins at a word: the gap before it was still to come when it was opened."""
    return start + len(CELL) if text.startswith(CELL, start) else start + (text[start] == " ")
