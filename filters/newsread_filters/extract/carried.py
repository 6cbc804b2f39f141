"""The text that a page leaves to a script to show: markup in the data that its scripts carry.

Such a page has nothing to read but its title. What its script would put there is looked for as a script would find it:
a string with paragraphs, in JSON, in a string of JSON, or in the stream that React reads.
"""

import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from newsread_filters.extract.tree import parse

_PARAGRAPH = re.compile(r"(?:<|\\u003[cC])[pP]\b")
_FEWEST = 3
"""Paragraphs; less is a notice or a teaser."""
_DEEPEST = 3
"""Strings within strings."""
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_STREAM = "self.__next_f"
_ROW = re.compile(r"[0-9a-f]{1,6}:T([0-9a-f]{1,6}),")
"""A text in React's stream, which begins with its length in bytes of UTF-8."""


def show_carried(root: HtmlElement) -> bool:
    """Put the longest text that the scripts of `root` carry into its body, as an article; tell whether there is one."""
    body = root.find("body")
    found = max(_markup(root), key=len, default=None)
    article = None if found is None else parse(found).find("body")
    if article is None or body is None:
        return False
    article.tag = "article"
    body.append(article)
    return True


def _markup(root: HtmlElement) -> Iterator[str]:
    stream: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        if text.lstrip("( ").startswith(_STREAM):
            stream += _strings(text)
        elif "ld+json" not in script.get("type", ""):
            yield from _in_strings(text, _DEEPEST)
    texts, rest = _rows("".join(stream))
    for each in (*texts, *_strings(rest)):
        yield from _told(each, _DEEPEST)


def _in_strings(text: str, deepest: int) -> Iterator[str]:
    if deepest and _holds_paragraphs(text):
        for each in _strings(text):
            yield from _told(each, deepest - 1)


def _told(text: str, deepest: int) -> Iterator[str]:
    """`text` itself, when it is markup with paragraphs, or the markup in its strings, when it is data."""
    if text.lstrip()[:1] in ("{", "["):
        yield from _in_strings(text, deepest)
    elif "<" in text and _holds_paragraphs(text):
        yield text


def _strings(text: str) -> Iterator[str]:
    """The strings that the script `text` writes out, as far as JSON can read them."""
    for found in _STRING.finditer(text):
        try:
            yield json.loads(found[0], strict=False)
        except ValueError:
            continue


def _rows(stream: str) -> tuple[list[str], str]:
    """The texts of React's stream, and what else is in it."""
    texts: list[str] = []
    rest: list[str] = []
    position = 0
    while row := _ROW.search(stream, position):
        rest.append(stream[position : row.start()])
        size = int(row[1], 16)
        texts.append(stream[row.end() : row.end() + size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore"))
        position = row.end() + len(texts[-1])
    return texts, "".join([*rest, stream[position:]])


def _holds_paragraphs(text: str) -> bool:
    return sum(1 for _ in zip(range(_FEWEST), _PARAGRAPH.finditer(text), strict=False)) == _FEWEST
