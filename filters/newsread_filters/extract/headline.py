"""The headline that a reader sees: the heading on the page that says what its meta tags say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from newsread_filters.extract.elements import UNREAD
from newsread_filters.extract.walk import line_of
from newsread_filters.gate import clean_line
from newsread_filters.view import words

_ENDING = re.compile(r"\s+[|·•»«–—:-]\s+|\s*\|\s*")
_LONGEST = 300
_LIKE = 0.5
_IN_TITLE = "//body//text()[string-length(normalize-space(.)) > 15][contains($title, normalize-space(.))]"
_MARKED = "//*[@itemprop='headline' or @itemprop='headline name'][not(self::meta)]"


def best_headline(
    root: HtmlElement, told: Sequence[str | None], site: str | None
) -> tuple[str | None, HtmlElement | None]:
    """Return the headline and the element that shows it; `told` are what the page says it is, best first."""
    document = root.find(".//title")
    written = [*told, document.text if document is not None else None]
    titles = [without_site(line, site) for text in written if text and (line := clean_line(text))]
    first = list(_shown(root.iter("h1")))
    for shown in (first, _shown(root.xpath(_MARKED)), _shown(root.iter("h2"))):
        found = max(shown, key=lambda each: _likeness(each[0], titles), default=None)
        if found and _likeness(found[0], titles) >= _LIKE:
            return found
    if len(first) == 1 and len(words(first[0][0])) >= 3:
        return first[0]
    return _in_title(root, titles) if titles else (None, None)


def _in_title(root: HtmlElement, titles: Sequence[str]) -> tuple[str, HtmlElement | None]:
    """A text of the page that is most of the title, where it is not in a heading; else the title without an element."""
    for text in islice(root.xpath(_IN_TITLE, title=titles[0]), 5):
        element, line = text.getparent(), clean_line(text)
        if not text.is_tail and element.tag not in UNREAD and _likeness(line, titles) >= _LIKE:
            return line, element
    return titles[0], None


def without_site(title: str, site: str | None) -> str:
    """`title` without the name of the site, or another short ending behind a bar, that it ends or begins with."""
    pieces = _ENDING.split(title)
    if len(pieces) == 1:
        return title
    last, rest = pieces[-1], title[: title.rfind(pieces[-1])]
    names_site = site is not None and (set(words(last)) <= set(words(site)) or _squeezed(last) == _squeezed(site))
    if names_site or (rest.rstrip().endswith("|") and len(words(last)) <= 4 and len(words(rest)) >= 3):
        return without_site(rest.rstrip(" |·•»«–—:-"), site)
    return title


def _squeezed(name: str) -> str:
    return "".join(words(name))


def _shown(elements: Iterable[HtmlElement]) -> Iterator[tuple[str, HtmlElement]]:
    for element in islice(elements, 10):
        if (line := line_of(element)) and len(line) <= _LONGEST:
            yield line, element


def _likeness(line: str, titles: Sequence[str]) -> float:
    """The share of words that `line` has in common with the likest of `titles`."""
    said = set(words(line))
    shares = (len(said & set(words(title))) / max(1, len(said | set(words(title)))) for title in titles)
    return max(shares, default=0.0)
