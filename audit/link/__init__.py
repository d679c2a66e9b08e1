"""Linking: mentions become entities; departing forms and canonical forms are settled here."""

from audit.link.kept import Answers, Memory
from audit.link.linker import link

__all__ = ["Answers", "Memory", "link"]
