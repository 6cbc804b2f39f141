"""Finds the article column, and what belongs to the article above and below it.

The page's own structure tells: where its prose stands, where its headline, what it marks as an article, what JSON-LD
says the text is. readability is asked when all that settles nothing: where it disagrees with these together it is
nearly always wrong (it points at one part of a split article), and it costs twice as much as all the rest.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from lxml.html import HtmlElement

from newsread_filters.extract.descent import Descent
from newsread_filters.extract.marks import is_article, is_thread
from newsread_filters.extract.metadata import Metadata
from newsread_filters.extract.prose import Prose

_LITTLE = 250
"""Bytes of prose; an element with less than that is not known to be the article."""


class Column(NamedTuple):
    """Where the article stands."""

    body: HtmlElement
    head: tuple[HtmlElement, ...] = ()
    """What stands above it, from the headline on, in the order of the page."""
    tail: tuple[HtmlElement, ...] = ()
    """What follows it in the same article."""
    more: tuple[HtmlElement, ...] = ()
    """The rest of the article, where it stands in other elements below."""
    left_out: frozenset[HtmlElement] = frozenset()
    """What stands in it and is no part of it."""


def find_column(root: HtmlElement, told: Metadata) -> Column:
    """Return where the article of the page `root` stands."""
    around_headline = _around(() if told.headline is None else (told.headline,))
    prose = Prose(root, around_headline, told.body)
    descent = Descent(prose, around_headline, _around(root.iter("h1")) if around_headline else ())
    body, more = descent.from_top(root), tuple(descent.more)
    if descent.is_undecided or prose.mass[body] < _LITTLE:
        body = _pointed_at(root, body, prose)
    tail = (each for each in _tail(body, told.headline) if each not in more)
    return Column(body, tuple(_head(told.headline, body)), tuple(tail), more, _threads(prose, body))


def _around(headlines: Iterable[HtmlElement]) -> set[HtmlElement]:
    """`headlines` and all that they stand in."""
    around: set[HtmlElement] = set()
    for headline in headlines:
        element: HtmlElement | None = headline
        while element is not None and element not in around:
            around.add(element)
            element = element.getparent()
    return around


def _pointed_at(root: HtmlElement, body: HtmlElement, prose: Prose) -> HtmlElement:
    """What readability points at within `body`, if it is marked as an article or loses hardly any prose."""
    from newsread_filters.extract.pointer import point_at_article

    pointed = point_at_article(root)
    if pointed is None or body not in pointed.iterancestors():
        return body
    needed = prose.mass[body] / 4 if is_article(pointed) else prose.mass[body] * 0.9
    return pointed if prose.mass.get(pointed, 0) >= needed else body


def _threads(prose: Prose, body: HtmlElement) -> frozenset[HtmlElement]:
    """The threads of comments in `body`: they are called so, and no text of the article stands below them."""
    threads: set[HtmlElement] = set()
    for each in reversed(prose.own):
        above = [each, *each.iterancestors()]
        if body not in above:
            continue
        if each in prose.mass:
            break
        threads.update(up for up in above[: above.index(body)] if is_thread(up))
    return frozenset(threads)


def _head(headline: HtmlElement | None, body: HtmlElement) -> Iterator[HtmlElement]:
    """The headline, when it stands above `body`, with the line over it, and all that stands between the two."""
    if headline is None or headline is body:
        return
    above, around = list(headline.iterancestors()), [body, *body.iterancestors()]
    common = next((each for each in above if each in set(around)), None)
    if common is None or common is body:
        return
    branch, column = [headline, *above[: above.index(common)]], around[: around.index(common)]
    if branch[-1].getparent() is None or common.index(branch[-1]) > common.index(column[-1]):
        return
    yield from reversed(list(takewhile(_is_overline, headline.itersiblings(preceding=True))))
    yield headline
    for each in branch[:-1]:
        yield from each.itersiblings()
    for each in branch[-1].itersiblings():
        if each is column[-1]:
            break
        yield each
    for each in reversed(column[:-1]):
        yield from reversed(list(each.itersiblings(preceding=True)))


def _is_overline(element: HtmlElement) -> bool:
    return element.tag in ("h2", "h3", "h4", "h5", "h6", "p")


def _tail(body: HtmlElement, headline: HtmlElement | None) -> Iterator[HtmlElement]:
    """What follows `body` in the element that holds headline or article; what follows it at once, when none does."""
    branch = [body]
    above = set() if headline is None else set(headline.iterancestors())
    for each in body.iterancestors():
        if each.tag in ("body", "html"):
            branch = branch[:1]
            break
        if each in above or is_article(each):
            break
        branch.append(each)
    for each in branch:
        yield from each.itersiblings()
