"""What an HTTP status means to a reader, and what to do."""

from email.utils import parsedate_to_datetime
from http import HTTPStatus

_TOLD = {
    204: "there is nothing on this page (204).",
    304: "nothing new (304), although nothing was asked about. Try again.",
    401: "you must log in to read this (401). Open it in the browser.",
    402: "you must pay to read this (402). Open it in the browser.",
    403: "it will not show this page to newsread (403). Open it in the browser, or save it there and open the file.",
    404: "there is no such page (404). Check the address.",
    410: "the page was taken away for good (410).",
    451: "the page may not be shown here for legal reasons (451).",
}


def explain(status: int, retry_after: str = "") -> str | None:
    """Say what a status other than success means, a server's Retry-After header heeded; None for success."""
    if told := _TOLD.get(status):
        return told
    if status in {429, 503}:
        busy = "too many requests" if status == HTTPStatus.TOO_MANY_REQUESTS else "it is busy or closed"
        return f"{busy} ({status}). Try again {_when(retry_after)}."
    if 200 <= status < 300:
        return None
    if status >= 500:
        return f"it has trouble of its own ({status}). Try again later."
    return f"it will not show this page ({status}). Open it in the browser."


def _when(retry_after: str) -> str:
    """A Retry-After header in words: it holds seconds or a date, or anything at all."""
    if retry_after.isdecimal() and len(retry_after) <= 6:
        seconds = int(retry_after)
        return f"in {seconds} seconds" if seconds <= 120 else f"in {-(-seconds // 60)} minutes"
    try:
        return f"after {parsedate_to_datetime(retry_after):%d %B %Y, %H:%M} UTC"
    except ValueError:
        return "later"
