"""Keys, clicks and answers that come when what they are for is not there yet, or not any more."""

from pathlib import Path
from threading import Event

import pytest
from onscreen import long_reading, on_screen, opened, reading, text, the_reader, until
from textual.events import Key
from textual.pilot import Pilot

from newsread.messages import Chosen
from newsread.opening import Opening
from newsread.screens.choosing import ChoosingScreen
from newsread.screens.reader import ReaderScreen
from newsread.state import Remembered, State
from newsread_filters.model import Block

SIGNS = {"slash": "/", "colon": ":", "right_square_bracket": "]", "apostrophe": "'", "space": " "}


def in_haste(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, each before anything came of the one before."""
    for key in keys:
        pilot.app.post_message(Key(key, SIGNS.get(key, key if len(key) == 1 else None)))


@pytest.mark.parametrize(
    "keys",
    [
        ("slash", *"number", "enter", *"nj"),
        ("slash", *"nx", "backspace", *"umbe", "left", "r", "enter", *"nj"),
        ("colon", *"next", "space", *"qu", "enter", "j"),
        ("colon", *"search", "enter", *"bridge", "enter", "n"),
        ("colon", *"all", "space", *"keys", "enter", *"jj", "enter", "j"),
        ("right_square_bracket", "S", *"New", "escape", "escape", "j"),
        ("m", *"ajjmb", "apostrophe", *"aj"),
        ("P", *"Dor", "escape", "j", "P", *"Pell", "enter", "j"),
        ("x", *"jj", "escape", "c", "j", "x", "j"),
        ("question_mark", *"jj", "enter", "j"),
    ],
)
async def test_the_same_keys_do_the_same_however_fast_they_come(keys: tuple[str, ...]) -> None:
    """Those behind the key that closes a prompt, a list or a panel count too, and go where they would go later."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        one_by_one = text(pilot)
    async with on_screen(long_reading()) as pilot:
        in_haste(pilot, *keys)
        await until(pilot, lambda: text(pilot) == one_by_one)


async def test_a_list_that_begins_further_down_is_moved_in_from_there_however_fast_the_key_comes() -> None:
    """The key waits until the list has its place on the screen."""
    headings = [Block(source_text=f"Heading {number}", kind="heading", level=2) for number in range(9)]
    async with on_screen(reading(*headings)) as pilot:
        in_haste(pilot, *"jjjT", "j", "enter")
        await until(pilot, lambda: the_reader(pilot).article.cursor == 4)


async def test_esc_and_a_letter_that_come_as_one_are_both_heeded() -> None:
    """A terminal cannot tell them from Alt with the letter, when they come at once."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("x")
        assert the_reader(pilot).panel is not None
        pilot.app.post_message(Key("alt+j", "j"))
        await until(pilot, lambda: the_reader(pilot).article.cursor == 1)
        assert the_reader(pilot).panel is None
        await pilot.press("slash", "a")
        pilot.app.post_message(Key("alt+shift+g", "G"))
        await until(pilot, lambda: the_reader(pilot).article.cursor == len(long_reading().article.blocks) - 2)
        assert not the_reader(pilot).prompting


async def test_alt_with_a_letter_that_is_bound_is_no_esc() -> None:
    """The user has said what it means."""
    async with on_screen(long_reading(), keys={"down": ("alt+j",)}) as pilot:
        await pilot.press("slash", *"bridge", "enter")
        before = the_reader(pilot).article.cursor
        pilot.app.post_message(Key("alt+j", "j"))
        await until(pilot, lambda: the_reader(pilot).article.cursor > before)
        assert the_reader(pilot).search is not None


@pytest.mark.parametrize("key", [":", "O"])
async def test_what_is_recalled_for_a_list_that_was_left_is_dropped(tmp_path: Path, key: str) -> None:
    """The memory may be slower than the reader."""
    kept = State(tmp_path / "state.sqlite")
    kept.remember("two", "https://gannet.example/two", "A vicar on a scooter", None)
    kept.close()
    what = opened(long_reading(), source=None)
    async with on_screen(what, state=tmp_path / "state.sqlite") as pilot:
        asked, told = Event(), Event()
        the_reader(pilot).recall(lambda _: asked.wait(30), lambda _: None)
        await pilot.press(key)
        assert isinstance(pilot.app.screen, ChoosingScreen)
        await pilot.press("escape")
        the_reader(pilot).recall(lambda _: None, lambda _: told.set())
        asked.set()
        await until(pilot, told.is_set)
        await pilot.press(key, *"vicar")
        await until(pilot, lambda: "A vicar on a scooter" in text(pilot))


@pytest.mark.parametrize("key", ["question_mark", "colon", "O", "S", "slash", "P", "x", "F"])
async def test_what_is_opened_may_be_left_at_once(key: str) -> None:
    """Esc comes before the list, the prompt or the panel is made; then everything is as it was."""
    async with on_screen(long_reading()) as pilot:
        for _ in range(3):
            in_haste(pilot, key, "down", "pagedown", "escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and not the_reader(pilot).prompting)
        await pilot.press("escape", "G")
        assert the_reader(pilot).article.cursor == len(long_reading().article.blocks) - 2


@pytest.mark.parametrize("key", ["?", ":"])
async def test_a_second_click_right_behind_the_first_one_leaves_the_list_once(key: str) -> None:
    """What was clicked is done once, and the reader stays."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(key)
        pilot.app.screen.post_message(Chosen())
        pilot.app.screen.post_message(Chosen())
        await until(pilot, lambda: the_reader(pilot).article.cursor > 0)
        await pilot.pause()
        assert the_reader(pilot).article.cursor == 1
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_a_second_enter_right_behind_the_first_one_answers_once() -> None:
    """A prompt that was answered is gone."""
    answers: list[str] = []
    async with on_screen(long_reading()) as pilot:
        the_reader(pilot).prompt("?", "What is it", answers.append)
        await pilot.pause()
        await pilot.press("a")
        in_haste(pilot, "enter", "enter")
        await until(pilot, lambda: not the_reader(pilot).prompting)
        await pilot.pause()
        assert answers == ["a"]


async def test_what_is_clicked_is_opened_whatever_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among the paths that fit, the mouse says which."""
    monkeypatch.chdir(tmp_path)
    for name in ("ferry-1.txt", "ferry-2.txt"):
        (tmp_path / name).touch()
    opener = lambda source: Opening(source, lambda _: reading(f"This is {source}."))  # noqa: E731
    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press("O", *"ferry")
        (row,) = (number for number, line in enumerate(text(pilot).split("\n")) if "ferry-2.txt" in line)
        await pilot.click(offset=(40, row))
        await until(pilot, lambda: "This is ferry-2.txt." in text(pilot))


async def test_what_is_recalled_at_once_knows_of_the_article(tmp_path: Path) -> None:
    """An article is noted when it has been painted; what is asked before that has it too."""
    other = opened(reading("The ferry is back."), "two.txt")
    told: list[list[Remembered]] = []
    async with on_screen(opened(long_reading(), None), state=tmp_path / "state.sqlite") as pilot:
        reader, outcome = the_reader(pilot), other.outcome
        assert outcome is not None
        reader.source = "two.txt"
        reader._end(outcome)
        reader.recall(lambda state: list(state.recent(9)), told.append)
        await until(pilot, lambda: bool(told))
    assert [Path(each.source).name for each in told[0]] == ["two.txt"]
