"""The configuration changed in an editor while the reader runs: in force at once, and never a broken one."""

import os
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, suppress
from itertools import count
from pathlib import Path
from queue import Empty, Queue

import pytest
from onscreen import on_screen, rows, status, text, the_reader, until
from terminal import Terminal
from textual.pilot import Pilot

from newsread.config.declaration import Settings
from newsread.config.load import load
from newsread.configuration import Changed, Configuration
from newsread.plugins import inventory
from newsread.readings import Readings
from newsread_filters.model import Page

LINES = [f"The harbour committee met again on Tuesday, and it agreed on nothing, in number {at}." for at in range(6)]
PAGE = Page(source="page.txt", data="\n\n".join(["The bridge", *LINES, "Tides: high at noon"]).encode())


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The user's configuration."""
    path = tmp_path / "config.toml"
    path.write_text("[reader]\nmeasure = 60\n")
    return path


@pytest.fixture
def readings(config: Path) -> Iterator[Readings]:
    """Reads in another process, with the configuration as it is at that moment, or as it is held.

    It waits while somebody holds the pipe `gate` open.
    """

    def gather(held: str | None = None) -> tuple[Settings, list[object]]:
        if (gate := config.with_name("gate")).exists():
            gate.read_bytes()
        settings, problems = load(config, inventory(config.parent / "filters"), text=held)
        return settings, list(problems)

    made = Readings(gather)
    yield made
    made.close()


def shown(readings: Readings, config: Path) -> AbstractAsyncContextManager[Pilot[int]]:
    """The page on the screen, the configuration watched closely."""
    opening = readings.opening("page.txt", PAGE).start()
    opening.wait()
    watched, before = Configuration(config, readings, every=0.02), readings.prepared()
    return on_screen(
        opening, opener=readings.opening, configuration=watched, measure=before.measure, problems=before.problems
    )


def write(path: Path, text: str) -> None:
    """Change the file as editors do: a new one takes its place."""
    new = path.with_suffix(".new")
    new.write_text(text)
    new.replace(path)


async def test_what_is_saved_in_any_editor_holds_at_once(readings: Readings, config: Path) -> None:
    """Rules, the measure, the theme and the keys; the status line says so."""
    async with shown(readings, config) as pilot:
        assert "Tides" in text(pilot)
        write(
            config,
            '[reader]\nmeasure = 40\ntheme = "nord"\n[keys]\ntoggle_cuts = ["!"]\n[[rules]]\nstarts_with = "Tides"\n',
        )
        await until(pilot, lambda: "Tides" not in text(pilot))
        assert "Your configuration was changed" in status(pilot)
        assert max(len(row.strip()) for row in rows(pilot) if "committee" in row) <= 40
        assert pilot.app.theme == "nord"
        await pilot.press("!")
        assert "Tides" in text(pilot)
        assert "! removed" in rows(pilot)[-1]


async def test_a_broken_edit_keeps_the_settings_before_and_says_where_and_why(readings: Readings, config: Path) -> None:
    """Also for what is opened meanwhile; mended, the new ones hold."""
    write(config, '[[rules]]\nstarts_with = "Tides"\n')
    async with shown(readings, config) as pilot:
        reader = the_reader(pilot)
        await until(pilot, lambda: "Tides" not in text(pilot))
        write(config, '[[rules]]\nstarts_with = "Tides"\n[reader]\nmeasure = wide\n')
        await until(pilot, lambda: "config.toml:4: " in status(pilot))
        assert "Settings kept" in status(pilot)
        again = readings.opening("page.txt", PAGE).start()
        again.wait()
        assert reader.index is not None
        assert again.outcome.touched == reader.index.touched  # type: ignore[union-attr]
        await pilot.press("x", "enter")
        assert "Nothing changed: config.toml:4: " in status(pilot)
        write(config, "[reader]\nmeasure = 50\n")
        await until(pilot, lambda: "Tides" in text(pilot))


async def test_a_reason_that_is_longer_than_the_line_goes_on_below(readings: Readings, config: Path) -> None:
    """The keys of the bar give their row to the end of it, until the next key."""
    async with shown(readings, config) as pilot:
        await pilot.resize_terminal(80, 24)
        write(config, '[[rules]]\npattern = "(Tides"\n')
        await until(pilot, lambda: "Settings kept: config.toml:2: " in rows(pilot)[-2])
        await until(pilot, lambda: "missing )" in " ".join(rows(pilot)[-2:]))
        assert "…" not in "".join(rows(pilot)[-2:])
        await pilot.press("j")
        assert "? keys" in rows(pilot)[-1]


