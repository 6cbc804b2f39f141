"""Makes docs/pictures/*.svg from the running program, on the sample article: `make pictures`."""  # noqa: INP001 - a script

import asyncio
import re
from pathlib import Path
from typing import NamedTuple

from newsread.app import application
from newsread.opening import Opening
from newsread.readings import Prepared
from newsread.sources import sample
from newsread_filters.reading import read

_CELL = 12.2
"""The width of a character in Rich's pictures."""
FOLDER = Path(__file__).parent / "pictures"


class Picture(NamedTuple):
    """One picture: what was pressed before it was taken, in which window and theme."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 34)
    theme: str = "newsread-dark"


PICTURES = (
    Picture("reader", ("]",), size=(120, 40)),
    Picture("removed", ("]", "c")),
    Picture("rule", ("/", *"did not stop", "enter", "escape", "x")),
    Picture("quotes", ("]", "]", "tab", "t")),
    Picture("light", ("]", "]", "]"), theme="newsread-light"),
    Picture("search", ("/", *"bridge", "enter", "n")),
    Picture("help", ("?",)),
    Picture("narrow", ("j",), size=(60, 24)),
)


async def take(picture: Picture) -> str:
    """The SVG of `picture`."""
    opening = Opening(None, lambda _: read(sample())).start()
    opening.wait()
    app = application(opening, lambda source: Opening(source, lambda _: read(sample())), Prepared(picture.theme))
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        await pilot.press(*picture.keys)
        await pilot.pause()
        return plain(app.export_screenshot(title="newsread"))


def plain(svg: str) -> str:
    """The SVG without fonts from elsewhere, each text placed at its first letter: some programs drop leading spaces."""

    def moved(match: re.Match[str]) -> str:
        x, middle, length, rest, spaces, text = match.groups()
        indent = len(spaces) // len("&#160;") * _CELL
        return f'x="{float(x) + indent:g}"{middle}textLength="{float(length) - indent:g}"{rest}>{text}<'

    svg = re.sub(r"@font-face {.*?}\n", "", svg, flags=re.DOTALL)
    return re.sub(r'x="([\d.]+)"([^<>]*)textLength="([\d.]+)"([^<>]*)>((?:&#160;)+)([^<]*)<', moved, svg)


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        (FOLDER / f"{picture.name}.svg").write_text(asyncio.run(take(picture)))


if __name__ == "__main__":
    main()
