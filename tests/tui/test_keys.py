"""Keys: how they are written, which are in force, and what a user's `[keys]` may not say."""

from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from onscreen import long_reading, on_screen, resize, rows, status, text, the_reader, until
from textual.keys import _character_to_key

from newsread.commands import BY_NAME, COMMANDS
from newsread.config.load import load
from newsread.config.problems import Problem
from newsread.keymap import Keymap, clashes
from newsread.keys import NoSuchKey, keys, sign, written
from newsread.plugins import inventory


@given(st.characters(categories=["L", "N", "P", "S"]))
def test_a_character_is_the_key_that_the_terminal_sends_for_it(character: str) -> None:
    """Whatever can be typed can be a key, under the name that Textual calls it by."""
    assert keys(character) == _character_to_key(character)
    assert keys(written(keys(character))) == keys(character)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("space", "space"),
        (" ", "space"),
        ("PgDn", "pagedown"),
        ("Ctrl+D", "ctrl+d"),
        ("shift+ctrl+up", "ctrl+shift+up"),
        ("shift+j", "J"),
        ("alt+x", "alt+x"),
        ("alt+X", "alt+shift+x"),
        ("+", "plus"),
        ("ctrl+]", "ctrl+right_square_bracket"),
        ("gg", "g g"),
        ("g  ?", "g question_mark"),
        ("ctrl+x ctrl+s", "ctrl+x ctrl+s"),
        ("up", "up"),
        ("f5", "f5"),
    ],
)
def test_keys_are_written_as_people_write_them(text: str, name: str) -> None:
    """Names in any case, the character itself, a sequence with or without its space."""
    assert keys(text) == name
    assert keys(written(name)) == name


@pytest.mark.parametrize("text", ["", "pgdwn", "strg+d", "g g g", "ctrl+i", "ctrl+[", "ctrl+é", "shift+1", "\t", "f25"])
def test_what_no_terminal_sends_is_no_key(text: str) -> None:
    """A key that could never be pressed is refused, not waited for."""
    with pytest.raises(NoSuchKey):
        keys(text)


def test_keys_are_shown_by_their_signs() -> None:
    """Arrows as arrows, names with a capital, a sequence without its space."""
    shown = {"down": "↓", "space": "Space", "ctrl+d": "Ctrl+d", "shift+tab": "Shift+Tab", "g g": "gg", "slash": "/"}
    assert {name: sign(name) for name in shown} == shown


def test_the_declared_keys_mean_one_thing_each() -> None:
    """No key of the shipped commands clashes, each is one that can be written, and every command has one."""
    assert clashes({}) == []
    for command in COMMANDS:
        assert command.keys
        assert all(keys(written(key)) == key for key in command.keys)


def checked(tmp_path: Path, table: str) -> tuple[dict[str, tuple[str, ...]], tuple[Problem, ...]]:
    """The keys of a configuration whose `[keys]` hold `table`, and its problems."""
    path = tmp_path / "config.toml"
    path.write_text(f"[keys]\n{table}\n", "utf8")
    settings, problems = load(path, inventory(tmp_path / "filters"))
    return dict(settings.keys), problems


def test_a_command_gets_other_keys(tmp_path: Path) -> None:
    """Several, one, or none; what is as declared is no change."""
    table = 'down = ["%", "ctrl+n", "g j"]\nquit = "Q"\ncopy = []\nup = ["k", "up"]'
    assert checked(tmp_path, table) == ({"down": ("percent_sign", "ctrl+n", "g j"), "quit": ("Q",), "copy": ()}, ())


def test_keys_can_change_places(tmp_path: Path) -> None:
    """Only what is in force in the end must not clash."""
    assert checked(tmp_path, 'down = ["k"]\nup = ["j"]') == ({"down": ("k",), "up": ("j",)}, ())


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('dwon = ["j"]', "there is no such command. Did you mean down?"),
        ('down = ["spcae"]', "there is no key spcae. Did you mean space? It keeps j, down."),
        ('down = ["ctrl+i"]', "a terminal sends the same for ctrl+i and tab: write tab."),
        ("down = 5", 'expected a list of keys, such as ["j", "ctrl+n", "g g"].'),
        ('down = ["k"]', "the key k would also be a key of up. Give up other keys here, or none: up = []."),
        ('down = ["g"]', "the key g would also be a key of top."),
        ('down = ["j k"]\nreload = ["j"]', "the key j would also be a key of"),
    ],
)
def test_mistakes_are_named_and_the_declared_keys_stay(tmp_path: Path, table: str, told: str) -> None:
    """With their line and the way out; nothing of the command is changed then."""
    chosen, problems = checked(tmp_path, table)
    assert chosen == {}
    assert problems[0].line == 2
    assert told in problems[0].message


