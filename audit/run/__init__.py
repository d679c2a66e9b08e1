"""Running: puts the stages together, in one process or several, with the same result."""

from audit.run.fixing import Fixed, FixedFile, Willingness, fix
from audit.run.pipeline import Progress, audit, audit_documents, documents_of
from audit.run.select import rules_in_force

__all__ = [
    "Fixed",
    "FixedFile",
    "Progress",
    "Willingness",
    "audit",
    "audit_documents",
    "documents_of",
    "fix",
    "rules_in_force",
]
