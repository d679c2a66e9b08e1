"""The characters that Chinese writes foreign names with."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Transcription:
    """`sure` characters are hardly met outside names; `everyday` ones are words, too."""

    sure: frozenset[str]
    everyday: frozenset[str]


@cache
def transcription() -> Transcription:
    """The characters, read once a process."""
    text = files(__package__).joinpath("data", "transcription.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)["zh"]
    sure, everyday = ("".join(table[name].split()) for name in ("sure", "everyday"))
    return Transcription(frozenset(sure), frozenset(everyday) - frozenset(sure))
