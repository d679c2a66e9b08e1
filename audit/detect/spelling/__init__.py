"""Spelling: misspelled words, and letters in the wrong case."""
