"""Truncation: sentences that break off, brackets and quotations that never close."""
