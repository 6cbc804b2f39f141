"""What newsread begins with: the sample at first, later what was read before."""

from contextlib import AbstractAsyncContextManager
from datetime import date
from pathlib import Path

import pytest
from onscreen import long_reading, on_screen, opened, reading, resize, rows, status, text, the_reader, until
from textual.events import Paste
from textual.pilot import Pilot

from newsread.opening import Opening
from newsread.state import State
from newsread.when import told
from newsread_filters.model import Page


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A state file with two articles, the older one starred."""
    kept = State(tmp_path / "state.sqlite")
    kept.remember("one", "https://gannet.example/one", "The [ferry] returns", "Daily Gannet")
    kept.keep_place("one", 4, 0, 43)
    kept.star("one", on=True)
    kept.remember("two", "https://gannet.example/two", "A vicar on a scooter", None)
    kept.keep_place("two", 9, 0, 100)
    kept.close()
    return tmp_path / "state.sqlite"


def opener(source: str | None, page: Page | None = None) -> Opening:
    """Open anything."""
    return Opening(source, lambda _: reading(page.data.decode() if page else f"This is {source}."))


def begun(state: Path, size: tuple[int, int] = (120, 40)) -> AbstractAsyncContextManager[Pilot[int]]:
    """Newsread as it begins without a source."""
    return on_screen(opened(long_reading(), source=None), size, opener=opener, state=state)


def row_of(pilot: Pilot[int], words: str) -> str:
    """The row that shows `words`."""
    return next(row for row in rows(pilot) if words in row)


async def until_listed(pilot: Pilot[int]) -> None:
    """Wait until the memory has answered."""
    await until(pilot, lambda: "A vicar on a scooter" in text(pilot))


async def test_the_first_time_the_sample_is_there_at_once(tmp_path: Path) -> None:
    """There is nothing to go on with, and nothing to dismiss."""
    async with begun(tmp_path / "state.sqlite") as pilot:
        assert "A bridge too low" in text(pilot)


async def test_where_nothing_is_remembered_yet_the_sample_is_shown(tmp_path: Path) -> None:
    """A state file that lists no article is no reason for an empty list."""
    State(tmp_path / "state.sqlite").close()
    async with begun(tmp_path / "state.sqlite") as pilot:
        await until(pilot, lambda: "A bridge too low" in text(pilot))
        await pilot.press("j")
        assert the_reader(pilot).article.cursor == 1


async def test_later_what_was_read_before_is_listed(state: Path) -> None:
    """The starred first; each with its site, when it was read, and how far; nothing of the sample's text."""
    async with begun(state) as pilot:
        await until_listed(pilot)
        assert text(pilot).index("Starred") < text(pilot).index("The [ferry] returns") < text(pilot).index("Recent")
        assert row_of(pilot, "The [ferry] returns").split()[-4:] == ["Daily", "Gannet", "today", "43%"]
        assert row_of(pilot, "A vicar on a scooter").split()[-2:] == ["today", "read"]
        assert "The sample article" in text(pilot)
        assert "A bridge too low" not in text(pilot)


async def test_it_says_what_it_is_and_which_key_opens_something_else(state: Path) -> None:
    """The program's name above the list, and in the empty line the key that types there."""
    async with begun(state) as pilot:
        await until_listed(pilot)
        shown = [row.strip() for row in rows(pilot) if row.strip()]
        assert shown[0].startswith("newsread ")
        assert "O an address or a path · or paste one, or a whole text" in text(pilot)


async def test_only_the_sample_is_welcomed_to(state: Path) -> None:
    """What is opened from the list is nobody's sample."""
    async with begun(state) as pilot:
        await until_listed(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "This is https://gannet.example/one." in text(pilot))
        assert "Welcome" not in text(pilot)
    async with begun(state) as pilot:
        await until_listed(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "Welcome to newsread: a sample" in text(pilot))


async def test_the_readers_keys_move_and_enter_opens(state: Path) -> None:
    """Going back from there leads to no sample that nobody asked for."""
    async with begun(state) as pilot:
        await until_listed(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: "This is https://gannet.example/two." in text(pilot))
        await pilot.press("H")
        assert status(pilot).startswith("No article before this one")


