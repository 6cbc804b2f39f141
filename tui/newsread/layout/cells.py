"""How many terminal cells a text takes, at the price of a table where that is enough."""

import re
from functools import cache

from rich.cells import cell_len, split_graphemes

# Text of these characters alone is as many cells wide as it is long: Latin, Greek and Cyrillic letters, general
# punctuation, currency signs, letter-like signs, arrows. One pass of a class costs a tenth of a sum of widths.
_COMMON = (
    r" -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff"
    r"\u2009\u2010-\u2027\u202f-\u205e\u20a0-\u20c0\u2100-\u22ff"
)
# East Asian characters that are two cells wide and join nothing.
_WIDE = (
    r"\u2e80-\u2e99\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3105-\u312f"
    r"\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufa6d\uff01-\uff60"
)
_beyond_common = re.compile(f"[^{_COMMON}]").search


def is_common(text: str) -> bool:
    """Whether every character of `text` is one cell wide, told quickly; False only means that one must look."""
    return (text.isascii() and text.isprintable()) or _beyond_common(text) is None


@cache
def _beyond_simple() -> re.Pattern[str]:
    """Compiled when it is needed: it takes long, because of all those characters."""
    return re.compile(f"[^{_COMMON}{_WIDE}]")


def width(text: str) -> int:
    """The cells that `text`, on one line, takes in a terminal."""
    return len(text) if is_common(text) else cell_len(text)


def clusters(text: str) -> list[tuple[int, int, int]]:
    """The characters a reader sees, as (start, end, cells): combining marks and joined emoji are never parted."""
    if _beyond_simple().search(text) is None:
        return [(at, at + 1, 2 if character >= "\u2e80" else 1) for at, character in enumerate(text)]
    spans: list[tuple[int, int, int]] = []
    for start, end, cells in split_graphemes(text)[0]:
        if spans and _is_flag_half(text[start]) and _is_flag_half(text[spans[-1][0]]) and spans[-1][2] == 1:
            first, _, first_cells = spans[-1]
            spans[-1] = (first, end, first_cells + cells)
        else:
            spans.append((start, end, cells))
    return spans


def offset_at(text: str, cell: int) -> int:
    """The offset of the character of `text` that is drawn at `cell`; its length when none is."""
    if is_common(text):
        return min(max(cell, 0), len(text))
    for start, _, cells in clusters(text):
        cell -= cells
        if cell < 0:
            return start
    return len(text)


def cropped(text: str, cells: int) -> str:
    """`text` itself when it fits into `cells`, else its beginning with an ellipsis."""
    if width(text) <= cells:
        return text
    kept, used = 0, 0
    for _, end, size in clusters(text):
        if used + size > cells - 1:
            break
        kept, used = end, used + size
    return text[:kept].rstrip() + "…" if cells > 0 else ""


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
