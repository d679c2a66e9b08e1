"""Markup and placeholders: what a program reads must come through translation as it was."""
