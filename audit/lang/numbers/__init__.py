"""Numbers in a text, by value: `quantities` reads them, `agree` says whether two are the same."""

from audit.lang.numbers.agreement import agree
from audit.lang.numbers.quantity import Kind, Quantity, Written
from audit.lang.numbers.recognise import quantities
from audit.lang.numbers.vocabulary import known_languages

__all__ = ["Kind", "Quantity", "Written", "agree", "known_languages", "quantities"]
