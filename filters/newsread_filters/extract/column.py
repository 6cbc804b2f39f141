"""Finds the article column: where the page's prose stands, as far as it belongs to one article.

From the top of the page the way goes down to the child that holds most of the prose, for as long as what is left
behind does not belong to the article: its other halves, paragraphs beside a "read more" box, text that JSON-LD counts
as the article's. What stands between the headline and the column and reads as text goes with it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from newsread_filters.extract.metadata import Metadata
from newsread_filters.extract.prose import Prose

_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:article|story|post|entry)[\s_-]*(?:body|content|text|copy)(?:$|[\s_-])", re.IGNORECASE
)


class Column(NamedTuple):
    """Where the article stands."""

    body: HtmlElement
    head: tuple[HtmlElement, ...] = ()
    """What stands above it, from the headline on, in the order of the page."""
    tail: tuple[HtmlElement, ...] = ()
    """What follows it in the same article."""


def find_column(root: HtmlElement, told: Metadata) -> Column:
    """Return where the article of the page `root` stands."""
    body = _Descent(Prose(root), told).from_top(root)
    return Column(body, tuple(_head(told.headline, body)), tuple(_tail(body, told.headline)))


class _Descent:
    def __init__(self, prose: Prose, told: Metadata) -> None:
        self._prose = prose
        self._mass = prose.mass
        self._around_headline = set() if told.headline is None else {told.headline, *told.headline.iterancestors()}
        self._body = _squeezed(told.body or "")

    def from_top(self, element: HtmlElement) -> HtmlElement:
        """Go down from `element` to the smallest element that holds all of the article."""
        in_article = False
        while (children := self._prose.children(element)) and (child := self._main(element, children)) is not None:
            in_article = in_article or is_article(element)
            if self._belong_together(child, [each for each in children if each is not child], in_article=in_article):
                break
            element = child
        return element

    def _main(self, element: HtmlElement, children: list[HtmlElement]) -> HtmlElement | None:
        """The child that holds the article; None when `element` itself is what holds it."""
        under = self._under_headline(element, children)
        child = children[0] if under is None else under
        if self._prose.is_paragraph(child) and (child.tag == "p" or self._mass[child] < 500):
            return None
        if self._mass[child] * 2 >= self._mass[element] or child is under:
            return child
        clear = all(self._mass[other] * 2 <= self._mass[child] for other in children if other is not child)
        return child if child.tag in ("main", "article") and clear and not is_article(element) else None

    def _under_headline(self, element: HtmlElement, children: list[HtmlElement]) -> HtmlElement | None:
        """The child that holds the headline and enough text to be an article: a longer one may follow it."""
        found = next((child for child in children if child in self._around_headline), None)
        enough = found is not None and self._mass[found] * 4 >= self._mass[element]
        return found if found is not None and enough and sum(1 for _ in self._prose.paragraphs(found)) > 2 else None

    def _belong_together(self, child: HtmlElement, others: list[HtmlElement], *, in_article: bool) -> bool:
        whole = self._mass[child] + sum(self._mass[other] for other in others)
        beside = sum(self._mass[other] for other in others if self._prose.is_paragraph(other))
        if beside * 10 >= whole:
            return True
        if any(self._is_other_half(child, other, whole) for other in others):
            return True
        if self._body and any(self._is_attested(other) for other in others):
            return True
        return in_article and any(
            self._mass[other] * 7 >= whole and other.tag != "header" and len(list(self._prose.paragraphs(other))) > 1
            for other in others
        )

    def _is_other_half(self, child: HtmlElement, other: HtmlElement, whole: int) -> bool:
        if other.tag != child.tag or other.get("class") != child.get("class") or self._mass[other] * 8 < whole:
            return False
        return next((each for each in child.iter("article") if each in self._mass), None) is None

    def _is_attested(self, other: HtmlElement) -> bool:
        return any(_squeezed(str(each.text_content()))[:120] in self._body for each in self._prose.paragraphs(other))


def is_article(element: HtmlElement) -> bool:
    """Whether the publisher marks `element` as an article or as its text."""
    if element.tag == "article" or element.get("role") == "article" or "articleBody" in element.get("itemprop", ""):
        return True
    return bool(_ARTICLE.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _head(headline: HtmlElement | None, body: HtmlElement) -> Iterator[HtmlElement]:
    """The headline, when it stands above `body`, and all that stands between the two."""
    if headline is None or headline is body:
        return
    above, around = list(headline.iterancestors()), [body, *body.iterancestors()]
    common = next((each for each in above if each in set(around)), None)
    if common is None or common is body:
        return
    branch, column = [headline, *above[: above.index(common)]], around[: around.index(common)]
    if branch[-1].getparent() is None or common.index(branch[-1]) > common.index(column[-1]):
        return
    yield headline
    for each in branch[:-1]:
        yield from each.itersiblings()
    for each in branch[-1].itersiblings():
        if each is column[-1]:
            break
        yield each
    for each in reversed(column[:-1]):
        yield from reversed(list(each.itersiblings(preceding=True)))


def _tail(body: HtmlElement, headline: HtmlElement | None) -> Iterator[HtmlElement]:
    """What follows `body` in the element that holds the article; nothing when none is marked as that."""
    branch: list[HtmlElement] = []
    for each in (body, *body.iterancestors()):
        if (headline is not None and each in headline.iterancestors()) or (branch and is_article(each)):
            break
        branch.append(each)
    for each in branch:
        yield from each.itersiblings()


def _squeezed(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
