"""Plain text to an article: a line is a block, but the lines of a hard-wrapped paragraph are one.

Hard-wrapped text gives itself away: its lines are broken where the next word would not have fitted, in mid-sentence.
Headlines, lists and verse that stand line under line may be alike in length, but their lines begin with capitals.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsread_filters.extract.language import guess
from newsread_filters.extract.text_title import title_of
from newsread_filters.gate import clean, clean_line
from newsread_filters.model import Article, Block, Hints

_BULLET = re.compile(r"\s*(?:[-*•–—·‣▪◦]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_WIDEST = 130
_NARROWEST = 35


def read_text(text: str) -> Article:
    """Return the article that `text` holds."""
    blocks = tuple(_blocks(clean(text)))
    language = guess(block.source_text for block in blocks)
    return Article(title=title_of(blocks, language), language=language, blocks=blocks)


def wrapped(text: str) -> list[str]:
    """The paragraphs of preformatted `text` when it is running text that a program broke; none when it is not."""
    runs = [run for _, run in _runs(text)]
    if not any(map(_is_wrapped, runs)):
        return []
    return [clean_line(line) for run in runs for line in (_joined(run) if _is_wrapped(run) else run)]


def _blocks(text: str) -> Iterator[Block]:
    for blank, run in _runs(text):
        lines = list(_joined(run)) if _is_wrapped(run) else run
        for number, line in enumerate(lines):
            if shown := clean_line(line):
                yield Block(source_text=shown, hints=Hints(blank_before=0 if number else blank))


def _runs(text: str) -> Iterator[tuple[int, list[str]]]:
    """The runs of lines that stand together, each with the number of blank lines before it."""
    blank, run = 0, list[str]()
    for line in text.split("\n"):
        if line.strip():
            run.append(line)
        elif run:
            yield blank, run
            blank, run = 1, []
        else:
            blank += 1
    if run:
        yield blank, run


def _is_wrapped(run: list[str]) -> bool:
    """Whether the lines of `run` look as if a program broke them at a width."""
    if len(run) < 2:
        return False
    width = max(map(_width, run))
    if not _NARROWEST <= width <= _WIDEST:
        return False
    breaks = [pair for pair in pairwise(run) if not _BULLET.match(pair[1])]
    full = sum(_is_full(line, after, width) for line, after in breaks)
    amid = sum(_breaks_amid(line, after) for line, after in breaks)
    return bool(breaks) and full >= 0.8 * len(breaks) and amid >= 0.4 * len(breaks)


def _joined(run: list[str]) -> Iterator[str]:
    """The paragraphs of hard-wrapped lines: one ends at a bullet, an indented line, and a line that had room left."""
    width = max(map(_width, run))
    paragraph = [run[0]]
    for line, after in pairwise(run):
        starts = _BULLET.match(after) or (_indent(after) > _indent(line) and not _BULLET.match(paragraph[0]))
        if starts or not (_is_full(line, after, width) or _breaks_amid(line, after)):
            yield " ".join(paragraph)
            paragraph = []
        paragraph.append(after)
    yield " ".join(paragraph)


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the first word of the line `after` would not have fitted behind `line`; two columns are a taste."""
    return _width(line) + 1 + len(after.split(None, 1)[0]) > width - 2


def _breaks_amid(line: str, after: str) -> bool:
    return not _ENDS.search(line.rstrip()[-4:]) and not after.lstrip("\"'“‘«( \t")[:1].isupper()


def _width(line: str) -> int:
    return len(line.rstrip())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
