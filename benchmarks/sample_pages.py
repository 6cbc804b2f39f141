"""Our own labelled pages (tests/pages): loaded, read, and scored against their labels.

A block labelled "keep" is lost when its words are not, one after the other, in the kept text. A block labelled
"clutter:KIND" is left in when a kept line says just its words more often than lines labelled "keep" do, or when the
kept text has its words more often than they do.
"""

from collections import Counter
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsread_filters import Page, Reading
from newsread_filters.view import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PAGES = Path(__file__).parent.parent / "tests" / "pages"


class Label(NamedTuple):
    """One labelled piece of a page; `kind` is None for what must stay."""

    kind: str | None
    text: str


class Sample(NamedTuple):
    """A page with its labels taken off, and the labels."""

    name: str
    page: Page
    labels: list[Label]


class Score(NamedTuple):
    """What a reading did with a sample's labels."""

    lost: list[Label]
    left_in: list[Label]
    removed: Counter[str]


def load(folder: Path = PAGES) -> list[Sample]:
    """Every sample of `folder`, by name."""
    paths = sorted(path for path in folder.iterdir() if path.suffix in {".html", ".txt"})
    return [_from_html(path) if path.suffix == ".html" else _from_text(path) for path in paths]


def score(sample: Sample, reading: Reading) -> Score:
    """Compare the kept text of `reading` with the labels of `sample`."""
    lines = [words(block.text) for block in reading.article.blocks if not block.removed]
    kept = _joined(word for line in lines for word in line)
    times = Counter(lines)
    content = [words(label.text) for label in sample.labels if label.kind is None]
    expected, told = Counter(content), " | ".join(map(_joined, content))
    lost, left_in, removed = [], [], Counter[str]()
    for label in sample.labels:
        own = words(label.text)
        if not own:
            continue
        if label.kind is None:
            lost += [label] * (_joined(own) not in kept)
        elif times[own] > expected[own] or (len(own) > 3 and kept.count(_joined(own)) > told.count(_joined(own))):
            left_in.append(label)
        else:
            removed[label.kind] += 1
    return Score(lost, left_in, removed)


def _joined(found: Iterable[str]) -> str:
    return f" {' '.join(found)} "


def _from_html(path: Path) -> Sample:
    from lxml import html

    tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf8"))
    labels = _labels(deepcopy(tree))
    for element in tree.xpath("//*[@data-expect]"):
        del element.attrib["data-expect"]
    data: bytes = html.tostring(tree.getroottree(), encoding="utf8")
    return Sample(path.stem, Page(source=path.name, data=data), labels)


def _labels(tree: "HtmlElement") -> list[Label]:
    for element in tree.iter("br", "td", "th"):  # what parts words on the screen parts them here
        element.tail = f" {element.tail or ''}"
    labels = []
    for element in tree.xpath("//*[@data-expect]"):
        expected = str(element.attrib.pop("data-expect"))
        own = "".join(element.xpath(".//text()[not(ancestor::*[@data-expect])]"))  # a labelled piece inside is its own
        labels.append(Label(None if expected == "keep" else expected.removeprefix("clutter:"), " ".join(own.split())))
    return labels


def _from_text(path: Path) -> Sample:
    text = path.read_text("utf8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    marks = path.with_suffix(".labels").read_text("utf8").split()
    kinds = [None if mark == "keep" else mark.removeprefix("clutter:") for mark in marks]
    labels = [Label(kind, line) for kind, line in zip(kinds, lines, strict=True)]
    return Sample(path.stem, Page(source=path.name, data=text.encode()), labels)
