"""The user's configuration: every problem named with its place, and what is wrong costs nothing else."""

import tomllib
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from conftest import Newsread
from hypothesis import given
from hypothesis import strategies as st
from textual.theme import BUILTIN_THEMES

from newsread import themes
from newsread.config import shipped, written
from newsread.config.declaration import Settings, Theme
from newsread.config.fields import described
from newsread.config.load import load
from newsread.config.problems import Problem
from newsread.plugins import inventory
from newsread_filters.rules import Rule

TOP = Path(__file__).parents[2]


def loaded(tmp_path: Path, text: str) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in a file that holds `text`."""
    path = tmp_path / "config.toml"
    path.write_text(text, "utf8")
    return load(path, inventory(tmp_path / "filters"))


def test_the_shipped_file_is_what_the_declarations_say() -> None:
    """`make config` writes it; nobody edits it by hand."""
    assert shipped.text() == (TOP / "config.toml").read_text("utf8") == shipped.generated()


def test_the_shipped_file_is_the_default(tmp_path: Path) -> None:
    """Every value in it is the one that holds without it, and nothing in it is wrong."""
    assert loaded(tmp_path, shipped.text()) == (Settings(), ())


def test_every_setting_stands_in_the_shipped_file_with_a_comment() -> None:
    """Above each key but `enabled` stands a comment, and above each table."""
    before = ""
    for line in shipped.text().splitlines():
        if line and not line.startswith(("#", "enabled")):
            assert before.startswith("# "), line
        before = line
    settings = Settings()
    tables = tomllib.loads(shipped.text())
    for name, each in {"reader": settings.reader, "sources": settings.sources}.items():
        assert tables[name].keys() == set(each.__struct_fields__)
    for name, each in settings.filters.items():
        assert tables["filters"][name].keys() == set(each.__struct_fields__)


def test_a_file_changes_only_what_it_names(tmp_path: Path) -> None:
    """Key by key; a whole number is a number."""
    settings, problems = loaded(tmp_path, "[sources]\ntimeout = 3\n[filters.captions]\nenabled = false\n")
    assert not problems
    assert settings.sources.timeout == 3
    assert settings.sources.max_megabytes == Settings().sources.max_megabytes
    assert not settings.filters["captions"].enabled
    assert settings.filters.keys() == Settings().filters.keys()
    assert "captions" not in {each.name for each in settings.cleaning.filters}


def test_without_a_file_everything_is_at_its_default(tmp_path: Path) -> None:
    """A file that is not there is no problem, unless it was named."""
    path = tmp_path / "none.toml"
    assert load(path, inventory(tmp_path)) == (Settings(), ())
    (problem,) = load(path, inventory(tmp_path), must_exist=True)[1]
    assert "no such file" in problem.message


WRONG = """\
measure = 60
[reader]
theme = "newsred-dark"
measure = "wide"
colour = 1

[sources]
timeout = -3
total_timeout = 30

[filters.captions]
enabled = 1
longst = 4
longest = 7

[filters.captoins]
enabled = false

[[rules]]
contains = "TIDES"
action = "delete"

[[rules]]
contains = "TIDES"

[[rules]]
pattern = "(a"

[[rules]]
name = "without a test"

[[rules]]
starts_with = ""

[sites."gannet.example".filters.captions]
longest = "x"

