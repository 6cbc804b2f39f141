"""Reads a sentence's chunks as clauses, in one pass from left to right: whose verb is which, and what stands under it.

Clauses that are still open are kept on a stack, so that at every quotation it is known which verbs it stands under. This is
no grammar of English, only of how sentences that report are built: subjects before verbs, appositions and relative clauses
between them, side clauses before and behind, asides between commas.
"""

from typing import NamedTuple

from newsread_filters.quotes.chunks import QUOTED, Chunks

REPORTING = frozenset({"speech", "stance", "thought"})
_NARROW = frozenset({"0", "h", "G", "w"})
"""Links of clauses that end when the sentence goes on with ", adding"."""


class Verb(NamedTuple):
    """A verb chunk with its subject, both as numbers of chunks, and how deep its clause stands."""

    chunk: int
    subject: int | None
    depth: int
    link: str
    """What opened the clause: "" main, k side clause, w relative, W one that stands for itself (behind a comma), h "that"
    and the like, G participle, 0 nothing, - an aside."""


class Frame:
    """A clause that is still open."""

    __slots__ = ("link", "subject", "verbs")

    def __init__(self, link: str, subject: int | None = None) -> None:
        """Open a clause."""
        self.link = link
        self.subject = subject
        self.verbs: list[Verb] = []


