"""The head of the article: kicker, title, byline and date set as typography, above it what must be said first."""

from datetime import datetime
from typing import Literal, NamedTuple

from newsread.layout.wrap import wrap
from newsread_filters.gate import clean_line
from newsread_filters.model import Article

Role = Literal["blank", "problem", "welcome", "keys", "kicker", "title", "byline", "rule"]


class HeadLine(NamedTuple):
    """One row of the head."""

    role: Role
    text: str = ""


def head(article: Article, measure: int, remarks: tuple[HeadLine, ...] = ()) -> list[HeadLine]:
    """The rows of the head at `measure` cells; never empty. `remarks` stand above the title."""
    lines = [HeadLine("blank")]
    for remark in remarks:
        lines += _wrapped(remark.role, remark.text, measure)
    if remarks:
        lines.append(HeadLine("blank"))
    title = _wrapped("title", article.title or "", measure)
    byline = _wrapped("byline", byline_and_date(article), measure)
    lines += _wrapped("kicker", (article.site or "").upper(), measure)
    lines += title
    if title and byline:
        lines.append(HeadLine("blank"))
    lines += byline
    if title or byline:
        lines += [HeadLine("rule"), HeadLine("blank")]
    return lines


def byline_and_date(article: Article) -> str:
    """Who wrote it, and when, on one line."""
    byline = clean_line(article.byline or "")
    if byline and not byline.lower().startswith(("by ", "von ", "par ", "por ", "di ", "door ")):
        byline = f"By {byline}" if (article.language or "en") == "en" else byline
    return "  ·  ".join(part for part in (byline, date(article.published)) if part)


def date(published: str | None) -> str:
    """An ISO 8601 date as a reader writes it; what is no such date is shown as it stands."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return clean_line(published or "")
    day = f"{moment.day} {moment:%B %Y}"
    return f"{day}, {moment:%H:%M}" if "T" in (published or "") else day


def _wrapped(role: Role, text: str, measure: int) -> list[HeadLine]:
    text = text if role == "keys" else clean_line(text)
    starts = wrap(text, measure) if text else []
    ends = [*starts[1:], len(text)]
    return [HeadLine(role, text[start:end].rstrip()) for start, end in zip(starts, ends, strict=False)]
