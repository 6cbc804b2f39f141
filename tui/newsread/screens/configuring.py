"""Changing the user's configuration from the reader: written at once, in force at once, taken back with undo."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsread.changes import Inverse
from newsread.configuration import Configuration
from newsread.screens.paneling import Paneling
from newsread_filters.sites import best, host_of

if TYPE_CHECKING:
    from newsread.config.edit import Applied, Change
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
            self.say(
                f"Nothing was changed: {self.configuration.broken} ({self.keymap.row(edit_configuration='opens it')})"
            )
            return False
        from newsread.config import edit

        path = self.configuration.path
        try:
            applied = edit.apply(path, change)
        except OSError as error:
            self.say(f"{path} cannot be written ({error.strerror or error}), so nothing was changed")
        except ValueError as error:
            self.say(f"{path}: {error}; nothing was changed")
        else:
            self.configuration.wrote(applied.after)
            self.changed(name, lambda: self._unconfigure(applied))
            self.reread(then)
            return True
        return False

    def _unconfigure(self, applied: "Applied") -> Inverse | None:
        """Write back what the file held before; not when somebody else has changed it since."""
        from newsread.config import edit

        if self.configuration is None:
            return None
        path = self.configuration.path
        try:
            undone = edit.undo(path, applied)
        except edit.EditedMeanwhile as error:
            self.say(str(error))
        except (OSError, ValueError) as error:
            self.say(f"{path} cannot be written: {error}")
        else:
            self.configuration.wrote(undone.after)
            self.reread()
            return lambda: self._unconfigure(undone)
        return None
