"""Pointing at a line: what is offered, what is shown of it in place, what is written, and how it is taken back."""

import re
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, closing
from pathlib import Path

import pytest
from onscreen import configured, on_screen, rows, status, text, the_reader, until
from textual.pilot import Pilot

from newsread.configuration import Configuration
from newsread.opening import Opening
from newsread.readings import Readings
from newsread_filters.model import Page

FILLER = "<p>The harbour committee met again on Tuesday, and agreed on nothing but the date of number {}.</p>"
LINES = [FILLER.format(number) for number in range(12)]
LINES[2:2] = ["<p>TIDES TODAY: high at 11.42</p>"]
LINES[6:6] = ["<p>TIDES TODAY: low at 17.55</p>", "<p>Advertisement</p>", "<p>Advertisement</p>"]
OWN = """\
# what I like
[reader]
measure = 66  # narrow

# the captions here are good
[filters.captions]
enabled = false
"""


def spoil(path: Path) -> None:
    """Make of the file what is no text."""
    path.write_bytes(b"\xff\xfe")


def page(address: str, *lines: str) -> Page:
    """An article at `address`."""
    html = f"<html><title>The bridge</title><article><h1>The bridge</h1>{''.join(lines)}</article></html>"
    return Page(source=address, url=address, data=html.encode(), content_type="text/html")


PAGE = page("https://www.gannet.example/bridge", *LINES)
OTHER = page("https://gannet.example/tide", *LINES[:5], FILLER.format(77))


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The user's configuration, with comments in it."""
    path = tmp_path / "config.toml"
    path.write_text(OWN)
    return path


@pytest.fixture
def readings(config: Path, tmp_path: Path) -> Iterator[Readings]:
    """Reads with the configuration as it is at that moment, and with what is remembered."""
    with closing(configured(config, tmp_path / "state.sqlite")) as made:
        yield made


def opened(readings: Readings, what: Page = PAGE) -> Opening:
    """The page, read."""
    opening = readings.opening(what.source, what).start()
    opening.wait()
    return opening


def shown(
    readings: Readings, config: Path, what: Page = PAGE, size: tuple[int, int] = (120, 40)
) -> AbstractAsyncContextManager[Pilot[int]]:
    """The page on the screen."""
    return on_screen(opened(readings, what), size, readings.opening, configuration=Configuration(config, readings))


def read(path: Path) -> str:
    """What the file holds now."""
    return path.read_text()


def write(path: Path, text: str) -> None:
    """Change the file, as somebody's editor does."""
    path.write_text(text)


def signed(pilot: Pilot[int], sign: str) -> list[str]:
    """The first rows of the lines that carry `sign` in the gutter."""
    found = (re.match(rf"\s*{re.escape(sign)} [┃ ] (.{{70}})", row) for row in rows(pilot))
    return [re.split("  +", match[1].strip())[0] for match in found if match]


async def at(pilot: Pilot[int], start: str) -> None:
    """Put the cursor on the line that starts with `start`."""
    await pilot.press("g", "g")
    article = the_reader(pilot).article
    while not article.block_text.startswith(start):
        before = article.cursor
        await pilot.press("j")
        assert article.cursor != before, f"no line {start}:\n{text(pilot)}"


async def choose(pilot: Pilot[int], section: str, title: str) -> None:
    """Open the panel and put its cursor on a remedy."""
    await pilot.press("x")
    panel = the_reader(pilot)._remedies
    assert panel is not None
    for _ in panel.pointed.remedies:
        if (panel.remedy.section, panel.remedy.title) == (section, title):
            return
        await pilot.press("j")
    raise AssertionError(f"not offered: {section}: {title}; there are {panel.pointed.remedies}")


def gone(pilot: Pilot[int]) -> list[int]:
    """The numbers of the removed lines."""
    index = the_reader(pilot).index
    assert index is not None
    return [number for number, block in enumerate(index.blocks) if block.removed]


async def test_a_kept_line_suggests_rules_from_narrow_to_broad(readings: Readings, config: Path) -> None:
    """This site before every site, the end of the article last, and what each would take in this article."""
    async with shown(readings, config) as pilot:
        await at(pilot, "TIDES")
        await pilot.press("x")
        panel = "\n".join(row[82:] for row in rows(pilot))
        here, everywhere, end = map(
            panel.index, ("Remove on gannet.example", "Remove everywhere", "The article ends on")
        )
        assert here < everywhere < end
        assert re.search(r"this exact line +1 line\n", panel)
        assert re.search(r"TIDES\s+TODAY:” +2 lines\n", panel)
        assert "Enter does it   Esc changes nothing   ? keys" in rows(pilot)[-1]


