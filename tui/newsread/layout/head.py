"""The head of the article: kicker, title, byline and date set as typography, above it what must be said first."""

from datetime import datetime
from typing import Literal, NamedTuple

from newsread.layout.wrap import PARTED, lines, parts
from newsread_filters.gate import clean_line
from newsread_filters.model import Article

Role = Literal["blank", "problem", "welcome", "keys", "kicker", "title", "byline", "rule"]


class HeadLine(NamedTuple):
    """One row of the head."""

    role: Role
    text: str = ""


def head(article: Article, measure: int, remarks: tuple[HeadLine, ...] = ()) -> list[HeadLine]:
    """The rows of the head at `measure` cells; never empty. `remarks` stand above the title."""
    rows = [HeadLine("blank")]
    before: Role | None = None
    for remark in remarks:
        if before == "problem" != remark.role:  # what is wrong stands apart from what welcomes
            rows.append(HeadLine("blank"))
        rows += _wrapped(remark.role, remark.text, measure)
        before = remark.role
    if remarks:
        rows.append(HeadLine("blank"))
    title = _wrapped("title", article.title or "", measure)
    byline = _wrapped("byline", byline_and_date(article), measure)
    rows += _wrapped("kicker", (article.site or "").upper(), measure)
    rows += title
    if title and byline:
        rows.append(HeadLine("blank"))
    rows += byline
    if title or byline:
        rows += [HeadLine("rule"), HeadLine("blank")]
    return rows


def byline_and_date(article: Article) -> str:
    """Who wrote it, and when, on one line."""
    return PARTED.join(part for part in (clean_line(article.byline or ""), date(article.published)) if part)


def date(published: str | None) -> str:
    """An ISO 8601 date as a reader writes it; what is no such date is shown as it stands."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return clean_line(published or "")
    day = f"{moment.day} {moment:%B %Y}"
    return f"{day}, {moment:%H:%M}" if "T" in (published or "") else day


def _wrapped(role: Role, text: str, measure: int) -> list[HeadLine]:
    set_in = parts if role == "keys" else lines
    return [HeadLine(role, line) for line in set_in(clean_line(text), measure)]