[readre]
"""


def test_all_problems_are_listed_each_with_line_key_and_hint(tmp_path: Path) -> None:
    """A wrong table, key, type or value is named at its line, in the order of the file; the rest holds."""
    settings, problems = loaded(tmp_path, WRONG)
    expected = [
        (1, "measure", "belongs under [reader]"),
        (3, "reader.theme", "Did you mean newsread-dark?"),
        (4, "reader.measure", 'a whole number, not "wide". 70 is kept'),
        (5, "reader.colour", "There are: theme, measure"),
        (8, "sources.timeout", "not -3. 15.0 is kept"),
        (12, "filters.captions.enabled", "true or false, not 1"),
        (13, "filters.captions.longst", "Did you mean longest?"),
        (16, "filters.captoins", "Did you mean captions?"),
        (21, "rules[0].action", "There are: remove, keep, end"),
        (27, "rules[2].pattern", "position 2"),
        (29, "rules[3]", "exactly one of equals"),
        (33, "rules[4].starts_with", "every line"),
        (36, "sites.gannet.example.filters.captions.longest", 'a whole number, not "x"'),
        (38, "readre", "Did you mean reader?"),
    ]
    assert [(problem.line, problem.key) for problem in problems] == [(line, key) for line, key, _ in expected]
    for problem, (_, _, told) in zip(problems, expected, strict=True):
        assert told in problem.message
    assert settings.sources.total_timeout == 30
    assert getattr(settings.filters["captions"], "longest", None) == 7
    assert [rule.contains for rule in settings.rules] == ["TIDES"]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("[reader]\nmeasure = = 3\n", 2, "Invalid value"),
        ("[reader\n", 1, "]"),
        ("reader = 3\n", 1, "must be a table"),
        ("[filters]\ncaptions = false\n", 2, "must be a table"),
        ("[rules]\ncontains = 'x'\n", 1, "[[rules]]"),
        ("filters.captions = { enabled = 1 }\n", 1, "true or false"),
        ("[filters]\ncaptions.enabled = 1\n", 2, "true or false"),
        ("[ \"reader\" ] # mine\n'measure' = 1\n", 2, ">= 20"),
        ("[sources]\ntimeout = nan\n", 2, "a number > 0.0, not nan"),
        ("[[rules]]\ncontains = 0\n", 2, "text, not 0. The rule is left out"),
        (
            "[[rules]]\ncontains = 'x'\nsites = ['tern.example', 'https://a@gannet.example/b']\n",
            3,
            "write gannet.example",
        ),
        ("[reader]\n[sites.'https://gannet.example'.filters.captions]\n", 2, "write gannet.example"),
        ("[sites.'*.gannet.example']\n", 1, "a host and its subdomains"),
        ("[sites.gannet.example.filters.captions]\n", 1, '[sites."gannet.example"]'),
        ("[sites.'gannet.example']\nfilter = 1\n", 2, "Did you mean filters?"),
    ],
)
def test_other_ways_to_write_it_wrong(tmp_path: Path, text: str, line: int, told: str) -> None:
    """Broken TOML too is told by line; dotted, quoted and inline keys are found."""
    settings, (problem, *_) = loaded(tmp_path, text)
    assert (problem.line, settings) == (line, Settings())
    assert told in problem.message
    assert str(problem).startswith(f"{tmp_path / 'config.toml'}:{line}: ")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder, and bytes that are no UTF-8."""
    (folder,) = load(tmp_path, inventory(tmp_path))[1]
    assert "cannot be read" in folder.message
    (tmp_path / "config.toml").write_bytes(b"[reader]\ntheme = '\xff'\n")
    (bytes_,) = load(tmp_path / "config.toml", inventory(tmp_path))[1]
    assert "UTF-8" in bytes_.message


@given(st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1), inner, max_size=3), max_leaves=8,
))  # fmt: skip
def test_what_is_written_reads_back(value: object) -> None:
    """Whatever an option holds, `config show` writes it as TOML that means the same."""
    text = written.value(value)
    assert "\n" not in text
    assert repr(tomllib.loads(f"key = {text}")["key"]) == repr(value)


def test_sites_change_filters_there_only(tmp_path: Path) -> None:
    """What a site does not name is as it is everywhere."""
    settings, problems = loaded(
        tmp_path,
        '[filters.captions]\nlongest = 7\n[sites."gannet.example".filters.captions]\nenabled = false\n',
    )
    assert not problems
    there = {each.name for each in settings.cleaning.at("www.gannet.example").filters}
    elsewhere = {each.name for each in settings.cleaning.at("tern.example").filters}
    assert elsewhere - there == {"captions"}
    assert getattr(settings.sites["gannet.example"]["captions"], "longest", None) == 7


def test_the_themes_are_there() -> None:
    """Every theme that the configuration takes is one that the reader knows."""
    assert set(get_args(Theme)) <= BUILTIN_THEMES.keys() | {theme.name for theme in themes.THEMES}


def test_every_option_of_every_filter_and_rule_key_has_a_home() -> None:
    """The comment on rules in the shipped file names every key of a rule."""
    for key in Rule.__struct_fields__:
        assert key in shipped.text()


def test_the_file_is_found_by_option_variable_and_place(newsread: Newsread, tmp_path: Path) -> None:
    """--config, before or behind the command, then NEWSREAD_CONFIG, then XDG_CONFIG_HOME, then ~/.config."""

    def path(*arguments: str, **environment: str) -> str:
        done = newsread(*arguments, **environment)
        assert done.returncode == 0
        return done.stdout.strip()

    assert path("--config", "a.toml", "config", "path", NEWSREAD_CONFIG="b.toml") == "a.toml"
    assert path("config", "path", "--config=a.toml") == "a.toml"
    assert path("config", "path", NEWSREAD_CONFIG="b.toml", XDG_CONFIG_HOME="/c") == "b.toml"
    assert path("config", "path", XDG_CONFIG_HOME="/c") == "/c/newsread/config.toml"
    assert path("config", "path", HOME=str(tmp_path), XDG_CONFIG_HOME="not/absolute") == str(
        tmp_path / ".config/newsread/config.toml"
    )


