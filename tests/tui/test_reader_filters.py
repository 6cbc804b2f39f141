"""The panel of the filters: what it shows, what is changed in it, where that is written, and how it is taken back."""

import re
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from onscreen import configured, on_screen, rows, status, text, the_reader, until
from textual.events import Key
from textual.pilot import Pilot

from newsread.configuration import Configuration
from newsread.filternotes import OptionNote
from newsread.optionvalues import WrongValue, parsed
from newsread.readings import Readings
from newsread.widgets.filters import FiltersPane
from newsread_filters.model import Page

FILLER = "<p>The harbour committee met again on Tuesday, and agreed on nothing but the date of number {}.</p>"
LINES = [FILLER.format(number) for number in range(8)]
LINES[4:4] = ["<p>Advertisement</p>", "<p>Advertisement</p>"]
ADDRESS = "https://www.gannet.example/bridge"
HTML = f"<html><title>The bridge</title><article>{''.join(LINES)}</article></html>"
PAGE = Page(source=ADDRESS, url=ADDRESS, data=HTML.encode(), content_type="text/html")
OWN = "# mine\n[reader]\nmeasure = 66  # narrow\n"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The user's configuration."""
    path = tmp_path / "config.toml"
    path.write_text(OWN)
    return path


@pytest.fixture
def readings(config: Path) -> Iterator[Readings]:
    """Reads with the configuration as it is at that moment."""
    with closing(configured(config)) as made:
        yield made


def shown(
    readings: Readings, config: Path, page: Page = PAGE, size: tuple[int, int] = (120, 50)
) -> AbstractAsyncContextManager[Pilot[int]]:
    """The page on the screen."""
    opening = readings.opening(page.source, page).start()
    opening.wait()
    return on_screen(opening, size, readings.opening, configuration=Configuration(config, readings))


def read(path: Path) -> str:
    """What the file holds now."""
    return path.read_text()


def write(path: Path, text: str) -> None:
    """Change the file."""
    path.write_text(text)


async def filters(pilot: Pilot[int]) -> FiltersPane:
    """The panel, open and filled."""
    await pilot.press("F")
    panel = the_reader(pilot).panel
    assert isinstance(panel, FiltersPane)
    await until(pilot, lambda: panel.count > 0)
    return panel


async def go_to(pilot: Pilot[int], panel: FiltersPane, name: str, option: str | None = None) -> None:
    """Put the panel's cursor on a filter, or on an option of the unfolded one."""
    await pilot.press("g", "g")
    for _ in range(panel.count):
        item = panel.item
        if item and item.filter.name == name and not item.told and (item.option and item.option.name) == option:
            return
        await pilot.press("j")
    raise AssertionError(f"no {name} {option} in:\n{text(pilot)}")


def row(pilot: Pilot[int], name: str) -> str:
    """What stands at the right end of a row of the panel."""
    found = (re.search(rf" {name} +(\S.*)$", each) for each in rows(pilot))
    return next((match[1] for match in found if match), "")


def advertisements(pilot: Pilot[int]) -> int:
    """How many of the page's two advertisements are removed."""
    index = the_reader(pilot).index
    assert index is not None
    return sum(block.removed for block in index.blocks if block.source_text == "Advertisement")


async def test_every_filter_is_listed_with_what_it_removed_here(readings: Readings, config: Path) -> None:
    """In the order they run, each with its count in this article."""
    async with shown(readings, config) as pilot:
        await filters(pilot)
        assert row(pilot, "advertisements") == "2 lines"
        assert row(pilot, "share_buttons") == "on"
        assert "FILTERS" in text(pilot)
        assert "on gannet.example" in text(pilot)


async def test_a_count_keeps_its_distance_in_a_narrow_window(readings: Readings, config: Path) -> None:
    """A name that has no room beside it is cut short."""
    async with shown(readings, config, size=(20, 24)) as pilot:
        await filters(pilot)
        assert any(line.endswith(" adver…  2 lines") for line in rows(pilot))


async def test_enter_turns_a_filter_off_on_this_site_and_u_on_again(readings: Readings, config: Path) -> None:
    """Written at once, for this site, which is told; the text changes beside the panel, which stays open."""
    async with shown(readings, config) as pilot:
        panel = await filters(pilot)
        await go_to(pilot, panel, "advertisements")
        await pilot.press("enter")
        assert row(pilot, "advertisements") == "off here"
        await until(pilot, lambda: advertisements(pilot) == 0)
        assert "advertisements off on gannet.example" in status(pilot)
        assert read(config) == OWN + '\n[sites."gannet.example".filters.advertisements]\nenabled = false\n'
        await pilot.press("u")
        await until(pilot, lambda: row(pilot, "advertisements") == "2 lines")
        assert read(config) == OWN
        assert the_reader(pilot).panel is panel


