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
from newsread.config.apply import EditedMeanwhile, apply, undo
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
    apply(path, edit.add_rule(RULE, "2026-11-24: READ MORE: Ten quiet harbours"))
    text = path.read_text("utf8")
    assert text.startswith(MINE.rstrip())
    assert "# 2026-11-24: READ MORE: Ten quiet harbours" in text
    settings, problems = load(path, inventory(tmp_path))
    assert not problems
    assert settings.rules == (Rule(equals="Our shop", name="rule 1"), RULE)


def test_the_first_change_makes_the_file(tmp_path: Path) -> None:
    """Without a file, and without its folder, the change writes one."""
    path = tmp_path / "new" / "config.toml"
    apply(path, edit.add_rule(RULE, "the first"))
    assert load(path, inventory(tmp_path))[0].rules == (RULE,)


@pytest.mark.parametrize("site", [None, "gannet.example"])
@pytest.mark.parametrize("before", ["", MINE])
def test_an_option_is_set_everywhere_or_on_one_site(tmp_path: Path, site: str | None, before: str) -> None:
    """The option is set where it was asked for; all that was there stays in force."""
    path = tmp_path / "config.toml"
    path.write_text(before, "utf8")
    apply(path, edit.set_option("read_more", "enabled", value=False, site=site))
    apply(path, edit.set_option("read_more", "longest", value=9, site=site))
    settings, problems = load(path, inventory(tmp_path))
    assert not problems
    changed = (settings.sites[site] if site else settings.filters)["read_more"]
    assert not changed.enabled
    assert getattr(changed, "longest") == 9  # noqa: B009 - an option of this filter only
    assert settings.filters["read_more"].enabled is bool(site)
    assert tomllib.loads(path.read_text("utf8")).get("reader") == tomllib.loads(before).get("reader")


def test_undo_writes_the_text_before_back(tmp_path: Path) -> None:
    """Undoing and redoing go back and forth."""
    path = tmp_path / "config.toml"
    path.write_text(MINE, "utf8")
    done = apply(path, edit.add_rule(RULE, "x"))
    undone = undo(path, done)
    assert path.read_text("utf8") == MINE
    undo(path, undone)
    assert path.read_text("utf8") == done.after


def test_undoing_the_first_change_leaves_no_file(tmp_path: Path) -> None:
    """As it was before; doing it again makes the file again."""
    path = tmp_path / "config.toml"
    undone = undo(path, apply(path, edit.add_rule(RULE, "x")))
    assert not path.exists()
    undo(path, undone)
    assert "READ MORE" in path.read_text("utf8")


def test_two_that_write_at_once_undo_their_own_only(tmp_path: Path) -> None:
    """Each takes its rule out, in any order, and nothing is left of either."""
    path = tmp_path / "config.toml"
    one, other = apply(path, edit.add_rule(RULE, "x")), apply(path, edit.add_rule(Rule(equals="Tides"), "y"))
    undo(path, one)
    assert path.read_text("utf8") == '[[rules]]\n# y\nequals = "Tides"\n'
    undo(path, other)
    assert path.read_text("utf8") == ""


OFF = edit.set_option("captions", "longest", value=9)
"""A change within a table that is there."""
ADD = edit.add_rule(RULE, "x")
TAKE = edit.drop_rule("rule 1")


@pytest.mark.parametrize("change", [OFF, ADD, TAKE])
@pytest.mark.parametrize("others", ["# mine\n{}", "{}\n[sources]\ntimeout = 3\n", '{}\n[[rules]]\nequals = "Tides"\n'])
def test_undo_leaves_what_others_wrote_since(tmp_path: Path, change: edit.Change, others: str) -> None:
    """Above the change and below it: only the lines that the change made are taken back, and made again."""
    path = tmp_path / "config.toml"
    path.write_text(MINE, "utf8")
    done = apply(path, change)
    edited = others.format(done.after)
    path.write_text(edited, "utf8")
    undone = undo(path, done)
    assert tomllib.loads(path.read_text("utf8")) == tomllib.loads(others.format(MINE))
    undo(path, undone)
    assert path.read_text("utf8") == edited


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [(ADD, "READ MORE", "READ LESS"), (OFF, "longest = 9", "longest = 5"), (TAKE, "# the shop\n", "")],
)
def test_undo_leaves_lines_that_somebody_edited(tmp_path: Path, change: edit.Change, old: str, new: str) -> None:
    """What somebody made of the very lines is not lost: that is said."""
    path = tmp_path / "config.toml"
    path.write_text(MINE, "utf8")
    done = apply(path, change)
    edited = (done.after or "").replace(old, new)
    path.write_text(edited, "utf8")
    with pytest.raises(EditedMeanwhile, match=r"config\.toml was edited"):
        undo(path, done)
    assert path.read_text("utf8") == edited


