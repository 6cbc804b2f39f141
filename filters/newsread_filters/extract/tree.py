"""Text to a tree of elements, also when the text is hardly HTML."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from newsread_filters.extract.places import settle
from newsread_filters.extract.weight import bearable

_KEPT = "p|br|hr|h[1-6]|li|tr|td|th|html|head|body|title|meta|link|base|script|style|noscript|template|svg|article|main"
_NESTING = re.compile(rf"</?(?!(?:{_KEPT})\b)[a-z][^<>]*>", re.IGNORECASE)


def parse(text: str) -> HtmlElement:
    """Return the root element of the page; comments are gone, and so is nesting deeper than a parser bears.

    What a browser would move into its place stands there.

    Raises TooMuch when it has too many elements.
    """
    text = bearable(text)
    root, stopped = _parsed(text)
    if stopped:
        # The parser stops where elements nest too deep and drops all that follows: nest less, and read again.
        root, _ = _parsed(_NESTING.sub(" ", text))
    settle(root)
    return root


def _parsed(text: str) -> tuple[HtmlElement, bool]:
    """The tree of `text`, and whether the parser gave up before its end."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # no element is left of it
        root = document_fromstring("<html></html>")
    error = parser.error_log.last_error
    return root, error is not None and error.type_name == "ERR_RESOURCE_LIMIT"
