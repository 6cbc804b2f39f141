"""The filter paywalls."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import is_label, judge, with_boxes
from newsread_filters.builtin.prompts import told
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import lexicon
from newsread_filters.view import ArticleView, BlockView

_NAMES = (
    "paywall",
    "subscri",
    "premium",
    "regwall",
    "donat",
    "membership",
    "support",
    "piano",
    "promo",
    "offer",
    "login",
    "cta",
)


class Paywalls(Filter, frozen=True):
    """Prompts to subscribe, to log in, to become a member or to give money.

    A short line goes when it is such a label as a whole ("Already a subscriber? Log in"), and a longer one when its
    words ask for it and its place, a link or the page's own names speak for it too.

    The page's own names alone remove nothing: some sites call the body of the text "paywall". Stories about
    subscriptions stay.
    """

    name = "paywalls"
    covers: ClassVar[tuple[str, ...]] = ("paywall",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            Already a subscriber? Log in

            Subscribe today for full access to our journalism.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "a wall below the text",
        ),
        Example(
            """
            <html><body><article>
            <h1>Heron returns to church roof after three years</h1>
            <div class="paywall">
            <p>The heron is back on the church roof after three long years away.</p>
            <p>The vicar has a subscription to three magazines about birds, and reads them all.</p>
            <p>He will support the heron with fish, he said, for as long as it stays.</p>
            </div>
            </article></body></html>
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            The vicar has a subscription to three magazines about birds, and reads them all.
            He will support the heron with fish, he said, for as long as it stays.
            """,
            'text in a box that the page calls "paywall" stays',
        ),
    )

    longest: Annotated[int, Meta(ge=5, le=200, description="Words that a prompt may have.")] = 80

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the prompts."""
        table = lexicon(article.language)["paywall"]

        def why(block: BlockView) -> str | None:
            if is_label(article, block, table, *_NAMES):
                return "a label that asks to subscribe or log in"
            said = told(article, block, table, _NAMES)
            return f"asks for a subscription, a login or money: “{said}”" if said else None

        yield from with_boxes(article, judge(article, self.longest, why, *_NAMES))
