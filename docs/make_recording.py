"""Makes docs/recording.cast from a real session in a terminal: `make recording`; `asciinema play` shows it.

What only newsread does: removed lines with their reasons, a line put back, a rule made by pointing and taken back,
quotes with their speakers, and that the place in an article and what was changed in it are remembered. A key is pressed
when what the one before it had to bring is on the screen; if that never comes, nothing is written. The times are as
somebody would press the keys, not as fast as this machine is, so that two recordings of the same program differ only in
what it draws.
"""  # noqa: INP001 - a script

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))  # for the terminal that the tests use
from terminal import Terminal

COLUMNS, ROWS = 104, 30
FILE = Path(__file__).parent / "recording.cast"
_AFTERGLOW = 0.3
"""Seconds in which what belongs to the same picture may still be drawn."""


class Step(NamedTuple):
    """Keys, what they bring to the screen that was not there, and how long one looks at that, in seconds."""

    keys: str
    brings: str
    looks: float


REMOVED = (
    Step("", "28 of 67 removed", 2.0),
    Step("c", "players", 1.5),
    Step("gg", "duplicate_title: the headline", 2.5),
    Step("j", "repeated_teaser: its 30 words", 2.0),
    Step("j", "bylines: names the author", 2.0),
)
PUT_BACK = (
    Step("/", "/Search the text", 0.5),
    Step("UPDATED", "/UPDATED", 0.8),
    Step("\r", "/UPDATED  1 of 1", 1.5),
    Step("x", "┃ this line, here       1 line back", 3.0),
    Step("\r", "27 of 67 removed", 2.5),
    Step("\x1b", " Daily Gannet   ", 0.5),
    Step("c", "17%", 1.5),
)
RULE = (
    Step("/", "/Search the text", 0.5),
    Step("Vote now", "/Vote now", 0.8),
    Step("\r", "/Vote now  1 of 1", 1.5),
    Step("x", "┃ this exact line            1 line", 3.0),
    Step("j", "┃ lines that start with “Vote now:”", 2.0),
    Step("k", "┃ this exact line", 1.0),
    Step("\r", "28 of 67 removed", 2.5),
    Step("u", "27 of 67 removed", 2.5),
    Step("\x1b", " Daily Gannet   ", 0.5),
)
QUOTES = (
    Step("gg", "DAILY GANNET", 1.0),
    Step("]", "quote 1 of 21", 1.5),
    Step("]", "quote 2 of 21", 1.5),
    Step("]", "quote 3 of 21", 2.0),
    Step("\t", "Tab text", 1.5),
    Step("j", "┃ “Point taken,”", 1.5),
    Step("\r", "quote 4 of 21", 1.5),
    Step("]", "quote 5 of 21", 1.0),
    Step("]", "quote 6 of 21", 1.5),
)
FIRST = (*REMOVED, *PUT_BACK, *RULE, *QUOTES)
AGAIN = (Step("", "Where you left it", 3.0), Step("gg", "By Marnie Osgood, Coastal Affairs Reporter", 2.5))
"""What is pressed in the first session, and in the next one with the same article."""

Event = tuple[float, str, str]


def session(steps: tuple[Step, ...], folder: Path) -> Iterator[tuple[float, bytes]]:
    """Press the keys of `steps` in a newsread of its own, and leave it; gives what is drawn, and when it is."""
    terminal = Terminal("ferry.html", cwd=folder, size=(COLUMNS, ROWS))
    pause, seen = 0.5, 0
    for step in steps:
        if step.brings in terminal.text:
            sys.exit(f"“{step.brings}” says nothing of {step.keys!r}: it is on the screen already:\n{terminal.text}")
        terminal.press(step.keys)
        terminal.wait_for(step.brings)
        terminal.settle(_AFTERGLOW)
        yield pause, terminal.drawn[seen:]
        pause, seen = step.looks, len(terminal.drawn)
    terminal.press("q")
    terminal.end()
    terminal.close()
    yield pause, terminal.drawn[seen:]


def recorded() -> list[Event]:
    """The whole recording, in a home of its own so that nothing of the user's is in it."""
    events: list[Event] = []
    now = 0.0
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "ferry.html").write_bytes((files("newsread") / "sample.html").read_bytes())
        for name in [name for name in os.environ if name.startswith(("XDG_", "NEWSREAD", "NO_COLOR"))]:
            del os.environ[name]
        os.environ["HOME"] = home
        for steps in (FIRST, AGAIN):
            for pause, drawn in ((1.0, b"$ newsread ferry.html\r\n"), *session(steps, Path(home))):
                now += pause
                events.append((round(now, 2), "o", drawn.decode().replace(home, "~")))
    return events


def main() -> None:
    """Write the recording in the second version of asciinema's format."""
    header = {"version": 2, "width": COLUMNS, "height": ROWS, "title": "newsread", "env": {"TERM": "xterm-256color"}}
    lines = [json.dumps(header), *(json.dumps(event, ensure_ascii=False) for event in recorded())]
    FILE.write_text("\n".join(lines) + "\n", "utf8")


if __name__ == "__main__":
    main()
