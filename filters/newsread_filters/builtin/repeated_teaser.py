"""The filter repeated_teaser."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.view import ArticleView, BlockView

_GRAM = 4
"""Words by which a possible repetition is looked up before it is compared word for word."""
_WAITING = 20
"""Lines that begin with the same words and wait for their repetition; more than that is a form, not a teaser."""
_QUOTES = "\"“”„«»‘’'"


class RepeatedTeaser(Filter, frozen=True):
    """A line that is printed twice: first as decoration (a teaser, a standfirst, a pull quote), then in its place.

    A line goes when all its words come again, in the same order, within one later line; a teaser may break off in
    mid-word. The earlier copy goes and the later one stays.

    A line whose words do not all come again stays: it may be the only place of a fact. So does a statement that the
    text quotes in part and later prints in full, and so do lists, such as the key points above a story.
    """

    name = "repeated_teaser"
    covers: ClassVar[tuple[str, ...]] = ("standfirst_dup", "pull_quote")
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "Ferry found\n\nThe ferry that vanished in the spring storm has been found by two fisher\n\n"
            "The ferry that vanished in the spring storm has been found by two fishermen, the harbour master said.\n\n"
            "Nobody was on board.",
            "The ferry that vanished in the spring storm has been found by two fishermen, the harbour master said.\n"
            "Nobody was on board.",
            "a teaser that breaks off in mid-word",
        ),
        Example(
            "Ferry found\n\nThe ferry had forty empty seats and one very patient dog.\n\n"
            "The ferry that vanished in spring has been found.\n\nThe dog is well.",
            "The ferry had forty empty seats and one very patient dog.\nThe ferry that vanished in spring has been "
            "found.\nThe dog is well.",
            "a standfirst that is the only place of a fact stays",
        ),
        Example(
            "Ferry found\n\nThe harbour master did not answer questions on Monday.\n\n"
            "“We never lost hope that she would come back to us.”\n\nHis statement in full was read out at noon.\n\n"
            "“I thank the fishermen of three villages. We never lost hope that she would come back to us. The ferry "
            "sails again in May.”",
            "The harbour master did not answer questions on Monday.\n"
            "“We never lost hope that she would come back to us.”\nHis statement in full was read out at noon.\n"
            "“I thank the fishermen of three villages. We never lost hope that she would come back to us. The ferry "
            "sails again in May.”",
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
                    if _comes_again(teaser, block, at, self.shortest):
                        waiting[gram] = [each for each in waiting[gram] if each is not teaser]
                        yield Clutter(teaser.number, _reason(teaser, said[at : at + len(teaser.words)]))
            if self._may_be_teaser(block) and said not in refrains:
                waiting[said[:_GRAM]] = [*waiting[said[:_GRAM]][-_WAITING:], block]

    def _may_be_teaser(self, block: BlockView) -> bool:
        # A subheading may say in the words of the text what stands below it.
        return block.kind in ("paragraph", "blockquote") and len(block.words) >= self.shortest


def _refrains(article: ArticleView) -> set[tuple[str, ...]]:
    """The lines that stand three times or more: nobody decorates a page with the same line twice."""
    counts = Counter(block.words for block in article.blocks if len(block.words) >= _GRAM)
    return {said for said, count in counts.items() if count > 2}


def _comes_again(teaser: BlockView, later: BlockView, at: int, shortest: int) -> bool:
    said, found = teaser.words, later.words[at : at + len(teaser.words)]
    if len(found) < len(said) or found[:-1] != said[:-1]:
        return False
    broken_off = len(said) > shortest and found[-1].startswith(said[-1])
    return (found[-1] == said[-1] or broken_off) and not _is_on_purpose(teaser, later)


def _is_on_purpose(teaser: BlockView, later: BlockView) -> bool:
    """Whether the text repeats itself: a line of verse, or a statement quoted in part and then printed in full."""
    if later.words == teaser.words:
        return bool(later.hints.part or (teaser.hints.tag == "" and not later.hints.blank_before))
    quoted = teaser.text[0] in _QUOTES and teaser.ends_sentence
    return quoted and not teaser.is_set_apart


def _reason(teaser: BlockView, again: tuple[str, ...]) -> str:
    if teaser.words != again:
        return f"its {len(again)} words, broken off in mid-word, come again further down"
    return f"its {len(again)} words come again further down"
