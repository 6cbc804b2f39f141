"""Whether there is a browser for `o` and an editor for the configuration."""

import os
import shlex
import shutil
from collections.abc import Iterator

from newsread import browser
from newsread.doctor.finding import Finding


def check() -> Iterator[Finding]:
    """The programs that newsread starts when it is told to."""
    yield _browser()
    yield _editor()


def _browser() -> Finding:
    command = browser.command_for("https://example.org/")
    if command:
        return Finding("PASS", "browser", command[0])
    return Finding("WARN", "browser", "none found; set BROWSER to the command that starts yours.")


def _editor() -> Finding:
    for variable in ("VISUAL", "EDITOR"):
        given = os.environ.get(variable, "").strip()
        if given:
            if _runs(given):
                return Finding("PASS", "editor", f"{given} ({variable})")
            return Finding("WARN", "editor", f"{variable} names {given}, which is not there; set it to your editor.")
    return Finding("WARN", "editor", "none named; set VISUAL or EDITOR to the command that starts yours.")


def _runs(command: str) -> bool:
    try:
        words = shlex.split(command)
    except ValueError:
        return False
    return bool(words) and shutil.which(words[0]) is not None
