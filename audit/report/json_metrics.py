"""Measures against references, and of consistency, as values of JSON."""

from dataclasses import asdict

from audit.model.comparison import Comparison, Consistency, Share

SHARES = ("names", "terms", "words", "ltcr")
"""The shares of a consistency, in order."""


def comparison_tree(done: Comparison) -> dict[str, object]:
    """A comparison as JSON has it."""
    return {
        "segments": done.segments,
        "test": done.test,
        "signatures": {name.value: text for name, text in done.signatures},
        "systems": [
            {
                "name": one.name,
                "measures": [asdict(measure) for measure in one.measures],
                "consistency": _shares(one.consistency),
            }
            for one in done.systems
        ],
        "notes": list(done.notes),
    }


def _shares(consistency: Consistency) -> dict[str, object]:
    return {name: _share(getattr(consistency, name)) for name in SHARES}


def _share(share: Share) -> dict[str, object]:
    return {"good": share.good, "total": share.total, "rate": share.rate}
