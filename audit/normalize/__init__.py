"""Normalization: hits of rules become findings with place, message, severity and fingerprint."""