@pytest.mark.parametrize(
    "change", [OFF, ADD, TAKE, edit.set_option("captions", "enabled", value=True, site="a.example")]
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_stay_as_they_are(tmp_path: Path, change: edit.Change, mark: str) -> None:
    """A file from Windows stays one, with the mark at its beginning, and is undone to the last byte."""
    path = tmp_path / "config.toml"
    before = (mark + MINE.replace("\n", "\r\n")).encode()
    path.write_bytes(before)
    done = apply(path, change)
    after = path.read_bytes()
    assert after.startswith(mark.encode())
    assert after.count(b"\r\n") == after.count(b"\n") != before.count(b"\n")
    undo(path, done)
    assert path.read_bytes() == before


def test_a_file_that_is_read_only_stays(tmp_path: Path) -> None:
    """Whoever took the right to write it away meant that, though another file could be put in its place."""
    path = tmp_path / "config.toml"
    path.write_text(MINE, "utf8")
    path.chmod(0o444)
    with pytest.raises(PermissionError, match="read-only"):
        apply(path, ADD)
    assert path.read_text("utf8") == MINE


def test_a_broken_file_can_be_undone_when_it_is_mended(tmp_path: Path) -> None:
    """Until then it is no TOML, which is said, and stays."""
    path = tmp_path / "config.toml"
    done = apply(path, ADD)
    path.write_text("[reader\n", "utf8")
    with pytest.raises(ValueError, match="line 1"):
        undo(path, done)
    assert path.read_text("utf8") == "[reader\n"


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
    apply(link, edit.add_rule(RULE, "x"))
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


@pytest.mark.parametrize("text", ["rules = []\n", "[reader]\nmeasure = 66\n"])
def test_a_rule_that_cannot_be_taken_out_is_left(text: str) -> None:
    """It is not there: that is said, and no other text comes of it."""
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


@pytest.mark.parametrize(
    "text",
    [
        "rules = []\n",
        'rules = [{equals = "Our shop"}]',
        'rules = [\n  {equals = "#1"}, # first\n]\n[reader]\nmeasure = 66\n',
    ],
)
def test_rules_in_an_array_are_joined_by_one_and_can_be_taken_out(text: str) -> None:
    """They are read as well as tables are, so pointing at a line works with them too."""
    before = tomllib.loads(text)
    after = edit.add_rule(Rule(equals="Tides ] # 2"), "from “# ]”")(text)
    assert tomllib.loads(after) == before | {"rules": [*before["rules"], {"equals": "Tides ] # 2"}]}
    assert "# from “# ]”" in after
    again = tomllib.loads(edit.drop_rule(f"rule {len(before['rules']) + 1}")(after))
    assert again.get("rules", []) == before["rules"]


@pytest.mark.parametrize("text", ['[[rules]]\n# mine\nequals = "Tides"\n', 'rules = [{equals = "Tides"}]\n'])
def test_a_rule_is_not_added_twice(text: str) -> None:
    """As keys would that are pressed again before the line is gone; one for another site is another one."""
    with pytest.raises(edit.ThereAlready, match="there already"):
        edit.add_rule(Rule(equals="Tides"), "why")(text)
    assert "a.example" in edit.add_rule(Rule(equals="Tides", sites=("a.example",)), "why")(text)


def test_a_new_table_comes_between_no_comment_and_its_table() -> None:
    """Also when the site has other tables: the comment below those is about something else."""
    text = '[sites."a.example".filters.captions]\nenabled = false\n\n# about sources\n[sources]\ntimeout = 3\n'
    after = edit.set_option("read_more", "enabled", value=False, site="a.example")(text)
    assert after == text + '\n[sites."a.example".filters.read_more]\nenabled = false\n'


def test_a_new_option_stands_with_its_table_and_not_behind_the_next_comment() -> None:
    """What is said above the table below stays right above it."""
    text = "[filters.captions]\nenabled = false  # mine\n\n# about sources\n[sources]\ntimeout = 3\n"
    after = edit.set_option("captions", "longest", 40)(text)
    assert after == text.replace("# mine\n", "# mine\nlongest = 40\n")
