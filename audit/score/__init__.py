"""Stage: findings become scores, per document and for the feed; `docs/scoring.md` has the model."""

from audit.score.body import Words, words_of
from audit.score.kept import Memory, Scored
from audit.score.stage import Scoring, score

__all__ = ["Memory", "Scored", "Scoring", "Words", "score", "words_of"]
