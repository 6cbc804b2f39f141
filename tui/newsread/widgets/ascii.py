"""The program's own signs in ASCII, for fonts and terminals that lack the rest; each takes the cells it took before."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_SIGNS = {
    "|": "│┃║▏▎▍▌▋▊▉▐▕┆┇┊┋",
    ":": "╎",
    "-": "─┄┈╌━┅┉╍▔▁‐‑‒–—―·",
    "=": "═▬",
    "+": "┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋",
    "#": "█▇▆▅▄▃▂▀░▒▓■▪",
    "*": "•★☆◆◇●∗",
    "o": "○◉◯",
    "x": "×✗✘✕✖",
    "v": "✓✔↓▼▾",
    "^": "↑▲▴",
    ">": "→▶▸›»❯",
    "<": "←◀◂‹«❮",
    "'": "‘’‚",
    '"': "“”„",
    "~": "…",
}
_TABLE = {ord(sign): plain for plain, signs in _SIGNS.items() for sign in signs}


def plain(text: str) -> str:
    """The program's own `text` without its signs."""
    return text if text.isascii() else text.replace(" …", "..").translate(_TABLE)


class Ascii(LineFilter):
    """Draws all that widgets draw in ASCII, where it is one of the program's signs; other letters are left alone."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - no colour changes
        """Draw a line."""
        return [Segment(plain(text), style, control) for text, style, control in segments]
