"""Score how pronouns and roles are resolved, against the names written down in mentions.jsonl.

Each row there names a document of the training articles, the offset of a quote in its text, and who is meant by the
pronoun or role that the article names its speaker with; null where the article does not tell. A row is right

- with a name: when the quote is found and its speaker is that person or organisation. Two names are the same when all
  words of one are words of the other, or when their last words are equal and their first words begin alike
  ("Joe Biden", "Joseph R. Biden"); honorifics, articles and possessives do not count.
- with null: when the quote is found and its speaker is null, is the mention itself, or is a phrase without a name (no
  capital behind its first word). A name given where none is known is wrong.

A quote that is not found is wrong. Printed: the share of right rows, and one line for each wrong one.

Usage: python mentions.py DATA_FOLDER   (the folder that holds articles.jsonl)
"""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsread_filters import Article, Page, Quote
from newsread_filters.extract import extract
from newsread_filters.quotes import find_quotes

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_IGNORED = frozenset("mr mrs ms miss dr sir the a an of and jr sr".split())


class Row(NamedTuple):
    """One quote and who said it."""

    doc: str
    offset: int
    name: str | None


def rows(path: Path) -> Iterator[Row]:
    """Read the names that were written down."""
    for line in path.read_text("utf-8").splitlines():
        yield Row(**json.loads(line))


def name_words(name: str) -> list[str]:
    """The words of a name that tell it from others, lower case."""
    found = (re.sub("['’]s?$", "", word.lower()) for word in _WORD.findall(name))
    return [word for word in found if word not in _IGNORED]


def same(name: str, other: str) -> bool:
    """Whether two names are one person's or organisation's."""
    a, b = name_words(name), name_words(other)
    if not a or not b:
        return False
    return set(a) <= set(b) or set(b) <= set(a) or (a[-1] == b[-1] and a[0][:3] == b[0][:3])


def has_name(phrase: str) -> bool:
    """Whether a phrase holds a word with a capital behind its first word."""
    return any(word[:1].isupper() for word in phrase.split()[1:])


def is_right(row: Row, quote: Quote | None) -> bool:
    """Whether the quote's speaker is who the row names."""
    if quote is None:
        return False
    if row.name is None:
        return quote.speaker is None or quote.speaker == quote.mention or not has_name(quote.speaker)
    return quote.speaker is not None and same(row.name, quote.speaker)


def quote_at(article: Article, quotes: tuple[Quote, ...], before: int) -> Quote | None:
    """The quote that holds the word behind the first `before` words of the article."""
    counts = [0]
    for block in article.blocks:
        counts.append(counts[-1] + len(_WORD.findall(block.source_text)))
    for quote in quotes:
        for span in quote.spans:
            source = article.blocks[span.block].source_text
            first = counts[span.block] + len(_WORD.findall(source[: span.start]))
            if first <= before < first + max(1, len(_WORD.findall(source[span.start : span.end]))):
                return quote
    return None


def main() -> None:
    """Print the share of right rows and the wrong ones."""
    parser = argparse.ArgumentParser(description="Score how pronouns and roles are resolved.")
    parser.add_argument("folder", type=Path, help="folder that holds articles.jsonl")
    lines = (parser.parse_args().folder / "articles.jsonl").read_text("utf-8").splitlines()
    texts = {article["doc"]: str(article["text"]) for article in map(json.loads, lines)}
    right = total = 0
    for row in rows(Path(__file__).with_name("mentions.jsonl")):
        text = texts[row.doc]
        page = Page(source=row.doc, data=text.encode(), content_type="text/plain; charset=utf-8")
        article = extract(page)
        quote = quote_at(article, find_quotes(article), len(_WORD.findall(text[: row.offset])))
        total += 1
        if is_right(row, quote):
            right += 1
        else:
            got = f"{quote.speaker!r} ({quote.mention!r})" if quote else "not found"
            print(f"{row.doc} {row.offset}: {row.name!r}, got {got}")
    print(f"{right} of {total} right: {right / total:.3f}")


if __name__ == "__main__":
    main()
