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
from newsread.widgets.contrast import READABLE, faded


class _Fade(NamedTuple):
    """How far ink goes towards the paper at most, and the contrast that it keeps whatever the theme."""

    share: float = 0.0
    least: float = 1.0


_FULL = _Fade()
_FIRM = _Fade(0.13, READABLE)
_MUTED = _Fade(0.4, 5.0)
_FAINT = _Fade(0.6, READABLE)
_RULE = _Fade(0.78)
_TINT = 0.13
"""How far the paper goes towards the accent under a quote."""


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
    side_here: Style
    """Laid over the row of a list that the cursor is on."""
    side_found: Style
    """What typed words found in a title."""
    side_problem: Style
    bar: Style
    bar_muted: Style
    bar_accent: Style
    hint: Style
    """The letter that stands for a link."""
    selected: Style
    """Laid over text that the mouse picked out."""
    looks: Mapping[Look, Style]
    head: Mapping[Role, Style]

    def look(self, base: Style, looks: tuple[Look, ...]) -> Style:
        """The style of text that stands in `base` and carries `looks`; the last one wins."""
        return _overlaid(base, tuple(self.looks[each] for each in looks)) if looks else base

    def keys(self, text: str, *, side: bool = False) -> Iterator[Segment]:
        """A row of keys, each with what it does behind it, as in "q quits · O opens another"."""
        styles = (self.faint, self.accent_strong, self.muted)
        between, key_style, told = (self.side_faint, self.side_accent_strong, self.side_muted) if side else styles
        for number, part in enumerate(text.split(PARTED)):
            key, _, what = part.partition(" ")
            yield Segment(PARTED if number else "", between)
            yield Segment(key, key_style)
            yield Segment(f" {what}", told)


@lru_cache(maxsize=512)
def _overlaid(base: Style, styles: tuple[Style, ...]) -> Style:
    return Style.combine((base, *styles))


def palette(variables: Mapping[str, str]) -> Palette:
    """The palette of the theme whose CSS variables are `variables`."""
    names = ("background", "surface", "panel", "foreground", "primary", "warning", "error")
    paper = Color.parse(variables["background"])
    paper, side, bar, ink, amber, warm, wrong = (_on(paper, variables[name]) for name in names)
    tint = paper if _is_terminals(paper) else paper.blend(amber, _TINT)
    here = side if _is_terminals(side) else side.blend(amber, 0.12)
    return Palette(
        background=paper,
        text=_style(ink, paper),
        strong=_style(ink, paper, bold=True),
        muted=_style(ink, paper, _MUTED, ground=tint),
        faint=_style(ink, paper, _FAINT),
        label=_style(ink, paper, _FAINT, italic=True),
        accent=_style(amber, paper),
        accent_strong=_style(amber, paper, bold=True),
        problem=_style(wrong, paper),
        rule=_style(ink, paper, _RULE),
        heading=_style(amber, paper, bold=True),
        side=_style(ink, side, _FIRM),
        side_strong=_style(ink, side, bold=True),
        side_muted=_style(ink, side, _MUTED, ground=here),
        side_faint=_style(ink, side, _FAINT, ground=here),
        side_accent=_style(amber, side),
        side_accent_strong=_style(amber, side, bold=True),
        side_here=Style(bold=True) if _is_terminals(paper) else Style(bgcolor=here.rich_color),
        side_found=_style(amber, side, bold=True) + Style(underline=True),
        side_problem=_style(wrong, side),
        bar=_bar(ink, bar, _FIRM),
        bar_muted=_bar(ink, bar, _MUTED),
        bar_accent=_bar(amber, bar, bold=True),
        hint=_style(paper, amber, bold=True),
        selected=_selected(ink, paper, Color.parse(variables["screen-selection-background"])),
        looks=_looks(paper, ink, amber, warm, side),
        head={
            "blank": _style(ink, paper),
            "problem": _style(wrong, paper),
            "welcome": _style(ink, paper, _MUTED, italic=True),
            "keys": _style(ink, paper, _MUTED),
            "kicker": _style(amber, paper, bold=True),
            "title": _style(ink, paper, bold=True),
            "byline": _style(ink, paper, _MUTED),
            "rule": _style(ink, paper, _RULE),
        },
    )


def _looks(paper: Color, ink: Color, amber: Color, warm: Color, side: Color) -> dict[Look, Style]:
    """What is laid over the text. In the terminal's own colours, lines and reversal stand in for tints."""
    faint = _style(ink, paper, _FAINT)
    looks: dict[Look, Style] = {
        "link": Style(),
        "emphasis": Style(italic=True),
        "strong": Style(bold=True),
        "code": _style(ink, side),
        "cut": Style(color=faint.color, dim=faint.dim, strike=True),
    }
    tints: dict[Look, Style] = {
        "quote": Style(bgcolor=paper.blend(amber, _TINT).rich_color),
        "quote-current": Style(color=ink.rich_color, bgcolor=paper.blend(amber, 0.30).rich_color, bold=True),
        "hit": Style(color=ink.rich_color, bgcolor=paper.blend(warm, 0.45).rich_color, underline=True),
        "hit-current": Style(color=paper.rich_color, bgcolor=warm.rich_color, bold=True, underline=True),
    }
    if _is_terminals(paper):
        tints = {
            "quote": Style(underline=True),
            "quote-current": Style(underline=True, bold=True),
            "hit": Style(reverse=True),
            "hit-current": Style(reverse=True, bold=True, underline=True),
        }
    return looks | tints


def _selected(ink: Color, paper: Color, tint: Color) -> Style:
    """Ink on the tint, written the wrong way round and reversed: without colours, the reversal is left."""
    if _is_terminals(paper):
        return Style(reverse=True)
    return Style(color=(paper + tint).rich_color, bgcolor=ink.rich_color, reverse=True)


def _bar(color: Color, bar: Color, fade: _Fade = _FULL, *, bold: bool = False) -> Style:
    """A style of the status line; in the terminal's own colours the line is reversed, to stand apart from the text."""
    return Style(reverse=True, bold=bold) if _is_terminals(bar) else _style(color, bar, fade, bold=bold)


def _style(
    color: Color,
    background: Color,
    fade: _Fade = _FULL,
    *,
    ground: Color | None = None,
    bold: bool = False,
    italic: bool = False,
) -> Style:
    """`color` on `background`, faded; it can still be read where it stands on `ground`.

    Of the terminal's own colours, only that they can be dimmed is known.
    """
    if _is_terminals(color) or _is_terminals(background):
        dimmed = Style(dim=True) if fade.share > _FIRM.share else Style()
        return dimmed + Style(color=color.rich_color, bgcolor=background.rich_color, bold=bold, italic=italic)
    ink = faded(color, background, *fade, ground or background).rich_color if fade.share else color.rich_color
    return Style(color=ink, bgcolor=background.rich_color, bold=bold, italic=italic)


def _on(paper: Color, name: str) -> Color:
    """The colour `name`; the paper's own where that shows through: panels in the terminal's own colours have none."""
    color = Color.parse(name)
    return color if color.a else paper


def _is_terminals(color: Color) -> bool:
    return color.ansi is not None
