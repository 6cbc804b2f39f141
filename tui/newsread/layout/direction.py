"""Whether a text is written from right to left. The terminal orders its letters; what is done here is to align it."""

import re

from newsread.layout.cells import is_common

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"


def is_rtl(text: str) -> bool:
    """Whether the first letter of `text` belongs to a script that runs from right to left, such as Hebrew or Arabic."""
    if is_common(text):
        return False
    letter = re.search(r"[^\W\d_]", text)
    return letter is not None and re.match(f"[{_RTL}]", letter[0]) is not None
