"""Normalization: hits of rules become findings with place, message, severity and fingerprint."""

from audit.normalize.baseline import Knowing, mark_known, mark_unchanged
from audit.normalize.findings import findings, findings_in
from audit.normalize.suppress import Suppressing, suppress

__all__ = [
    "Knowing",
    "Suppressing",
    "findings",
    "findings_in",
    "mark_known",
    "mark_unchanged",
    "suppress",
]
