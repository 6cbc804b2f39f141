"""The filter timestamps."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import judge
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_NAMES = ("time", "date", "publish", "updated", "posted", "timestamp")
_NAMES_BESIDE = 3
"""Words of an agency or a place that may stand in what the page itself calls a timestamp."""
_CLOCK = re.compile(r"\d[:.h]\d\d|\bago\b")
_LONGEST_FULL = 20
_YEAR = re.compile(r"\b20\d\d\b")
_HOUR = re.compile(r"\d[:.h]\d\d ?(?:[ap]\.?m|[A-Z]{3}|$|\W)", re.IGNORECASE)
_ENTRY = re.compile(r"^\d{1,2}[:.h]\d\d(?: (?:[AaPp]\.?[Mm]\.?))? ?[|·•–-]? ?(?:[A-Z][\w.'’-]+ ?){2,3}$")
"""A clock and a name, as live blogs have them above each entry."""
_NUMERIC = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}[:.]\d{2}\b")


class Timestamps(Filter, frozen=True):
    """When the article appeared or was changed, and how long it takes to read: the header shows the date.

    A line goes when it is made of numbers and of the words of dates ("Published", "Mon", "GMT", "5 min read") and
    stands above or below the text, or where the page says that it is a time.

    A date within a sentence stays, and so does a date that heads a part of the text, as in a diary or a timeline.
    """

    name = "timestamps"
    covers: ClassVar[tuple[str, ...]] = ("timestamp",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            Published: 11:48, Thu, Jul 18, 2024 | Updated 11:50

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "times above the text",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            The vicar kept a diary of all that it did.

            4 May 2024

            Fish again today, and it looked straight at me, says the diary.

            At 9am on Monday it flew away to the river and came back.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            The vicar kept a diary of all that it did.
            4 May 2024
            Fish again today, and it looked straight at me, says the diary.
            At 9am on Monday it flew away to the river and came back.
            """,
            "a date that heads a part of the text stays",
        ),
    )

    longest: Annotated[int, Meta(ge=2, le=60, description="Words that a line of times may have.")] = 24

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the lines that only say when."""
        table = lexicon(article.language)["timestamp"]
        site = frozenset(words(article.site or ""))

        short = (block for block in article.blocks if len(block.words) <= self.longest)
        times = {
            block.number: block
            for block in short
            if _is_time(block, table, site, named=article.named(block, "timestamp") is not None)
            or (article.is_before_story(block) and _is_full_time(block, table))
        }
        signed = {
            block.number: block
            for block in article.blocks
            if block.hints.classes and block.number not in times and _ENTRY.match(block.text)
        }
        times |= signed
        entries = Counter(block.hints.classes for block in times.values())

        def why(block: BlockView) -> str | None:
            if block.number not in times:
                return None
            if block.number not in signed and _is_outside(article, block, table):
                return "only dates and times of this page"
            of_entry = block.hints.classes and entries[block.hints.classes] > 2 and _CLOCK.search(block.text)
            return "the time of an entry, as live blogs have them" if of_entry else None

        yield from judge(article, self.longest, why)


def _is_time(block: BlockView, table: Table, site: frozenset[str], *, named: bool) -> bool:
    """Whether numbers, the words of dates and the site's name are all there is; pages glue them ("20232:26 PM")."""
    if block.words in table.phrases:
        return True
    said = [word for word in block.unglued if not word[0].isdigit() and word not in site]
    dated = any(word[0].isdigit() for word in block.words) and not block.text.endswith(".")
    others = [word for word in said if word not in table.vocabulary]
    if not dated or (others and not (named and len(others) <= _NAMES_BESIDE)):
        return False
    return bool(_NUMERIC.search(block.text)) or not table.strong.isdisjoint(said)


def _is_full_time(block: BlockView, table: Table) -> bool:
    """Whether the line is a day, a year and a clock, and beside them only the name of a place or an agency."""
    if len(block.words) > _LONGEST_FULL or not (_YEAR.search(block.text) and _HOUR.search(block.text)):
        return False
    others = [word for word in block.text.split() if not table.vocabulary.issuperset(_letters(word))]
    return len(others) <= _NAMES_BESIDE and all(word.lstrip("(|").istitle() or word.isupper() for word in others)


def _letters(text: str) -> list[str]:
    return [word for word in words(text) if not word[0].isdigit()]


def _is_outside(article: ArticleView, block: BlockView, table: Table) -> bool:
    """Whether a time stands above or below the text, or is marked as the page's own; a bare date may be a diary's."""
    if article.is_before_story(block) or article.is_after_story(block):
        return True
    clock, begun = _CLOCK.search(block.text), table.prefix(block.words)
    marked = block.hints.tag == "time" or article.named(block, *_NAMES)
    return block.kind != "heading" and bool((clock and begun) or (marked and (clock or begun)))
