"""Which editor the user's configuration is opened in."""

import os
import shlex
import shutil
from typing import NamedTuple

_OTHERS = ("sensible-editor", "nano", "vim", "vi")
"""What is tried when neither $VISUAL nor $EDITOR is set."""


class Editor(NamedTuple):
    """The command that starts an editor, and what names it."""

    command: list[str]
    """With its arguments; it may not be there."""
    variable: str = ""
    """The variable of the environment; empty for an editor that was found though none is named."""


def find() -> Editor | None:
    """The editor that the environment names, or else the first that there is of the usual ones."""
    for variable in ("VISUAL", "EDITOR"):
        if words := os.environ.get(variable, "").strip():
            return Editor(_split(words), variable)
    found = next((path for each in _OTHERS if (path := shutil.which(each))), None)
    return Editor([found]) if found else None


def _split(words: str) -> list[str]:
    try:
        return shlex.split(words)
    except ValueError:  # a quotation mark without its fellow
        return [words]
