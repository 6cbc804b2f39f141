"""The column: which row a place is on, how the window walks, and what stays when the layout changes."""

from columns import ARTICLES, MEASURES, blocks, column
from hypothesis import given
from hypothesis import strategies as st
from onscreen import reading

from newsread.layout.flow import Anchor, Flow
from newsread.layout.head import date, head
from newsread.layout.index import HEAD, Index
from newsread.layout.runs import Layer, runs, within
from newsread.layout.search import Search
from newsread.layout.shown import shown
from newsread_filters.model import Article, Block, Span


@given(blocks(), st.booleans())
def test_shown_text_and_source_correspond(block: Block, cuts: bool) -> None:
    """Each shown character is the source's character at the offset it is translated to, and back."""
    visible = shown(block, cuts=cuts)
    assert visible.text == (block.source_text if cuts else block.text)
    for offset, character in enumerate(visible.text):
        assert block.source_text[visible.to_source(offset)] == character
        assert visible.from_source(visible.to_source(offset)) == offset


def test_tabs_are_widened() -> None:
    """A tab takes four cells, and offsets still correspond."""
    visible = shown(Block(source_text="a\tb", kind="code"), cuts=False)
    assert visible.text == "a    b"
    assert visible.to_source(5) == 2
    assert visible.from_source(2) == 5


@given(ARTICLES, MEASURES, st.booleans())
def test_a_place_is_on_the_row_that_shows_it(content: list[Block], measure: int, cuts: bool) -> None:
    """For each row of text, the place of its first character leads back to that row."""
    made = column(content, measure, cuts=cuts)
    for item in made.flow.items:
        if item != HEAD:
            setting = made.setting(item)
            for line in range(len(setting.starts)):
                anchor = Anchor(item, setting.above + line)
                assert made.anchor(made.place(anchor)) == anchor


@given(ARTICLES, MEASURES, MEASURES, st.booleans())
def test_a_place_outlives_measure_and_cuts(content: list[Block], measure: int, other: int, cuts: bool) -> None:
    """A place taken in one layout is on the row of another one that shows the same text, or what follows it."""
    before, after = column(content, measure, cuts=cuts), column(content, other, cuts=not cuts)
    for item in before.flow.items[1:]:
        place = before.place(Anchor(item, before.setting(item).above))
        anchor = after.anchor(place)
        assert anchor.item == after.flow.items[after.flow.index(item)]
        assert after.anchor(before.place(Anchor(item, 0))) == Anchor(
            anchor.item, 0 if before.setting(item).above else anchor.row
        )
        if anchor.item == item:
            setting = after.setting(item)
            assert setting.starts[anchor.row - setting.above] <= setting.shown.from_source(place.offset)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=30), st.data())
def test_walking_forward_and_back_meets(heights: list[int], data: st.DataObject) -> None:
    """So many rows down and as many up is where one was; the distance is what was walked; ends are ends."""
    flow = Flow(range(len(heights)), heights.__getitem__)
    every = [Anchor(item, row) for item, height in enumerate(heights) for row in range(height)]
    start = data.draw(st.integers(0, len(every) - 1))
    rows = data.draw(st.integers(0, 2 * len(every)))
    there = flow.forward(every[start], rows)
    assert there == every[min(start + rows, len(every) - 1)]
    assert flow.back(every[start], rows) == every[max(start - rows, 0)]
    assert flow.distance(every[start], there, len(every)) == every.index(there) - start
    window = [Anchor(item, row) for item, first, stop in flow.window(every[start], rows) for row in range(first, stop)]
    assert window == every[start : start + rows]
    assert flow.end(rows + 1) == every[max(0, len(every) - rows - 1)]


@given(st.integers(0, 50), st.lists(st.tuples(st.integers(-5, 55), st.integers(-5, 55)), max_size=5), st.data())
def test_runs_cover_the_text_once(length: int, edges: list[tuple[int, int]], data: st.DataObject) -> None:
    """Runs follow each other from beginning to end; each carries just the looks of the layers around it."""
    layers = [Layer(start, end, "hit") for start, end in edges]
    made = runs(length, layers)
    assert [offset for run in made for offset in range(run.start, run.end)] == list(range(length))
    for run in made:
        for offset in range(run.start, run.end):
            assert len(run.looks) == sum(start <= offset < end for start, end in edges)
    start = data.draw(st.integers(0, length))
    clipped = within(made, start, length)
    assert [offset for run in clipped for offset in range(run.start, run.end)] == list(range(start, length))


@given(ARTICLES, st.sampled_from(["a", "ab", "漢 ", "B"]), st.booleans())
def test_search_finds_each_hit_and_goes_round(content: list[Block], words: str, cuts: bool) -> None:
    """Step by step from hit to hit, all hits come by in reading order, and then the first one again."""
    made = column(content, 40, cuts=cuts)
    search = Search(words, made.flow.items, made.text)
    every = [hit for found in search.slices() for hit in found]
    for known in (None, every):
        search.hits = known
        place = (HEAD, -1)
        for expected in every:
            hit = search.following(*place)
            assert hit == expected
            place = hit[:2]
        search.hits = every
        assert search.following(*place) == (every[0] if every else None)
        for expected in reversed(every[:-1]):
            hit = search.preceding(*place)
            assert hit == expected
            place = hit[:2]


def test_line_breaks_of_the_page_are_kept() -> None:
    """A break span starts a new line, wherever the text would have wrapped."""
    block = Block(source_text="Roses are red Violets are blue", spans=(Span(13, 14, "break"),))
    made = column([block], 60, cuts=False)
    setting = made.setting(0)
    texts = [setting.shown.text[slice(*setting.line(line))] for line in range(len(setting.starts))]
    assert texts == ["Roses are red", "Violets are blue"]


def test_blocks_are_set_when_they_are_asked_for() -> None:
    """Looking at one end of a long article does not touch the rest of it."""
    made = column([Block(source_text=f"Paragraph {number}.") for number in range(1000)], 60, cuts=False)
    list(made.flow.window(made.flow.end(40), 40))
    assert 0 < len(made._settings) < 60


def test_percent_goes_from_0_to_100() -> None:
    """The share of the text before a place, as far as what is shown goes."""
    index = Index(reading("a" * 99, "b" * 99, "c" * 99))
    assert index.percent(0, 0, 2) == 0
    assert index.percent(1, 50, 2) == 50
    assert index.percent(1, 99, 1) == 99
    assert index.percent(0, 0, -1) == 100


def test_the_head_is_typography() -> None:
    """Site, title, byline and date, without labels; what an article lacks takes no room."""
    article = Article(title="A bridge too low", byline="Marnie Osgood", site="Gannet", published="2025-06-12T11:48:00Z")
    texts = [line.text for line in head(article, 60)]
    assert texts == ["", "GANNET", "A bridge too low", "", "Marnie Osgood · 12 June 2025, 11:48", "", ""]
    assert [line.role for line in head(Article(), 60)] == ["blank"]


def test_dates_are_shown_as_well_as_they_can_be() -> None:
    """A day, a moment, or what the page says."""
    assert date("2025-06-12") == "12 June 2025"
    assert date("2025-06-12T11:48:00+01:00") == "12 June 2025, 11:48"
    assert date("last Tuesday") == "last Tuesday"
    assert date(None) == ""
