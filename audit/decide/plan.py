"""Works out what decisions do to the publisher's files, shows it, and writes it."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from audit.authority import load as load_authority
from audit.config.schema import Config
from audit.config.suppressions import read as read_suppressions
from audit.decide.effects import Known, Stale, corrections, current, suppressions
from audit.decide.names_text import NamesText
from audit.decide.suppressions_text import with_suppressions
from audit.errors import ConfigError
from audit.files import write_all
from audit.model.decision import Decision, Decisions, Reach

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Files:
    """The two files that decisions are written to."""

    names: Path
    suppressions: Path


@dataclass(frozen=True, slots=True)
class Change:
    """One file before and after; None where there is, or is to be, no such file."""

    path: Path
    before: bytes | None
    after: bytes | None

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return self.after != self.before

    def diff(self) -> Iterator[str]:
        """The change as a unified diff, without line ends."""
        sides = (self.before, self.after)
        old, new = ((side or b"").decode("utf-8-sig").splitlines() for side in sides)
        here, there = ("/dev/null" if one is None else self.path.as_posix() for one in sides)
        yield from difflib.unified_diff(old, new, here, there, lineterm="")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written, what is not carried out, and what is left to do.

    `corrections` counts decisions that say what to change in a text: they are not written here.
    """

    names: Change
    suppressions: Change
    stale: tuple[Stale, ...] = ()
    corrections: int = 0

    @property
    def changes(self) -> tuple[Change, ...]:
        """The files that would change."""
        return tuple(one for one in (self.names, self.suppressions) if one.changes)

    def write(self) -> None:
        """Write the files that change, each whole or not at all.

        Raises `ConfigError` where one cannot be written, or has changed since it was read.
        """
        write_all((one.path, one.before, one.after) for one in self.changes)


Contents: TypeAlias = tuple[bytes | None, bytes | None]
"""The names file and the suppressions file; None for one that is not there."""


def plan(
    decisions: Decisions,
    files: Files,
    config: Config,
    known: Known | None = None,
    base: Contents | None = None,
) -> Plan:
    """What `decisions` do to `files` under `config`.

    `known` is what a report holds: decisions on anything else are stale and left out. `base` are
    the contents that the decisions are carried into, where those are not the ones that the files
    have now: a decision that is missing from `decisions` and not in `base` is thereby undone.
    Raises `ConfigError` for a file that cannot be understood and for decisions that contradict it
    or one another.
    """
    now = contents(files)
    names, held = base or now
    kept, stale = current(decisions.decisions, known)
    listed = read_suppressions(held, str(files.suppressions)) if held else ()
    added, suppressed = suppressions(kept, listed)
    text = with_suppressions((held or b"").decode("utf-8-sig"), added, str(files.suppressions))
    style = [one for one in kept if one.reach is Reach.HOUSE]
    written, contradicted = _names(style, files.names, names, config)
    return Plan(
        names=Change(files.names, now[0], written or names),
        suppressions=Change(files.suppressions, now[1], _like(held, text) or held),
        stale=(*stale, *suppressed, *contradicted),
        corrections=len(corrections(kept)),
    )


def _names(
    decisions: Iterable[Decision], path: Path, content: bytes | None, config: Config
) -> tuple[bytes, tuple[Stale, ...]]:
    """The names file with decisions of house style in it, and those it says otherwise on."""
    decisions = tuple(decisions)
    if not decisions:
        return b"", ()
    others = [Path(one) for one in config.authority if not _same(Path(one), path)]
    paths = [Path(one) for one in config.authority]
    if len(others) == len(paths):
        paths.insert(0, path)
    paths = [path if _same(one, path) else one for one in paths]
    below = load_authority(others, config.profile, config.builtin_authority)
    now = load_authority(
        paths, config.profile, config.builtin_authority, unsaved={path: content or b""}
    )
    names = NamesText((content or b"").decode("utf-8-sig"), path.name, now, below)
    stale = [found for one in decisions if (found := names.carry_out(one))]
    made = _like(content, names.text)
    after = load_authority(paths, config.profile, config.builtin_authority, unsaved={path: made})
    records = {record.id: record for record in reversed(after.records)}
    for settled in names.settled.values():
        record = records.get(settled.record)
        right = record and (record.allowed if settled.allowed else (record.canonical,))
        if not right or settled.form not in (*right, record.canonical if record else ""):
            says = f"it says “{record.canonical}”" if record else "it takes the name over"
            raise ConfigError(
                f"“{settled.form}” in {path} would not count: a stronger names file comes before "
                f"it; {says}"
            )
    return made, tuple(stale)


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _like(content: bytes | None, text: str) -> bytes:
    """`text` as bytes, with a byte order mark where the file had one."""
    made = text.encode()
    return BOM + made if content is not None and content.startswith(BOM) else made


def contents(files: Files) -> Contents:
    """What the two files hold now. Raises `ConfigError` where one cannot be read."""
    return _content(files.names), _content(files.suppressions)


def _content(path: Path) -> bytes | None:
    """The bytes of a file; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise ConfigError(f"{path}: cannot be read: {fault.strerror or fault}") from None
