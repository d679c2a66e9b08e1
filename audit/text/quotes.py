"""Quotation marks: which stretches of a text are somebody else's words."""

OPENING, CLOSING = frozenset("“„«‹「『"), frozenset("”»›」』")
STRAIGHT = '"'


def after(text: str, *, inside: bool) -> bool:
    """Whether quoted speech is open behind `text`, when it was (`inside`) or was not before it."""
    for char in text:
        if char in OPENING:
            inside = True
        elif char in CLOSING:
            inside = False
        elif char == STRAIGHT:
            inside = not inside
    return inside
