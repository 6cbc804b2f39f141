"""The filter page_furniture."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.label_rows import is_label_row
from newsread_filters.builtin.labels import is_label, judge
from newsread_filters.builtin.prompts import told
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_NAMES = (
    "nav",
    "menu",
    "footer",
    "breadcrumb",
    "button",
    "btn",
    "copyright",
    "disclaimer",
    "legal",
    "widget",
    "feedback",
    "print",
)
_NOTE = re.compile(r"([,( ]{1,3}[^\W\d_]+(?: [^\W\d_]+){1,4}\)?)(?=[\W]|$)")
_POSTED = re.compile(r"^(?:https?://)?(?:t\.co|pic\.(?:twitter|x)\.com)/\w+$")
_COPYRIGHT = re.compile(r"^(?:tm & |™ & )?(?:©|\(c\)|copyright\b)\W*(?:©|\(c\))?.*\b(?:19|20)\d\d|^©", re.IGNORECASE)


class PageFurniture(Filter, frozen=True):
    """What belongs to the page and not to the story: navigation, buttons, copyright, terms, notices of widgets.

    A short line goes when it is such a label as a whole ("Skip to content", "Loading") or a row of labels of any kind,
    glued together ("ShareSaveComments"), a longer one when it speaks of the page itself ("All rights reserved", "This
    is a live blog") and its place or the page's own names agree.

    Corrections and notes of the editors stay.
    """

    name = "page_furniture"
    covers: ClassVar[tuple[str, ...]] = (
        "navigation", "ui_residue", "widget", "embed", "boilerplate", "copyright", "liveblog",
    )  # fmt: skip
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            Skip to main content

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            © 2024 Morning Bugle. All rights reserved.

            Report an error
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "navigation and a copyright notice",
        ),
        Example(
            """
            <html><body><article>
            <h1>Heron returns to church roof after three years</h1>
            <p>The heron is back on the church roof after three long years away.</p>
            <p>The vicar published <a href="/l">a list of its meals</a>, opens new tab, on the door of the church.</p>
            <p>The vicar has asked the parish not to feed it before the holidays.</p>
            </article></body></html>
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            The vicar published a list of its meals, on the door of the church.
            The vicar has asked the parish not to feed it before the holidays.
            """,
            "a note for those who do not see a link, cut out of its paragraph",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            Correction: an earlier version of this article said that the heron was a stork.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            Correction: an earlier version of this article said that the heron was a stork.
            """,
            "a correction stays",
        ),
    )

    longest: Annotated[int, Meta(ge=5, le=300, description="Words that a notice may have.")] = 80

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield what belongs to the page."""
        table = lexicon(article.language)["furniture"]

        def why(block: BlockView) -> str | None:
            if is_label(article, block, table, *_NAMES):
                return "a label of the page, not of the story"
            if is_label_row(article, block, *_NAMES):
                return "a row of labels of the page"
            if not block.is_prose and table.prefix(block.words):
                return "what a post from elsewhere has left"
            if _POSTED.match(block.text):
                return "the address of a post's picture"
            if _is_copyright(article, block):
                return "a copyright notice"
            said = None if table.other(block.words) else told(article, block, table, _NAMES, to_somebody=False)
            return f"speaks of the page itself: “{said}”" if said else None

        found = list(judge(article, self.longest, why))
        yield from found
        gone = {each.block for each in found}
        for block in article.blocks:
            if block.links and block.number not in gone:
                yield from _notes_on_links(block, table)


def _is_copyright(article: ArticleView, block: BlockView) -> bool:
    return bool(_COPYRIGHT.match(block.text)) and len(block.words) <= 40 and article.is_near_end(block)


def _notes_on_links(block: BlockView, table: Table) -> Iterator[Clutter]:
    """What pages write behind links for those who do not see them: ", opens new tab"."""
    for link in block.links:
        behind = _NOTE.match(block.text, link.end)
        if behind and words(behind[1]) in table.notes:
            yield Clutter(block.number, "a note on the link before it", link.end, behind.end(1))
