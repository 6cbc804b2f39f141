"""Whether there is a browser for `o` and an editor for the configuration."""

import shutil
from collections.abc import Iterator

from newsread import browser, editor
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
    found = editor.find()
    if found is None:
        return Finding("WARN", "editor", "none found; set VISUAL or EDITOR to the command that starts yours.")
    command, variable = " ".join(found.command), found.variable or "neither VISUAL nor EDITOR names another"
    if shutil.which(found.command[0]):
        return Finding("PASS", "editor", f"{command} ({variable})")
    return Finding("WARN", "editor", f"{variable} names {command}, which is not there; set it to your editor.")
