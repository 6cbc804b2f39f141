"""The real program in a real terminal, as a user starts it."""

from pathlib import Path

import pyte
import pytest
from terminal import Start, left_clean, printable

PAGE = """Bridge turns out too low for its own ferry

The crossing would be 40 centimetres too low for the town's only ferry.

“We measured it twice,” said Professor Hamish Orde, who checked the figures. “Both times the ferry lost.”

""" + "\n\n".join(
    f"The committee met for the {number}th time and agreed on the date of its next meeting." for number in range(40)
)


@pytest.fixture
def start(start: Start, tmp_path: Path) -> Start:
    """Start newsread in a folder that holds `page.txt`."""
    (tmp_path / "page.txt").write_text(PAGE)
    return start


def test_the_terminals_cursor_is_where_ours_is(start: Start) -> None:
    """A screen reader finds the current paragraph, and in the quotes the current quote."""
    terminal = start("page.txt")
    terminal.wait_for("0th time")
    terminal.press("j")
    terminal.wait_for_cursor("“We measured")
    terminal.press("jj")
    terminal.wait_for_cursor("The committee met for the 1th")
    terminal.press("G")
    terminal.wait_for_cursor("The committee met for the 39th")
    terminal.press("/")
    terminal.wait_for("Search the text")
    terminal.press("x")
    terminal.wait_for_cursor("")
    terminal.press("\x1b")
    terminal.wait_for_cursor("The committee met for the 39th")
    terminal.press("\t")
    terminal.wait_for_cursor("Hamish Orde")


def test_a_file_is_read_and_left(start: Start) -> None:
    """The article is on the screen, keys move through it, q leaves the terminal as it was, with status 0."""
    terminal = start("page.txt")
    terminal.wait_for("Bridge turns out too low")
    terminal.press("G")
    terminal.wait_for("39th time")
    terminal.wait_for("100%")
    terminal.press("gg]")
    terminal.wait_for("quote 1 of")
    terminal.press("q")
    assert terminal.end() == 0
    assert left_clean(terminal)


def test_what_is_piped_in_is_read_and_keys_come_from_the_terminal(start: Start) -> None:
    """Standard input is read to its end; after that the keyboard is the terminal's."""
    terminal = start("-", piped=PAGE.encode())
    terminal.wait_for("Bridge turns out too low")
    terminal.press("G")
    terminal.wait_for("39th time")
    terminal.press("q")
    assert terminal.end() == 0
    assert left_clean(terminal)


def test_nothing_piped_in_is_said_on_the_screen(start: Start) -> None:
    """An empty pipe is no crash: the screen says what is the matter, and q leaves."""
    terminal = start("-", piped=b"")
    terminal.wait_for("empty")
    terminal.press("q")
    assert terminal.end() == 0


def test_the_sample_is_shown_without_a_source(start: Start) -> None:
    """The first start needs no network, no account and no file, and names the keys that matter."""
    terminal = start(size=(120, 40))
    terminal.wait_for("Welcome to newsread")
    terminal.wait_for("QUOTES")
    terminal.press("q")
    assert terminal.end() == 0


def test_a_missing_file_is_said_on_the_screen(start: Start) -> None:
    """A wrong name is told with what can be done."""
    terminal = start("pgae.txt")
    terminal.wait_for("pgae.txt")
    terminal.wait_for("O opens another")
    terminal.press("q")
    assert terminal.end() == 0
    assert left_clean(terminal)


def test_a_page_cannot_drive_the_terminal(start: Start, tmp_path: Path) -> None:
    """Window titles, clipboard writes and other sequences of a page never reach the terminal."""
    (tmp_path / "evil.txt").write_text(
        "A title\x1b]0;owned\x07\n\nThe text \x1b]52;c;ZXZpbA==\x07 of\u202e the\x1b[6n page\x9b31m.\n"
    )
    terminal = start("evil.txt")
    terminal.wait_for("The text of the page")
    terminal.press("q")
    assert terminal.end() == 0
    for sequence in (b"owned", b"ZXZpbA", b"\x1b[6n", "\u202e".encode(), "\x9b".encode()):
        assert sequence not in terminal.drawn


