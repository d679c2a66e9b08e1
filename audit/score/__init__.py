"""Stage: findings become scores, per document and for the feed; `docs/scoring.md` has the model."""

from audit.score.body import Words, words_of
from audit.score.stage import Scoring, score

__all__ = ["Scoring", "Words", "score", "words_of"]
