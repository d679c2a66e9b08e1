"""Normalization: hits of rules become findings with place, message, severity and fingerprint."""

from audit.normalize.findings import findings
from audit.normalize.suppress import suppress

__all__ = ["findings", "suppress"]
