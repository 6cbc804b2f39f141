"""What a filter sees of one block: the text that the earlier filters left, and what it looks like."""

import re
from functools import cache, cached_property
from itertools import islice

from newsread_filters.model import Block, BlockKind, Hints, Span

# Chinese, Japanese and Thai put no spaces between words: there each character counts as a word, so that what is
# said in terms of words ("a line of four words or fewer") errs on the side of keeping.
_UNSPACED = "\u0e00-\u0e7f\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
_SPACED_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MAYBE_UNSPACED = re.compile("[^\0-\u0dff\u2000-\u206f]")
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_SENTENCE_END = re.compile(r"[.!?…。！？।۔؟][\W\d]*$")
_GLUED = re.compile(r"(?<=[^\W\d_])(?=[A-Z][a-z])|(?<=\d)(?=[A-Z])|(?<=[a-z])(?=\d)")
_OPENING = "(\"'“‘«„»["
_SPOKEN = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'", "「": "」"}
_FIGURE = frozenset({"figure", "figcaption"})
_APART = frozenset({"aside", "blockquote", *_FIGURE})


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in lower case, without punctuation, an apostrophe within a word made straight."""
    lowered = text.lower()
    if lowered.isascii():
        return tuple(_ASCII_WORD.findall(lowered))
    return tuple(_word(lowered).findall(lowered.replace("’", "'")))


def _word(text: str) -> re.Pattern[str]:
    """What a word is in `text`."""
    return _unspaced_word() if _MAYBE_UNSPACED.search(text) else _SPACED_WORD


@cache
def _unspaced_word() -> re.Pattern[str]:
    """Compiled for a text that needs it: so many characters take as long as all else that is prepared for a page."""
    return re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:['’][^\W_{_UNSPACED}]+)*")


def unglue(text: str) -> str:
    """Part the words that a page has glued together, as far as capitals and digits tell."""
    return _GLUED.sub(" ", text)


class BlockView:
    """One block that still shows something; offsets are into its kept `text`."""

    def __init__(self, number: int, block: Block) -> None:
        """View `block`, which is number `number` of its article."""
        self.number = number
        self.block = block
        self.kind: BlockKind = block.kind
        self.level = block.level
        self.hints: Hints = block.hints
        self.text = block.text

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the kept text, lower case."""
        return words(self.text)

    @cached_property
    def unglued(self) -> tuple[str, ...]:
        """The words, those parted that a page has glued together: "Invalid EmailTry again"."""
        return words(unglue(self.text))

    def split_after(self, count: int) -> tuple[str, str]:
        """The text up to the end of its word number `count`, and the rest."""
        word = next(islice(_word(self.text).finditer(self.text), count - 1, None), None) if count > 0 else None
        end = word.end() if word else 0
        return self.text[:end], self.text[end:]

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether the text ends as a sentence does; closing quotes, brackets and note numbers may follow."""
        return bool(_SENTENCE_END.search(self.text[-12:]))

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads as running text: eight words or more that end as a sentence does, and not mostly links.

        At most half of the words may begin with a capital or a digit: lines of names and dates have more.
        """
        if self.kind == "heading" or not self.ends_sentence or len(self.words) < 8 or self.link_density >= 0.5:
            return False
        initials = [word.lstrip(_OPENING)[:1] for word in self.text.split()]
        return 2 * (sum(map(str.isupper, initials)) + sum(map(str.isdigit, initials))) <= len(initials)

    @cached_property
    def is_spoken(self) -> bool:
        """Whether all of it stands in quotation marks, as what somebody says does; a link is no speech."""
        text = self.text
        return len(text) > 2 and text[-1] in _SPOKEN.get(text[0], "") and not self.links

    @cached_property
    def in_figure(self) -> bool:
        """Whether it stands in a figure or is its caption."""
        hints = self.hints
        return self.kind == "caption" or not _FIGURE.isdisjoint((hints.tag, *hints.ancestors))

    @cached_property
    def is_set_apart(self) -> bool:
        """Whether the page sets it apart from the running text: a heading, a block quote, an aside or a figure."""
        tags = (self.hints.tag, *self.hints.ancestors)
        return self.kind in ("heading", "blockquote", "caption") or not _APART.isdisjoint(tags)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The spans that the cuts left, in offsets of the kept text."""
        if not self.block.cuts:
            return self.block.spans
        moved = []
        for span in self.block.spans:
            start, end = self.to_kept(span.start), self.to_kept(span.end)
            if end > start or not self._is_cut(span.start):
                moved.append(Span(start, end, span.kind, span.href))
        return tuple(moved)

    def _is_cut(self, offset: int) -> bool:
        return any(cut.start <= offset < cut.end for cut in self.block.cuts)

    def to_kept(self, offset: int) -> int:
        """Translate an offset of the source text; one inside a cut moves to where the cut was."""
        return offset - sum(min(cut.end, offset) - cut.start for cut in self.block.cuts if cut.start < offset)

    @cached_property
    def links(self) -> tuple[Span, ...]:
        """The link spans."""
        return tuple(span for span in self.spans if span.kind == "link")

    @cached_property
    def linked_words(self) -> int:
        """How many of the words stand in links."""
        return sum(len(words(self.text[span.start : span.end])) for span in self.links)

    @property
    def link_density(self) -> float:
        """The share of the words that stand in links, 0 to 1."""
        return min(1.0, self.linked_words / len(self.words)) if self.links and self.words else 0.0
