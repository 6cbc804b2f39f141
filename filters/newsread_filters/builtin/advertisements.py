"""The filter advertisements."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import is_label, judge
from newsread_filters.builtin.prompts import told
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView

_POINTS = (":", "|", "-", "–", "—", "·", "•")
_OFFER = re.compile(r"^[$€£]\s?\d[\d.,]* (?:[^\W\d_]{2,4}) [A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3}$")
"""A price and a shop: "$285 at Meridian Sports"."""
_NAMES = ("advert", "sponsor", "ad-", "affiliate", "disclosure", "disclaimer", "commerce", "shop")


class Advertisements(Filter, frozen=True):
    """The labels that advertisements leave behind ("ADVERTISEMENT", "Story continues below"), and paid headlines.

    A line goes when it is such a label as a whole, or begins with one and is no sentence ("Sponsored Content: ...").

    The word "advertisement" in a sentence of the story means nothing.
    """

    name = "advertisements"
    covers: ClassVar[tuple[str, ...]] = ("ad",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            ADVERTISEMENT

            Advertisement - story continues below.

            It was first seen by the organist, who was late for Sunday's service.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "two labels between paragraphs",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron came to the village in an advertisement for fish.

            It was first seen by the organist, who was late for Sunday's service.

            Sponsored walks

            The walk to the roof was sponsored by the parish and the brewery.
            """,
            """
            Heron returns to church roof after three years
            The heron came to the village in an advertisement for fish.
            It was first seen by the organist, who was late for Sunday's service.
            Sponsored walks
            The walk to the roof was sponsored by the parish and the brewery.
            """,
            "sentences and a subheading about advertising stay",
        ),
    )

    longest: Annotated[int, Meta(ge=1, le=200, description="Words that a paid headline may have.")] = 80

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the labels of advertisements."""
        table = lexicon(article.language)["ad"]

        def why(block: BlockView) -> str | None:
            if is_label(article, block, table, *_NAMES):
                return "the label of an advertisement"
            if _begins_as_label(article, block, table):
                return "begins with the label of an advertisement"
            if _OFFER.match(block.text) and block.links:
                return "a price and the shop that it is asked in"
            said = told(article, block, table, _NAMES, to_somebody=False)
            return f"speaks of what the page sells: “{said}”" if said else None

        for block in article.blocks:
            if block.kind == "heading" and len(block.words) > 1 and block.words in table.phrases:
                yield Clutter(block.number, "the label of an advertisement")
        yield from judge(article, self.longest, why)


def _begins_as_label(article: ArticleView, block: BlockView, table: Table) -> bool:
    """Whether a label leads in the line; a single word is one before a colon, or where the line is marked as paid."""
    begun = table.prefix(block.words)
    if not begun or block.is_prose:
        return False
    pointed = block.split_after(begun)[1].lstrip().startswith(_POINTS)
    return pointed or _is_marked(article, block) or (begun > 1 and not block.ends_sentence)


def _is_marked(article: ArticleView, block: BlockView) -> bool:
    """Whether the page says by a link or a name that a line is paid for."""
    return block.link_density > 0.5 or article.named(block, *_NAMES) is not None
