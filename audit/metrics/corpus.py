"""BLEU, chrF and TER of whole corpora, by `sacrebleu` (Post 2018), and whether systems differ.

All numbers are sacrebleu's own: its command gives the same for the same files and options.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from audit.model.comparison import Measure, MetricName, Test

TOKENIZERS = {"zh": "zh", "ja": "ja-mecab", "ko": "ko-mecab"}
"""Tokenizers of BLEU by target language, as sacrebleu chooses them; "13a" for all others."""

PACKAGES = {"ja-mecab": "MeCab", "ko-mecab": "mecab_ko"}
"""What a tokenizer needs beside sacrebleu."""

WITHOUT_PACKAGE = "char"
"""Takes every character for a word: the usual stand-in where Japanese cannot be cut into words."""

RESAMPLES = 1000
"""Bootstrap resamples, as sacrebleu has it."""

CODES = {Test.BOOTSTRAP: "bs", Test.RANDOMIZATION: "ar"}


@dataclass(frozen=True, slots=True)
class Texts:
    """One system's segments, in the order of the references."""

    system: str
    segments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """The measures of each system, in their order, and the signatures of the metrics."""

    systems: tuple[tuple[Measure, ...], ...]
    signatures: tuple[tuple[MetricName, str], ...]


def tokenizer(lang: str) -> str:
    """The tokenizer of BLEU for a target language; one that needs nothing that is not here."""
    wanted = TOKENIZERS.get(lang.partition("-")[0], "13a")
    needed = PACKAGES.get(wanted)
    return WITHOUT_PACKAGE if needed and find_spec(needed) is None else wanted


def measure(
    systems: Sequence[Texts],
    references: Sequence[Sequence[str]],
    names: Sequence[MetricName],
    *,
    tokenize: str = "13a",
    test: Test | None = None,
    resamples: int = RESAMPLES,
) -> Measured:
    """The metrics `names` of each system, every metric with its interval.

    `references` are one or more reference translations of all segments. With several systems and a
    `test`, each is compared with the first. `resamples` 0 leaves the intervals out.
    """
    metrics = {name: _metric(name, tokenize) for name in names}
    if test is not None and len(systems) > 1:
        return _paired(systems, references, metrics, test, resamples)
    rows = []
    for system in systems:
        row = []
        for name, metric in metrics.items():
            score = metric.corpus_score(system.segments, references, n_bootstrap=resamples or 1)
            interval = (score._mean, score._ci) if resamples > 1 else (None, None)  # noqa: SLF001
            row.append(Measure(name, float(score.score), *map(_float, interval)))
        rows.append(tuple(row))
    signatures = tuple((name, str(metric.get_signature())) for name, metric in metrics.items())
    return Measured(tuple(rows), signatures)


def _metric(name: MetricName, tokenize: str) -> Any:
    """The metric of sacrebleu, with sacrebleu's own defaults."""
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - all three take a while
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415

    match name:
        case MetricName.BLEU:
            return BLEU(tokenize=tokenize)
        case MetricName.CHRF:
            return CHRF()
        case MetricName.CHRF_PLUS:
            return CHRF(word_order=2)
    return TER()


def _paired(
    systems: Sequence[Texts],
    references: Sequence[Sequence[str]],
    metrics: Mapping[MetricName, Any],
    test: Test,
    resamples: int,
) -> Measured:
    """All systems against the first, by sacrebleu's own test."""
    from sacrebleu.significance import PairedTest  # noqa: PLC0415 - takes a while

    rows: list[list[Measure]] = [[] for _ in systems]
    signatures = []
    for name, metric in metrics.items():
        run = PairedTest(
            [(system.system, list(system.segments)) for system in systems],
            {name.value: metric},
            [list(one) for one in references],
            test_type=CODES[test],
            n_samples=resamples if test is Test.BOOTSTRAP else 0,
            n_ar_confidence=resamples or -1,
        )
        told, results = run()
        for key, signature in told.items():
            signatures.append((name, str(signature)))
            found: list[Any] = list(results[key])
            for row, result in zip(rows, found, strict=True):
                numbers = (result.mean, result.ci, result.p_value)
                row.append(Measure(name, float(result.score), *map(_float, numbers)))
    return Measured(tuple(map(tuple, rows)), tuple(signatures))


def _float(value: Any) -> float | None:
    return None if value is None else float(value)
