"""Runs filters over an article and makes the cuts: the only place where clutter is struck out.

A filter only names clutter. Its offsets are translated from the kept text it saw to the untouched source, what lies
outside the text is refused, overlaps keep the first reason, and a filter that raises costs nothing but itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

from msgspec.structs import replace

from newsread_filters.filter import Clutter, Filter
from newsread_filters.gate import clean_line
from newsread_filters.model import Article, Block, Cut, Notice
from newsread_filters.rules import NotApplied, Rule, protected
from newsread_filters.view import ArticleView, BlockView

Finder = Filter | Rule

Find = tuple[int, int, str]
"""Start and end of a piece of a text, and why it is clutter."""


class Step(NamedTuple):
    """A step of a reading that is no finder."""

    name: str


Guard = Callable[[Finder | Step], AbstractContextManager[object]]
"""What stands around a step of a reading while it runs, such as a time limit."""


class OutOfTime(TimeoutError):  # noqa: N818 - it says what became of the reading
    """A guard raises it when the time for the whole reading is over: the steps that follow would have none."""


def run(
    article: Article, filters: Sequence[Filter], rules: Sequence[Rule] = (), guard: Guard = nullcontext
) -> tuple[Article, tuple[Notice, ...]]:
    """Return `article` with the cuts of `rules`, then of `filters`, in order, and a notice for each left out."""
    view = ArticleView(article)
    changed: dict[int, Block] = {}
    try:
        kept, notices = protected(rules, article.blocks), list[Notice]()
    except NotApplied as error:
        kept, notices = frozenset(), [Notice("rule-not-applied", str(error))]
    finders: list[Finder] = [*(rule for rule in rules if rule.action != "keep"), *filters]
    for position, each in enumerate(finders):
        try:
            with guard(each):
                cut = _cut_blocks(each, view, kept)
        except OutOfTime as error:
            notices.append(Notice("out-of-time", _unasked(finders[position:], error)))
            break
        except NotApplied as error:
            notices.append(Notice("rule-not-applied", clean_line(str(error))))
            continue
        except Exception as error:  # noqa: BLE001 - a filter may be anyone's code; the reading goes on without it
            notices.append(Notice("filter-failed", _failed(each, error)))
            continue
        if cut:
            changed |= cut
            view = view.after(cut)
    blocks = (changed.get(number, block) for number, block in enumerate(article.blocks))
    return (replace(article, blocks=tuple(blocks)) if changed else article), tuple(notices)


def put_back(article: Article, lines: frozenset[str]) -> Article:
    """Return `article` with every cut undone in the blocks whose source text is in `lines`."""
    blocks = (replace(each, cuts=()) if each.cuts and each.source_text in lines else each for each in article.blocks)
    return replace(article, blocks=tuple(blocks)) if lines else article


def _cut_blocks(each: Finder, view: ArticleView, kept: frozenset[int] = frozenset()) -> dict[int, Block]:
    """The blocks that `each` finds clutter in, by number, with its cuts made; all of its finds count, or none."""
    found = _by_block(each.find(view), view)
    return {block.number: _cut(block, finds, each.name) for block, finds in found if block.number not in kept}


def _by_block(found: Iterable[Clutter], view: ArticleView) -> list[tuple[BlockView, list[Find]]]:
    """Group finds by block; raises ValueError or TypeError for one that names what is not there."""
    blocks: dict[int, BlockView] = {}
    grouped: dict[int, list[Find]] = defaultdict(list)
    for find in found:
        block = view.block(find.block)
        if block is None:
            raise ValueError(f"it named block {find.block}, which does not exist or is removed already")
        blocks[find.block] = block
        grouped[find.block].append(_checked(find, len(block.text)))
    return [(blocks[number], finds) for number, finds in grouped.items()]


def _checked(find: Clutter, length: int) -> Find:
    start = 0 if find.start is None else find.start
    end = length if find.end is None else find.end
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(find.reason, str)):
        raise TypeError(f"it named {start!r} to {end!r} of block {find.block} for the reason {find.reason!r}")
    if not 0 <= start < end <= length:
        raise ValueError(f"it named {start} to {end} of block {find.block}, which has {length} characters")
    return start, end, clean_line(find.reason)


def _cut(block: BlockView, finds: list[Find], name: str) -> Block:
    cuts = list(block.block.cuts)
    for start, end, reason in _without_overlap([(*_widened(block.text, start, end), why) for start, end, why in finds]):
        cuts.extend(Cut(low, high, name, reason) for low, high in _source_ranges(block.block, start, end))
    cuts.sort(key=lambda cut: cut.start)
    return replace(block.block, cuts=_whole(block.block.source_text, cuts))


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Take along the white space that would stand doubled, or at an end of the line, once the piece is gone."""
    while end < len(text) and text[end].isspace() and (start == 0 or text[start - 1].isspace()):
        end += 1
    while end == len(text) and start > 0 and text[start - 1].isspace():
        start -= 1
    return start, end


def _without_overlap(finds: list[Find]) -> list[Find]:
    """Sort finds; what two of them name keeps the reason of the one that begins first."""
    apart: list[Find] = []
    position = 0
    for start, end, reason in sorted(finds):
        if end > position:
            apart.append((max(start, position), end, reason))
            position = end
    return apart


def _source_ranges(block: Block, start: int, end: int) -> list[tuple[int, int]]:
    """Translate a range of kept text to the source; one that spans an earlier cut becomes several."""
    ranges = []
    position = 0
    for kept_start, kept_end in block.kept:
        shift = kept_start - position
        low, high = max(start + shift, kept_start), min(end + shift, kept_end)
        if low < high:
            ranges.append((low, high))
        position += kept_end - kept_start
    return ranges


def _whole(text: str, cuts: list[Cut]) -> tuple[Cut, ...]:
    """Widen `cuts` over all of `text` when they leave no letter or digit: a lone bracket tells nobody anything."""
    ends = [0, *(cut.end for cut in cuts)]
    starts = [*(cut.start for cut in cuts), len(text)]
    if any(character.isalnum() for end, start in zip(ends, starts, strict=True) for character in text[end:start]):
        return tuple(cuts)
    edges = [0, *(cut.start for cut in cuts[1:]), len(text)]
    return tuple(replace(cut, start=edges[at], end=edges[at + 1]) for at, cut in enumerate(cuts))


def _unasked(finders: Sequence[Finder], error: OutOfTime) -> str:
    names = ", ".join(dict.fromkeys(each.name for each in finders))
    return clean_line(f"Not all clutter was looked for in this page: {error}. These were left out: {names}.")


def _failed(each: Finder, error: Exception) -> str:
    """Say which filter failed and how; a plugin may have forgotten even its name, and its message is outside text."""
    name = getattr(each, "name", type(each).__name__)
    told = clean_line(str(error))
    return f"The filter {name} failed and was left out: {type(error).__name__}{': ' if told else ''}{told}"
