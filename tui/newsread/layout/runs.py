"""Which stretches of a block's shown text are drawn alike: links, emphasis, cuts, quotes and search hits, overlaid."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple

Look = Literal["link", "emphasis", "strong", "code", "cut", "quote", "quote-current", "hit", "hit-current"]


class Layer(NamedTuple):
    """A stretch of text and one way in which it looks different."""

    start: int
    end: int
    look: Look


class Run(NamedTuple):
    """A stretch of text that looks the same all through; later looks win over earlier ones."""

    start: int
    end: int
    looks: tuple[Look, ...]


def runs(length: int, layers: Iterable[Layer]) -> list[Run]:
    """Part a text of `length` at every edge of a layer; the runs cover it all, in order."""
    present = [layer for layer in layers if layer.start < layer.end]
    if not present:
        return [Run(0, length, ())] if length else []
    inner = {min(max(edge, 0), length) for layer in present for edge in (layer.start, layer.end)}
    edges = sorted(inner | {0, length})
    return [
        Run(start, end, tuple(layer.look for layer in present if layer.start <= start and end <= layer.end))
        for start, end in pairwise(edges)
    ]


def within(all_runs: list[Run], start: int, end: int) -> list[Run]:
    """The runs between `start` and `end`, clipped to them."""
    return [
        Run(max(run.start, start), min(run.end, end), run.looks)
        for run in all_runs
        if run.start < end and run.end > start
    ]
