"""Changes to the user's configuration, and files written whole."""

import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread import atomic
from newsread.config import edit
from newsread.config.load import load
from newsread.plugins import inventory
from newsread_filters.rules import Rule

MINE = """\
# my own settings
[reader]
measure = 66   # narrower

[filters.captions]   # I like captions
enabled = false

# the shop
[[rules]]
equals = "Our shop"
"""
RULE = Rule(starts_with="READ MORE:", sites=("gannet.example",), name="pointers")


def test_a_rule_is_added_and_everything_else_stays(tmp_path: Path) -> None:
    """Comments, order and spacing of the file are as they were, and the new rule comes last, with its comment."""
    path = tmp_path / "config.toml"
    path.write_text(MINE, "utf8")
    edit.apply(path, edit.add_rule(RULE, "2026-11-24: READ MORE: Ten quiet harbours"))
    text = path.read_text("utf8")
    assert text.startswith(MINE.rstrip())
    assert "# 2026-11-24: READ MORE: Ten quiet harbours" in text
    settings, problems = load(path, inventory(tmp_path))
    assert not problems
    assert settings.rules == (Rule(equals="Our shop", name="rule 1"), RULE)


def test_the_first_change_makes_the_file(tmp_path: Path) -> None:
    """Without a file, and without its folder, the change writes one."""
    path = tmp_path / "new" / "config.toml"
    edit.apply(path, edit.add_rule(RULE, "the first"))
    assert load(path, inventory(tmp_path))[0].rules == (RULE,)


@pytest.mark.parametrize("site", [None, "gannet.example"])
@pytest.mark.parametrize("before", ["", MINE])
def test_an_option_is_set_everywhere_or_on_one_site(tmp_path: Path, site: str | None, before: str) -> None:
    """The option is set where it was asked for; all that was there stays in force."""
    path = tmp_path / "config.toml"
    path.write_text(before, "utf8")
    edit.apply(path, edit.set_option("read_more", "enabled", value=False, site=site))
    edit.apply(path, edit.set_option("read_more", "longest", value=9, site=site))
    settings, problems = load(path, inventory(tmp_path))
    assert not problems
    changed = (settings.sites[site] if site else settings.filters)["read_more"]
    assert not changed.enabled
    assert getattr(changed, "longest") == 9  # noqa: B009 - an option of this filter only
    assert settings.filters["read_more"].enabled is bool(site)
    assert tomllib.loads(path.read_text("utf8")).get("reader") == tomllib.loads(before).get("reader")


def test_undo_writes_the_text_before_back_unless_somebody_edited(tmp_path: Path) -> None:
    """Undoing and redoing go back and forth; an edit in between is not lost."""
    path = tmp_path / "config.toml"
    path.write_text(MINE, "utf8")
    done = edit.apply(path, edit.add_rule(RULE, "x"))
    undone = edit.undo(path, done)
    assert path.read_text("utf8") == MINE
    edit.undo(path, undone)
    assert path.read_text("utf8") == done.after
    path.write_text(done.after + "# mine\n", "utf8")
    with pytest.raises(edit.EditedMeanwhile):
        edit.undo(path, done)
    assert path.read_text("utf8").endswith("# mine\n")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), st.text())
def test_any_line_survives_the_way_through_the_file(line: str, comment: str) -> None:
    """Quotes, brackets and backslashes of a line come back from the TOML as they were; a comment stays a comment."""
    clean = "".join(character for character in comment if character.isprintable() or character == "\n")
    text = edit.add_rule(Rule(equals=line), clean)(MINE)
    assert tomllib.loads(text)["rules"][-1] == {"equals": line}


def test_a_symlink_stays_and_the_mode_too(tmp_path: Path) -> None:
    """A configuration that is linked from elsewhere is replaced there."""
    real = tmp_path / "dotfiles.toml"
    real.write_text(MINE, "utf8")
    real.chmod(0o640)
    link = tmp_path / "config.toml"
    link.symlink_to(real)
    edit.apply(link, edit.add_rule(RULE, "x"))
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert "READ MORE" in real.read_text("utf8")


