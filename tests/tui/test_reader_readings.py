"""Sources are gathered for, loaded and read in another process, which can be stopped."""

import itertools
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from newsread import answering
from newsread.config.declaration import ReaderSettings, Settings
from newsread.layout.index import Index
from newsread.opening import Failure, Opening, Progress
from newsread.paths import state_file
from newsread.readings import Prepared, Readings
from newsread_filters.builtin.duplicate_title import DuplicateTitle
from newsread_filters.filter import Clutter, Filter
from newsread_filters.model import Page, Reading
from newsread_filters.view import ArticleView

TEXT = "Bridge turns out too low\n\nThe crossing would be 40 centimetres too low for the ferry, residents found out.\n"

Make = Callable[..., Readings]


class Hangs(Filter, frozen=True):
    """Never comes back from C, where no signal of ours is heard."""

    name = "hangs"
    examples = ()

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Hang."""
        for _ in itertools.count():
            sum(itertools.repeat(1, sys.maxsize))
        yield Clutter(article.blocks[0].number, "")


class Crashes(Filter, frozen=True):
    """Brings the process down."""

    name = "crashes"
    examples = ()

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Die."""
        os.kill(os.getpid(), signal.SIGKILL)
        yield Clutter(article.blocks[0].number, "")


@pytest.fixture
def make() -> Iterator[Make]:
    """Makes readings with some settings and some problems."""
    made: list[Readings] = []

    def readings(settings: Settings | None = None, problems: tuple[str, ...] = (), seconds: float = 5) -> Readings:
        made.append(Readings(lambda: (settings or Settings(), problems), seconds=seconds))
        return made[-1]

    yield readings
    for each in made:
        each.close()


def ended(opening: Opening) -> Opening:
    """The opening, when it has come to its end."""
    opening.start()
    opening.wait()
    return opening


def test_a_file_is_loaded_and_read(make: Make, tmp_path: Path) -> None:
    """The outcome is all that the screen must know; on the way there is progress."""
    (tmp_path / "page.txt").write_text(TEXT)
    told: list[object] = []
    opening = make().opening(str(tmp_path / "page.txt"))
    opening.follow(told.append)
    outcome = ended(opening).outcome
    assert isinstance(outcome, Index)
    assert outcome.reading.article.title == "Bridge turns out too low"
    assert Progress("Reading", len(TEXT), len(TEXT)) in told
    assert told[-1] is outcome


def test_what_the_screen_needs_of_the_settings_comes_first(make: Make) -> None:
    """Theme, measure, keys and problems are there before the page is, and whether it can be read or not."""
    settings = Settings(reader=ReaderSettings(theme="nord", measure=50), keys={"quit": ("Q",)})
    readings = make(settings, ("config.toml:3: no such key",))
    readings.opening("/nowhere/page.txt").start()
    on = dict.fromkeys(settings.filters, True)
    assert readings.prepared() == Prepared(
        "nord", 50, settings.sources.most_bytes, ("config.toml:3: no such key",), {"quit": ("Q",)}, filters=on
    )


def test_settings_can_be_had_before_there_is_a_source(make: Make) -> None:
    """Standard input is read with the limit that is set."""
    assert make(Settings(reader=ReaderSettings(measure=50))).prepare().measure == 50


def test_a_page_that_is_there_is_read(make: Make) -> None:
    """What came from standard input is not loaded again."""
    opening = ended(make().opening("-", Page(source="-", data=TEXT.encode())))
    assert isinstance(opening.outcome, Index)
    assert opening.source == "-"


@pytest.mark.parametrize(("data", "kind"), [(b"", "nothing-readable"), (b"%PDF-1.7 \x00\x01", "not-an-article")])
def test_why_a_page_cannot_be_shown_is_told(make: Make, data: bytes, kind: str) -> None:
    """A refusal comes back with its kind and its message."""
    outcome = ended(make().opening("-", Page(source="-", data=data))).outcome
    assert isinstance(outcome, Failure)
    assert outcome.kind == kind
    assert outcome.message


def test_a_missing_file_is_told(make: Make, tmp_path: Path) -> None:
    """So does a source that is not there."""
    outcome = ended(make().opening(str(tmp_path / "nothing.txt"))).outcome
    assert isinstance(outcome, Failure)
    assert outcome.kind == "not-found"


def test_a_name_that_is_no_unicode_is_no_trouble(make: Make, tmp_path: Path) -> None:
    """Files may be named with any bytes."""
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "w") as file:  # noqa: PTH123 - bytes are meant
        file.write(TEXT)
    assert isinstance(ended(make().opening(os.fsdecode(path))).outcome, Index)


