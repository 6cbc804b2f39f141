"""The headline that a reader sees: the heading on the page that says what its meta tags say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from newsread_filters.extract.elements import UNREAD
from newsread_filters.extract.walk import line_of
from newsread_filters.gate import clean_line
from newsread_filters.view import words

_PARTING = re.compile(r"(\s+[|·•»«–—:-]\s+|\s*\|\s*)")
_LONGEST = 300
_LONGEST_TITLE = 1000
"""Characters of a title that are looked at: a page that has a longer one means no headline by it."""
_LIKE = 0.5
_IN_TITLE = (
    "//body//text()[string-length(normalize-space(.)) > 15][contains($title, normalize-space(.))]"
    "[not(ancestor::a or ancestor::li or ancestor::nav)]"
)
_MARKED = "//*[@itemprop='headline' or @itemprop='headline name'][not(self::meta)]"


def best_headline(
    root: HtmlElement, told: Sequence[str | None], site: str | None
) -> tuple[str | None, HtmlElement | None]:
    """Return the headline and the element that shows it; `told` are what the page says it is, best first."""
    document = root.find(".//title")
    written = [*told, document.text if document is not None else None]
    titles = [without_site(line, site) for text in written if text and (line := clean_line(text[:_LONGEST_TITLE]))]
    first = list(_shown(root.iter("h1")))
    for shown in (first, _shown(root.xpath(_MARKED)), _shown(root.iter("h2"))):
        found = max(shown, key=lambda each: _likeness(each[0], titles), default=None)
        if found and _likeness(found[0], titles) >= _LIKE:
            return found[0], _out_of_lists(root, found[0], found[1])
    if len(first) == 1 and len(words(first[0][0])) >= 3:
        return first[0]
    return _in_title(root, titles) if titles else (None, None)


def _out_of_lists(root: HtmlElement, line: str, element: HtmlElement) -> HtmlElement:
    """Where else the headline `line` is shown, if `element` is but the last link of a way down a menu."""
    if not _is_listed(element):
        return element
    others = (each for each in (*root.xpath(_MARKED), *root.iter("h2")) if not _is_listed(each))
    found = max(_shown(others), key=lambda each: _likeness(each[0], [line]), default=None)
    return found[1] if found and _likeness(found[0], [line]) >= _LIKE else element


def _is_listed(element: HtmlElement) -> bool:
    return next(element.iterancestors("li", "nav"), None) is not None


def _in_title(root: HtmlElement, titles: Sequence[str]) -> tuple[str, HtmlElement | None]:
    """A text of the page that is most of the title, where it is not in a heading; else the title without an element."""
    for text in islice(root.xpath(_IN_TITLE, title=titles[0]), 5):
        element, line = text.getparent(), clean_line(text)
        if not text.is_tail and element.tag not in UNREAD and _likeness(line, titles) >= _LIKE:
            return line, element
    return titles[0], None


def without_site(title: str, site: str | None) -> str:
    """`title` without the name of the site at either end, or another short ending behind a bar."""
    pieces = _PARTING.split(title)  # texts and what parts them, by turns
    while len(pieces) > 1 and (_names(pieces[-1], site) or _is_short_ending(pieces)):
        del pieces[-2:]
    if len(pieces) > 1 and _names(pieces[0], site):
        del pieces[:2]
    return "".join(pieces) or title


def _names(piece: str, site: str | None) -> bool:
    """Whether `piece` is the site's name or a part of it, however it is spaced."""
    said, name = words(piece), words(site or "")
    return bool(name) and (set(said) <= set(name) or "".join(said) == "".join(name))


def _is_short_ending(pieces: list[str]) -> bool:
    return "|" in pieces[-2] and len(words(pieces[-1])) <= 4 and len(words("".join(pieces[:-2]))) >= 3


def _shown(elements: Iterable[HtmlElement]) -> Iterator[tuple[str, HtmlElement]]:
    for element in islice(elements, 10):
        if (line := line_of(element)) and len(line) <= _LONGEST:
            yield line, element


def _likeness(line: str, titles: Sequence[str]) -> float:
    """The share of words that `line` has in common with the likest of `titles`."""
    said = set(words(line))
    shares = (len(said & set(words(title))) / max(1, len(said | set(words(title)))) for title in titles)
    return max(shares, default=0.0)
