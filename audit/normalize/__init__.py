"""Normalization: hits of rules become findings with place, message, severity and fingerprint."""

from audit.normalize.baseline import mark_known, mark_unchanged
from audit.normalize.findings import findings
from audit.normalize.suppress import suppress

__all__ = ["findings", "mark_known", "mark_unchanged", "suppress"]
