"""Lists of headlines in plain text: lines that stand tight where paragraphs are parted by blank lines."""

import re
from collections.abc import Iterator

from newsread_filters.builtin.headlines import has_headline_shape
from newsread_filters.lexicon import Table
from newsread_filters.view import ArticleView, BlockView

_FEWEST_WORDS = 6
"""A list of things has shorter lines than a list of headlines."""
_MOST_LINES = 12
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s")
_JOINT = re.compile(r"[a-z][’”'\"]?[A-Z][a-z]+ ")
_SHARE = 0.34
"""A text of which more is tight lines is made of them: verse, a programme, results."""


def find(article: ArticleView, table: Table) -> dict[int, str]:
    """The blocks of lists, with the reasons."""
    found: dict[int, str] = {}
    runs = list(_runs(article))
    listed = [run for run in runs if _is_list(run)]
    if article.is_spaced and sum(map(len, listed)) <= _SHARE * len(article.blocks):
        for run in listed:
            reason = f"one of {len(run)} headlines that stand tight, without a full stop"
            found.update((block.number, reason) for block in run)
    for at, block in enumerate(article.blocks):
        if _is_glued(block, table):
            found[block.number] = "the heading of a list of other stories, with the stories glued to it"
        elif _is_header(article, block, table):
            below = list(_headlines_below(article, at))
            if below or at + 1 == len(article.blocks):
                found[block.number] = "the heading of a list of other stories"
            found.update((each.number, f"listed under “{block.text}”") for each in below)
    return found


def _runs(article: ArticleView) -> Iterator[list[BlockView]]:
    """The blocks that stand together, without a blank line between them."""
    run: list[BlockView] = []
    for block in article.blocks:
        if block.hints.blank_before and run:
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _is_list(run: list[BlockView]) -> bool:
    return 2 <= len(run) <= _MOST_LINES and all(_is_headline(block) for block in run)


def _is_headline(block: BlockView, fewest: int = _FEWEST_WORDS) -> bool:
    plain = fewest <= len(block.words) <= 30 and has_headline_shape(block) and not block.ends_sentence
    return plain and len(_SENTENCE.findall(block.text)) < 2


def _is_header(article: ArticleView, block: BlockView, table: Table) -> bool:
    if block.is_spoken:
        return False
    if block.words in table.phrases or (article.is_after_story(block) and block.words in table.labels):
        return True
    return 0 < table.prefix(block.words) < len(block.words) <= 7 and not block.is_prose


def _headlines_below(article: ArticleView, at: int) -> Iterator[BlockView]:
    """The lines below a heading, up to the first that is a sentence."""
    for block in article.blocks[at + 1 : at + 1 + _MOST_LINES]:
        if not (_is_headline(block, fewest=4) or _is_glued_list(block)):
            return
        yield block


def _is_glued(block: BlockView, table: Table) -> bool:
    """Whether a heading and what it heads have become one line: "Related StoriesGoose steals ring"."""
    opening = block.text[:40].lower()
    if not opening.startswith(table.glued):
        return False
    return any(opening.startswith(header) and block.text[len(header) :][:1].isupper() for header in table.glued)


def _is_glued_list(block: BlockView) -> bool:
    """Whether several headlines have become one line: "... vicar at altarDarts ace banned ..."."""
    return len(_JOINT.findall(block.text)) > 1 and not _SENTENCE.search(block.text)
