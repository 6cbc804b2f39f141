"""Runs filters over an article and makes the cuts: the only place where clutter is struck out.

A filter only names clutter. Its offsets are translated from the kept text it saw to the untouched source, what lies
outside the text is refused, overlaps keep the first filter's reason, and a filter that raises costs nothing but itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from newsread_filters.filter import Clutter, Filter
from newsread_filters.model import Article, Block, Cut, Notice
from newsread_filters.view import ArticleView, BlockView


def run(article: Article, filters: Sequence[Filter]) -> tuple[Article, tuple[Notice, ...]]:
    """Return `article` with the cuts of `filters`, made in order, and a notice for each filter that failed."""
    blocks = list(article.blocks)
    views = [BlockView(number, block) for number, block in enumerate(blocks) if not block.removed]
    notices = []
    for each in filters:
        try:
            found = _by_block(each.find(ArticleView(article, views)), views)
        except Exception as error:  # noqa: BLE001 - a filter may be anyone's code; the reading goes on without it
            notices.append(Notice("filter-failed", f"The filter {each.name} failed and was left out: {_told(error)}"))
            continue
        for view, finds in found:
            blocks[view.number] = _cut(view.block, _source_ranges(view, finds), each.name)
        if found:
            views = _refreshed(views, blocks, {view.number for view, _ in found})
    return replace(article, blocks=tuple(blocks)), tuple(notices)


def put_back(article: Article, lines: frozenset[str]) -> Article:
    """Return `article` with every cut undone in the blocks whose source text is in `lines`."""
    blocks = (replace(each, cuts=()) if each.cuts and each.source_text in lines else each for each in article.blocks)
    return replace(article, blocks=tuple(blocks)) if lines else article


def _by_block(found: Iterable[Clutter], views: list[BlockView]) -> list[tuple[BlockView, list[Clutter]]]:
    by_number = {view.number: view for view in views}
    grouped: dict[int, list[Clutter]] = defaultdict(list)
    for find in found:
        view = by_number.get(find.block)
        if view is None:
            message = f"it named block {find.block}, which does not exist or is removed already"
            raise ValueError(message)
        start, end = _bounds(find, view)
        if not 0 <= start < end <= len(view.text):
            message = f"it named {start} to {end} of block {find.block}, which has {len(view.text)} characters"
            raise ValueError(message)
        grouped[find.block].append(find)
    return [(by_number[number], finds) for number, finds in grouped.items()]


def _bounds(find: Clutter, view: BlockView) -> tuple[int, int]:
    return find.start or 0, len(view.text) if find.end is None else find.end


def _source_ranges(view: BlockView, finds: list[Clutter]) -> list[tuple[int, int, str]]:
    """Translate finds in kept text to ranges of the source; one that spans an earlier cut becomes several."""
    ranges = []
    for find in finds:
        start, end = _widened(view.text, *_bounds(find, view))
        position = 0
        for kept_start, kept_end in view.block.kept:
            shift = kept_start - position
            low, high = max(start + shift, kept_start), min(end + shift, kept_end)
            if low < high:
                ranges.append((low, high, find.reason))
            position += kept_end - kept_start
    return ranges


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the white space beside a part along, and all of a text of which no letter or digit would be left."""
    if not any(character.isalnum() for character in text[:start] + text[end:]):
        return 0, len(text)
    while end < len(text) and text[end].isspace() and (start == 0 or text[start - 1].isspace()):
        end += 1
    while end == len(text) and start > 0 and text[start - 1].isspace():
        start -= 1
    return start, end


def _cut(block: Block, ranges: list[tuple[int, int, str]], name: str) -> Block:
    cuts = list(block.cuts)
    for start, end, reason in sorted(ranges):
        free = max([start, *(cut.end for cut in cuts if cut.start <= start < cut.end)])
        if free < end:
            cuts.append(Cut(free, end, name, reason))
    return replace(block, cuts=tuple(sorted(cuts, key=lambda cut: cut.start)))


def _refreshed(views: list[BlockView], blocks: list[Block], touched: set[int]) -> list[BlockView]:
    fresh = (BlockView(view.number, blocks[view.number]) if view.number in touched else view for view in views)
    return [view for view in fresh if not view.block.removed]


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
