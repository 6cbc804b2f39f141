"""Text to a tree of elements, also when the text is hardly HTML."""

import re

import lxml.html
from lxml.html import HtmlElement, HTMLParser

_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_KEPT = "p|br|hr|h[1-6]|li|tr|td|th|html|head|body|title|meta|link|base|script|style|noscript|template|svg|article|main"
_NESTING = re.compile(rf"</?(?!(?:{_KEPT})\b)[a-z][^<>]*>", re.IGNORECASE)


def parse(text: str) -> HtmlElement:
    """Return the root element of the page; comments are gone, and so is nesting deeper than a parser bears."""
    text = _DECLARATION.sub("", text, count=1).replace("\0", "\ufffd")
    parser = _parser()
    root = lxml.html.document_fromstring(text, parser=parser)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        # The parser stops where elements nest too deep and drops all that follows: nest less, and read again.
        root = lxml.html.document_fromstring(_NESTING.sub(" ", text), parser=_parser())
    return root


def _parser() -> HTMLParser:
    return HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
