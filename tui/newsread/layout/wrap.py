"""Wraps a text into lines no wider than a measure.

A wrapped text is the list of the offsets where its lines start. Every character belongs to exactly one line; the space
at which a line was broken hangs at the line's end, and is not drawn.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate, pairwise

from newsread.layout.cells import clusters, is_common, width

# Inside a word that is too long for a line, break after one of these: it keeps addresses readable.
_JOINTS = "/-–—?&=._"
_HYPHEN = r"(?<=[^\W\d_]{2})[-–—](?=[^\W\d_]{2})|—(?=\w)"  # compiled when the first one is met, like the next
# East Asian text breaks between any two characters, except before these and after those (kinsoku).
_NOT_FIRST = frozenset(
    "、。，．・：；？！）］｝」』】〉》〕〗〙〛’”…‥ー々〜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ,.:;?!)]}%°℃％"
)
_NOT_LAST = frozenset("（［｛「『【〈《〔〖〘〚‘“([{＄￥£€$¥")
# Korean is not among it: its words are parted by spaces.
_EAST_ASIAN = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003fffd]"
# What French sets off by a space that should not break, and often can.
_SET_OFF = frozenset("!?:;»%€")
# What makes a text more than words with spaces between, where it may be broken.
_MORE_THAN_SPACES = "[-–—«]| [!?:;»%€]"

Starts = list[int]
PARTED = " · "


def wrap(text: str, measure: int, forced: tuple[int, ...] = (), indent: int = 0) -> Starts:
    """The starts of the lines of `text` at most `measure` cells wide; at the offsets `forced` a line starts anyway.

    The first line is shorter by `indent`.
    """
    if not forced and "\n" not in text:
        return _wrapped(text, measure, indent)
    starts: Starts = []
    for start, end in _pieces(text, forced):
        starts.extend(start + each for each in _wrapped(text[start:end], measure, 0 if start else indent))
    return starts


def lines(text: str, measure: int) -> list[str]:
    """The lines of `text` as they are drawn; none for an empty text."""
    starts = wrap(text, measure) if text else []
    return [text[start:end].rstrip() for start, end in zip(starts, [*starts[1:], len(text)], strict=False)]


def parts(text: str, measure: int) -> list[str]:
    """The lines of a `text` that is broken only between the parts that PARTED joins."""
    rows = [""]
    for part in text.split(PARTED):
        joined = f"{rows[-1]}{PARTED}{part}" if rows[-1] else part
        if width(joined) <= measure:
            rows[-1] = joined
        else:
            rows.append(part)
    return [row for row in rows if row]


def _pieces(text: str, forced: tuple[int, ...]) -> list[tuple[int, int]]:
    """Part `text` behind its newlines and at `forced`."""
    breaks = {match.end() for match in re.finditer("\n", text)} | set(forced)
    edges = [0, *sorted(each for each in breaks if 0 < each < len(text)), len(text)]
    return list(pairwise(edges))


def _wrapped(text: str, measure: int, indent: int) -> Starts:
    if is_common(text.rstrip("\n")):
        return _wrap_common(text, measure, indent)
    return _wrap_clusters(text, measure, indent)


def _wrap_common(text: str, measure: int, indent: int) -> Starts:
    """Wrap text of which every character is one cell wide: a search from the right for each line, nothing else."""
    starts, start, end = [0], 0, len(text.rstrip())
    room, spaces_only = measure - indent, re.search(_MORE_THAN_SPACES, text) is None
    while end - start > room:
        limit = start + room
        space = text.rfind(" ", start, limit + 1) if spaces_only else start
        start = space + 1 if space > start else _break(text, start, limit) or limit
        room = measure
        starts.append(start)
    return starts


def _wrap_clusters(text: str, measure: int, indent: int) -> Starts:
    """Wrap text with wide or combining characters, of which none is parted."""
    spans = clusters(text.rstrip())
    offsets = [start for start, _, _ in spans]
    edges = [0, *accumulate(cells for _, _, cells in spans)]
    """The cells before each visible character, and those of all."""
    starts, at, room = [0], 0, measure - indent
    while edges[-1] - edges[at] > room:
        limit = max(at + 1, bisect_right(edges, edges[at] + room) - 1)
        if limit >= len(offsets):
            break
        start = _break(text, offsets[at], offsets[limit], _is_break_between)
        found = bisect_left(offsets, start) if start else limit
        at = found if found < len(offsets) and offsets[found] == start and found > at else limit
        starts.append(offsets[at])
        room = measure
    return starts


def _break(text: str, start: int, limit: int, is_between: Callable[[str, str], bool] | None = None) -> int | None:
    """Where a line that begins at `start` and has room up to `limit` ends; None when nothing but `limit` is left.

    At the last space, behind a hyphen after it, or where `is_between` two characters of East Asian text; within a word
    only when it fills the line.
    """
    space = _space(text, start, limit)
    best = space + 1 if space > start else 0
    if is_between is not None:
        best = next((at for at in range(limit, max(best, start), -1) if is_between(text[at - 1], text[at])), best)
    return _joint(text, max(best - 1, start), limit, within_word=best <= start) or best or None


def _space(text: str, start: int, limit: int) -> int:
    """The last space to break at: not one before the marks that French sets off, nor behind its opening one."""
    space = text.rfind(" ", start, limit + 1)
    while space > start and (text[space + 1 : space + 2] in _SET_OFF or text[space - 1] == "«"):
        space = text.rfind(" ", start, space)
    return space


def _joint(text: str, after: int, limit: int, *, within_word: bool) -> int | None:
    """Where the word that starts at `after` may be broken before `limit`; anywhere sensible when it fills a line."""
    word = text[after:limit]
    if "-" in word or "–" in word or "—" in word:
        hyphens = re.compile(_HYPHEN).finditer(text, after, min(limit + 2, len(text)))
        if ends := [match.end() for match in hyphens if match.end() <= limit]:
            return ends[-1]
    if not within_word:
        return None
    return max((text.rfind(each, after + 1, limit) for each in _JOINTS), default=-1) + 1 or None


def _is_break_between(previous: str, following: str) -> bool:
    """Whether East Asian text may be broken between two characters."""
    if following in _NOT_FIRST or previous in _NOT_LAST or following.isspace():
        return False
    return bool(re.match(_EAST_ASIAN, previous) or re.match(_EAST_ASIAN, following))
