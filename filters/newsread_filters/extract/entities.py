"""HTML's entities as characters, where no parser has read them."""

import html
import re

_ENDLESS = re.compile(r"&#[0-9]{20,}+;?+")
"""A number of more digits than any character has: Python refuses to read one of several thousand."""


def unescaped(text: str) -> str:
    """`text` with its entities as the characters that they mean; it may hold controls then."""
    return html.unescape(_ENDLESS.sub("\ufffd", text)) if "&" in text else text