def test_settings_that_cannot_be_gathered_are_the_defaults() -> None:
    """Whatever goes wrong there, the screen starts, and the failure is told on it."""

    def gather() -> tuple[Settings, tuple[str, ...]]:
        raise OSError("no home")

    readings = Readings(gather)
    outcome = ended(readings.opening(None)).outcome
    assert readings.prepared() == Prepared()
    assert isinstance(outcome, Failure)
    assert "no home" in outcome.message
    readings.close()


def test_what_is_cancelled_stops_at_once_and_is_not_told(make: Make, tmp_path: Path) -> None:
    """A pipe that nobody writes to holds its process, and nothing else."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    told: list[object] = []
    readings = make()
    opening = readings.opening(str(pipe))
    opening.follow(told.append)
    opening.start()
    readings.prepared()
    opening.cancel()
    opening.wait()
    assert not any(isinstance(each, Index | Failure) for each in told)


class Takes(Hangs, frozen=True):
    """The same as a step of our own, which is told by the module that it is from."""

    __module__ = "newsread_filters.builtin.takes"


class Dies(Crashes, frozen=True):
    """The same as a step of our own."""

    __module__ = "newsread_filters.builtin.dies"


class Spoils(Filter, frozen=True):
    """Changes what the program needs behind it."""

    name = "spoils"
    examples = ()

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Spoil it."""
        vars(answering)["replace"] = None
        yield Clutter(article.blocks[0].number, "")


@pytest.mark.parametrize(
    ("grief", "why"),
    [
        (Hangs(), "The filter hangs failed and was left out: it was stopped after 1.5 seconds"),
        (Crashes(), "The filter crashes failed and was left out: it ended without an answer"),
        (Spoils(), "The filter spoils was left out, because what runs behind it failed: TypeError"),
    ],
    ids=["hangs", "crashes", "spoils"],
)
@pytest.mark.parametrize("is_there", [True, False])
def test_a_filter_that_brings_its_process_to_grief_is_left_out(
    make: Make, tmp_path: Path, grief: Filter, why: str, is_there: bool
) -> None:
    """The page is read again without it, loaded from a file or there already; the notice names it."""
    path = tmp_path / "page.txt"
    path.write_text(TEXT)
    readings = make(Settings(filters={"duplicate_title": DuplicateTitle(), "grief": grief}))
    page = Page(source=str(path), data=TEXT.encode())
    outcome = ended(readings.opening(str(path), page if is_there else None)).outcome
    assert isinstance(outcome, Index)
    assert outcome.reading.page == page
    assert [block.text for block in outcome.reading.article.blocks if not block.removed] == [TEXT.splitlines()[2]]
    (notice,) = outcome.reading.notices
    assert notice.kind == "filter-failed"
    assert notice.message.startswith(why)


@pytest.mark.parametrize(
    ("grief", "why"),
    [(Takes(), "stopped after 0.3 seconds"), (Dies(), "ended without an answer")],
    ids=["hangs", "crashes"],
)
@pytest.mark.parametrize("is_there", [True, False])
def test_a_page_whose_process_comes_to_grief_is_shown_as_it_stands(
    make: Make, tmp_path: Path, grief: Filter, why: str, is_there: bool
) -> None:
    """Its text, all of it, under one notice that says why; loaded from a file, or there already."""
    path = tmp_path / "page.txt"
    path.write_text(TEXT)
    readings = make(Settings(filters={"grief": grief}), seconds=0.3)
    page = Page(source=str(path), data=TEXT.encode())
    outcome = ended(readings.opening(str(path), page if is_there else None)).outcome
    assert isinstance(outcome, Index)
    assert outcome.reading.page == page
    assert "\n\n".join(block.source_text for block in outcome.reading.article.blocks) == TEXT.strip()
    (notice,) = outcome.reading.notices
    assert notice.kind == "raw-text"
    assert why in notice.message


def test_a_fault_in_the_thread_that_opens_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The failure says where the report is; neither holds what the fault says, which may be the article."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def work(_: object) -> Reading:
        raise ValueError("secret words")

    outcome = ended(Opening("page.txt", work)).outcome
    (report,) = state_file().parent.glob("crash-*.txt")
    assert isinstance(outcome, Failure)
    assert str(report) in outcome.message
    assert "secret" not in outcome.message + report.read_text("utf8")


def test_a_page_that_hangs_can_be_cancelled(make: Make) -> None:
    """Whoever cancels gets no text as it stands either."""
    told: list[object] = []
    readings = make(Settings(filters={"grief": Hangs()}), seconds=1000)
    opening = readings.opening("page.txt", Page(source="page.txt", data=TEXT.encode()))
    reading = Event()

    def listen(each: object) -> None:
        told.append(each)
        reading.set()

    opening.follow(listen)
    opening.start()
    reading.wait()
    opening.cancel()
    opening.wait()
    assert isinstance(opening.outcome, Failure)
    assert not any(isinstance(each, Index | Failure) for each in told)
