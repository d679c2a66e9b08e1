"""The two statistical language identifiers, set up once a process and deterministic.

`eldc` (n-grams, 60 languages, microseconds) is asked first; `langdetect` (n-grams with random
restarts, 55 languages, milliseconds) is the second opinion, with a fixed seed and its profiles
loaded in a fixed order.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_SEED = 0
"""langdetect draws at random; any fixed seed will do."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What one identifier says: a primary tag ("und" for nothing) and whether it is sure."""

    lang: str
    sure: bool = False


def first_vote(text: str) -> Vote:
    """What eldc says of `text`, which must be encodable as UTF-8."""
    result = _eldc().detect_details(text)
    return Vote(str(result.language), bool(result.reliable))


def second_vote(text: str) -> Vote:
    """What langdetect says of `text`."""
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415

    detector = _langdetect().create()
    detector.append(text)
    try:
        return Vote(str(detector.detect()).partition("-")[0].replace("unknown", "und"))
    except LangDetectException:  # no letters it knows
        return Vote("und")


@lru_cache(maxsize=1)
def _eldc() -> Any:
    """An instance of its own, so that nobody else's settings of the module reach it."""
    import eldc  # noqa: PLC0415

    eldc.init()
    return eldc.instance()


@lru_cache(maxsize=1)
def _langdetect() -> Any:
    """A factory with all profiles, in the order of their names whatever the file system's is."""
    from langdetect import detector_factory  # noqa: PLC0415

    factory = detector_factory.DetectorFactory()
    factory.set_seed(_SEED)
    profiles = sorted(Path(detector_factory.PROFILES_DIRECTORY).iterdir())
    factory.load_json_profile(
        [file.read_text(encoding="utf-8") for file in profiles if not file.name.startswith(".")]
    )
    return factory
