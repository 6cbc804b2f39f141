"""JSON-LD's text of the article as a second witness: which of the page's paragraphs it holds."""

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

_NOT_WORD = re.compile(r"[\W_]+")
_LONGEST = 100_000
"""Characters of it that are listened to: every paragraph of the page is sought in them."""
_END = 40
"""Letters at its end; where a paragraph of the page has them and goes on, the witness holds only a beginning."""
_REST = 5
"""Letters; a page may have a mark behind its last word."""


def witnessed(paragraphs: Mapping[HtmlElement, int], witness: str) -> dict[HtmlElement, int]:
    """Return those of `paragraphs` that occur in `witness`, with their weight; none when it breaks off within one."""
    text = _squeezed(witness[:_LONGEST])
    end = text[-_END:]
    found: dict[HtmlElement, int] = {}
    for each, size in paragraphs.items():
        said = _squeezed(str(each.text_content()))
        if end in said[:-_REST] and len(witness) <= _LONGEST:
            return {}
        if said[:120] in text:
            found[each] = size
    return found


def _squeezed(text: str) -> str:
    return _NOT_WORD.sub("", text.lower())
