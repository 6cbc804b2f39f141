"""Print what extraction and the filters cost, in parses of the same pages by lxml, all timed by turns in one run.

    .venv/bin/python benchmarks/cost.py [FOLDER ...] [--rounds N] [--beside SITE-PACKAGES]

Each FOLDER holds pages (*.html, *.html.gz); without one our own sample pages are read. Where trafilatura can be
imported, from the folder given as `--beside` or at all, its default is timed on the same pages.
"""

import argparse
import gzip
import importlib
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from lxml.html import HTMLParser, document_fromstring

from newsread_filters import pipeline
from newsread_filters.extract import extract
from newsread_filters.extract.charset import decode
from newsread_filters.model import Page, Unreadable
from newsread_filters.quotes import find_quotes
from newsread_filters.registry import defaults

SAMPLES = Path(__file__).parent.parent / "tests" / "pages"
FILTERS = defaults()


class Input(NamedTuple):
    """A page, as each of the tools takes it."""

    page: Page
    text: str


Tools = dict[str, Callable[[Input], None]]


def parse(each: Input) -> None:
    """Parse the page with lxml: the unit."""
    document_fromstring(each.text.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))


def extraction(each: Input) -> None:
    """From bytes to blocks."""
    extract(each.page)


def cleaning(each: Input) -> None:
    """From bytes to blocks with all that the filters cut."""
    pipeline.run(extract(each.page), FILTERS)


def quotes(each: Input) -> None:
    """All that a reading takes."""
    find_quotes(pipeline.run(extract(each.page), FILTERS)[0])


def tools(beside: Path | None) -> Tools:
    """What is timed, by its name in the table."""
    found: Tools = {"lxml parse": parse, "extraction": extraction, "with all filters": cleaning, "with quotes": quotes}
    sys.path += [str(beside)] if beside else []
    with suppress(ImportError):
        other = importlib.import_module("trafilatura")
        found["trafilatura"] = lambda each: other.extract(each.text)
    return found


def load(folders: list[Path]) -> list[Input]:
    """The pages of `folders` that can be read."""
    pages = []
    for path in sorted(path for folder in folders for path in folder.rglob("*.html*")):
        data = path.read_bytes()
        page = Page(source=path.name, data=gzip.decompress(data) if path.suffix == ".gz" else data)
        with suppress(Unreadable):
            extract(page)
            pages.append(Input(page, decode(page.data, None)))
    return pages


def timed(inputs: list[Input], found: Tools, rounds: int) -> dict[str, list[float]]:
    """The least seconds of processor that each tool took for each page, the tools taking turns."""
    least = {name: [float("inf")] * len(inputs) for name in found}
    for _ in range(rounds):
        for number, each in enumerate(inputs):
            for name, tool in found.items():
                started = time.process_time()
                tool(each)
                least[name][number] = min(least[name][number], time.process_time() - started)
    return least


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", metavar="FOLDER", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--beside", type=Path, metavar="SITE-PACKAGES")
    options = parser.parse_args()
    inputs = load(options.folders or [SAMPLES])
    least = timed(inputs, tools(options.beside), options.rounds)
    unit = sum(least["lxml parse"])
    size = sum(len(each.page.data) for each in inputs)
    print(f"{len(inputs)} pages, {size / 1e6:.1f} MB, the least of {options.rounds} rounds")
    for name, seconds in least.items():
        print(f"{name:18} {1000 * sum(seconds) / len(inputs):8.2f} ms a page {sum(seconds) / unit:7.1f} parses")


if __name__ == "__main__":
    main()
