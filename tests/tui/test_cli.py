"""The command as a shell sees it: arguments, statuses, pipes, signals."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from conftest import COMMAND, Newsread
from loopback import Handler, Loopback

from newsread import __version__

STORY = "Harbour opens\n\nThe harbour of Lowmere opened on Monday, after nine years of dredging.\n"
CLEAN = STORY


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A page as plain text."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf8")
    return path


def test_version_and_help_are_printed(newsread: Newsread) -> None:
    """Each with status 0; every command has a help of its own."""
    assert newsread("-V").stdout == newsread("--version").stdout == f"newsread {__version__}\n"
    overview = newsread("-h")
    assert overview.returncode == 0
    for command in ("clean", "quotes", "explain", "filters", "config"):
        assert command in overview.stdout
        done = newsread(command, "--help")
        assert (done.returncode, done.stderr) == (0, "")
        assert f"newsread {command}" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name a SOURCE"),
        (("clean",), "name a SOURCE"),
        (("explain",), "name a SOURCE"),
        (("--colour", "story.txt"), "--colour"),
        (("story.txt", "-"), "standard input comes first"),
        (("claen", "story.txt"), "no command claen. Did you mean clean?"),
        (("--linear", "story.txt", "story.txt"), "--linear reads one SOURCE"),
        (("clean", "--format", "pdf", "story.txt"), "pdf"),
        (("clean", "--filters", "duplicate_titel", "story.txt"), "Did you mean duplicate_title?"),
        (("quotes", "--filters", "all,none", "story.txt"), "no filter all"),
        (("clean", "--filters", ",", "story.txt"), "names parted by commas"),
        (("filters", "captoins"), "Did you mean captions?"),
        (("config", "chekc"), "check"),
        (("explain", "--why", "9", "story.txt"), "lines 0 to 1"),
    ],
)
def test_wrong_usage_is_status_2(newsread: Newsread, story: Path, arguments: tuple[str, ...], told: str) -> None:
    """One line on standard error says what is wrong; nothing is printed."""
    done = newsread(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert story.exists()


def test_with_a_pipe_as_output_a_source_is_cleaned(newsread: Newsread, story: Path) -> None:
    """Plain `newsread SOURCE` does the same as `newsread clean SOURCE`."""
    plain, clean = newsread(story), newsread("clean", story)
    assert (plain.returncode, plain.stdout, plain.stderr) == (clean.returncode, clean.stdout, clean.stderr)
    assert plain.stdout == CLEAN


@pytest.mark.parametrize("arguments", [(), ("-",), ("clean",), ("clean", "-"), ("--config", "none.toml", "clean", "-")])
def test_a_page_can_be_piped_in(newsread: Newsread, arguments: tuple[str, ...]) -> None:
    """As "-", and without any SOURCE."""
    done = newsread(*arguments, stdin=STORY)
    assert (done.returncode, done.stdout) == (0, CLEAN)


def test_a_file_can_be_redirected_in(story: Path) -> None:
    """`newsread < page.txt` reads the file as it reads a pipe."""
    with story.open("rb") as file:
        done = subprocess.run(COMMAND, stdin=file, capture_output=True, check=True, encoding="utf8")
    assert done.stdout == CLEAN


def test_a_file_named_like_a_command_is_written_with_its_folder(newsread: Newsread, tmp_path: Path) -> None:
    """`./clean` is a file, `clean` the command."""
    (tmp_path / "clean").write_text(STORY, "utf8")
    assert newsread("./clean").stdout == CLEAN
    assert newsread("clean", "clean").stdout == CLEAN


def test_a_file_with_a_leading_dash_stands_behind_two_dashes(newsread: Newsread, tmp_path: Path) -> None:
    """As everywhere."""
    (tmp_path / "-page").write_text(STORY, "utf8")
    assert newsread("clean", "--", "-page").stdout == CLEAN
    assert newsread("--", "-page").stdout == CLEAN


def test_sources_come_in_order_and_one_that_fails_stops_nothing(newsread: Newsread, tmp_path: Path) -> None:
    """One line of JSON each, in the order given; the failed ones say why, and make the status 1."""
    for name in ("b", "a"):
        (tmp_path / name).write_text(f"The harbour of {name} opened on Monday.\n", "utf8")
    (tmp_path / "empty").touch()
    done = newsread("clean", "--format", "json", "b", "none", "empty", ".", "a", "b")
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["source"] for result in results] == ["b", "none", "empty", ".", "a", "b"]
    assert [result.get("error", {}).get("kind") for result in results] == [
        None, "not-found", "nothing-readable", "unreadable", None, None,
    ]  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count("\n") == 3
    assert all(line.startswith("newsread: ") for line in done.stderr.splitlines())


def test_several_texts_are_parted_by_a_line(newsread: Newsread, story: Path) -> None:
    """By `---`, for text and for Markdown."""
    assert newsread("clean", story, story).stdout == f"{CLEAN}\n---\n\n{CLEAN}"
    markdown = newsread("clean", "--format", "markdown", story, story).stdout
    assert markdown == f"# {CLEAN}\n---\n\n# {CLEAN}"


@pytest.mark.parametrize(
    ("content", "status"), [(None, 1), (b"", 3), (b" \n\t\n", 3), (b"%PDF-1.7\n", 3), (b"\x89PNG\r\n\x1a\n", 3)]
)
def test_a_single_source_gives_its_own_status(
    newsread: Newsread, tmp_path: Path, content: bytes | None, status: int
) -> None:
    """1 when it failed, 3 when there is nothing readable in it; `explain` agrees."""
    if content is not None:
        (tmp_path / "page").write_bytes(content)
    for command in ("clean", "quotes", "explain"):
        assert newsread(command, "page").returncode == status


def test_no_quotes_are_fine(newsread: Newsread, story: Path) -> None:
    """An article without quotes prints none, with status 0."""
    done = newsread("quotes", story)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("to", ["stdout", "stderr"])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, to: str) -> None:
    """Also when it was closed between two sources: `newsread clean a b | head -1` says nothing."""
    (tmp_path / "a").write_text(STORY, "utf8")
    os.mkfifo(tmp_path / "b")
    running = subprocess.Popen(
        [*COMMAND, "clean", "a", "none", "b", "none"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout
    assert running.stderr
    assert running.stdout.readline()
    assert running.stderr.readline()
    closed, open_one = (running.stdout, running.stderr) if to == "stdout" else (running.stderr, running.stdout)
    closed.close()
    Thread(target=(tmp_path / "b").write_text, args=(STORY, "utf8"), daemon=True).start()
    rest = open_one.read()
    open_one.close()
    assert b"Traceback" not in rest
    assert b"Broken" not in rest
    assert running.wait() in {0, 1}


def test_help_into_a_closed_pipe_ends_quietly() -> None:
    """Python's own flush at the end finds nothing to complain of."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run([*COMMAND, "--help"], stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_interrupt_ends_with_130(server: Loopback) -> None:
    """While a page is waited for, ctrl+c ends the command at once and quietly."""
    address = server.on("/a", Handler.hang)
    running = subprocess.Popen([*COMMAND, "clean", address], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    server.hanging.wait()
    running.send_signal(signal.SIGINT)
    assert running.communicate() == (b"", b"")
    assert running.returncode == 130


def test_a_full_disk_is_told(tmp_path: Path, story: Path) -> None:
    """What cannot be written makes the status 1."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with full.open("wb") as disk:
        done = subprocess.run(
            [*COMMAND, "clean", story], cwd=tmp_path, stdout=disk, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("closed", ["0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"])
def test_closed_standard_streams_do_no_harm(tmp_path: Path, story: Path, closed: str) -> None:
    """Whoever starts the command may have closed any of them."""
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND, "clean", "none", story],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_output_is_utf8_whatever_the_locale_says(newsread: Newsread, tmp_path: Path) -> None:
    """In a C locale curly quotes and dashes come out as they are."""
    text = "The ferry “Ça ira” – the naïve one – passed the 船 and the 🚢 on Monday.\n"
    (tmp_path / "page").write_text(text, "utf8")
    done = newsread("clean", "page", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (0, text)


def test_a_file_name_that_is_no_utf8_does_no_harm(newsread: Newsread, tmp_path: Path) -> None:
    """It is read, and shown as well as can be."""
    name = b"caf\xe9.txt"
    try:
        (tmp_path / os.fsdecode(name)).write_text(STORY, "utf8")
    except OSError:
        pytest.skip("this file system wants UTF-8")
    done = newsread("clean", "--format", "json", name, b"\xff")
    found, missing = map(json.loads, done.stdout.splitlines())
    assert found["source"] == "caf?.txt"
    assert missing["error"]["kind"] == "not-found"


def test_what_is_printed_cannot_drive_a_terminal(newsread: Newsread, tmp_path: Path) -> None:
    """Neither a page nor a file's name nor a usage error brings an escape sequence out, in any format."""
    evil = "a\x1b]0;title\x07\x9b31m\u202eb"
    (tmp_path / "page").write_text(f"{evil} head\n\nThe harbour {evil} opened.\n", "utf8")
    for done in (
        newsread("clean", "page", evil),
        newsread("clean", "--format", "markdown", "page", evil),
        newsread("clean", "--format", "json", "page", evil),
        newsread("explain", "page"),
        newsread("clean", "--filters", evil, "page"),
        newsread(f"--{evil}"),
    ):
        printed = done.stdout + done.stderr
        assert printed
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(printed)


def test_plain_text_is_cleaned_without_the_heavy_libraries(story: Path) -> None:
    """`newsread clean page.txt` loads no Textual, no httpx, no lxml, and nothing else of weight."""
    code = (
        "import sys; from newsread.cli import main; status = main(sys.argv[1:]);"
        "print(status, sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "clean", story], capture_output=True, check=True, encoding="utf8"
    )
    assert done.stderr.startswith("0 [")
    for heavy in ("textual", "rich", "httpx", "asyncio", "lxml", "readability", "sqlite3", "tomlkit"):
        assert f"'{heavy}'" not in done.stderr


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_gets_a_word_instead_of_the_reader(tmp_path: Path, story: Path, term: str) -> None:
    """The reader cannot draw there, and draws nothing; one line says what can be done."""
    outer, inner = os.openpty()
    done = subprocess.run(
        [*COMMAND, story], cwd=tmp_path, env=os.environ | {"TERM": term}, stdin=inner, stdout=inner, stderr=inner,
        check=False,
    )  # fmt: skip
    shown = os.read(outer, 1 << 16).decode()
    os.close(inner)
    os.close(outer)
    assert done.returncode == 1
    assert "newsread --linear" in shown
    assert "newsread clean" in shown
    assert shown.count("\n") == 1
    assert shown.strip().isprintable()


@pytest.mark.parametrize("config", ["pipe", "/dev/zero", "."])
def test_a_configuration_that_is_no_file_is_told_and_not_waited_for(
    newsread: Newsread, tmp_path: Path, config: str
) -> None:
    """Neither a pipe that nobody writes to nor a device without an end holds the article up."""
    os.mkfifo(tmp_path / "pipe")
    done = newsread("clean", "--config", config, stdin="The bridge is open now.")
    assert "The bridge is open now." in done.stdout
    assert "cannot be read" in done.stderr