async def test_what_a_rule_would_take_is_struck_out_in_place(readings: Readings, config: Path) -> None:
    """The lines under the remedy at the cursor carry a sign, those of the last one no more; Esc leaves nothing."""
    async with shown(readings, config) as pilot:
        await at(pilot, "TIDES")
        await pilot.press("x")
        assert signed(pilot, "×") == ["TIDES TODAY: high at 11.42"]
        await pilot.press("j")
        assert signed(pilot, "×") == ["TIDES TODAY: high at 11.42", "TIDES TODAY: low at 17.55"]
        await pilot.press("escape")
        assert signed(pilot, "×") == []
        assert read(config) == OWN
        assert the_reader(pilot).panel is None


async def test_enter_writes_the_rule_and_it_holds_at_once(readings: Readings, config: Path) -> None:
    """The file keeps its comments and order; the rule carries the date and the line; u restores file and screen."""
    async with shown(readings, config) as pilot:
        await at(pilot, "TIDES")
        before = gone(pilot)
        await choose(pilot, "Remove on gannet.example", "lines that start with “TIDES TODAY:”")
        await pilot.press("enter")
        await until(pilot, lambda: "Removed 2 lines" in status(pilot))
        assert "TIDES" not in text(pilot)
        written = read(config)
        assert written.startswith(OWN)
        added = written.removeprefix(OWN)
        assert re.search(r"# \d{4}-\d\d-\d\d, from the line “TIDES TODAY: high at 11.42”\n", added)
        assert 'starts_with = "TIDES TODAY:"' in added
        assert 'sites = ["gannet.example"]' in added
        await pilot.press("u")
        await until(pilot, lambda: gone(pilot) == before)
        assert read(config) == OWN
        assert "high at 11.42" in text(pilot)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "high at 11.42" not in text(pilot))
        assert read(config) == written


async def test_a_rule_that_takes_too_much_is_refused_with_the_count(readings: Readings, config: Path) -> None:
    """It cannot be chosen, and nothing is written."""
    async with shown(readings, config) as pilot:
        await at(pilot, "The harbour")
        await choose(pilot, "Remove on gannet.example", "lines that start with “The harbour committee …”")
        assert "too much: it would take" in text(pilot)
        assert not signed(pilot, "×")
        await pilot.press("enter")
        assert re.search(r"Not done: too much: it would take \d+ of \d+ words here", status(pilot))
        assert read(config) == OWN
        assert the_reader(pilot).panel is not None


async def test_the_article_can_be_made_to_end_at_a_line(readings: Readings, config: Path) -> None:
    """Everything behind the line would go, and goes."""
    async with shown(readings, config) as pilot:
        await at(pilot, "The harbour committee met again on Tuesday, and agreed on nothing but the date of number 9")
        number, last = the_reader(pilot).article.cursor, len(LINES) - 1
        await choose(pilot, "The article ends on gannet.example", "at this exact line")
        await pilot.press("enter")
        await until(pilot, lambda: last in gone(pilot))
        assert set(gone(pilot)) >= set(range(number, last + 1))
        assert 'action = "end"' in read(config)


async def removed_line(pilot: Pilot[int]) -> None:
    """Put the cursor on the first removed advertisement, cuts shown."""
    await pilot.press("c")
    await at(pilot, "Advertisement")


async def test_a_removed_line_says_who_removed_it_and_can_be_put_back(readings: Readings, config: Path) -> None:
    """Only in this article: the filter and the configuration stay as they are; u takes it away again."""
    async with shown(readings, config) as pilot:
        before = gone(pilot)
        await removed_line(pilot)
        await choose(pilot, "Put back", "this line, here")
        assert "advertisements: " in text(pilot)
        assert signed(pilot, "+") == ["Advertisement"] * 2
        await pilot.press("enter")
        await until(pilot, lambda: gone(pilot) != before)
        assert "Line put back: “Advertisement”; u takes that back" in status(pilot)
        assert read(config) == OWN
        await pilot.press("u")
        await until(pilot, lambda: gone(pilot) == before)


async def test_what_was_put_back_can_be_left_to_the_filters_again(readings: Readings, config: Path) -> None:
    """The line offers it first."""
    async with shown(readings, config) as pilot:
        before = gone(pilot)
        await removed_line(pilot)
        await pilot.press("x", "enter")
        await until(pilot, lambda: gone(pilot) != before)
        await choose(pilot, "Put back by you", "leave it to the filters")
        await pilot.press("enter")
        await until(pilot, lambda: gone(pilot) == before)


async def test_lines_like_a_removed_one_can_be_kept_on_this_site(readings: Readings, config: Path) -> None:
    """A keep rule is written for this site."""
    async with shown(readings, config) as pilot:
        await removed_line(pilot)
        await choose(pilot, "Never remove on gannet.example", "this exact line")
        await pilot.press("enter")
        await until(pilot, lambda: "2 lines back" in status(pilot))
        added = read(config).removeprefix(OWN)
        assert 'equals = "Advertisement"' in added
        assert 'action = "keep"' in added
        assert 'sites = ["gannet.example"]' in added


