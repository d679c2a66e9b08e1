"""The learned matcher: whether two names are one name respelled, how surely, and why not."""

from audit.match.matcher import Match, match, match_many, match_parts

__all__ = ["Match", "match", "match_many", "match_parts"]
