"""The guide for filter authors, done step by step as it stands."""

import re
from pathlib import Path

import pytest
from conftest import Newsread

GUIDE = Path(__file__).parent.parent / "docs" / "write-a-filter.md"
_FENCE = re.compile(r"^```(?P<language>\w+)(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def matches(expected: str, printed: str) -> bool:
    """Whether `printed` is what the guide shows, where `...` stands for anything."""
    pattern = ".*".join(re.escape(part) for part in expected.split("..."))
    return re.fullmatch(pattern, printed, re.DOTALL) is not None


def sections() -> list[tuple[str, list[re.Match[str]]]]:
    """The guide's sections, with their fenced blocks."""
    parts = re.split(r"^## ", GUIDE.read_text("utf8"), flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], list(_FENCE.finditer(part))) for part in parts]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the configuration lies that the command finds in `tmp_path`."""
    (tmp_path / "newsread" / "filters").mkdir(parents=True)
    return tmp_path / "newsread"


def place(name: str, tmp_path: Path, home: Path) -> Path:
    """Where the guide tells the reader to save a file."""
    if name.endswith(".py"):
        return home / "filters" / name
    return home / name if name == "config.toml" else tmp_path / name


def test_every_step_of_the_guide_works_as_it_stands(newsread: Newsread, tmp_path: Path, home: Path) -> None:
    """Each named file is saved where the guide says, each command prints what the guide shows."""
    ran = 0
    for title, blocks in sections():
        for block in blocks:
            if name := block["name"]:
                place(name, tmp_path, home).write_text(block["body"], "utf8")
            elif block["language"] == "console":
                command, _, expected = block["body"].partition("\n")
                done = newsread(*command.removeprefix("$ newsread ").split(), XDG_CONFIG_HOME=str(tmp_path))
                assert (done.returncode, done.stderr) == (0, ""), title
                assert matches(expected, done.stdout), f"{title}: {command}\n{done.stdout}"
                ran += 1
    assert ran >= 3


def test_the_configuration_of_the_guide_is_free_of_problems(newsread: Newsread, tmp_path: Path, home: Path) -> None:
    """The option is known, its value is right, and a wrong one is reported with its line."""
    for _, blocks in sections():
        for block in blocks:
            if block["name"]:
                place(block["name"], tmp_path, home).write_text(block["body"], "utf8")
    assert newsread("config", "check", XDG_CONFIG_HOME=str(tmp_path)).returncode == 0
    assert "longest = 20" in newsread("filters", "tide_table", XDG_CONFIG_HOME=str(tmp_path)).stdout
    (home / "config.toml").write_text("[filters.tide_table]\nlongest = 0\n", "utf8")
    wrong = newsread("config", "check", XDG_CONFIG_HOME=str(tmp_path))
    assert wrong.returncode == 1
    assert "config.toml:2: filters.tide_table.longest:" in wrong.stdout


def test_the_examples_of_the_guide_come_out_as_they_say(newsread: Newsread, tmp_path: Path, home: Path) -> None:
    """The table goes, marked with a cross; the near-miss stays."""
    for _, blocks in sections():
        for block in blocks:
            if block["name"]:
                place(block["name"], tmp_path, home).write_text(block["body"], "utf8")
    shown = newsread("filters", "tide_table", XDG_CONFIG_HOME=str(tmp_path)).stdout
    assert "  × TIDES TODAY: high water 06:12" in shown
    assert "    Tides today are higher than in 1953." in shown
