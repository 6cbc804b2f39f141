"""How long somebody waits for hostile pages: each opened as the reader opens it, until there is a text or a reason.

    .venv/bin/python benchmarks/waiting.py [BYTES ...] [--only WORDS]

Prints seconds on the wall from the beginning, the file's loading included, and what came of it; `!` where it is more
than was promised.
"""

import argparse
import tempfile
import time
from pathlib import Path

from bounds import SECONDS
from hostile_pages import SHAPES

from newsread.config.declaration import Settings
from newsread.opening import Failure
from newsread.readings import Readings


def waited(readings: Readings, page: Path) -> tuple[float, str]:
    """Open the page; how long that took, and what came of it."""
    started = time.monotonic()
    opening = readings.opening(str(page)).start()
    opening.wait()
    seconds = time.monotonic() - started
    outcome = opening.outcome
    if outcome is None or isinstance(outcome, Failure):
        return seconds, outcome.message if outcome else "! nothing"
    told = " ".join(notice.message for notice in outcome.reading.notices)
    return seconds, f"{len(outcome.blocks):,} lines. {told}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, metavar="BYTES")
    parser.add_argument("--only", default="", metavar="WORDS", help="only the shapes whose names hold these words")
    options = parser.parse_args()
    readings = Readings(lambda *_: (Settings(), ()))
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page"
        for name, shape in SHAPES.items():
            if options.only not in name:
                continue
            for size in options.sizes or [49_000_000]:
                page.write_bytes(shape(size))
                seconds, told = waited(readings, page)
                worst = max(worst, seconds)
                print(f"{'!' if seconds > SECONDS else ' '} {name:34} {seconds:5.2f} s  {told[:120]}", flush=True)
    readings.close()
    print(f"the longest: {worst:.2f} s")


if __name__ == "__main__":
    main()
