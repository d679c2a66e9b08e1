"""The characters that Chinese writes foreign names with."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit.tables import read_table


@dataclass(frozen=True, slots=True)
class Transcription:
    """`sure` characters are hardly met outside names; `everyday` ones are words, too."""

    sure: frozenset[str]
    everyday: frozenset[str]


@cache
def transcription() -> Transcription:
    """The characters, read once a process."""
    file = files(__package__).joinpath("data", "transcription.toml")
    table = read_table(file)["zh"]
    sure, everyday = ("".join(table[name].split()) for name in ("sure", "everyday"))
    return Transcription(frozenset(sure), frozenset(everyday) - frozenset(sure))