@pytest.mark.parametrize(
    ("title", "header"),
    [
        ("off on gannet.example", '[sites."gannet.example".filters.advertisements]'),
        ("off everywhere", "[filters.advertisements]"),
    ],
)
async def test_the_filter_can_be_turned_off(readings: Readings, config: Path, title: str, header: str) -> None:
    """On this site or everywhere; what it removed is back at once, and u turns it on again."""
    async with shown(readings, config) as pilot:
        before = gone(pilot)
        await removed_line(pilot)
        await choose(pilot, "The filter advertisements", title)
        await pilot.press("enter")
        await until(pilot, lambda: len(gone(pilot)) == len(before) - 2)
        assert f"{header}\nenabled = false\n" in read(config)
        assert f"Turned advertisements {title}" in status(pilot)
        await pilot.press("u")
        await until(pilot, lambda: gone(pilot) == before)
        assert read(config) == OWN


async def test_a_line_that_a_rule_removed_offers_to_take_the_rule_out(readings: Readings, config: Path) -> None:
    """Your own rule is no filter to turn off: it leaves the file, with its comment, and nothing else does."""
    write(config, OWN + '\n[[rules]]\n# noise\nstarts_with = "TIDES"\n')
    async with shown(readings, config) as pilot:
        await pilot.press("c")
        await at(pilot, "TIDES")
        await choose(pilot, "Your own rule", "take rule 1 out")
        assert "The filter" not in "\n".join(row[82:] for row in rows(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: the_reader(pilot).article.cursor not in gone(pilot))
        assert read(config).rstrip() == OWN.rstrip()


async def test_what_a_rule_would_do_elsewhere_is_counted_too(readings: Readings, config: Path) -> None:
    """In the articles opened before, as far as the rule holds there."""
    async with shown(readings, config, OTHER) as pilot:
        reader = the_reader(pilot)
        outcome = opened(readings).outcome
        reader.source = PAGE.source
        reader._end(outcome)  # type: ignore[arg-type]
        await pilot.pause()
        await at(pilot, "TIDES")
        await pilot.press("x")
        await until(pilot, lambda: "2 lines, 1 in 1 other" in text(pilot))


async def test_another_command_closes_the_panel_and_is_carried_out(readings: Readings, config: Path) -> None:
    """Nothing has to be left first; x again closes it too."""
    async with shown(readings, config) as pilot:
        reader = the_reader(pilot)
        await at(pilot, "TIDES")
        await pilot.press("x", "x")
        assert reader.panel is None
        await pilot.press("x", "c")
        assert reader.panel is None
        assert reader.article.cuts


async def test_a_rule_that_was_edited_meanwhile_is_not_taken_back(readings: Readings, config: Path) -> None:
    """Undo would lose what somebody made of it: it says so, and the file stays."""
    async with shown(readings, config) as pilot:
        await at(pilot, "TIDES")
        await pilot.press("x", "enter")
        await until(pilot, lambda: "Removed 1 line" in status(pilot))
        edited = read(config).replace('equals = "TIDES TODAY: high', 'starts_with = "TIDES TODAY: high')
        write(config, edited)
        await until(pilot, lambda: "Your configuration was changed" in status(pilot))
        await pilot.press("u")
        assert "config.toml was edited in that place" in status(pilot)
        assert read(config) == edited


async def test_a_rule_is_taken_back_when_the_file_is_mended(readings: Readings, config: Path) -> None:
    """While it is broken, undo says so and loses nothing; what was written elsewhere meanwhile stays."""
    opening, seen_late = opened(readings), Configuration(config, readings, every=3600)
    async with on_screen(opening, opener=readings.opening, configuration=seen_late) as pilot:
        await at(pilot, "TIDES")
        await pilot.press("x", "enter")
        await until(pilot, lambda: "Removed 1 line" in status(pilot))
        good = read(config)
        write(config, f"[keys\n{good}")
        await pilot.press("u")
        assert "Nothing changed: config.toml: " in status(pilot)
        write(config, f"# mended\n{good}")
        await pilot.press("u")
        await until(pilot, lambda: "TIDES TODAY: high" in text(pilot))
        assert "Undone" in status(pilot)
        assert read(config) == f"# mended\n{OWN}"


@pytest.mark.parametrize(
    ("keys", "section", "title", "told"),
    [
        (
            "ggj",
            "Remove on gannet.example",
            "this exact line",
            "rule for “TIDES TODAY: high at 11.42” on gannet.example",
        ),
        (
            "ggj",
            "Remove everywhere",
            "lines that start with “TIDES TODAY:”",
            "rule for lines that start with “TIDES TODAY:”  ",
        ),
        (
            "Gk",
            "The article ends on gannet.example",
            "at this exact line",
            "rule for the end at “The harbour committee met aga…” on gannet.example",
        ),
    ],
)
async def test_undo_says_which_rule_it_took_back(
    readings: Readings, config: Path, keys: str, section: str, title: str, told: str
) -> None:
    """By what it does, to which lines, and where: the article that it was made in may be another one."""
    async with shown(readings, config) as pilot:
        await pilot.press(*keys)
        await choose(pilot, section, title)
        await pilot.press("enter")
        await until(pilot, lambda: "takes that back" in status(pilot))
        await pilot.press("u")
        assert f"Undone: {told}" in status(pilot)


async def test_a_quotes_line_can_be_pointed_at_from_the_quotes(readings: Readings, config: Path) -> None:
    """The line is the one that the quote under the cursor stands in, wherever the text was left."""
    said = "<p>“There is no bridge {0},” said Dorothea Pell, the leader of the council number {0}.</p>"
    what = page(
        "https://www.gannet.example/pell", *LINES[:2], said.format(1), *LINES[7:10], said.format(2), *LINES[10:]
    )
    async with shown(readings, config, what) as pilot:
        reader = the_reader(pilot)
        await pilot.press("tab", "j", "x")
        assert reader.panel is not None
        assert "There is no bridge 2" in reader.panel.pointed.line  # type: ignore[attr-defined]


@pytest.mark.parametrize("seen", [False, True])
async def test_a_file_that_is_broken_is_left_alone(readings: Readings, config: Path, seen: bool) -> None:
    """A rule is not added to what cannot be read: where and why is said, whether the change is noticed yet or not."""
    opening, watched = opened(readings), Configuration(config, readings, every=0.02 if seen else 3600)
    async with on_screen(opening, opener=readings.opening, configuration=watched) as pilot:
        await at(pilot, "TIDES")
        write(config, "[reader\n")
        await until(pilot, lambda: bool(watched.broken) or not seen)
        await pilot.press("x", "enter")
        assert ("Nothing changed: config.toml:1: " if seen else "line 1") in status(pilot)
        assert read(config) == "[reader\n"


async def test_a_file_that_is_no_text_is_left_alone(readings: Readings, config: Path) -> None:
    """What is wrong is said in words, and where to mend it."""
    opening, unwatched = opened(readings), Configuration(config, readings, every=3600)
    async with on_screen(opening, opener=readings.opening, configuration=unwatched) as pilot:
        spoil(config)
        await pilot.press("x", "enter")
        await until(pilot, lambda: "Nothing changed: config.toml is no text in UTF-8; e opens it" in status(pilot))


async def test_in_a_narrow_window_the_panel_stands_below_the_text(readings: Readings, config: Path) -> None:
    """The line stays in sight above it."""
    async with shown(readings, config, size=(80, 24)) as pilot:
        await at(pilot, "TIDES")
        await pilot.press("x")
        await pilot.pause()
        there = rows(pilot)
        line = next(number for number, row in enumerate(there) if "× ┃" in row)
        head = next(number for number, row in enumerate(there) if "THIS LINE" in row)
        assert line < head


async def test_what_is_chosen_before_it_was_counted_is_done_when_it_is(readings: Readings, config: Path) -> None:
    """In a long article Enter never waits, and never does what would be refused."""
    lines = [FILLER.format(f"{number} and {number + 1}") for number in range(900)]
    long = page("https://gannet.example/long", *lines, "<p>TIDES TODAY: high at 11.42</p>")
    async with shown(readings, config, long) as pilot:
        await pilot.press("G")
        assert the_reader(pilot).article.block_text.startswith("TIDES")
        await pilot.press("x", "enter")
        await until(pilot, lambda: "Removed 1 line;" in status(pilot))
        assert 'equals = "TIDES TODAY: high at 11.42"' in read(config)


async def test_a_click_on_another_line_points_at_it(readings: Readings, config: Path) -> None:
    """The panel shows what can be done about that one; a second click on a remedy does it."""
    async with shown(readings, config) as pilot:
        await at(pilot, "TIDES")
        await pilot.press("x")
        row = next(number for number, text in enumerate(rows(pilot)) if "number 0" in text)
        await pilot.click(offset=(20, row))
        await pilot.pause()
        assert "“The harbour committee met" in text(pilot)
        row = next(number for number, text in enumerate(rows(pilot)) if "this exact line" in text[82:])
        await pilot.click(offset=(90, row))
        await pilot.pause()
        await until(pilot, lambda: "Removed 1 line;" in status(pilot))
