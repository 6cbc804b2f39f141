"""Lines that pages put above, between and below the paragraphs, one by one in a small story: most go, some must stay.

Each line of `clutter_lines/LANGUAGE.txt` says "-" (it goes) or "+" (it stays), where it stands (head, mid, tail) and in
what (html, text). The wording is what newsrooms write; the people, places and outlets are made up.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from newsread_filters import Article, Page, pipeline
from newsread_filters.extract import extract
from newsread_filters.registry import defaults

FOLDER = Path(__file__).parent / "clutter_lines"
TITLES = {
    "en": "Harbour town votes to keep its last lighthouse keeper after all",
    "de": "Hafenstadt behält ihren letzten Leuchtturmwärter",
    "fr": "Une ville portuaire garde son dernier gardien de phare",
    "es": "Un pueblo costero conserva a su último farero",
}
STORIES = {language: (FOLDER / f"{language}.story").read_text("utf-8").splitlines() for language in TITLES}


class Case(NamedTuple):
    """A line, where it stands, and whether it is to stay."""

    line: str
    place: str
    stays: bool


def cases(language: str, kind: str) -> Iterator[Case]:
    """The cases of `language` for pages of `kind`."""
    for row in (FOLDER / f"{language}.txt").read_text("utf-8").splitlines():
        (sign, places, kinds), line = row.partition(" | ")[0].split(), row.partition(" | ")[2]
        if kind in kinds.split(","):
            yield from (Case(line, place, sign == "+") for place in places.split(","))


def page(language: str, kind: str, case: Case) -> Article:
    """A story of eight or six paragraphs with the line in its place."""
    story = STORIES[language]
    at = {"head": 0, "mid": len(story) // 2, "tail": len(story)}[case.place]
    if kind == "text":
        data = "\n\n".join([TITLES[language], *story[:at], case.line.replace("\\n", "\n"), *story[at:]])
    else:
        lines = [f"<p>{paragraph}</p>" for paragraph in story]
        lines.insert(at, case.line if case.line.startswith("<") else f"<p>{case.line}</p>")
        data = (
            f"<html lang={language}><head><title>{TITLES[language]} | Skell Bugle</title>"
            '<meta name="author" content="Dora Quill"><meta property="og:site_name" content="Skell Bugle">'
            '<link rel="canonical" href="https://www.skellbugle.example/news/lighthouse-1"></head>'
            f"<body><main><article><h1>{TITLES[language]}</h1>{''.join(lines)}</article></main></body></html>"
        )
    return extract(Page(source="page", data=data.encode()))


@pytest.mark.parametrize("kind", ["html", "text"])
@pytest.mark.parametrize("language", TITLES)
def test_the_line_goes_or_stays_and_the_story_stays(language: str, kind: str) -> None:
    """Each line goes or stays as it is said, and nothing of the story around it goes."""
    told = {TITLES[language], *STORIES[language]}
    wrong = []
    for case in cases(language, kind):
        cleaned, notices = pipeline.run(page(language, kind, case), defaults())
        others = [block for block in cleaned.blocks if block.source_text not in told]
        right = not any(block.cuts for block in others) if case.stays else all(block.removed for block in others)
        whole = all(block.cuts == () for block in cleaned.blocks if block.source_text in STORIES[language])
        if not (others and right and whole and notices == ()):
            wrong.append((case.place, "stays" if case.stays else "goes", re.sub(r"<[^>]+>", "", case.line)))
    assert wrong == []
