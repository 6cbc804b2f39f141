"""Our own labelled pages as a gate: no word of content is lost, and no more clutter is left in than today."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
import sample_pages
from sample_pages import Label, Sample

from newsread_filters import Article, Page, Unreadable, pipeline
from newsread_filters.extract import extract
from newsread_filters.registry import defaults
from newsread_filters.view import words

SAMPLES = {sample.name: sample for sample in sample_pages.load()}

FEW = 4
NEAR = 150
"""How many words further on a label is looked for before it counts as out of order."""
LEFT_IN: dict[str, dict[str, int]] = {
    "academic_disclosure": {"byline": 1},
    "amp": {"gallery": 1},
    "article_content_labels": {"contact_prompt": 1},
    "consent_wall": {"boilerplate": 2},
    "cutoff_standfirst": {"title_dup": 1},
    "french": {"byline": 1},
    "french_daily": {"newsletter": 3},
    "home_page": {"related": 22, "timestamp": 1, "comments": 1, "byline": 2, "widget": 2},
    "japanese": {"byline": 1, "copyright": 1},
    "newsletter_article": {"caption": 1},
    "opinion": {"byline": 1},
    "poem_copied": {"section_label": 1, "related": 3},
    "recipe": {"ui_residue": 2},
    "tweets": {"embed": 1},
    "wire_copied": {"section_label": 1},
}
"""What is still left in, by page and kind. Take a page out when a filter learns it; never add to it lightly."""


class Flat(NamedTuple):
    """All words of an article as extracted, whether each is kept, and where blocks, spans and cuts begin and end."""

    said: list[str]
    kept: list[bool]
    edges: set[int]


def flattened(article: Article) -> Flat:
    """The article as one row of words."""
    flat = Flat([], [], {0})
    for block in article.blocks:
        marks = [0, len(block.source_text)]
        marks += [edge for span in block.spans for edge in (span.start, span.end)]
        marks += [edge for cut in block.cuts for edge in (cut.start, cut.end)]
        for start, end in pairwise(sorted(set(marks))):
            flat.said.extend(words(block.source_text[start:end]))
            kept = not any(cut.start <= start < cut.end for cut in block.cuts)
            flat.kept.extend([kept] * (len(flat.said) - len(flat.kept)))
            flat.edges.add(len(flat.said))
    return flat


def fates(sample: Sample, article: Article) -> list[tuple[Label, float]]:
    """For each label in the order of the page, the share of its words that are kept; 0 for one not extracted."""
    flat = flattened(article)
    position = 0
    found = []
    for label in sample.labels:
        own = list(words(label.text))
        places = list(_places(label, own, flat))
        shares = {at: sum(flat.kept[at : at + len(own)]) / len(own) for at in places}
        ahead = [at for at in places if position <= at <= position + NEAR]
        if ahead:
            position = ahead[0] + len(own)
            found.append((label, shares[ahead[0]]))
        elif own and label.kind is None:  # moved by the extraction, or with clutter in its midst
            found.append((label, max(shares.values(), default=_in_pieces(own, flat))))
        elif own:
            found.append((label, min(shares.values(), default=0.0)))
    return found


def _places(label: Label, own: list[str], flat: Flat) -> Iterator[int]:
    """Where the words `own` stand; a short piece of clutter must be all of a block or of a piece of one."""
    whole = label.kind is not None and len(own) <= FEW
    for at, word in enumerate(flat.said):
        stands = own and word == own[0] and flat.said[at : at + len(own)] == own
        if stands and (not whole or {at, at + len(own)} <= flat.edges):
            yield at


def _in_pieces(own: list[str], flat: Flat) -> float:
    """1 when the words stand in this order among the kept ones, else 0."""
    kept = (word for word, stays in zip(flat.said, flat.kept, strict=True) if stays)
    return float(all(word in kept for word in own))


def outcome(name: str) -> list[tuple[Label, float]]:
    """What became of the labels of a page; of a page that holds no article nothing is kept."""
    try:
        cleaned, _ = pipeline.run(extract(SAMPLES[name].page), defaults())
    except Unreadable:
        return [(label, 0.0) for label in SAMPLES[name].labels]
    return fates(SAMPLES[name], cleaned)


def test_the_page_that_the_program_opens_with_is_clean() -> None:
    """Of the page that newsread shows without a source no line stands twice, and most filters find something in it."""
    page = Path(__file__).parents[2] / "tui" / "newsread" / "sample.html"
    article = extract(Page(source="sample", data=page.read_bytes()))
    cleaned, notices = pipeline.run(article, defaults())
    kept = [block.text for block in cleaned.blocks if not block.removed]
    assert notices == ()
    assert not [text for text in kept if "developing story" in text or text == article.title]
    assert len({text[:60] for text in kept}) == len(kept)
    assert len({cut.filter for block in cleaned.blocks for cut in block.cuts}) >= 12


@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_of_content_is_lost(name: str) -> None:
    """Every word labelled "keep" is still there."""
    assert [label.text for label, kept in outcome(name) if label.kind is None and kept < 1] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_no_more_clutter_is_left_in_than_before(name: str) -> None:
    """What was removed when this was written is removed still."""
    left = [label for label, kept in outcome(name) if label.kind is not None and kept >= 0.5]
    more = Counter(label.kind for label in left) - Counter(LEFT_IN.get(name, {}))
    assert {kind: [label.text for label in left if label.kind == kind] for kind in more} == {}
