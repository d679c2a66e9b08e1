"""Rules of a publisher, as another distribution offers them: a package that collects its rules."""

from .banned_word import banned_word

__all__ = ["banned_word"]
