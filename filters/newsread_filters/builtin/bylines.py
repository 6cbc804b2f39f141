"""The filter bylines."""

import re
from collections.abc import Container, Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.block_view import unglue
from newsread_filters.builtin.labels import is_label, judge
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Lexicon, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_NAMES = (
    "byline",
    "author",
    "contributor",
    "writer",
    "journalist",
    "article-meta",
    "entry-meta",
    "post-meta",
    "attribution",
    "autor",
    "auteur",
)
_OFFICES = ("jobtitle", "job-title", "job_title")
"""Names of headings that are the author's office."""
_ADDRESS = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^@\w{3,30}$")

_CLOCK = re.compile(r"\d[:.h]\d\d|\bago\b")
_BESIDE = 4
"""Capitalised words that may stand beside the author's name above the text: a place, the site, an address."""
_ROLE = re.compile(r"^(?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+(?: ?[,|•·–—] ?| )(?P<role>[^.!?]+)$")
_NAME = re.compile(r"^(?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+$")
_DIGITS = re.compile(r"\d")
_BOX = 6
_NOBODY = frozenset[str]()
_OPENING = "(“\"'[|·@"
_AUTHORS = re.compile(
    r"/(?:authors?|profiles?|people|staff|by|reporters?|contributors?|writers?|journalists?|autor(?:en|es)?|auteurs?|redaktion)/"
)


class Bylines(Filter, frozen=True):
    """Who wrote the article, where the page says so among the lines: the header shows it once, at the top.

    A line goes when it is "By" and a name, the name that the page's metadata give, or an office ("News Reporter")
    beside one, above or below the text; also elsewhere when the page's own names for it say that it is a byline.
    A date may stand with it, and a name right above a date is one, too.

    A sentence that begins with "By" stays.
    """

    name = "bylines"
    covers: ClassVar[tuple[str, ...]] = ("byline",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            By Dean Wetherby, News Reporter

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "a byline above the text",
        ),
        Example(
            """
            Heron returns to church roof after three years

            By noon the heron was back on the roof of the church.

            It was first seen by the organist, who was late for Sunday's service.

            By the river

            There it fished for an hour, and nobody disturbed it.
            """,
            """
            Heron returns to church roof after three years
            By noon the heron was back on the roof of the church.
            It was first seen by the organist, who was late for Sunday's service.
            By the river
            There it fished for an hour, and nobody disturbed it.
            """,
            'a sentence and a subheading that begin with "By" stay',
        ),
    )

    longest: Annotated[int, Meta(ge=2, le=60, description="Words that a byline may have.")] = 40

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the lines that say who wrote the article."""
        known = lexicon(article.language)
        names = frozenset(words(f"{article.byline or ''}")) - known["byline"].vocabulary
        found: dict[int, str] = {}
        for block in article.blocks:
            if len(block.words) <= self.longest and (reason := _why(article, block, known, names)):
                found[block.number] = reason
        for block in article.blocks:
            beside = block.number - 1 in found or block.number + 1 in found or article.named(block, *_NAMES)
            if block.number in found:
                continue
            if beside and _is_office(block, known, names):
                found[block.number] = "the author's office or address"
            elif _is_above_date(article, block, known):
                found[block.number] = "a name right above the date"
            elif _is_in_box(article, block, known, found):
                found[block.number] = "stands in one box with the author's name"
        yield from judge(article, self.longest, lambda block: found.get(block.number), *_OFFICES)


def _why(  # noqa: PLR0911 - one for each reason
    article: ArticleView, block: BlockView, known: Lexicon, names: frozenset[str]
) -> str | None:
    named = article.named(block, *_NAMES)
    outside = named or article.is_before_story(block) or article.is_after_story(block)
    if not outside and not _CLOCK.search(block.text):
        return None
    said = frozenset(block.unglued)
    whole = len(names & said) > 1
    if not outside:
        entry = whole and not _others(block.text, known, names)
        return "a time and the author's name, as live blogs have them" if entry else None
    if is_label(article, block, known["byline"], *_NAMES):
        return "a label of the author's name"
    if _is_author_link(block):
        return "links to pages about its authors"
    begun = known["byline"].prefix(block.words)
    if block.is_prose or (block.ends_sentence and not begun and len(block.words) > 6):
        return None
    whole = whole or (article.is_before_story(block) and not names.isdisjoint(said))
    others = _others(block.split_after(begun)[1], known, names | (known["share"].vocabulary if whole else frozenset()))
    if others is None:
        return None
    if begun and others <= 6:
        return "names the author, as the header does"
    if whole and (not others or (others <= _BESIDE and article.is_before_story(block))):
        return "the author's name, as the header shows it"
    if article.is_before_story(block) and _is_role(block, known):
        return "a name and what a newsroom calls its writers"
    return f"the page calls it “{named}”" if named and others <= 4 and not block.ends_sentence else None


def _is_above_date(article: ArticleView, block: BlockView, known: Lexicon) -> bool:
    """Whether a line above the text is two or three names, and the line below it a date: copied text has them so."""
    below = article.block(block.number + 1)
    if not below or not article.is_before_story(below) or not _NAME.match(block.text):
        return False
    return (
        _DIGITS.search(below.text) is not None and len(below.words) <= 12 and known["timestamp"].is_made_of(below.words)
    )


def _is_in_box(article: ArticleView, block: BlockView, known: Lexicon, found: Container[int]) -> bool:
    """Whether only names stand above the text in the same small box as the author's name: "From: Morning Bugle"."""
    if not article.is_before_story(block) or len(block.words) > 6 or block.ends_sentence or block.kind == "heading":
        return False
    box = article.boxes.get(block.hints.group, ())
    return (
        len(box) <= _BOX
        and any(each.number in found for each in box)
        and _others(block.text, known, _NOBODY) is not None
    )


def _is_role(block: BlockView, known: Lexicon) -> bool:
    """Whether a line is two or three names and then an office of a newsroom alone: "Alan Medlar, Staff Writer"."""
    if len(block.words) > 9 or not (role := _ROLE.match(block.text)):
        return False
    said, table = words(role["role"]), known["byline"]
    return table.vocabulary.issuperset(said) and not table.roles.isdisjoint(said)


def _is_author_link(block: BlockView) -> bool:
    """Whether the block is names, and its links lead to what a site calls its authors' pages."""
    if not block.links or len(block.words) > 12 or block.ends_sentence:
        return False
    return all(_AUTHORS.search(link.href or "") for link in block.links) and block.link_density > 0.5


def _others(text: str, known: Lexicon, names: frozenset[str]) -> int | None:
    """How many names `text` holds beside `names`, offices and dates; None when it says something else too."""
    vocabulary = known["byline"].vocabulary | known["timestamp"].vocabulary | names
    capitals = 0
    for word in text.split():
        own = [piece for piece in words(unglue(word)) if piece not in vocabulary and not piece[0].isdigit()]
        if own and not (word.lstrip(_OPENING)[:1].isupper() or "@" in word):
            return None
        capitals += len(own)
    return capitals


def _is_office(block: BlockView, known: Lexicon, names: frozenset[str]) -> bool:
    """Whether a line beside the author's name is an office ("Tribune Staff Reporter") or an address."""
    if len(block.words) > 12 or (block.ends_sentence and len(block.words) > 3):
        return False
    office = not known["byline"].strong.isdisjoint(block.words)
    return (office and _others(block.text, known, names) is not None) or bool(_ADDRESS.match(block.text))
