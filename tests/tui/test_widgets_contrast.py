"""Whether the text of the program can be read: contrast by level AA of the WCAG, in every theme."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from newsread.themes import THEMES
from newsread.widgets.contrast import READABLE, contrast, faded
from newsread.widgets.palette import Palette, palette

COLORS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: Color(*parts))
WITH_COLORS = [theme for theme in BUILTIN_THEMES.values() if not theme.ansi]
NO_TEXT = {"rule", "side_here", "background"}
"""What is no style of a text: lines and tints."""


def colors(theme: Theme) -> Palette:
    """The styles of a theme."""
    variables = theme.to_color_system().generate()
    return palette(variables | theme.variables)


def texts(shown: Palette) -> Iterator[tuple[str, Style]]:
    """Every style that text is drawn in, by its name: also on the lit row of a list, and with what is laid over it."""
    for name in Palette._fields:
        style = getattr(shown, name)
        if name not in NO_TEXT and isinstance(style, Style):
            yield name, style
            if name.startswith("side"):
                yield f"{name} on the lit row", style + shown.side_here
    yield from ((f"{role} in the head", style) for role, style in shown.head.items() if role != "rule")
    for look in shown.looks:
        for name in ("text", "muted", "heading"):
            yield f"{look} over {name}", shown.look(getattr(shown, name), (look,))


def on_its_paper(style: Style) -> float:
    """The contrast of a style's two colours."""
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#ffffff", "#000000", 21), ("#767676", "#ffffff", 4.54), ("#ffffff", "#ff0000", 4.0), ("#123456", "#123456", 1)],
)
def test_contrast_is_what_the_wcag_says(one: str, other: str, expected: float) -> None:
    """As known pairs of colours have it, whichever of them is the ink."""
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(expected, abs=0.005)
    assert contrast(Color.parse(other), Color.parse(one)) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_all_text_of_our_themes_can_be_read(theme: Theme) -> None:
    """Whatever it stands on: paper, panel, status line, the lit row of a list, a quote, a hit."""
    weak = {
        name: round(on_its_paper(style), 2) for name, style in texts(colors(theme)) if on_its_paper(style) < READABLE
    }
    assert weak == {}


@pytest.mark.parametrize("theme", WITH_COLORS, ids=lambda theme: theme.name)
def test_what_stands_back_can_be_read_in_every_theme(theme: Theme) -> None:
    """Ink is faded only as far as it can be read, where it could be read at first."""
    shown = colors(theme)
    for ink, names in (("strong", ("muted", "faint", "label")), ("side_strong", ("side", "side_muted", "side_faint"))):
        most = on_its_paper(getattr(shown, ink))
        for name in names:
            assert on_its_paper(getattr(shown, name)) >= min(READABLE, most), name


@given(COLORS, COLORS, COLORS, st.floats(0, 1), st.floats(1, 21))
def test_faded_ink_keeps_its_contrast(ink: Color, paper: Color, ground: Color, share: float, least: float) -> None:
    """Unless it was below that before: then it is not faded at all."""
    made = faded(ink, paper, share, least, ground)
    assert contrast(made, ground) >= least or made == ink
