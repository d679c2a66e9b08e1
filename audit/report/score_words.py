"""The score in a line of words, for terminals and logs."""

from collections.abc import Mapping, Sequence

from audit.model.score import LEVEL, SMALLEST_SAMPLE, Gate, GateKind, Score, Scores

GATE_WORDS: Mapping[GateKind, tuple[str, str]] = {
    GateKind.CRITICAL: ("critical finding", "critical findings"),
    GateKind.FOREIGN_SCRIPT: ("passage left untranslated", "passages left untranslated"),
    GateKind.PAGE_RESIDUE: ("page residue", "page residues"),
    GateKind.NAME_QUERY: ("open query on a name", "open queries on names"),
    GateKind.NUMBER_QUERY: ("open query on a number or date", "open queries on numbers or dates"),
}


def score_line(score: Score) -> str:
    """The score with its interval, or why there is none."""
    band = f"band {score.band}" if score.band else "no words"
    if score.quality is None or score.penalty is None:
        points = "1 penalty point" if score.points == 1 else f"{score.points:,g} penalty points"
        return f"No score under {SMALLEST_SAMPLE} words: {band}, {points}"
    ends = score.quality_interval
    spread = f" ({LEVEL:.0%} interval {ends.low}–{ends.high})" if ends else ""
    penalty = f"penalty {score.penalty:,.1f} in 1,000 words"
    return f"Score by rules alone: {score.quality} of 100{spread}, {penalty}, {band}"


def hold_line(scores: Scores) -> str | None:
    """Which gates are closed, and in how many documents; None where none is."""
    if not scores.feed.hold:
        return None
    held, every = sum(one.hold for one in scores.documents.values()), len(scores.documents)
    which = f" {held:,} of {every:,} documents" if every > 1 else ""
    return f"Hold{which}: {_behind(scores.feed.gates)}"


def _behind(gates: Sequence[Gate]) -> str:
    return ", ".join(
        f"{len(one.findings):,} {GATE_WORDS[one.kind][len(one.findings) != 1]}" for one in gates
    )
