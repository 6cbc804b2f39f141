"""Whose verb is which: places every verb of a sentence in one of its open clauses, with a subject."""

from newsread_filters.quotes.chunks import QUOTED
from newsread_filters.quotes.clause_stack import REPORTING, Frame, OpenClauses

_NARROW = frozenset({"0", "h", "G", "w"})
"""Links of clauses that end when the sentence goes on with ", adding"."""


class Verbs(OpenClauses):
    """Places verbs, infinitives and participles as they come."""

    def _verb(self, at: int, before: str) -> None:
        top = self.stack[-1]
        waits = top.subject is not None and not top.verbs
        if before in "CU" and self.chunks.kind(self._earlier) == ",":
            waits = False
        if not waits and self._inverted(at, before, top):
            top.subject = at + 1
            self._add(at, at + 1)
        elif before == "," and (self._is_inverted_aside(at, top) if waits else self._announces(at)):
            self._add_aside(at, at + 1)
        elif before == "." and not top.verbs:
            self._verb_first(at, top)
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
            self._add(at, self._main_subject if before == ";" else top.subject)

    def _inverted(self, at: int, before: str, top: Frame) -> bool:
        """Whether the speaker follows the verb: "..., said Mr Smith", "Continued Stone:"."""
        chunks = self.chunks
        if before not in ".," + QUOTED or chunks.verb(at) != "speech" or chunks.next(at) not in "NP":
            return False
        if before == ".":
            return not top.verbs and chunks.kind(at + 2) in ",:" + QUOTED
        return before != "," or not top.verbs or chunks.words.lexicon.verb_second

    def _verb_first(self, at: int, top: Frame) -> None:
        """Place a verb that begins its sentence: "There was a man who", or a participle whose subject follows."""
        if self.chunks.verb(at) == "be" and self.chunks.next(at) == "N":
            top.subject = at + 1
            self._add(at, at + 1)
        else:
            asked_by = self.chunks.in_group(at + 1, "agent") and self.chunks.kind(at + 2) == "N"
            self.stack.append(Frame("G"))
            self._add(at, at + 2 if asked_by and self._addresses(at) else None)

    def _announces(self, at: int) -> bool:
        """Whether "explained Mr Smith," stands right before direct speech."""
        chunks = self.chunks
        return (
            chunks.verb(at) == "speech"
            and not self._waiting()
            and chunks.kind(at + 1) in "NP"
            and chunks.kind(at + 2) == ","
            and chunks.kind(at + 3) in QUOTED
            and chunks.words.tags[chunks.highs[at + 1] - 1] in "NRP"
        )

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
        if len(self.stack) == 1 and chunks.kind(head - 1) == "," and all(verb.subject is None for verb in top.verbs):
            top.verbs = []
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
        elif self.chunks.in_group(at + 1, "agent") and self.chunks.kind(at + 2) == "N":
            self.stack.append(Frame("G"))
            self._add(at, at + 2)
        elif reported := self._reported_subject(at):
            self.stack.append(Frame("0", reported))
            self._add(at, reported)
        else:
            self._coordinated_verb(at)

    def _reported_subject(self, at: int) -> int:
        """What a clause without "that" is about, with words between commas behind it: "said the dam, a ruin, was"."""
        kinds, top = self.chunks.kinds, self.stack[-1]
        if self.chunks.verb(at) != "be" or not top.verbs or not self._takes_clause(top):
            return 0
        subject = top.verbs[-1].chunk + 1
        return subject if kinds[subject] in "NP" and "," in kinds[subject : at - 1] else 0

    def _coordinated_verb(self, at: int) -> None:
        """A verb that shares an earlier verb's subject: "said ... and added"."""
        chunks = self.chunks
        if chunks.verb(at) in {"speech", "stance"}:
            for count in range(len(self.stack), 0, -1):
                frame = self.stack[count - 1]
                if (
                    frame.verbs
                    and chunks.verb(frame.verbs[-1].chunk) in {"speech", "stance"}
                    and chunks.agree(frame.verbs[-1].chunk, at)
                ):
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
        subject = self._subject_at_hand()
        if before == "N" and top.verbs:
            causing = self.chunks.words.lexicon.groups["causing verbs"]
            if self.chunks.base(top.verbs[-1].chunk) in causing:
                subject = self._last
        self._add(at, subject)

    def _participle(self, at: int, before: str) -> None:
        chunks = self.chunks
        top = self.stack[-1]
        sign = before == "N" and chunks.last(self._last) in chunks.words.lexicon.groups["signs"]
        owner = self._last if sign else self._chain(self._last) if before == "N" else 0
        if before == "N" and (sign or chunks.kind(owner - 1) != "p" or chunks.in_group(owner - 1, "absolute")):
            absolute = owner > 0 and (chunks.kinds[owner - 1] in "&,-;" or chunks.in_group(owner - 1, "absolute"))
            issuer = top.verbs[-1].subject if top.verbs else None
            if issuer is not None and (self._is_document(owner) or self._heard(at, top.verbs[-1].chunk)):
                owner = issuer
            self.stack.append(Frame("W" if absolute else "G", owner))
            self._add(at, owner)
        elif before == "&" and top.verbs and chunks.kinds[top.verbs[-1].chunk] == "G":
            subject = top.verbs[-1].subject
            top.verbs = []
            self._add(at, subject)
        elif before in ",-)&" + QUOTED and (self.asides or any(frame.verbs for frame in self.stack)):
            self._added_remark(at)
        else:
            subject = self._subject_at_hand()
            self.stack.append(Frame("G", subject))
            self._add(at, subject)

    def _heard(self, at: int, verb: int) -> bool:
        """Whether the noun before a participle of saying is who was told: "emailed supporters saying"."""
        return self.chunks.verb(at) == "speech" and self._addresses(verb)

    def _addresses(self, verb: int) -> bool:
        """Whether a verb names who is spoken to: "emailed supporters", "asked by reporters"."""
        return self.chunks.base(verb) in self.chunks.words.lexicon.groups["addressing"]

    def _added_remark(self, at: int) -> None:
        """Place ", adding": it goes on with the clause that reports, not with what is reported."""
        narrow = _NARROW | {"k"} if self._reports(at) and self._reported_before() else _NARROW
        while len(self.stack) > 1 and self.stack[-1].link in narrow:
            self.stack.pop()
        subject = self._subject_at_hand()
        if self._reports(at):
            self.stack[-1].verbs = []
        else:
            self.stack.append(Frame("G", subject))
        self._add(at, subject)

    def _reports(self, at: int) -> bool:
        return self.chunks.verb(at) in {"speech", "stance"}

    def _reported_before(self) -> bool:
        """Whether the main clause reports."""
        return any(self._reports(verb.chunk) for verb in self.stack[0].verbs)
