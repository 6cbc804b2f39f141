"""The filter related_links."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin import link_boxes, tight_lines
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import lexicon
from newsread_filters.view import ArticleView


class RelatedLinks(Filter, frozen=True):
    """Lists of other stories' headlines, with a heading ("Related articles", "Most read") or without one.

    In HTML a list gives itself away by its links: lines that are links as a whole, with the labels, dates and teasers
    that stand between them in the same box or in a row of cards; and by what the page itself calls the box, for lines
    that are no sentences.
    In plain text it is a run of lines that stand tight, begin with capitals and end without a full stop, while the
    paragraphs around them are parted by blank lines.

    Lists that belong to the text stay: their lines are no links. So do tables of contents, whose links lead to this
    page, and poems.
    """

    name = "related_links"
    covers: ClassVar[tuple[str, ...]] = ("related",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            Goose steals wedding ring in front of vicar
            Darts ace banned from his own birthday party

            It was first seen by the organist, who was late for Sunday's service.

            The vicar has asked the parish not to feed it before the holidays.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            The vicar has asked the parish not to feed it before the holidays.
            """,
            "a run of headlines in plain text",
        ),
        Example(
            """
            <html><body><article>
            <h1>Heron returns to church roof after three years</h1>
            <p>The heron is back on the church roof after three long years away.</p>
            <div><h3>Most read</h3><ul>
            <li><a href="/g">Goose steals wedding ring in front of vicar</a></li>
            <li><a href="/d">Darts ace banned from his own party</a></li>
            </ul></div>
            <p>It was first seen by the organist, who was late for Sunday's service.</p>
            <ul><li>It eats fish from the parish pond</li><li>It sleeps on the south side of the tower</li></ul>
            <p>The vicar has asked the parish not to feed it before the holidays.</p>
            </article></body></html>
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            It eats fish from the parish pond
            It sleeps on the south side of the tower
            The vicar has asked the parish not to feed it before the holidays.
            """,
            "a list of links goes, a list of the text stays",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            Two small trout from the pond
            One eel, cut in three
            Half a loaf of bread

            It was first seen by the organist, who was late for Sunday's service.

            The vicar has asked the parish not to feed it before the holidays.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            Two small trout from the pond
            One eel, cut in three
            Half a loaf of bread
            It was first seen by the organist, who was late for Sunday's service.
            The vicar has asked the parish not to feed it before the holidays.
            """,
            "a list of short things in plain text stays",
        ),
    )

    density: Annotated[
        float, Meta(ge=0.3, le=1, description="The share of a line's words that must be links for it to be one.")
    ] = 0.8

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the lists, with their headings."""
        table = lexicon(article.language)["related"]
        found = link_boxes.find(article, table, self.density) if article.is_html else tight_lines.find(article, table)
        for number, reason in sorted(found.items()):
            yield Clutter(number, reason)