class Parse:
    """The verbs of a sentence with their subjects, and the verbs that each quotation stands under."""

    def __init__(self, chunks: Chunks) -> None:
        """Read `chunks` from left to right."""
        self.chunks = chunks
        self.verbs: dict[int, Verb] = {}
        """Chunk -> the verb."""
        self.asides: list[Verb] = []
        """Verbs of parenthetical clauses: "the deal, he said, was", "as he put it"."""
        self._over: dict[int, tuple[int, ...]] = {}
        self._openers: set[int] = set()
        """Prepositions that turned out to open a clause."""
        self._waiting_for_subject: list[int] = []
        self._main_subject: int | None = None
        self._in_phrase = False
        """Whether the last noun phrase belongs to a preposition."""
        self._comments = False
        """Whether the side clause on top is a comment: "as Mr Smith put it"."""
        self.stack = [Frame("")]
        self._last = self._earlier = -1
        """The chunk before the one being read, and the one before that; asides in brackets and times do not count."""
        self._read()

    def over(self, quote: int) -> list[Verb]:
        """The verbs that the quotation `quote` stands under, outermost first."""
        return [self.verbs[chunk] for chunk in self._over[quote]]

    def _read(self) -> None:
        closing = -1
        for at, kind in enumerate(self.chunks.kinds):
            if at <= closing:
                continue
            if kind == "(":
                closing = self.chunks.closing(at)
            elif kind == "t":
                self._last = self._earlier if self.chunks.kind(self._last) == "p" else self._last
            else:
                self._step(at, kind, self.chunks.kind(self._last))
                self._last, self._earlier = at, self._last

    def _step(self, at: int, kind: str, before: str) -> None:
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
            self._main_subject = self._current_subject()
            self.stack = [Frame("")]
        elif kind in QUOTED:
            self._quotation(at, kind, before)

    # Nouns and what they may turn out to be

    def _noun(self, at: int, kind: str, before: str) -> None:
        top = self.stack[-1]
        self._in_phrase = before == "p" or (before == "&" and self._in_phrase)
        if not self._in_phrase and not top.verbs and kind != "O" and (top.subject is None or before == "w"):
            top.subject = at

    def _chain(self, head: int) -> int:
        """The first noun phrase of "the head of the agency in Paris", which ends with chunk `head`."""
        kinds = self.chunks.kinds
        while head >= 2 and kinds[head - 1] == "p" and kinds[head] == "N" and head - 1 not in self._openers:
            before = head - 2
            while before > 0 and kinds[before] == "t":
                before -= 1
            if kinds[before] == ")":
                before = self.chunks.opening(before) - 1
            if before < 0 or kinds[before] not in "NP":
                break
            head = before
        return head

    def _hangs(self, head: int) -> bool:
        """Whether a noun phrase belongs to a preposition."""
        return self.chunks.kind(head - 1) == "p" and self.chunks.kinds[head] == "N" and head - 1 not in self._openers

    def _current_subject(self) -> int | None:
        """Who the sentence is about at this point: the subject of the last clause that is still open, or of an aside."""
        top = self.stack[-1]
        if self.asides and not (top.verbs and top.verbs[-1].chunk > self.asides[-1].chunk):
            return self.asides[-1].subject
        return top.verbs[-1].subject if top.verbs else top.subject

    def _is_document(self, at: int) -> bool:
        return self.chunks.last(at) in self.chunks.words.lexicon.groups["documents"]

    def _antecedent(self, at: int) -> int | None:
        """The noun phrase that a relative pronoun at `at` stands for."""
        before = at - 1
        while self.chunks.kind(before) in ",pt-":
            before -= 1
        if self.chunks.kind(before) == ")":
            before = self.chunks.opening(before) - 1
        return before if self.chunks.kind(before) in "NPO" else None

    # Verbs

    def _verb(self, at: int, before: str) -> None:
        top = self.stack[-1]
        waits = top.subject is not None and not top.verbs
        if before in "CU" and self.chunks.kind(self._earlier) == ",":
            waits = False
        if not waits and self._inverted(at, before, top):
            top.subject = at + 1
            self._add(at, at + 1)
        elif before == "," and waits and self._is_inverted_aside(at, top):
            self._add_aside(at, at + 1)
        elif before == "." and not top.verbs:
            self.stack.append(Frame("G"))
            self._add(at, None)
        elif before in "NP" and self._last >= 0:
            self._verb_of(at, self._chain(self._last))
        elif before in ",)-":
            self._verb_behind_comma(at)
        elif before in "wh":
            self._relative_verb(at, before)
        elif before == "&":
            self._coordinated_verb(at)
        elif top.verbs and self._waiting():
            del self.stack[self._waiting() :]
            self._add(at, self.stack[-1].subject)
        else:
            self._add(at, top.subject)

    def _add(self, at: int, subject: int | None) -> None:
        top = self.stack[-1]
        verb = Verb(at, subject, len(self.stack), top.link)
        top.verbs.append(verb)
        self.verbs[at] = verb
        if subject is None:
            self._waiting_for_subject.append(at)
        elif len(self.stack) == 1 and self._waiting_for_subject:
            for earlier in self._waiting_for_subject:
                self.verbs[earlier] = self.verbs[earlier]._replace(subject=subject)
            self._waiting_for_subject = []

    def _add_aside(self, at: int, subject: int) -> None:
        verb = Verb(at, subject, len(self.stack), "-")
        self.verbs[at] = verb
        if self.stack[-1].subject == subject:
            self.stack[-1].subject = None
        self.asides.append(verb)

    def _inverted(self, at: int, before: str, top: Frame) -> bool:
        """Whether the speaker follows the verb: "..., said Mr Smith", "Continued Stone:"."""
        chunks = self.chunks
        if before not in ".," + QUOTED or chunks.verb(at) != "speech" or chunks.next(at) not in "NP":
            return False
        if before == ".":
            return not top.verbs and chunks.kind(at + 2) in ",:" + QUOTED
        return before != "," or not top.verbs or chunks.words.lexicon.verb_second

    def _is_inverted_aside(self, at: int, top: Frame) -> bool:
        """Whether "says Mr Smith" stands between commas behind a subject: "The paradox, says Mr Smith, is"."""
        chunks = self.chunks
        return (
            self._chain(at - 2) == top.subject
            and chunks.verb(at) == "speech"
            and chunks.next(at) in "NP"
            and chunks.kind(at + 2) in ",-"
        )

    def _verb_of(self, at: int, head: int) -> None:
        """Place a verb that directly follows the noun phrase `head`."""
        chunks = self.chunks
        top = self.stack[-1]
        hangs = self._hangs(head)
        if self._is_aside(at, head):
            self._add_aside(at, head)
        elif not top.verbs:
            if hangs and top.subject is None:
                return
            if hangs:
                self._add(at, top.subject)
                return
            if top.subject is not None and top.subject != head and chunks.kind(head - 1) == "N":
                self.stack.append(Frame("w", head))
            top.subject = head
            self._add(at, head)
        elif hangs and self._is_auxiliary(top.verbs[-1].chunk):
            self._add(at, top.verbs.pop().subject)
        elif chunks.kinds[head] == "N" and self._is_naming(at):
            return
        elif hangs and not self._takes_clause(top) and top.link not in {"w", "W"}:
            self._add(at, top.verbs[-1].subject)
        else:
            self._verb_of_inner(at, head, top)

    def _verb_of_inner(self, at: int, head: int, top: Frame) -> None:
        """A verb behind the object of an open clause: it belongs to a subject that still waits, or starts a clause."""
        waiting = self._waiting()
        takes_clause = self._takes_clause(top) and self.chunks.verb(at) != "speech"
        if waiting and self.chunks.kinds[head] != "P" and not takes_clause:
            del self.stack[waiting:]
            self._add(at, self.stack[-1].subject)
            return
        self.stack.append(Frame("0", head))
        self._add(at, head)

    def _takes_clause(self, frame: Frame) -> bool:
        return self.chunks.verb(frame.verbs[-1].chunk) in REPORTING

    def _waiting(self) -> int:
        """How many frames remain when those above a subject that still waits for its verb are closed; 0 for none."""
        for count in range(len(self.stack) - 1, 0, -1):
            frame = self.stack[count - 1]
            if frame.subject is not None and not frame.verbs:
                return count
        return 0

    def _is_auxiliary(self, at: int) -> bool:
        """Whether a verb chunk waits for its participle: "has in the past described"."""
        chunks = self.chunks
        return not chunks.words.tags[chunks.lows[at] : chunks.highs[at]].strip("Xa")

    def _is_naming(self, at: int) -> bool:
        """Whether the chunk is a participle that names the noun before it: "a loophole called"."""
        return self.chunks.highs[at] - self.chunks.lows[at] == 1 and self.chunks.in_group(at, "naming participles")

    def _is_aside(self, at: int, head: int) -> bool:
        """Whether the clause stands between commas: ", he said on Monday,"."""
        chunks = self.chunks
        if not head or chunks.kinds[head - 1] not in ",-" + QUOTED or chunks.verb(at) not in REPORTING:
            return False
        end = at + 1
        while chunks.kind(end) in "tp" or (chunks.kind(end) == "N" and chunks.kind(end - 1) == "p"):
            end += 1
        return chunks.kind(end) in ",-." + QUOTED

    def _verb_behind_comma(self, at: int) -> None:
        top = self.stack[-1]
        waiting = self._waiting()
        if top.subject is not None and not top.verbs:
            self._add(at, top.subject)
        elif waiting:
            del self.stack[waiting:]
            self._add(at, self.stack[-1].subject)
        else:
            self._coordinated_verb(at)

    def _coordinated_verb(self, at: int) -> None:
        """A verb that shares an earlier verb's subject: "said ... and added"."""
        chunks = self.chunks
        if chunks.verb(at) in {"speech", "stance"}:
            for count in range(len(self.stack), 0, -1):
                frame = self.stack[count - 1]
                if frame.verbs and chunks.verb(frame.verbs[-1].chunk) in {"speech", "stance"}:
                    del self.stack[count:]
                    break
        subject = self._current_subject()
        self.stack[-1].verbs = []
        self._add(at, self._main_subject if subject is None else subject)

    def _relative_verb(self, at: int, before: str) -> None:
        """A verb right behind "who" or "that"; whoever issues a document says what it says."""
        frame = self.stack[-1]
        if before == "h":
            frame.link = "w"
        subject = self._last
        antecedent = self._antecedent(subject)
        outer = self.stack[-2].verbs if len(self.stack) > 1 else []
        issued = frame.link == "w" and antecedent is not None and self._is_document(antecedent)
        if issued and outer and outer[-1].subject is not None and not self.chunks.is_passive(outer[-1].chunk):
            subject = outer[-1].subject
        frame.subject = subject
        self._add(at, subject)

    def _infinitive(self, at: int, before: str) -> None:
        top = self.stack[-1]
        subject = self._current_subject()
        if before == "N" and top.verbs:
            causing = self.chunks.words.lexicon.groups["causing verbs"]
            if self.chunks.base(top.verbs[-1].chunk) in causing:
                subject = self._last
        self._add(at, subject)

    def _participle(self, at: int, before: str) -> None:
        chunks = self.chunks
        top = self.stack[-1]
        owner = self._chain(self._last) if before == "N" else 0
        if before == "N" and (chunks.kind(owner - 1) != "p" or chunks.in_group(owner - 1, "absolute")):
            absolute = owner > 0 and (chunks.kinds[owner - 1] in "&,-;" or chunks.in_group(owner - 1, "absolute"))
            if self._is_document(owner) and top.verbs and top.verbs[-1].subject is not None:
                owner = top.verbs[-1].subject
            self.stack.append(Frame("W" if absolute else "G", owner))
            self._add(at, owner)
        elif before == "&" and top.verbs and chunks.kinds[top.verbs[-1].chunk] == "G":
            subject = top.verbs[-1].subject
            top.verbs = []
            self._add(at, subject)
        elif before in ",-)&" + QUOTED and (self.asides or any(frame.verbs for frame in self.stack)):
            self._added_remark(at)
        else:
            subject = self._current_subject()
            self.stack.append(Frame("G", subject))
            self._add(at, subject)

    def _added_remark(self, at: int) -> None:
        """Place ", adding": it goes on with the clause that reports, not with what is reported."""
        while len(self.stack) > 1 and self.stack[-1].link in _NARROW:
            self.stack.pop()
        subject = self._current_subject()
        if self.chunks.verb(at) in {"speech", "stance"}:
            self.stack[-1].verbs = []
        else:
            self.stack.append(Frame("G", subject))
        self._add(at, subject)

    # What opens and closes clauses

    def _relative(self, at: int) -> str:
        """W for a relative clause behind a comma, which stands for itself; w for one that narrows its noun, and "what"."""
        if self.chunks.in_group(at, "whatever"):
            return "w"
        before = at - 2 if self.chunks.kind(at - 1) == "p" else at - 1
        return "W" if before >= 0 and self.chunks.kinds[before] in ",-)C" else "w"

    def _subordinate(self, at: int, kind: str, before: str) -> None:
        chunks = self.chunks
        if kind == "p" or chunks.in_group(at, "comment clause"):
            if not self._opens_clause(at):
                return
        if chunks.in_group(at, "place clause") and before in ",-)C":
            link = "W"
        else:
            link = "h" if chunks.in_group(at, "indirect question") else "k"
        self.stack.append(Frame(link))
        self._openers.add(at)
        self._comments = chunks.in_group(at, "comment clause")

    def _opens_clause(self, at: int) -> bool:
        """Whether a noun phrase and its verb follow: "after he won", "as the crowd cheered"."""
        chunks = self.chunks
        if not chunks.in_group(at, "clause openers"):
            return False
        if chunks.next(at) == "P":
            return True
        end = at + 1
        while chunks.kind(end) == "N" and chunks.kind(end + 1) == "p" and end + 2 < len(chunks.kinds):
            end += 2
        return chunks.kind(end) == "N" and chunks.next(end) == "V"

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
        if main.subject is None and not main.verbs and following in "NPp" + QUOTED:
            self.stack = self.stack[:1]
        elif top.link in {"w", "W", "k", "G"} and top.verbs and following in "NP" and self.chunks.next(at + 1) == "V":
            self.stack.pop()

    def _dash(self, at: int) -> None:
        """Behind a dash a dateline ends, or a clause begins that stands for itself."""
        if len(self.stack) == 1 and not self.stack[0].verbs and at < 6 and not self.asides:
            self.stack = [Frame("")]
        elif self.chunks.next(at) in "NP" and self.chunks.next(at + 1) == "V":
            self.stack.append(Frame("W"))

    def _coordinate(self, at: int, before: str) -> None:
        """A new clause behind "and" or ", but": the one before it ends."""
        chunks = self.chunks
        if chunks.next(at) not in "NP" or chunks.next(at + 1) != "V":
            return
        top = self.stack[-1]
        if before in "NP" and top.verbs and top.verbs[-1].chunk == at - 2 and self._takes_clause(top):
            return
        if self.stack[0].verbs and chunks.verb(chunks.kinds.index("V", at)) == "speech":
            self.stack = [Frame("")]
            return
        while len(self.stack) > 1 and self.stack[-1].link in {"w", "W", "k", "G"}:
            self.stack.pop()
        self.stack[-1] = Frame(self.stack[-1].link)

    def _quotation(self, at: int, kind: str, before: str) -> None:
        """Note what a quotation stands under; where it stands for the verb of a clause, that clause is over."""
        self._over[at] = tuple(verb.chunk for frame in self.stack for verb in frame.verbs)
        top = self.stack[-1]
        if not top.verbs and not (kind == "Q" and self.chunks.next(at) == "V"):
            if len(self.stack) > 1 and top.subject is not None and top.link in {"k", "w", "W"}:
                self.stack.pop()
            elif len(self.stack) == 1 and before not in "p,":
                self.stack = [Frame("")]
        if kind == "C":
            self._comma(at)
