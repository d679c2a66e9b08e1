"""Repetition: words, phrases and sentences that a decoder or an editor put down twice."""