def test_resizing_a_real_terminal_keeps_the_article(start: Start) -> None:
    """From wide to tiny and back, there is always text."""
    terminal = start("page.txt", size=(140, 40))
    terminal.wait_for("QUOTES")
    terminal.resize(20, 5)
    terminal.wait_for("%")
    terminal.resize(140, 40)
    terminal.wait_for("QUOTES")
    terminal.press("q")
    assert terminal.end() == 0


def test_copying_goes_through_the_terminal(start: Start) -> None:
    """The key y writes the paragraph to the terminal's clipboard."""
    terminal = start("page.txt")
    terminal.wait_for("Bridge turns out too low")
    terminal.press("y")
    terminal.wait_for("Copied the paragraph")
    terminal.press("q")
    assert terminal.end() == 0
    assert b"\x1b]52;c;VGhlIGNyb3NzaW5n" in terminal.drawn


def test_the_mouse_selects_what_is_copied(start: Start) -> None:
    """Dragging in a real terminal marks the words; y writes them to its clipboard, the click that ends it is none."""
    terminal = start("page.txt")
    terminal.wait_for("0th time")
    y = next(number for number, row in enumerate(terminal.screen.display, 1) if "The crossing" in row)
    x = terminal.screen.display[y - 1].index("crossing") + 1
    terminal.press(f"\x1b[<0;{x};{y}M" + "".join(f"\x1b[<32;{x + more};{y}M" for more in (1, 4, 7)))
    terminal.press(f"\x1b[<0;{x + 7};{y}m")
    terminal.wait_for("Selected: y copies")
    terminal.press("y")
    terminal.wait_for("Copied what is selected")
    terminal.press("\x03")
    terminal.wait_for_bytes(b"\x1b]52;c;Y3Jvc3Npbmc=\x07", times=2)
    terminal.press("\x03")
    assert terminal.end() == 130


def test_no_key_is_lost_or_overtaken_however_fast_it_comes(start: Start, tmp_path: Path) -> None:
    """What is typed along with the key that asks for it, and with Enter behind it, is what is opened or done."""
    (tmp_path / "ferry.txt").write_text("The ferry is back.\n\nNobody knows why.\n")
    terminal = start("page.txt")
    terminal.wait_for("Bridge turns out too low")
    terminal.press("/19th\rjx\x1bj")
    terminal.wait_for_cursor("The committee met for the 21th")
    terminal.press("/the committee\rnj")
    terminal.wait_for_cursor("The committee met for the 23th")
    terminal.press("Oferry.txt\r")
    terminal.wait_for("Nobody knows why.")
    terminal.press(":quit\x1b[B\x1b[A\r")
    assert terminal.end() == 0


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_a_theme_of_the_terminals_own_colours_uses_no_others(start: Start, tmp_path: Path, theme: str) -> None:
    """From the first paint on, with the background that the terminal has."""
    (tmp_path / "config.toml").write_text(f'[reader]\ntheme = "{theme}"\n')
    terminal = start("--config", "config.toml", "page.txt")
    terminal.wait_for("Bridge turns out too low")
    terminal.press("?")
    terminal.wait_for("All keys")
    terminal.press("q")
    terminal.press("q")
    assert terminal.end() == 0
    assert b"8;2;" not in terminal.drawn


def test_a_broken_configuration_is_told_and_the_article_is_there(start: Start, tmp_path: Path) -> None:
    """The reader starts with what is right, and says what is wrong, with file and line."""
    (tmp_path / "config.toml").write_text("[reader]\nmeasur = 50\n")
    terminal = start("--config", "config.toml", "page.txt")
    terminal.wait_for("config.toml:2: reader.measur")
    terminal.wait_for("Bridge turns out too low")
    terminal.press("q")
    assert terminal.end() == 0


def test_the_first_text_to_be_seen_is_set_for_the_window(start: Start) -> None:
    """The text is where it stays, with its title above it, as soon as the status line tells of it."""
    terminal = start("page.txt")
    terminal.wait_for("0th time")
    screen = pyte.Screen(terminal.screen.columns, terminal.screen.lines)
    stream = pyte.ByteStream(screen)
    drawn = printable(terminal.drawn)
    for at in range(0, len(drawn), 50):
        stream.feed(drawn[at : at + 50])
        if "%" in screen.display[-2]:
            break
    assert "%" in screen.display[-2]
    assert "Bridge turns out" in "".join(screen.display[:5])
    assert any("The crossing would be 40 centimetres too low" in row for row in screen.display)
