"""The colours of a theme as the styles that lines are drawn in."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from newsread.layout.head import Role
from newsread.layout.runs import Look
from newsread.layout.wrap import PARTED


class Palette(NamedTuple):
    """Every style of the reader, from the few colours that any Textual theme has."""

    background: Color
    """What text stands on, for the program's line filters."""
    text: Style
    strong: Style
    muted: Style
    faint: Style
    label: Style
    accent: Style
    accent_strong: Style
    problem: Style
    rule: Style
    heading: Style
    side: Style
    side_strong: Style
    side_muted: Style
    side_faint: Style
    side_accent: Style
    side_accent_strong: Style
    bar: Style
    bar_muted: Style
    bar_key: Style
    bar_accent: Style
    looks: Mapping[Look, Style]
    head: Mapping[Role, Style]

    def look(self, base: Style, looks: tuple[Look, ...]) -> Style:
        """The style of text that stands in `base` and carries `looks`; the last one wins."""
        return _overlaid(base, tuple(self.looks[each] for each in looks)) if looks else base

    def keys(self, text: str) -> Iterator[Segment]:
        """A row of keys, each with what it does behind it, as in "q quits · O opens another"."""
        for number, part in enumerate(text.split(PARTED)):
            key, _, what = part.partition(" ")
            yield Segment(PARTED if number else "", self.faint)
            yield Segment(key, self.accent_strong)
            yield Segment(f" {what}", self.muted)


@lru_cache(maxsize=512)
def _overlaid(base: Style, styles: tuple[Style, ...]) -> Style:
    return Style.combine((base, *styles))


def palette(variables: Mapping[str, str]) -> Palette:
    """The palette of the theme whose CSS variables are `variables`."""
    colors = {
        name: Color.parse(variables[name]) for name in ("background", "surface", "panel", "foreground", "primary")
    }
    paper, ink, amber = colors["background"], colors["foreground"], colors["primary"]
    warm, wrong = Color.parse(variables["warning"]), Color.parse(variables["error"])
    side, bar = colors["surface"], colors["panel"]
    muted, faint = ink.blend(paper, 0.38), ink.blend(paper, 0.58)
    text = _style(ink, paper)
    return Palette(
        background=paper,
        text=text,
        strong=_style(ink, paper, bold=True),
        muted=_style(muted, paper),
        faint=_style(faint, paper),
        label=_style(faint, paper, italic=True),
        accent=_style(amber, paper),
        accent_strong=_style(amber, paper, bold=True),
        problem=_style(wrong, paper),
        rule=_style(ink.blend(paper, 0.78), paper),
        heading=_style(amber, paper, bold=True),
        side=_style(ink.blend(side, 0.12), side),
        side_strong=_style(ink, side, bold=True),
        side_muted=_style(ink.blend(side, 0.42), side),
        side_faint=_style(ink.blend(side, 0.62), side),
        side_accent=_style(amber, side),
        side_accent_strong=_style(amber, side, bold=True),
        bar=_style(ink.blend(bar, 0.15), bar),
        bar_muted=_style(ink.blend(bar, 0.42), bar),
        bar_key=_style(amber, bar, bold=True),
        bar_accent=_style(amber, bar),
        looks={
            "link": Style(underline=False),
            "emphasis": Style(italic=True),
            "strong": Style(bold=True),
            "code": _style(ink, side),
            "cut": Style(color=faint.rich_color, strike=True),
            "quote": Style(bgcolor=paper.blend(amber, 0.13).rich_color),
            "quote-current": Style(bgcolor=paper.blend(amber, 0.30).rich_color, bold=True),
            "hit": Style(bgcolor=paper.blend(warm, 0.45).rich_color, underline=True),
            "hit-current": Style(color=paper.rich_color, bgcolor=warm.rich_color, bold=True, underline=True),
        },
        head={
            "blank": text,
            "problem": _style(wrong, paper),
            "welcome": _style(muted, paper, italic=True),
            "keys": _style(muted, paper),
            "kicker": _style(amber, paper, bold=True),
            "title": _style(ink, paper, bold=True),
            "byline": _style(muted, paper),
            "rule": _style(ink.blend(paper, 0.78), paper),
        },
    )


def _style(color: Color, background: Color, *, bold: bool | None = None, italic: bool | None = None) -> Style:
    return Style(color=color.rich_color, bgcolor=background.rich_color, bold=bold, italic=italic)
