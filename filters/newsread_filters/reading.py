"""The whole flow on one screen: a page's bytes in, a reading out. Pure, and every part pickles."""

import traceback
from contextlib import nullcontext
from pathlib import Path

from newsread_filters import pipeline
from newsread_filters.cleaning import Cleaning
from newsread_filters.extract import TooMuch, extract, extract_raw, extract_whole
from newsread_filters.left_out import left_out
from newsread_filters.model import Article, Notice, Overrides, Page, Reading, Unreadable
from newsread_filters.quotes import find_quotes
from newsread_filters.recognise import recognise, said_better
from newsread_filters.sites import host_of

__all__ = ["MOST", "Overrides", "Reading", "read", "read_raw", "read_whole"]

MOST = 6_200_000
"""Characters of the longest article that is judged, each block two hundred more: twenty thousand paragraphs of twenty
words. A long live blog has a quarter."""
_A_BLOCK = 200
_EXTRACTION, _QUOTES = pipeline.Step("extraction"), pipeline.Step("quotes")


def read(
    page: Page,
    cleaning: Cleaning = Cleaning(),  # noqa: B008 - frozen
    overrides: Overrides = Overrides(),  # noqa: B008 - frozen
    guard: pipeline.Guard = nullcontext,
) -> Reading:
    """Understand `page`, cleaned as `cleaning` says and with the user's `overrides`.

    `guard` stands around each step while it runs. What a step cannot do, in its time or at all, costs no more than what
    it would have found. Raises Unreadable when there is nothing to show.
    """
    try:
        with guard(_EXTRACTION):
            extracted = extract(page)
    except Unreadable as error:
        raise said_better(page, error) from None
    except Exception as error:  # noqa: BLE001 - whatever the page does to us, its text is there
        return read_raw(page, str(error) if isinstance(error, TooMuch) else failure(error))
    if _is_too_long(extracted):
        told = "This is longer than any article, so nothing was removed from it, and no quotes were looked for."
        return Reading(page=page, article=extracted, notices=(Notice("too-long", told),))
    here = cleaning.at(host_of(extracted.url))
    cleaned, notices = pipeline.run(extracted, here.filters, here.rules, guard)
    article = pipeline.put_back(cleaned, overrides.put_back)
    try:
        with guard(_QUOTES):
            quotes = find_quotes(article, overrides.speakers)
    except Exception as error:  # noqa: BLE001 - as above
        quotes, notices = (), (*notices, Notice("no-quotes", f"The quotes could not be found: {failure(error)}."))
    notices = (*(recognise(page, article) or _left_out(page, article, guard)), *notices)
    return Reading(page=page, article=article, quotes=quotes, notices=notices, overrides=overrides)


def read_whole(page: Page, guard: pipeline.Guard = nullcontext) -> Reading:
    """Show all the text of `page`: no column chosen, nothing cut, no quotes; raises Unreadable when there is none."""
    try:
        with guard(_EXTRACTION):
            return Reading(page=page, article=extract_whole(page))
    except Unreadable:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return read_raw(page, str(error) if isinstance(error, TooMuch) else failure(error))


def read_raw(page: Page, why: str) -> Reading:
    """Show the lines of `page` as they stand, because `why`; raises Unreadable when it has none."""
    article, is_all = extract_raw(page)
    told = f"This page cannot be read as an article: {why}. This is its text as it stands, with nothing removed"
    notice = Notice("raw-text", f"{told}." if is_all else f"{told}; only the beginning of it.")
    return Reading(page=page, article=article, notices=(notice,))


def failure(error: Exception) -> str:
    """What went wrong, in words that hold nothing of the page."""
    if isinstance(error, TimeoutError):
        return str(error)
    if isinstance(error, MemoryError):
        return "it needs more memory than a page may take"
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"newsread has a fault ({type(error).__name__} in {Path(where.filename).name}, line {where.lineno})"


def _left_out(page: Page, article: Article, guard: pipeline.Guard) -> tuple[Notice, ...]:
    try:
        with guard(_EXTRACTION):
            return left_out(page, article)
    except Exception:  # noqa: BLE001 - a page whose whole text cannot be had says nothing of its article
        return ()


def _is_too_long(article: Article) -> bool:
    return sum(len(block.source_text) + _A_BLOCK for block in article.blocks) > MOST
