"""The whole flow on one screen: a page's bytes in, a reading out. Pure, and every part pickles."""

import hashlib
from collections.abc import Mapping
from contextlib import nullcontext

from msgspec import Struct, field

from newsread_filters import pipeline
from newsread_filters.cleaning import Cleaning
from newsread_filters.extract import extract
from newsread_filters.model import Article, Notice, Page, Quote, Unreadable
from newsread_filters.quotes import find_quotes
from newsread_filters.recognise import recognise, said_better
from newsread_filters.sites import host_of


class Overrides(Struct, frozen=True):
    """What the user changed for one article."""

    put_back: frozenset[str] = frozenset()
    """Source texts of the blocks whose cuts are undone."""
    speakers: Mapping[str, str] = field(default_factory=dict)
    """A quote's text -> the speaker the user named."""


class Reading(Struct, frozen=True, kw_only=True):
    """One page, understood: the article with its cuts, the quotes of its kept text, and the page beside it."""

    page: Page
    article: Article
    quotes: tuple[Quote, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def identity(self) -> str:
        """What this article is remembered by: its address when it has one, else the hash of its bytes."""
        return self.article.url or "sha256:" + hashlib.sha256(self.page.data).hexdigest()


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
