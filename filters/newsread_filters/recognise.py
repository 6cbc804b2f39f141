"""Recognises what is shown in place of an article, so that a reader hears it instead of wondering.

The evidence is always two things together: hardly any running text, and words (or markup) that say why. A notice never
replaces the text, so a wrong one costs a line; the words live in `data/notices/LANGUAGE.toml`.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from newsread_filters.model import Article, Notice, Page, Unreadable
from newsread_filters.view import BlockView

_FOLDER = Path(__file__).parent / "data" / "notices"
_SHORT, _LOCKED_SHORT, _TEASER = 120, 200, 350
"""Words of running text below which a page may be no article, may be the beginning of a locked one, or of one whose
page asks to subscribe."""

_ON = "Open it in the browser, or save the page there and open the file."
_TOLD = {
    "error-page": "This looks like an error page, not an article. Check the address, or open it in the browser.",
    "bot-check": f"The site checks whether you are a robot, and shows this instead of the article. {_ON}",
    "consent-wall": f"This looks like a consent wall: the site asks about cookies before it shows the article. {_ON}",
    "login": f"This looks like a login page, not an article. {_ON}",
    "javascript-only": f"The page makes its text with JavaScript, which newsread does not run. {_ON}",
    "paywall": f"Only the beginning of the article is here: the rest is for subscribers. If you are one: {_ON.lower()}",
    "home-page": "This looks like a page of headlines, not an article. Open one of its links.",
}
_ORDER = ("bot-check", "error-page", "consent-wall", "login", "javascript-only")
_LOCKED = re.compile(rb'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)


def recognise(page: Page, article: Article) -> tuple[Notice, ...]:
    """The notices that the page itself gives cause for, `article` being what was extracted and cut; at most one."""
    views = [BlockView(number, block) for number, block in enumerate(article.blocks)]
    prose = sum(len(view.words) for view in views if view.ends_sentence and len(view.words) >= 8)
    if prose >= _TEASER:
        return ()
    text = " ".join([article.title or "", *(block.source_text for block in article.blocks)]).lower()
    kind = _kind(page, article, text, prose)
    return (Notice(kind, _TOLD[kind]),) if kind else ()


def said_better(page: Page, error: Unreadable) -> Unreadable:
    """The error for a page without text, with the reason when its markup gives one."""
    if error.kind == "nothing-readable" and _SCRIPT.search(page.data):
        return Unreadable("nothing-readable", _TOLD["javascript-only"])
    return error


def _kind(page: Page, article: Article, text: str, prose: int) -> str | None:
    phrases = _phrases()
    needed = 1 if prose < _SHORT else 3  # a consent wall may be wordy
    for kind in _ORDER:
        if sum(phrase in text for phrase in phrases[kind]) >= needed:
            return kind
    locked = prose < _LOCKED_SHORT and _LOCKED.search(page.data)
    if locked or (_SCRIPT.search(page.data) and any(phrase in text for phrase in phrases["paywall"])):
        return "paywall"
    return "home-page" if prose < _SHORT and _lists_stories(article) else None


def _lists_stories(article: Article) -> bool:
    """Whether most lines are links as a whole: headlines of many stories."""
    linked = sum(
        any(span.kind == "link" and span.end - span.start > 0.8 * len(block.source_text) for span in block.spans)
        for block in article.blocks
    )
    return linked >= 10 and 2 * linked > len(article.blocks)


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """The phrases of all languages: a page this short seldom says in which one it is written."""
    merged: dict[str, tuple[str, ...]] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for kind, phrases in tomllib.loads(path.read_text("utf8")).items():
            merged[kind] = (*merged.get(kind, ()), *phrases)
    return merged
