"""Writes manual pages: the few requests of man(7) that newsread's page needs, and the escaping of everything else."""

import re
from collections.abc import Iterable
from itertools import groupby

_ESCAPED = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}
_SPECIAL = re.compile(r"[\\\-'`^~]|[^\x00-\x7f]")


def text(words: str) -> str:
    """`words` as they stand, whatever characters are in them; also at the start of a line."""
    written = _SPECIAL.sub(lambda found: _ESCAPED.get(found[0]) or rf"\[u{ord(found[0]):04X}]", words)
    return rf"\&{written}" if written.startswith(".") else written


def bold(words: str) -> str:
    """`words`, to be typed as they stand."""
    return rf"\fB{text(words)}\fP"


def italic(words: str) -> str:
    """`words` that stand for something else."""
    return rf"\fI{text(words)}\fP"


def section(title: str) -> str:
    """A section begins."""
    return f".SH {text(title)}\n"


def subsection(title: str) -> str:
    """A part of a section begins."""
    return f".SS {text(title)}\n"


def entry(term: str, about: str) -> str:
    """A term, written already, and indented below it what it means."""
    return f".TP\n{term}\n{text(about)}\n"


def prose(words: str) -> str:
    """Paragraphs; lines that are indented, or set in columns, stay as they are."""
    parts = []
    for kept, lines in groupby(words.splitlines(), key=_is_set):
        some = [line.strip() for line in lines if line.strip()]
        if some and kept:
            parts.append(verbatim(some))
        elif some:
            parts.append(f"{text(' '.join(some))}\n")
    return ".PP\n".join(parts)


def verbatim(lines: Iterable[str]) -> str:
    """Lines that are not filled."""
    return "".join([".nf\n.RS\n", *(f"{text(line)}\n" for line in lines), ".RE\n.fi\n"])


def _is_set(line: str) -> bool:
    return line.startswith(" ") or "  " in line.strip()
