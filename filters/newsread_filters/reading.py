"""The whole flow on one screen: a page's bytes in, a reading out. Pure, and every part pickles."""

from contextlib import nullcontext

from newsread_filters import pipeline
from newsread_filters.cleaning import Cleaning
from newsread_filters.extract import extract
from newsread_filters.model import Overrides, Page, Reading, Unreadable
from newsread_filters.quotes import find_quotes
from newsread_filters.recognise import recognise, said_better
from newsread_filters.sites import host_of

__all__ = ["Overrides", "Reading", "read"]


def read(
    page: Page,
    cleaning: Cleaning = Cleaning(),  # noqa: B008 - frozen
    overrides: Overrides = Overrides(),  # noqa: B008 - frozen
    guard: pipeline.Guard = nullcontext,
) -> Reading:
    """Understand `page`, cleaned as `cleaning` says and with the user's `overrides`.

    `guard` stands around each filter while it runs. Raises Unreadable when there is no article to show.
    """
    try:
        extracted = extract(page)
    except Unreadable as error:
        raise said_better(page, error) from None
    here = cleaning.at(host_of(extracted.url))
    cleaned, notices = pipeline.run(extracted, here.filters, here.rules, guard)
    article = pipeline.put_back(cleaned, overrides.put_back)
    quotes = find_quotes(article, overrides.speakers)
    return Reading(page=page, article=article, quotes=quotes, notices=(*recognise(page, article), *notices))
