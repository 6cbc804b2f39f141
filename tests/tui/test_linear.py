"""The linear mode: its sentences as values, then the real program in a terminal and through pipes."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from conftest import COMMAND, Newsread
from hypothesis import given
from hypothesis import strategies as st
from onscreen import quote, reading, removed
from terminal import Start

from newsread.linear.commands import COMMANDS, typed, understood
from newsread.linear.session import Session
from newsread.linear.state import State
from newsread_filters import Block, Cut, Notice
from newsread_filters.model import Span

PAGE = """Bridge turns out too low for its own ferry

The crossing would be 40 centimetres too low for the town's only ferry, the Lady Maud, which sails at noon.

“We measured it twice,” said Professor Hamish Orde, who checked the figures for the residents of the town.

READ MORE: Lighthouse put up for sale with some sea views

The committee met for the ninth time and agreed on the date of its next meeting, which is in the spring.
"""
WORDS = "“We measured it twice,” said Professor Hamish Orde."
ASIDE = "The ferry [PICTURES] sails at noon."


@pytest.fixture
def session() -> Session:
    """An article of a heading, paragraphs, a removed and a shortened line, and a quote."""
    return Session(
        reading(
            Block(kind="heading", source_text="The ferry"),
            "The crossing is too low.",
            WORDS,
            removed("Lighthouse put up for sale"),
            Block(source_text=ASIDE, cuts=(Cut(10, 21, "inline_promo", "a promotion in square brackets"),)),
            Block(kind="list_item", source_text="It was all told before."),
            quotes=(quote(2, WORDS, "We measured it twice,", "Hamish Orde"),),
            title="Bridge too low",
            byline="Marnie Osgood",
            site="Daily Gannet",
            published="2025-06-12",
            url="https://gannet.example/bridge",
        )
    )


def said(session: Session, *typed_lines: str) -> list[str]:
    """What the last of the lines typed is answered with."""
    state = State()
    lines: tuple[str, ...] = ()
    for line in typed_lines:
        state, lines, *_ = session.answer(state, line)
    return list(lines)


def test_an_article_is_announced(session: Session) -> None:
    """Headline, author, date, site; then how long it is, what was removed, how many quotes, and the way on."""
    assert list(session.opening()) == [
        "Bridge too low",
        "Marnie Osgood, 12 June 2025. Daily Gannet.",
        "5 paragraphs, 1 minute to read.",
        "1 line removed, 1 line shortened. c and Enter reads them in their places.",
        "1 quote. ] and Enter reads the next one.",
        "Enter reads on, ? and Enter lists the commands, q and Enter leaves.",
    ]


def test_notices_and_missing_titles_are_announced() -> None:
    """What the reader should know comes before the text; nothing is said that is not known."""
    bare = Session(reading("Only this.", notices=(Notice("paywall", "The rest is behind a paywall."),)))
    assert list(bare.opening()) == [
        "This article has no title.",
        "The rest is behind a paywall.",
        "1 paragraph, 1 minute to read.",
        "Enter reads on, ? and Enter lists the commands, q and Enter leaves.",
    ]


def test_enter_reads_on_to_the_end(session: Session) -> None:
    """Each Enter gives the next kept paragraph, its kind said where it is not plain; then the end is told."""
    heard = [said(session, *[""] * count) for count in range(1, 7)]
    assert heard == [
        ["Heading: The ferry"],
        ["The crossing is too low."],
        [WORDS],
        ["The ferry sails at noon."],
        ["Item: It was all told before."],
        ["This is the end of the article."],
    ]


def test_back_again_and_by_number(session: Session) -> None:
    """The place moves with every command that reads."""
    assert said(session, "", "", "p") == ["Heading: The ferry"]
    assert said(session, "", "p") == ["This is the beginning of the article."]
    assert said(session, "3", ".") == [WORDS]
    assert said(session, "3", "=") == ["Paragraph 3 of 5."]
    assert said(session, "=") == ["Before the first of 5 paragraphs."]
    assert said(session, "go 2", "") == [WORDS]
    assert said(session, "99") == ["Name a paragraph by its number, 1 to 5."]
    assert said(session, "G") == ["Item: It was all told before."]
    assert said(session, "G", "gg") == ["Heading: The ferry"]
    assert said(session, "headings") == ["1: The ferry"]


def test_all_reads_the_rest_at_once(session: Session) -> None:
    """From the place to the end, and then there is no more."""
    assert said(session, "3", "all") == [
        "The ferry sails at noon.", "Item: It was all told before.", "This is the end of the article.",
    ]  # fmt: skip
    assert said(session, "all", "all") == ["This is the end of the article."]


def test_removed_lines_are_read_with_their_reasons(session: Session) -> None:
    """With c they are read in their places; c again leaves them out, and the place stays."""
    assert said(session, "c") == ["Removed lines are read in their places. 1 line removed, 1 line shortened."]
    assert said(session, "c", "4") == [
        "Removed by related_links, a headline of another story: Lighthouse put up for sale"
    ]
    assert said(session, "c", "5") == [
        "The ferry sails at noon.",
        "Removed from it by inline_promo, a promotion in square brackets: [PICTURES]",
    ]
    assert said(session, "c", "4", "c", "") == ["The ferry sails at noon."]
    assert said(Session(reading("Nothing but news.")), "c") == ["Nothing was removed from this article."]


def test_quotes_are_read_with_their_speakers(session: Session) -> None:
    """Who said it comes first; afterwards Enter goes on behind the quote's paragraph."""
    spoken = ["Quote 1 of 1, Hamish Orde, council leader (fragment): “We measured it twice,”"]
    assert said(session, "]") == spoken
    assert said(session, "]", ".") == spoken
    assert said(session, "quote 1") == spoken
    assert said(session, "G", "[") == spoken
    assert said(session, "]", "") == ["The ferry sails at noon."]
    assert said(session, "]", "]") == ["There is no quote further down."]
    assert said(session, "[") == ["There is no quote further up."]
    assert said(session, "quote 2") == ["Name a quote by its number, 1 to 1."]
    assert said(session, "quotes") == ["1: Hamish Orde, council leader (fragment): “We measured it twice,”"]
    for command in ("]", "[", "quotes", "quote 1"):
        assert said(Session(reading("Nobody spoke.")), command) == ["There are no quotes in this article."]