def test_init_writes_a_first_file_and_never_over_one(newsread: Newsread, tmp_path: Path) -> None:
    """It is fine as it is, changes nothing, holds every key, and a second time stays untouched."""
    place = {"XDG_CONFIG_HOME": str(tmp_path)}
    path = tmp_path / "newsread/config.toml"
    assert newsread("config", "check", **place).returncode == 0
    assert newsread("config", "init", **place).stdout.strip() == str(path)
    assert load(path, inventory(tmp_path)) == (Settings(), ())
    assert "[filters.captions]\n# enabled = true\n" in path.read_text("utf8")
    assert "fine" in newsread("config", "check", **place).stdout
    path.write_text("# mine\n", "utf8")
    again = newsread("config", "init", **place)
    assert again.returncode == 1
    assert "left as it is" in again.stderr
    assert path.read_text("utf8") == "# mine\n"


def test_check_lists_problems_with_status_1(newsread: Newsread, tmp_path: Path) -> None:
    """One line each, as compilers write them."""
    (tmp_path / "mine.toml").write_text(WRONG, "utf8")
    done = newsread("config", "check", "--config", "mine.toml")
    assert done.returncode == 1
    assert "mine.toml:13: filters.captions.longst: there is no such setting. Did you mean longest?" in done.stdout
    assert done.stdout.count("\n") == 14


def test_show_prints_what_is_in_force_as_a_configuration(newsread: Newsread, tmp_path: Path) -> None:
    """What it prints, used as configuration, is the same configuration, rules and sites too."""
    (tmp_path / "mine.toml").write_text(WRONG, "utf8")
    done = newsread("config", "show", "--config", "mine.toml")
    assert done.returncode == 0
    assert "mine.toml:13:" in done.stderr
    mine, _ = load(tmp_path / "mine.toml", inventory(tmp_path / "filters"))
    (tmp_path / "shown.toml").write_text(done.stdout, "utf8")
    again, problems = load(tmp_path / "shown.toml", inventory(tmp_path / "filters"))
    assert not problems
    assert again.cleaning == mine.cleaning
    assert (again.reader, again.sources, again.rules) == (mine.reader, mine.sources, mine.rules)


PLUGINS = """\
from newsread_filters import Filter

class Demanding(Filter, frozen=True, kw_only=True):
    name = "demanding"
    wish: int

class Puzzling(Filter, frozen=True, kw_only=True):
    name = "puzzling"
    riddle: "NoSuchType" = 3

class Picky(Filter, frozen=True, kw_only=True):
    name = "picky"
    size: int = 1
    def __post_init__(self):
        if self.size % 2 == 0:
            raise ValueError("only odd sizes")
"""


def test_filters_of_others_that_cannot_be_made_cost_nothing_else(tmp_path: Path) -> None:
    """They are left out and named; options that a filter itself refuses keep their defaults."""
    (tmp_path / "filters").mkdir()
    (tmp_path / "filters" / "mine.py").write_text(PLUGINS, "utf8")
    settings, problems = loaded(tmp_path, "[filters.picky]\nsize = 4\n")
    assert settings.filters.keys() - Settings().filters.keys() == {"picky"}
    told = [str(problem) for problem in problems]
    assert len(told) == 3
    for name, why in (("demanding", "wish"), ("puzzling", "NoSuchType"), ("filters.picky", "only odd sizes")):
        assert any(name in problem and why in problem for problem in told)


def test_a_wrong_configuration_stops_no_command(newsread: Newsread, tmp_path: Path) -> None:
    """Its problems go to standard error, and the article is printed with what holds."""
    (tmp_path / "mine.toml").write_text(WRONG, "utf8")
    (tmp_path / "page").write_text("The harbour of Lowmere opened.\n\nTIDES TODAY: high.\n\nIt rained on Monday.\n")
    done = newsread("clean", "page", NEWSREAD_CONFIG="mine.toml")
    assert (done.returncode, done.stdout) == (0, "The harbour of Lowmere opened.\n\nIt rained on Monday.\n")
    assert done.stderr.count("\n") == 14


def test_every_setting_is_described() -> None:
    """What a table holds is explained by its declaration."""
    settings = Settings()
    for table in (settings.reader, settings.sources, *settings.filters.values()):
        for field in msgspec.structs.fields(table):
            assert described(field) or field.name == "enabled", (type(table), field.name)
