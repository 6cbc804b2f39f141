"""Finds quotation marks and pairs them: what stands between them, not yet who said it.

Every style is read by the same walk: a mark opens or closes by its shape where the shape tells, else by what stands
beside it. A mark without a partner is recovered within its paragraph; nothing here looks across paragraphs.
"""

import re

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
    "“": "”\"“", "”": "”\"", "„": "“”\"", "‟": "”", '"': "\"”“", "''": "''", "``": "''", "«": "»", "»": "«»", "‹": "›",
    "›": "‹", "「": "」", "『": "』", "″": "″",
}  # fmt: skip
_DOUBLE = re.compile("''|``|[“”„‟\"«»「」『』″]")
_ANY = re.compile("[“”„‟\"«»‹›「」『』″‘‚`]|(?<!\\w)['’]|''")
_SINGLE = re.compile("['‘’‚‹›]")
_OPENERS_BY_SHAPE = frozenset("„‟「『“«")
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f(-–—[/:;,.…|>\u2009")
_ELISIONS = ("em ", "til ", "tis ", "twas ", "cause ", "n ", "bout ", "round ", "s ")


def find_quoted(text: str) -> list[Quoted]:
    """Return the outermost quoted stretches of `text` in order."""
    if not _ANY.search(text):
        return []
    found = _pair_doubles(text)
    singles = _pair_singles(text, found)
    if not singles:
        return found
    return sorted([*found, *singles], key=lambda each: each.outer)


def _opens(text: str, at: int, width: int) -> bool:
    """Whether a mark of either direction can open here: space before it, none behind."""
    before = text[at - 1] if at else " "
    after = text[at + width] if at + width < len(text) else " "
    return (before in _BEFORE_OPENING or before in "“‘'\"") and not after.isspace()


def _closes(text: str, at: int, width: int) -> bool:
    """Whether a mark of either direction can close here."""
    before = text[at - 1] if at else " "
    after = text[at + width] if at + width < len(text) else " "
    return not before.isspace() or not (after.isalnum() or after.isspace())


def _pair_doubles(text: str) -> list[Quoted]:
    found: list[Quoted] = []
    open_at, mark, depth = -1, "", 0
    marks = list(_DOUBLE.finditer(text))
    for number, match in enumerate(marks):
        sign, at, width = match.group(), match.start(), match.end() - match.start()
        if open_at < 0:
            if _is_opening(text, sign, at, width):
                open_at, mark, depth = at, sign, 0
        elif sign in _CLOSERS.get(mark, "") and not _reopens(text, mark, sign, at, width):
            if depth:
                depth -= 1
            else:
                found.append(_quoted(text, open_at, at, mark))
                open_at = -1
        elif _is_opening(text, sign, at, width) and sign == mark:
            if _unclosed(text, open_at + len(mark), at):
                found.append(_quoted(text, open_at, _recovered_end(text, open_at, at), mark, closed=False))
                open_at, mark, depth = at, sign, 0
            elif number + 1 < len(marks):
                depth += 1
    if open_at >= 0:
        found.append(_quoted(text, open_at, len(text), mark, closed=False))
    return [each for each in found if each.end > each.start]


def _is_opening(text: str, sign: str, at: int, width: int) -> bool:
    if sign in "」』":
        return False
    if sign == '"' and at and text[at - 1].isdigit():
        return False
    if sign in _OPENERS_BY_SHAPE:
        return at + width < len(text) and not (at and text[at - 1].isalnum() and not _opens(text, at, width))
    if at + width >= len(text):
        return False
    glued = sign == '"' and at > 0 and text[at - 1].isalpha() and text[at + 1].isalpha()
    return glued or _opens(text, at, width)


def _reopens(text: str, mark: str, sign: str, at: int, width: int) -> bool:
    """Whether a mark that could close stands where only an opening one stands: behind a space, before a letter."""
    before = text[at - 1]
    after = text[at + width] if at + width < len(text) else " "
    if sign == "“" and mark == "“":
        return not (not before.isspace() and not after.isalnum())
    return sign not in "”»" and before.isspace() and (after.isalnum() or after in "[$‘'")


def _unclosed(text: str, start: int, at: int) -> bool:
    """Whether the stretch before a second opening mark reads as whole, so that its closing mark is missing."""
    before = text[start:at].rstrip()
    return before[-1:] in ".,!?…" or not before


def _recovered_end(text: str, start: int, at: int) -> int:
    return start + len(text[start:at].rstrip())


def _quoted(text: str, open_at: int, close_at: int, mark: str, *, closed: bool = True) -> Quoted:
    start, end = open_at + len(mark), close_at
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    width = len(mark) if closed and mark in {"''", "``"} else 1 if closed else 0
    stop = close_at + width
    while closed and stop < len(text) and text[stop] in "'’\"”":
        stop += 1
    return Quoted(open_at, start, end, stop, mark, closed, len(text[start:end].split()))


def _pair_singles(text: str, doubles: list[Quoted]) -> list[Quoted]:
    """Pair single marks outside the double ones; an apostrophe never opens and closes only as a last resort."""
    found: list[Quoted] = []
    inside = iter(doubles)
    current = next(inside, None)
    opening, weak = -1, -1
    for match in _SINGLE.finditer(text):
        at = match.start()
        while current is not None and current.stop <= at:
            current = next(inside, None)
        if current is not None and current.outer <= at:
            continue
        if _single_opens(text, at):
            if opening >= 0 and weak >= 0:
                found.append(_quoted(text, opening, weak, text[opening]))
            opening, weak = at, -1
        elif opening >= 0 and _single_closes(text, at):
            if text[at - 1] in ".,!?…;:)" or text[at - 1] != "s":
                found.append(_quoted(text, opening, at, text[opening]))
                opening, weak = -1, -1
            elif weak < 0:
                weak = at
    if opening >= 0 and weak >= 0:
        found.append(_quoted(text, opening, weak, text[opening]))
    return [each for each in found if each.end > each.start and not _crosses(each, doubles)]


def _single_opens(text: str, at: int) -> bool:
    if not _opens(text, at, 1) or text[at + 1 : at + 2] in {"'", "’"}:
        return False
    if text[at] in "‘‚‹":
        return True
    rest = text[at + 1 : at + 7].lower()
    return not rest[:1].isdigit() and not rest.startswith(_ELISIONS)


def _single_closes(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return text[at] in "'’‘›" and not text[at - 1].isspace() and not after.isalnum() and after not in {"'", "’"}


def _crosses(single: Quoted, doubles: list[Quoted]) -> bool:
    return any(each.outer < single.stop and each.stop > single.outer for each in doubles)
