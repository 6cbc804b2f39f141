"""Whether every filter loads and does what its examples say."""

from collections.abc import Iterator

from newsread.config.declaration import Settings
from newsread.doctor.finding import Finding
from newsread.fence import SECONDS, fence
from newsread.plugins import Installed, Inventory
from newsread.worker import JobFailed, Watch, Worker
from newsread_filters.filter import Example, show
from newsread_filters.registry import BUILTIN


def check(settings: Settings, inventory: Inventory) -> Iterator[Finding]:
    """What could not be loaded, and every example of every filter run live, with the filter's default options."""
    for notice in inventory.notices:
        yield Finding("FAIL", "filters", f"{notice.message} Mend it, or take it away.")
    off = [name for name, each in settings.filters.items() if not each.enabled]
    told = f"{len(inventory.filters)} installed" + (f", off: {', '.join(off)}" if off else ", all of them on")
    yield Finding("PASS", "filters", told)
    count = sum(len(each.kind.examples) for each in inventory.filters)
    broken = [(each, wrong) for each, wrong in _tried(inventory) if wrong]
    for each, wrong in broken:
        yield Finding("FAIL", f"filter {each.kind.name}", _told(each, wrong))
    if not broken:
        yield Finding("PASS", "examples", f"{count} of the filters' examples run as documented")


def _tried(inventory: Inventory) -> Iterator[tuple[Installed, str]]:
    """Every filter with what is wrong with its examples; those of others run where they can be stopped."""
    others = {each.kind.name: each for each in inventory.filters if each.kind not in BUILTIN}
    worker = Worker(lambda name, _: _wrong(others[name.decode()]).encode()) if others else None
    try:
        for each in inventory.filters:
            yield each, _apart(worker, each) if worker and each.kind.name in others else _wrong(each)
    finally:
        if worker:
            worker.close()


def _apart(worker: Worker, each: Installed) -> str:
    """What is wrong with the examples of somebody else's filter, which may hang beyond what the fence can stop."""
    seconds = (SECONDS + 1) * max(1, len(each.kind.examples))
    watch = Watch(worker.start(each.kind.name.encode()))
    watch.allow(seconds, f"after {seconds:g} seconds")
    try:
        return watch.result(lambda _: None).decode()
    except JobFailed as error:
        return str(error)


def _wrong(each: Installed) -> str:
    """What the examples of a filter did otherwise than they say; empty when they did as they say."""
    wrong = [told for example in each.kind.examples if (told := _differs(each, example))]
    return f"{len(wrong)} of its {len(each.kind.examples)} examples fail, {wrong[0]}" if wrong else ""


def _differs(each: Installed, example: Example) -> str:
    """What an example run live did otherwise than it says; empty when it did as it says."""
    try:
        with fence():
            shown = show(each.kind(), example)
    except Exception as error:  # noqa: BLE001 - anyone's code
        return f"{type(error).__name__}: {error}"
    expected = tuple(line.strip() for line in example.after.split("\n") if line.strip())
    # The headline is shown by the header: an example may leave it out, whichever filter it is about.
    headline, below = shown.after[:1], shown.after[1:]
    if shown.after == expected or (headline == shown.before[:1] and below == expected):
        return ""
    return f"it leaves {len(shown.after)} lines that are not the {len(expected)} documented"


def _told(each: Installed, wrong: str) -> str:
    if each.kind in BUILTIN:
        return f"{wrong}; install newsread again."
    return f"{wrong}; tell its author, or turn it off ({each.origin})."
