"""The filter comment_prompts."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import is_label, judge, with_boxes
from newsread_filters.builtin.prompts import told
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView

_NAMES = ("comment", "disqus", "discuss", "reply", "respond", "viafoura", "coral", "livefyre")


class CommentPrompts(Filter, frozen=True):
    """Invitations to comment, counts of comments, and the form below the text.

    A line goes when it is only such a label ("42 comments", "Have your say"), and a longer one when it speaks of the
    comments of this page. A heading that names them goes in the last part of the text, whatever stands below it. A bare
    number goes above and below the text, and where the page says what it counts.

    The word "comment" in a sentence of the story means nothing.
    """

    name = "comment_prompts"
    covers: ClassVar[tuple[str, ...]] = ("comments",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            42 comments

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            What do you think of the heron? Let us know in the comments below.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "a count above and an invitation below the text",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The vicar declined to comment on the heron on Monday.

            It was first seen by the organist, who was late for Sunday's service.

            1

            Forty people left a comment in the book in the porch.
            """,
            """
            Heron returns to church roof after three years
            The vicar declined to comment on the heron on Monday.
            It was first seen by the organist, who was late for Sunday's service.
            1
            Forty people left a comment in the book in the porch.
            """,
            "comments in the story, and a number between paragraphs, stay",
        ),
    )

    longest: Annotated[int, Meta(ge=1, le=200, description="Words that an invitation to comment may have.")] = 120

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield lines about this page's comments."""
        table = lexicon(article.language)["comments"]
        numbers = {int(block.text) for block in article.blocks if _is_count(block)}

        def why(block: BlockView) -> str | None:
            if is_label(article, block, table, *_NAMES):
                return "a label of the page's comments"
            if not _is_outside(article, block):
                return None
            alone = _is_count(block) and numbers.isdisjoint((int(block.text) - 1, int(block.text) + 1))
            if alone and (article.is_html or article.is_before_story(block)):
                return "a bare number beside the text, such as a count of comments"
            said = told(article, block, table, _NAMES)
            return f"speaks of this page's comments: “{said}”" if said else None

        for block in article.blocks:
            if block.kind == "heading" and len(block.words) > 1 and _heads_comments(article, block, table):
                yield Clutter(block.number, "the heading of the page's comments")
        yield from with_boxes(article, judge(article, self.longest, why, *_NAMES))


def _heads_comments(article: ArticleView, block: BlockView, table: Table) -> bool:
    """Whether a heading below most of the text is such a label and names comments, whatever stands below it."""
    return article.is_near_end(block) and block.words in table.phrases and not table.strong.isdisjoint(block.words)


def _is_count(block: BlockView) -> bool:
    """Whether it may be a count; numbers that follow each other are those of a list's entries."""
    return block.text.isdigit() and len(block.text) < 6


def _is_outside(article: ArticleView, block: BlockView) -> bool:
    named = bool(article.named(block, *_NAMES)) or bool(block.links) or block.hints.controls
    return named or article.is_before_story(block) or article.is_near_end(block)
