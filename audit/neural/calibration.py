"""Calibration: which score of a model is rare on sound text, and how sure that makes us.

A model's number means nothing by itself: 0.4 is a bad cosine of one encoder and an excellent one of
another. So scores are compared with those of texts that are sound, such as the work of a human
translator, by the same model and in the same languages: the threshold for a rate of false alarms is
the score that no more than this share of `n` sound texts falls to (the k-th lowest, k the whole
part of rate · (n + 1): the bound of conformal prediction, Vovk et al., Algorithmic Learning in a
Random World, 2005). The same texts damaged on purpose say how many faults the threshold finds.

Where nothing was measured there is no threshold, and the model stays silent.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from audit.model.card import ModelCard, ModelKind
from audit.tables import read_table

RATES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05)
"""Shares of sound texts for which thresholds are kept."""

PRIOR: Mapping[ModelKind, float] = {
    ModelKind.ADEQUACY: 0.002,
    ModelKind.QUALITY: 0.002,
    ModelKind.BACK_TRANSLATION: 0.002,
    ModelKind.FLUENCY: 0.01,
}
"""Share of passages with a fault such as the damaged ones have, before the model was asked.

The first three: segments that say something else than their source. Good machine translation has
fewer: of 3,000 segments that professionals marked, 4 fell below the threshold for 0.005, as few as
of human translations, and 1 of them had a major error of accuracy; feeds that lose sentences have
more. With this prior the confidence says 0.1 to 0.5. The last: words that a reader would mark as
wrong; on the same texts professionals mark one in about a hundred for grammar.
"""

DIGITS = 4


@dataclass(frozen=True, slots=True)
class Step:
    """A share `rate` of sound texts and `found` of damaged ones have this score or less."""

    rate: float
    score: float
    found: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was measured of a model in one language, or in one pair of languages.

    `model` is its name and digest; `source_lang` is None for a model that reads one text. `sound`
    and `damaged` are numbers of texts (of words, for fluency). `steps` go from the rarest on.
    """

    model: str
    kind: ModelKind
    lang: str
    source_lang: str | None
    sound: int
    damaged: int
    steps: tuple[Step, ...]

    def rarest(self, score: float) -> Step | None:
        """The rarest step that a score falls to; None for a score that sound texts have, too."""
        return next((step for step in self.steps if score <= step.score), None)

    def confidence(self, step: Step) -> float:
        """The probability that a text at this step is damaged, by the rule of Bayes."""
        damaged = PRIOR[self.kind] * step.found
        return damaged / (damaged + (1 - PRIOR[self.kind]) * step.rate) if damaged else 0.0


def measured(sound: Sequence[float], damaged: Sequence[float]) -> tuple[Step, ...]:
    """The steps that follow from scores of sound and of damaged texts.

    A rate that so few sound texts cannot show gets no step.
    """
    ordered = sorted(sound)
    steps = []
    for rate in RATES:
        rank = int(rate * (len(ordered) + 1) + 1e-9)
        if rank:
            score = ordered[rank - 1]
            found = sum(one <= score for one in damaged) / max(1, len(damaged))
            steps.append(Step(rate, score, round(found, DIGITS)))
    return tuple(steps)


def name_of(card: ModelCard) -> str:
    """What calibrations call a model: other weights are another model, another library is not."""
    return f"{card.name}-{card.digest}"


class Calibrations:
    """All calibrations at hand, by model and languages; the later of two for the same wins."""

    def __init__(self, known: Iterable[Calibration]) -> None:
        self._known = {(one.model, one.kind, one.source_lang, one.lang): one for one in known}

    def of(self, card: ModelCard, lang: str, source_lang: str | None = None) -> Calibration | None:
        """The calibration of a model for text in `lang`, beside one in `source_lang` or alone.

        Tags may be any BCP 47. A pair that was not measured, of languages that were in other pairs,
        gets the strictest of those pairs; None where a language was never measured.
        """
        ours, theirs = _primary(lang), source_lang and _primary(source_lang)
        mine = [
            one
            for one in self._known.values()
            if one.model == name_of(card) and one.kind is card.kind
        ]
        for one in mine:
            if (one.lang, one.source_lang) == (ours, theirs):
                return one
        seen = {tag for one in mine for tag in (one.lang, one.source_lang)}
        if theirs is None or not {ours, theirs} <= seen or ours == theirs:
            return None
        return _strictest(mine, ours, theirs)


def _strictest(known: Sequence[Calibration], lang: str, source_lang: str) -> Calibration:
    """For each rate the lowest score and the fewest faults found, where all pairs show the rate."""
    first = known[0]
    steps = []
    for rate in RATES:
        at = [step for one in known for step in one.steps if step.rate == rate]
        if at:
            steps.append(Step(rate, min(s.score for s in at), min(s.found for s in at)))
    least, fewest = min(one.sound for one in known), min(one.damaged for one in known)
    return Calibration(first.model, first.kind, lang, source_lang, least, fewest, tuple(steps))


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


@cache
def built_in() -> tuple[Calibration, ...]:
    """The calibrations that come with the program, of models whose weights come in a package."""
    return parsed(read_table(files("audit.neural").joinpath("data", "calibration.toml")))


def parsed(table: Mapping[str, Any]) -> tuple[Calibration, ...]:
    """The calibrations in a table as `written` writes it.

    Raises `ValueError` saying what was expected.
    """
    rows = table.get("measured", [])
    if not isinstance(rows, list) or set(table) - {"measured"}:
        raise ValueError("tables [[measured]] and nothing else")
    return tuple(_parsed(row, number) for number, row in enumerate(rows, 1))


def _parsed(row: Any, number: int) -> Calibration:
    try:
        steps = tuple(Step(*map(float, step)) for step in row["steps"])
        source = row.get("source")
        found = Calibration(
            str(row["model"]), ModelKind(row["kind"]), str(row["lang"]),
            None if source is None else str(source),
            int(row["sound"]), int(row["damaged"]), steps,
        )  # fmt: skip
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        raise ValueError(
            f"[[measured]] number {number} with model, kind, lang, sound, damaged, steps and, for "
            f"pairs, source ({type(fault).__name__}: {fault})"
        ) from fault
    if found.kind not in PRIOR or list(steps) != sorted(steps, key=lambda one: one.rate):
        raise ValueError(f"[[measured]] number {number}: steps in order, of a kind with scores")
    return found


def written(known: Iterable[Calibration], head: str) -> str:
    """A calibration file; each line of `head` becomes a comment."""
    lines = [f"# {line}".rstrip() for line in head.splitlines()]
    for one in sorted(known, key=lambda c: (c.model, c.kind, c.source_lang or "", c.lang)):
        lines += ["", "[[measured]]", f'model = "{one.model}"', f'kind = "{one.kind}"']
        if one.source_lang is not None:
            lines.append(f'source = "{one.source_lang}"')
        lines += [f'lang = "{one.lang}"', f"sound = {one.sound}", f"damaged = {one.damaged}"]
        lines.append("# rate of false alarms, score, share of the damaged that is found")
        lines.append("steps = [")
        lines += [f"    [{step.rate}, {step.score}, {step.found}]," for step in one.steps]
        lines.append("]")
    return "\n".join(lines) + "\n"
