"""Small cases of our own, each named for the construction it shows; they stand in quotes_cases/*.txt."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from newsread_filters.model import Article, Block
from newsread_filters.quotes import REFUSALS, RULES, find_quotes, refused

CASES = Path(__file__).with_name("quotes_cases")
LANGUAGES = {"german": "de", "french": "fr", "spanish": "es"}


class Case(NamedTuple):
    """Paragraphs of a small article, and what is to be found in them."""

    name: str
    language: str
    paragraphs: list[str]
    expected: list[list[str]]

    @property
    def article(self) -> Article:
        """The case as an article."""
        blocks = tuple(
            Block(source_text=paragraph.removeprefix("> "), kind="blockquote" if paragraph[:2] == "> " else "paragraph")
            for paragraph in self.paragraphs
        )
        return Article(language=self.language, blocks=blocks)


def cases(file: str) -> Iterator[Case]:
    """Read a table of cases: "# name", paragraphs ("> " is a block quote), lines "=> words | ..." of what is found."""
    language = LANGUAGES.get(file, "en")
    for chunk in (CASES / f"{file}.txt").read_text("utf-8").split("\n\n"):
        lines = chunk.strip().split("\n")
        expected = [line[3:].split(" | ") for line in lines if line.startswith("=> ") and line != "=> none"]
        paragraphs = [line for line in lines[1:] if not line.startswith("=>")]
        if paragraphs:
            yield Case(lines[0].removeprefix("# "), language, paragraphs, expected)


def named(*files: str) -> list[object]:
    """The cases of `files` as parameters, each with its name."""
    return [pytest.param(case, id=case.name) for file in files for case in cases(file)]


@pytest.mark.parametrize("case", named("english", "marks", "german", "french", "spanish"))
def test_a_construction_gives_its_quotes_speakers_and_cues(case: Case) -> None:
    """The words between the marks, who said them, and the reporting word, in the order of the text."""
    found = [
        [quote.text.replace("\n\n", "¶¶"), quote.speaker or "-", quote.cue or "-"]
        for quote in find_quotes(case.article)
    ]
    assert found == case.expected


@pytest.mark.parametrize("case", named("refused"))
def test_other_quoted_words_are_refused_by_a_rule(case: Case) -> None:
    """What is no quote is told by a named rule that can be said in a sentence."""
    found = []
    for span, rule in refused(case.article):
        found.append([case.article.blocks[span.block].source_text[span.start : span.end], rule])
        assert REFUSALS[rule]
    assert found == case.expected


def test_every_rule_that_fires_can_be_said_in_words() -> None:
    """Each quote's rule has a sentence for the reader."""
    rules = {
        quote.rule
        for file in ("english", "marks", "german")
        for case in cases(file)
        for quote in find_quotes(case.article)
    }
    assert len(rules) > 12
    assert rules <= RULES.keys()
