"""Loads glossary files and puts them together, the strongest first."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

from audit.files import content as content_of
from audit.glossary.glossary_file import Draft, draft_of, parse
from audit.glossary.layers import lay_over
from audit.model.terms import Concept, Glossary

MAX_BYTES = 64 * 1024 * 1024
"""Ceiling on a glossary file; term bases of 100,000 entries are below it."""

DIGEST_BYTES = 16
"""128 bits, as of the names authority."""

KEPT = 8
"""How many glossaries stay in memory: one in a run, a few in a test session."""


def load(paths: Sequence[Path] = ()) -> Glossary:
    """The glossary made of `paths`, strongest first.

    Files are TOML, TBX (.tbx, .xml) or a table with a heading (.csv, .tsv). Raises `ConfigError`,
    which names file, concept and field.
    """
    return _assemble(tuple((path.name, content(path)) for path in paths))


def content(path: Path) -> bytes:
    """The bytes of a glossary file; raises `ConfigError` where they cannot be had."""
    return content_of(path, "glossary", MAX_BYTES)


def template() -> str:
    """The commented glossary file that a publisher begins with."""
    return (files("audit.glossary") / "template.toml").read_text(encoding="utf-8")


@lru_cache(maxsize=KEPT)
def _assemble(sources: tuple[tuple[str, bytes], ...]) -> Glossary:
    concepts: tuple[Concept, ...] = ()
    for name, found in reversed(sources):
        concepts = lay_over(concepts, _drafts(name, found), name)
    return Glossary(concepts, _digest(concepts))


def _drafts(name: str, found: bytes) -> tuple[Draft, ...]:
    """What one file says, in whatever format its name shows."""
    if Path(name).suffix.lower() in (".toml", ""):
        return parse(found, name)
    from audit.glossary.exchange import format_of, read  # noqa: PLC0415 - seldom used, slow to load

    done = read(found, format_of(name, found), name)
    return tuple(draft_of(concept, name) for concept in done.concepts)


def _digest(concepts: tuple[Concept, ...]) -> str:
    """A digest of what the concepts say; "none" where there are none."""
    if not concepts:
        return "none"
    return blake2b(repr(concepts).encode(), digest_size=DIGEST_BYTES).hexdigest()
