"""Where a page's prose stands: how much of it each element holds, with what stands in the page's margins told apart."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from lxml.html import HtmlElement

from newsread_filters.extract.elements import BLOCKS, HEADINGS, UNREAD
from newsread_filters.extract.hidden import is_out_of_sight

_TEXTS = "//*[not(self::script or self::style)]/text()[string-length(normalize-space(.)) > 15]"
_PARAGRAPH = 60
"""Bytes of UTF-8, which make up for scripts that say more in a letter: less is a label, a name or a button."""
_ARTICLE = 300
"""Bytes; hardly an article says less."""

_MARGIN_TAGS = frozenset(("aside", "dialog", "footer", "nav"))
_MARGIN_ROLES = frozenset(("complementary", "contentinfo", "dialog", "navigation", "search"))
_MARGIN_WORDS = re.compile(
    r"comment|komment|coment|disqus|cookie|consent|gdpr|privacy|footer|sidebar|right-?rail|related|recirc|read-?next"
    r"|modal|pop-?up|overlay|newsletter|most-?(?:read|popular)|trending|outbrain|taboola|regwall|more-news",
    re.IGNORECASE,
)
_THREAD = re.compile(
    # "has-comments" and "comments-open" say of the article around that it may be commented on.
    r"(?<!has[_-])(?<!no[_-])(?<!with[_-])(?<![a-z])(?:comments|disqus|kommentare|comentarios|commentaires|commenti|reacties)"
    r"(?:$|\s|[_-](?!open|close|enabled|disabled|on\b|off\b|allowed|active|count|true|false))",
    re.IGNORECASE,
)


class Prose:
    """The prose of a page, in bytes, by the element that holds it."""

    def __init__(self, root: HtmlElement, around_headline: Collection[HtmlElement] = ()) -> None:
        """Weigh every paragraph of `root` and add it to all that it stands in."""
        self.own = _paragraphs(root)
        self._parents = _parents(self.own)
        margins = self._margins(root, around_headline)
        self.mass = self.sums({element: weight for element, weight in self.own.items() if element not in margins})
        self._children: dict[HtmlElement | None, list[HtmlElement]] = defaultdict(list)
        for element in self.mass:
            self._children[self._parents[element]].append(element)

    def children(self, element: HtmlElement) -> list[HtmlElement]:
        """The children of `element` that hold prose outside the margins, the one with most of it first."""
        return sorted(self._children[element], key=lambda child: -self.mass[child])

    def is_paragraph(self, element: HtmlElement) -> bool:
        """Whether `element` holds its prose itself, not in elements of its own."""
        return element in self.own and not self._children[element]

    def paragraphs(self, element: HtmlElement) -> Iterator[HtmlElement]:
        """The paragraphs in `element` outside the margins."""
        waiting = [element]
        while waiting:
            each = waiting.pop()
            if each in self.own:
                yield each
            waiting.extend(self._children[each])

    def sums(self, weights: dict[HtmlElement, int]) -> dict[HtmlElement, int]:
        """`weights` of paragraphs, added up for all that they stand in."""
        sums: dict[HtmlElement, int] = defaultdict(int, weights)
        for element in reversed(self._parents):
            parent = self._parents[element]
            if parent is not None and element in sums:
                sums[parent] += sums[element]
        return sums

    def _margins(self, root: HtmlElement, around_headline: Collection[HtmlElement]) -> set[HtmlElement]:
        """What stands in the margins: nothing around the headline, and no more than leaves room for an article."""
        weights, margins = self.sums(self.own), set[HtmlElement]()
        before = 0  # the prose above the element: parents come before their children, and all in the page's order
        for element, parent in self._parents.items():
            rest = weights[root] - weights[element]
            is_margin = element not in around_headline and _is_margin(element, weights[element], rest, before)
            if parent in margins or is_margin:
                margins.add(element)
            before += self.own.get(element, 0)
        return margins


def _paragraphs(root: HtmlElement) -> dict[HtmlElement, int]:
    """The elements that hold prose of their own, in the order of the page, with its bytes; links count against it."""
    sizes: dict[HtmlElement, list[int]] = {}
    for text in root.xpath(_TEXTS):
        element = text.getparent()
        if text.is_tail:
            element = element.getparent()
        linked = False
        while (
            element is not None and element.tag not in BLOCKS and element.tag not in UNREAD and "-" not in element.tag
        ):
            linked = linked or element.tag == "a"
            element = element.getparent()
        if element is not None and element.tag not in UNREAD and element.tag not in HEADINGS:
            sizes.setdefault(element, [0, 0])[linked] += len(text.encode())
    return {element: plain for element, (plain, linked) in sizes.items() if plain >= _PARAGRAPH and plain > linked}


def _parents(elements: Iterable[HtmlElement]) -> dict[HtmlElement, HtmlElement | None]:
    """Every one of `elements` and of what they stand in, with its parent; parents come before their children."""
    parents: dict[HtmlElement, HtmlElement | None] = {}
    for element in elements:
        path: list[HtmlElement] = []
        each: HtmlElement | None = element
        while each is not None and each not in parents:
            path.append(each)
            each = each.getparent()
        for each in reversed(path):
            parents[each] = each.getparent()
    return parents


def _is_margin(element: HtmlElement, weight: int, rest: int, before: int) -> bool:
    """Whether `element` is called a margin, or hidden, and `rest`, the prose elsewhere, may be the article.

    `before` is what of it stands above: comments stand below what they comment on.
    """
    if element.tag in ("body", "html"):
        return False
    if weight >= rest:  # names lie: "sidebar-layout" may hold the article; but a thread of comments may well be longer
        return before >= _ARTICLE and is_thread(element)
    if element.tag in _MARGIN_TAGS or element.get("role", "") in _MARGIN_ROLES or is_out_of_sight(element):
        return True
    return bool(_MARGIN_WORDS.search(_names(element)))


def is_thread(element: HtmlElement) -> bool:
    """Whether `element` is called a thread of comments."""
    return bool(_THREAD.search(_names(element)))


def _names(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"
