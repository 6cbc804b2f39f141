"""Whether the configuration says what can be understood."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from newsread.config.problems import Problem
from newsread.doctor.finding import Finding


def check(path: Path, problems: Sequence[Problem]) -> Iterator[Finding]:
    """Every problem with the file `path`; what is wrong is at its default until it is mended."""
    for problem in problems:
        told = f"{str(problem).rstrip('.')}. Until that is mended, the default holds."
        yield Finding("FAIL", "configuration", told)
    if not problems:
        where = str(path) if path.exists() else f"{path} is not there, so everything is at its default"
        yield Finding("PASS", "configuration", where)
