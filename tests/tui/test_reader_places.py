"""Places in the text: where an article was left, marks, and stars."""

import asyncio
from pathlib import Path

import pytest
from msgspec import structs
from onscreen import current, long_reading, on_screen, opened, reading, status, text, the_reader, until
from textual.pilot import Pilot

from newsread.opening import Opening
from newsread.state import State
from newsread_filters.model import Block


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where the state is kept."""
    return tmp_path / "state.sqlite"


def opener(source: str) -> Opening:
    """Open anything, as another article of its own."""
    return Opening(source, lambda _: reading(f"This is {source}.", url=f"https://gannet.example/{source}"))


async def settled(pilot: Pilot[int]) -> None:
    """Wait until everything asked of the memory so far was answered."""
    answered: list[int] = []
    the_reader(pilot).recall(lambda _: 1, answered.append)
    await until(pilot, lambda: bool(answered))


async def test_an_article_is_opened_where_it_was_left(state: Path) -> None:
    """The first row that was seen is the first one again, in another run; the status line says so."""
    async with on_screen(long_reading(), state=state) as pilot:
        await settled(pilot)
        assert current(pilot).endswith("agreed on nothing but")
        await pilot.press("space", "space", "space")
        left = text(pilot).splitlines()[:20]
    async with on_screen(long_reading(), state=state) as pilot:
        await until(pilot, lambda: "Where you left it; to the beginning: gg" in status(pilot))
        assert text(pilot).splitlines()[:20] == left
        await pilot.press("g", "g")
    async with on_screen(long_reading(), state=state) as pilot:
        await settled(pilot)
        assert "A bridge too low" in text(pilot)
        assert "Where you left it" not in status(pilot)


@pytest.mark.parametrize("put_in", [0, 1, 40])
async def test_an_article_is_opened_where_it_was_left_though_the_page_has_changed(state: Path, put_in: int) -> None:
    """Place and marks are where the words are: paragraphs that were put in above move them along."""
    before = structs.replace(long_reading(), quotes=())
    new = tuple(Block(source_text=f"This was put in later, as number {number}.") for number in range(put_in))
    after = structs.replace(before, article=structs.replace(before.article, blocks=new + before.article.blocks))
    async with on_screen(before, state=state) as pilot:
        await settled(pilot)
        await pilot.press("space", "space", "m", "a", "space")
        rows = text(pilot).splitlines()[:20]
    async with on_screen(after, state=state) as pilot:
        await until(pilot, lambda: "Where you left it" in status(pilot))
        assert text(pilot).splitlines()[:20] == rows
        marked, kept = the_reader(pilot)._marks["a"].block, the_reader(pilot).index
        assert kept is not None
        assert kept.blocks[marked].source_text == before.article.blocks[marked - put_in].source_text
        await pilot.press("g", "g")
        assert "Where you left it" not in status(pilot)


async def test_a_place_that_is_seen_from_the_beginning_hides_no_title(state: Path) -> None:
    """A few lines down is not far: the article begins with its title."""
    async with on_screen(long_reading(), state=state) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+d")
    async with on_screen(long_reading(), state=state) as pilot:
        await settled(pilot)
        assert "Marnie Osgood" in text(pilot)


async def test_whoever_has_moved_already_is_not_moved(state: Path) -> None:
    """A place that is recalled late takes nobody away from the text."""
    async with on_screen(long_reading(), state=state) as pilot:
        await settled(pilot)
        await pilot.press("space", "space", "space")
    async with on_screen(long_reading()) as pilot:
        reader = the_reader(pilot)
        index = reader.index
        assert index is not None
        await pilot.press("j")
        from newsread.screens.placing import _Kept

        reader._restore(index, _Kept((30, 0), starred=False, marks={}, lines={}), moved=False)
        assert reader.article.cursor == 1


async def test_reloading_keeps_the_place(state: Path) -> None:
    """The key r shows the same rows of what the source holds now, with the removed lines still shown."""
    async with on_screen(
        opened(long_reading(), source="a"), state=state, opener=lambda source: Opening(source, lambda _: long_reading())
    ) as pilot:
        await pilot.press("c", "space", "space")
        before, index = text(pilot).splitlines()[:20], the_reader(pilot).index
        await pilot.press("r")
        await until(pilot, lambda: the_reader(pilot).index is not index)
        await pilot.pause()
        assert text(pilot).splitlines()[:20] == before


async def test_reloading_keeps_the_place_when_paragraphs_came_in_between(state: Path) -> None:
    """The cursor is on the same words, the same row is the first one, and a mark is where it was set."""
    first, second = (f"The minister spoke first, and at length: {number}." for number in range(2))
    blocks = long_reading().article.blocks
    now = reading("Corrected at noon.", first, *blocks[:4], second, *blocks[4:])
    async with on_screen(
        opened(reading(*blocks), source="a"), state=state, opener=lambda source: Opening(source, lambda _: now)
    ) as pilot:
        await pilot.press("j", "j", "m", "a", "space", "space", "j")
        before, line, index = text(pilot).splitlines()[:20], current(pilot), the_reader(pilot).index
        await pilot.press("r")
        await until(pilot, lambda: the_reader(pilot).index is not index)
        await pilot.pause()
        assert current(pilot) == line
        assert text(pilot).splitlines()[:20] == before
        await pilot.press("'", "a")
        assert the_reader(pilot).article.cursor == 4


async def test_undoing_a_star_says_of_which_article(state: Path) -> None:
    """It may be another one than that on the screen."""
    async with on_screen(opened(long_reading(), source="a"), state=state) as pilot:
        await pilot.press("s", "u")
        assert "Undone: star on “A bridge too low”" in status(pilot)
        await pilot.press("s", "s", "u")
        assert "Undone: star off “A bridge too low”" in status(pilot)


async def test_a_mark_is_come_back_to_in_this_run_and_the_next(state: Path) -> None:
    """The key m and a letter mark a line, ' and the letter go there, '' goes back."""
    async with on_screen(long_reading(), state=state) as pilot:
        await pilot.press("j", "j", "m", "a")
        assert "Marked a" in status(pilot)
        await pilot.press("G", "'")
        assert "Go to   a" in text(pilot)
        await pilot.press("a")
        assert the_reader(pilot).article.cursor == 2
        await pilot.press("'", "'")
        assert the_reader(pilot).article.cursor == 70
        await pilot.press("g", "g")
    async with on_screen(long_reading(), state=state) as pilot:
        await settled(pilot)
        await pilot.press("'", "a")
        assert the_reader(pilot).article.cursor == 2


