"""The filter repeated_teaser."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import takewhile
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.view import ArticleView, BlockView

_GRAM = 4
"""Words by which a possible repetition is looked up before it is compared word for word."""
_WAITING = 20
"""Lines that begin with the same words and wait for their repetition; more than that is a form, not a teaser."""
_HEAD = 6
"""Blocks among which a teaser or standfirst stands."""
_QUOTED = ("quot", "zitat", "citat", "pull")
_NAMES = ("quot", "zitat", "citat", "pull", "teaser", "standfirst", "highlight", "callout", "summary", "lead", "dek")
_LONGEST_SIGNATURE = 12
_ECHO, _LONGEST_ECHO = 8, 50
"""How many lines above a pull quote its source stands at most, and how many words it has."""
_QUOTES = "\"“”„«»‘’'"


class RepeatedTeaser(Filter, frozen=True):
    """A line that is printed twice: first as decoration (a teaser, a standfirst, a pull quote), then in its place.

    A line goes when all its words come again, in the same order, within one later line; a teaser may break off in
    mid-word. The earlier copy goes and the later one stays. A pull quote goes below its source, too: a quotation and
    nothing else, or a line that is set apart and has no end, all of whose words stand together in a line shortly above.

    A line whose words do not all come again stays: it may be the only place of a fact. So does a statement that the
    text quotes in part and later prints in full, and so do lists, such as the key points above a story.
    """

    name = "repeated_teaser"
    covers: ClassVar[tuple[str, ...]] = ("standfirst_dup", "pull_quote")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years aw

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "a teaser that breaks off in mid-word",
        ),
        Example(
            """
            <html><body><article>
            <h1>Heron returns to church roof after three years</h1>
            <p>The heron is back on the church roof after three long years away.</p>
            <blockquote>“I knew it by the way it looked at me”</blockquote>
            <p>“I knew it by the way it looked at me,” said the organist, who was late for the service.</p>
            <p>The vicar has asked the parish not to feed it before the holidays.</p>
            </article></body></html>
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            “I knew it by the way it looked at me,” said the organist, who was late for the service.
            The vicar has asked the parish not to feed it before the holidays.
            """,
            "a pull quote",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron has one white feather and a very loud voice.

            The heron is back on the church roof after three long years away.

            It was first seen by the organist, who was late for Sunday's service.
            """,
            """
            Heron returns to church roof after three years
            The heron has one white feather and a very loud voice.
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "a standfirst that is the only place of a fact stays",
        ),
        Example(
            """
            Heron returns to church roof after three years

            The heron is back on the church roof after three long years away.

            “We never lost hope that it would come back to us.”

            The vicar read out his statement in full after the service.

            “I thank three parishes. We never lost hope that it would come back to us. The roof is its own.”
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            “We never lost hope that it would come back to us.”
            The vicar read out his statement in full after the service.
            “I thank three parishes. We never lost hope that it would come back to us. The roof is its own.”
            """,
            "a statement quoted in part and then printed in full stays",
        ),
    )

    shortest: Annotated[int, Meta(ge=4, le=50, description="Words that a line must have to be compared.")] = 8

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield each line whose words come again."""
        waiting: dict[tuple[str, ...], list[BlockView]] = defaultdict(list)
        refrains = _refrains(article)
        for block in article.blocks:
            said = block.words
            for at, gram in enumerate(zip(said, said[1:], said[2:], said[3:], strict=False)):
                for teaser in waiting.get(gram, ()):
                    if _comes_again(teaser, block, at, self.shortest) and _is_decoration(article, teaser, block):
                        waiting[gram] = [each for each in waiting[gram] if each is not teaser]
                        yield Clutter(teaser.number, _reason(teaser, said[at : at + len(teaser.words)]))
                        yield from _signatures(article, teaser)
            if reason := self._echo(article, block):
                yield Clutter(block.number, reason)
            if self._may_be_teaser(article, block) and said not in refrains:
                waiting[said[:_GRAM]] = [*waiting[said[:_GRAM]][-_WAITING:], block]

    def _echo(self, article: ArticleView, block: BlockView) -> str | None:
        """Why the line is a pull quote below its source; None when it is not.

        All of it must stand within a longer line shortly above, and it must be a quotation and nothing else, or set
        apart and without an end.
        """
        if block.kind not in ("paragraph", "blockquote") or not self.shortest <= len(block.words) <= _LONGEST_ECHO:
            return None
        quoted = block.text[0] in _QUOTES and block.text[-1] in _QUOTES
        apart = block.is_set_apart or article.named(block, *_NAMES) or not article.is_html
        if not quoted and (block.ends_sentence or not apart):
            return None
        said = f" {' '.join(block.words)} "
        for number in range(block.number - 1, max(-1, block.number - _ECHO - 1), -1):
            above = article.block(number)
            longer = above and above.is_prose and len(above.words) > len(block.words) + 3
            if above and longer and said in f" {' '.join(above.words)} ":
                return f"its {len(block.words)} words stand in the text above"
        return None

    def _may_be_teaser(self, article: ArticleView, block: BlockView) -> bool:
        # A subheading may say in the words of the text what stands below it; above the text, a heading is a standfirst.
        kind = block.kind in ("paragraph", "blockquote") or (block.kind == "heading" and article.is_before_story(block))
        return kind and len(block.words) >= self.shortest