def test_a_new_file_never_overwrites(tmp_path: Path) -> None:
    """A name that is taken gets a number."""
    assert [atomic.write_new(tmp_path / "story.md", "x").name for _ in range(3)] == [
        "story.md", "story 2.md", "story 3.md",
    ]  # fmt: skip


def test_killed_while_writing_the_file_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    """A process killed in the middle of its writes leaves a whole file, every time."""
    path = tmp_path / "config.toml"
    script = (
        "import sys; from pathlib import Path; from newsread import atomic\n"
        "print('go', flush=True)\n"
        "while True:\n"
        "    for letter in 'ab': atomic.write(Path(sys.argv[1]), letter * 300_000)\n"
    )
    for _ in range(8):
        child = subprocess.Popen([sys.executable, "-c", script, path], stdout=subprocess.PIPE)
        assert child.stdout
        child.stdout.readline()
        while not path.exists():
            pass
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert path.read_text("utf8") in {"a" * 300_000, "b" * 300_000}


BETWEEN = """\
# at the top
[[rules]]
# the shop
equals = "Our shop"

# about the reader
[reader]
measure = 66  # narrow

[[rules]]
name = "fog"
sites = [
    "gannet.example",  # the daily
]
starts_with = "Fog"

# the end
"""


def test_a_rule_goes_to_the_end_and_no_comment_changes_its_table() -> None:
    """Also when other tables stand behind the rules: what is written between two tables stays where it is."""
    after = edit.add_rule(Rule(equals="Tides"), "why")(BETWEEN)
    assert after == BETWEEN + '\n[[rules]]\n# why\nequals = "Tides"\n'


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("rule 1", '[[rules]]\n# the shop\nequals = "Our shop"\n\n'),
        ("fog", '[[rules]]\nname = "fog"\nsites = [\n    "gannet.example",  # the daily\n]\nstarts_with = "Fog"\n\n'),
    ],
)
def test_a_rule_is_taken_out_with_its_own_comments_only(name: str, gone: str) -> None:
    """What stands above the next table is about that one."""
    assert edit.drop_rule(name)(BETWEEN) == BETWEEN.replace(gone, "")


@pytest.mark.parametrize("text", ['rules = [{equals = "Our shop"}]\n', "[reader]\nmeasure = 66\n"])
def test_a_rule_that_cannot_be_taken_out_is_left(text: str) -> None:
    """It is not there, or not written as a table: that is said, and no other text comes of it."""
    with pytest.raises(edit.NoSuchRule):
        edit.drop_rule("rule 1")(text)


@given(st.lists(st.sampled_from(["a", "b # c", '"""\n[x]\n"""', "[\n1,\n]"]), min_size=1, max_size=4), st.data())
def test_taking_a_rule_out_leaves_all_others(names: list[str], data: st.DataObject) -> None:
    """Whatever they hold, the others mean what they meant; or nothing is done."""
    texts = ["[[rules]]\n" + (f'equals = "{each}"' if each[0] in "ab" else f"equals = {each}") + "\n" for each in names]
    number = data.draw(st.integers(1, len(names)))
    text = "\n".join(texts)
    rules = tomllib.loads(text)["rules"]
    try:
        after = edit.drop_rule(f"rule {number}")(text)
    except edit.NoSuchRule:
        return
    del rules[number - 1]
    assert tomllib.loads(after).get("rules", []) == rules


def test_a_new_option_stands_with_its_table_and_not_behind_the_next_comment() -> None:
    """What is said above the table below stays right above it."""
    text = "[filters.captions]\nenabled = false  # mine\n\n# about sources\n[sources]\ntimeout = 3\n"
    after = edit.set_option("captions", "longest", 40)(text)
    assert after == text.replace("# mine\n", "# mine\nlongest = 40\n")
