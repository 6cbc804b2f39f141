"""A reading as a file of its own: the article with its quotes as text, Markdown, JSON or a page."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from newsread import atomic
from newsread.layout.head import byline_and_date
from newsread.output import jsonl, markdown, page, plain
from newsread.output.reduced import kept_only, runs
from newsread_filters.gate import clean_line
from newsread_filters.model import Article, Block
from newsread_filters.reading import Reading

Format = Literal["text", "markdown", "json", "html"]
EXTENSIONS: dict[Format, str] = {"text": "txt", "markdown": "md", "json": "json", "html": "html"}

_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
_LONGEST = 180
"""Bytes of a file's name: file systems allow 255, or 143 when they encrypt names, as few do; " 2" must fit too."""
_RESERVED = frozenset('/\\:*?"<>|')
"""What separates folders, or what other systems do not allow: a file is often carried to one of them."""


def write(reading: Reading, folder: Path, form: Format, *, removed: bool = False) -> Path:
    """Write `reading` to a new file in `folder`, named for its title; return its path.

    A file that is there already is never touched: the new one is numbered. Raises OSError.
    """
    about = reading.article
    name = safe_name(about.title or about.site, EXTENSIONS[form])
    return atomic.write_new(folder / name, exported(reading, form, removed=removed))


def exported(reading: Reading, form: Format, *, removed: bool = False) -> str:
    """`reading` in the format `form`; with what was `removed` in its places, or without a trace of it."""
    return _WRITERS[form](reading if removed else kept_only(reading))


def safe_name(title: str | None, extension: str) -> str:
    """A file's name made of `title`: never empty, hidden, an option, or more than one path part."""
    words = "".join(map(_allowed, clean_line(title or "")))
    room = _LONGEST - len(extension.encode()) - 1
    stem = _cut(" ".join(words.split()).lstrip(" .-~"), room).rstrip(" .")
    return f"{stem or 'article'}.{extension}"


def _allowed(character: str) -> str:
    """The character itself; a space for one that may not stand in a name, so that its neighbours stay apart."""
    return " " if character in _RESERVED or unicodedata.category(character)[0] in "CZ" else character


def _cut(text: str, size: int) -> str:
    """`text` in at most `size` bytes, at the end of a word if one ends in the second half."""
    if len(text.encode()) <= size:
        return text
    cut = text.encode()[:size].decode(errors="ignore")
    words, _, _ = cut.rpartition(" ")
    return words if len(words) > len(cut) // 2 else cut


def _text(reading: Reading) -> str:
    head = "\n".join(filter(None, [plain.title_above(reading.article), *_about(reading.article)]))
    body = _body(reading, plain.article, _struck_text)
    return _joined([head, *body, *_headed("Quotes", plain.quotes(reading))])


def _markdown(reading: Reading) -> str:
    title = plain.title_above(reading.article)
    about = "\\\n".join(map(_about_markdown, _about(reading.article)))
    body = _body(reading, markdown.article, _struck_markdown)
    quotes = _headed("## Quotes", markdown.quotes(reading))
    return _joined([f"# {markdown.escaped(title)}" if title else "", about, *body, *quotes])


def _json(reading: Reading) -> str:
    return msgspec.json.format(jsonl.article(reading), indent=2) + "\n"


def _about(article: Article) -> list[str]:
    lines = (byline_and_date(article), article.site, article.url)
    return [clean_line(line) for line in lines if line]


def _about_markdown(line: str) -> str:
    return f"<{line}>" if _ADDRESS.fullmatch(line) else markdown.escaped(line)


def _headed(heading: str, text: str) -> list[str]:
    return [heading, text.rstrip("\n")] if text else []


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"


def _body(reading: Reading, write: Callable[[Reading], str], struck: Callable[[str, str], str]) -> list[str]:
    """What is kept, as `write` writes it, and below each line that was cut what went from it, as `struck` does."""
    parts = []
    for run in runs(reading.article):
        parts.append(write(replace(reading, article=Article(blocks=run))).rstrip("\n"))
        parts += [struck(words, reason) for words, reason in _cuts(run[-1])]
    return parts


def _cuts(block: Block) -> list[tuple[str, str]]:
    """The words that were cut from `block`, each time with the filter and its reason."""
    found = (
        (block.source_text[cut.start : cut.end].strip(), clean_line(f"{cut.filter}: {cut.reason}"))
        for cut in block.cuts
    )
    return [(words, reason) for words, reason in found if words]


def _struck_text(words: str, reason: str) -> str:
    return f"× {words}\n  ({reason})"


def _struck_markdown(words: str, reason: str) -> str:
    return f"~~{markdown.escaped(' '.join(words.split()))}~~ ({markdown.escaped(reason)})"


_WRITERS: dict[Format, Callable[[Reading], str]] = {
    "text": _text, "markdown": _markdown, "json": _json, "html": page.article,
}  # fmt: skip
