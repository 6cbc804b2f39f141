"""Wraps a text into lines no wider than a measure.

A wrapped text is the list of the offsets where its lines start. Every character belongs to exactly one line; the space
at which a line was broken hangs at the line's end, and is not drawn.
"""

import re
from itertools import pairwise

from newsread.layout.cells import clusters, is_common, width

# Inside a word that is too long for a line, break after one of these: it keeps addresses readable.
_JOINTS = "/-–—?&=._"
_HYPHEN = r"(?<=[^\W\d_]{2})[-–—](?=[^\W\d_]{2})|—(?=\w)"  # compiled when the first one is met, like the next
# East Asian text breaks between any two characters, except before these and after those (kinsoku).
_NOT_FIRST = frozenset(
    "、。，．・：；？！）］｝」』】〉》〕〗〙〛’”…‥ー々〜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ,.:;?!)]}%°℃％"
)
_NOT_LAST = frozenset("（［｛「『【〈《〔〖〘〚‘“([{＄￥£€$¥")
_EAST_ASIAN = "[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003fffd]"

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
    hyphenated = "-" in text or "–" in text or "—" in text
    room = measure - indent
    while end - start > room:
        limit = start + room
        room = measure
        space = text.rfind(" ", start, limit + 1)
        if hyphenated or space <= start:
            joint = _joint(text, max(space, start), limit, within_word=space <= start)
            start = joint or (space + 1 if space > start else limit)
        else:
            start = space + 1
        starts.append(start)
    return starts


def _joint(text: str, after: int, limit: int, *, within_word: bool) -> int | None:
    """Where the word that starts at `after` may be broken before `limit`; anywhere sensible when it fills a line."""
    hyphens = [
        match.end()
        for match in re.compile(_HYPHEN).finditer(text, after, min(limit + 2, len(text)))
        if match.end() <= limit
    ]
    if hyphens:
        return hyphens[-1]
    if not within_word:
        return None
    return max((text.rfind(each, after + 1, limit) for each in _JOINTS), default=-1) + 1 or None


def _wrap_clusters(text: str, measure: int, indent: int) -> Starts:
    """Wrap text with wide or combining characters, one visible character at a time."""
    starts, line_cells = [0], indent
    possible: tuple[int, int] | None = None  # where the line may be broken, and the cells up to there
    previous = ""
    for start, end, cells in clusters(text):
        cluster = text[start:end]
        if start > starts[-1] and _may_break(previous, cluster):
            possible = (start, line_cells)
        while line_cells + cells > measure and not cluster.isspace() and start > starts[-1]:
            at, before = possible or (start, line_cells)
            starts.append(at)
            line_cells -= before
            possible = None
        line_cells += cells
        previous = cluster
    return starts


def _may_break(previous: str, following: str) -> bool:
    if previous in {" ", "\u3000"}:
        return following not in {" ", "\u3000"}
    if following[0] in _NOT_FIRST or previous[0] in _NOT_LAST or following.isspace():
        return False
    return bool(re.match(_EAST_ASIAN, previous) or re.match(_EAST_ASIAN, following))
