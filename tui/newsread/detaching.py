"""Cuts a process that was forked off from the terminal that it has with the program."""

import os
import signal


def leave_terminal() -> None:
    """From here on no key reaches this process, and nothing that is printed in it reaches the screen."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
