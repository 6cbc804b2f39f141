"""Opening anything: addresses, paths that are completed, what is pasted, what was read before."""

from pathlib import Path

import pytest
from onscreen import long_reading, on_screen, opened, reading, rows, status, text, the_reader, until
from textual.events import Paste
from textual.pilot import Pilot

from newsread.opening import Opening
from newsread.screens.choosing import ChoosingScreen
from newsread.sources.completing import common, completions, is_folder, meant
from newsread.state import State
from newsread_filters.model import Overrides, Page


def opener(source: str | None, page: Page | None = None, overrides: Overrides | None = None) -> Opening:  # noqa: ARG001
    """Open anything."""
    what = page.data.decode() if page else f"This is {source}."
    return Opening(source, lambda _: reading(what, url=f"https://gannet.example/{source}"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a few files, which newsread was started in."""
    (tmp_path / "stories").mkdir()
    for name in ("stories/bridge.html", "stories/bridge-2.html", "stories/.hidden", "ferry.txt"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_paths_are_completed(folder: Path) -> None:
    """Folders end with a slash, hidden files are offered when asked for, small letters find capitals."""
    (folder / "Notes.txt").touch()
    assert completions("") == ["stories/", "ferry.txt", "Notes.txt"]
    assert completions("n") == ["Notes.txt"]
    assert completions("stories/b") == ["stories/bridge-2.html", "stories/bridge.html"]
    assert completions("stories/.") == ["stories/.hidden"]
    assert completions("nowhere/x") == []
    assert completions("a\0b/") == []
    assert common(completions("stories/b")) == "stories/bridge"
    assert common([]) == ""


def test_a_huge_folder_is_completed_as_far_as_it_is_certain(tmp_path: Path) -> None:
    """Every file is looked at, in whatever order the folder has them."""
    for number in range(1500):
        (tmp_path / f"f{number:04}").touch()
    for begun, names in (("f14", 100), ("f0999", 1), ("f", 1500)):
        assert len(completions(f"{tmp_path}/{begun}")) == names
    assert common(completions(f"{tmp_path}/f14")) == f"{tmp_path}/f14"


def test_what_a_path_was_put_between_is_not_meant(folder: Path) -> None:
    """Mails put < and > around an address, file managers put quotation marks around a path, or escape its spaces."""
    assert meant("<https://gannet.example/a>") == "https://gannet.example/a"
    assert meant("'a b.html'") == meant('"a b.html"') == meant(r"a\ b.html") == "a b.html"
    assert meant(r"https://gannet.example/a\ b") == r"https://gannet.example/a\ b"
    assert meant("ferry.txt") == "ferry.txt"
    assert meant("x" * 5000) == "x" * 5000
    assert meant("'") == "'"
    assert meant("") == ""
    (folder / "'a b.html'").touch()
    assert meant("'a b.html'") == "'a b.html'"
    assert is_folder("stories")
    assert not is_folder("ferry.txt")


async def test_tab_completes_a_path_and_enter_opens_it(folder: Path) -> None:  # noqa: ARG001
    """What is certain is typed; what fits is listed below, and can be gone to."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press("O", *"sto", "tab", *"b", "tab")
        assert "stories/bridge-2.html" in text(pilot)
        assert "ferry.txt" not in text(pilot)
        await pilot.press(*".h", "tab", "enter")
        await until(pilot, lambda: "This is stories/bridge.html." in text(pilot))


async def test_a_folder_is_gone_into(folder: Path) -> None:  # noqa: ARG001
    """Enter on a folder lists what is in it."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press("O", *"./", "down", "enter")
        await until(pilot, lambda: "./stories/bridge.html" in text(pilot))
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: "This is ./stories/bridge.html." in text(pilot))


async def test_a_folder_that_is_typed_is_gone_into(folder: Path) -> None:
    """Enter behind its name lists it, Enter behind that goes to the first of the list, and the third opens that."""
    (folder / "stories" / "bridge-2.html").unlink()
    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press("O", *"stories", "enter")
        await until(pilot, lambda: "stories/bridge.html" in text(pilot))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "This is stories/bridge.html." in text(pilot))


async def test_the_first_step_down_is_to_the_first_of_what_fits(tmp_path: Path) -> None:
    """What is typed is not opened then, and nothing of what fits is passed over."""
    kept = State(tmp_path / "state.sqlite")
    for name in ("one", "two"):
        kept.remember(name, f"https://gannet.example/{name}", f"Ferry {name}", None)
    kept.close()
    async with on_screen(opened(long_reading()), opener=opener, state=tmp_path / "state.sqlite") as pilot:
        await pilot.press("O")
        await until(pilot, lambda: "Ferry one" in text(pilot))
        await pilot.press(*"ferry", "down", "enter")
        await until(pilot, lambda: "This is https://gannet.example/two." in text(pilot))


async def test_what_is_clicked_is_opened_and_not_what_is_typed(folder: Path) -> None:  # noqa: ARG001
    """Without a step of the cursor before."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press("O", *"./fer")
        y = next(y for y, row in enumerate(rows(pilot)) if "./ferry.txt" in row)
        await pilot.click(offset=(60, y))
        await until(pilot, lambda: "This is ./ferry.txt." in text(pilot))


async def test_a_list_that_is_left_twice_is_left_once() -> None:
    """A second click or key right behind the first does not take the reader away too."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press("O")
        screen = pilot.app.screen
        assert isinstance(screen, ChoosingScreen)
        screen.dismiss()
        screen.dismiss()
        await pilot.pause()
        assert pilot.app.screen is the_reader(pilot)


async def test_the_foot_says_what_esc_does_next() -> None:
    """The first time it forgets what is typed, and only then it closes."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        for panel in ("O", "colon"):
            await pilot.press(panel)
            assert "Esc closes" in text(pilot)
            await pilot.press("n")
            assert "Esc clears" in text(pilot)
            await pilot.press("escape", "escape")


async def test_starred_and_recent_articles_are_listed_and_opened(tmp_path: Path) -> None:
    """The starred come first; what is typed narrows the list; Enter opens what the cursor was moved to."""
    kept = State(tmp_path / "state.sqlite")
    kept.remember("one", "https://gannet.example/one", "The [ferry] returns", "Gannet")
    kept.remember("two", "https://gannet.example/two", "A vicar on a scooter", None)
    kept.star("one", on=True)
    kept.close()
    async with on_screen(opened(long_reading()), opener=opener, state=tmp_path / "state.sqlite") as pilot:
        await pilot.press("O")
        await until(pilot, lambda: "A vicar on a scooter" in text(pilot))
        assert text(pilot).index("Starred") < text(pilot).index("The [ferry] returns") < text(pilot).index("Recent")
        assert "The sample article" in text(pilot)
        await pilot.press(*"vicar", "down", "enter")
        await until(pilot, lambda: "This is https://gannet.example/two." in text(pilot))


async def test_the_sample_can_be_come_back_to() -> None:
    """It is the last of the list."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press("O", "enter")
        await until(pilot, lambda: "This is None." in text(pilot))


async def paste(pilot: Pilot[int], what: str) -> None:
    """Paste as a terminal does."""
    pilot.app.post_message(Paste(what))
    await pilot.pause()


async def test_an_address_that_is_pasted_is_asked_about() -> None:
    """It stands in the line; Enter opens it, Esc twice leaves everything as it was."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        await paste(pilot, " https://gannet.example/x\n")
        assert "https://gannet.example/x" in text(pilot)
        await pilot.press("escape", "escape", "j")
        assert the_reader(pilot).article.cursor == 1
        await pilot.press("O")
        await paste(pilot, "https://gannet.example/x")
        await pilot.press("enter")
        await until(pilot, lambda: "This is https://gannet.example/x." in text(pilot))


async def test_the_list_gets_higher_with_what_it_lists_and_not_lower(folder: Path) -> None:
    """The row of the keys does not jump about while words are typed."""
    for number in range(20):
        (folder / f"part-{number}.txt").touch()

    def foot(pilot: Pilot[int]) -> int:
        return next(number for number, row in enumerate(rows(pilot)) if "Tab completes" in row)

    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press("O")
        low = foot(pilot)
        await pilot.press(*"./part")
        high = foot(pilot)
        assert low < high
        await pilot.press(*"-17")
        assert foot(pilot) == high


async def test_each_pasted_text_is_an_article_of_its_own() -> None:
    """The second one begins at its beginning, and going back leads to the first."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        await paste(pilot, "\n".join(f"This is line {number} of the first." for number in range(90)))
        await until(pilot, lambda: "of the first" in text(pilot))
        await pilot.press("G")
        await paste(pilot, "\n".join(f"This is line {number} of the second." for number in range(90)))
        await until(pilot, lambda: "line 0 of the second" in text(pilot))
        await pilot.press("H")
        assert "line 89 of the first" in text(pilot)


@pytest.mark.parametrize("first", [(), ("O",)])
async def test_a_text_that_is_pasted_is_read(first: tuple[str, ...]) -> None:
    """Several lines are an article of their own, in the reader and in the line to type into."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press(*first)
        await paste(pilot, "The bridge is back.\nNobody knows why.")
        await until(pilot, lambda: "The bridge is back." in text(pilot) and "A bridge too low" not in text(pilot))
        await pilot.press("r")
        assert "cannot be loaded again" in status(pilot)
