"""Linking: mentions become entities; departing forms and canonical forms are settled here."""

from audit.link.kept import Answers, Memory, forgetful
from audit.link.linker import link

__all__ = ["Answers", "Memory", "forgetful", "link"]
