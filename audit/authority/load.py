"""Loads the layers of the names authority and puts them together.

The order is the order of strength: the publisher's files as given, then the style profile, then
the built-in records. What has been put together once is kept, by the content of the files.
"""

import difflib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeAlias

from audit.authority import conflicts
from audit.authority.layers import lay_over
from audit.authority.names_file import NamesFile, parse
from audit.errors import ConfigError
from audit.files import content as content_of
from audit.model.authority import Authority, NameRecord
from audit.tables import kept

BUILT_IN = "built-in"
NO_PROFILE = "none"

PROFILES_WITHOUT_FILE = (NO_PROFILE, "custom")
"""Profiles that add nothing: none at all, and the publisher's own files alone."""

DIGEST_BYTES = 16
"""128 bits: two contents with one digest are not to be feared, and reports stay short."""

MAX_BYTES = 16 * 1024 * 1024
"""Ceiling on a names file; the built-in data together are below 1 MiB."""

KEPT = 8
"""How many authorities stay in memory: one in a run, a few in a test session."""

Source: TypeAlias = tuple[str, bytes]
"""The name of a publisher's file and its content."""


def load(
    paths: Sequence[Path] = (),
    profile: str | None = None,
    builtin: bool = True,
    unsaved: Mapping[Path, bytes] | None = None,
) -> Authority:
    """The authority made of the publisher's files `paths` (strongest first) and what ships here.

    `profile` is one of `profiles()`, "custom" or None; `builtin=False` leaves out the built-in
    records, on which a profile may still lay its own. `unsaved` is content that stands for that of
    a file, to try it before it is written. Raises `ConfigError`, which names file, record and
    field.
    """
    held = unsaved or {}
    sources = tuple((path.name, held[path] if path in held else _content(path)) for path in paths)
    return _assemble(sources, profile or NO_PROFILE, builtin)


@lru_cache(maxsize=1)
def profiles() -> tuple[str, ...]:
    """The names of the style profiles that ship with the project."""
    entries = (files("audit.authority") / "profiles").iterdir()
    return tuple(sorted(e.name.removesuffix(".toml") for e in entries if e.name.endswith(".toml")))


def template() -> str:
    """The commented names file that a publisher begins with."""
    return (files("audit.authority") / "template.toml").read_text(encoding="utf-8")


@lru_cache(maxsize=KEPT)
def _assemble(sources: tuple[Source, ...], profile: str, builtin: bool) -> Authority:
    """Put the layers together, weakest first."""
    records = _built_in() if builtin else ()
    style = _profile(profile)
    if style is not None:
        if not builtin:
            style = _complete(style)
        records = lay_over(records, style, f"profile:{profile}")
    for name, content in reversed(sources):
        records = lay_over(records, _checked(content, name), name)
    return Authority(records=records, digest=_digest(records), profile=profile)


def _complete(style: NamesFile) -> NamesFile:
    """`style` with only the records that stand on their own, without built-in ones below them."""
    drafts = tuple(d for d in style.drafts if "kind" in d.fields and "canonical" in d.fields)
    return NamesFile(drafts, style.patterns)


@lru_cache(maxsize=1)
def _built_in() -> tuple[NameRecord, ...]:
    """All built-in records, in the order of their files and of the records in them."""
    folder = files("audit.authority") / "data"
    sources = _contents(folder, ".toml")
    code = [*_contents(files("audit.authority"), ".py"), *_contents(files("audit.model"), ".py")]

    def parsed() -> tuple[NameRecord, ...]:
        return tuple(
            NameRecord(id=draft.id, layer=BUILT_IN, **draft.fields)
            for name, content in sources
            for draft in parse(content, name).drafts
        )

    made_from = (part for name, content in (*sources, *code) for part in (name.encode(), content))
    return kept(folder / "records", made_from, tuple[NameRecord, ...], parsed)


def _contents(folder: Traversable, ending: str) -> list[Source]:
    """The files of a folder of the package whose names have an ending, by name."""
    found = (entry for entry in folder.iterdir() if entry.name.endswith(ending))
    return sorted((entry.name, entry.read_bytes()) for entry in found)


def _profile(name: str) -> NamesFile | None:
    """The file of a style profile; None for those that have none."""
    if name in PROFILES_WITHOUT_FILE:
        return None
    known = profiles()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f'did you mean "{near[0]}"?' if near else f"known are: {', '.join(known)}, custom"
        raise ConfigError(f'style profile "{name}" is not known; {hint}')
    content = (files("audit.authority") / "profiles" / f"{name}.toml").read_bytes()
    return _checked(content, f"{name}.toml")


def _checked(content: bytes, name: str) -> NamesFile:
    """Parse one file and refuse contradictions in it."""
    file = parse(content, name)
    conflicts.check(file.drafts)
    return file


def _content(path: Path) -> bytes:
    """The bytes of a publisher's file."""
    return content_of(path, "names file", MAX_BYTES)


def _digest(records: tuple[NameRecord, ...]) -> str:
    """A digest of what the records say; "none" where there are none."""
    if not records:
        return "none"
    import orjson  # noqa: PLC0415  (heavy; not needed by those who only ask for `profiles`)

    content = orjson.dumps(records)
    return blake2b(content, digest_size=DIGEST_BYTES).hexdigest()
