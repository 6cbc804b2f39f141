from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread_filters import pipeline
from newsread_filters.filter import Clutter, Filter
from newsread_filters.model import Article, Block, Cut, Span
from newsread_filters.view import ArticleView, BlockView


class Names(Filter, frozen=True):
    """Names the same finds whatever it sees, as far as the blocks are there."""

    name = "names"
    finds: tuple[Clutter, ...] = ()

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the finds, cut to the text that is left."""
        for each in self.finds:
            block = article.block(each.block)
            start, end = each.start or 0, len(block.text) if block and each.end is None else each.end or 0
            if block and start < min(end, len(block.text)):
                yield Clutter(each.block, each.reason, start, min(end, len(block.text)))


class Strikes(Filter, frozen=True):
    """Strikes out every occurrence of a word."""

    name = "strikes"
    word: str
    why: str = "the word"

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield each occurrence."""
        for block in article.blocks:
            at = block.text.find(self.word)
            while at >= 0:
                yield Clutter(block.number, self.why, at, at + len(self.word))
                at = block.text.find(self.word, at + 1)


class Says(Filter, frozen=True):
    """Yields what it was given, checked by nobody."""

    name = "says"
    finds: tuple[object, ...] = ()

    def find(self, article: ArticleView) -> Iterator[Clutter]:  # noqa: ARG002 - it looks at nothing
        """Yield everything."""
        yield from self.finds  # type: ignore[misc]


class Raises(Filter, frozen=True):
    """Finds something, then raises."""

    name = "raises"

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the first block, and raise."""
        yield Clutter(article.blocks[0].number, "never seen")
        raise RuntimeError("out\x1b]0;of luck\x07")


class Nameless(Filter, frozen=True):
    """Has forgotten its name."""

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the first block."""
        yield Clutter(article.blocks[0].number, "mine")


def article(*texts: str) -> Article:
    """An article of plain paragraphs."""
    return Article(blocks=tuple(Block(source_text=text) for text in texts))


def kept(cleaned: Article) -> list[str]:
    """What stays visible, block by block."""
    return [block.text for block in cleaned.blocks]


texts = st.lists(st.text(alphabet="ab c.[", min_size=1, max_size=12), min_size=1, max_size=4)
finds = st.lists(
    st.builds(Clutter, st.integers(0, 3), st.sampled_from(["why", "because"]), st.integers(0, 12), st.integers(0, 12)),
    max_size=6,
)
chains = st.lists(finds.map(lambda some: Names(finds=tuple(some))), max_size=4)


@given(texts, chains)
def test_cuts_are_sorted_and_apart_and_inside(lines: list[str], filters: list[Names]) -> None:
    """Whatever filters name, the cuts of a block stand in order, touch no one else's text and stay in the block."""
    cleaned, _ = pipeline.run(article(*lines), filters)
    for block in cleaned.blocks:
        edges = [edge for cut in block.cuts for edge in (cut.start, cut.end)]
        assert edges == sorted(edges)
        assert all(cut.start < cut.end for cut in block.cuts)
        assert not edges or (edges[0] >= 0 and edges[-1] <= len(block.source_text))


@given(texts, chains)
def test_kept_text_and_cuts_rebuild_the_source(lines: list[str], filters: list[Names]) -> None:
    """Nothing is lost or said twice: the kept pieces and the cut ones together are the source text."""
    cleaned, _ = pipeline.run(article(*lines), filters)
    for line, block in zip(lines, cleaned.blocks, strict=True):
        pieces = sorted([*block.kept, *((cut.start, cut.end) for cut in block.cuts)])
        assert "".join(block.source_text[start:end] for start, end in pieces) == line
        assert block.text == "".join(line[start:end] for start, end in block.kept)


@given(texts, chains)
def test_earlier_cuts_stand_as_they_are(lines: list[str], filters: list[Names]) -> None:
    """A later filter adds cuts; what an earlier one cut keeps its reason, unless nothing readable is left between."""
    before, _ = pipeline.run(article(*lines), filters[:-1])
    after, _ = pipeline.run(article(*lines), filters)
    for old, new in zip(before.blocks, after.blocks, strict=True):
        if not new.removed:
            assert set(old.cuts) <= set(new.cuts)


@given(texts, chains)
def test_put_back_undoes_every_cut(lines: list[str], filters: list[Names]) -> None:
    """Putting every line back gives the article as it was."""
    cleaned, _ = pipeline.run(article(*lines), filters)
    assert pipeline.put_back(cleaned, frozenset(lines)) == article(*lines)


@given(texts, chains)
def test_no_block_is_left_with_punctuation_alone(lines: list[str], filters: list[Names]) -> None:
    """A block that lost something still has a letter, or is gone."""
    cleaned, _ = pipeline.run(article(*lines), filters)
    for block in cleaned.blocks:
        assert not block.cuts or block.removed or any(character.isalnum() for character in block.text)


def test_a_part_is_cut_with_the_space_that_would_stand_doubled() -> None:
    """Cutting words out of a line leaves single spaces and none at its ends."""
    cleaned, _ = pipeline.run(article("One AD two", "AD one", "one AD"), [Strikes(word="AD")])
    assert kept(cleaned) == ["One two", "one", "one"]


def test_a_later_filter_sees_and_names_what_the_earlier_left() -> None:
    """Offsets into the text seen become offsets of the source, over an earlier cut and around it."""
    cleaned, _ = pipeline.run(article("abc XX def"), [Strikes(word="XX "), Strikes(word="c d", why="the seam")])
    assert kept(cleaned) == ["abef"]
    assert [(cut.start, cut.end, cut.reason) for cut in cleaned.blocks[0].cuts] == [
        (2, 4, "the seam"),
        (4, 7, "the word"),
        (7, 8, "the seam"),
    ]


