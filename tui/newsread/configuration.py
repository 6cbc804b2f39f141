"""The user's configuration as the screen uses it: the file to change, and what keeps an eye on it."""

from pathlib import Path


class Configuration:
    """The file `path`, which need not be there yet."""

    def __init__(self, path: Path) -> None:
        """Leave the file alone so far."""
        self.path = path
