"""Changing the user's configuration from the reader: written at once, in force at once, taken back with undo."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newsread.changes import Inverse, NotNow
from newsread.configuration import Configuration
from newsread.screens.paneling import Paneling
from newsread_filters.sites import best, host_of

if TYPE_CHECKING:
    from newsread.config.apply import Applied
    from newsread.config.edit import Change
    from newsread.config.own import Own


class Configuring(Paneling):
    """Writes changes into the user's file, and reads the page again with them."""

    configuration: Configuration | None = None
    """None when there is no file to write."""

    @property
    def own(self) -> "Own":
        """What the user's file holds, by name."""
        from newsread.config.own import Own, own

        return own(self.configuration.path) if self.configuration is not None else Own()

    @property
    def site(self) -> str | None:
        """The host of the article; what is changed for this site is meant for it and its subdomains."""
        if self.index is None:
            return None
        host = host_of(self.index.reading.article.url)
        return host.removeprefix("www.") if host else None

    @property
    def site_to_write(self) -> str | None:
        """The host whose table holds what is set for this site: one that is there already, else its own."""
        return best(self.site, self.own.sites) or self.site

    def configure(self, name: str, change: "Change", then: Callable[[], object] | None = None) -> bool:
        """Change the user's file; whether that could be done. `name` is the change in words, for undo."""
        if self.configuration is None:
            self.say("There is no configuration to write this to")
            return False
        if self.configuration.broken:
            self._say_unchanged(self.short(self.configuration.broken))
            return False
        from newsread.config.apply import apply

        path = self.configuration.path
        try:
            applied = apply(path, change)
        except (OSError, ValueError) as error:
            self._say_unchanged(_why(path, error))
        else:
            self.configuration.wrote(applied.after or "")
            self.changed(name, lambda: self._unconfigure(applied))
            self.reread(then)
            return True
        return False

    def _unconfigure(self, applied: "Applied") -> Inverse | None:
        """Take a change out of the file again; not when somebody else has changed the same lines since."""
        from newsread.config.apply import EditedMeanwhile, undo

        if self.configuration is None:
            return None
        path = self.configuration.path
        try:
            undone = undo(path, applied)
        except EditedMeanwhile as error:
            self.say(f"{error} ({self.keymap.row(edit_configuration='opens it')})")
        except (OSError, ValueError) as error:
            self._say_unchanged(_why(path, error))
            raise NotNow from None
        else:
            self.configuration.wrote(undone.after or "")
            self.reread()
            return lambda: self._unconfigure(undone)
        return None

    def _say_unchanged(self, why: str) -> None:
        self.say(f"Nothing changed: {why}; {self.keymap.row(edit_configuration='opens it')}")

    def short(self, problem: str) -> str:
        """A problem with the file's name alone: the line that it is told in is short, and there is one such file."""
        path = self.configuration.path if self.configuration else None
        return problem.replace(str(path), path.name, 1).removesuffix(".") if path else problem


def _why(path: Path, error: OSError | ValueError) -> str:
    """Why the file `path` could not be written."""
    if isinstance(error, OSError):
        return f"{path.name} cannot be written ({error.strerror or error})"
    return f"{path.name} is no text in UTF-8" if isinstance(error, UnicodeError) else f"{path.name}: {error}"