async def test_tab_changes_to_everywhere(readings: Readings, config: Path) -> None:
    """What is changed then is written for every site."""
    async with shown(readings, config) as pilot:
        panel = await filters(pilot)
        await go_to(pilot, panel, "advertisements")
        await pilot.press("tab", "enter")
        await until(pilot, lambda: advertisements(pilot) == 0)
        assert "everywhere" in text(pilot)
        assert read(config) == OWN + "\n[filters.advertisements]\nenabled = false\n"


async def test_a_filter_unfolds_its_options_documentation_and_examples(readings: Readings, config: Path) -> None:
    """The examples are run: what goes carries a sign; folding puts all of it away."""
    async with shown(readings, config) as pilot:
        panel = await filters(pilot)
        await go_to(pilot, panel, "captions")
        before = panel.count
        await pilot.press("l")
        assert row(pilot, "longest") == "60"
        assert "Words that a caption outside" in text(pilot)
        assert "Captions of pictures" in text(pilot)
        await pilot.press("G")
        assert any(re.search(r" × ", each) for each in rows(pilot))
        await pilot.press("h")
        assert panel.count == before
        assert "longest" not in text(pilot)


async def test_an_option_is_changed_in_place(readings: Readings, config: Path) -> None:
    """Typed, checked, written and in force; what is no value of it is refused with what would be one."""
    async with shown(readings, config) as pilot:
        panel = await filters(pilot)
        await go_to(pilot, panel, "captions")
        await pilot.press("l")
        await go_to(pilot, panel, "captions", "longest")
        await pilot.press("enter", *"4000", "enter")
        assert "longest stays: it takes a whole number from 5 to 200, not “4000”" in status(pilot)
        assert read(config) == OWN
        await pilot.press("enter", *"40", "enter")
        await until(pilot, lambda: "captions longest = 40" in status(pilot))
        assert row(pilot, "longest") == "40 here, else 60"
        assert '[sites."gannet.example".filters.captions]\nlongest = 40\n' in read(config)


async def test_without_a_site_everything_is_for_everywhere(readings: Readings, config: Path) -> None:
    """A plain text has no host."""
    page = Page(source="page.txt", data=b"The bridge\n\nThe ferry stays.\n")
    async with shown(readings, config, page) as pilot:
        panel = await filters(pilot)
        assert "everywhere" in text(pilot)
        await pilot.press("tab")
        assert not panel.here


async def test_f_esc_and_other_commands_close_the_panel(readings: Readings, config: Path) -> None:
    """Nothing was changed then, and the text has the keys again."""
    async with shown(readings, config, size=(80, 24)) as pilot:
        reader = the_reader(pilot)
        for key in ("F", "escape", "c"):
            await filters(pilot)
            assert "advertisements" in text(pilot)
            await pilot.press(key)
            assert reader.panel is None
            assert reader.focused is reader.article
        assert read(config) == OWN


async def test_the_site_table_that_is_there_already_is_the_one_that_is_changed(
    readings: Readings, config: Path
) -> None:
    """A more exact table beside it would take its other settings out of force."""
    write(config, OWN + "[sites.example.filters.captions]\nenabled = false\n")
    async with shown(readings, config) as pilot:
        panel = await filters(pilot)
        assert row(pilot, "captions") == "off here"
        await go_to(pilot, panel, "advertisements")
        await pilot.press("enter")
        await until(pilot, lambda: advertisements(pilot) == 0)
        assert "[sites.example.filters.advertisements]\nenabled = false\n" in read(config)


@given(st.text(), st.sampled_from(["int", "float"]))
def test_what_is_typed_is_a_value_within_the_bounds_or_refused(typed: str, kind: str) -> None:
    """Whatever is typed: never a value that the configuration would refuse."""
    option = OptionNote(name="longest", about="", kind=kind, here=60, everywhere=60, least=5, most=200)
    try:
        value = parsed(option, typed)
    except WrongValue:
        return
    assert isinstance(value, int | float)
    assert 5 <= value <= 200


async def test_keys_that_come_before_the_filters_are_there_are_for_them(readings: Readings, config: Path) -> None:
    """What is pressed right behind the key that opens the panel moves in the list once that is known."""
    async with shown(readings, config) as pilot:
        for key in ("F", "j", "enter"):
            pilot.app.post_message(Key(key, None))
        await until(pilot, lambda: "captions off" in status(pilot))
