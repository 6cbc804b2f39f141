"""The palette and the help: everything by name, with the keys in force."""

from onscreen import long_reading, on_screen, rows, text, the_reader, until
from textual.app import App

from newsread.commands import COMMANDS
from newsread.keymap import Keymap
from newsread.screens.choosing import ChoosingScreen
from newsread.screens.help import HelpScreen


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
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "Next page" in text(pilot)
        await pilot.press("escape")
        assert not is_open(pilot.app)
