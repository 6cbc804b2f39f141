"""The other end of `newsread.readings`: gathers the settings, loads and reads. Imported in the process that does it."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from newsread.asked import READING, Answer, Inquiry, Prepared, Request, Said
from newsread.config.declaration import Settings
from newsread.fence import fences
from newsread.opening import Failure, Progress
from newsread.readings import Gather
from newsread.sources import SourceError, lasting, load, sample
from newsread_filters.cleaning import Cleaning
from newsread_filters.gate import clean_line
from newsread_filters.model import Overrides, Page, Reading, Unreadable
from newsread_filters.pipeline import Guard
from newsread_filters.reading import read, read_raw, read_whole


def answer(
    asked: Request | Inquiry | None, say: Callable[[Said], None], gather: Gather, cleaning: Cleaning | None = None
) -> Answer:
    """Say what the settings are, then read what is asked for; nothing is when that is None.

    Articles are cleaned as the settings say, or as `cleaning` does.
    """
    settings, problems = gather() if asked is None or asked.held is None else gather(asked.held)
    say(Said(prepared=_prepared(settings, problems)))
    if asked is None:
        return Answer()
    if isinstance(asked, Inquiry):
        from newsread.describing import filters

        return Answer(filters=filters(settings, asked.site))

    def tell(stage: str, done: int = 0, total: int | None = None) -> None:
        say(Said(progress=Progress(stage.capitalize(), done, total)))

    try:
        page = asked.page or _page(asked.source, settings, tell)
        whole = len(page.data)
        say(Said(progress=Progress(READING, whole, whole), page=page if asked.page is None else None))
        reading = _read(asked, page, (cleaning or settings.cleaning).without(asked.without), say)
    except (SourceError, Unreadable) as error:
        return Answer(failure=Failure(error.kind, error.message))
    return Answer(reading=replace(reading, page=Page(source="", data=b"")))


def _read(asked: Request, page: Page, cleaning: Cleaning, say: Callable[[Said], None]) -> Reading:
    """Read `page` with the overrides asked for, or remembered; by what it is remembered is known once it is read."""

    def guard() -> Guard:
        return fences(lambda name: say(Said(filter=name)))

    if asked.raw is not None:
        return read_raw(page, asked.raw)
    if asked.whole:
        return read_whole(page, guard=guard())
    reading = read(page, cleaning, asked.overrides or Overrides(), guard=guard())
    if asked.overrides is not None or asked.state is None or not asked.state.is_file():
        return reading
    from newsread.state.kept import kept_overrides

    source = lasting(asked.source, reading.article.url) if asked.source else None
    kept = kept_overrides(asked.state, reading.identity, source or "", reading.article.title)
    return reading if kept == Overrides() else read(page, cleaning, kept, guard=guard())


def _prepared(settings: Settings, problems: Sequence[object]) -> Prepared:
    told = tuple(clean_line(str(problem)) for problem in problems)
    return Prepared(
        theme=settings.reader.theme,
        measure=settings.reader.measure,
        most_bytes=settings.sources.most_bytes,
        problems=told,
        quote_style=settings.reader.quote_style,
        keys=settings.keys,
        spacing=settings.reader.spacing,
        ascii=settings.reader.glyphs == "ascii",
        filters={name: each.enabled for name, each in settings.filters.items()},
    )


def _page(source: str | None, settings: Settings, tell: Callable[[str, int, int | None], None]) -> Page:
    page = sample() if source is None else load(source, settings.sources, tell)
    return replace(page, source=clean_line(page.source))  # a file's name may hold what is no Unicode
