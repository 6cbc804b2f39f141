"""However the real program ends, the terminal is left as it was, with the status that a shell expects."""

import os
import signal
import sys
from pathlib import Path

import pytest
from terminal import Start, left_clean

import newsread
from newsread.paths import state_file

STORY = "Bridge turns out too low\n\n" + "\n\n".join(
    f"The secret committee met {number} times." for number in range(60)
)
FAILS = """
import sys
from newsread.screens.reader import ReaderScreen
def fail(self):
    words = self.index.blocks[1].source_text
    raise ValueError(words)
ReaderScreen.do_help = fail
from newsread.cli import main
sys.exit(main(sys.argv[1:]))
"""
THREAD_FAILS = "from newsread.layout.search import Search\nSearch.AHEAD = 0\n" + FAILS.replace(
    "do_help", "_find_all"
).replace("fail(self)", "fail(self, *_)")
OTHER_SCREEN = b"\x1b[?1049h"


@pytest.fixture
def start(start: Start, tmp_path: Path) -> Start:
    """Start a program in a folder that holds `page.txt`."""
    (tmp_path / "page.txt").write_text(STORY)
    return start


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_ends_the_program_and_leaves_the_terminal_clean(start: Start, number: signal.Signals) -> None:
    """The status is what a shell reports of a program that the signal has ended."""
    terminal = start("page.txt")
    terminal.wait_for("Bridge turns out")
    os.kill(terminal.pid, number)
    assert terminal.end() == 128 + number
    assert left_clean(terminal)


def test_the_program_ends_when_the_terminal_is_gone(start: Start) -> None:
    """Closing the window ends it; nothing is left behind that draws on nothing."""
    terminal = start("page.txt")
    terminal.wait_for("Bridge turns out")
    terminal.hang_up()
    assert os.waitstatus_to_exitcode(os.waitpid(terminal.pid, 0)[1]) == 128 + signal.SIGHUP
    terminal.status = 0


def test_a_terminal_that_takes_nothing_more_cannot_hold_the_program(start: Start) -> None:
    """A signal ends it all the same, in a few seconds."""
    terminal = start("page.txt")
    terminal.wait_for("Bridge turns out")
    for _ in range(300):
        terminal.press("jk")  # each draws, and nobody reads what is drawn
    os.kill(terminal.pid, signal.SIGTERM)
    assert os.waitstatus_to_exitcode(os.waitpid(terminal.pid, 0)[1]) == 128 + signal.SIGTERM
    terminal.status = 0


def test_ctrl_z_goes_back_to_the_shell_and_fg_to_the_text(start: Start) -> None:
    """In a real shell; the terminal is the shell's meanwhile, and the place in the text is kept."""
    shell = start("-i", program=("sh",))
    shell.press(f"PS1='ready> '; {sys.executable} -m newsread page.txt\n")
    shell.wait_for("Bridge turns out")
    shell.press("G")
    shell.wait_for("met 59 times")
    shell.press("\x1a")
    shell.wait_for("Stopped")
    assert left_clean(shell)
    shell.screen.reset()
    shell.press("fg\n")
    shell.wait_for_bytes(OTHER_SCREEN, 2)
    shell.wait_for("met 59 times")
    shell.press("q")
    shell.wait_for("ready>")
    shell.press("echo status $?\n")
    shell.wait_for("status 0")


def test_without_a_shell_ctrl_z_says_so(start: Start) -> None:
    """A program that nobody could start again does not stop."""
    terminal = start("page.txt")
    terminal.wait_for("Bridge turns out")
    terminal.press("\x1a")
    terminal.wait_for("no shell to go back to")
    terminal.press("q")
    assert terminal.end() == 0


