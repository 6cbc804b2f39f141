"""Reads a sentence's tagged words as chunks and clauses: a small shallow parser, one pass from left to right.

Words become chunks by one pattern over their tags (noun phrase, verb group ...). Clauses are kept on a stack while the
chunks go by, so that at every quotation it is known which verbs it stands under and whose verbs they are.
"""

import re
from typing import NamedTuple

from newsread_filters.quotes.words import Words

_CHUNK = re.compile(
    r"(?P<V>X[aX]*(?:[VvEG]|b(?![nNRTb]))?|[Vv])"
    r"|(?P<I>ia*(?:X[aX]*V?|[vb]))"
    r"|(?P<G>G)"
    r"|(?P<N>[ds]+(?:[aVG]{1,3}(?=[#jnNRTbc]))?(?:[#jRTtN]|z(?:[aVGd]{1,2}(?=[#jnNRTbc]))?|n(?![NT])|[bc](?!N))*[nbc]?"
    r"|(?:[#jRTtN]|z(?:[aVGd]{1,2}(?=[#jnNRTbc]))?|n(?![NT])|[bc](?!N))+[nbc]?|[nbc])"
    r"|(?P<p>[poi])"
    r"|(?P<x>.)"
)
_NOMINAL = frozenset("NP")


class Chunk(NamedTuple):
    """A run of words: its kind (V finite verb, I infinitive, G -ing form, N noun phrase, p preposition, t time, or the
    tag of a single word) and its words."""

    kind: str
    low: int
    high: int


class Verb(NamedTuple):
    """A verb chunk with its subject, both as numbers of chunks, and how deep its clause stands."""

    chunk: int
    subject: int | None
    depth: int
    link: str
    """What opened the clause: "" main, k side clause, w relative, W relative behind a comma, h "that" and the like, G participle, 0 nothing."""


class Frame:
    """A clause that is still open."""

    __slots__ = ("aside", "link", "object", "subject", "verbs")

    def __init__(self, link: str, subject: int | None = None) -> None:
        """Open a clause."""
        self.link = link
        self.subject = subject
        self.aside: int | None = None
        """A noun phrase that may turn out to be the subject: the last one before the verb."""
        self.object: int | None = None
        self.verbs: list[Verb] = []


def chunked(words: Words, low: int, high: int) -> list[Chunk]:
    """Chunk the words from `low` to `high`; adverbs that stand alone are left out."""
    chunks = []
    tags = words.tags
    for match in _CHUNK.finditer(tags, low, high):
        kind = match.lastgroup or ""
        start, end = match.span()
        if kind == "x":
            kind = tags[start]
            if kind == "a":
                continue
        elif kind == "N":
            piece = tags[start:end]
            if "t" in piece and not piece.strip("djtn#b") and piece[-1] in "t#":
                kind = "t"
            elif piece[-1] == "t" and piece.rstrip("t")[-1:] not in {"z", "d", ""}:
                cut = start + len(piece.rstrip("t"))
                chunks.append(Chunk("N", start, cut))
                kind, start = "t", cut
        chunks.append(Chunk(kind, start, end))
    return chunks


