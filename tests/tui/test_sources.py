"""Pages from files, pipes and standard input."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from newsread.config.declaration import SourceSettings
from newsread.sources import SourceError, file, lasting, load, sample
from newsread_filters import read

STORY = b"The harbour of Lowmere opened on Monday."
SETTINGS = SourceSettings(max_megabytes=1)


def refused(source: str | Path) -> SourceError:
    """The error that loading ends with."""
    with pytest.raises(SourceError) as caught:
        load(str(source), SETTINGS)
    return caught.value


def test_a_file_is_read_whole_and_has_no_address(tmp_path: Path) -> None:
    """Its bytes are handed over untouched, whatever its name says."""
    path = tmp_path / "page.pdf"
    path.write_bytes(STORY)
    page = load(str(path), SETTINGS)
    assert (page.data, page.source, page.url) == (STORY, str(path), None)


@pytest.mark.parametrize("form", ["file://{}", "~/a story.txt"])
def test_a_file_can_be_named_in_other_ways(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a file: address, and from the home folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / "a story.txt"
    path.write_bytes(STORY)
    assert load(form.format(path).replace("://", "://localhost"), SETTINGS).data == STORY


def test_what_a_file_is_remembered_as_opens_it_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From any folder, and also when its name is no UTF-8, which no state file could hold."""
    monkeypatch.chdir(tmp_path)
    for name in (b"a story?.txt", b"caf\xe9 %41#.txt"):
        try:
            Path(os.fsdecode(name)).write_bytes(STORY)
        except OSError:
            pytest.skip("this file system wants UTF-8")
        source = lasting(os.fsdecode(name), None)
        assert source
        assert source.isprintable()
        monkeypatch.chdir("/")
        assert load(source, SETTINGS).data == STORY
        assert lasting(source, None) == source
        monkeypatch.chdir(tmp_path)


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    """Also when a folder in its path is a file; what looks like an address gets a hint."""
    (tmp_path / "page.txt").write_bytes(STORY)
    for path in (tmp_path / "no.html", tmp_path / "page.txt" / "more", "\0", "", "a" * 5000):
        assert refused(path).kind in {"not-found", "unreadable"}
    assert "https://gannet.example/a" in refused("gannet.example/a").message
    assert "https:" not in refused("story.html").message


def test_what_is_no_file_is_unreadable(tmp_path: Path) -> None:
    """Folders, devices and sockets; an endless device is not even begun."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for path in (tmp_path, "/dev/zero", "/dev/null", tmp_path / "socket"):
            assert refused(path).kind == "unreadable"


def test_a_file_that_may_not_be_read_is_unreadable(tmp_path: Path) -> None:
    """Its permissions are named."""
    path = tmp_path / "page.txt"
    path.write_bytes(STORY)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("the superuser may read everything")
    assert "permissions" in refused(path).message


def test_links_in_a_circle_are_unreadable(tmp_path: Path) -> None:
    """They end with a message."""
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert refused(tmp_path / "a").kind == "unreadable"


def test_a_file_over_the_cap_is_too_large(tmp_path: Path) -> None:
    """The message names the setting."""
    path = tmp_path / "page.txt"
    path.write_bytes(b"x" * 1_000_001)
    error = refused(path)
    assert error.kind == "too-large"
    assert "max_megabytes" in error.message


def test_a_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    """As a shell's <(command) needs it."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = Thread(target=path.write_bytes, args=(STORY * 5000,))
    writer.start()
    assert load(str(path), SETTINGS).data == STORY * 5000
    writer.join()


def test_a_named_pipe_that_nobody_writes_to_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some patience, instead of hanging for good."""
    monkeypatch.setattr(file, "PATIENCE", 0.05)
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "Nothing came" in refused(path).message


def test_a_message_about_a_file_is_harmless_on_a_terminal() -> None:
    """The name of a file is outside text too."""
    assert refused("a\x1b]0;title\x07\u202e\n.txt").message == "There is no file a .txt."


@pytest.mark.parametrize("source", ["ftp://gannet.example/a", "gopher://x", "javascript://%0aalert(1)"])
def test_other_schemes_are_refused(source: str) -> None:
    """The message says what can be opened."""
    assert "http and https" in refused(source).message


def test_standard_input_is_read_to_its_end() -> None:
    """Up to the cap."""
    code = (
        "from newsread.config.declaration import SourceSettings as S; from newsread.sources import *;\n"
        "try: print(len(load('-', S(max_megabytes=1)).data))\n"
        "except SourceError as error: print(error.kind)"
    )
    for size, told in ((0, "0"), (300_000, "300000"), (1_000_001, "too-large")):
        done = subprocess.run([sys.executable, "-c", code], input=b"x" * size, capture_output=True, check=True)
        assert done.stdout.decode().strip() == told


def test_the_sample_is_an_article() -> None:
    """It is there without network or files of the user, with a title, quotes, and clutter to remove."""
    reading = read(sample())
    assert reading.article.title
    assert len(reading.quotes) >= 12
    assert any(block.removed for block in reading.article.blocks)
