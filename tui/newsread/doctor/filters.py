"""Whether every filter loads and does what its examples say."""

from collections.abc import Iterator

from newsread.config.declaration import Settings
from newsread.doctor.finding import Finding
from newsread.fence import fence
from newsread.plugins import Installed, Inventory
from newsread_filters.filter import Example, show


def check(settings: Settings, inventory: Inventory) -> Iterator[Finding]:
    """What could not be loaded, and every example of every filter run live, with the filter's default options."""
    for notice in inventory.notices:
        yield Finding("FAIL", "filters", f"{notice.message} Mend it, or take it away.")
    off = [name for name, each in settings.filters.items() if not each.enabled]
    told = f"{len(inventory.filters)} installed" + (f", off: {', '.join(off)}" if off else ", all of them on")
    yield Finding("PASS", "filters", told)
    count = 0
    broken = []
    for each in inventory.filters:
        wrong = [reason for example in each.kind.examples if (reason := _wrong(each, example))]
        count += len(each.kind.examples)
        if wrong:
            broken.append(Finding("FAIL", f"filter {each.kind.name}", _told(each, wrong)))
    yield from broken
    if not broken:
        yield Finding("PASS", "examples", f"{count} of the filters' examples run as documented")


def _wrong(each: Installed, example: Example) -> str:
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


def _told(each: Installed, wrong: list[str]) -> str:
    mend = "install newsread again" if each.origin == "built in" else f"tell its author, or turn it off ({each.origin})"
    return f"{len(wrong)} of its {len(each.kind.examples)} examples fail ({wrong[0]}); {mend}."
