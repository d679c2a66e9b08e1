"""Standard output whose reader has gone away."""

import os
import sys
from contextlib import suppress


def silence_stdout() -> None:
    """Send the rest of standard output nowhere, after its reader has gone.

    Python would otherwise complain of it when it flushes at exit.
    """
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
