"""Running: puts the stages together, in one process or several, with the same result."""

from audit.run.pipeline import Progress, audit
from audit.run.select import rules_in_force

__all__ = ["Progress", "audit", "rules_in_force"]
