"""JSON-LD's text of the article as a second witness: which of the page's paragraphs it holds."""

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

_NOT_WORD = re.compile(r"[\W_]+")
_LONGEST = 100_000
"""Characters of it that are listened to: every paragraph of the page is sought in them."""


def witnessed(paragraphs: Mapping[HtmlElement, int], witness: str) -> dict[HtmlElement, int]:
    """Return those of `paragraphs` that occur in `witness`, with their weight."""
    text = _squeezed(witness[:_LONGEST])
    return {each: size for each, size in paragraphs.items() if _squeezed(str(each.text_content()))[:120] in text}


def _squeezed(text: str) -> str:
    return _NOT_WORD.sub("", text.lower())
