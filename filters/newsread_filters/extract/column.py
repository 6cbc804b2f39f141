"""Finds the article column."""

from typing import NamedTuple

from lxml.html import HtmlElement

from newsread_filters.extract.pointer import point_at_article


class Column(NamedTuple):
    """Where the article stands: its containers in the order of the page, and what in them is not part of it."""

    containers: tuple[HtmlElement, ...]
    left_out: frozenset[HtmlElement] = frozenset()


def find_column(root: HtmlElement) -> Column:
    """Return where the article of the page `root` stands."""
    return Column((point_at_article(root),))
