"""What a search would find in the cuts, while these are hidden."""

from collections.abc import Iterator

from newsread.layout.index import Index
from newsread.layout.search import Search
from newsread.layout.shown import shown


def concealed(search: Search, index: Index) -> Iterator[int]:
    """How often the words of `search` stand in what was cut, counted in slices of about the same work."""
    for start in range(0, len(index.cut), Search.AHEAD):
        yield sum(_in_cuts(search, index, number) for number in index.cut[start : start + Search.AHEAD])


def _in_cuts(search: Search, index: Index, number: int) -> int:
    block = index.blocks[number]
    whole = shown(block, cuts=True)
    hits = ((whole.to_source(start), whole.to_source(end)) for start, end in search.in_text(whole.text))
    return sum(any(cut.start < end and start < cut.end for cut in block.cuts) for start, end in hits)
