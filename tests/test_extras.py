"""The pages on manual, completions and accessibility, done as they stand."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsread.linear.commands import understood

DOCS = Path(__file__).parent.parent / "docs"


def commands(page: str) -> list[str]:
    """The blocks of shell commands in a page."""
    return re.findall(r"^```console\n(.*?)^```$", (DOCS / page).read_text("utf8"), re.MULTILINE | re.DOTALL)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home of its own, and newsread on the path."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "newsread"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsread "$@"\n', "utf8")
    program.chmod(0o755)
    return os.environ | {"HOME": str(tmp_path), "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}


def test_manual_and_completions_land_where_the_page_says(tmp_path: Path, environment: dict[str, str]) -> None:
    """Each block runs as it stands, and each file holds what its reader looks for first."""
    for block in commands("install-extras.md"):
        subprocess.run(["bash", "-ec", block], env=environment, check=True)
    assert (tmp_path / ".local/share/man/man1/newsread.1").read_text("utf8").startswith(".TH NEWSREAD 1")
    script = (tmp_path / ".local/share/bash-completion/completions/newsread").read_text("utf8")
    assert "complete -o filenames -o default -F _newsread newsread" in script
    assert (tmp_path / ".zfunc/_newsread").read_text("utf8").startswith("#compdef newsread\n")
    assert "complete -c newsread" in (tmp_path / ".config/fish/completions/newsread.fish").read_text("utf8")


def test_the_linear_mode_does_what_its_page_says(tmp_path: Path, environment: dict[str, str]) -> None:
    """Its examples run, and everything that its table lists can be typed."""
    (tmp_path / "page.html").write_text("<h1>Ferry</h1><p>The ferry is back, said the harbour master on Monday.</p>")
    for block in commands("accessibility.md"):
        done = subprocess.run(
            ["bash", "-ec", block], env=environment, cwd=tmp_path, stdin=subprocess.DEVNULL, check=True,
            capture_output=True, encoding="utf8",
        )  # fmt: skip
        assert "The ferry is back" in done.stdout or "newsread> " in done.stdout
    table = re.search(r"\|---\|---\|\n((?:\|.*\n)+)", (DOCS / "accessibility.md").read_text("utf8"))
    assert table
    typed = [each for row in table[1].splitlines() for each in re.findall(r"`([^`]+)`", row.split("|")[1])]
    assert len(typed) > 15
    assert all(understood(each) for each in typed)
