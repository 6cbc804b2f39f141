"""`newsread doctor`: what works here, what does not, and what to do about it."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator

from newsread.cli.settings import config_path, gathered
from newsread.cli.status import FAILED, OK, UsageError
from newsread.doctor import configuration, filters, installation, memory, network, programs, terminal
from newsread.doctor.finding import Finding
from newsread.paths import state_file
from newsread.sources import SourceError, is_address
from newsread_filters.gate import clean_line


def run(options: Namespace) -> int:
    """Print a line for each thing looked at; failed when any of them is a FAIL."""
    if options.network is not None and not _is_address(options.network):
        raise UsageError("--network takes an http or https address.")
    levels: Counter[str] = Counter()
    for finding in _findings(options):
        print(clean_line(str(finding)), flush=True)
        levels[finding.level] += 1
    print(f"{levels['PASS']} passed, {levels['WARN']} to know about, {levels['FAIL']} to mend.")
    return FAILED if levels["FAIL"] else OK


def _findings(options: Namespace) -> Iterator[Finding]:
    yield from installation.check()
    yield from terminal.check()
    settings, problems, found = gathered(options)
    yield from configuration.check(config_path(options), problems)
    yield from filters.check(settings, found)
    yield from memory.check(state_file())
    yield from programs.check()
    yield from network.check(options.network, settings.sources)


def _is_address(text: str) -> bool:
    try:
        return is_address(text)
    except SourceError:
        return False
