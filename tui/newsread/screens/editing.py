"""The configuration in the user's own editor, and what is changed there while the reader runs."""

import subprocess
from typing import Protocol, cast

from textual.app import SuspendNotSupported

from newsread import editor
from newsread.configuration import Changed
from newsread.keymap import Keymap
from newsread.messages import ConfigurationChanged
from newsread.readings import Prepared
from newsread.screens.configuring import Configuring
from newsread.screens.quoting import Quoting


class _Program(Protocol):
    theme: str
    only_ascii: bool

    def take_keys(self, keymap: Keymap) -> None: ...


class Editing(Configuring, Quoting):
    """Opens the file, and takes over what is changed in it, in any editor, while the reader runs."""

    prepared = Prepared()
    """What is in force of the settings."""

    def on_mount(self) -> None:
        """Begin to watch, once something is painted."""
        if self.configuration is not None:
            self.call_after_refresh(
                self.configuration.watch, self.prepared, lambda told: self.post_message(ConfigurationChanged(told))
            )

    def on_unmount(self) -> None:
        """Watch no longer."""
        if self.configuration is not None:
            self.configuration.end()

    def retheme(self) -> None:
        """Draw everything anew."""

    def do_edit_configuration(self) -> None:
        """Open the file in the user's editor; a first copy is made when there is none, or nothing in it."""
        if self.configuration is None:
            self.say("There is no configuration to edit")
            return
        path, found = self.configuration.path, editor.find()
        if found is None:
            self.say(f"Set EDITOR to your editor; the file is {path}")
            return
        try:
            self._make_first_copy()
            with self.app.suspend():
                status = subprocess.run([*found.command, str(path)], check=False).returncode  # noqa: S603 - the user's own
        except SuspendNotSupported:
            self.say(f"This terminal cannot be handed over; the file is {path}")
        except OSError as error:
            self.say(f"{found.command[0]}: {error.strerror or error}; the file is {path}")
        else:
            self.refresh()
            if status:
                self.say(f"{found.command[0]} ended with status {status}")

    def _make_first_copy(self) -> None:
        from newsread import atomic

        path = self.configuration.path if self.configuration else None
        if path is not None and (not path.exists() or not path.stat().st_size):
            from newsread.config.shipped import first_copy

            atomic.write(path, first_copy())

    def _on_configuration_changed(self, message: ConfigurationChanged) -> None:
        """Take the new settings over; of a file that is broken, say where and why, and go on with those before."""
        changed = message.changed
        if changed.problems:
            more = f" (and {len(changed.problems) - 1} more)" if len(changed.problems) > 1 else ""
            self.say(f"Settings kept: {self.short(changed.problems[0])}{more}")
        else:
            self._take_over(changed)
        self.tell()

    def _take_over(self, changed: Changed) -> None:
        before, now = self.prepared, changed.prepared
        self.prepared = now
        program = cast("_Program", self.app)
        if now.theme != before.theme:
            program.theme = now.theme
        if (now.measure, now.spacing) != (before.measure, before.spacing):
            self.article.set_in(now.measure, now.spacing)
        if (now.keys, now.ascii) != (before.keys, before.ascii):
            program.only_ascii = now.ascii
            program.take_keys(Keymap(now.keys, only_ascii=now.ascii))
            self.bind_keys()
            self.retheme()
        self.quote_style = now.quote_style
        if not changed.ours:
            self.reread(self._say_holds)

    def _say_holds(self) -> None:
        """Say that the new settings hold, but for a rule that would take too much here."""
        notices = self.index.reading.notices if self.index is not None else ()
        refused = next((each.message for each in notices if each.kind == "rule-not-applied"), "")
        self.say(refused or "Your configuration was changed, and holds now")
