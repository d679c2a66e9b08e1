"""Languages: which one a text is in, and what is known of each."""

from audit.lang.identify import Guess, identify
from audit.lang.language import Declension, LanguageData, data, known_languages

__all__ = ["Declension", "Guess", "LanguageData", "data", "identify", "known_languages"]
