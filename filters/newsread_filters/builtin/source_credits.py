"""The filter source_credits."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import judge
from newsread_filters.builtin.own_words import own_share
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Lexicon, Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_ITEM = 40
"""Words of the longest source in a list."""
_KINDS = ("source_credit", "byline", "timestamp", "author_bio")
_CUE, _SURE = 0.15, 0.35
"""The share of its own words that a credit may have: it is made of names, offices and what they did."""
_SIGN_OFF = re.compile(r"^[(\[]?[^\W\d_]{2,8}(?:/[^\W\d_][\w.&-]{1,20}){1,4}[)\]]?$|^\([a-zäöü]{2,4}\)$")


class SourceCredits(Filter, frozen=True):
    """Who helped to report and where it was printed: "Reporting by ...; Editing by ...", "With files from ...".

    A line near the end goes when it begins with such words or names such a part ("contributed to this report"), or
    is an editor's sign and an agency ("sak/Reuters"). The list below a label that goes ("Sources:") goes with it.

    A sentence in which somebody reports something stays.
    """

    name = "source_credits"
    covers: ClassVar[tuple[str, ...]] = ("source_credit",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            Reporting by Alan Medlar; Editing by Ines Halloran

            With files from The Associated Press

            ahm/Reuters
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "credits below the text",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            Reporting by the parish paper had shown how much the bird eats.

            Sources close to the heron say that it likes the roof.

            Cases of herons on churches were reported from four counties.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            Reporting by the parish paper had shown how much the bird eats.
            Sources close to the heron say that it likes the roof.
            Cases of herons on churches were reported from four counties.
            """,
            "sentences of the story stay",
        ),
    )

    longest: Annotated[int, Meta(ge=5, le=200, description="Words that a credit may have.")] = 70

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the credits."""
        known = lexicon(article.language)
        for credit in judge(article, self.longest, lambda block: _why(article, block, known)):
            yield credit
            yield from _listed(article, credit.block, known["source_credit"])


def _listed(article: ArticleView, label: int, table: Table) -> Iterator[Clutter]:
    """The list of sources straight below a line that is only its label: "Sources:"."""
    above = article.block(label)
    if not above or table.prefix(above.words) < len(above.words):
        return
    below = (block for block in article.blocks if block.number > label)
    tight = not article.is_html and article.is_spaced
    items = takewhile(lambda each: each.kind == "list_item" or (tight and not each.hints.blank_before), below)
    for item in items:
        if item.is_prose or len(item.words) > _ITEM:
            return
        yield Clutter(item.number, f"stands in the list under “{above.text}”")


def _why(article: ArticleView, block: BlockView, known: Lexicon) -> str | None:
    table = known["source_credit"]
    if not article.is_near_end(block):
        return None
    below = article.is_after_story(block)
    if below and (block.words in table.phrases or _SIGN_OFF.match(block.text)):
        return "only the sign of an editor or an agency"
    begun = table.prefix(block.words)
    opening, rest = block.split_after(begun)
    marked = begun > 1 or rest.startswith(":") or opening.isupper()
    told = block.is_prose and own_share(article, block, *_KINDS) > _SURE
    if begun and marked and not told and _is_names(rest.split(), known):
        return f"a credit: it begins with “{opening}”"
    if (sure := table.sure(block.words)) and own_share(article, block, *_KINDS) <= _SURE:
        return f"a credit: “{sure}”"
    if (cue := table.cue(block.words)) and own_share(article, block, *_KINDS) <= _CUE:
        return f"a credit: “{cue}”"
    return None


def _is_names(said: list[str], known: Lexicon) -> bool:
    """Whether names and the words of credits are all but two of the words `said`; a sentence has more of its own."""
    vocabulary = known["byline"].vocabulary | known["source_credit"].vocabulary | known["timestamp"].vocabulary
    own = [word for word in said if word[:1].islower() and not vocabulary.issuperset(words(word))]
    return len(own) <= 2
