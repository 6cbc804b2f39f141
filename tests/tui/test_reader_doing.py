"""What is done with an article: copying, the browser, other sources, help and the palette."""

from pathlib import Path

import pytest
from onscreen import Held, long_reading, on_screen, opened, reading, rows, status, text, the_reader, until

from newsread.commands import COMMANDS
from newsread.opening import Failure, Opening, Progress, Refused, Report
from newsread_filters.model import Notice
from newsread_filters.reading import Reading


async def test_y_copies_the_paragraph_as_it_is_shown() -> None:
    """The clipboard gets the text under the cursor, with no line breaks of the screen in it."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("j", "y")
        assert pilot.app.clipboard.endswith("next meeting, in number 1.")
        assert "\n" not in pilot.app.clipboard
        assert "Copied the paragraph" in status(pilot)


async def test_y_in_the_quotes_copies_the_quote_with_its_speaker() -> None:
    """A copied quote says who said it, and where it was read."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("tab", "y")
        assert (
            pilot.app.clipboard
            == "“There is no bridge 9” — Dorothea Pell, council leader\nA bridge too low, Daily Gannet"
        )
        assert "Copied the quote" in status(pilot)


async def test_o_opens_the_article_in_the_browser(browser: Path) -> None:
    """The article's address goes to the user's browser as one argument."""
    url = "https://www.dailygannet.example/news?a=$(ls)&b=2"
    async with on_screen(reading("Text.", url=url)) as pilot:
        await pilot.press("o")
        await until(pilot, browser.exists)
        assert browser.read_text() == url  # noqa: ASYNC240 - a file of a few bytes
        assert "Opened in the browser" in status(pilot)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "--version", "https://a b", None])
async def test_only_web_addresses_go_to_the_browser(browser: Path, url: str | None) -> None:
    """Anything that is no plain http or https address stays here, and the status line says so."""
    async with on_screen(reading("Text.", url=url)) as pilot:
        await pilot.press("o")
        assert "address" in status(pilot)
        assert not browser.exists()  # noqa: ASYNC240 - as above


async def test_another_article_opens_in_its_place() -> None:
    """O asks for an address or a file, and shows it."""
    async with on_screen(
        long_reading(), opener=lambda source: Opening(source, lambda _: reading(f"This is {source}."))
    ) as pilot:
        await pilot.press("O", *"b.txt", "enter")
        await until(pilot, lambda: "This is b.txt." in text(pilot))
        assert "A bridge too low" not in text(pilot)
        await pilot.press("O", "escape")
        assert "This is b.txt." in text(pilot)


async def test_loading_shows_how_far_it_has_come_and_stays_responsive() -> None:
    """What is going on, how many bytes of how many; keys are answered all the while."""
    held = Held(reading("Here at last."))
    async with on_screen(long_reading(), opener=held.opening) as pilot:
        await pilot.press("O", *"http://slow.example/", "enter")
        report = held.begun()
        report(Progress("Receiving", 120_000, 480_000))
        await until(pilot, lambda: "Receiving" in text(pilot))
        assert "120 of 480 kB" in text(pilot)
        assert "━━━━━━━━━───" in text(pilot)
        assert "http://slow.example/" in text(pilot)
        await pilot.press("?")
        assert "Next paragraph" in text(pilot)
        await pilot.press("escape")
        held.end()
        await until(pilot, lambda: "Here at last." in text(pilot))


async def test_escape_cancels_loading() -> None:
    """The work is stopped, and the article that was there is there again; what comes late is not shown."""
    held = Held(reading("Too late."))
    async with on_screen(long_reading(), opener=held.opening) as pilot:
        await pilot.press("O", *"slow", "enter")
        held.begun()
        await until(pilot, lambda: "Opening" in text(pilot))
        await pilot.press("escape")
        assert held.stopped.is_set()
        assert "A bridge too low" in text(pilot)
        held.end()
        await pilot.pause()
        assert "Too late." not in text(pilot)


async def test_cancelling_the_first_source_leaves_a_way_on() -> None:
    """With nothing to go back to, the screen says so, and which keys go on."""
    held = Held(reading("Here at last."))
    async with on_screen(held.opening("slow").start(), opener=held.opening) as pilot:
        await until(pilot, lambda: "Esc cancels" in text(pilot))
        await pilot.press("escape")
        assert "Cancelled" in text(pilot)
        assert "r tries again" in text(pilot)
        held.end()
        await pilot.press("r")
        await until(pilot, lambda: "Here at last." in text(pilot))


def refuse(_: Report) -> Reading:
    """Fail as a source fails."""
    raise Refused(Failure("http", "gannet.example answers [404]: there is no such page."))