def test_search_reads_the_hits(session: Session) -> None:
    """Hits are counted, go round, and what is only in removed lines is told apart from what is nowhere."""
    assert said(session, "/ferry") == ["Hit 1 of 2.", "Heading: The ferry"]
    assert said(session, "/ferry", "n") == ["Hit 2 of 2.", "The ferry sails at noon."]
    assert said(session, "/ferry", "n", "n") == ["Hit 1 of 2.", "Heading: The ferry"]
    assert said(session, "/ferry", "N") == ["Hit 2 of 2.", "The ferry sails at noon."]
    assert said(session, "/Ferry") == ["“Ferry” is not in the text."]
    told = "“lighthouse” is not in the text. It is in what was removed: c and Enter reads that too."
    assert said(session, "/lighthouse") == [told]
    assert said(session, "c", "/lighthouse")[0] == "Hit 1 of 1."
    assert said(session, "n") == ["Nothing was searched for: type a slash and the words."]
    assert said(session, "/") == ["Type the words to search for behind the slash."]


def test_errors_are_sentences(session: Session) -> None:
    """What is no command is said, without what could drive a terminal, with the way to help."""
    assert said(session, "x\x1b[2J y") == ["There is no command “x y”. ? and Enter lists the commands."]
    assert said(session, "p 3") == ["There is no command “p 3”. ? and Enter lists the commands."]
    assert said(Session(reading("No address.")), "o") == ["This article has no address to open."]


def test_help_lists_every_command(session: Session) -> None:
    """Each with what is typed for it, Enter by its name."""
    lines = said(session, "?")
    assert lines[1:] == [f"{typed(command)}: {command.title}." for command in COMMANDS]
    assert "/WORDS: read the next paragraph with these words." in lines
    for command in COMMANDS:
        for word in command.words:
            found = understood(f"{word} 1" if command.argument else word)
            assert found is not None
            assert found[0] is command


def test_links_are_listed_and_opened_in_the_browser() -> None:
    """Each with its address; those of removed lines only while these are read."""
    figures, lighthouse = "https://gannet.example/figures", "https://gannet.example/lighthouse"
    session = Session(reading(f"The figures are at {figures}, unread.", removed(f"READ MORE: {lighthouse}")))
    assert said(session, "links") == [f"1: {figures}"]
    assert said(session, "c", "links") == [f"1: {figures}", f"2: {lighthouse}"]
    assert session.answer(State(), "link 1") == (State(), (), "browse", figures)
    assert said(session, "link 2") == said(session, "link") == ["Name a link by its number, 1 to 1."]


def test_links_are_told_with_their_words() -> None:
    """And an article without any says so; so does the number of a link that is not there."""
    span = Span(4, 10, "link", "https://me:secret@gannet.example/bridge")
    linked = Session(reading(Block(source_text="The bridge is too low.", spans=(span,))))
    assert said(linked, "L") == ["1: bridge, https://gannet.example/bridge"]
    assert said(linked, "link x") == ["Name a link by its number, 1 to 1."]
    bare = Session(reading("The bridge is too low."))
    assert said(bare, "links") == said(bare, "link 1") == ["There are no links in this article."]


