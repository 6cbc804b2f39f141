"""Every setting, declared once: type, default and description; `config.toml` is written from here."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from newsread_filters.cleaning import Cleaning
from newsread_filters.filter import Filter
from newsread_filters.registry import BUILTIN
from newsread_filters.rules import Rule

Theme = Literal[
    "newsread-dark", "newsread-light",
    "textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula", "tokyo-night", "monokai",
    "flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato", "solarized-light", "solarized-dark",
    "rose-pine", "rose-pine-moon", "rose-pine-dawn", "atom-one-dark", "atom-one-light", "ansi-dark", "ansi-light",
]  # fmt: skip
"""Our two themes and Textual's; written out, because asking Textual costs a whole start."""


class ReaderSettings(Struct, frozen=True, kw_only=True):
    """How the reader looks."""

    theme: Annotated[Theme, Meta(description="The colours.")] = "newsread-dark"
    measure: Annotated[
        int, Meta(ge=20, le=200, description="The longest line of text, in columns; about 70 reads best.")
    ] = 70
    quote_style: Annotated[
        Literal["lines", "sentence", "markdown", "table"],
        Meta(
            description="How copied quotes are written: the source on lines below, a sentence each, as Markdown, "
            "or parted by tabs for a spreadsheet."
        ),
    ] = "lines"
    spacing: Annotated[
        Literal["close", "normal", "wide"],
        Meta(description="What parts paragraphs: the first line set in, as in a book; a blank row; two of them."),
    ] = "normal"
    glyphs: Annotated[
        Literal["unicode", "ascii"],
        Meta(description="What the program draws with; ascii is for fonts and terminals that lack the rest."),
    ] = "unicode"


class SourceSettings(Struct, frozen=True, kw_only=True):
    """How pages are fetched and read."""

    timeout: Annotated[
        float, Meta(gt=0, le=600, description="How long to wait for a server to answer or to go on, in seconds.")
    ] = 15.0
    total_timeout: Annotated[
        float, Meta(gt=0, le=3600, description="How long a page may take from the first byte to the last, in seconds.")
    ] = 60.0
    max_megabytes: Annotated[
        int, Meta(ge=1, le=1000, description="The largest page that is read, unpacked, in millions of bytes.")
    ] = 50

    @property
    def most_bytes(self) -> int:
        """The largest page that is read, in bytes."""
        return self.max_megabytes * 1_000_000


def _builtin() -> dict[str, Filter]:
    return {kind.name: kind() for kind in BUILTIN}


class Settings(Struct, frozen=True, kw_only=True):
    """Everything that can be configured."""

    reader: ReaderSettings = ReaderSettings()
    sources: SourceSettings = SourceSettings()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The keys of the commands that have others than the declared ones, in Textual's names of keys."""
    filters: Mapping[str, Filter] = field(default_factory=_builtin)
    """Every installed filter by name, in the order they run, with its options; also those that are off."""
    rules: tuple[Rule, ...] = ()
    sites: Mapping[str, Mapping[str, Filter]] = field(default_factory=dict)
    """Every installed filter as it is set for a site, by the site's host."""

    @property
    def cleaning(self) -> Cleaning:
        """How articles are cleaned."""
        sites = {host: _on(filters) for host, filters in self.sites.items()}
        return Cleaning(filters=_on(self.filters), rules=self.rules, sites=sites)


def _on(filters: Mapping[str, Filter]) -> tuple[Filter, ...]:
    return tuple(each for each in filters.values() if each.enabled)
