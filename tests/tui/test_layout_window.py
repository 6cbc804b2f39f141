"""The window: moving through items of any height, in a window of any height."""

from hypothesis import given
from hypothesis import strategies as st

from newsread.layout.flow import Anchor, Flow
from newsread.layout.window import Window

HEIGHTS = st.lists(st.integers(1, 12), min_size=1, max_size=25)
ROWS = st.integers(1, 15)
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.sampled_from([1, -1])),
        st.tuples(st.just("page"), st.sampled_from([1, -1])),
        st.tuples(st.just("scroll"), st.integers(-20, 20).filter(bool)),
        st.tuples(st.just("go"), st.integers(0, 24)),
        st.tuples(st.sampled_from(["to_first", "to_last"]), st.just(0)),
    ),
    max_size=30,
)


def window(heights: list[int], rows: int, *, head: bool = False) -> Window:
    """A window of `rows` on items of `heights`, the first of them a head if there is one."""
    first = -1 if head else 0
    return Window(Flow(range(first, first + len(heights)), lambda item: heights[item - first]), rows)


def seen(view: Window) -> list[Anchor]:
    """The rows in the window."""
    return [
        Anchor(item, row) for item, start, stop in view.flow.window(view.top, view.rows) for row in range(start, stop)
    ]


@given(HEIGHTS, ROWS, st.booleans(), MOVES)
def test_wherever_one_goes_the_window_is_full_and_the_cursor_exists(
    heights: list[int], rows: int, head: bool, moves: list[tuple[str, int]]
) -> None:
    """No move leaves the text, shows less than there is room for, or puts the cursor on the head."""
    view = window(heights, rows, head=head)
    for name, argument in moves:
        if name in {"to_first", "to_last"}:
            getattr(view, name)()
        else:
            getattr(view, name)(min(argument, view.flow.items[-1]) if name == "go" else argument)
        assert len(seen(view)) == min(rows, sum(heights))
        assert view.cursor in view.flow.items
        assert view.cursor >= 0 or len(heights) == 1


@given(HEIGHTS, ROWS, st.booleans())
def test_going_down_shows_every_row(heights: list[int], rows: int, head: bool) -> None:
    """One item after the other, to the end; no row is skipped, however tall the items and low the window."""
    view = window(heights, rows, head=head)
    shown = set(seen(view))
    for _ in range(sum(heights) + len(heights) + 2):
        view.move(1)
        shown.update(seen(view))
    assert view.at_end
    assert view.cursor == view.flow.items[-1]
    assert len(shown) == sum(heights)


@given(HEIGHTS, ROWS, st.booleans())
def test_going_up_shows_every_row(heights: list[int], rows: int, head: bool) -> None:
    """The same from the end to the beginning."""
    view = window(heights, rows, head=head)
    view.to_last()
    shown = set(seen(view))
    for _ in range(sum(heights) + len(heights) + 2):
        view.move(-1)
        shown.update(seen(view))
    assert view.top == view.flow.first
    assert view.cursor == view.first_item
    assert len(shown) == sum(heights)


@given(HEIGHTS, st.integers(4, 15))
def test_pages_show_every_row(heights: list[int], rows: int) -> None:
    """Page by page nothing is skipped, and a bit of the page before stays in sight."""
    view = window(heights, rows)
    shown = set(seen(view))
    while not view.at_end:
        before = seen(view)
        view.page(1)
        assert before[-2:][0] in seen(view)
        shown.update(seen(view))
    assert len(shown) == sum(heights)


@given(HEIGHTS, ROWS, st.data())
def test_what_is_gone_to_is_seen(heights: list[int], rows: int, data: st.DataObject) -> None:
    """The row asked for is in the window, and the cursor on its item; what is in sight already does not move."""
    view = window(heights, rows)
    view.scroll(data.draw(st.integers(1, 60)))
    before = seen(view)
    item = data.draw(st.integers(0, len(heights) - 1))
    anchor = Anchor(item, data.draw(st.integers(0, heights[item] - 1)))
    view.go_to(anchor)
    assert anchor in seen(view)
    assert view.cursor == item
    if all(Anchor(item, row) in before for row in range(heights[item])):
        assert seen(view) == before


@given(HEIGHTS, ROWS, st.integers(0, 14))
def test_what_is_on_a_row_is_where_it_is_said_to_be(heights: list[int], rows: int, y: int) -> None:
    """The item on a row of the window is seen at a place that has this row."""
    view = window(heights, rows)
    found = view.item_at(y) if y < rows else None
    if found is None:
        assert y >= min(rows, sum(heights))
    else:
        assert Anchor(*found) == seen(view)[y]
        place = view.place_of(found[0])
        assert place is not None
        assert place[0] <= y < place[1]
