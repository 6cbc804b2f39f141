"""Runs a job in a process of its own, which can be stopped at any moment without losing the program.

`Worker` forks a small *nursery* process before the program grows threads and a screen. For each job the nursery forks
a child, so that whatever a page makes the child do (an endless loop in C, all the memory there is, a crash) ends with
the child. Rejected: threads (cannot be stopped), multiprocessing with spawn (a new interpreter and all imports a job),
forking from the program itself (it has threads by then).
"""

from newsread.worker.client import Job, JobFailed, Worker
from newsread.worker.watch import Watch

__all__ = ["Job", "JobFailed", "Watch", "Worker"]
