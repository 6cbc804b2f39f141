"""Where a page's prose stands: how much of it each element holds, with what stands in the page's margins told apart."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from lxml.html import HtmlElement

from newsread_filters.extract.elements import BLOCKS, HEADINGS, UNREAD
from newsread_filters.extract.hidden import is_out_of_sight
from newsread_filters.extract.marks import is_article_text, is_called_margin, is_consent, is_margin, is_thread
from newsread_filters.extract.witness import witnessed

_TEXTS = "//*[not(self::script or self::style)]/text()[string-length(normalize-space(.)) > 15]"
_PARAGRAPH = 60
"""Bytes of UTF-8, which make up for scripts that say more in a letter: less is a label, a name or a button."""
_ARTICLE = 300
"""Bytes; hardly an article says less."""
_SEVERAL = 3
"""Paragraphs; a teaser has one or two."""
_WITNESSED = 400
"""Bytes of the page's prose that a witness must hold to be heard; some pages put a summary there."""


class Prose:
    """The prose of a page, in bytes, by the element that holds it."""

    def __init__(
        self, root: HtmlElement, around_headline: Collection[HtmlElement] = (), witness: str | None = None
    ) -> None:
        """Weigh every paragraph of `root` and add it to all that it stands in; `witness` tells some of them."""
        self.own = _paragraphs(root)
        self._parents = _parents(self.own)
        self._places = {element: place for place, element in enumerate(self._parents)}
        told = self.sums(witnessed(self.own, witness)) if witness else {}
        self.witnessed = told if told.get(root, 0) >= _WITNESSED else {}
        """How much of the prose the witness holds."""
        self.marked = self._marked()
        """What holds several paragraphs marked as an article's text, and hardly anything else."""
        margins = self._margins(root, around_headline)
        self.mass = self.sums(self._outside(margins))
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

    def running(self, element: HtmlElement) -> Iterator[list[HtmlElement]]:
        """The paragraphs in `element` outside the margins, those together that stand side by side."""
        waiting = [element]
        while waiting:
            each = waiting.pop()
            yield [child for child in self._children[each] if child.tag == "p"]
            waiting.extend(self._children[each])

    def place(self, element: HtmlElement) -> int:
        """Where `element` stands among all that hold prose."""
        return self._places[element]

    def sums(self, weights: dict[HtmlElement, int]) -> dict[HtmlElement, int]:
        """`weights` of paragraphs, added up for all that they stand in."""
        sums: dict[HtmlElement, int] = defaultdict(int, weights)
        for element in reversed(self._parents):
            parent = self._parents[element]
            if parent is not None and element in sums:
                sums[parent] += sums[element]
        return sums

    def _margins(self, root: HtmlElement, around_headline: Collection[HtmlElement]) -> set[HtmlElement]:
        """What stands in the margins: nothing around the headline, and no more than leaves room for an article.

        Names lie: "sidebar-layout" may hold the article. So they count only against what is surely none.
        """
        weights, margins = self.sums(self.own), set[HtmlElement]()
        spared = {*around_headline, *self._told()}
        before = 0  # the prose above the element: parents come before their children, and all in the page's order
        for element, parent in self._parents.items():
            rest = weights[root] - weights[element]
            if parent in margins or (element not in spared and _is_margin(element, weights[element], rest, before)):
                margins.add(element)
            before += self.own.get(element, 0)
        weights = self.sums(self._outside(margins))
        spared |= self.marked
        for element, parent in self._parents.items():
            is_light = weights[element] * 2 < weights[root] and element not in spared
            if parent in margins or (is_light and is_called_margin(element)):
                margins.add(element)
        return margins

    def _outside(self, margins: Collection[HtmlElement]) -> dict[HtmlElement, int]:
        return {element: weight for element, weight in self.own.items() if element not in margins}

    def _told(self) -> set[HtmlElement]:
        """What holds nearly all that the witness tells."""
        whole = max(self.witnessed.values(), default=0)
        return {element for element, size in self.witnessed.items() if size * 5 >= whole * 4}

    def _marked(self) -> set[HtmlElement]:
        weights, counts = self.sums(self.own), self.sums(dict.fromkeys(self.own, 1))
        marked: set[HtmlElement] = set()
        for element in self._parents:
            around: HtmlElement | None = element if counts[element] >= _SEVERAL and is_article_text(element) else None
            while around is not None and around not in marked and weights[element] * 2 >= weights[around]:
                marked.add(around)
                around = self._parents[around]
        return marked


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
    """Whether `element` is a margin or hidden, and `rest`, the prose elsewhere, may be the article.

    `before` is what of it stands above: comments stand below what they comment on, and may well be longer.
    """
    if element.tag in ("body", "html"):
        return False
    if (before >= _ARTICLE and is_thread(element)) or (rest >= _ARTICLE and is_consent(element)):
        return True
    return weight < rest and (is_margin(element) or is_out_of_sight(element))
