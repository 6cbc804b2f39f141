"""The filter newsletters."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import is_label, judge, unglued, with_boxes, without
from newsread_filters.builtin.prompts import told
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Lexicon, Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_NAMES = ("newsletter", "news-letter", "signup", "sign-up", "subscri", "email", "promo", "follow", "social", "inbox", "alert", "app-", "optin", "opt-in")
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
            "Heron returns\n\nThe heron is back on the church roof.\n\nThe vicar is glad.\n\n"
            "Sign up to our newsletter and get the best of the parish in your inbox.\n\nFollow us on Facebook",
            "The heron is back on the church roof.\nThe vicar is glad.",
            "prompts below the text",
        ),
        Example(
            "Heron returns\n\nThe parish newsletter had called for help.\n\n“Sign up to our newsletter,” said the vicar.\n\n"
            "The bell ringers have an app on their phones.\n\nFollow the lane past the church and you will find it.",
            "The parish newsletter had called for help.\n“Sign up to our newsletter,” said the vicar.\n"
            "The bell ringers have an app on their phones.\nFollow the lane past the church and you will find it.",
            "a story about newsletters stays",
        ),
    )

    longest: Annotated[int, Meta(ge=5, le=200, description="Words that a prompt may have.")] = 60

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the prompts."""
        known = lexicon(article.language)
        found = judge(article, self.longest, lambda block: _why(article, block, known), *_NAMES)
        yield from with_boxes(article, found)


def _why(article: ArticleView, block: BlockView, known: Lexicon) -> str | None:
    for kind, reason in _KINDS:
        table = known[kind]
        if is_label(article, block, table, *_NAMES):
            return f"a label: {reason}"
        said = without(unglued(block.text), article.site) if len(block.words) <= 12 else ()
        if said and not block.ends_sentence and (table.is_phrase(said) or table.is_made_of(said)):
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
