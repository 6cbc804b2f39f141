"""Columns of articles that hypothesis draws, for the tests of the layout."""

from hypothesis import strategies as st
from onscreen import reading

from newsread.layout.column import Column
from newsread.layout.head import HeadLine
from newsread.layout.index import Index
from newsread_filters.model import Block, BlockKind, Cut

KINDS: tuple[BlockKind, ...] = ("paragraph", "heading", "list_item", "blockquote", "code")
WORDS = st.text(st.sampled_from("abc 漢"), min_size=1, max_size=200)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """A block with some of it cut, perhaps all."""
    source = draw(WORDS)
    edges = sorted(draw(st.sets(st.integers(0, len(source)), max_size=6)))
    cuts = tuple(Cut(start, end, "filter", "reason") for start, end in zip(edges[::2], edges[1::2], strict=False))
    kind = draw(st.sampled_from(KINDS))
    return Block(source_text=source, cuts=cuts, kind=kind)


ARTICLES = st.lists(blocks(), max_size=12)
MEASURES = st.integers(4, 80)


def column(content: list[Block], measure: int, *, cuts: bool) -> Column:
    """A column of `content`."""
    return Column(Index(reading(*content)), [HeadLine("blank")], measure, cuts=cuts)