def test_the_first_reason_stands_where_two_name_the_same() -> None:
    """A block that is gone is not shown to later filters, and its reason stays."""
    filters = [Strikes(word="gone", why="first"), Strikes(word="gone", why="second")]
    cleaned, notices = pipeline.run(article("gone", "stays"), filters)
    assert [cut.reason for cut in cleaned.blocks[0].cuts] == ["first"]
    assert notices == ()


def test_overlapping_finds_of_one_filter_become_cuts_side_by_side() -> None:
    """What two finds share keeps the reason of the one that begins first."""
    filters = [Names(finds=(Clutter(0, "later", 2, 8), Clutter(0, "earlier", 0, 4)))]
    cleaned, _ = pipeline.run(article("0123456789"), filters)
    assert cleaned.blocks[0].cuts == (Cut(0, 4, "names", "earlier"), Cut(4, 8, "names", "later"))


def test_what_there_is_no_time_for_is_left_out_and_named() -> None:
    """What was found before stays, and one notice names all filters that were not asked, or not to their end."""

    @contextmanager
    def guard(each: pipeline.Finder | pipeline.Step) -> Iterator[None]:
        if isinstance(each, Names):
            raise pipeline.OutOfTime("it takes longer than 3 seconds")
        yield

    filters = [Strikes(word="gone"), Names(), Strikes(word="stays")]
    cleaned, (notice,) = pipeline.run(article("gone", "stays"), filters, guard=guard)
    assert kept(cleaned) == ["", "stays"]
    assert notice.kind == "out-of-time"
    assert "it takes longer than 3 seconds" in notice.message
    assert notice.message.endswith("left out: names, strikes.")


def test_a_filter_that_raises_costs_only_itself() -> None:
    """Its finds are dropped, the others' stay, and a notice names it without driving the terminal."""
    cleaned, notices = pipeline.run(article("gone", "stays"), [Raises(), Strikes(word="gone")])
    assert kept(cleaned) == ["", "stays"]
    assert [notice.kind for notice in notices] == ["filter-failed"]
    assert "raises" in notices[0].message
    assert "RuntimeError" in notices[0].message
    assert notices[0].message.isprintable()


@pytest.mark.parametrize(
    "find",
    [
        Clutter(7, "no such block"),
        Clutter(-1, "no such block"),
        Clutter(0, "before the start", -2, 3),
        Clutter(0, "past the end", 0, 99),
        Clutter(0, "nothing", 3, 3),
        Clutter(0, "backwards", 4, 2),
        Clutter(0, "between characters", 0.5, 2.5),  # type: ignore[arg-type]
        Clutter(0, None, 0, 2),  # type: ignore[arg-type]
        Clutter([], "not a number"),  # type: ignore[arg-type]
        "not a find",
        None,
    ],
)
def test_nonsense_is_fenced(find: object) -> None:
    """A find that names what is not there cuts nothing, and a notice names its filter."""
    before = article("some words", "more words")
    cleaned, notices = pipeline.run(before, [Says(finds=(Clutter(1, "fine alone"), find)), Strikes(word="some ")])
    assert kept(cleaned) == ["words", "more words"]
    assert "says" in notices[0].message


def test_a_filter_without_a_name_is_fenced_too() -> None:
    """Even what a plugin author forgot becomes a notice."""
    cleaned, notices = pipeline.run(article("words"), [Nameless()])
    assert kept(cleaned) == ["words"]
    assert "Nameless" in notices[0].message


def test_a_reason_is_gated() -> None:
    """A reason can hold no control character: it is shown on the screen."""
    cleaned, _ = pipeline.run(article("words"), [Says(finds=(Clutter(0, "be\x1b[31mcause\nof it"),))])
    assert cleaned.blocks[0].cuts[0].reason == "because of it"


def test_put_back_touches_only_the_lines_named() -> None:
    """Other blocks keep their cuts."""
    cleaned, _ = pipeline.run(article("a AD", "b AD"), [Strikes(word="AD")])
    assert kept(pipeline.put_back(cleaned, frozenset({"b AD"}))) == ["a", "b AD"]


def test_cuts_of_an_article_that_has_some_are_kept() -> None:
    """Running again on a cleaned article adds nothing and loses nothing."""
    once, _ = pipeline.run(article("a AD b", "AD"), [Strikes(word="AD")])
    assert pipeline.run(once, [Strikes(word="AD")])[0] == once


def test_spans_move_with_the_text() -> None:
    """A link behind a cut is seen at its new place, one inside the cut not at all, a line break of no width stays."""
    spans = (Span(0, 2, "strong"), Span(3, 5, "link", "u"), Span(5, 5, "break"), Span(6, 9, "link", "v"))
    block = Block(source_text="AD ab cde", spans=spans, cuts=(Cut(0, 3, "strikes", "the word"),))
    view = BlockView(0, block)
    assert view.spans == (Span(0, 2, "link", "u"), Span(2, 2, "break"), Span(3, 6, "link", "v"))
    assert view.link_density == 1.0


@given(texts, chains)
def test_the_view_counts_the_story_of_what_is_left(lines: list[str], filters: list[Names]) -> None:
    """The counts carried from filter to filter equal those made afresh."""
    prose = article(*(f"{line} one two three four five six seven eight." for line in lines))
    carried = ArticleView(prose)
    for each in filters:
        assert carried.story is not None
        cut = pipeline._cut_blocks(each, carried)
        carried = carried.after(cut)
    fresh = ArticleView(Article(blocks=tuple(block.block for block in carried.blocks)))
    assert +carried.story == fresh.story
    assert [block.text for block in carried.blocks] == [block.text for block in fresh.blocks]
