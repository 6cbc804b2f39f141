"""What of a page is not shown: hidden by attribute, by style, or kept for screen readers only.

Some publishers hide the rest of the story until a script has asked who reads. That is told from what is hidden for
good by what it holds: several paragraphs of prose, where a menu, a dialogue or a label holds none.
"""

import re
from collections.abc import Collection
from itertools import islice

from lxml.html import HtmlElement

_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOR_SCREEN_READERS = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-text screen-reader-only a11y-hidden"
    " u-visually-hidden hidden-accessible element-invisible assistive-text is-visually-hidden offscreen".split()
)
_CALLED_HIDDEN = frozenset(("d-none", "hide", "hidden", "is-hidden", "u-hidden"))
_SHOWN = re.compile(r"(?:^|[:-])(?:block|contents|flex|grid|inline|inline-block|inline-flex|table)$|^(?:show|visible)")
"""A name that takes it back on some screens: "md:block", "d-md-flex", "visible-lg"."""
_PROSE = 80
"""Characters; a paragraph of a story is longer than most labels and notices."""
_LOOKED_AT = 200
"""Paragraphs, and links, after which it is known what stands there: what is hidden may hold what is hidden again."""


def is_hidden(element: HtmlElement) -> bool:
    """Whether a reader of the page does not see `element` and is not meant to read it here."""
    attributes = element.attrib
    if not attributes and element.tag != "dialog":
        return False
    if is_out_of_sight(element):
        return not _holds_prose(element)
    if "class" in attributes and not _FOR_SCREEN_READERS.isdisjoint(attributes["class"].split()):
        return len(element.text_content()) < _PROSE
    return False


def is_out_of_sight(element: HtmlElement) -> bool:
    """Whether `element` is hidden by attribute or style, for good or until a script shows it."""
    attributes = element.attrib
    if "hidden" in attributes or (element.tag == "dialog" and "open" not in attributes):
        return True
    return "style" in attributes and bool(_STYLE.search(attributes["style"]))


def is_called_hidden(names: Collection[str]) -> bool:
    """Whether an element with these `names` is hidden by the names that style sheets commonly have for it."""
    return not _CALLED_HIDDEN.isdisjoint(names) and not any(map(_SHOWN.search, names))


def _holds_prose(element: HtmlElement) -> bool:
    """Whether three paragraphs or more in `element` read as prose, more than its links do."""
    paragraphs = [str(each.text_content()).strip() for each in islice(element.iter("p"), _LOOKED_AT)]
    prose = [each for each in paragraphs if len(each) >= _PROSE]
    linked = sum(len(link.text_content()) for link in islice(element.iter("a"), _LOOKED_AT))
    return len(prose) >= 3 and linked * 3 < sum(map(len, prose))
