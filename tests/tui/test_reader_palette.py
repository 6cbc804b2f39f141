"""The palette and the help: everything by name, with the keys in force."""

from contextlib import closing
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from onscreen import configured, long_reading, on_screen, opened, reading, resize, rows, text, the_reader, until
from textual.app import App
from textual.pilot import Pilot

from newsread.commands import COMMANDS
from newsread.configuration import Configuration
from newsread.keymap import Keymap
from newsread.opening import Opening
from newsread.screens.choosing import ChoosingScreen
from newsread.screens.help import HelpScreen
from newsread_filters.model import Page

STORY = b"The harbour committee met again on Tuesday, and as the clerk noted it agreed on nothing at all.\n\n"


def is_open(app: App[int]) -> bool:
    """Whether something to choose from is laid over the reader."""
    return isinstance(app.screen, ChoosingScreen)


async def test_help_lists_every_command_with_its_keys() -> None:
    """What ? shows comes from the one list of commands; it scrolls as the text does, and Esc closes it."""
    async with on_screen(long_reading(), size=(80, 24)) as pilot:
        await pilot.press("?")
        assert isinstance(pilot.app.screen, HelpScreen)
        seen = set(rows(pilot))
        for _ in COMMANDS:
            await pilot.press("j")
            seen.update(rows(pilot))
        listing = "\n".join(seen)
        for command in COMMANDS:
            assert command.title in listing
            assert Keymap().signs(command.name) in listing
        await pilot.press("escape")
        assert "A bridge too low" in text(pilot)


async def test_help_can_be_searched() -> None:
    """The key that searches the text searches the help, by title, key and explanation; Esc first forgets the words."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("?", "/", *"hide removed")
        assert "Show or hide what was removed" in text(pilot)
        assert "Next paragraph" not in text(pilot)
        await pilot.press("escape")
        assert "Next paragraph" in text(pilot)
        await pilot.press("q")
        assert not is_open(pilot.app)


async def test_help_carries_out_what_is_chosen() -> None:
    """Enter on a command is the command's key."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("?", "/", *"hide removed", "enter")
        await until(pilot, lambda: the_reader(pilot).article.cuts)
        assert not is_open(pilot.app)


async def test_the_palette_finds_commands() -> None:
    """Both its keys open it; it offers every command by its title, and carries it out."""
    async with on_screen(long_reading()) as pilot:
        for key in ("ctrl+p", ":"):
            await pilot.press(key)
            assert is_open(pilot.app)
            await pilot.press(*"show or hide", "enter")
            await pilot.pause()
            assert not is_open(pilot.app)
        await pilot.press("ctrl+p", *"show or hide", "enter")
        await until(pilot, lambda: the_reader(pilot).article.cuts)


async def test_the_palette_puts_on_a_theme() -> None:
    """A theme is found by its name, and said to be in force afterwards."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(":", *"gruvbox", "enter")
        await until(pilot, lambda: pilot.app.theme == "gruvbox")
        await pilot.press(":", *"gruvbox")
        assert "in force" in text(pilot)


async def test_a_theme_is_tried_on_while_the_cursor_is_on_it() -> None:
    """The whole program wears it; Esc, or going on to what is no theme, brings back what was, and Enter keeps it."""
    async with on_screen(long_reading()) as pilot:
        before = pilot.app.theme, background(pilot)
        await pilot.press(":", *"nord")
        await until(pilot, lambda: pilot.app.theme == "nord")
        await until(pilot, lambda: background(pilot) != before[1])
        await pilot.press("escape")
        await until(pilot, lambda: (pilot.app.theme, background(pilot)) == before)
        await pilot.press(*"gruvbox")
        await until(pilot, lambda: pilot.app.theme == "gruvbox")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: not is_open(pilot.app))
        await until(pilot, lambda: (pilot.app.theme, background(pilot)) == before)
        await pilot.press(":", *"nord", "enter")
        await until(pilot, lambda: not is_open(pilot.app))
        assert pilot.app.theme == "nord"


async def test_themes_are_tried_on_one_after_another() -> None:
    """As the cursor moves over them, up and down."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(":", *"rose")
        names = [name for name in sorted(pilot.app.available_themes) if name.startswith("rose")]
        for key, name in (("down", names[1]), ("down", names[2]), ("up", names[1])):
            await pilot.press(key)
            await until(pilot, partial(wears, pilot, name))


