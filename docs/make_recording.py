"""Makes docs/recording.cast from a real session in a terminal: `make recording`; `asciinema play` shows it.

What only newsread does: removed lines with their reasons, a line put back, a rule made by pointing and taken back,
quotes with their speakers, and that the place in an article and what was changed in it are remembered. Times are as
somebody would press the keys, not as fast as this machine is, so that two recordings of the same program differ only in
what it draws.
"""  # noqa: INP001 - a script

import codecs
import fcntl
import json
import os
import pty
import select
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

COLUMNS, ROWS = 104, 30
FILE = Path(__file__).parent / "recording.cast"
_QUIET = 1.5
"""Seconds without output after which a key is done with."""
_LONGEST = 2.0
"""Seconds more that anything may be drawn after a key."""
_START = 20.0
"""Seconds that the program may take to draw anything."""

Step = tuple[str, float]
"""Keys, and how long one looks at what they did, in seconds."""

REMOVED: tuple[Step, ...] = (("", 2.0), ("c", 1.5), ("gg", 2.5), ("j", 2.0), ("j", 2.0))
PUT_BACK: tuple[Step, ...] = (
    ("/", 0.5),
    ("UPDATED", 0.8),
    ("\r", 1.5),
    ("x", 3.0),
    ("\r", 2.5),
    ("\x1b", 0.5),
    ("c", 1.5),
)
RULE: tuple[Step, ...] = (
    ("/", 0.5),
    ("Vote now", 0.8),
    ("\r", 1.5),
    ("x", 3.0),
    ("j", 2.0),
    ("k", 1.0),
    ("\r", 2.5),
    ("u", 2.5),
    ("\x1b", 0.5),
)
QUOTES: tuple[Step, ...] = (("gg", 1.0), ("]", 1.5), ("]", 1.5), ("]", 2.0), ("\t", 1.5), ("j", 1.5), ("\x1b", 1.0))
AGAIN: tuple[Step, ...] = (("", 3.0), ("gg", 2.5), ("q", 0.5))
SESSIONS = ((*REMOVED, *PUT_BACK, *RULE, *QUOTES, ("q", 0.5)), AGAIN)
"""What is pressed in the first session, and in the next one with the same article."""

Event = tuple[float, str, str]


def session(steps: tuple[Step, ...], environment: Mapping[str, str], folder: Path) -> Iterator[tuple[float, str]]:
    """Press the keys of `steps` in a newsread of its own; gives how long to wait before each piece of output."""
    child, master = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execve(sys.executable, [sys.executable, "-m", "newsread", "ferry.html"], environment)  # noqa: S606 - no shell
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    decode = codecs.getincrementaldecoder("utf8")("replace").decode
    patience, pause = _START, 0.5
    for keys, looked_at in steps:
        os.write(master, keys.encode())
        yield pause, decode(_drawn(master, patience))
        patience, pause = 1.5, looked_at
    yield pause, decode(_drawn(master, 1.5), final=True)
    os.close(master)
    os.waitpid(child, 0)


def _drawn(master: int, patience: float) -> bytes:
    """What is drawn from now on until nothing more comes, or only a blinking cursor; `patience` is for the first."""
    drawn, end = b"", time.monotonic() + patience + _LONGEST
    while time.monotonic() < end and select.select([master], [], [], patience)[0]:
        try:
            piece = os.read(master, 1 << 16)
        except OSError:  # the program has ended
            break
        if not piece:
            break
        drawn, patience = drawn + piece, _QUIET
    return drawn


def recorded() -> list[Event]:
    """The whole recording, in a home of its own so that nothing of the user's is in it."""
    events: list[Event] = []
    now = 0.0
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "ferry.html").write_bytes((files("newsread") / "sample.html").read_bytes())
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "NEWSREAD", "NO_COLOR"))
        } | {"HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        for steps in SESSIONS:
            for pause, drawn in (("", "$ newsread ferry.html\r\n"), *session(steps, environment, Path(home))):
                now += float(pause or 1.0)
                events.append((round(now, 2), "o", drawn.replace(home, "~")))
    return events


def main() -> None:
    """Write the recording in the second version of asciinema's format."""
    header = {"version": 2, "width": COLUMNS, "height": ROWS, "title": "newsread", "env": {"TERM": "xterm-256color"}}
    lines = [json.dumps(header), *(json.dumps(event, ensure_ascii=False) for event in recorded())]
    FILE.write_text("\n".join(lines) + "\n", "utf8")


if __name__ == "__main__":
    main()
