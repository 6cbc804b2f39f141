"""What the filters for labels, buttons and prompts have in common: which lines can be one, and how they are judged."""

from collections.abc import Callable, Iterable, Iterator

from newsread_filters.filter import Clutter
from newsread_filters.lexicon import Table
from newsread_filters.view import ArticleView, BlockView, words

_GLUED = 12
"""Words of the longest label that is looked at for words glued together."""
_PROMPT = 8
"""Words that a prompt has whose box goes with it ..."""
_LEFT = 12
"""... when no more words than these are left in the box."""

Why = Callable[[BlockView], str | None]
"""Says why a block is clutter; None when it is not."""


def judge(article: ArticleView, longest: int, why: Why, *names: str) -> Iterator[Clutter]:
    """Ask `why` of each line of at most `longest` words that may be a label: no code, no row of data, nothing spoken.

    A heading over running text belongs to that text: it is judged only when the text went too, when it holds a link
    or a form control, or when the page's own name for it holds one of `names`. So the last block is asked first.
    """
    heads_text = False
    for block in reversed(article.blocks):
        reason = None
        of_text = heads_text and _is_plain_heading(block) and not article.named(block, *names)
        spoken = block.is_spoken and not block.hints.controls
        if len(block.words) <= longest and not _is_data(block) and not of_text and not spoken:
            reason = why(block)
        if reason:
            yield Clutter(block.number, reason)
        else:
            heads_text = block.is_prose


def with_boxes(article: ArticleView, found: Iterable[Clutter]) -> Iterator[Clutter]:
    """Yield `found`, and the short lines that are left alone of a box whose prompt went: its heading, its button."""
    numbers = set()
    for each in found:
        numbers.add(each.block)
        yield each
    for box in article.boxes.values():
        gone = [block for block in box if block.number in numbers]
        left = [block for block in box if block.number not in numbers]
        if any(len(block.words) >= _PROMPT for block in gone) and sum(len(block.words) for block in left) <= _LEFT:
            for block in left:
                if not block.is_prose and not _is_data(block):
                    yield Clutter(block.number, "stands in a box with the above, and says nothing alone")


def _is_data(block: BlockView) -> bool:
    """Whether the block is code or a row of several cells; a row of one is layout."""
    return block.kind == "code" or (block.kind == "table_row" and " | " in block.text)


def _is_plain_heading(block: BlockView) -> bool:
    return block.kind == "heading" and not block.links and not block.hints.controls


def is_label(article: ArticleView, block: BlockView, table: Table, *names: str) -> bool:
    """Whether the block is one of the table's phrases; labels of common words need `is_marked` to agree.

    Pages glue labels together: "Invalid EmailTry again".
    """
    if len(block.words) > table.longest:
        return False
    unglued = block.unglued if len(block.words) <= _GLUED else block.words
    if block.words in table.phrases or unglued in table.phrases:
        return True
    if block.words not in table.labels and unglued not in table.labels:
        return False
    return (not block.text.endswith(".") or block.text.isupper()) and is_marked(article, block, *names)


def is_marked(article: ArticleView, block: BlockView, *names: str) -> bool:
    """Whether the page sets the block apart: by a link, a control, its place, or a name that holds one of `names`."""
    if block.link_density > 0.5 or block.hints.controls or article.named(block, *names):
        return True
    return article.is_before_story(block) or article.is_after_story(block)


def without(said: tuple[str, ...], names: str | None) -> tuple[str, ...]:
    """The words `said` without those of `names`, such as the site's: "Follow Morning Bugle"."""
    dropped = set(words(names or ""))
    return tuple(word for word in said if word not in dropped)
