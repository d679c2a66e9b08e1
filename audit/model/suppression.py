"""Findings that somebody looked at and let stand."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a finding is let stand."""

    ALLOWED = "allowed"
    """The passage is in order here."""
    FALSE_ALARM = "false-alarm"
    """There is nothing of what the rule says."""
    QUOTATION = "quotation"
    """Somebody else's words, which stay as they are."""
    OTHER = "other"
    """What the note says."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """One finding that is let stand, and why.

    `document` is the id of the document it stands in, `text` the passage; both are for people, and
    `document` also tells whether a suppression that met no finding could have met one. `until` is
    the last ISO date on which it holds; without it, it holds for good.
    """

    fingerprint: str
    rule: str
    text: str
    reason: Reason
    document: str | None = None
    note: str | None = None
    author: str | None = None
    until: str | None = None
