"""Parts a line that the page broke with <br>: where it holds several things, each becomes a line of its own.

An empty line always parts. A single break does where what stands on either side can stand alone: a line that is one
link, a label in bold, a sentence that ends. Verse and addresses have no such lines and stay one block with breaks.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsread_filters.extract.line import Line
from newsread_filters.model import Span

_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_LONG = 60
"""Characters; hardly a line of verse or of an address is longer."""


def part(line: Line) -> list[Line]:
    """Return `line` as one or several lines, the breaks that are left in them as spans."""
    if not line.breaks:
        return [line]
    doubled = {one for one, other in pairwise(line.breaks) if one == other}
    at = sorted(set(line.breaks))
    pieces = list(_pieces(line, at))
    together = [[pieces[0]]]
    for offset, (one, other) in zip(at, pairwise(pieces), strict=True):
        if offset in doubled or _stand_apart(one, other):
            together.append([])
        together[-1].append(other)
    return [_joined(each) for each in together]


def _pieces(line: Line, at: Sequence[int]) -> Iterator[Line]:
    """Cut `line` at the offsets `at`, with what each piece has of the spans; the space at a cut belongs to neither."""
    rest = list(reversed(line.spans))
    running: list[Span] = []
    for start, end in pairwise((0, *at, len(line.text))):
        begin = start + (line.text[start] == " ")
        while rest and rest[-1].start < end:
            running.append(rest.pop())
        spans = [
            Span(max(each.start, begin) - begin, min(each.end, end) - begin, each.kind, each.href) for each in running
        ]
        yield Line(line.text[begin:end], tuple(span for span in spans if span.end > span.start), (), line.classes)
        running = [each for each in running if each.end > end]


def _joined(pieces: list[Line]) -> Line:
    spans: list[Span] = []
    length = 0
    for piece in pieces:
        if length:
            spans.append(Span(length, length + 1, "break"))
            length += 1
        spans.extend(Span(each.start + length, each.end + length, each.kind, each.href) for each in piece.spans)
        length += len(piece.text)
    return Line(" ".join(piece.text for piece in pieces), tuple(spans), (), pieces[0].classes)


def _stand_apart(one: Line, other: Line) -> bool:
    if _covered(one, "link") or _covered(other, "link"):
        return True
    if _covered(one, "strong") != _covered(other, "strong") and max(len(one.text), len(other.text)) >= _LONG:
        return True
    if _ENDS.search(one.text):
        return len(one.text) >= _LONG
    is_label = len(one.text.split()) <= 8
    return is_label and len(other.text) >= _LONG and other.text[0].isupper() and bool(_ENDS.search(other.text))


def _covered(line: Line, kind: str) -> bool:
    """Whether (nearly) all of the line stands in spans of `kind`."""
    return sum(span.end - span.start for span in line.spans if span.kind == kind) >= 0.8 * len(line.text)
