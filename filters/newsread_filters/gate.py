"""The one gate for outside text: what passes it can neither drive a terminal nor reorder what a reader sees.

Removed: escape sequences whole (an unterminated string sequence loses only its introducer, never the text behind it),
C0 but newline and tab, DEL, C1, bidi controls, lone surrogates, what is no character (U+FFFE, U+FFFF), and what shows
as nothing (soft hyphen, zero-width space, word joiner, byte order mark). The zero-width joiners stay: emoji and Indic
scripts need them.
No Unicode normalisation: offsets must go on pointing at what the page said.
"""

import re

_SEQUENCE = (
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"  # CSI
    # OSC, DCS, SOS, PM, APC; on one line, none within another: what is not ended there was none
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\n\x1b\x90\x98\x9c-\x9f]*+(?:\x07|\x1b\\|\x9c)"
    # two and three characters, or what an unterminated one begins with
    r"|\x1b[ -/]+[0-~]|\x1b[\]PX^_\[]|\x1b[0-Z\\`-~]?"
)
_UNSAFE = re.compile(
    _SEQUENCE + "|[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """Return `text` with everything removed that could drive a terminal; newlines and tabs stay."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub("", text)


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line: white space collapsed to single spaces, none at the ends."""
    return " ".join(clean(text).split())
