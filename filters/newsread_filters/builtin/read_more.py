"""The filter read_more."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import is_label
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView

_ARROW, _LINKED = re.compile(r"^(?:>>+|→|➜|➡|👉)\s?\w"), 0.4
"""Arrows that point to other pages, and the share of links in such a line; bullets have other signs."""
_POINTS = re.compile(r"\s*[:|»>→\u2013\u2014\uff1a]|\s+-\s")
"""What stands between such an opening and the story that it points to."""


class ReadMore(Filter, frozen=True):
    """Pointers to other stories: "READ MORE: ...", "See also ...", "Related: ...".

    A line goes when it begins with such words and a colon or a link follows, or when it is such words alone.

    Sentences that begin with "Read", "More" or "See" stay, and so does an opening such as "Background:" before a
    sentence of the story.
    """

    name = "read_more"
    covers: ClassVar[tuple[str, ...]] = ("read_more",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            READ MORE: Goose issued with bus pass after honest mix-up

            It was first seen by the organist, who was late for Sunday's service.

            Read more here
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "a pointer between paragraphs, and one alone",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            Read the book in the porch and you will see why it is loved.

            More than forty people have climbed the tower to look at it.

            See the roof at dawn: it shines like the back of a fish.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            Read the book in the porch and you will see why it is loved.
            More than forty people have climbed the tower to look at it.
            See the roof at dawn: it shines like the back of a fish.
            """,
            "sentences stay",
        ),
    )

    longest: Annotated[int, Meta(ge=2, le=80, description="Words that a pointer may have.")] = 40

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the pointers to other stories."""
        table = lexicon(article.language)["read_more"]
        for block in article.blocks:
            may_be = (
                block.kind not in ("code", "table_row") and len(block.words) <= self.longest and not block.is_spoken
            )
            if may_be and (reason := _why(article, block, table)):
                yield Clutter(block.number, reason)


def _why(article: ArticleView, block: BlockView, table: Table) -> str | None:
    if is_label(article, block, table):
        return "only a pointer to more"
    if _ARROW.match(block.text) and block.link_density > _LINKED:
        return "an arrow, and a link to another story"
    begun, sure = table.prefix(block.words), table.opening(block.words)
    if not begun and not sure:
        return None
    begun = max(begun, sure)
    opening, behind = block.split_after(begun)
    shouted = begun > 1 and opening.isupper() and not behind.isupper()
    rest, pointed = len(block.words) - begun, shouted or bool(_POINTS.match(behind))
    if rest and block.linked_words >= 0.8 * rest and (begun > 1 or pointed):
        return f"begins with “{opening}”, and the rest is a link"
    asks = begun > 1 and block.text.endswith("?")
    if sure == begun and rest > 1 and pointed and (asks or not block.ends_sentence):
        return f"begins with “{opening}” and names another story"
    return None
