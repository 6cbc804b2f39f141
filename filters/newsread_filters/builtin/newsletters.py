"""The filter newsletters."""

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import is_label, judge, with_boxes, without
from newsread_filters.builtin.prompts import told
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Lexicon, Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_NAMES = (
    "newsletter",
    "news-letter",
    "signup",
    "sign-up",
    "subscri",
    "email",
    "promo",
    "follow",
    "social",
    "inbox",
    "alert",
    "app-",
    "optin",
    "opt-in",
)
_BOXES = ("newsletter", "signup", "sign-up", "optin", "opt-in")
_LARGEST = 70
"""Words of the largest box that only asks to sign up."""
_KINDS = (("newsletter", "asks to sign up"), ("follow", "asks to follow"), ("app", "advertises an app"))


class Newsletters(Filter, frozen=True):
    """Prompts to sign up for newsletters and alerts, to follow the site elsewhere, and to get its app.

    A short line goes when it is such a label as a whole, and a longer one when its words ask for it ("sign up ...
    newsletter", "our newsletter", "your inbox") and its place, a link or the page's own names speak for it too.

    Stories about newsletters and apps stay, and so does what somebody says about them.
    """

    name = "newsletters"
    covers: ClassVar[tuple[str, ...]] = ("newsletter", "follow_prompt", "app_prompt")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            Sign up to our newsletter and get the best of the parish in your inbox.

            Follow us on Facebook
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "prompts below the text",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The parish newsletter had called for help with the nest.

            “Sign up to our newsletter,” said the vicar, who prints it himself.

            The bell ringers follow the bird with an app on their phones.

            Follow the lane past the church and you will find it.
            """,
            """
            Heron returns to church roof after three years
            The parish newsletter had called for help with the nest.
            “Sign up to our newsletter,” said the vicar, who prints it himself.
            The bell ringers follow the bird with an app on their phones.
            Follow the lane past the church and you will find it.
            """,
            "a story about newsletters and apps stays",
        ),
    )

    longest: Annotated[int, Meta(ge=5, le=200, description="Words that a prompt may have.")] = 60

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the prompts."""
        known = lexicon(article.language)
        found = judge(article, self.longest, lambda block: _why(article, block, known), *_NAMES)
        gone = list(with_boxes(article, found))
        yield from gone
        yield from _beside_prompts(article, {each.block for each in gone})


def _why(article: ArticleView, block: BlockView, known: Lexicon) -> str | None:
    said = without(block.unglued, article.site) if len(block.words) <= 12 else ()
    for kind, reason in _KINDS:
        table = known[kind]
        if is_label(article, block, table, *_NAMES):
            return f"a label: {reason}"
        if said and not block.ends_sentence and (said in table.phrases or table.is_made_of(said)):
            return f"a button: {reason}"
        if _names_networks(block, table):
            return f"{reason}, and names networks"
        if wording := told(article, block, table, _NAMES):
            return f"{reason}: “{wording}”"
    return None


def _names_networks(block: BlockView, table: Table) -> bool:
    """Whether the block asks for something, and names besides only networks and itself: "Follow the Bugle on X."."""
    if len(block.words) > 20 or not table.ask(block.words[:2]) or table.strong.isdisjoint(block.words[1:]):
        return False
    return all(word.strip("(")[:1].isupper() or table.vocabulary.issuperset(words(word)) for word in block.text.split())


def _beside_prompts(article: ArticleView, gone: set[int]) -> Iterator[Clutter]:
    """The title and the praise of a newsletter, in a small box that the page names for it and whose prompt went."""
    for named, run in groupby(article.blocks, lambda block: article.named(block, *_BOXES) is not None):
        box = list(run)
        went = {block.number for block in box} & gone
        if named and went and sum(len(block.words) for block in box) <= _LARGEST:
            for block in box:
                if block.number not in went:
                    yield Clutter(block.number, "stands beside a prompt, in a box that the page names for a newsletter")
