"""The clauses of a sentence that are still open, on a stack, with their verbs and subjects."""

from typing import NamedTuple

from newsread_filters.quotes.chunks import Chunks

REPORTING = frozenset({"speech", "stance", "thought"})


class Verb(NamedTuple):
    """A verb chunk with its subject, both as numbers of chunks, and how deep its clause stands."""

    chunk: int
    subject: int | None
    depth: int
    link: str
    """What opened the clause: "" main, k side clause, w relative, W one that stands for itself (behind a comma),
    h "that" and the like, G participle, 0 nothing, - an aside."""


class Frame:
    """A clause that is still open."""

    __slots__ = ("link", "subject", "verbs")

    def __init__(self, link: str, subject: int | None = None) -> None:
        """Open a clause."""
        self.link = link
        self.subject = subject
        self.verbs: list[Verb] = []


class OpenClauses:
    """The stack of open clauses, and what a sentence's verbs turned out to be so far."""

    def __init__(self, chunks: Chunks) -> None:
        """Start with the main clause of `chunks`."""
        self.chunks = chunks
        self.verbs: dict[int, Verb] = {}
        """Chunk -> the verb."""
        self.asides: list[Verb] = []
        """Verbs of parenthetical clauses: "the deal, he said, was", "as he put it"."""
        self.stack = [Frame("")]
        self._over: dict[int, tuple[int, ...]] = {}
        self._openers: set[int] = set()
        """Prepositions that turned out to open a clause."""
        self._waiting_for_subject: list[int] = []
        self._main_subject: int | None = None
        self._last = self._earlier = -1
        """The chunk before the one being read, and the one before that; asides in brackets and times do not count."""

    def over(self, quote: int) -> list[Verb]:
        """The verbs that the quotation `quote` stands under, outermost first."""
        return [self.verbs[chunk] for chunk in self._over[quote]]

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
        """Who the sentence is about at this point: the subject of the last open clause, or of an aside."""
        top = self.stack[-1]
        if self.asides and not (top.verbs and top.verbs[-1].chunk > self.asides[-1].chunk):
            return self.asides[-1].subject
        return top.verbs[-1].subject if top.verbs else top.subject

    def _subject_at_hand(self) -> int | None:
        """The current subject; in a clause that has none yet, that of the clause around it."""
        subject = self._current_subject()
        for frame in reversed(self.stack[:-1]):
            if subject is not None:
                break
            subject = frame.verbs[-1].subject if frame.verbs else frame.subject
        return subject

    def _is_document(self, at: int) -> bool:
        """Whether a noun phrase is a text that speaks for who issues it; who holds up a sign did not write it."""
        groups = self.chunks.words.lexicon.groups
        return self.chunks.last(at) in groups["documents"] and self.chunks.last(at) not in groups["signs"]

    def _antecedent(self, at: int) -> int | None:
        """The noun phrase that a relative pronoun at `at` stands for."""
        before = at - 1
        while self.chunks.kind(before) in ",pt-":
            before -= 1
        if self.chunks.kind(before) == ")":
            before = self.chunks.opening(before) - 1
        return before if self.chunks.kind(before) in "NPO" else None

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