@pytest.mark.parametrize(("keys", "told"), [("mé!", ""), ("m!", "a letter or a figure"), ("'x", "No mark x")])
async def test_what_is_no_mark_is_told(keys: str, told: str) -> None:
    """Nothing moves."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(*keys)
        assert told in status(pilot)
        assert the_reader(pilot).article.cursor == 0


async def test_a_star_is_put_on_and_taken_off_and_undone(state: Path) -> None:
    """The key s stars the article; u takes that back; the star is there in the next run."""
    async with on_screen(long_reading(), state=state) as pilot:
        await pilot.press("s")
        assert "Starred" in status(pilot)
        assert "★" in status(pilot)
        await pilot.press("u")
        assert "Undone: star" in status(pilot)
        assert "★" not in status(pilot)
        await pilot.press("ctrl+r")
    kept = State(state)
    assert [each.title for each in kept.starred()] == ["A bridge too low"]
    kept.close()
    async with on_screen(long_reading(), state=state) as pilot:
        await until(pilot, lambda: "★" in status(pilot))
        await pilot.press("s")
        assert "Star taken off" in status(pilot)


async def test_an_article_can_be_starred_before_it_is_painted(state: Path) -> None:
    """A key that is faster than the screen finds the article remembered."""
    async with on_screen(opened(long_reading(), source="a"), state=state, opener=opener) as pilot:
        reader = the_reader(pilot)
        first = reader.index
        reader.open("b")
        while reader.index is first:  # noqa: ASYNC110 - one step of the program at a time
            await asyncio.sleep(0)
        reader.action_command("star")
        await settled(pilot)
    kept = State(state)
    assert [each.source.rpartition("/")[2] for each in kept.starred()] == ["b"]
    kept.close()


async def test_the_sample_is_not_starred(state: Path) -> None:
    """What leaves no trace cannot be listed."""
    async with on_screen(opened(long_reading(), source=None), state=state) as pilot:
        await pilot.press("s")
        assert "Only what can be opened again is starred" in status(pilot)


async def test_the_star_of_an_article_that_was_left_is_undone_there(state: Path) -> None:
    """Undoing does not touch the article on the screen."""
    async with on_screen(opened(long_reading(), source="a"), state=state, opener=opener) as pilot:
        await pilot.press("s")
        the_reader(pilot).open("b")
        await until(pilot, lambda: "This is b." in text(pilot))
        await pilot.press("s", "u", "u")
        await settled(pilot)
    kept = State(state)
    assert kept.starred() == []
    kept.close()
