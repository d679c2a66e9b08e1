"""Consulting: the models that are configured say what they doubt in a document.

`questions` says what a model is shown, `scores` what it makes of it, `doubts` which of that is
suspicious, `damage` what a fault would look like, for measuring.
"""

from audit.consult.doubts import consult, silence

__all__ = ["consult", "silence"]
