"""The exit codes of the command."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells its caller; of 0 to 3 the higher one wins."""

    CLEAN = 0
    """Nothing was found at or above `--fail-on`, and neither the score nor a gate fails."""
    FINDINGS = 1
    """Something was."""
    UNUSABLE = 2
    """Usage, configuration, or input that was not read."""
    FAILED = 3
    """A fault of ours."""
    INTERRUPTED = 130
    """Ctrl-C; the shell's own number for it."""
