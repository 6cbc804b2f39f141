"""The guides in docs/, done step by step as they stand."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest
from conftest import Newsread

from newsread.commands import COMMANDS
from newsread.keys import sign
from newsread.sources.errors import Kind
from newsread_filters.model import BlockKind
from newsread_filters.rules import Rule

DOCS = Path(__file__).parent.parent / "docs"
ELSEWHERE = {"whole_page", "copy_quotes"}
"""Commands of the reader that are told of in other guides."""
_FENCE = re.compile(r"^```(?P<language>\w+)(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (?P<line>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)


class Home(NamedTuple):
    """A reader's machine: where pages are saved, and where the configuration lies."""

    pages: Path
    settings: Path

    def save(self, name: str, text: str) -> None:
        """Save a file where the guides tell the reader to."""
        if name.endswith(".py"):
            (self.settings / "filters" / name).write_text(text, "utf8")
        else:
            ((self.settings if name == "config.toml" else self.pages) / name).write_text(text, "utf8")

    def run(self, line: str) -> subprocess.CompletedProcess[str]:
        """Run a line of shell with the real command on the path."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        return subprocess.run(
            ["sh", "-c", line], cwd=self.pages, env=os.environ | {"PATH": path}, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf8", check=False,
        )  # fmt: skip


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A new machine."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    made = Home(tmp_path / "pages", tmp_path / "settings" / "newsread")
    made.pages.mkdir()
    (made.settings / "filters").mkdir(parents=True)
    return made


def blocks(guide: str) -> Iterator[re.Match[str]]:
    """The guide's fenced blocks, in order."""
    return _FENCE.finditer((DOCS / guide).read_text("utf8"))


def save_all(guide: str, home: Home) -> None:
    """Save every file of the guide; of several with one name the last one stays."""
    for block in blocks(guide):
        if block["name"]:
            home.save(block["name"], block["body"])


def matches(expected: str, printed: str) -> bool:
    """Whether `printed` is what the guide shows, where `...` stands for anything."""
    pattern = ".*".join(re.escape(part) for part in expected.split("..."))
    return re.fullmatch(pattern, printed, re.DOTALL) is not None


@pytest.mark.parametrize("guide", ["write-a-filter.md", "configuration.md", "piping.md"])
def test_every_step_of_a_guide_works_as_it_stands(home: Home, guide: str) -> None:
    """Each named file is saved where the guide says, each command prints what the guide shows."""
    ran = 0
    for block in blocks(guide):
        if block["name"]:
            home.save(block["name"], block["body"])
        elif block["language"] == "console":
            for command in _COMMAND.finditer(block["body"]):
                if "jq " in command["line"] and not shutil.which("jq"):
                    continue
                done = home.run(command["line"])
                assert done.stderr == "", command["line"]
                assert matches(command["output"], done.stdout), f"{command['line']}\n{done.stdout}"
                ran += 1
    assert ran >= 3


def test_the_option_of_the_guide_for_filters_is_one(newsread: Newsread, home: Home) -> None:
    """It is known, its value counts, and a wrong one is reported with its line."""
    save_all("write-a-filter.md", home)
    assert newsread("config", "check").returncode == 0
    assert "longest = 20" in newsread("filters", "tide_table").stdout
    home.save("config.toml", "[filters.tide_table]\nlongest = 0\n")
    wrong = newsread("config", "check")
    assert wrong.returncode == 1
    assert "config.toml:2: filters.tide_table.longest:" in wrong.stdout


def test_the_example_of_the_configuration_does_what_it_says(newsread: Newsread, home: Home) -> None:
    """Every setting in it is in force; the rule for one site holds there only."""
    save_all("configuration.md", home)
    shown = newsread("config", "show").stdout
    for line in ('theme = "nord"', "measure = 66", "timeout = 30.0", "known = 0.3", 'action = "keep"'):
        assert line in shown
    story = "<p>The harbour of Lowmere opened on Monday, and it rained until noon.<p>TIDES TODAY: 06:12 and 18:40"
    there = f'<link rel="canonical" href="https://www.gannet.example/a">{story}'
    assert "TIDES" not in newsread("clean", "--filters", "all", stdin=there).stdout
    assert "TIDES" in newsread("clean", "--filters", "all", stdin=story).stdout


def keys_of(value: Any) -> set[str]:
    """Every key anywhere in a JSON value."""
    if isinstance(value, list):
        return {key for each in value for key in keys_of(each)}
    return value.keys() | keys_of(list(value.values())) if isinstance(value, dict) else set()


def test_everything_in_the_json_is_documented(newsread: Newsread, home: Home) -> None:
    """Every key, every kind of block and every kind of error stands in the guide's tables."""
    save_all("piping.md", home)
    story = (home.pages / "story.html").read_text("utf8")
    told = (DOCS / "piping.md").read_text("utf8")
    for command in ("clean", "quotes"):
        for key in keys_of(json.loads(newsread(command, "--format", "json", stdin=story).stdout)):
            assert f"`{key}`" in told
    for kind in (*get_args(BlockKind), *get_args(Kind)):
        assert f"`{kind}`" in told


def test_the_beginning_of_the_linear_mode_is_what_the_guide_shows(newsread: Newsread) -> None:
    """Of the sample, in the words and numbers of today."""
    (shown,) = (block["body"] for block in blocks("accessibility.md") if block["language"] == "text")
    page = files("newsread") / "sample.html"
    assert newsread("--linear", str(page), stdin="").stdout == f"{shown.rstrip()} \n"


def test_every_key_of_a_rule_is_documented() -> None:
    """With what it means."""
    told = (DOCS / "configuration.md").read_text("utf8")
    for key in Rule.__struct_fields__:
        assert f"`{key}`" in told


def test_the_guide_for_reading_names_the_keys_of_its_commands() -> None:
    """Each command that moves, searches, follows links or opens articles stands there with its first key."""
    told = (DOCS / "reading.md").read_text("utf8")
    for command in COMMANDS:
        if command.group in {"Moving", "Searching", "Links", "Articles"} and command.name not in ELSEWHERE:
            assert f"`{sign(command.keys[0])}`" in told, command.name