def _refrains(article: ArticleView) -> set[tuple[str, ...]]:
    """The lines that stand three times or more: nobody decorates a page with the same line twice."""
    counts = Counter(block.words for block in article.blocks if len(block.words) >= _GRAM)
    return {said for said, count in counts.items() if count > 2}


def _comes_again(teaser: BlockView, later: BlockView, at: int, shortest: int) -> bool:
    said, found = teaser.words, later.words[at : at + len(teaser.words)]
    if len(found) < len(said) or found[:-1] != said[:-1]:
        return False
    return found[-1] == said[-1] or (len(said) > shortest and found[-1].startswith(said[-1]))


def _is_decoration(article: ArticleView, teaser: BlockView, later: BlockView) -> bool:
    """Whether the earlier copy decorates the page; the running text may repeat itself, and verse does.

    A statement that is quoted in part and printed in full further down is no decoration either.
    """
    whole = later.words == teaser.words
    if whole and (later.hints.part or (not teaser.hints.tag and not later.hints.blank_before)):
        return False
    if teaser.is_set_apart or article.named(teaser, *_NAMES) or not teaser.ends_sentence:
        return True
    if teaser.text[0] in _QUOTES:
        return False
    is_spoken = not whole and any(mark in later.text for mark in _QUOTES[:-2])
    return is_spoken or teaser.number <= article.blocks[min(_HEAD, len(article.blocks)) - 1].number


def _signatures(article: ArticleView, quote: BlockView) -> Iterator[Clutter]:
    """Who is quoted, where the page says so below a pull quote in the same box."""
    below = article.block(quote.number + 1)
    same = [*article.boxes.get(quote.hints.group, ()), *([below] if below and below.kind == "caption" else ())]
    if article.named(quote, *_QUOTED):
        behind = (article.block(number) for number in range(quote.number + 1, quote.number + 4))
        same += takewhile(lambda block: article.named(block, *_QUOTED), filter(None, behind))
    for block in {each.number: each for each in same}.values():
        if block.number > quote.number and len(block.words) <= _LONGEST_SIGNATURE and not block.ends_sentence:
            yield Clutter(block.number, "names who is quoted above, in the same box")


def _reason(teaser: BlockView, again: tuple[str, ...]) -> str:
    if teaser.words != again:
        return f"its {len(again)} words, broken off in mid-word, come again further down"
    return f"its {len(again)} words come again further down"
