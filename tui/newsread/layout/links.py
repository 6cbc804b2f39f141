"""The links of an article: those that its page set behind words, and the addresses that stand in the text itself."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

from newsread_filters.model import Article, Block

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_TRAILING = ".,;:!?'’)]}"
"""What ends a sentence or a bracket around an address, and not the address."""


class Link(NamedTuple):
    """Words of a block, in offsets of its source text, and the web address they lead to."""

    block: int
    start: int
    end: int
    url: str


def may_link(block: Block) -> bool:
    """Whether it is worth looking for links in `block`; asked of every block, so it must cost next to nothing."""
    spans = block.spans
    return "://" in block.source_text or (bool(spans) and any(span.kind == "link" for span in spans))


def links_of(article: Article, number: int) -> list[Link]:
    """The links of block `number` that lead to another page, in order."""
    block, here = article.blocks[number], urldefrag(article.url or "")[0]
    found = [(span.start, span.end, web_address(span.href, article.url)) for span in block.spans if span.kind == "link"]
    found += [
        (start, end, web_address(block.source_text[start:end]))
        for start, end in _written(block.source_text)
        if not any(span.start < end and start < span.end for span in block.spans if span.kind == "link")
    ]
    return [Link(number, start, end, url) for start, end, url in sorted(found) if url and urldefrag(url)[0] != here]


def all_links(article: Article, numbers: Sequence[int], *, cuts: bool) -> Iterator[Link]:
    """The links of the blocks `numbers`; without `cuts`, only those of which something is shown."""
    for number in numbers:
        kept = article.blocks[number].kept
        for link in links_of(article, number):
            if cuts or any(start < link.end and link.start < end for start, end in kept):
                yield link


def web_address(href: str | None, base: str | None = None) -> str | None:
    """The http or https address that `href` on the page `base` means; None for anything else."""
    try:
        url = urljoin(base or "", (href or "").strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    fine = parts.scheme in {"http", "https"} and parts.hostname and not any(each.isspace() for each in url)
    return url if fine else None


def _written(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand in a text, without the marks of the sentence around them."""
    for match in _ADDRESS.finditer(text) if "://" in text else ():
        address = match[0].rstrip(_TRAILING)
        if address.count("(") > address.count(")") and match[0].startswith(f"{address})"):
            address += ")"
        yield match.start(), match.start() + len(address)
