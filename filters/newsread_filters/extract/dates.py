"""Dates as pages write them, made ISO 8601; one that cannot be read is none."""

import re
from datetime import date, datetime

_OFFSET = re.compile(r"\s*([+-]\d\d):?(\d\d)$")
_FRACTION = re.compile(r"(:\d\d)[.,]\d+")


def iso_date(text: str | None) -> str | None:
    """Return `text` as an ISO 8601 date or time; None for what is no date of a news page."""
    text = _FRACTION.sub(r"\1", (text or "").strip().removesuffix(" UTC"))
    text = _OFFSET.sub(r"\1:\2", text) if ":" in text else text
    for read in (_day, _moment, _mail_date):
        try:
            found = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if 1600 <= found.year <= 2200:
            return found.isoformat()
    return None


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _moment(text: str) -> date:
    return datetime.fromisoformat(text)


def _mail_date(text: str) -> date:
    from email.utils import parsedate_to_datetime  # it brings along what nothing else here needs, and few pages do

    return parsedate_to_datetime(text)
