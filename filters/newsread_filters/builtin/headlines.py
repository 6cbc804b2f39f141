"""What is a headline of another story: a line that is a link, or whose words have nothing to do with this one."""

from urllib.parse import urlsplit

from newsread_filters.lexicon import lexicon
from newsread_filters.model import Span
from newsread_filters.view import ArticleView, BlockView, words

_COMMON = frozenset({"www", "m", "amp", "mobile", "co", "com", "org", "net", "gov", "ac", "edu"})
"""Parts of a host that do not name the site."""
_ENDS_OPEN = (",", ":", ";", "-", "–", "—")


def is_linked(article: ArticleView, block: BlockView, density: float) -> bool:
    """Whether the block is a link away from this page; no sentence, no quotation, no row of a table."""
    if not block.links or block.kind in ("blockquote", "code", "table_row") or "blockquote" in block.hints.ancestors:
        return False
    if (block.link_density < density and not _is_dated(article, block)) or (
        block.ends_sentence and block.text.endswith(".") and len(block.words) > 9
    ):
        return False
    return any(leads_away(article, link) for link in block.links)


def _is_dated(article: ArticleView, block: BlockView) -> bool:
    """Whether a link and a time are all of the block: "Otter issued with bus pass 2h ago"."""
    if block.linked_words < 3:
        return False
    ends = [0, *(link.end for link in block.links)]
    starts = [*(link.start for link in block.links), len(block.text)]
    beside = " ".join(block.text[end:start] for end, start in zip(ends, starts, strict=True))
    known = lexicon(article.language)["timestamp"].vocabulary
    return all(word[0].isdigit() or word in known for word in words(beside))


def leads_away(article: ArticleView, link: Span) -> bool:
    """Whether a link leads to another page of the same site.

    Tables of contents and permalinks lead to this page; what a text refers to stands on other sites, where no site
    sends its readers for its own stories.
    """
    if link.href is None:
        return True
    page, _, _ = link.href.partition("#")
    return page not in ("", article.url) and _is_own(article.url, page)


def _is_own(page: str | None, address: str) -> bool:
    here, there = _host(page), _host(address)
    if not here or not there:
        return True
    parts = [part for part in here.split(".")[:-1] if part not in _COMMON]
    return max(parts, key=len, default=here) in there


def _host(address: str | None) -> str | None:
    try:
        return urlsplit(address or "").hostname
    except ValueError:
        return None


def has_headline_shape(block: BlockView) -> bool:
    """Whether the block looks like a headline: a capital in front, no full stop, no open end."""
    if any(span.kind == "break" for span in block.spans):
        return False
    first = next((character for character in block.text if character.isalnum()), "a")
    return (
        not first.islower()
        and not block.text.endswith(_ENDS_OPEN)
        and not (block.ends_sentence and block.text.rstrip("\"'”’»").endswith((".", "。")))
    )


def foreign(article: ArticleView, block: BlockView, most: float, fewest: int = 6) -> str | None:
    """How few of the block's longer words occur in the story, in words; None when that says nothing.

    `most` is the share that may occur, `fewest` how many longer words it takes to say anything.
    """
    if not any(word.islower() and len(word) > 1 for word in block.text.split()):
        return None  # names, an address, a signature: a headline has a small word somewhere
    weighty = article.weighty(block)
    known = article.known(weighty)
    if len(weighty) < fewest or known > most * len(weighty):
        return None
    return f"{known or 'none'} of its {len(weighty)} longer words occur{'s' if known == 1 else ''} in the story"
