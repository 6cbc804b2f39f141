"""Finds quotation marks and pairs them: what stands between them, not yet who said it.

Every style is read by the same walk: a mark opens or closes by its shape where the shape tells, else by what stands
beside it. A mark without a partner is recovered within its paragraph; nothing here looks across paragraphs.
"""

import re
from bisect import bisect_left

from msgspec import Struct


class Quoted(Struct, gc=False):
    """A quoted stretch of one block: `start` to `end` between the marks, `outer` to `stop` with them."""

    outer: int
    start: int
    end: int
    stop: int
    mark: str
    """The opening mark."""
    closed: bool
    words: int
    """How many words it holds."""


_CLOSERS = {
    "“": '”"“', "”": '”"', "„": '“”"', "‟": "”", '"': '"”“', "''": "''", "``": "''", "«": "»", "»": "«»",
    "「": "」", "『": "』", "″": "″",
}  # fmt: skip
"""Opening mark -> what closes it, also by mistake or in another country: Swedish ”so”, German „so“, »so«."""
_DOUBLE = re.compile("[“”„‟\"«»「」『』″'`](?:(?<=')'|(?<=`)`|(?<!['`]))")
_SINGLE = re.compile("['‘’‚‹›]")
_ANY = re.compile("[“”„‟\"«»‹›「」『』″‘‚`'’](?:(?<!['’])|(?<!\\w.)|(?<=')')")
"""Anything but an apostrophe; it begins with a set of characters, as _DOUBLE does, to be looked for at full speed."""
_OPENERS_BY_SHAPE = frozenset("„‟「『“«")
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f\u2009(-–—[/:;,.…|>\"“‘'")
_FIRST_SIGN, _LAST_SIGN = "\u3041", "\u9fff"
"""Between them, Chinese and Japanese signs: two make about a word."""
_SINGLE_CLOSERS = {"'": "'’", "‘": "’'", "’": "’'", "‚": "‘’'", "‹": "›", "›": "‹"}
_ELISIONS = ("em ", "til ", "tis ", "twas ", "cause ", "n ", "bout ", "round ", "s ")


def find_quoted(text: str) -> list[Quoted]:
    """Return the outermost quoted stretches of `text` in order."""
    if not _ANY.search(text):
        return []
    doubles = _pair_doubles(text)
    singles = _pair_singles(text, doubles)
    if not singles:
        return doubles
    starts = [each.outer for each in singles]
    outside = [each for each in doubles if not _inside(each, singles, starts)]
    return sorted([*outside, *singles], key=lambda each: each.outer)


def whole(text: str, *, closed: bool) -> Quoted:
    """A paragraph that the page sets as a quotation, for a stretch without marks."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return Quoted(start, start, end, end, "", closed, _count(text))


def _inside(double: Quoted, singles: list[Quoted], starts: list[int]) -> bool:
    at = bisect_left(starts, double.outer) - 1
    return at >= 0 and singles[at].stop > double.outer


def _around(text: str, at: int, width: int) -> tuple[str, str]:
    """The characters before and behind a mark; spaces beyond the ends."""
    return (text[at - 1] if at else " "), (text[at + width] if at + width < len(text) else " ")


_MOST_BEHIND = 4
"""Marks that close behind the closing one: a text of nothing but marks is looked through once."""


def _pair_doubles(text: str) -> list[Quoted]:
    found: list[Quoted] = []
    open_at, mark, depth = -1, "", 0
    for match in _DOUBLE.finditer(text):
        sign, at, width = match.group(), match.start(), match.end() - match.start()
        if open_at < 0:
            if _opens(text, sign, at, width):
                open_at, mark, depth = at, sign, 0
        elif sign in _CLOSERS.get(mark, "") and not _reopens(text, mark, sign, at, width):
            if depth:
                depth -= 1
            else:
                found.append(_quoted(text, open_at, at, mark, closed=True))
                open_at = -1
        elif sign == mark and _opens(text, sign, at, width):
            before = text[open_at + len(mark) : at].rstrip()
            if before[-1:] in ".,!?…" or not before:
                end = open_at + len(text[open_at:at].rstrip())
                found.append(_quoted(text, open_at, end, mark, closed=False))
                open_at, mark, depth = at, sign, 0
            else:
                depth += 1
    if open_at >= 0:
        found.append(_quoted(text, open_at, len(text), mark, closed=False))
    return [each for each in found if each.end > each.start]


def _opens(text: str, sign: str, at: int, width: int) -> bool:
    """Whether a double mark can open a quote where it stands."""
    before, after = _around(text, at, width)
    if sign in "」』" or at + width >= len(text) or (sign == '"' and before.isdigit()):
        return False
    free = before in _BEFORE_OPENING and not after.isspace()
    if sign in _OPENERS_BY_SHAPE:
        return free or not before.isalnum()
    glued = sign == '"' and before.isalpha() and after.isalpha()
    return free or glued


def _reopens(text: str, mark: str, sign: str, at: int, width: int) -> bool:
    """Whether a mark that could close stands where only an opening one stands: behind a space, before a letter."""
    before, after = _around(text, at, width)
    if sign == "“" and mark == "“":
        return before.isspace() or after.isalnum()
    return sign not in "”»" and before.isspace() and (after.isalnum() or after in "[$‘'")


def _quoted(text: str, open_at: int, close_at: int, mark: str, *, closed: bool) -> Quoted:
    start, end = open_at + len(mark), close_at
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    stop = close_at
    if closed:
        stop += 2 if mark in {"''", "``"} else 1
        last = min(len(text), stop + _MOST_BEHIND)
        while stop < last and text[stop] in "'’\"”":
            stop += 1
    return Quoted(open_at, start, end, stop, mark, closed, _count(text[start:end]))


def _count(text: str) -> int:
    """How many words a text holds; two signs of Chinese or Japanese count as one."""
    signs = sum(_FIRST_SIGN <= each <= _LAST_SIGN for each in text) if max(text, default="") >= _FIRST_SIGN else 0
    return len(text.split()) + signs // 2


def _pair_singles(text: str, doubles: list[Quoted]) -> list[Quoted]:
    """Pair single marks outside the double ones; an apostrophe behind an s closes only as a last resort."""
    found: list[Quoted] = []
    position = 0
    opening, weak = -1, -1
    for match in _SINGLE.finditer(text):
        at = match.start()
        while position < len(doubles) and doubles[position].stop <= at:
            position += 1
        if position < len(doubles) and doubles[position].outer <= at:
            continue
        if _single_opens(text, at):
            if weak >= 0:
                found.append(_quoted(text, opening, weak, text[opening], closed=True))
            opening, weak = at, -1
        elif opening >= 0 and _single_closes(text, at, text[opening]):
            if text[at - 1] != "s":
                found.append(_quoted(text, opening, at, text[opening], closed=True))
                opening, weak = -1, -1
            elif weak < 0:
                weak = at
    if weak >= 0:
        found.append(_quoted(text, opening, weak, text[opening], closed=True))
    return [each for each in found if each.end > each.start and _is_plausible(text, each, doubles)]


def _single_opens(text: str, at: int) -> bool:
    before, after = _around(text, at, 1)
    if before not in _BEFORE_OPENING or after.isspace() or after in "'’":
        return False
    if text[at] in "‘‚‹":
        return True
    rest = text[at + 1 : at + 7].lower()
    return text[at] != "›" and not rest[:1].isdigit() and not rest.startswith(_ELISIONS)


def _single_closes(text: str, at: int, mark: str) -> bool:
    before, after = _around(text, at, 1)
    return text[at] in _SINGLE_CLOSERS[mark] and not before.isspace() and not after.isalnum() and after not in "'’"


def _is_plausible(text: str, single: Quoted, doubles: list[Quoted]) -> bool:
    """Whether single marks that enclose double ones are marks indeed: they close behind punctuation."""
    at = bisect_left(doubles, single.outer, key=lambda each: each.outer)
    encloses = at < len(doubles) and doubles[at].outer < single.stop
    return not encloses or text[single.end - 1] in ".,!?…"
