"""The filter inline_promo."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.headlines import foreign, has_headline_shape, is_linked
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_BRACKET = re.compile(r"\[([^\[\]]{2,24})\](?=\W*(?:$|\|)|\s*[^\s\w]?[A-Z])")
_LONGEST = 22
"""Words that a headline has which is no link."""
_FEW, _SHORT = 5, 7
"""Longer words, and words, that are enough to tell another story's headline when the story has none of the longer."""
_SENTENCE = re.compile(r"[.!?][\"”’»')]*\s")


class InlinePromo(Filter, frozen=True):
    """Headlines of other stories between the paragraphs of this one, and lines tagged "[REPORT]".

    A tagged line goes when its tag is one of a small vocabulary and no full stop stands before the bracket; behind a
    real sentence only the tag goes. "DON'T MISS" above such lines goes with them.

    A headline without a tag goes when it stands alone between paragraphs and is a link as a whole, or when hardly any
    of its words occurs in the story. Real subheadings stay: their words come again below them.
    """

    name = "inline_promo"
    covers: ClassVar[tuple[str, ...]] = ("promo_inline", "promo_bracket")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            DON'T MISS

            Goose steals wedding ring in front of bishop [REPORT]

            Darts ace banned from own birthday party [INSIGHT]

            It was first seen by the organist, who was late for Sunday's service. [VIDEO]
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "lines tagged as other stories, and a tag behind a sentence",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            The vicar has asked the parish not to feed it before the holidays.

            Royal Navy scrambles frigate as submarine surfaces near Channel tunnel

            Three ringers climbed the tower at noon to look at the nest.

            The nest holds two eggs, a ring and the lid of a jar.

            Nobody in the village can say whose ring it is or was.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            The vicar has asked the parish not to feed it before the holidays.
            Three ringers climbed the tower at noon to look at the nest.
            The nest holds two eggs, a ring and the lid of a jar.
            Nobody in the village can say whose ring it is or was.
            """,
            "a lone headline whose words have nothing to do with the story",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            The plan was seen by this newspaper [CITY ARCHIVE]

            All nine ringers were there [sic] when it came, and “nobody rang” [laughter].

            It was first seen by the organist, who was late for Sunday's service.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            The plan was seen by this newspaper [CITY ARCHIVE]
            All nine ringers were there [sic] when it came, and “nobody rang” [laughter].
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "brackets that cite a source or note a sound stay",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            The vicar has asked the parish not to feed it before the holidays.

            What the ringers found when they climbed the tower

            Three ringers climbed the tower at noon to look at the nest.

            The nest holds two eggs, a ring and the lid of a jar.

            Nobody in the village can say whose ring it is or was.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            The vicar has asked the parish not to feed it before the holidays.
            What the ringers found when they climbed the tower
            Three ringers climbed the tower at noon to look at the nest.
            The nest holds two eggs, a ring and the lid of a jar.
            Nobody in the village can say whose ring it is or was.
            """,
            "a subheading whose words come again stays",
        ),
    )

    known: Annotated[
        float,
        Meta(ge=0, le=1, description="A lone headline goes when at most this share of its words is in the story."),
    ] = 0.25
    story: Annotated[
        int, Meta(ge=1, description="Paragraphs that a story must have before its words say what is foreign to it.")
    ] = 5

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield tagged lines, tags, and lone headlines of other stories."""
        table = lexicon(article.language)
        tagged = _tagged(article, table["tags"])
        for at, block in enumerate(article.blocks):
            if block.number in tagged:
                yield from tagged[block.number]
            elif _follows(article, at, tagged) and block.words in table["related"].phrases:
                yield Clutter(block.number, "a heading over lines that advertise other stories")
            elif reason := self._alone(article, at):
                yield Clutter(block.number, reason)

    def _alone(self, article: ArticleView, at: int) -> str | None:
        """Why the block is a lone headline of another story; None when it is not."""
        block = article.blocks[at]
        if not (3 < len(block.words) <= 30 and _stands_alone(article, at)):
            return None
        in_box = len(article.boxes.get(block.hints.group, ())) > 1  # a list or a card, whose other lines go with it
        if block.kind != "heading" and not in_box and is_linked(article, block, 0.8):
            return "the whole line is a link to another story"
        if block.kind not in ("paragraph", "list_item") or block.ends_sentence or not has_headline_shape(block):
            return None
        if article.story_size < self.story or len(block.words) > _LONGEST or _SENTENCE.search(block.text):
            return None  # a paragraph that lacks its full stop is longer, or holds another sentence
        reason = foreign(article, block, self.known)
        if not reason and len(block.words) >= _SHORT:
            reason = foreign(article, block, 0, fewest=_FEW)
        if not reason:
            return None
        return f"a headline of another story: {reason}"


def _tagged(article: ArticleView, tags: Table) -> dict[int, list[Clutter]]:
    """What the tags of the vocabulary give away, by block."""
    found = {block.number: list(_tagged_pieces(block, tags)) for block in article.blocks if "[" in block.text}
    return {number: pieces for number, pieces in found.items() if pieces}


def _tagged_pieces(block: BlockView, tags: Table) -> Iterator[Clutter]:
    """Each headline with its tag; behind a sentence, the tag alone. A line may hold several."""
    position = 0
    for tag in _BRACKET.finditer(block.text):
        if not (tag[1].isupper() and words(tag[1]) in tags.phrases):
            continue
        before = block.text[position : tag.start()]
        if words(before) and not _SENTENCE.search(before):
            yield Clutter(block.number, f"advertises another story: it is tagged {tag[0]}", position, tag.end())
        else:
            yield Clutter(block.number, f"the tag {tag[0]} points to another story", tag.start(), tag.end())
        position = tag.end()


def _follows(article: ArticleView, at: int, tagged: dict[int, list[Clutter]]) -> bool:
    """Whether a line that begins with a tagged headline stands right below the block."""
    below = tagged.get(article.blocks[at + 1].number) if at + 1 < len(article.blocks) else None
    return below is not None and below[0].start == 0


def _stands_alone(article: ArticleView, at: int) -> bool:
    """Whether running text stands right before and right behind the block."""
    blocks = article.blocks
    return 0 < at < len(blocks) - 1 and blocks[at - 1].is_prose and blocks[at + 1].is_prose