def test_two_commands_that_want_one_key_both_keep_their_own(tmp_path: Path) -> None:
    """Each is told of at its line, and a third that is sound stays."""
    chosen, problems = checked(tmp_path, 'down = ["%"]\nup = ["%"]\nquit = ["Q"]')
    assert chosen == {"quit": ("Q",)}
    assert [(problem.line, problem.key) for problem in problems] == [(2, "keys.down"), (3, "keys.up")]


any_key = st.sampled_from(["j", "k", "g", "g g", "g j", "q", "x", "x x", "ctrl+d", "space", "/", "?"])


@given(st.dictionaries(st.sampled_from([*BY_NAME]), st.lists(any_key, max_size=3), max_size=5))
def test_no_configuration_makes_a_key_mean_two_things(chosen: dict[str, list[str]]) -> None:
    """Whatever is configured, what is in force is without clash, and every key is some command's."""
    from newsread.config.keys import check_keys

    in_force, _ = check_keys(chosen)
    assert clashes(in_force) == []
    keymap = Keymap(in_force)
    for command in COMMANDS:
        assert all(keymap.command(key) == command.name for key in keymap.keys(command.name))


async def test_configured_keys_are_the_only_ones() -> None:
    """The new key carries the command out, the declared one does nothing, also one that Textual has ideas of."""
    changed = {"down": ("percent_sign",), "page_down": ("ctrl+q",), "palette": ("colon",)}
    async with on_screen(long_reading(), keys=changed) as pilot:
        await pilot.press("j", "down", "ctrl+p")
        assert the_reader(pilot).article.cursor == 0
        await pilot.press("percent_sign")
        assert the_reader(pilot).article.cursor == 1
        await pilot.press("ctrl+q")
        assert the_reader(pilot).article.cursor > 2
        assert pilot.app.screen is the_reader(pilot)


async def test_bar_help_and_welcome_show_the_keys_in_force() -> None:
    """Wherever a key is named, it is the one that works; a command without a key is not named."""
    changed = {"toggle_cuts": ("X",), "quit": ("g q",), "search": ()}
    async with on_screen(long_reading(), keys=changed) as pilot:
        bar = rows(pilot)[-1]
        assert "X removed" in bar
        assert "gq quit" in bar
        assert "search" not in bar
        await pilot.press("n")
        assert "choose “Search the text shown” from the palette" in status(pilot)
        await pilot.press("question_mark")
        for _ in range(9):
            if "Show or hide what was removed" not in text(pilot):
                await pilot.press("pagedown")
        row = next(row for row in rows(pilot) if "Show or hide what was removed" in row)
        assert "X" in row.partition("removed")[2].split()


async def test_a_sequence_of_ones_own_works_and_is_explained_while_it_is_awaited() -> None:
    """After a moment the status line says what can follow; the second key carries the command out."""
    async with on_screen(long_reading(), keys={"bottom": ("g e",)}) as pilot:
        await pilot.press("g")
        await until(pilot, lambda: status(pilot).startswith("g …  g To the beginning · e To the end"))
        await pilot.press("e")
        assert "100%" in status(pilot)
        assert "g …" not in status(pilot)


async def test_a_key_that_does_not_go_on_with_a_sequence_is_itself() -> None:
    """What was begun is forgotten; a second key alone does nothing."""
    async with on_screen(long_reading(), keys={"bottom": ("g e",)}) as pilot:
        await pilot.press("g", "j")
        assert the_reader(pilot).article.cursor == 1
        await pilot.press("e", "g", "escape", "e")
        assert the_reader(pilot).article.cursor == 1


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (80, 24)])
async def test_the_help_shows_its_list_in_every_window(size: tuple[int, int]) -> None:
    """In a small one, head and foot go rather than what is listed."""
    async with on_screen(long_reading(), size) as pilot:
        await pilot.press("question_mark")
        assert "Next pa" in next(row for row in rows(pilot) if "┃" in row)


async def test_the_key_to_interrupt_reaches_over_what_is_laid_over_the_reader() -> None:
    """Ctrl+C leaves from the help as well."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("question_mark", "ctrl+c")
    assert pilot.app.return_value == 130


async def test_a_narrow_key_bar_keeps_what_only_this_program_does() -> None:
    """At 80 columns every command of the bar but two that readers know by heart; at 60, still the way to all keys."""
    async with on_screen(long_reading(), size=(80, 24)) as pilot:
        assert rows(pilot)[-1].split("   ") == [
            " ] quote", "Tab quotes", "c removed", "x rule", "/ search", "O open", "? keys", "q quit"
        ]  # fmt: skip
        await resize(pilot, 60, 24)
        narrow = [" ] quote", "Tab quotes", "c removed", "x rule", "? keys", "q quit"]
        await until(pilot, lambda: rows(pilot)[-1].split("   ") == narrow)


def test_the_commands_of_a_group_stand_together() -> None:
    """So that help, palette and manual show every heading once."""
    groups = [command.group for command in COMMANDS]
    assert len(list(groupby(groups))) == len(set(groups))
