"""Models of another package, as entry points would offer them: a judge, and one that breaks."""

from collections.abc import Sequence

from audit.errors import ConfigError
from audit.model.card import ModelCard, ModelKind
from audit.model.finding import Severity
from audit.neural.base import Judgement, TextPair
from audit.neural.request import ModelRequest


class NumberJudge:
    """Marks the word “three” where the source has no 3."""

    card = ModelCard("number-judge", ModelKind.JUDGE, "acme 1.0", "0123abcd", "acme")

    def answers(self, asked: Sequence[TextPair]) -> list[tuple[Judgement, ...]]:
        return [self._marks(one) for one in asked]

    def _marks(self, pair: TextPair) -> tuple[Judgement, ...]:
        at = pair.target.find("three")
        if at < 0 or "3" in pair.source:
            return ()
        says = "the source has no three"
        return (Judgement(at, at + 5, "accuracy/mistranslation", Severity.MAJOR, says, 0.55),)


class Broken:
    """Breaks on whatever it is asked."""

    card = ModelCard("broken", ModelKind.QUALITY, "acme 1.0", "0123abcd", "acme")

    def answers(self, asked: Sequence[TextPair]) -> list[float]:
        raise RuntimeError(f"no memory for {len(asked)}")


class Forbidden:
    """Weights that are not for commercial use."""

    card = ModelCard(
        "kiwi", ModelKind.QUALITY, "hub", "0123abcd", "acme", licence="cc-by-nc-sa-4.0"
    )

    def answers(self, asked: Sequence[TextPair]) -> list[float]:
        return [0.5 for _ in asked]


def model(request: ModelRequest) -> NumberJudge | Broken | Forbidden:
    """The model of an address `acme` or `acme:kiwi`."""
    if request.kind is ModelKind.JUDGE:
        return NumberJudge()
    if request.kind is ModelKind.QUALITY:
        return Forbidden() if request.address.model == "kiwi" else Broken()
    raise ConfigError("acme judges and breaks, nothing else")
