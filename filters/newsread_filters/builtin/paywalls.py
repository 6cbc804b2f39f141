"""The filter paywalls."""

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import is_label, judge, with_boxes
from newsread_filters.builtin.prompts import told
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
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


_ITEM = 30
"""Words of the longest item of such a list."""


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
        Example(
            """
            <html><body><article>
            <h1>Heron returns to church roof after three years</h1>
            <p>The heron is back on the church roof after three long years away.</p>
            <p>It was first seen by the organist, who was late for Sunday's service.</p>
            <p>Three things are forbidden on the roof from today:</p>
            <ul><li>ladders</li><li>drones</li><li>herring</li></ul>
            <p>Subscribe now to read the latest news from the roof.</p>
            <ul><li>Exclusive articles by our heron desk</li><li>Unlimited online access to every nest</li>
            <li>Daily puzzles, including the crossword</li></ul>
            </article></body></html>
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            Three things are forbidden on the roof from today:
            ladders
            drones
            herring
            """,
            "the list of what subscribers get goes with the prompt above it, a list of the story stays",
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

        found = list(with_boxes(article, judge(article, self.longest, why, *_NAMES)))
        yield from found
        yield from _benefits(article, table, {each.block for each in found})


def _benefits(article: ArticleView, table: Table, gone: set[int]) -> Iterator[Clutter]:
    """The list of what subscribers get, straight below a prompt that went: two of its items, and a third, say so."""
    for position, block in enumerate(article.blocks):
        if block.number not in gone:
            continue
        below = takewhile(lambda each: each.kind == "list_item", islice(article.blocks, position + 1, None))
        items = [each for each in below if len(each.words) <= _ITEM]
        of_offers = sum(
            each.number in gone or bool(table.thing(each.words) or table.ask(each.words) or table.cue(each.words))
            for each in items
        )
        if of_offers >= 2 and of_offers * 3 >= len(items):
            for each in items:
                if each.number in gone:
                    continue
                gone.add(each.number)
                yield Clutter(each.number, "stands in the list of what a subscription offers")
