"""The filter advertisements."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import is_label, judge
from newsread_filters.builtin.prompts import told
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import lexicon
from newsread_filters.view import ArticleView, BlockView

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
            if table.prefix(block.words) and not block.is_prose:
                return "begins with the label of an advertisement"
            said = told(article, block, table, _NAMES, to_somebody=False)
            return f"speaks of what the page sells: “{said}”" if said else None

        for block in article.blocks:
            if block.kind == "heading" and len(block.words) > 1 and block.words in table.phrases:
                yield Clutter(block.number, "the label of an advertisement")
        yield from judge(article, self.longest, why)
