"""One person of an article, and what is known of her or him so far."""

from newsread_filters.quotes.names import Run


class Person:
    """One person, or what is capitalised like one."""

    __slots__ = ("acts", "asked", "blocks", "called", "count", "evident", "first", "gender", "name", "sure", "titles")

    def __init__(self, first: Run) -> None:
        """Enter a person by the run that names it first."""
        self.name = " ".join(first.name)
        self.first = first
        self.blocks: set[int] = set()
        """Where it is named."""
        self.gender = ""
        self.acts = False
        """Whether all that is known is a single name that does what people do: "Marsh also addressed"."""
        self.asked = False
        """Whether the text was asked for the gender."""
        self.count = 0
        self.evident = False
        """Whether what stands beside its full name makes it one, so that it is no ship and no town."""
        self.sure = False
        """Whether it is a person beyond doubt: by first name, title, or being called by the surname."""
        self.titles: set[str] = set()
        """Words of the titles it is given before its name, lower case."""
        self.called: set[str] | None = None
        """The words of all that it is called, once asked for."""
