"""Reporters: one file each; each receives a `Report` and writes text."""
