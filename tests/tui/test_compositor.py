"""What is written to the terminal when a part of the screen changed."""

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st
from onscreen import long_reading, on_screen, the_reader
from rich.console import Console
from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region
from textual.pilot import Pilot

from newsread.widgets.compositor import PaneCompositor, RowsUpdate

COLUMNS, ROWS = 120, 30


def drawn(update: object) -> list[list[pyte.screens.Char]]:
    """The cells of a terminal, empty before, that is sent an update."""
    screen = pyte.Screen(COLUMNS, ROWS)
    if isinstance(update, CompositorUpdate):
        pyte.Stream(screen).feed(update.render_segments(Console(color_system="truecolor", force_terminal=True)))
    return [[screen.buffer[y][x] for x in range(COLUMNS)] for y in range(ROWS)]


def updated(compositor: Compositor, by: type[Compositor], *regions: Region) -> CompositorUpdate | None:
    """What `by` writes when `regions` changed."""
    compositor._dirty_regions.update(each for each in regions if each)
    return by.render_partial_update(compositor)


async def compare(pilot: Pilot[int]) -> None:
    """Compare with what Textual writes when any rows of any widget, or rows across all of them, changed."""
    compositor = pilot.app.screen._compositor
    places = [place.intersection(clip) for place, clip in compositor.visible_widgets.values()]

    @settings(max_examples=30)
    @given(st.sampled_from(places), st.integers(0, ROWS - 1), st.integers(1, ROWS))
    def alike(place: Region, top: int, rows: int) -> None:
        region = place.intersection(Region(0, top, COLUMNS, rows))
        ours, theirs = (drawn(updated(compositor, by, region)) for by in (PaneCompositor, Compositor))
        assert ours == theirs

    alike()


async def test_any_part_is_drawn_as_textual_draws_it() -> None:
    """Of text and quotes side by side, with the removed lines shown."""
    async with on_screen(long_reading(), size=(COLUMNS, ROWS)) as pilot:
        await pilot.press("c", "]", "j")
        await compare(pilot)


async def test_what_lies_under_something_is_drawn_as_textual_draws_it() -> None:
    """Of the reader under a prompt and a panel."""
    async with on_screen(long_reading(), size=(COLUMNS, ROWS)) as pilot:
        await pilot.press("F", "j")
        await compare(pilot)
        await pilot.press("escape", "slash", "b")
        await compare(pilot)


async def test_a_key_writes_the_rows_of_its_pane_alone() -> None:
    """Nothing is cut and put together again of the panes beside it."""
    async with on_screen(long_reading(), size=(COLUMNS, ROWS)) as pilot:
        article = the_reader(pilot).article
        update = updated(pilot.app.screen._compositor, PaneCompositor, article.region)
        assert isinstance(update, RowsUpdate)
        assert {row.strip.cell_length for row in update.rows} == {article.region.width}
