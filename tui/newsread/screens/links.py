"""The list of all links of an article. Imported when it is first asked for."""

from collections.abc import Callable, Sequence
from functools import partial

from newsread.keymap import Keymap
from newsread.layout.index import Index
from newsread.layout.links import Link
from newsread.layout.wrap import PARTED
from newsread.screens.listing import ListScreen
from newsread.sources import shown
from newsread.widgets.choices import Choice

Follow = Callable[[str, str], object]
"""Does with an address what is named: "open", "browser" or "copy"."""


class LinksScreen(ListScreen):
    """The links with where they lead; Enter opens one here, other keys do other things with it."""

    def __init__(self, links: Sequence[Link], index: Index, cursor: int, follow: Follow, keymap: Keymap) -> None:
        """List `links`, the first one from the block `cursor` on under the cursor."""
        choices = [
            Choice(_words(link, index), partial(follow, link.url, "open"), about=_address(link.url)) for link in links
        ]
        at = next((number for number, link in enumerate(links) if link.block >= cursor), len(links) - 1)
        super().__init__("Links", "finds a link", choices, keymap, at)
        self._links = links
        self._follow = follow
        self._keymap = keymap
        self.bind(keymap, {"browser": "follow('browser')", "copy": "follow('copy')", "list_links": "dismiss"})

    def action_follow(self, how: str) -> None:
        """Do something else than to open the link under the cursor here."""
        choice = self.list.current
        if choice is not None:
            url = self._links[self._choices.index(choice)].url
            self.dismiss()
            self.app.call_later(self._follow, url, how)

    def tell(self) -> None:
        """Say what can be done with the link under the cursor."""
        super().tell()
        if self.list.current is not None:
            keys = self._keymap.row(browser="in the browser", copy="copies it", cancel="closes")
            self.foot.say("", PARTED.join(("Enter opens it here", keys)))


def _words(link: Link, index: Index) -> str:
    return " ".join(index.blocks[link.block].source_text[link.start : link.end].split())


def _address(url: str) -> str:
    """An address as it is read: without what every address begins with, and without a password."""
    return shown(url).partition("://")[2].removeprefix("www.").rstrip("/")
