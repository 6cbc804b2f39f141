"""The headline that a reader sees: the heading on the page that says what its meta tags say."""

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from newsread_filters.gate import clean_line
from newsread_filters.view import words

_ENDING = re.compile(r"\s+[|·•»«–—:-]\s+|\s*\|\s*")
_LONGEST = 300
_LIKE = 0.5


def best_headline(root: HtmlElement, told: Sequence[str | None], site: str | None) -> tuple[str | None, HtmlElement | None]:
    """Return the headline and the element that shows it; `told` are what the page says it is, best first."""
    document = root.find(".//title")
    written = [*told, document.text if document is not None else None]
    titles = [without_site(line, site) for text in written if text and (line := clean_line(text))]
    shown = _shown(root)
    if found := max(shown, key=lambda each: _likeness(each[0], titles), default=None):
        if _likeness(found[0], titles) >= _LIKE:
            return found
    lonely = [each for each in shown if each[1].tag == "h1"]
    if len(lonely) == 1 and len(words(lonely[0][0])) >= 3:
        return lonely[0]
    return (titles[0] if titles else None), None


def without_site(title: str, site: str | None) -> str:
    """`title` without the name of the site, or another short ending behind a bar, that it ends or begins with."""
    pieces = _ENDING.split(title)
    if len(pieces) == 1:
        return title
    last, rest = pieces[-1], title[: title.rfind(pieces[-1])]
    names_site = bool(site) and set(words(last)) <= set(words(site or "")) or _squeezed(last) == _squeezed(site or "")
    if names_site or (rest.rstrip().endswith("|") and len(words(last)) <= 4 and len(words(rest)) >= 3):
        return without_site(rest.rstrip(" |·•»«–—:-"), site)
    return title


def _squeezed(name: str) -> str:
    return "".join(words(name))


def _shown(root: HtmlElement) -> list[tuple[str, HtmlElement]]:
    """The headings that may be the headline: h1 first, then what is marked as one, then h2."""
    marked = root.xpath("//*[@itemprop='headline' or @itemprop='headline name'][not(self::meta)]")
    elements = (*islice(root.iter("h1"), 10), *marked[:5], *islice(root.iter("h2"), 10))
    lines = ((clean_line(str(element.text_content())), element) for element in elements)
    return [(line, element) for line, element in lines if line and len(line) <= _LONGEST]


def _likeness(line: str, titles: Sequence[str]) -> float:
    """The share of words that `line` has in common with the likest of `titles`."""
    said = set(words(line))
    shares = (len(said & set(words(title))) / max(1, len(said | set(words(title)))) for title in titles)
    return max(shares, default=0.0)
