"""readability-lxml's choice of the article's container, and nothing else of it.

Only here is readability imported. Its Document is used for what it does best, scoring: cleaning and link rewriting,
nine tenths of its time, are left out, because blocks are read from the page itself.
"""

from copy import deepcopy

from lxml.html import HtmlElement
from readability import Document

_MARK = "newsread-number"
_MOST = 5000
"""Containers; parts of readability's scoring take time by their square."""


def point_at_article(root: HtmlElement) -> HtmlElement | None:
    """Return the element of `root` that readability takes for the article; None when it finds none."""
    numbered = list(root.iter("div", "section", "article", "main", "td", "body", "p"))
    if len(numbered) > _MOST:
        return None
    for number, element in enumerate(numbered):
        element.set(_MARK, str(number))
    try:
        found = _Pointer(deepcopy(root)).point()
    except ValueError:  # it moves text about, and lxml takes none with control characters
        found = None
    for element in numbered:
        del element.attrib[_MARK]
    for element in (found, *found.iterancestors()) if found is not None else ():
        if mark := element.get(_MARK):
            return numbered[int(mark)]
    return None


class _Pointer(Document):  # type: ignore[misc]  # it has no types
    def __init__(self, root: HtmlElement) -> None:
        super().__init__(root)
        self.html = root

    def _html(self, force: bool = False) -> HtmlElement:  # noqa: ARG002 - there is one tree, never a second parse
        return self.html

    def point(self) -> HtmlElement | None:
        for each in list(self.tags(self.html, "script", "style", "noscript")):
            each.drop_tree()
        self.remove_unlikely_candidates()
        self.transform_misused_divs_into_paragraphs()
        candidates = self.score_paragraphs()
        best = self.select_best_candidate(candidates)
        if best:
            best = self.get_semantic_article_candidate(candidates, best)
            best = self.get_semantic_main_candidate(candidates, best)
        return best["elem"] if best else None