@given(st.lists(st.one_of(st.text(), st.sampled_from([word for each in COMMANDS for word in each.words])), max_size=8))
def test_no_line_breaks_a_session(lines: list[str]) -> None:
    """Whatever is typed is answered, and nothing but q leaves."""
    session = Session(reading("One.", removed("Two."), WORDS, quotes=(quote(2, WORDS, "We measured it twice,"),)))
    state = State()
    for line in lines:
        state, printed, wish, _ = session.answer(state, line)
        assert wish == ("quit" if line.strip() == "q" else "")
        assert printed or wish
        assert -1 <= state.block <= 2


@pytest.fixture
def start(start: Start, tmp_path: Path) -> Start:
    """Start newsread in a folder that holds `page.txt`, to print lines."""
    (tmp_path / "page.txt").write_text(PAGE, "utf8")
    return partial(start, "--linear", size=(60, 40))


def test_in_a_terminal_nothing_but_lines_is_printed(start: Start) -> None:
    """Text, prompts, and what was typed: no control sequence, no colour, and words are whole at the line's end."""
    terminal = start("page.txt")
    terminal.wait_for("q and Enter\nleaves.\nnewsread>")
    terminal.press("\n")
    terminal.wait_for("for the town's\nonly ferry, the Lady Maud, which sails at noon.\nnewsread>")
    terminal.press("]\n")
    terminal.wait_for("Quote 1 of 1, Hamish Orde")
    terminal.press("q\n")
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.drawn
    assert set(terminal.drawn) & set(range(32)) == {10, 13}


def test_the_cursor_stands_behind_the_prompt(start: Start) -> None:
    """Focus and cursor are together: where one types is where the terminal's cursor is."""
    terminal = start("page.txt")
    terminal.wait_for("newsread>")
    terminal.press("quo")
    terminal.wait_for("newsread> quo")
    assert terminal.screen.display[terminal.screen.cursor.y][: terminal.screen.cursor.x] == "newsread> quo"


def test_a_page_from_a_pipe_leaves_the_keyboard_for_commands(start: Start) -> None:
    """The article is read from the pipe, the commands from the terminal."""
    terminal = start(piped=PAGE.encode())
    terminal.wait_for("newsread>")
    terminal.press("3\n")
    terminal.wait_for("The committee met for the ninth time")
    terminal.press("\x04")
    assert terminal.end() == 0


def test_an_interrupt_at_the_prompt_ends_with_130(start: Start) -> None:
    """ctrl+c leaves, quietly."""
    terminal = start("page.txt")
    terminal.wait_for("newsread>")
    terminal.press("\x03")
    assert terminal.end() == 130
    assert b"Traceback" not in terminal.drawn


def test_through_pipes_it_answers_line_by_line(newsread: Newsread, tmp_path: Path) -> None:
    """Commands in, lines out, one paragraph a line however long; the end of the commands is the end."""
    (tmp_path / "page.txt").write_text(PAGE, "utf8")
    done = newsread("--linear", "page.txt", stdin="\n\nc\n3\nwhat\n")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "Bridge turns out too low for its own ferry"
    answers = lines[lines.index("newsread> ") :]
    assert answers[:2] == ["newsread> ", PAGE.splitlines()[2]]
    assert "There is no command “what”. ? and Enter lists the commands." in answers
    assert answers[-1] == "newsread> "


def test_without_a_source_the_sample_is_read(newsread: Newsread) -> None:
    """As in the reader with a screen."""
    done = newsread("--linear")
    assert done.returncode == 0
    assert "ferry" in done.stdout


def test_what_cannot_be_read_is_one_sentence(newsread: Newsread) -> None:
    """The status is that of newsread clean."""
    done = newsread("--linear", "nowhere.txt")
    assert done.returncode == 1
    assert done.stderr == "newsread: There is no file nowhere.txt.\n"


def test_a_page_from_a_pipe_without_a_terminal_is_told(tmp_path: Path) -> None:
    """Nobody could type a command."""
    done = subprocess.run(
        [*COMMAND, "--linear"], cwd=tmp_path, input=PAGE, capture_output=True, encoding="utf8", check=False,
        start_new_session=True,
    )  # fmt: skip
    assert done.returncode == 1
    assert "no terminal" in done.stderr


def test_no_screen_library_is_loaded(tmp_path: Path) -> None:
    """A text file read line by line needs neither Textual nor httpx nor lxml."""
    (tmp_path / "page.txt").write_text(PAGE, "utf8")
    code = (
        "import sys; from newsread.cli import main; main(sys.argv[1:]);"
        "print(sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "--linear", "page.txt"]
    done = subprocess.run(command, cwd=tmp_path, input="\n]\nq\n", capture_output=True, check=True, encoding="utf8")
    assert "Quote 1 of " in done.stdout
    for heavy in ("textual", "httpx", "lxml", "readability", "tomlkit"):
        assert f"'{heavy}'" not in done.stderr
