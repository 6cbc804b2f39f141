"""The way down from the top of a page to the element that holds the article.

Each step goes to the child that holds most of the prose, for as long as what is left behind does not belong to the
article: its other halves, paragraphs beside a "read more" box, text that JSON-LD counts as the article's. A longer
article that follows the one under the headline does not win, and neither does what JSON-LD knows nothing of.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from lxml.html import HtmlElement

from newsread_filters.extract.marks import heads_with_link, is_article
from newsread_filters.extract.prose import Prose

_STORY = 600
"""Bytes; what stands under the headline with as much as that is an article beside others with their own headlines."""
_SEVERAL = 3
"""Entries of a series."""


class Descent:
    """Finds the smallest element that holds all of the article."""

    def __init__(
        self,
        prose: Prose,
        around_headline: Collection[HtmlElement],
        around_headlines: Collection[HtmlElement],
    ) -> None:
        """Look among `prose`, knowing what stands around the headline, and around any of the page."""
        self._prose = prose
        self._mass = prose.mass
        self._around_headline = around_headline
        self._around_headlines = around_headlines
        self._witnessed = prose.witnessed
        self.more: list[HtmlElement] = []
        """What was left behind and reads as the rest of the article."""
        self.is_undecided = False
        """Whether the way ended among children of different kinds, none of which holds most of the prose."""

    def from_top(self, element: HtmlElement) -> HtmlElement:
        """Go down from `element` as far as the article holds together."""
        in_article = False
        while children := self._prose.children(element):
            in_article = in_article or is_article(element)
            child = self._main(element, children)
            if child is None:
                apart = len(children) > 1 and not in_article and _called(children[0]) != _called(children[1])
                self.is_undecided = apart and not self._prose.is_paragraph(children[0])
                break
            others = [each for each in children if each is not child]
            if self._belong_together(element, child, others) or (in_article and self._is_one_of_several(child, others)):
                break
            self.more[:0] = [other for other in others if self._runs_on(element, child, other)]
            element = child
        self.more.sort(key=self._prose.place)
        return element

    def _main(self, element: HtmlElement, children: Sequence[HtmlElement]) -> HtmlElement | None:
        """The child that holds the article; None when `element` itself is what holds it."""
        sure = self._witnessed_child(element, children)
        sure = self._under_headline(element, children) if sure is None else sure
        sure = self._marked_child(element, children) if sure is None else sure
        child = children[0] if sure is None else sure
        if self._prose.is_paragraph(child) and (child.tag == "p" or self._mass[child] < 500):
            return None
        if child is sure or self._mass[child] * 2 >= self._mass[element]:
            return child
        clear = all(self._mass[other] * 2 <= self._mass[child] for other in children[1:])
        return child if child.tag in ("main", "article") and clear and not is_article(element) else None

    def _witnessed_child(self, element: HtmlElement, children: Sequence[HtmlElement]) -> HtmlElement | None:
        """The child with nearly all the text that JSON-LD holds."""
        whole = self._witnessed.get(element, 0)
        best = max(children, key=lambda child: self._witnessed.get(child, 0))
        return best if whole and self._witnessed[best] * 5 >= whole * 4 else None

    def _under_headline(self, element: HtmlElement, children: Sequence[HtmlElement]) -> HtmlElement | None:
        """The child that holds the headline and enough text to be an article: a longer one may follow it."""
        found = next((child for child in children if child in self._around_headline), None)
        if found is None or sum(1 for _ in self._prose.paragraphs(found)) <= 2:
            return None
        same = sum(self._mass[child] for child in children if not self._is_other_story(child))
        enough = self._mass[found] * 4 >= (same if self._mass[found] >= _STORY else self._mass[element])
        return found if enough else None

    def _marked_child(self, element: HtmlElement, children: Sequence[HtmlElement]) -> HtmlElement | None:
        """The one child that holds what is marked as an article's text, if that is much of the prose."""
        marked = [child for child in children if child in self._prose.marked]
        return marked[0] if len(marked) == 1 and self._mass[marked[0]] * 4 >= self._mass[element] else None

    def _belong_together(self, element: HtmlElement, child: HtmlElement, others: Sequence[HtmlElement]) -> bool:
        """Whether leaving `others` behind would part what is one."""
        whole = self._mass[element]
        beside = sum(self._mass[other] for other in others if self._prose.is_paragraph(other))
        if beside * 10 >= whole or any(self._is_other_half(child, other, whole) for other in others):
            return True
        # What stands above the child is read with it, as far as it is text: a standfirst is no reason to stay wide.
        below = [
            other for other in others if self._mass[other] * 8 >= whole or element.index(other) > element.index(child)
        ]
        return any(self._witnessed.get(other, 0) >= 80 for other in below) or self._is_series(below, whole)

    def _runs_on(self, element: HtmlElement, child: HtmlElement, other: HtmlElement) -> bool:
        """Whether `other`, below `child` where the headline stands, is running text that no witness speaks against."""
        if self._witnessed or element not in self._around_headline or self._mass[other] * 8 < self._mass[element]:
            return False
        if element.index(other) < element.index(child) or self._is_other_story(other) or heads_with_link(other):
            return False
        return any(len(texts) >= _SEVERAL for texts in self._prose.running(other))

    def _is_series(self, below: Sequence[HtmlElement], whole: int) -> bool:
        """Whether much of what stands `below` is a series of entries: posts of a live blog, answers to questions."""
        for boxes in (below, *map(self._prose.children, below)):
            alike: dict[tuple[str, str], list[HtmlElement]] = defaultdict(list)
            for box in boxes:
                if not self._is_other_story(box):
                    alike[_called(box)].append(box)
            for entries in alike.values():
                heads = [is_link for each in entries if (is_link := heads_with_link(each)) is not None]
                enough = len(heads) >= _SEVERAL and sum(self._mass[each] for each in entries) * 8 >= whole
                if enough and len(heads) * 2 > len(entries) and sum(heads) * 2 < len(heads):
                    return True
        return False

    def _is_other_story(self, child: HtmlElement) -> bool:
        """Whether `child` has a headline of its own, not the page's, and is long enough to be an article."""
        own = child in self._around_headlines and child not in self._around_headline
        return own and self._mass[child] >= _STORY

    def _is_other_half(self, child: HtmlElement, other: HtmlElement, whole: int) -> bool:
        called = _called(child)
        enough = whole / 8 if called[1] else self._mass[child] / 2
        if _called(other) != called or self._mass[other] < enough:
            return False
        if child in self._around_headline and self._is_other_story(other):
            return False
        return next((each for each in child.iter("article") if each in self._mass), None) is None

    def _is_one_of_several(self, child: HtmlElement, others: Sequence[HtmlElement]) -> bool:
        """Whether the article goes on in one of `others`: inside its element, several paragraphs are part of it."""
        return any(
            self._mass[other] * 6 >= self._mass[child]
            and other.tag != "header"
            and sum(1 for _ in self._prose.paragraphs(other)) > 1
            for other in others
        )


def _called(element: HtmlElement) -> tuple[str, str]:
    """What two halves of one thing have in common: the element and its class, or neither class nor id."""
    return str(element.tag), element.get("class") or element.get("id") or ""
