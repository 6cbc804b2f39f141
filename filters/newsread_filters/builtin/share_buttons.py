"""The filter share_buttons."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import is_label, is_marked, judge
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView

_NAMES = ("share", "social", "sharing", "addthis", "sharedaddy")

_SHARERS = re.compile(
    r"sharer|/intent/|mailto:\?|/share\b|share\?|whatsapp\.com/send|pin/create|reddit\.com/submit|/shareArticle"
)


class ShareButtons(Filter, frozen=True):
    """Buttons for sharing, saving and printing: "Share", "Copy link", "Facebook".

    A line goes when it is made of such words alone. The bare name of a network goes where the page says that it is a
    button (a link, a form control, its class) or where other buttons stand beside it.

    A sentence about sharing stays, and so does a subheading that names a network.
    """

    name = "share_buttons"
    covers: ClassVar[tuple[str, ...]] = ("share",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            Share this article

            Copy link

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "buttons above the text",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            Facebook

            The church shared its picture with the whole parish on Sunday.

            Share the roof, said the vicar, and share the fish.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            Facebook
            The church shared its picture with the whole parish on Sunday.
            Share the roof, said the vicar, and share the fish.
            """,
            "a subheading that names a network, and sentences, stay",
        ),
    )

    longest: Annotated[int, Meta(ge=1, le=40, description="Words that a line of buttons may have.")] = 16

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield lines that hold only buttons."""
        table = lexicon(article.language)["share"]
        buttons = {block.number for block in article.blocks if _is_button(article, block, table)}

        def why(block: BlockView) -> str | None:
            sure = len(block.words) > 1 or is_marked(article, block, *_NAMES) or not buttons.isdisjoint(_beside(block))
            return "only words of buttons for sharing and saving" if block.number in buttons and sure else None

        yield from judge(article, self.longest, why, *_NAMES)


def _is_button(article: ArticleView, block: BlockView, table: Table) -> bool:
    if len(block.words) <= 8 and block.links and all(_SHARERS.search(link.href or "") for link in block.links):
        return True
    said = block.unglued if len(block.words) <= 8 else block.words
    made_of = table.is_made_of(block.words) or table.is_made_of(said)
    return is_label(article, block, table, *_NAMES) or (made_of and not block.ends_sentence)


def _beside(block: BlockView) -> set[int]:
    return {block.number + step for step in (-2, -1, 1, 2)}
