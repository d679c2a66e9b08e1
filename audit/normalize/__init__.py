"""Normalization: hits of rules become findings with place, message, severity and fingerprint."""

from audit.normalize.findings import findings

__all__ = ["findings"]
