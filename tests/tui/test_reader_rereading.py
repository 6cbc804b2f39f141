"""Reading the page on the screen again, undoing what was changed, and what is remembered of it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from onscreen import Held, current, on_screen, opened, reading, removed, rows, status, text, the_reader, until
from textual.pilot import Pilot

from newsread.config.declaration import Settings
from newsread.opening import Failure, Opening, Refused
from newsread.readings import Readings
from newsread.state import State
from newsread_filters.model import Overrides, Page, Reading
from newsread_filters.rules import Rule

PARAGRAPH = "The harbour committee met again on Tuesday, and as the clerk noted it agreed on nothing, in number {}."
SAID = "“The ferry is far too high for that, and so is number {},” said Dorothea Pell. The others left."
PARAGRAPHS = [(SAID if number % 4 == 3 else PARAGRAPH).format(number) for number in range(40)]
HERE = Path.cwd()
PAGE = Page(source="page.txt", data="\n\n".join(["The bridge", *PARAGRAPHS]).encode())


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where the state is kept."""
    return tmp_path / "state.sqlite"


Write = Callable[[str], object]


@pytest.fixture
def rule(tmp_path: Path) -> Write:
    """Writes the words of the lines that are to be removed into a configuration."""
    return (tmp_path / "config").write_text


@pytest.fixture
def readings(state: Path, rule: Write, tmp_path: Path) -> Iterator[Readings]:
    """Reads in another process, with a rule as the configuration has it at that moment."""
    rule("")

    def gather() -> tuple[Settings, tuple[str, ...]]:
        words = (tmp_path / "config").read_text()
        return Settings(filters={}, rules=(Rule(contains=words),) if words else ()), ()

    made = Readings(gather, state)
    yield made
    made.close()


def shown(readings: Readings) -> Opening:
    """The page, read as it is opened."""
    opening = readings.opening("page.txt", PAGE)
    opening.start()
    opening.wait()
    return opening


def row_of_cursor(pilot: Pilot[int]) -> int:
    """The first row that carries the cursor."""
    return next(number for number, row in enumerate(rows(pilot)) if "┃" in row[:10])


async def test_a_rule_written_while_reading_takes_effect_in_place(readings: Readings, rule: Write) -> None:
    """The text is read again with it; the cursor's paragraph stays on its row, and lines removed are hidden."""
    async with on_screen(shown(readings), opener=readings.opening) as pilot:
        reader = the_reader(pilot)
        await pilot.press(*["j"] * 22)
        here, row = current(pilot), row_of_cursor(pilot)
        rule("number 2.")
        reader.reread()
        await until(pilot, lambda: "removed" in status(pilot))
        assert (current(pilot), row_of_cursor(pilot)) == (here, row)


async def test_removed_lines_and_a_search_stay_as_they_were(readings: Readings, rule: Write) -> None:
    """Cuts that are shown are shown again, the new ones too, and n goes on from where it was."""
    async with on_screen(shown(readings), opener=readings.opening) as pilot:
        reader = the_reader(pilot)
        rule("in number 1.")
        reader.reread()
        await until(pilot, lambda: "removed" in status(pilot))
        await pilot.press("c", "/", *"number 9", "enter")
        rule("in number 2.")
        reader.reread()
        await until(pilot, lambda: reader.index is not None and reader.index.blocks[3].removed)
        assert reader.article.cuts
        await pilot.press("n")
        assert "/number 9  1 of 1" in status(pilot)


async def test_the_cursor_leaves_a_line_that_goes(readings: Readings, rule: Write) -> None:
    """It stands on the next line that is still there."""
    async with on_screen(shown(readings), opener=readings.opening) as pilot:
        reader = the_reader(pilot)
        await pilot.press("/", *"number 2.", "enter")
        gone = reader.article.cursor
        rule("in number 2.")
        reader.reread()
        await until(pilot, lambda: "removed" in status(pilot))
        assert reader.article.cursor == gone + 1
        assert "in number 2." not in text(pilot)


async def test_what_is_put_back_is_there_undone_and_done_again(readings: Readings, rule: Write) -> None:
    """A line put back shows again; u takes it away, Ctrl+R brings it; the status line says what was undone."""
    rule("in number 2.")
    async with on_screen(shown(readings), opener=readings.opening) as pilot:
        reader = the_reader(pilot)
        reader.changed("line put back", reader.override(Overrides(put_back=frozenset({PARAGRAPHS[2]}))))
        await until(pilot, lambda: "in number 2." in text(pilot))
        await pilot.press("u")
        assert "Undone: line put back" in status(pilot)
        await until(pilot, lambda: "in number 2." not in text(pilot))
        await pilot.press("u")
        assert "Nothing to undo" in status(pilot)
        await pilot.press("ctrl+r")
        assert "Done again: line put back" in status(pilot)
        await until(pilot, lambda: "in number 2." in text(pilot))
        await pilot.press("ctrl+r")
        assert "Nothing to redo" in status(pilot)


