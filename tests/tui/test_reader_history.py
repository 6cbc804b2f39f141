"""The way through several articles: back and forward, and the queue."""

import pytest
from onscreen import Held, long_reading, on_screen, opened, reading, removed, status, text, the_reader, until
from textual.pilot import Pilot

from newsread.opening import Failure, Opening, Refused, Report
from newsread_filters.model import Overrides, Page
from newsread_filters.reading import Reading


def opener(source: str) -> Opening:
    """Open anything, as a long article."""
    return Opening(source, lambda _: reading(f"This is {source}.", *long_reading().article.blocks))


async def open_another(pilot: Pilot[int], source: str) -> None:
    """Open `source` and wait for it."""
    the_reader(pilot).open(source)
    await until(pilot, lambda: f"This is {source}." in text(pilot))


async def test_back_and_forward_show_articles_as_they_were_left() -> None:
    """The place, the cursor and the removed lines are as they were; nothing is read again."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press("c", "space", "space", "j")
        before = text(pilot).splitlines()[:-2]
        await open_another(pilot, "b")
        await pilot.press("space")
        second = text(pilot).splitlines()[:-2]
        await pilot.press("H")
        assert text(pilot).splitlines()[:-2] == before
        assert the_reader(pilot).source == "page.txt"
        await pilot.press(">")
        assert text(pilot).splitlines()[:-2] == second
        await pilot.press("backspace")
        assert text(pilot).splitlines()[:-2] == before


async def test_an_article_that_was_left_before_a_change_is_read_again() -> None:
    """A change made in another article, such as a rule, may change it too; one that nothing came between stays."""
    read: list[str] = []

    def noted(source: str, page: Page | None = None, _: Overrides | None = None) -> Opening:
        if page is not None:
            read.append(source)
        return opener(source)

    async with on_screen(opened(long_reading(), source="a"), opener=noted) as pilot:
        await open_another(pilot, "b")
        await pilot.press("H", ">")
        assert not read
        the_reader(pilot).changed("a rule", lambda: None)
        await pilot.press("H")
        assert read == ["a"]


async def test_the_ends_of_the_history_are_told() -> None:
    """And a new article makes the way forward a new one."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press("H")
        assert "No article before this one" in status(pilot)
        await open_another(pilot, "b")
        await pilot.press("H")
        await open_another(pilot, "c")
        await pilot.press(">")
        assert "No article to go forward to" in status(pilot)


async def test_back_puts_a_failure_away_first() -> None:
    """What could not be opened is no article to come back to."""

    def refuse(_: Report) -> Reading:
        raise Refused(Failure("http", "gannet.example does not answer."))

    async with on_screen(long_reading(), opener=lambda source: Opening(source, refuse)) as pilot:
        the_reader(pilot).open("http://gannet.example/")
        await until(pilot, lambda: "does not answer" in text(pilot))
        await pilot.press("H")
        assert "A bridge too low" in text(pilot)
        await pilot.press("H")
        assert "No article before this one" in status(pilot)


async def test_reloading_makes_no_history() -> None:
    """The same article again is not another one."""
    async with on_screen(opened(long_reading(), source="a"), opener=opener) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "This is a." in text(pilot))
        await pilot.press("H")
        assert "No article before this one" in status(pilot)


async def test_the_queue_goes_from_one_source_to_the_next_and_back() -> None:
    """J and K go through the sources in their order, each left as it was; the ends are told."""
    queue = ("a", "b", "c")
    async with on_screen(opener("a").start(), opener=opener, queue=queue) as pilot:
        await until(pilot, lambda: "article 1 of 3" in status(pilot))
        await pilot.press("K")
        assert "This is the first article" in status(pilot)
        await pilot.press("space", "J")
        await until(pilot, lambda: "This is b." in text(pilot))
        assert "article 2 of 3" in status(pilot)
        await pilot.press("J")
        await until(pilot, lambda: "This is c." in text(pilot))
        await pilot.press("J")
        assert "This is the last article" in status(pilot)
        await pilot.press("K", "K")
        assert the_reader(pilot).source == "a"
        assert "This is a." not in text(pilot)
        await pilot.press("H")
        assert "article 2 of 3" in status(pilot)


async def test_the_next_source_is_read_ahead() -> None:
    """While one reads, the next article is fetched, so that J finds it there; no other is."""
    begun: list[str] = []

    def noted(source: str) -> Opening:
        begun.append(source)
        return opener(source)

    async with on_screen(noted("a").start(), opener=noted, queue=("a", "b", "c")) as pilot:
        await until(pilot, lambda: begun == ["a", "b"])
        await pilot.press("J")
        await until(pilot, lambda: "This is b." in text(pilot))
        assert begun == ["a", "b", "c"]


async def test_a_source_of_the_queue_that_fails_stops_nobody() -> None:
    """It is told in its place, and J goes on to the one behind it."""

    def refuse(_: Report) -> Reading:
        raise Refused(Failure("not-found", "There is no file b."))

    def some(source: str) -> Opening:
        return Opening(source, refuse) if source == "b" else opener(source)

    async with on_screen(some("a").start(), opener=some, queue=("a", "b", "c")) as pilot:
        await until(pilot, lambda: "This is a." in text(pilot))
        await pilot.press("J")
        await until(pilot, lambda: "There is no file b." in text(pilot))
        assert "J goes on with 3 of 3" in text(pilot)
        await pilot.press("J")
        await until(pilot, lambda: "This is c." in text(pilot))


async def test_the_last_of_the_queue_that_fails_names_the_way_back() -> None:
    """A failure outside of the queue names neither."""

    def refuse(_: Report) -> Reading:
        raise Refused(Failure("not-found", "There is no such file."))

    def some(source: str) -> Opening:
        return opener(source) if source == "a" else Opening(source, refuse)

    async with on_screen(some("a").start(), opener=some, queue=("a", "b")) as pilot:
        await until(pilot, lambda: "This is a." in text(pilot))
        await pilot.press("J")
        await until(pilot, lambda: "K goes back to 1 of 2" in text(pilot))
        the_reader(pilot).open("elsewhere")
        await until(pilot, lambda: "elsewhere" in text(pilot) and "There is no such file." in text(pilot))
        assert "1 of 2" not in text(pilot)


async def test_what_was_said_of_one_article_is_not_said_of_the_next() -> None:
    """A message goes with the article that it is about."""
    async with on_screen(long_reading(), opener=opener) as pilot:
        await pilot.press("y")
        assert "Copied" in status(pilot)
        await open_another(pilot, "b")
        assert "Copied" not in status(pilot)


async def test_j_leaves_what_is_still_loading() -> None:
    """Its work is stopped, and the next one is shown."""
    held = Held(reading("Too late."))

    def some(source: str) -> Opening:
        return held.opening(source) if source == "b" else opener(source)

    async with on_screen(some("a").start(), opener=some, queue=("a", "b", "c")) as pilot:
        held.begun()
        await pilot.press("J", "J")
        await until(pilot, lambda: "This is c." in text(pilot))
        assert held.stopped.is_set()
        held.end()


@pytest.mark.parametrize("key", ["J", "K"])
async def test_one_article_alone_has_no_next(key: str) -> None:
    """How to open several is said."""
    async with on_screen(reading("One.", removed("Two."))) as pilot:
        await pilot.press(key)
        assert "newsread takes several sources" in status(pilot)
