"""The filter section_labels."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.headlines import leads_away
from newsread_filters.builtin.labels import judge
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_NAMES = (
    "tag",
    "topic",
    "breadcrumb",
    "kicker",
    "category",
    "section",
    "eyebrow",
    "label",
    "keyword",
    "rubric",
    "overline",
)

_KICKERS = ("kicker", "eyebrow", "overline", "rubric")
_TOPICS = re.compile(r"/(?:tags?|topics?|categor(?:y|ies)|keywords?|themen?|themes?|sujets?|temas?|etiquetas?)/")
_PATH = re.compile(r"[|/›»>•·]")
_LONGEST_ROW = 60
"""Words in a row of topics."""


class SectionLabels(Filter, frozen=True):
    """Labels that sort an article: "Politics" above the headline, a row of topics below the text.

    A short line goes when it is a link above or below the text, or when it is a section's name above it. What leads
    in a row of topics ("More on:", "Tags") goes with them.

    Short lines between paragraphs that are no links stay.
    """

    name = "section_labels"
    covers: ClassVar[tuple[str, ...]] = ("section_label", "topic_tags")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            <html><body><article>
            <p><a href="/uk">Politics</a></p>
            <h1>Heron returns to church roof after three years</h1>
            <p>The heron is back on the church roof after three long years away.</p>
            <p>It was first seen by the organist, who was late for Sunday's service.</p>
            <p>Topics</p>
            <ul><li><a href="/topic/birds">Birds</a></li><li><a href="/topic/churches">Churches</a></li></ul>
            </article></body></html>
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "a section above and topics below the text",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            Politics

            The parish council will vote on the future of the bird on Monday.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            Politics
            The parish council will vote on the future of the bird on Monday.
            """,
            "a subheading stays",
        ),
    )

    longest: Annotated[int, Meta(ge=1, le=12, description="Words that a label or topic may have.")] = 4

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the labels of sections and topics."""
        table = lexicon(article.language)["section"]
        linked = {block.number for block in article.blocks if self._is_topic(article, block, table)}
        linked |= set(self._unlinked(article, table))

        def why(block: BlockView) -> str | None:
            if block.number in linked:
                return "a row of links to topics" if len(block.links) > 1 else "the name of a section or topic"
            if article.is_before_story(block) and (_is_section(block, table) or self._is_kicker(block)):
                return "the name of a section, above the text"
            if _is_row(article, block, table):
                return "a row of topics, below the text"
            return "leads in a row of topics" if _leads_in(article, block, table, linked) else None

        yield from judge(article, _LONGEST_ROW, why)

    def _unlinked(self, article: ArticleView, table: Table) -> Iterator[int]:
        """The short names of a run below the text, where one is a known section or a heading leads in."""
        below = [block for block in article.blocks if article.is_after_story(block)]
        header: BlockView | None = None
        for is_name, run in groupby(below, lambda block: _is_name(block, self.longest - 1)):
            names = list(run)
            led = header is not None and header.words in table.headers
            if is_name and len(names) > 1 and (led or any(block.words in table.phrases for block in names)):
                yield from (block.number for block in names)
            header = names[-1]

    def _is_kicker(self, block: BlockView) -> bool:
        """Whether the page itself calls a short line what stands above headlines."""
        short = len(block.words) <= self.longest and not block.ends_sentence
        return short and any(name in token for token in block.hints.classes for name in _KICKERS)

    def _is_topic(self, article: ArticleView, block: BlockView, table: Table) -> bool:
        """Whether the block is topics only: linked, few words a link, above or below the text or named so."""
        if not block.links or len(block.words) > _LONGEST_ROW or block.kind == "table_row":
            return False
        if not all(leads_away(article, link) for link in block.links):
            return False
        rest = len(block.words) - table.opening(block.words)
        if block.linked_words < 0.8 * rest or block.linked_words > self.longest * len(block.links):
            return False
        if all(_TOPICS.search(link.href or "") for link in block.links):
            return True
        if article.is_before_story(block) or article.is_near_end(block) or article.named(block, *_NAMES):
            return True
        box = article.boxes.get(block.hints.group, [])
        return len(block.words) <= 2 and all(each.link_density > 0.5 for each in box)


def _is_section(block: BlockView, table: Table) -> bool:
    """Whether a line is the name of a section, or a path of them: "News | Local"."""
    parts = [words(part) for part in _PATH.split(block.text)] if len(block.words) <= _LONGEST_ROW else []
    return block.words in table.phrases or (len(parts) > 1 and all(part in table.phrases for part in parts))


def _is_row(article: ArticleView, block: BlockView, table: Table) -> bool:
    """Whether the line below the text is such an opening, a colon, and names parted by commas."""
    opening = table.opening(block.words)
    names = [name.strip() for name in block.split_after(opening)[1].removeprefix(":").split(",")]
    if not opening or ":" not in block.text or len(names) < 2 or not article.is_after_story(block):
        return False
    return not block.ends_sentence and all(0 < len(words(name)) <= 4 for name in names)


def _is_name(block: BlockView, longest: int) -> bool:
    """Whether an unlinked line can be the name of a topic: few words, a capital in front, no sentence, no number."""
    plain = len(block.words) <= longest and block.text[0].isupper() and block.text[-1].isalpha()
    return plain and block.kind in ("paragraph", "list_item")


def _leads_in(article: ArticleView, block: BlockView, table: Table, linked: set[int]) -> bool:
    heads = block.words in table.headers or bool(article.named(block, "tag", "topic"))
    return heads and block.number + 1 in linked and not block.is_prose