def test_a_fault_of_the_program_is_one_line_and_a_report_without_the_article(start: Start) -> None:
    """The line says where the report is; neither holds a word of what was read, and the terminal is clean."""
    terminal = start("page.txt", program=(sys.executable, "-c", FAILS))
    terminal.wait_for("Bridge turns out")
    terminal.press("?")
    assert terminal.end() == 1
    assert left_clean(terminal)
    (report,) = state_file().parent.glob("crash-*.txt")
    written = report.read_text("utf8")
    assert "ValueError" in written
    assert "in action_command" in written
    assert "newsread/screens/base.py, line " in written
    assert str(Path(newsread.__file__).parent) not in written
    assert "committee" not in written
    after = terminal.drawn.rpartition(b"\x1b[?1049l")[2]
    assert report.name.encode() in after
    assert b"committee" not in after


def test_a_fault_in_a_thread_is_reported_and_the_program_goes_on(start: Start) -> None:
    """One line on the screen and one when the program is left say where the report is; none holds the article."""
    terminal = start("page.txt", program=(sys.executable, "-c", THREAD_FAILS))
    terminal.wait_for("Bridge turns out")
    terminal.press("/secret\r")
    terminal.wait_for("newsread failed (ValueError)")
    terminal.press("G")
    terminal.wait_for("met 59 times")
    terminal.press("q")
    assert terminal.end() == 0
    assert left_clean(terminal)
    (report,) = state_file().parent.glob("crash-*.txt")
    written = report.read_text("utf8")
    assert "ValueError" in written
    assert "committee" not in written
    after = terminal.drawn.rpartition(b"\x1b[?1049l")[2]
    assert after.count(report.name.encode()) == 1
    assert b"committee" not in after
    assert b"Traceback" not in terminal.drawn


def test_a_storm_of_resizes_changes_nothing(start: Start) -> None:
    """From the first moment on, while the article is loading too, down to a window of two cells."""
    terminal = start("page.txt")
    for number in range(60):
        terminal.resize(2 + number * 37 % 140, 1 + number * 13 % 40)
        terminal.settle()
    terminal.resize(100, 30)
    terminal.wait_for("Bridge turns out")
    terminal.press("q")
    assert terminal.end() == 0
    assert left_clean(terminal)


@pytest.mark.parametrize("size", [(5, 2), (1, 1), (20, 5)])
def test_a_window_that_is_far_too_small_is_no_crash(start: Start, size: tuple[int, int]) -> None:
    """Every screen opens and closes in it."""
    terminal = start("page.txt", size=size)
    terminal.wait_for_bytes(OTHER_SCREEN)
    terminal.press("Gx\x1b")
    for key in ("?", ":", "/", "O", "v", "c"):
        terminal.press(key)
        terminal.settle()
        terminal.press("\x1b")
        terminal.settle()
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.end() == 128 + signal.SIGTERM
    assert not list(state_file().parent.glob("crash-*"))


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "POSIX"}]
)
def test_the_locale_changes_nothing(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: dict[str, str]
) -> None:
    """Where the locale knows no UTF-8, letters and names of files are what they are."""
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "möwe.txt").write_text("Möwe stiehlt Ehering\n\nDer Pfarrer sagte: „Schön war’s trotzdem.“\n", "utf8")
    terminal = start("möwe.txt")
    terminal.wait_for("Schön war’s")
    terminal.press("q")
    assert terminal.end() == 0


def test_keys_that_come_faster_than_the_screen_is_made_are_no_crash(start: Start) -> None:
    """Lists and prompts that are moved in and left before they are there."""
    terminal = start("page.txt")
    terminal.wait_for("Bridge turns out")
    for opens in "?:OSP/x" * 2:
        terminal.press(f"{opens}\x1b[B\x1b[6~")
        terminal.press("\x1b")
        terminal.settle()
        terminal.press("\x1b")
        terminal.settle()
    os.kill(terminal.pid, signal.SIGTERM)
    status = terminal.end()
    assert [report.read_text("utf8") for report in state_file().parent.glob("crash-*")] == []
    assert status == 128 + signal.SIGTERM