async def test_a_rule_that_takes_too_much_does_not_hold_here_and_says_so(readings: Readings, config: Path) -> None:
    """Nobody who has just written it looks above the headline for the notice."""
    async with shown(readings, config) as pilot:
        write(config, '[[rules]]\ncontains = " "\n')
        await until(pilot, lambda: "more than half, so it is not applied here" in status(pilot))


async def test_a_wrong_value_holds_the_whole_edit_up(readings: Readings, config: Path) -> None:
    """It is said with its line and what is expected, and no other setting of that edit holds yet."""
    async with shown(readings, config) as pilot:
        write(config, '[reader]\nmeasure = "wide"\n[[rules]]\nstarts_with = "Tides"\n')
        await until(pilot, lambda: "config.toml:2: reader.measure" in status(pilot))
        assert "Tides" in text(pilot)


async def test_a_problem_that_was_there_before_stops_no_later_edit(readings: Readings, config: Path) -> None:
    """Only what an edit breaks counts against it, whatever lines the old problems move to."""
    write(config, "[reader]\nmeasures = 60\n")
    async with shown(readings, config) as pilot:
        write(config, '[[rules]]\nstarts_with = "Tides"\n[reader]\nmeasures = 60\n')
        await until(pilot, lambda: "Tides" not in text(pilot))


def test_an_edit_between_loading_and_watching_is_noticed(readings: Readings, config: Path) -> None:
    """What the program was started with is what counts as known, not what the file holds when its watch begins."""
    told = Queue[Changed]()
    configuration = Configuration(config, readings, every=0.02)
    before = readings.prepare()
    write(config, "[reader]\nmeasure = 50\n")
    configuration.watch(before, told.put)
    changed = told.get(timeout=60)
    assert (before.measure, changed.prepared.measure, changed.ours) == (60, 50, False)
    configuration.end()


def test_what_the_reader_writes_is_its_own_however_late_it_is_seen(readings: Readings, config: Path) -> None:
    """Also when it is taken back before the first change has been looked at; the same text from others is theirs."""
    gate, told = config.with_name("gate"), Queue[Changed]()
    configuration = Configuration(config, readings, every=0.02)
    configuration.watch(readings.prepare(), told.put)
    for measure in count(41):  # until it is being watched
        before = f"[reader]\nmeasure = {measure}\n"
        write(config, before)
        with suppress(Empty):
            if told.get(timeout=0.2).prepared.measure == measure:
                break
    os.mkfifo(gate)

    def write_own(what: str) -> None:
        write(config, what)
        configuration.wrote(what)

    write_own("[reader]\nmeasure = 90\n")
    with gate.open("w"):  # open once the change is being looked at
        gate.unlink()
        write_own(before)
    assert [told.get(timeout=10).ours for _ in range(2)] == [True, True]
    write(config, "[reader]\nmeasure = 90\n")
    assert not told.get(timeout=10).ours
    configuration.end()


@pytest.mark.parametrize("there", [None, ""])
def test_e_opens_the_file_in_the_users_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str | None
) -> None:
    """The terminal is the editor's meanwhile; a first copy is made when there is no file, or nothing in it."""
    (tmp_path / "page.txt").write_bytes(PAGE.data)
    editor = tmp_path / "editor"
    editor.write_text(
        '#!/bin/sh\necho "EDITING $2"\nprintf \'[[rules]]\\nstarts_with = "Tides"\\n\' >> "$2"\nread line\n'
    )
    editor.chmod(0o755)
    config = tmp_path / "mine" / "config.toml"
    if there is not None:
        config.parent.mkdir()
        config.write_text(there)
    monkeypatch.setenv("VISUAL", f"{editor} --wait")
    monkeypatch.setenv("NEWSREAD_CONFIG", str(config))
    terminal = Terminal("page.txt", cwd=tmp_path)
    try:
        terminal.wait_for("Tides")
        terminal.press("e")
        terminal.wait_for("EDITING")
        terminal.press("\n")
        terminal.wait_for("Your configuration was changed")
        assert "Tides" not in terminal.text
        assert config.read_text().startswith("# newsread's configuration")
        terminal.press("q")
        assert terminal.end() == 0
    finally:
        terminal.close()
