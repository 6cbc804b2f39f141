"""The manual page and the completions, as the real command prints them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import Newsread
from hypothesis import given
from hypothesis import strategies as st

from newsread import commands
from newsread.cli.arguments import parsers
from newsread.keys import sign
from newsread.linear import commands as linear
from newsread.manual import roff
from newsread.manual.declared import declared
from newsread_filters.registry import BUILTIN

SHELLS = ("bash", "zsh", "fish")
REQUESTS = {".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi", ".RS", ".RE"}
ESCAPE = re.compile(r"\\(?:u\[|\[u([0-9A-F]{4,6})\]|e|-|\(aq|\(ga|\(ha|\(ti|&|f[BIP])")
MEANING = {r"\e": "\\", r"\-": "-", r"\(aq": "'", r"\(ga": "`", r"\(ha": "^", r"\(ti": "~"}


def shown(written: str) -> str:
    """What a formatter makes of text with escapes."""
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else MEANING.get(found[0], ""), written)


@pytest.fixture
def page(newsread: Newsread) -> str:
    """The manual page."""
    result = newsread("man")
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_the_page_is_well_formed(page: str) -> None:
    """Every request is one of man(7), every escape is known, every text is ASCII, and what is opened is closed."""
    assert page.isascii()
    lines = page.splitlines()
    assert lines[0].startswith('.TH NEWSREAD 1 "" "newsread ')
    assert {line.split()[0] for line in lines if line.startswith((".", "'"))} <= REQUESTS
    assert "\\" not in ESCAPE.sub("", page)
    assert lines.count(".nf") == lines.count(".fi")
    assert lines.count(".RS") == lines.count(".RE")
    assert all(line.strip() for line in lines)
    assert [line[4:] for line in lines if line.startswith(".SH")] == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "KEYS", "LINEAR MODE", "FILES", "ENVIRONMENT",
        "EXIT STATUS", "EXAMPLES",
    ]  # fmt: skip
    if shutil.which("groff"):
        found = subprocess.run(
            ["groff", "-man", "-Tutf8", "-ww", "-z"], input=page, capture_output=True, encoding="utf8", check=True
        )
        assert found.stderr == ""


def test_the_page_tells_everything(page: str) -> None:
    """Every command, option, key and linear command is there with what it does."""
    told = shown(page)
    for command in declared(parsers()):
        assert command.usage.removeprefix("newsread ") in told
        for option in command.options:
            assert ", ".join(option.names) in told
            assert option.about in told
    for key in commands.COMMANDS:
        assert f"{', '.join(map(sign, key.keys))}\n{key.title}" in told
    for each in linear.COMMANDS:
        assert f"{linear.typed(each)}\n{each.title}" in told


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_stands_in_a_page_as_it_is(text: str) -> None:
    """No text is a request or an escape, wherever it begins."""
    written = roff.text(text)
    assert shown(written) == text
    assert not written.startswith((".", "'"))
    assert written.isascii()


@pytest.mark.parametrize("shell", SHELLS)
def test_completions_know_every_command_and_option(newsread: Newsread, shell: str) -> None:
    """Whatever the parsers take is offered; fish writes an option without its hyphens."""
    printed = newsread("completions", shell)
    assert printed.returncode == 0
    for command in declared(parsers()):
        assert command.name in printed.stdout
        for name in (name for option in command.options for name in option.names):
            dashes = "-l " if name.startswith("--") else "-s "
            assert (f"{dashes}{name.lstrip('-')} " if shell == "fish" else name) in printed.stdout
    for kind in BUILTIN:
        assert kind.name in printed.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_completions_are_good_syntax(newsread: Newsread, tmp_path: Path, shell: str) -> None:
    """Quotes are closed, blocks too; a shell that is installed says so itself."""
    script = newsread("completions", shell).stdout
    code = "\n".join(line.partition(" # ")[0] for line in script.splitlines() if not line.startswith("#"))
    bare = re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", "…", code)
    assert "'" not in bare.replace(r"\…", "")
    assert '"' not in bare
    opened, closed = {"bash": (r"\bcase\b", r"\besac\b"), "zsh": (r"\bcase\b", r"\besac\b")}.get(
        shell, (r"(?m)^\s*(?:function|if)\b", r"(?m)^\s*end\b")
    )
    assert len(re.findall(opened, bare)) == len(re.findall(closed, bare)) > 0
    path = tmp_path / "completion"
    path.write_text(script, "utf8")
    for installed in filter(None, [shutil.which(shell)]):
        checked = subprocess.run([installed, "-n", path], capture_output=True, encoding="utf8", check=False)
        assert (checked.returncode, checked.stderr) == (0, "")


def test_another_shell_is_wrong_usage(newsread: Newsread) -> None:
    """The message names the shells that there are."""
    for arguments in (("completions",), ("completions", "tcsh")):
        refused = newsread(*arguments)
        assert refused.returncode == 2
        assert "bash, zsh or fish" in refused.stderr


FILTERS = [kind.name for kind in BUILTIN]
COMPLETED = [
    (("newsread", "cl"), ["clean", "clipping.html"]),
    (("newsread", "doc"), ["doctor"]),
    (("newsread", "--l"), ["--linear"]),
    (("newsread", "--config", "my.toml", "quo"), ["quotes"]),
    (("newsread", "--config", "=", "my.toml", "quo"), ["quotes"]),
    (("newsread", "clean", "--f"), ["--format", "--filters"]),
    (("newsread", "clean", "--format", ""), ["text", "markdown", "json"]),
    (("newsread", "clean", "--format", "="), ["text", "markdown", "json"]),
    (("newsread", "clean", "--format", "=", "ma"), ["markdown"]),
    (("newsread", "clean", "--filters", "none,inl"), ["none,inline_promo"]),
    (("newsread", "filters", ""), FILTERS),
    (("newsread", "config", "c"), ["check"]),
    (("newsread", "completions", ""), ["bash", "zsh", "fish"]),
    (("newsread", "doctor", "--network", ""), []),
    (("newsread", "page.html", "--li"), ["--linear"]),
    (("newsread", "clean", "--", "--f"), []),
]


@pytest.fixture
def bash_script(newsread: Newsread) -> str:
    """The completion for bash."""
    return newsread("completions", "bash").stdout


@pytest.mark.parametrize(("words", "offered"), COMPLETED)
def test_bash_offers(bash_script: str, tmp_path: Path, words: tuple[str, ...], offered: list[str]) -> None:
    """Real bash, in a folder with two files; where nothing is offered bash goes on with the names of files."""
    (tmp_path / "clipping.html").touch()
    (tmp_path / "my page.html").touch()
    run = 'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _newsread; printf "%s\\n" "${COMPREPLY[@]}"'
    command = ["bash", "--norc", "-uc", f"{bash_script}\n{run}", "bash", *words]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf8", check=True)
    assert found.stderr == ""
    assert [line for line in found.stdout.split("\n") if line] == offered


def test_bash_offers_files_with_spaces_whole(bash_script: str, tmp_path: Path) -> None:
    """A space in a name does not make two files of it."""
    (tmp_path / "my page.html").touch()
    run = 'COMP_WORDS=(newsread my); COMP_CWORD=1; _newsread; printf "%s\\n" "${COMPREPLY[@]}"'
    found = subprocess.run(
        ["bash", "--norc", "-c", f"{bash_script}\n{run}"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf8",
        check=True,
    )
    assert found.stdout == "my page.html\n"
