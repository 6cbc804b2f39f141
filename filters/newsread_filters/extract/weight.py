"""How much of a page is read: what weighs much and says nothing is left out, and past a bound no article is sought.

A reader waits. So the work that one page makes is bounded by its size before anything is parsed: the parser and what
follows are linear within these bounds, and no more than they bear is ever handed to them.
"""

import re
from itertools import islice

MOST_BYTES = 32_000_000
"""Bytes of a page that are looked at, embedded data and scripts not counted; a long novel has a tenth of that."""
MOST_MARKUP = 8_000_000
"""Characters of markup that are parsed; a long live blog has a tenth of that."""
MOST_ELEMENTS = 100_000
"""Elements of a page; a long live blog has a fifth of that."""
MOST_LINES = 450_000
"""Lines of a page; the longest novels have a sixth of that."""
_LIGHT = 1_000_000
"""Bytes from which it pays to look for what can be left out."""
_MOST_ATTRIBUTES = 200
"""Attributes of one element: the parser's time grows with the square of their number."""

_SCRIPT, _STYLE = "[sS][cC][rR][iI][pP][tT]", "[sS][tT][yY][lL][eE]"
"""Elements in which "<" begins no tag; spelled out, because a pattern that ignores case takes ten times as long.

Each ends at its own end tag only: a script may well write a style into the page.
"""
_COMMENT = r"!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>)?+)"
_IN_SCRIPT, _IN_STYLE = (rf"[^<]*+(?:<(?!/{name})[^<]*+)*+" for name in (_SCRIPT, _STYLE))
_UNREAD = (
    rf"<(?:{_COMMENT}|{_SCRIPT}\b(?![^<>]*ld\+json)[^<>]*+>{_IN_SCRIPT}(?:</{_SCRIPT}\s*+>)?+"
    rf"|{_STYLE}\b[^<>]*+>{_IN_STYLE}(?:</{_STYLE}\s*+>)?+)"
)
_IGNORED = re.compile(f"{_UNREAD}(?:{_UNREAD})*+".encode())
"""Like the next it begins with letters that are looked for: to try a pattern at each byte takes ten times as long."""
_EMBEDDED = re.compile(rb"data:[\w/+.;=-]{0,100}+,[^\s\"'<>)]{1000,}+")
_MOST_EMBEDDED = 10_000
"""Pieces of embedded data; a page with more of them is not made lighter by leaving them out."""
_ATTRIBUTE = re.compile(r"[\s/]++(?:[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+|=)?+")
_TAG = re.compile(
    rf"<(?:{_COMMENT}|(?:({_SCRIPT})(?=[\s/>])|({_STYLE})(?=[\s/>])|[a-zA-Z][^\s/>]*+)((?:{_ATTRIBUTE.pattern})*+)"
    rf"(?(1)>{_IN_SCRIPT}|(?(2)>{_IN_STYLE})))"
)
"""A comment, or a tag as far as its attributes go, with all that is in it where "<" begins no tag."""
_CROWDED = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE.pattern}){{50}}")
"""What could be an element of many attributes: a cheap look that spares nearly every page the careful one."""


class TooMuch(Exception):  # noqa: N818 - it says what the page is
    """The page is more than is read as an article; the message says in which way."""


def without_ballast(data: bytes) -> bytes:
    """Return `data` without comments, scripts, styles and embedded images, if it is large enough to make it worth it.

    Charsets of two or four bytes a letter have theirs left in.
    """
    if len(data) <= _LIGHT:
        return data
    data = _IGNORED.sub(b"", data)
    return _EMBEDDED.sub(b"data:", data) if 0 < data.count(b"data:") <= _MOST_EMBEDDED else data


def lightened(data: bytes) -> bytes:
    """The same; raises TooMuch when what is left is too large, or has too many lines."""
    data = without_ballast(data)
    if len(data) > MOST_BYTES:
        raise TooMuch(f"it is larger than {MOST_BYTES // 1_000_000} MB without its pictures and scripts")
    if data.count(b"\n") + data.count(b"\r") > MOST_LINES:
        raise TooMuch(f"it has more than {MOST_LINES:,} lines")
    return data


def bearable(text: str) -> str:
    """Return the HTML `text` without attributes that no element needs; raises TooMuch when it is too much to parse."""
    if len(text) > MOST_MARKUP:
        raise TooMuch(f"it is larger than {MOST_MARKUP // 1_000_000} MB without its pictures and scripts")
    if text.count("<") > MOST_ELEMENTS and sum(1 for _ in _TAG.finditer(text)) > MOST_ELEMENTS:
        raise TooMuch(f"it has more than {MOST_ELEMENTS:,} elements")
    return _TAG.sub(_lighter, text) if _CROWDED.search(text) else text


def _lighter(tag: re.Match[str]) -> str:
    """The tag as it is, or with the first of its attributes when there are too many."""
    start, end = tag.span(3)
    if end - start <= 2 * _MOST_ATTRIBUTES:
        return tag[0]
    last = next(islice(_ATTRIBUTE.finditer(tag[3]), _MOST_ATTRIBUTES, None), None)
    return tag[0] if last is None else tag[0][: start - tag.start() + last.start()] + tag[0][end - tag.start() :]