class Parse:
    """The verbs of a sentence with their subjects, and the verbs that each quotation stands under."""

    def __init__(self, words: Words, chunks: list[Chunk]) -> None:
        """Read `chunks` from left to right."""
        self.words = words
        self.chunks = chunks
        self.verbs: dict[int, Verb] = {}
        """Chunk -> the verb."""
        self._over: dict[int, tuple[int, ...]] = {}
        self._clause_openers: set[int] = set()
        self._without_subject: list[int] = []
        self.asides: list[Verb] = []
        """Verbs of parenthetical clauses: "the deal, he said, was"."""
        self._main_subject: int | None = None
        self._in_phrase = False
        """Whether the last noun phrase belongs to a preposition."""
        self.as_clause = False
        """Whether the side clause on top is a comment: "as Mr Smith put it"."""
        self.stack = [Frame("")]
        self._last = self._earlier = -1
        """The chunk before the one being read, and the one before that; asides in brackets and times do not count."""
        closing = -1
        for at, chunk in enumerate(chunks):
            kind = chunk.kind
            if at <= closing:
                continue
            if kind == "(":
                closing = self._closing(at)
                continue
            if kind == "t":
                self._last = self._earlier if self._last_kind() == "p" else self._last
                continue
            self._step(at, kind, self._last_kind())
            self._last, self._earlier = at, self._last

    def _last_kind(self) -> str:
        return self.chunks[self._last].kind if self._last >= 0 else "."

    def _closing(self, at: int) -> int:
        """The bracket that closes a short parenthesis without quotes or verbs: "(D-Mass.)"; -1 when it is a longer one."""
        for end in range(at + 1, min(at + 6, len(self.chunks))):
            if self.chunks[end].kind == ")":
                return end
            if self.chunks[end].kind in "QCUFVGI":
                break
        return -1

    def over(self, quote: int) -> list[Verb]:
        """The verbs that the quotation `quote` stands under, outermost first."""
        return [self.verbs[chunk] for chunk in self._over[quote]]

    def _step(self, at: int, kind: str, before: str) -> None:
        if kind in "NPO":
            self._noun(at, before)
        elif kind == "V":
            self._verb(at, before)
        elif kind == "I":
            self._infinitive(at, before)
        elif kind == "G":
            self._participle(at, before)
        elif kind == "w":
            self.stack.append(Frame(self._relative(at), at))
        elif kind == "h":
            if self.stack[-1].verbs or before == "N":
                self.stack.append(Frame("h"))
        elif kind in "kp":
            if kind == "k" and not self._is_preposition(at) or kind == "p" and self._opens_clause(at):
                word = self.words.lowers[self.chunks[at].low]
                place = word == "where" and before in ",-)C"
                self.stack.append(Frame("W" if place else "h" if word in _INDIRECT else "k"))
                self._clause_openers.add(at)
                self.as_clause = self.words.lowers[self.chunks[at].low] == "as"
        elif kind in ",-":
            self._comma(at)
            if kind == "-":
                self._dash(at)
        elif kind == "&":
            self._coordinate(at, before)
        elif kind == ";" or (kind == ":" and self._next(at) in "NP" and self._next(at + 1) in "VN"):
            self._main_subject = self._current_subject()
            self.stack = [Frame("")]
        elif kind in "QCUF":
            self._over[at] = tuple(verb.chunk for frame in self.stack for verb in frame.verbs)
            self._quotation(kind, before, self._next(at))
            if kind == "C":
                self._comma(at)

    def _after_next(self, at: int) -> str:
        return self.chunks[at + 2].kind if at + 2 < len(self.chunks) else "."

    def _quotation(self, kind: str, before: str, following: str) -> None:
        """Where a quotation stands for the verb of a clause ("he 'will not resign,' said"), that clause is over."""
        top = self.stack[-1]
        if top.verbs or (following == "V" and kind == "Q"):
            return
        if len(self.stack) > 1 and top.subject is not None and top.link in {"k", "w", "W"}:
            self.stack.pop()
        elif len(self.stack) == 1 and before not in "p,":
            self.stack = [Frame("")]

    def _next(self, at: int) -> str:
        """The kind of the next chunk that is no time phrase."""
        at += 1
        while at < len(self.chunks) and self.chunks[at].kind == "t":
            at += 1
        return self.chunks[at].kind if at < len(self.chunks) else "."

    def _noun(self, at: int, before: str) -> None:
        top = self.stack[-1]
        self._in_phrase = before == "p" or (before == "&" and self._in_phrase)
        if self._in_phrase:
            return
        if not top.verbs and self.chunks[at].kind != "O" and (top.subject is None or before == "w"):
            top.subject = at
        elif top.verbs and top.object is None:
            top.object = at
        top.aside = at

    def _verb(self, at: int, before: str) -> None:
        top = self.stack[-1]
        waits = top.subject is not None and not top.verbs
        if before in "CU" and self._earlier >= 0 and self.chunks[self._earlier].kind == ",":
            waits = False
        if before in ".QCUF," and not waits and (before in "QCUF" or not top.verbs) and self._inverted(at, before):
            top.subject = at + 1
            self._add(at, at + 1)
        elif before == "," and waits and self._chain(at - 2) == top.subject and self._inverted(at, before) and self._after_next(at) in ",-":
            self._add_aside(at, at + 1)
        elif before == "." and not top.verbs:
            self.stack.append(Frame("G"))
            self._add(at, None)
        elif before in "NP" and at:
            self._verb_of(at, self._chain(self._last))
        elif before in ",)-":
            self._verb_after_comma(at)
        elif before in "wh":
            if before == "h":
                top.link = "w"
            self._relative_verb(at)
        elif before == "&":
            self._add_coordinated(at)
        elif top.verbs and self._waiting():
            del self.stack[self._waiting() :]
            self._add(at, self.stack[-1].subject)
        else:
            self._add(at, top.subject)

    def _relative_verb(self, at: int) -> None:
        """A verb right behind "who" or "that"; whoever issues a document says what it says."""
        subject = self._last
        antecedent = self._antecedent(subject)
        outer = self.stack[-2].verbs if len(self.stack) > 1 else []
        issued = antecedent is not None and self._is_document(antecedent) and self.stack[-1].link == "w"
        if issued and outer and outer[-1].subject is not None and not self.is_passive(outer[-1].chunk):
            subject = outer[-1].subject
        self.stack[-1].subject = subject
        self._add(at, subject)

    def _opening(self, at: int) -> int:
        """The bracket that the one at `at` closes."""
        while at > 0 and self.chunks[at].kind != "(":
            at -= 1
        return at

    def _current_subject(self) -> int | None:
        """Who the sentence is about at this point: the subject of the last clause that is still open, or of an aside."""
        top = self.stack[-1]
        if self.asides and not (top.verbs and top.verbs[-1].chunk > self.asides[-1].chunk):
            return self.asides[-1].subject
        return top.verbs[-1].subject if top.verbs else top.subject

    def _inverted(self, at: int, before: str) -> bool:
        """Whether the speaker follows the verb: "said Mr Smith", "Continued Stone:"."""
        if self.kind_of(at) != "speech" or self._next(at) not in "NP":
            return False
        return before != "." or (at + 2 < len(self.chunks) and self.chunks[at + 2].kind in ",:QCUF")

    def _chain(self, head: int) -> int:
        """The first noun phrase of "the head of the agency in Paris", which ends with chunk `head`."""
        chunks = self.chunks
        while head >= 2 and chunks[head - 1].kind == "p" and chunks[head].kind == "N" and head - 1 not in self._clause_openers:
            before = head - 2
            while before > 0 and chunks[before].kind == "t":
                before -= 1
            if chunks[before].kind == ")":
                before = self._opening(before) - 1
            if before < 0 or chunks[before].kind not in "NP":
                break
            head = before
        return head

    def _verb_of(self, at: int, head: int) -> None:
        """Place a verb that directly follows the noun phrase `head`."""
        chunks = self.chunks
        top = self.stack[-1]
        head_is_object = head > 0 and chunks[head - 1].kind == "p" and head - 1 not in self._clause_openers
        if self._is_aside(at, head):
            self._add_aside(at, head)
            return
        if not top.verbs:
            if head_is_object and top.subject is None and chunks[head].kind == "N":
                return
            if top.subject is None or top.subject == head:
                self._add(at, head if top.subject is None else top.subject)
            elif head_is_object and chunks[head].kind != "P":
                self._add(at, top.subject)
            elif chunks[head - 1].kind in "N" and chunks[head].kind in "NP":
                self.stack.append(Frame("w", head))
                self._add(at, head)
            elif top.link in {"w", "W"} and chunks[head - 1].kind == "w":
                top.subject = head
                self._add(at, head)
            else:
                top.subject = head
                self._add(at, head)
            return
        if chunks[head].kind == "N" and self._is_naming(at):
            return
        if head_is_object and chunks[head].kind == "N" and not self._takes_clause(top) and top.link not in {"w", "W"}:
            self._add(at, top.verbs[-1].subject)
            return
        waiting = self._waiting()
        if waiting and chunks[head].kind != "P" and (not self._takes_clause(top) or self.kind_of(at) == "speech"):
            del self.stack[waiting:]
            self._add(at, self.stack[-1].subject)
            return
        self.stack.append(Frame("0", head))
        self._add(at, head)

    def _add_aside(self, at: int, head: int) -> None:
        verb = Verb(at, head, len(self.stack), "-")
        self.verbs[at] = verb
        if self.stack[-1].subject == head:
            self.stack[-1].subject = None
        self.asides.append(verb)

    def _takes_clause(self, frame: Frame) -> bool:
        last = frame.verbs[-1]
        return self.kind_of(last.chunk) in {"speech", "stance", "thought"}

    def kind_of(self, at: int) -> str:
        """Whether the main verb of the chunk is a speech, thought or plain verb, or a form of "be" and its like."""
        words = self.words
        main = self.main(at)
        kind = words.lexicon.verbs.get(words.lowers[main], "be")
        completed_by = _COMPLETED.get(words.lexicon.bases.get(words.lowers[main], ""))
        if completed_by is not None:
            return "speech" if any(word in completed_by for word in words.lowers[main + 1 : main + 3]) else "plain"
        return "passive" if kind in {"speech", "stance"} and self.is_passive(at) else kind

    def is_passive(self, at: int) -> bool:
        """Whether a verb chunk is a form of "be" with a participle."""
        chunk = self.chunks[at]
        words = self.words
        main = self.main(at)
        if main == chunk.low or words.tags[main] != "V":
            return False
        be = words.lexicon.groups["be"]
        return any(words.lowers[word] in be for word in range(chunk.low, main))

    def main(self, at: int) -> int:
        """The word of a verb chunk that carries its meaning."""
        chunk = self.chunks[at]
        for word in range(chunk.high - 1, chunk.low, -1):
            if self.words.tags[word] != "a":
                return word
        return chunk.low

    def _waiting(self) -> int:
        """How many frames remain when those above a subject that still waits for its verb are closed; 0 for none."""
        for count in range(len(self.stack) - 1, 0, -1):
            frame = self.stack[count - 1]
            if frame.subject is not None and not frame.verbs:
                return count
        return 0

    def _is_naming(self, at: int) -> bool:
        """Whether the chunk is a participle that names the noun before it: "a loophole called"."""
        chunk = self.chunks[at]
        return chunk.high - chunk.low == 1 and self.words.lowers[chunk.low] in _NAMING

    def _is_aside(self, at: int, head: int) -> bool:
        """Whether the clause stands between commas: ", he said on Monday,"."""
        chunks = self.chunks
        if not head or chunks[head - 1].kind not in ",-QCUF" or self.kind_of(at) not in {"speech", "stance", "thought"}:
            return False
        end = at + 1
        while end < len(chunks) and (chunks[end].kind in "tp" or (chunks[end].kind == "N" and chunks[end - 1].kind == "p")):
            end += 1
        return end == len(chunks) or chunks[end].kind in ",-.QCUF"

    def _verb_after_comma(self, at: int) -> None:
        top = self.stack[-1]
        if top.subject is not None and not top.verbs:
            self._add(at, top.subject)
            return
        waiting = self._waiting()
        if waiting:
            del self.stack[waiting:]
            self._add(at, self.stack[-1].subject)
            return
        self._add_coordinated(at)

    def _add_coordinated(self, at: int) -> None:
        """A verb that shares an earlier verb's subject: "said ... and added"."""
        if self.kind_of(at) in {"speech", "stance"}:
            for count in range(len(self.stack), 0, -1):
                frame = self.stack[count - 1]
                if frame.verbs and self.kind_of(frame.verbs[-1].chunk) in {"speech", "stance"}:
                    del self.stack[count:]
                    break
        top = self.stack[-1]
        subject = self._current_subject()
        if subject is None:
            subject = self._main_subject
        top.verbs = []
        self._add(at, subject)

    def _add(self, at: int, subject: int | None) -> None:
        top = self.stack[-1]
        verb = Verb(at, subject, len(self.stack), top.link)
        top.verbs.append(verb)
        top.object = None
        self.verbs[at] = verb
        if subject is None:
            self._without_subject.append(at)
        elif len(self.stack) == 1 and self._without_subject:
            for earlier in self._without_subject:
                self.verbs[earlier] = self.verbs[earlier]._replace(subject=subject)
            self._without_subject = []

    def _infinitive(self, at: int, before: str) -> None:
        top = self.stack[-1]
        subject = self._current_subject()
        if before == "N" and top.verbs and self.words.lexicon.bases.get(self.words.lowers[self.main(top.verbs[-1].chunk)]) in _CAUSING:
            subject = self._last
        self._add(at, subject)

    def _participle(self, at: int, before: str) -> None:
        chunks = self.chunks
        top = self.stack[-1]
        owner = self._chain(self._last) if before == "N" else 0
        if before == "N" and (owner == 0 or chunks[owner - 1].kind != "p" or self._with(owner - 1)):
            absolute = owner > 0 and (chunks[owner - 1].kind in "&,-;" or self._with(owner - 1))
            if self._is_document(owner) and top.verbs and top.verbs[-1].subject is not None:
                owner = top.verbs[-1].subject
            self.stack.append(Frame("W" if absolute else "G", owner))
            self._add(at, owner)
            return
        if before == "&" and top.verbs and chunks[top.verbs[-1].chunk].kind == "G":
            subject = top.verbs[-1].subject
            top.verbs = []
            self._add(at, subject)
            return
        if before in ",-)&QCUF" and (self.asides or any(frame.verbs for frame in self.stack)):
            self._added_remark(at)
            return
        subject = self._current_subject()
        self.stack.append(Frame("G", subject))
        self._add(at, subject)

    def _added_remark(self, at: int) -> None:
        """Place ", adding": it goes on with the clause that reports, not with what is reported."""
        while len(self.stack) > 1 and self.stack[-1].link in {"0", "h", "G", "w"}:
            self.stack.pop()
        top = self.stack[-1]
        subject = self._current_subject()
        if self.kind_of(at) in {"speech", "stance"}:
            top.verbs = []
        else:
            self.stack.append(Frame("G", subject))
        self._add(at, subject)

    def _with(self, at: int) -> bool:
        return self.words.lowers[self.chunks[at].low] == "with"

    def _is_document(self, at: int) -> bool:
        return self.words.lowers[self.chunks[at].high - 1] in self.words.lexicon.groups["documents"]

    def _relative(self, at: int) -> str:
        """W for a relative clause behind a comma, which stands for itself; w for one that narrows its noun, and "what"."""
        if self.words.lowers[self.chunks[at].low] == "what":
            return "w"
        before = at - 1
        if before >= 0 and self.chunks[before].kind == "p":
            before -= 1
        return "W" if before >= 0 and self.chunks[before].kind in ",-)C" else "w"

    def _antecedent(self, at: int) -> int | None:
        """The noun phrase that a relative pronoun at `at` stands for."""
        before = at - 1
        while before >= 0 and self.chunks[before].kind in ",pt-":
            before -= 1
        if before >= 0 and self.chunks[before].kind == ")":
            while before >= 0 and self.chunks[before].kind != "(":
                before -= 1
            before -= 1
        if before < 0 or self.chunks[before].kind not in "NPO":
            return None
        return before

    def _is_preposition(self, at: int) -> bool:
        """Whether "as" and its like stand before a mere noun phrase."""
        return self.words.lowers[self.chunks[at].low] == "as" and not self._opens_clause(at)

    def _opens_clause(self, at: int) -> bool:
        """Whether a noun phrase and its verb follow: "after he won", "as the crowd cheered"."""
        if self.words.lowers[self.chunks[at].low] not in _CLAUSE_OPENERS:
            return False
        if self._next(at) == "P":
            return True
        end = at + 1
        while end + 2 < len(self.chunks) and self.chunks[end].kind == "N" and self.chunks[end + 1].kind == "p":
            end += 2
        return self.chunks[min(end, len(self.chunks) - 1)].kind == "N" and self._next(end) == "V"

    def _comma(self, at: int) -> None:
        top = self.stack[-1]
        if top.link == "k" and top.verbs and self.as_clause:
            self.asides.append(top.verbs[0])
            self.as_clause = False
        if len(self.stack) == 1:
            return
        following = self._next(at)
        if self.stack[0].subject is None and not self.stack[0].verbs and following in "NPQCUFp":
            self.stack = self.stack[:1]
        elif top.link in {"w", "W", "k", "G"} and top.verbs and following in "NP" and self._next(at + 1) == "V":
            self.stack.pop()

    def _dash(self, at: int) -> None:
        """Behind a dash a dateline ends, or a clause begins that stands for itself."""
        if len(self.stack) == 1 and not self.stack[0].verbs and at < 6 and not self.asides:
            self.stack = [Frame("")]
        elif self._next(at) in "NP" and self._next(at + 1) == "V":
            self.stack.append(Frame("W"))

    def _coordinate(self, at: int, before: str) -> None:
        """A new clause behind "and" or ", but": the one before it ends."""
        following = self._next(at)
        if following not in "NP" or self._next(at + 1) != "V":
            return
        top = self.stack[-1]
        if before in "NP" and top.verbs and top.verbs[-1].chunk == at - 2 and self._takes_clause(top):
            return
        verb = at + 2
        while verb < len(self.chunks) - 1 and self.chunks[verb].kind != "V":
            verb += 1
        if self.stack[0].verbs and self.kind_of(verb) == "speech" and self.chunks[verb].kind == "V":
            self.stack = [Frame("")]
            return
        while len(self.stack) > 1 and self.stack[-1].link in {"w", "W", "k", "G"}:
            self.stack.pop()
        self.stack[-1] = Frame(self.stack[-1].link)


_COMPLETED = {
    "make": {"clear", "plain"}, "put": {"it", "simply", "bluntly"}, "go": {"on"}, "shoot": {"back"}, "fire": {"back"},
    "hit": {"back"}, "chime": {"in"}, "weigh": {"in"}, "blurt": {"out"},
}  # fmt: skip
"""Verbs that report only with another word: "made clear that", "put it this way", "shot back"."""
_NAMING = frozenset("called dubbed named titled entitled labeled labelled known described termed nicknamed".split())
_CAUSING = frozenset("lead prompt force cause allow push inspire drive invite compel press get enable".split())
_INDIRECT = frozenset("how whether why where".split())
_CLAUSE_OPENERS = frozenset("as after before since until than like till".split())
