"""How far a source has come."""

from collections.abc import Callable

Report = Callable[[str, int, int | None], None]
"""Told of a stage ("connecting", "receiving"), the bytes received, and how many there will be when that is known."""
