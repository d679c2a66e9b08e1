"""What a publisher adds to mtaudit: rules, a report, a finder of names."""

from .banned_word import banned_word
from .lost_question import lost_question

__all__ = ["banned_word", "lost_question"]