async def test_the_current_quote_stays_the_current_one(readings: Readings, rule: Write) -> None:
    """Also when quotes before it go, so that its number is another."""
    async with on_screen(shown(readings), opener=readings.opening) as pilot:
        reader = the_reader(pilot)
        await pilot.press("]", "]", "]")
        rule("number 7,")
        reader.reread()
        await until(pilot, lambda: reader.quote == 1)
        assert "quote 2 of 9" in status(pilot)
        assert "number 11" in reader.quotes.quotes[1].text


async def test_what_was_changed_is_there_the_next_time(readings: Readings, state: Path) -> None:
    """Overrides are remembered with the article, and in force when it is opened again."""
    async with on_screen(shown(readings), opener=readings.opening, state=state) as pilot:
        reader = the_reader(pilot)
        assert reader.overrides == Overrides()
        words = reader.quotes.quotes[0].text
        reader.override(Overrides(speakers={words: "Billie Crake"}))
        await until(pilot, lambda: "Billie Crake" in text(pilot))
    async with on_screen(shown(readings), opener=readings.opening, state=state) as pilot:
        assert "Billie Crake" in text(pilot)
        assert the_reader(pilot).overrides.speakers == {words: "Billie Crake"}


async def test_a_change_is_undone_in_its_article_when_another_is_shown(readings: Readings, state: Path) -> None:
    """The article on the screen is left alone; the other one has lost the change when it is opened again."""

    def opener(source: str, page: Page | None = None, overrides: Overrides | None = None) -> Opening:
        return readings.opening(source, page, overrides) if page else Opening(source, lambda _: reading("Another."))

    async with on_screen(shown(readings), opener=opener, state=state) as pilot:
        reader = the_reader(pilot)
        words = reader.quotes.quotes[0].text
        reader.changed("speaker corrected", reader.override(Overrides(speakers={words: "Billie Crake"})))
        await until(pilot, lambda: "Billie Crake" in text(pilot))
        reader.open("another.txt")
        await until(pilot, lambda: "Another." in text(pilot))
        await pilot.press("u")
        assert "Undone: speaker corrected" in status(pilot)
        assert reader.overrides == Overrides()
    kept = State(state)
    assert kept.overrides(the_identity(readings)) == Overrides()
    kept.close()


def the_identity(readings: Readings) -> str:
    """What the page is remembered by."""
    outcome = shown(readings).outcome
    assert not isinstance(outcome, Failure | None)
    return outcome.reading.identity


async def test_opened_articles_are_remembered_with_what_opens_them_again(state: Path) -> None:
    """A file by its whole path, an address without a password; the sample and standard input not at all."""
    address = "https://me:secret@news.example/ferry?x"

    def opener(source: str) -> Opening:
        page = Page(source=source, data=source.encode())
        return Opening(source, lambda _: replace(reading(f"Text of {source}"), page=page))

    async with on_screen(opened(reading("Sample."), None), opener=opener, state=state) as pilot:
        for source in (address, "page.txt", "-"):
            the_reader(pilot).open(source)
            await until(pilot, partial(the_text_of, pilot, source))
    kept = State(state)
    sources = [each.source for each in kept.recent()]
    kept.close()
    assert sources == [f"{HERE}/page.txt", "https://news.example/ferry?x"]


def the_text_of(pilot: Pilot[int], source: str) -> bool:
    """Whether the screen shows it."""
    return f"Text of {source}" in text(pilot)


async def test_a_memory_that_cannot_be_had_is_one_line(tmp_path: Path) -> None:
    """The status line says so, and reading goes on."""
    (tmp_path / "file").write_text("")
    async with on_screen(reading("Some text."), state=tmp_path / "file" / "state.sqlite") as pilot:
        await until(pilot, lambda: "nothing is remembered" in status(pilot))
        assert "Some text." in text(pilot)


async def test_a_page_that_cannot_be_read_again_stays_as_it_is() -> None:
    """Whatever goes wrong is said, and the text is still there."""

    def refuse(_: object) -> Reading:
        raise Refused(Failure("unreadable", "the worker is gone"))

    async with on_screen(reading("Some text."), opener=lambda source, *_: Opening(source, refuse)) as pilot:
        the_reader(pilot).reread()
        await until(pilot, lambda: "could not be read again: the worker is gone" in status(pilot))
        assert "Some text." in text(pilot)


async def test_esc_stops_reading_again() -> None:
    """The text stays as it is shown, and the status line says what is the matter."""
    held = Held(reading("Another text."))
    async with on_screen(reading("Some text."), opener=lambda source, *_: held.opening(source)) as pilot:
        the_reader(pilot).reread()
        await pilot.press("escape")
        assert held.stopped.is_set()
        assert "Cancelled: the text is as it was" in status(pilot)
        held.end()
        await pilot.press("j")
        assert "Some text." in text(pilot)


async def test_how_much_is_removed_is_not_said_before_it_is_known() -> None:
    """While the page is being read again, the count of before is not shown any more."""
    held = Held(reading("Some text.", "More text."))
    before = reading("Some text.", removed("More text."))
    async with on_screen(before, opener=lambda source, *_: held.opening(source)) as pilot:
        assert "1 of 2 removed" in status(pilot)
        the_reader(pilot).reread()
        await pilot.press("j")
        assert "… of 2 removed" in status(pilot)
        held.end()
        await until(pilot, lambda: "removed" not in status(pilot))
