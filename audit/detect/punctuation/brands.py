"""Names that have a loud mark at their end."""

EXCLAIMED = frozenset(("yahoo", "ooh", "jeopardy", "hello"))
"""Yahoo!, oOh!media, Jeopardy! and Hello!, in lower case, without the mark."""
