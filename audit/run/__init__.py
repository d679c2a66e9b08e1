"""Running: puts the stages together, in one process or several, with the same result."""

from audit.run.fixing import Fixed, FixedFile, Willingness, fix
from audit.run.pipeline import Progress, audit
from audit.run.select import rules_in_force

__all__ = [
    "Fixed",
    "FixedFile",
    "Progress",
    "Willingness",
    "audit",
    "fix",
    "rules_in_force",
]
