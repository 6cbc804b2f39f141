"""The recording in the documentation: it plays, and shows what it is there to show."""

import json
from collections.abc import Iterator
from pathlib import Path

import pyte
from terminal import printable

FILE = Path(__file__).parents[1] / "docs" / "recording.cast"


def frames() -> Iterator[tuple[float, str]]:
    """When something is drawn, and all that the terminal shows then."""
    header, *events = map(json.loads, FILE.read_text("utf8").splitlines())
    assert header["version"] == 2
    screen = pyte.Screen(header["width"], header["height"])
    stream = pyte.ByteStream(screen)
    for time, kind, drawn in events:
        assert kind == "o"
        stream.feed(printable(drawn.encode()))
        yield time, "\n".join(screen.display)


def test_the_recording_shows_what_only_newsread_does() -> None:
    """Removed lines with reasons, a rule by pointing with undo, quotes with speakers, an override remembered."""
    seen = list(frames())
    times = [time for time, _ in seen]
    assert times == sorted(times)
    assert times[-1] < 90
    shown = iter(text for _, text in seen)
    for words in (
        "duplicate_title: the headline, shown at the top",
        "Line put back",
        "Remove on dailygannet.example",
        "Undone: rule for",
        "quote 1 of 21",
        "$ newsread ferry.html",
        "Where you left it",
        "By Marnie Osgood, Coastal Affairs Reporter",
    ):
        assert any(words in text for text in shown), words


def test_the_recording_tells_nothing_of_who_made_it() -> None:
    """No folder of the machine that it was made on is in it."""
    text = FILE.read_text("utf8")
    assert not any(folder in text for folder in ("/home/", "/tmp/", "/root", "/Users/"))  # noqa: S108 - only looked for
