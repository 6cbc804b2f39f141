"""How much time and memory hostile pages take: each shape of `hostile_pages` read at each size, as `newsread` reads it.

    .venv/bin/python benchmarks/bounds.py [BYTES ...] [--only WORDS] [--worst N]

Prints seconds of processor, the most memory, lines, and notices; `!` where the promise (5 s, 500 MB) does not hold, and
`x` where twice the page took far more than twice the time.
"""

import argparse
import os
import pickle
import resource
import signal
import time
from collections.abc import Iterator
from typing import NamedTuple

from hostile_pages import SHAPES

from newsread.fence import fences
from newsread_filters.model import Page, Unreadable
from newsread_filters.reading import read

SECONDS, MEGABYTES = 5.0, 500


class Cost(NamedTuple):
    """What a page took."""

    seconds: float
    megabytes: int
    outcome: str

    @property
    def is_broken(self) -> bool:
        """Whether it is more than was promised."""
        return self.seconds > SECONDS or self.megabytes > MEGABYTES or self.outcome.startswith("!")


def measured(name: str, size: int) -> Cost:
    """Read one page in a process of its own."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.write(writes, pickle.dumps(_measured(name, size)))
        finally:
            os._exit(0)
    os.close(writes)
    with os.fdopen(reads, "rb") as answer:
        told = answer.read()
    os.waitpid(pid, 0)
    return Cost(*pickle.loads(told)) if told else Cost(0, 0, "! it died")  # noqa: S301 - our own process


def _measured(name: str, size: int) -> Cost:
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    page = Page(source=name, data=SHAPES[name](size))
    started = time.process_time()
    try:
        reading = read(page, guard=fences())
        told = ", ".join(each.kind for each in reading.notices)
        outcome = f"{len(reading.article.blocks):,} lines {told}"
        if any("fault" in each.message or each.kind == "filter-failed" for each in reading.notices):
            outcome = f"! {' '.join(each.message for each in reading.notices)}"
    except Unreadable as error:
        outcome = f"{error.kind}"
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        outcome = f"! {type(error).__name__}: {str(error)[:80]}"
    seconds = time.process_time() - started
    return Cost(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, outcome)


def rows(names: list[str], sizes: list[int]) -> Iterator[tuple[str, list[Cost]]]:
    """Measure each page at each size, going on to the next page when a promise is broken."""
    for name in names:
        costs: list[Cost] = []
        for size in sizes:
            costs.append(measured(name, size))
            if costs[-1].is_broken:
                break
        yield name, costs


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, metavar="BYTES")
    parser.add_argument("--only", default="", metavar="WORDS", help="only the shapes whose names hold these words")
    options = parser.parse_args()
    names = [name for name in SHAPES if options.only in name]
    worst = Cost(0, 0, "")
    for name, costs in rows(names, options.sizes or [500_000, 1_000_000]):
        broken = "!" if any(each.is_broken for each in costs) else " "
        times = "  ".join(f"{each.seconds:5.2f} s {each.megabytes:4} MB" for each in costs)
        print(f"{broken} {name:34} {times}  {costs[-1].outcome}", flush=True)
        worst = max(worst, *costs)
    print(f"the worst: {worst.seconds:.2f} s")


if __name__ == "__main__":
    main()
