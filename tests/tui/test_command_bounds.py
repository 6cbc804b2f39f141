"""Commands keep to the bounds that the reader keeps to."""

import itertools
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Newsread
from hostile_filters import HANGS_IN_C, KEPT, STORY, install
from hostile_pages import SHAPES

from newsread.cli.reading import Failure, reading
from newsread.config.declaration import Settings
from newsread_filters.cleaning import Cleaning
from newsread_filters.filter import Clutter, Filter
from newsread_filters.view import ArticleView


class Dies(Filter, frozen=True):
    """Brings the process down, as a fault in a library would: a step of our own, by the module that it is from."""

    __module__ = "newsread_filters.builtin.dies"
    name = "dies"
    examples = ()

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Die."""
        os.kill(os.getpid(), signal.SIGKILL)
        yield Clutter(article.blocks[0].number, "")


class Hangs(Filter, frozen=True):
    """Never comes back from C."""

    name = "hangs"
    examples = ()

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Hang."""
        sum(itertools.repeat(1, sys.maxsize))
        yield Clutter(article.blocks[0].number, "")


def test_a_page_that_brings_its_process_down_is_there_as_it_stands(tmp_path: Path) -> None:
    """The command lives, says why, and goes on to the next source."""
    page = tmp_path / "page.html"
    page.write_text("<p>The bridge has opened.</p>", "utf8")
    with reading(Settings(), Cleaning(filters=(Dies(),))) as read:
        for _ in range(2):
            result = read(str(page))
            assert not isinstance(result, Failure)
            assert [block.source_text for block in result.article.blocks] == ["The bridge has opened."]
            (notice,) = result.notices
            assert notice.kind == "raw-text"
            assert "it ended without an answer" in notice.message
            assert result.page.source == str(page)


@pytest.mark.parametrize("shape", ["html: empty elements", "text: lines"])
@pytest.mark.parametrize("command", [("clean",), ("quotes",), ("explain",), ("--linear",)], ids=lambda each: each[0])
def test_a_page_that_is_too_much_says_so_in_every_command(
    newsread: Newsread, tmp_path: Path, shape: str, command: tuple[str, ...]
) -> None:
    """What there is of its text is printed, with the reason."""
    (tmp_path / "page").write_bytes(SHAPES[shape](1_200_000))
    done = newsread(*command, "page", stdin="q\n")
    assert done.returncode == 0
    assert "This page cannot be read as an article: it has more than" in done.stderr + done.stdout


@pytest.mark.parametrize(
    ("command", "stdin"),
    [
        (("explain", "page.txt"), ""),
        (("quotes", "--format", "json", "page.txt"), ""),
        (("--linear", "page.txt"), "\n\n\n"),
    ],
    ids=["explain", "quotes", "--linear"],
)
def test_a_filter_that_hangs_is_left_out_in_every_command(
    newsread: Newsread, tmp_path: Path, command: tuple[str, ...], stdin: str
) -> None:
    """It is named; the article is there."""
    install(tmp_path, "broken", HANGS_IN_C)
    (tmp_path / "page.txt").write_text(STORY, "utf8")
    done = newsread(*command, stdin=stdin, NEWSREAD_CONFIG=str(tmp_path / "config.toml"))
    assert done.returncode == 0
    told = done.stderr + done.stdout
    assert "The filter broken failed and was left out: it was stopped" in told
    assert KEPT[1] in told or json.loads(done.stdout)["quotes"] == []


def test_the_sample_is_read_apart_where_there_are_filters_of_others() -> None:
    """`--linear` opens it without a source, and what hangs is left out there too."""
    with reading(Settings(), Cleaning(filters=(Hangs(),))) as read:
        result = read(None)
    assert not isinstance(result, Failure)
    assert [notice.message.split(":")[0] for notice in result.notices] == ["The filter hangs failed and was left out"]
