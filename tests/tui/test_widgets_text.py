"""Outside text reaches the screen as it is: nothing in it is taken for markup, whatever the theme."""

import pytest
from onscreen import on_screen, quote, reading, removed, rows, status, text, the_reader
from rich.style import Style
from textual.pilot import Pilot

HOSTILE = (
    "[REPORT]",
    "[b]bold[/b]",
    "[/b] closing",
    "[@click=app.quit]x[/]",
    "[link=https://a.example]y[/link]",
    "\\[sic]",
)


@pytest.mark.parametrize("words", HOSTILE)
async def test_brackets_show_wherever_they_stand(words: str) -> None:
    """In title, site, byline, text, quotes, removed lines, the status line and notices, brackets are text."""
    made = reading(
        f"First {words} here.",
        removed(f"Removed {words} line", by="a_filter", reason=f"because of {words}"),
        f"“Said {words} now,” they said.",
        quotes=(quote(2, f"“Said {words} now,” they said.", f"Said {words} now,", speaker=f"A {words}"),),
        title=f"Title {words}",
        byline=f"By {words}",
        site=f"Site {words}",
    )
    async with on_screen(made, size=(160, 40), problems=(f"problem {words}",)) as pilot:
        await pilot.press("c")
        for place in ("First", "Removed", "Said", "Title", "By", "A", "problem"):
            assert f"{place} {words}" in text(pilot)
        assert f"Site {words}".upper() in text(pilot)
        assert f"Site {words}" in status(pilot)
        await pilot.press("j")
        assert f"because of {words}" in rows(pilot)[38]
        assert pilot.app.is_running


@pytest.mark.parametrize(
    "theme", ["newsread-dark", "newsread-light", "nord", "textual-light", "ansi-dark", "ansi-light"]
)
async def test_every_theme_can_show_the_reader(theme: str) -> None:
    """Our themes and Textual's, those with the terminal's own colours too."""
    made = reading("First.", removed("Removed line"), "Last.", title="Title")
    async with on_screen(made, theme=theme) as pilot:
        await pilot.press("c", "j", "/", *"last", "enter")
        assert "Removed line" in text(pilot)
        assert pilot.app.theme == theme


async def _switch(pilot: Pilot[int], theme: str) -> None:
    pilot.app.theme = theme
    await pilot.pause()


async def test_changing_the_theme_repaints_everything() -> None:
    """All that is on the screen is in the new colours at once."""
    async with on_screen(reading("First.", title="Title")) as pilot:
        article = the_reader(pilot).article
        before = article.render_line(1)
        await _switch(pilot, "newsread-light")
        assert article.render_line(1).text == before.text
        assert article.render_line(1) != before


async def test_colour_is_never_the_only_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR nothing is coloured; cursor, removed lines and their filter can still be told."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_screen(reading("First.", removed("Removed line"), title="Title")) as pilot:
        await pilot.press("c")
        row = next(row for row in rows(pilot) if "Removed line" in row)
        assert "×" in row
        assert "related_links" in row
        assert "┃" in text(pilot)
        for y in range(the_reader(pilot).article.size.height):
            for segment in the_reader(pilot).article.render_line(y):
                color = segment.style.color if segment.style else None
                assert color is None or color.is_default or len(set(color.triplet or (0,))) == 1


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_in_the_terminals_own_colours_nothing_stands_on_another(theme: str) -> None:
    """Text and panels have the background that the terminal has, light or dark; the status line is reversed."""
    async with on_screen(reading("First.", title="Title"), theme=theme) as pilot:
        article, bar = the_reader(pilot).article, the_reader(pilot).status.render_line(0)
        styles = [style for style in article.palette if isinstance(style, Style)]
        assert len(styles) > 20
        assert not any(style.bgcolor and style.bgcolor.triplet for style in styles)
        assert all(segment.style and segment.style.reverse for segment in bar)