async def test_a_click_opens(state: Path) -> None:
    """On the article's row."""
    async with begun(state) as pilot:
        await until_listed(pilot)
        y = rows(pilot).index(row_of(pilot, "A vicar"))
        await pilot.click(offset=(20, y))
        await until(pilot, lambda: "This is https://gannet.example/two." in text(pilot))


@pytest.mark.parametrize("keys", [("escape",), ("G", "enter"), ("end", "enter")])
async def test_the_sample_is_one_key_away(state: Path, keys: tuple[str, ...]) -> None:
    """Esc, or the last of the list."""
    async with begun(state) as pilot:
        await until_listed(pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: "A bridge too low" in text(pilot))
        await pilot.press("j")
        assert the_reader(pilot).article.cursor == 1


async def test_an_address_is_typed(state: Path) -> None:
    """After O or /, keys are text; Esc leads back to the list first."""
    async with begun(state) as pilot:
        await until_listed(pilot)
        await pilot.press("slash", *"vicar")
        assert "The [ferry] returns" not in text(pilot)
        await pilot.press("escape")
        assert "The [ferry] returns" in text(pilot)
        await pilot.press("O", *"quay.txt", "enter")
        await until(pilot, lambda: "This is quay.txt." in text(pilot))


async def test_what_is_pasted_is_opened(state: Path) -> None:
    """An address stands in the line and waits for Enter; a text is read at once."""
    async with begun(state) as pilot:
        await until_listed(pilot)
        pilot.app.post_message(Paste(" https://gannet.example/x\n"))
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: "This is https://gannet.example/x." in text(pilot))
    async with begun(state) as pilot:
        await until_listed(pilot)
        pilot.app.post_message(Paste("The bridge is back.\nNobody knows why."))
        await until(pilot, lambda: "The bridge is back." in text(pilot))


async def test_all_keys_are_shown_and_one_can_be_chosen(state: Path) -> None:
    """The help lies over it; what is chosen there is done in the reader."""
    async with begun(state) as pilot:
        await until_listed(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: "All keys" in text(pilot))
        await pilot.press("escape")
        await until_listed(pilot)
        await pilot.press("question_mark", "slash", *"removed", "enter")
        await until(pilot, lambda: the_reader(pilot).article.cuts)


@pytest.mark.parametrize(("key", "left_with"), [("q", 0), ("ctrl+c", 130)])
async def test_it_can_be_left_with_the_program(state: Path, key: str, left_with: int) -> None:
    """As the reader can."""
    async with begun(state) as pilot:
        await until_listed(pilot)
        await pilot.press(key)
    assert pilot.app.return_value == left_with


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 5), (200, 50)])
async def test_it_fits_every_window(state: Path, size: tuple[int, int]) -> None:
    """The article under the cursor is to be seen in the smallest one."""
    async with begun(state, size) as pilot:
        await until(pilot, lambda: "The [ferry]" in text(pilot))
        await pilot.press("j")
        assert "A vicar" in next(row for row in rows(pilot) if "┃" in row)
        await resize(pilot, 60, 20)
        assert "A vicar" in next(row for row in rows(pilot) if "┃" in row)


async def test_a_key_that_is_faster_than_the_memory_is_heeded(state: Path) -> None:
    """Leaving before anything is listed leaves; what comes later changes nothing."""
    async with begun(state) as pilot:
        await pilot.press("escape", "j")
        await until(pilot, lambda: "A bridge too low" in text(pilot))
        assert "A vicar" not in text(pilot)


def test_days_are_called_as_one_calls_them() -> None:
    """By name within a week, by date within the year, else by month."""
    now = date(2026, 3, 4)
    days = [date(2026, 3, 4), date(2026, 3, 3), date(2026, 2, 26), date(2026, 2, 25), date(2025, 12, 31)]
    assert [told(day, now) for day in days] == ["today", "yesterday", "Thursday", "25 Feb", "Dec 2025"]
    assert told(date(2026, 3, 5), now) == "5 Mar"
