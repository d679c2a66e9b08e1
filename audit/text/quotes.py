"""Quotation marks: which stretches of a text are somebody else's words."""

import re

OPENING, CLOSING = frozenset("“„«‹「『"), frozenset("”»›」』")
STRAIGHT = '"'
_MARK = re.compile(f"[{''.join(sorted(OPENING | CLOSING))}{STRAIGHT}]")


def after(text: str, *, inside: bool) -> bool:
    """Whether quoted speech is open behind `text`, when it was (`inside`) or was not before it."""
    for mark in _MARK.findall(text):
        if mark in OPENING:
            inside = True
        elif mark in CLOSING:
            inside = False
        else:
            inside = not inside
    return inside
