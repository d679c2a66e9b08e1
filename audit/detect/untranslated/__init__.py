"""Untranslated text: sentences and words left in another language."""
