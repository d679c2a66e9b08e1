"""Measures of translations: against references (BLEU, chrF, TER), and of their consistency.

Not to be taken for `audit.score`, which weighs the findings of rules.
"""

from audit.metrics.consistency import consistency
from audit.metrics.corpus import Texts, measure
from audit.model.comparison import Consistency

__all__ = ["Consistency", "Texts", "consistency", "measure"]
