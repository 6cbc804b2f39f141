"""Following links: letters on those in view, and a list of all."""

from newsread.layout.hints import LETTERS
from newsread.layout.links import Link, all_links
from newsread.screens.asking import Asking, Question
from newsread.screens.loading import Loading
from newsread_filters.gate import clean_line


class Linking(Asking, Loading):
    """The commands of links. Only http and https addresses ever become a Link."""

    def do_hint_links(self) -> None:
        """Put letters on the links in view, and wait for one."""
        if self.index is None or self.placard is not None:
            return
        self.do_article_pane()
        links = self.article.hint()
        if links:
            self.ask(self._which_link(links, ""))
        else:
            self.say("No links in view" + (f": to list all, {self.keymap.way('list_links')}" if self._links() else ""))

    def do_list_links(self) -> None:
        """List all links of the text that is shown."""
        index, links = self.index, self._links()
        if index is None or not links:
            self.say("No links in this article")
            return
        from newsread.screens.links import LinksScreen

        self.lay_over(LinksScreen(links, index, self.article.cursor, self._follow, self.keymap))

    def _which_link(self, links: dict[str, Link], typed: str) -> Question:
        def answer(key: str) -> Question | None:
            label = typed + key.lower()
            left = {each: link for each, link in links.items() if each.startswith(label)}
            if label in left:
                self._follow(left[label].url, "browser" if key.isupper() else "open")
            elif left and key.lower() in LETTERS:
                self.article.hint()
                self.article.narrow_hints(label)
                return self._which_link(left, label)
            else:
                self.say("No link has this letter")
            return None

        keys = (("letter", "opens it here"), ("Shift+letter", "in the browser"))
        return Question("Links ", keys, answer, lambda: self.article.narrow_hints(""))

    def _links(self) -> list[Link]:
        index = self.index
        if index is None:
            return []
        return list(all_links(index.reading.article, index.linking, cuts=self.article.cuts))

    def _follow(self, url: str, how: str) -> None:
        """Open `url` here or in the browser, or copy it."""
        self.say("")
        if how == "copy":
            self.app.copy_to_clipboard(clean_line(url))
            self.say("Copied the address")
        elif how == "browser":
            self.open_in_browser(url)
        else:
            self.open(url)
        self.tell()