async def test_the_key_bar_names_what_the_placard_names() -> None:
    """Keys of a text that is not there are not offered; once it is back, they are."""
    held = Held(reading("Never."))
    async with on_screen(long_reading(), opener=held.opening) as pilot:
        await pilot.press("O", *"slow", "enter")
        await until(pilot, lambda: "Opening" in text(pilot))
        assert rows(pilot)[-1].split() == ["Esc", "cancels", "?", "keys"]
        await pilot.press("escape")
        assert "c removed" in rows(pilot)[-1]
        held.end()
    async with on_screen(Opening("page.txt", refuse).start()) as pilot:
        await until(pilot, lambda: "answers [404]" in text(pilot))
        assert rows(pilot)[-1].split("   ") == [" r tries again", "O opens another", "q quits", "? keys"]


async def test_a_failure_is_told_with_what_can_be_done() -> None:
    """The message stands alone on the screen with the source and the keys; Esc goes back to the article before."""
    async with on_screen(long_reading(), opener=lambda source: Opening(source, refuse)) as pilot:
        await pilot.press("O", *"http://gannet.example/", "enter")
        await until(pilot, lambda: "answers [404]: there is no such page." in text(pilot))
        assert "http://gannet.example/" in text(pilot)
        assert "QUOTES" not in text(pilot)
        for key in ("r tries again", "O opens another", "Esc goes back"):
            assert key in text(pilot)
        await pilot.press("escape", "j")
        assert "A bridge too low" in text(pilot)


async def test_whatever_reading_raises_is_told() -> None:
    """A bug met while reading a page is a message on the screen, without its words, and not the end of the program."""

    def fail(_: Report) -> Reading:
        raise ZeroDivisionError("of [all] things")

    opening = Opening("page.html", fail).start()
    opening.wait()
    async with on_screen(opening) as pilot:
        assert "newsread failed (ZeroDivisionError)" in " ".join(text(pilot).split())
        assert "of [all] things" not in text(pilot)


async def test_reload_opens_the_same_source_again() -> None:
    """The key r shows what the source holds now."""
    async with on_screen(
        opened(reading("Old text.")), opener=lambda source: Opening(source, lambda _: reading(f"New text of {source}."))
    ) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "New text of page.txt." in text(pilot))


async def test_standard_input_is_not_read_twice() -> None:
    """What was piped in is gone; reloading says so."""
    async with on_screen(opened(reading("Text."), source="-")) as pilot:
        await pilot.press("r")
        assert "cannot be loaded again" in status(pilot)


@pytest.mark.parametrize("name", [each.name for each in COMMANDS if each.name not in {"browser", "quit", "interrupt"}])
async def test_every_command_can_be_carried_out(name: str) -> None:
    """Each command of the list has what carries it out, in the state that the program starts in."""
    async with on_screen(long_reading(12), opener=lambda source, *_, **__: Opening(source, refuse)) as pilot:
        the_reader(pilot).action_command(name)
        await pilot.pause()


async def test_problems_of_the_configuration_stand_above_the_article() -> None:
    """They are shown as they are, with the article below them."""
    problem = 'config.toml:3: reader.measur: there is no such setting [sic]. Did you mean "measure"?'
    async with on_screen(long_reading(), size=(200, 50), problems=(problem,)) as pilot:
        assert "config.toml:3: reader.measur: there is no such setting [sic]." in text(pilot)
        assert "A bridge too low" in text(pilot)


async def test_notices_of_the_reading_stand_above_the_article() -> None:
    """A filter that failed is said, and the text is there all the same."""
    made = reading("The story.", notices=(Notice("filter-failed", "The filter x failed and was left out."),))
    async with on_screen(made) as pilot:
        assert "The filter x failed and was left out." in text(pilot)
        assert "The story." in text(pilot)


async def test_the_sample_welcomes_and_names_the_keys_that_matter() -> None:
    """Without a source there is something to read at once, and nothing to dismiss."""
    async with on_screen(opened(long_reading(), source=None)) as pilot:
        assert "Welcome to newsread" in text(pilot)
        for key in ("c what was removed", "] next quote", "O open your own", "? all keys"):
            assert key in text(pilot)
        await pilot.press("j")
        assert the_reader(pilot).article.cursor == 1


async def test_the_key_bar_can_be_clicked() -> None:
    """A click on a command in the bar carries it out."""
    async with on_screen(long_reading()) as pilot:
        await pilot.click(offset=(rows(pilot)[39].index("removed"), 39))
        await pilot.pause()
        assert the_reader(pilot).article.cuts


async def test_ctrl_c_leaves_as_it_leaves_other_programs() -> None:
    """The status is that of an interrupted program."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("ctrl+c")
    assert pilot.app.return_value == 130


async def test_a_password_in_an_address_is_not_shown() -> None:
    """Name and password are for the server's eyes only."""
    async with on_screen(long_reading(), opener=lambda source: Opening(source, refuse)) as pilot:
        await pilot.press("O", *"http://me:secret@gannet.example/", "enter")
        await until(pilot, lambda: "there is no such page" in text(pilot))
        assert "http://gannet.example/" in text(pilot)
        assert "secret" not in text(pilot)
