"""A learned judge of name pairs: how likely two strings are spellings of one name."""

from audit.link.learned.matcher import Matcher, matcher

__all__ = ["Matcher", "matcher"]
