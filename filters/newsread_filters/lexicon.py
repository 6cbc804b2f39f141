"""The words by which clutter gives itself away, per language, read from `data/clutter/LANGUAGE.toml`.

Filters hold rules, these files hold words: a language is added by adding one file. Its tables are described in
`data/clutter/README.md`. Pages of any language carry English buttons and labels too, so English is always in;
a page whose language is unknown is read with English and with the evidence of its structure.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

from newsread_filters.phrases import ByLongest, Phrases, Words, begins, by_first, by_longest, occurs
from newsread_filters.view import words

_ALWAYS = "en"
_ALIASES = {"nb": "no", "nn": "no"}
_FOLDER = Path(__file__).parent / "data" / "clutter"


class Table:
    """The words of one kind of clutter; every test is made on words: lower case, without punctuation."""

    def __init__(self, entries: Mapping[str, list[str]]) -> None:
        """Hold `entries`: texts of phrases parted by commas, by the name of their use."""
        self._entries = entries

    def _get(self, use: str) -> Iterator[Words]:
        for text in self._entries.get(use, ()):
            yield from filter(None, map(words, text.replace("#", "0").split(",")))

    @cached_property
    def phrases(self) -> Phrases:
        """Texts that are clutter when they are all of a block; `#` stands for numbers."""
        return Phrases(self._get("phrases"))

    @cached_property
    def glued(self) -> tuple[str, ...]:
        """The phrases of several words, to look for at the beginning of a text."""
        return tuple(phrase for phrase in self.phrases.keys if " " in phrase)

    @cached_property
    def labels(self) -> Phrases:
        """The same, of words so common that it takes the page's structure to tell."""
        return Phrases(self._get("labels"))

    @cached_property
    def notes(self) -> frozenset[Words]:
        """What stands behind links for those who do not see them."""
        return frozenset(self._get("notes"))

    @cached_property
    def longest(self) -> int:
        """More words than this has none of the phrases and labels."""
        return max(self.phrases.longest, self.labels.longest)

    @cached_property
    def headers(self) -> Phrases:
        """Lines that lead in others of this kind."""
        return Phrases(self._get("headers"))

    @cached_property
    def strong(self) -> frozenset[str]:
        """Words of which one must be there for a block to be made of this kind's words."""
        return frozenset(word for said in self._get("strong") for word in said)

    @cached_property
    def roles(self) -> frozenset[str]:
        """What a newsroom calls those who write for it."""
        return frozenset(word for said in self._get("roles") for word in said)

    @cached_property
    def weak(self) -> frozenset[str]:
        """Words that may stand between the strong ones."""
        return frozenset(word for said in self._get("weak") for word in said)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The strong and the weak words."""
        return self.strong | self.weak

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Every word of the entries that speak for this kind."""
        uses = self._entries.keys() - {"others"}
        return frozenset(word for use in uses for said in self._get(use) for word in said)

    @cached_property
    def capital_nouns(self) -> bool:
        """Whether the language writes every noun with a capital, so that one is no sign of a name."""
        return "nouns" in self._entries

    @cached_property
    def _prefixes(self) -> dict[str, list[Words]]:
        return by_first(self._get("prefixes"))

    @cached_property
    def _openings(self) -> dict[str, list[Words]]:
        return by_first(self._get("openings"))

    @cached_property
    def _cues(self) -> ByLongest:
        return by_longest(self._get("cues"))

    @cached_property
    def _sure(self) -> ByLongest:
        return by_longest(self._get("sure"))

    @cached_property
    def _asks(self) -> ByLongest:
        return by_longest(self._get("asks"))

    @cached_property
    def _things(self) -> ByLongest:
        return by_longest(self._get("things"))

    @cached_property
    def _others(self) -> ByLongest:
        return by_longest(self._get("others"))

    @cached_property
    def _asked_or_told(self) -> frozenset[str]:
        return frozenset(self._cues) | frozenset(self._sure) | frozenset(self._asks)

    def is_silent(self, said: Words) -> bool:
        """Whether no word of `said` belongs to a cue, to sure words or to a request: nearly every line, at one look."""
        return self._asked_or_told.isdisjoint(said)

    def is_made_of(self, said: Words) -> bool:
        """Whether `said` is made of this vocabulary and numbers alone, with a strong word among them."""
        if self.strong.isdisjoint(said):
            return False
        vocabulary = self.vocabulary
        return all(word in vocabulary or word[0].isdigit() for word in said)

    def prefix(self, said: Words) -> int:
        """How many words of `said` the longest prefix is that it begins with; 0 for none."""
        return begins(self._prefixes, said)

    def opening(self, said: Words) -> int:
        """How many words of `said` the longest sure opening is that it begins with; 0 for none."""
        return begins(self._openings, said)

    def cue(self, said: Words) -> str | None:
        """The first cue that occurs in `said`: words that hardly stand in a story."""
        return occurs(self._cues, said)

    def sure(self, said: Words) -> str | None:
        """The first words in `said` that only a page says of itself, so that they need nothing beside them."""
        return occurs(self._sure, said)

    def ask(self, said: Words) -> str | None:
        """The first request that occurs in `said`."""
        return occurs(self._asks, said)

    def other(self, said: Words) -> str | None:
        """The first words in `said` that speak against this kind."""
        return occurs(self._others, said)

    def thing(self, said: Words) -> str | None:
        """The first thing that such a request offers."""
        return occurs(self._things, said)


class Lexicon:
    """All tables of one language, English always in."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        """Hold `tables` by the name of their kind."""
        self._tables = tables

    def __getitem__(self, kind: str) -> Table:
        """The table of `kind`; an empty one when no file has it."""
        return self._tables.get(kind, _EMPTY)

    def items(self) -> Iterable[tuple[str, Table]]:
        """Each kind with its table."""
        return self._tables.items()


_EMPTY = Table({})


@cache
def lexicon(language: str | None) -> Lexicon:
    """The lexicon for a page in `language`: its own file when there is one, and English."""
    merged: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in {_ALWAYS, _ALIASES.get(language or _ALWAYS, language or _ALWAYS)}:
        for kind, entries in _read(name).items():
            for use, text in entries.items():
                merged[kind][use].append(text)
    return Lexicon({kind: Table(entries) for kind, entries in merged.items()})


def _read(language: str) -> dict[str, dict[str, str]]:
    source = _FOLDER / f"{language}.toml"
    return tomllib.loads(source.read_text("utf-8")) if language.isalpha() and source.is_file() else {}
