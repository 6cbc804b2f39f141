"""What the doctor finds."""

from typing import Literal, NamedTuple

Level = Literal["PASS", "WARN", "FAIL"]


class Finding(NamedTuple):
    """One thing that was looked at: how it is, and in one sentence what to do when it is not well."""

    level: Level
    what: str
    told: str

    def __str__(self) -> str:
        """One line."""
        return f"{self.level}  {self.what}: {self.told}"
