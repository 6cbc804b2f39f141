"""How long quotes take: against an lxml parse of the same text as an HTML page, and as an article grows.

    .venv/bin/python benchmarks/quotes_time.py FOLDER [--every N]

FOLDER holds articles.jsonl (doc, text). Each article is timed in turn with the parse, with a plain scan for its words
(no program that looks at every word in Python can be faster) and with its quotes, several rounds of each, so that
whatever else the machine does falls on all three; what counts is time of the processor. Printed: the median
milliseconds and the median ratio to the parse; then the seconds for articles of our own that double in size, with many
quotes and names.
"""

import argparse
import html
import json
import re
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lxml.html import document_fromstring

from newsread_filters import Article, Page
from newsread_filters.extract import extract
from newsread_filters.model import Block
from newsread_filters.quotes import find_quotes

ROUNDS = 5
_WORD = re.compile(r"\w+|[^\w\s]")


def as_page(text: str) -> bytes:
    """The text as an HTML page, a paragraph a line."""
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n") if line.strip())
    return f"<!DOCTYPE html><html><head><title>Page</title></head><body>{lines}</body></html>".encode()


def timed(work: Callable[[], object]) -> float:
    """The seconds of processor that `work` takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def against_parse(texts: list[str]) -> None:
    """Print what the parse, a scan and the quotes of each text take."""
    names = ("parse", "scan", "quotes")
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for text in texts:
        article = extract(Page(source="text", data=text.encode(), content_type="text/plain; charset=utf-8"))
        page = as_page(text)
        works = (partial(document_fromstring, page), partial(_WORD.findall, text), partial(find_quotes, article))
        rounds = [[timed(work) for work in works] for _ in range(ROUNDS)]
        for name, taken in zip(names, zip(*rounds, strict=True), strict=True):
            seconds[name].append(min(taken))
    for name in names:
        ratio = statistics.median(a / b for a, b in zip(seconds[name], seconds["parse"], strict=True))
        print(f"{name:8} {statistics.median(seconds[name]) * 1000:7.3f} ms  {ratio:6.1f} times the parse")


def grown(count: int, shape: str) -> Article:
    """An article with `count` people who each say something: in as many paragraphs, in one, or in one sentence."""
    if shape == "in one sentence":
        return Article(
            blocks=(Block(source_text="Ada Marsh called it “slow,” he said, “a b,” and the memo, who, " * count),)
        )
    said = [
        f"“The water came at night,” said Ada{number} Marsh{number}, a baker. She called it “slow and costly” for all."
        f" The mayor and Bruce Holt{number} were there, but “nobody had warned us of that,” the official said."
        for number in range(count)
    ]
    return Article(blocks=tuple(Block(source_text=text) for text in (said if "many" in shape else [" ".join(said)])))


def as_it_grows() -> None:
    """Print the seconds for articles that double."""
    sizes = (500, 1000, 2000, 4000)
    for shape in ("in many paragraphs", "in one paragraph", "in one sentence"):
        articles = [grown(size, shape) for size in sizes]
        taken = [timed(partial(find_quotes, article)) for article in articles]
        steps = "  ".join(f"{size:,} times {seconds:.2f} s" for size, seconds in zip(sizes, taken, strict=True))
        print(f"{shape:18}  {steps}")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder that holds articles.jsonl")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth article")
    options = parser.parse_args()
    lines = (options.folder / "articles.jsonl").read_text("utf-8").splitlines()
    against_parse([str(json.loads(line)["text"]) for line in lines[:: options.every]])
    as_it_grows()


if __name__ == "__main__":
    main()
