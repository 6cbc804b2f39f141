"""How well ink can be read on paper, as the WCAG (2.2, success criterion 1.4.3) measures it."""

from functools import lru_cache

from textual.color import Color

READABLE = 4.5
"""The least contrast of text, by level AA."""
_STEPS = 5
"""How often the distance of a faded colour is halved: to a fiftieth of the way."""


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, from 1 to 21, whichever is the ink."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=64)  # a palette asks for each of them several times, before the first paint
def faded(ink: Color, paper: Color, share: float, least: float, ground: Color) -> Color:
    """`ink` gone by `share` of the way to `paper`, or by as much as leaves it the contrast `least` on `ground`."""
    low, high = 0.0, share
    if contrast(ink.blend(paper, share), ground) >= least:
        low = share
    for _ in range(_STEPS if low < high else 0):
        middle = (low + high) / 2
        low, high = (middle, high) if contrast(ink.blend(paper, middle), ground) >= least else (low, middle)
    return ink.blend(paper, low)


def _luminance(color: Color) -> float:
    red, green, blue = map(_linear, color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
