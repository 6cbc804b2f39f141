"""The filter author_bios."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.builtin.labels import is_label, judge
from newsread_filters.builtin.own_words import own_share
from newsread_filters.builtin.prompts import told
from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.lexicon import Table, lexicon
from newsread_filters.view import ArticleView, BlockView, words

_NAMES = ("author", "bio", "contributor", "byline", "writer", "profile")
_KINDS = ("author_bio", "byline", "contact", "follow", "source_credit")
_OWN = 0.2
"""The share of its own words that a note on an author whom the page does not name may have."""
_OFFICE = 8
"""Words behind the name of such an author, among which the office stands."""
_REACH = 14
"""Words of a line that says where to write to the author, and nothing else."""
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++\.\w|(?:^|\s)@\w{3,}")


class AuthorBios(Filter, frozen=True):
    """Who the author is, and how to reach the newsroom: "X is a reporter for ...", "Do you have a story? Email ...".

    A line near the end goes when it begins with the author's name, says what the author does and names the work, or
    gives an address to write to; a request goes when its words are those of a newsroom.

    What the police or a charity asks of the public stays: "Anyone with information should call ...".
    """

    name = "author_bios"
    covers: ClassVar[tuple[str, ...]] = ("author_bio", "contact_prompt")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.

            Dean Wetherby is a reporter for the Bugle. Follow him on Twitter @wetherby

            Do you have a story to tell? Email news@bugle.example
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "who wrote it, and where to write to",
        ),
        Example(
            """
            Heron returns to church roof after three years

            Alan Medlar, who rings the tenor bell, saw it first.

            It was first seen by the organist, who was late for Sunday's service.

            Alan Medlar is a historian, and the author of a book about bells.

            Anyone with information about its nest should email the police at nest@police.example or call 101.
            """,
            """
            Heron returns to church roof after three years
            Alan Medlar, who rings the tenor bell, saw it first.
            It was first seen by the organist, who was late for Sunday's service.
            Alan Medlar is a historian, and the author of a book about bells.
            Anyone with information about its nest should email the police at nest@police.example or call 101.
            """,
            "people of the story, and what the police ask, stay",
        ),
    )

    longest: Annotated[int, Meta(ge=5, le=300, description="Words that a note on the author may have.")] = 120

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield notes on authors, and requests to write to the newsroom."""
        known = lexicon(article.language)
        author = frozenset(words(article.byline or "")) - known["byline"].weak

        def why(block: BlockView) -> str | None:
            begins = len(author.intersection(block.words[:4])) > 1
            near = article.is_near_end(block) or (begins and article.is_before_story(block))
            if near and (reason := _why_bio(article, block, known["author_bio"], author)):
                return reason
            asked = near or article.named(block, "contact")
            said = _asked(article, block, known["contact"]) if asked else None
            return f"asks to write to the newsroom: “{said}”" if said else None

        yield from judge(article, self.longest, why)


def _why_bio(  # noqa: PLR0911 - one for each reason
    article: ArticleView, block: BlockView, table: Table, author: frozenset[str]
) -> str | None:
    if is_label(article, block, table, *_NAMES):
        return "a label of a note on the author"
    if sure := told(article, block, table, _NAMES) if table.sure(block.words) else None:
        return f"a note on the author: “{sure}”"
    cue, verb, role = table.cue(block.words), table.ask(block.words[:10]), table.thing(block.words)
    known = len(author.intersection(block.words[:6])) > 1
    named = bool(article.named(block, *_NAMES))
    address = bool(_ADDRESS.search(block.text))
    if not (known or named or _may_be_unknown(article, block, table, address=address)):
        return None
    if address and len(block.words) <= _REACH and not author.isdisjoint(block.words[:4]):
        return "where to write to the author"
    if cue or (verb and role):
        return f"a note on the author: “{cue or f'{verb} … {role}'}”"
    if named and not block.is_prose and len(block.words) <= 8 and not article.is_before_story(block):
        return "the page calls it a note on the author"
    return None


def _may_be_unknown(article: ArticleView, block: BlockView, table: Table, *, address: bool) -> bool:
    """Whether a line is about an author whom the page does not name: a name, then the office, in the last paragraph.

    People of a story are introduced in this way too, but there is more to say of them. With an address it may stand
    elsewhere, and begin with the request: "Follow her ...".
    """
    if own_share(article, block, *_KINDS) > _OWN:
        return False
    names = re.match(r"(?:[A-Z][\w.'’-]+ ){2,4}", block.text)
    begun = len(words(names[0])) if names else 0
    if not any(
        table.ask(block.words[at : at + 3]) or table.cue(block.words[at : at + 4]) for at in (0, begun, begun + 1)
    ):
        return False
    office = table.cue(block.words) or table.thing(block.words[begun : begun + _OFFICE])
    return address or (office is not None and _is_stranger(article, block))


def _is_stranger(article: ArticleView, block: BlockView) -> bool:
    """Whether the last paragraph begins with a name that the story does not know."""
    names = block.text.split()[:2]
    if len(block.words) > 60 or not all(name[:1].isupper() and name[1:2].islower() for name in names):
        return False
    own = int(block.is_prose)
    strange = all(article.story[word] <= own for name in names for word in words(name))
    return strange and not any(below.is_prose and below.number > block.number for below in article.blocks[-8:])


def _asked(article: ArticleView, block: BlockView, table: Table) -> str | None:
    """What it asks for; None when it is not this page that asks."""
    return None if table.other(block.words) else told(article, block, table, ("contact", "callout", "tips"))
