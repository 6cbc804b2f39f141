"""Reads a sentence's chunks as clauses, in one pass from left to right: whose verb is which, and what stands under it.

Clauses that are still open are kept on a stack (clause_stack), so that at every quotation it is known which verbs it
stands under; a verb's subject is found in verbs. This is no grammar of English, only of how sentences that report are
built: subjects before verbs, appositions and relative clauses between them, side clauses, asides between commas.
"""

import re

from newsread_filters.quotes.chunks import QUOTED, Chunks
from newsread_filters.quotes.clause_stack import Frame
from newsread_filters.quotes.verbs import Verbs

_ENCLOSED = re.compile("t*,(?:N|V(?:p[Nt])+)t*,V")
"""What may stand between a subject and its verb: ", Kent, said", ", asked about the dam, said"."""
_CLAUSE = re.compile("t*(?:pN,)?t*[NP]t*V")
"""The kinds of chunks with which a clause begins: "in fact, she said"."""


class Parse(Verbs):
    """The verbs of a sentence with their subjects, and the verbs that each quotation stands under."""

    def __init__(self, chunks: Chunks) -> None:
        """Read `chunks` from left to right."""
        super().__init__(chunks)
        self._in_phrase = False
        """Whether the last noun phrase belongs to a preposition."""
        self._parted = 0
        """How deep the clause is that a dash interrupts, until another dash ends what it put in; 0 for none."""
        self._comments = False
        """Whether the side clause on top is a comment: "as Mr Smith put it"."""
        self._read()

    def _read(self) -> None:
        closing = -1
        for at, kind in enumerate(self.chunks.kinds):
            if at <= closing:
                continue
            if kind == "(":
                closing = self.chunks.closing(at)
            elif kind == "-" and self.chunks.kind(self._last) in "NP" and (dash := self._closing_dash(at)):
                closing = dash
            elif kind == "t":
                self._last = self._earlier if self.chunks.kind(self._last) == "p" else self._last
            else:
                self._step(at, kind, self.chunks.kind(self._last))
                self._last, self._earlier = at, self._last

    def _closing_dash(self, at: int) -> int:
        """The dash that closes what stands between a subject and its verb: "Mr Smith - a nurse - said"; 0 for none."""
        kinds = self.chunks.kinds
        end = kinds.find("-", at + 1, at + 16)
        if end < 0 or self.chunks.next(end) != "V" or set(kinds[at + 1 : end]) & set(QUOTED):
            return 0
        return end

    def _step(self, at: int, kind: str, before: str) -> None:  # noqa: C901 - a table of kinds
        if kind in "NPO":
            self._noun(at, kind, before)
        elif kind == "V":
            self._verb(at, before)
        elif kind == "I":
            self._infinitive(at, before)
        elif kind == "G":
            self._participle(at, before)
        elif kind == "w":
            self.stack.append(Frame(self._relative(at), at))
        elif kind == "h":
            self._that(before)
        elif kind in "kp":
            self._subordinate(at, kind, before)
        elif kind in ",-":
            self._comma(at)
            if kind == "-":
                self._dash(at)
        elif kind == "&":
            self._coordinate(at, before)
        elif kind == ";" or (kind == ":" and self.chunks.next(at) in "NP" and self.chunks.next(at + 1) in "VN"):
            main = self.stack[0].verbs
            subject = main[-1].subject if main else self._current_subject()
            self._main_subject = self._main_subject if subject is None else subject
            self.stack = [Frame("")]
        elif kind in QUOTED:
            self._quotation(at, kind, before)

    def _noun(self, at: int, kind: str, before: str) -> None:
        top = self.stack[-1]
        goes_on = before == "&" or (before == "N" and self.chunks.next(at) != "V")
        hangs = before == "p" and self._last not in self._openers
        self._in_phrase = hangs or (goes_on and self._in_phrase)
        if not self._in_phrase and not top.verbs and kind != "O" and (top.subject is None or before == "w"):
            top.subject = at

    # What opens and closes clauses

    def _relative(self, at: int) -> str:
        """W for a relative clause behind a comma, which stands for itself; w for one that narrows its noun."""
        if self.chunks.in_group(at, "whatever"):
            return "w"
        before = at - 2 if self.chunks.kind(at - 1) == "p" else at - 1
        return "W" if before >= 0 and self.chunks.kinds[before] in ",-)C" else "w"

    def _subordinate(self, at: int, kind: str, before: str) -> None:
        chunks = self.chunks
        if (kind == "p" or chunks.in_group(at, "comment clause")) and not self._opens_clause(at):
            return
        if chunks.kind(at + 1) == "p" and chunks.words.tags[chunks.lows[at + 1]] == "o":
            return  # "because of"
        if chunks.in_group(at, "place clause") and before in ",-)C":
            link = "W"
        else:
            link = "h" if chunks.in_group(at, "indirect question") else "k"
        if before in ",-)C" and chunks.in_group(at, "contrast"):
            del self.stack[1:]
        self.stack.append(Frame(link))
        self._openers.add(at)
        self._comments = chunks.in_group(at, "comment clause")

    def _opens_clause(self, at: int) -> bool:
        """Whether a noun phrase and its verb follow: "after he won", "as the crowd cheered"."""
        chunks = self.chunks
        if not chunks.in_group(at, "clause openers"):
            return False
        if chunks.next(at) == "P":
            return chunks.kind(at + 2) not in QUOTED
        end = at + 1
        while chunks.kind(end) == "N" and chunks.kind(end + 1) == "p" and end + 2 < len(chunks.kinds):
            end += 2
        if chunks.kind(end) != "N":
            return False
        return chunks.next(end) == "V" or _ENCLOSED.match(chunks.kinds, end + 1) is not None

    def _that(self, before: str) -> None:
        """What seemed an aside before "that" is the main clause: "..., she told her friend, Ann, that"."""
        top = self.stack[-1]
        if not top.verbs and before == "," and self.asides and self.asides[-1].depth == len(self.stack):
            top.verbs.append(self.asides.pop())
        if top.verbs or before == "N":
            self.stack.append(Frame("h"))

    def _comma(self, at: int) -> None:
        top = self.stack[-1]
        if top.link == "k" and top.verbs and self._comments:
            self.asides.append(top.verbs[0])
            self._comments = False
        following = self.chunks.next(at)
        direct = following in QUOTED and self.chunks.kind(at - 1) == "V" and self.chunks.verb(at - 1) == "speech"
        if len(self.stack) == 1 or (direct and top.link == "k"):
            return
        main = self.stack[0]
        begun = main.subject is not None or any(verb.subject is not None for verb in main.verbs)
        if not begun and following in "NPp" + QUOTED:
            self.stack = self.stack[:1]
        elif top.link in {"w", "W", "k", "G"} and top.verbs and following in "NP" and self.chunks.next(at + 1) == "V":
            self.stack.pop()

    def _ends_dateline(self, at: int) -> bool:
        """Whether a dash stands near the start: "LEEDS - ", "LEEDS, Dec. 8 (Wire) - "."""
        kinds = self.chunks.kinds
        return at < 6 or (at < 10 and kinds[at - 1] == ")" and not set(kinds[:at]) & set(QUOTED))

    def _dash(self, at: int) -> None:
        """Behind a dash a dateline ends, or a clause begins that stands for itself."""
        if len(self.stack) == 1 and not self.stack[0].verbs and self._ends_dateline(at) and not self.asides:
            self.stack = [Frame("")]
            return
        if self._parted:
            del self.stack[self._parted :]
            self._parted = 0
        else:
            self._parted = len(self.stack)
        if _CLAUSE.match(self.chunks.kinds, at + 1):
            self.stack.append(Frame("W"))

    def _coordinate(self, at: int, before: str) -> None:
        """A new clause behind "and" or ", but": the one before it ends."""
        chunks = self.chunks
        if chunks.next(at) not in "NP" or chunks.next(at + 1) != "V" or self._is_list(at):
            return
        top = self.stack[-1]
        head = self._chain(self._last) if before in "NP" else 0
        if head and top.verbs and top.verbs[-1].chunk == head - 1 and self._takes_clause(top):
            return
        if self.stack[0].verbs and chunks.verb(chunks.kinds.index("V", at)) == "speech":
            self.stack = [Frame("")]
            return
        while len(self.stack) > 1 and self.stack[-1].link in {"w", "W", "k", "G"}:
            self.stack.pop()
        self.stack[-1] = Frame(self.stack[-1].link)

    def _is_list(self, at: int) -> bool:
        """Whether what "and" joins to the nouns before it is one of several: "the bridge and a dam are"."""
        chunks = self.chunks
        return chunks.in_group(at + 1, "introducing") and chunks.in_group(at + 2, "several")

    def _goes_on_behind(self, at: int, kind: str) -> bool:
        """Whether the verb of the clause follows the quotation: "the star of 'Night River,' thanked the council"."""
        if self.chunks.next(at) != "V" or kind not in "QC":
            return False
        verb = self.chunks.kinds.index("V", at)
        return kind == "Q" or (self.stack[-1].subject is not None and self.chunks.verb(verb) != "speech")

    def _quotation(self, at: int, kind: str, before: str) -> None:
        """Note what a quotation stands under; where it stands for the verb of a clause, that clause is over."""
        self._over[at] = tuple(verb.chunk for frame in self.stack for verb in frame.verbs)
        top = self.stack[-1]
        if not top.verbs and not self._goes_on_behind(at, kind):
            if len(self.stack) > 1 and top.subject is not None and top.link in {"k", "w", "W"}:
                self.stack.pop()
            elif len(self.stack) == 1 and before not in "p,":
                self.stack = [Frame("")]
        if kind == "C":
            self._comma(at)
