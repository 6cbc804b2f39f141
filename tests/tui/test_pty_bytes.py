"""What the real program writes to a real terminal: only what it means to, whatever it was given to show."""

import base64
import os
import re
import signal
from functools import partial
from pathlib import Path

import pytest
from loopback import Handler, Loopback
from terminal import Start, Terminal

EVIL = "\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x1b\\\x1b]8;;http://evil.example\x1b\\\x1b[6n\x1b[?1049l\u202e\u2066\x9b31m\x90q\x1bc\x0e"
DECODED = "&#27;]0;owned&#7;&#x9b;31m&amp;#27;[6n&#8238;"
_MEANT = re.compile(
    rb"\x1b\[[0-9;]*m"  # colours
    rb"|\x1b\[[0-9;]*H"  # to a place
    rb"|\x1b\[\?(?:1049|25|1000|1003|1015|1006|1004|2004|7|2026|2048)[hl]"  # modes
    rb"|\x1b\[\?(?:2026|2048)\$p"  # questions about modes
    rb"|\x1b\[[<>][0-9]*u"  # the keyboard's protocol
    rb"|\x1b\]22;[a-z-]*\x07"  # the mouse pointer's shape
    rb"|\x1b\]52;c;(?P<copied>[A-Za-z0-9+/=]*)\x07"  # the clipboard
)


@pytest.fixture
def start(start: Start) -> Start:
    """Start newsread in a large window."""
    return partial(start, size=(120, 40))


def ended(terminal: Terminal) -> list[str]:
    """End the program; what it copied. Whatever it wrote besides text must be its own."""
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.end() == 128 + signal.SIGTERM
    rest = _MEANT.sub(b"", terminal.drawn).decode()
    strange = [
        rest[max(0, at - 5) : at + 30] for at, each in enumerate(rest) if not (each.isprintable() or each in "\r\n")
    ]
    assert not strange
    return [base64.b64decode(found["copied"]).decode() for found in _MEANT.finditer(terminal.drawn) if found["copied"]]


def test_nothing_of_a_page_is_more_than_text(start: Start, tmp_path: Path) -> None:
    """Title, byline, site, text, links, captions and quotes; read, searched, copied, pointed at, all of it shown."""
    line = (
        f"<p>The bridge <a href='http://x/{EVIL}'>is{EVIL} open</a> {DECODED} now. “We are glad{EVIL} of it and "
        f"{DECODED} proud,” said Anna{EVIL} Smith, the mayor.</p>"
        f"<figure><figcaption>A{EVIL} bridge</figcaption></figure>"
    )
    (tmp_path / "page.html").write_text(
        f"<title>Bridge{EVIL}{DECODED}</title><meta name=author content='Ida{EVIL}{DECODED}'>"
        f"<meta property=og:site_name content='Gannet{EVIL}{DECODED}'><article><h1>Bridge{EVIL}</h1>{line * 6}",
        "utf8",
    )
    terminal = start("page.html")
    terminal.wait_for("The bridge is")
    for keys in ("]y", "Yc", "\ty", "tS\x1b", "\t", "x", "\x1b/bridge\r", "v", "?", "\x1b", ":", "\x1b", "G"):
        terminal.press(keys)
        terminal.settle()
    copied = ended(terminal)
    assert copied
    assert all(each.isprintable() or each in "\n\t" for text in copied for each in text)


@pytest.mark.parametrize("there", [True, False])
def test_nothing_of_a_file_name_is_more_than_text(start: Start, tmp_path: Path, there: bool) -> None:
    """On the status line, and in the message when there is no such file."""
    name = f"a{EVIL.replace('/', '')}b.txt"
    if there:
        (tmp_path / name).write_text("Bridge\n\nThe bridge is open now.\n")
    terminal = start(name)
    terminal.wait_for("The bridge is open" if there else "There is no file")
    ended(terminal)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/{}", "http://a{}.invalid/", "ftp://{}/", "http://{}@[::1/"])
def test_nothing_of_an_address_is_more_than_text(start: Start, address: str) -> None:
    """Typed or given, and whatever is wrong with it."""
    terminal = start(address.format(EVIL))
    terminal.wait_for("tries again")
    terminal.press("O")
    terminal.press(f"ftp://{DECODED}\r")
    terminal.settle()
    ended(terminal)


def test_nothing_that_a_server_says_is_more_than_text(start: Start, server: Loopback) -> None:
    """In headers, in place of HTTP, and in a page that names a charset of its own."""

    def speak(handler: Handler) -> None:
        handler.wfile.write(f"HTTP/1.1 200 {EVIL}\r\nX: {EVIL}\r\n\r\n".encode())

    def refuse(handler: Handler) -> None:
        handler.wfile.write(f"HTTP/1.1 429 No\r\nRetry-After: {EVIL}\r\nContent-Type: {EVIL}\r\n\r\n".encode())

    terminal = start(server.on("/a", speak))
    terminal.wait_for("tries again")
    for address in (
        server.on("/b", refuse),
        server.redirect("/c", "ftp://x/%1b]0;owned%07"),
        server.page("/d", b"<p>The bridge is open. \x1b]0;owned\x07", content_type="text/html; charset=\x1b]0;x"),
    ):
        terminal.press(f"O{address}\r")
        terminal.settle()
    ended(terminal)


def test_nothing_of_a_configuration_is_more_than_text(start: Start, tmp_path: Path) -> None:
    """Neither of its values, its keys and its errors, nor of a rule's reason, nor of a filter's."""
    (tmp_path / "page.txt").write_text(f"Bridge\n\nThe bridge is open now.\n\nBuy our herring.\n\n{'a' * 90}b\n")
    (tmp_path / "my.toml").write_text(
        '[reader]\ntheme = "\\u001b]0;owned\\u0007\\u202e"\n"\\u001b]0;owned\\u0007" = 1\n'
        '[[rules]]\ncontains = "herring"\nreason = "\\u001b]0;owned\\u0007\\u202e"\n'
        '[[rules]]\nname = "\\u001b]0;owned\\u0007"\npattern = "^(a|aa)+$|\\u001b]0;owned\\u0007"\n'
        '[[rules]]\npattern = "(\\u001b]0;owned\\u0007"\n'
    )
    (tmp_path / "filters").mkdir()
    (tmp_path / "filters" / "loud.py").write_text("raise ValueError('\\x1b]0;owned\\x07\\u202e')")
    terminal = start("--config", "my.toml", "page.txt")
    terminal.wait_for("The bridge is open")
    assert "takes too long" in terminal.text
    assert "no regular expression" in terminal.text
    for keys in ("c", "jjjx", "\x1b"):
        terminal.press(keys)
        terminal.settle()
    ended(terminal)
