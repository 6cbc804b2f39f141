"""When something was, in a word or two, as seen from today."""

import time
from datetime import date, timedelta


def today(moment: float | None = None) -> date:
    """The user's day now, or at a `moment` in seconds since 1970."""
    return date(*time.localtime(moment)[:3])


def told(then: date, now: date) -> str:
    """The day `then` as one calls it on the day `now`: by its name within a week, by its date within the year."""
    if then == now:
        return "today"
    if then == now - timedelta(days=1):
        return "yesterday"
    if timedelta(0) < now - then < timedelta(days=7):
        return f"{then:%A}"
    return f"{then.day} {then:%b}" if then.year == now.year else f"{then:%b %Y}"