async def test_a_theme_that_is_tried_on_is_written_nowhere(tmp_path: Path) -> None:
    """There is no configuration afterwards, where there was none."""
    config = tmp_path / "config.toml"
    with closing(configured(config)) as readings:
        async with on_screen(long_reading(), configuration=Configuration(config, readings)) as pilot:
            await pilot.press(":", *"nord")
            await until(pilot, lambda: pilot.app.theme == "nord")
            await pilot.press("escape", "escape")
            await until(pilot, lambda: not is_open(pilot.app))
            assert not config.exists()


async def test_what_is_said_of_a_choice_has_a_row_of_its_own() -> None:
    """It is read to its end in a window of eighty columns, the keys below it."""
    async with on_screen(long_reading(), size=(80, 24)) as pilot:
        await pilot.press(":", *"nord")
        said = next(y for y, row in enumerate(rows(pilot)) if "the setting reader.theme makes it stay." in row)
        assert "Enter chooses" in rows(pilot)[said + 1]


async def test_what_is_not_found_is_said() -> None:
    """Enter does nothing then, Esc forgets the words and then leaves."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(":", *"xyzzy", "enter")
        assert "Nothing is called that" in text(pilot)
        await pilot.press("escape")
        assert "Next paragraph" in text(pilot)
        await pilot.press("escape")
        assert not is_open(pilot.app)


async def test_a_choice_can_be_clicked() -> None:
    """A click on a row is Enter on it."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(":", *"hide")
        y = next(y for y, row in enumerate(rows(pilot)) if "Show or hide" in row)
        await pilot.click(offset=(60, y))
        await until(pilot, lambda: the_reader(pilot).article.cuts)


async def test_a_list_fits_any_window() -> None:
    """On a small screen it takes all of it, and follows a change of size."""
    async with on_screen(long_reading(), size=(30, 12)) as pilot:
        await pilot.press(":", "down", "down")
        assert "Next page" in text(pilot)
        await resize(pilot, 100, 30)
        assert "Next page" in text(pilot)
        await pilot.press("escape")
        assert not is_open(pilot.app)


async def test_the_palette_opens_recent_articles(tmp_path: Path) -> None:
    """By title or site, also when they are recalled after words were typed; the one on the screen is not among them."""

    def opener(source: str, *_: object, **__: object) -> Opening:
        made = reading(f"Text of {source}", title=f"Story {source}", site="Daily Gannet")
        return Opening(source, lambda _: replace(made, page=Page(source=source, data=source.encode())))

    async with on_screen(opened(reading("Sample."), None), opener=opener, state=tmp_path / "state.sqlite") as pilot:
        for source in ("one.txt", "two.txt"):
            the_reader(pilot).open(source)
            await until(pilot, partial(shows, pilot, f"Text of {source}"))
        await until(pilot, lambda: not the_reader(pilot)._callbacks)  # articles are noted after they are painted
        await pilot.press(":", *"gannet")
        await until(pilot, lambda: "Story one.txt" in text(pilot))
        assert text(pilot).count("Story two.txt") == 1  # its title, behind the list
        await pilot.press("enter")
        await until(pilot, lambda: f"Text of {Path.cwd() / 'one.txt'}" in text(pilot))


def background(pilot: Pilot[int]) -> object:
    """The colour behind the reader's text."""
    return the_reader(pilot).styles.background


def wears(pilot: Pilot[int], theme: str) -> bool:
    """Whether the program is in the colours of `theme`."""
    return pilot.app.theme == theme


def shows(pilot: Pilot[int], words: str) -> bool:
    """Whether `words` are on the screen."""
    return words in text(pilot)


async def test_the_palette_turns_filters_off_and_on(tmp_path: Path) -> None:
    """It is written into the configuration, and the text is read again; undo takes both back."""
    config = tmp_path / "config.toml"
    readings = configured(config)
    page = Page(source="page.txt", data=b"A bridge\n\nREAD MORE: Vicar clocked at 31mph\n\n" + 9 * STORY)
    opening = readings.opening("page.txt", page)
    opening.start()
    opening.wait()
    configuration = Configuration(config, readings)
    try:
        async with on_screen(
            opening, opener=readings.opening, configuration=configuration, filters={"read_more": True}
        ) as pilot:
            assert "31mph" not in text(pilot)
            await pilot.press(":", *"read_more")
            assert "filter, on" in text(pilot)
            await pilot.press("enter")
            await until(pilot, lambda: "31mph" in text(pilot))
            assert "enabled = false" in config.read_text()
            await pilot.press("u")
            await until(pilot, lambda: "31mph" not in text(pilot))
    finally:
        readings.close()
