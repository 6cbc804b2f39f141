"""Look for pages that do harm: our sample pages and hostile shapes, cut, doubled, mixed and spoiled, read as ever.

    .venv/bin/python benchmarks/fuzz.py [SECONDS] [--seed N]

Ends with status 1 and the seed of the first page that was an error of ours, came out with a character that could drive
a terminal, had a cut or a quote outside its text, or took longer than a reader would wait.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable

import sample_pages
from hostile_pages import SHAPES

from newsread.fence import fences
from newsread.output import export
from newsread_filters.gate import clean
from newsread_filters.model import Page, Reading, Unreadable
from newsread_filters.reading import read, read_whole

SECONDS = 5.0
"""How long a page may take, each way that it is read."""
_SPOILS = (
    b"\0", b"\x1b]0;x\x07", b"\x9b31m", b"\xff\xfe", b"&#27;", b"&amp;#27;", "\u202e".encode(), "\u0301".encode() * 99,
    b"<div>", b"</div>", b"<table><tr><td>", b"<!--", b"-->", b"<script>", b"</script>", b"<pre>", b"<p hidden>",
    b"<br>", b"\n\n", b"\r", "“".encode(), "”".encode(), b'"', b" said ", b"[", b"{}", b"<h1>", b"<a href=x>",
)  # fmt: skip

Mutation = Callable[[random.Random, bytes, list[bytes]], bytes]


def _cut(rng: random.Random, page: bytes, _: list[bytes]) -> bytes:
    start, end = sorted((rng.randrange(len(page) + 1), rng.randrange(len(page) + 1)))
    return page[:start] + page[end:]


def _double(rng: random.Random, page: bytes, _: list[bytes]) -> bytes:
    start = rng.randrange(len(page) + 1)
    piece = page[start : start + rng.randrange(2000)]
    return page[:start] + piece * rng.randrange(2, 9) + page[start:]


def _mix(rng: random.Random, page: bytes, others: list[bytes]) -> bytes:
    """A part of another page, from tag to tag, in the midst of this one."""
    pieces = rng.choice(others).split(b"<")
    start = rng.randrange(len(pieces))
    at = page.find(b"<", rng.randrange(len(page) + 1))
    return page[: max(at, 0)] + b"<" + b"<".join(pieces[start : start + rng.randrange(1, 60)]) + page[max(at, 0) :]


def _spoil(rng: random.Random, page: bytes, _: list[bytes]) -> bytes:
    for _spoiled in range(rng.randrange(1, 8)):
        at = rng.randrange(len(page) + 1)
        page = page[:at] + rng.choice(_SPOILS) * rng.choice((1, 1, 3, 400)) + page[at:]
    return page


def _swap_tags(rng: random.Random, page: bytes, _: list[bytes]) -> bytes:
    pieces = page.split(b"<")
    for _swapped in range(rng.randrange(1, 20)):
        one, two = rng.randrange(len(pieces)), rng.randrange(len(pieces))
        pieces[one], pieces[two] = pieces[two], pieces[one]
    return b"<".join(pieces)


def _recode(rng: random.Random, page: bytes, _: list[bytes]) -> bytes:
    name = rng.choice(("utf-16", "utf-16-be", "utf-32", "latin-1", "cp1251", "shift_jis", "utf-7"))
    return page.decode("utf8", "replace").encode(name, "replace")


MUTATIONS: tuple[Mutation, ...] = (_cut, _double, _mix, _spoil, _spoil, _swap_tags, _recode)


def mutated(seed: int, pages: list[bytes]) -> bytes:
    """The page of a seed."""
    rng = random.Random(seed)
    page = rng.choice(pages)
    for _ in range(rng.randrange(1, 5)):
        page = rng.choice(MUTATIONS)(rng, page, pages)
    return page


def wrong(data: bytes) -> str | None:
    """What is wrong with how a page was read; None when nothing is."""
    page = Page(source="fuzz", data=data)
    for way in (read, read_whole):
        started = time.process_time()
        try:
            reading = way(page, guard=fences())
        except Unreadable:
            reading = None
        seconds = time.process_time() - started
        if seconds > SECONDS:
            return f"{way.__name__} took {seconds:.1f} s"
        if reading is not None and (told := _wrong_in(reading)):
            return told
    return None


def _wrong_in(reading: Reading) -> str | None:
    for notice in reading.notices:
        if "fault" in notice.message or notice.kind == "filter-failed":
            return notice.message
    blocks = reading.article.blocks
    texts = [block.source_text for block in blocks] + [quote.text for quote in reading.quotes]
    about = reading.article
    texts += [
        each or "" for each in (about.title, about.byline, about.site, *(quote.speaker for quote in reading.quotes))
    ]
    if any(clean(text) != text for text in texts):
        return "text came past the gate"
    if any(not 0 <= cut.start < cut.end <= len(block.source_text) for block in blocks for cut in block.cuts):
        return "a cut is outside its text"
    for span in (span for quote in reading.quotes for span in quote.spans):
        if not 0 <= span.start < span.end <= len(blocks[span.block].source_text):
            return "a quote is outside its text"
    for form in export.EXTENSIONS:
        export.exported(reading, form, removed=True)
    return None


def main() -> int:
    """Try one seed after the other until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seconds", nargs="?", type=float, default=60.0, metavar="SECONDS")
    parser.add_argument("--seed", type=int, help="one page only")
    options = parser.parse_args()
    pages = [each.page.data for each in sample_pages.load()] + [shape(3000) for shape in SHAPES.values()]
    end = time.monotonic() + options.seconds
    seed = options.seed if options.seed is not None else time.time_ns() % 10**9
    tried = 0
    while tried == 0 or (options.seed is None and time.monotonic() < end):
        try:
            told = wrong(mutated(seed, pages))
        except Exception as error:
            print(f"seed {seed}: {type(error).__name__}")
            raise
        if told:
            print(f"seed {seed}: {told}")
            return 1
        seed, tried = seed + 1, tried + 1
    print(f"{tried:,} pages, nothing found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
