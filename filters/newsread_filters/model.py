"""What an article, its clutter and its quotes are: plain frozen data that pickles, compares and prints.

Everything here is a msgspec struct: as plain as a dataclass, but a tenth of its cost at start-up and in memory.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

BlockKind = Literal["heading", "paragraph", "list_item", "blockquote", "code", "caption", "table_row"]
SpanKind = Literal["link", "emphasis", "strong", "code", "break"]


class Page(Struct, frozen=True, kw_only=True):
    """The bytes of one page and where they came from, before anything is understood."""

    source: str
    """The source as the user gave it."""
    data: bytes
    url: str | None = None
    """The final address after redirects; None for files and standard input."""
    content_type: str | None = None
    """The Content-Type header, when a server sent one."""


class Span(Struct, frozen=True, gc=False):
    """An inline piece of a block's `source_text`; `break` marks a line break and is empty or one space wide."""

    start: int
    end: int
    kind: SpanKind
    href: str | None = None


class Hints(Struct, frozen=True, gc=False):
    """What extraction saw around a block and a filter may need; every field is empty in plain text but the last two."""

    tag: str = ""
    """The block's own element, lower case."""
    ancestors: tuple[str, ...] = ()
    """Tags from the block's parent up to the article column, nearest first."""
    classes: tuple[str, ...] = ()
    """Class, id, role, itemprop and data-* name tokens of the block's own element, lower case."""
    outer_classes: tuple[str, ...] = ()
    """The same tokens of its ancestors up to the article column."""
    group: int = 0
    """Blocks of the same list, aside, figure or small container share a number; 0 when there is none."""
    controls: bool = False
    """Whether a form control (button, input) stood in the block or its small container."""
    picture: bool = False
    """Whether a picture stood in the block's own element, or with it and hardly more in a small container."""
    says_alt: bool = False
    """Whether the block begins as the alternative text of a picture does."""
    hidden: int = 0
    """Blocks of the same box that the page calls hidden share a number; 0 when there is none."""
    blank_before: int = 1
    """Blank lines before the block in plain text."""
    part: int = 0
    """Blocks cut out of the same element (lines parted by <br>) or the same hard-wrapped paragraph share a number."""


class Cut(Struct, frozen=True, gc=False):
    """A piece of a block's `source_text`, in code points, that a filter named clutter, with the reason in words."""

    start: int
    end: int
    filter: str
    reason: str


class Block(Struct, frozen=True, kw_only=True):
    """One paragraph, heading or other line of an article, with what was cut out of it."""

    kind: BlockKind = "paragraph"
    source_text: str
    """The text as extracted: gated, white space collapsed (not in code), never changed afterwards."""
    level: int | None = None
    """1 to 6 for headings."""
    spans: tuple[Span, ...] = ()
    hints: Hints = Hints()
    cuts: tuple[Cut, ...] = ()
    """Sorted, without overlap."""

    @property
    def kept(self) -> list[tuple[int, int]]:
        """The ranges of `source_text` that no cut covers."""
        ranges, position = [], 0
        for cut in self.cuts:
            if cut.start > position:
                ranges.append((position, cut.start))
            position = cut.end
        if position < len(self.source_text):
            ranges.append((position, len(self.source_text)))
        return ranges

    @property
    def text(self) -> str:
        """The text that stays visible."""
        if not self.cuts:
            return self.source_text
        return "".join(self.source_text[start:end] for start, end in self.kept)

    @property
    def removed(self) -> bool:
        """Whether nothing of the block stays visible."""
        return bool(self.cuts) and not self.kept


class Article(Struct, frozen=True, kw_only=True):
    """One article: what its page says of itself, and its blocks in the order of the page."""

    url: str | None = None
    """The canonical address when the page names one, else the final one."""
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: str | None = None
    """ISO 8601."""
    language: str | None = None
    """Two or three lower-case letters."""
    description: str | None = None
    blocks: tuple[Block, ...] = ()


class QuoteSpan(Struct, frozen=True, gc=False):
    """Where a piece of a quote stands: code points of a block's `source_text`, between the quotation marks."""

    block: int
    start: int
    end: int


class Quote(Struct, frozen=True, kw_only=True):
    """Words that somebody is reported to have said."""

    text: str
    speaker: str | None = None
    """One person, organisation or document, by the fullest name the article gives; None when unresolved."""
    role: str | None = None
    mention: str | None = None
    """The naming words of the reporting clause as they stand (a pronoun stays)."""
    cue: str | None = None
    rule: str
    certainty: float
    """0 to 1."""
    spans: tuple[QuoteSpan, ...]


class Notice(Struct, frozen=True):
    """Something the reader should know about this reading; it never replaces the text."""

    kind: str
    message: str


class Overrides(Struct, frozen=True):
    """What the user changed for one article."""

    put_back: frozenset[str] = frozenset()
    """Source texts of the blocks whose cuts are undone."""
    speakers: Mapping[str, str] = field(default_factory=dict)
    """A quote's key (see quotes.key_of) -> the speaker the user named."""


class Reading(Struct, frozen=True, kw_only=True):
    """One page, understood: the article with its cuts, the quotes of its kept text, and the page beside it."""

    page: Page
    article: Article
    quotes: tuple[Quote, ...] = ()
    notices: tuple[Notice, ...] = ()
    overrides: Overrides = Overrides()
    """What of it is the user's doing."""

    @property
    def identity(self) -> str:
        """What this article is remembered by: its address when it has one, else the hash of its bytes."""
        import hashlib  # here, because it loads OpenSSL

        return self.article.url or "sha256:" + hashlib.sha256(self.page.data).hexdigest()


class Unreadable(Exception):  # noqa: N818 - it names what the page is, as the error kinds do
    """No article can be shown; `kind` is "not-an-article" or "nothing-readable", `message` says what to do."""

    def __init__(self, kind: str, message: str) -> None:
        """Keep both parts as arguments, so that the exception pickles."""
        super().__init__(kind, message)
        self.kind = kind
        self.message = message
