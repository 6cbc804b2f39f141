"""Opens addresses in the user's browser: http and https only, and detached, so that it outlives newsread."""

import os
import shlex
import shutil
import subprocess
import sys
from threading import Thread
from urllib.parse import urlsplit


class NoBrowser(Exception):  # noqa: N818 - it says what is missing
    """The address cannot be opened; the message says why."""


def open_url(url: str) -> None:
    """Start the browser on `url`; raises NoBrowser when it is no web address or there is nothing to start."""
    if urlsplit(url).scheme not in {"http", "https"} or any(character.isspace() for character in url):
        raise NoBrowser("Only http and https addresses are opened in the browser")
    command = command_for(url)
    if command is None:
        raise NoBrowser("No browser found: set BROWSER to the command that starts yours")
    try:
        browser = subprocess.Popen(  # noqa: S603 - no shell; the address is checked and stands as one argument
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise NoBrowser(f"The browser did not start: {error.strerror}") from error
    Thread(target=browser.wait, daemon=True).start()  # so that no zombie stays when it ends


def command_for(url: str) -> list[str] | None:
    """What to run: the first alternative in BROWSER that exists ("%s" is the address), else the system's opener."""
    for alternative in os.environ.get("BROWSER", "").split(os.pathsep):
        words = _words(alternative)
        if words and shutil.which(words[0]):
            return [word.replace("%s", url) for word in words] if "%s" in alternative else [*words, url]
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    return [opener, url] if shutil.which(opener) else None


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:
        return []
