"""What the paragraphs around a quote tell of its speaker: an announcement, a label, or who spoke before."""

from collections.abc import Sequence

from msgspec import Struct

from newsread_filters.quotes.chunks import QUOTED
from newsread_filters.quotes.clauses import own_clause
from newsread_filters.quotes.labels import headed, signed
from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.marks import Quoted
from newsread_filters.quotes.sentence import Clause, Sentence, sentence_bounds
from newsread_filters.quotes.words import Words

_LABEL = 120
"""Characters that a line with a name has at most."""


class Paragraph(Struct, frozen=True, gc=False):
    """The kept text of a block with its quoted stretches."""

    block: int
    text: str
    quoted: list[Quoted]

    @property
    def unquoted(self) -> list[tuple[int, int]]:
        """Where the text outside the quoted stretches starts and ends."""
        if not self.quoted:
            return [(0, len(self.text))]
        bounds = [0, *(place for each in self.quoted for place in (each.outer, each.stop)), len(self.text)]
        return list(zip(bounds[::2], bounds[1::2], strict=True))


class Neighbours:
    """The paragraphs around one, read when they are asked for."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        at: int,
        lexicon: Lexicon,
        spoken: tuple[Clause, int, bool] | None,
        used: set[int],
    ) -> None:
        """Look around paragraph `at`; `spoken` is the last clause, its block, and whether its quote was closed."""
        self.paragraphs, self.at, self.lexicon, self.spoken, self.used = paragraphs, at, lexicon, spoken, used

    def clause(self, alone: bool, leads: bool) -> tuple[Clause, str, float] | None:
        """Whose words a quote at the start of the paragraph are, by which rule, how certain."""
        label = self._label() if alone else None
        if label is not None:
            return label, "signed", 0.85
        return self._earlier() if leads and self.at else None

    def _earlier(self) -> tuple[Clause, str, float] | None:
        previous = self.paragraphs[self.at - 1]
        if self.spoken and not self.spoken[2] and self.spoken[1] == previous.block:
            return self.spoken[0], "continues_paragraph", 0.95
        sentence = self._last_sentence(previous)
        if sentence is not None and previous.text.rstrip().endswith((":", "：")):
            clause = own_clause(sentence, "announced", weak=False) or headed(sentence)
            clause = clause or own_clause(sentence, "announced", weak=True)
            if clause is not None:
                return clause, "announced", 0.9
        if sentence is not None and not set(sentence.chunks.kinds) & set(QUOTED):
            clause = own_clause(sentence, "continues_sentence", weak=False)
            if clause is not None:
                return clause, "continues_sentence", 0.6
        if self.spoken:
            return self.spoken[0], "continues_paragraph", 0.75
        clause = own_clause(sentence, "continues_sentence", weak=True) if sentence is not None else None
        return None if clause is None else (clause, "continues_sentence", 0.4)

    def _last_sentence(self, paragraph: Paragraph) -> Sentence | None:
        words = Words(paragraph.text, paragraph.quoted, self.lexicon)
        bounds = list(sentence_bounds(words))
        return Sentence(words, *bounds[-1]) if bounds else None

    def _label(self) -> Clause | None:
        """The name that is a paragraph of its own, before the quote ("Ada Smith, 24") or behind it ("- Ada Smith")."""
        for at in (self.at - 1, self.at + 1):
            if not 0 <= at < len(self.paragraphs) or at in self.used:
                continue
            paragraph = self.paragraphs[at]
            if paragraph.quoted or len(paragraph.text) > _LABEL:
                continue
            words = Words(paragraph.text, (), self.lexicon)
            dashed = words.tags[:1] == "-"
            clause = signed(Sentence(words, 0, len(words.tags)), 0 if dashed else -1)
            if clause is not None and (dashed or _is_label(words)):
                self.used.add(at)
                return clause
        return None


def _is_label(words: Words) -> bool:
    """Whether a short paragraph is a name and no sentence."""
    named = "NN" in words.tags or words.text[:1] == "@"
    return named and len(words.tags) <= 12 and not set(words.tags) & set("VvXPkh:.")
