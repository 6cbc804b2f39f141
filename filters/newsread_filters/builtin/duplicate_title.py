"""The filter duplicate_title."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.view import ArticleView, BlockView, words

_SITE = re.compile(r"^(?P<title>.+?)\s+[|·»–—-]\s+(?P<site>[^|·»]{2,40})$")
_REASON = "the headline, shown at the top"


class DuplicateTitle(Filter, frozen=True):
    """The headline again, as a heading of the page or as a line of the text.

    The headline is shown once, at the top; every copy of it among the lines goes, the first too. A copy may
    differ a little ("LIVE" in front, a name spelled out), and may end in the site's name (" | Morning Bugle").

    A subheading that is a piece of the headline stays, and so does a first sentence that says what the headline says.
    """

    name = "duplicate_title"
    covers: ClassVar[tuple[str, ...]] = ("title_dup",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            Heron returns to church roof after three years | Bugle

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.
            """,
            """
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "the headline twice, once with the site's name",
        ),
        Example(
            """
            <html><head><title>Heron returns to church roof after three years</title></head><body><article>
            <p>The heron returned to the church roof on Monday, three years after it left.</p>
            <h2>Three years</h2>
            <p>It was first seen by the organist, who was late for Sunday's service.</p>
            <p>The vicar has asked the parish not to feed it before the holidays.</p>
            </article></body></html>
            """,
            """
            The heron returned to the church roof on Monday, three years after it left.
            Three years
            It was first seen by the organist, who was late for Sunday's service.
            The vicar has asked the parish not to feed it before the holidays.
            """,
            "a sentence and a subheading made of the headline's words stay",
        ),
    )

    likeness: Annotated[
        float,
        Meta(
            ge=0.3,
            le=1,
            description="How much of the words a line and the headline must share, 0.3 to 1; 1 is the same words.",
        ),
    ] = 0.6

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield each line that is the headline."""
        if not article.title:
            return
        titles = [_shingles(said) for said in _wordings(article.title)]
        longest = 2 * max(len(title) for title in titles) + 8
        for block in article.blocks:
            if len(block.words) <= longest and self._is_title(article, block, titles):
                yield Clutter(block.number, _REASON)

    def _is_title(self, article: ArticleView, block: BlockView, titles: list[frozenset[str]]) -> bool:
        # A sentence may say in other words what the headline says; a heading above the text is the headline.
        needed = self.likeness
        if block.kind == "heading" and (block.level == 1 or article.is_before_story(block)):
            needed = min(needed, 0.45)
        elif block.is_prose:
            needed = max(needed, 0.9)
        lines = [_shingles(said) for said in _wordings(block.text)]
        return any(_likeness(line, title) >= needed for line in lines for title in titles)


def _wordings(text: str) -> list[tuple[str, ...]]:
    """The words of a headline, and those without the site's name at its end."""
    site = _SITE.match(text)
    return [words(text), *([words(site["title"])] if site and len(words(site["title"])) >= 3 else [])]


def _shingles(said: tuple[str, ...]) -> frozenset[str]:
    """What is compared: the words, or pairs of characters in a script that puts no spaces between words."""
    if sum(len(word) == 1 for word in said) > len(said) / 2:
        return frozenset(map("".join, pairwise(said)))
    return frozenset(said)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """What two sets share, as a part of all that is in either (Jaccard)."""
    return len(one & other) / len(one | other) if one and other else 0.0
