"""What was found out of single documents, kept between runs: only changed documents cost anew.

An entry is addressed by its content: the document as it was read, the settings that bear on it, and
the program itself. Nothing is ever out of date; what is no longer asked for goes after some runs.
A cache that cannot be used is told and does not stop the run.
"""

import hashlib
import sqlite3
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import msgspec

from audit import __version__
from audit.detect.apply import RuleHit
from audit.model.doubt import Doubt
from audit.model.names import Mention
from audit.model.place import IDENTITY
from audit.model.renderings import Rendering
from audit.model.report import Note, NoteLevel
from audit.model.terms import TermRendering, TermUse
from audit.model.text import Document, Pair, Segment
from audit.run.examine import Bench, Examined
from audit.run.models import models_in

FILE_NAME = "documents.sqlite"
KEPT_RUNS = 10
"""Runs after which an entry that nobody asked for is taken out."""
_AT_ONCE = 500
"""Entries written in one transaction: little is lost when the process is killed."""
_TABLES = """
create table if not exists run (number integer not null);
create table if not exists entry (key blob primary key, value blob not null, run integer not null)
    without rowid;
"""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What examining adds to a document, and what is said of it."""

    lang: str
    source_lang: str | None
    pairs: tuple[Pair, ...]
    segments: tuple[Segment, ...]
    mentions: tuple[Mention, ...]
    renderings: tuple[Rendering, ...]
    term_uses: tuple[TermUse, ...]
    term_renderings: tuple[TermRendering, ...]
    doubts: tuple[Doubt, ...]
    hits: tuple[RuleHit, ...]
    notes: tuple[Note, ...]


class Cache:
    """The entries of one folder for one bench."""

    def __init__(self, folder: Path, bench: Bench) -> None:
        """Open the cache, made where there is none; one that cannot be opened stays empty."""
        self.faults: list[Note] = []
        self._context = _context(bench)
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(_Outcome)
        self._new: list[tuple[bytes, bytes, int]] = []
        self._used: list[tuple[int, bytes]] = []
        self._base: sqlite3.Connection | None = None
        self._run = 0
        with self._guarded():
            self._base = _opened(folder)
            self._run = _next_run(self._base)

    def get(self, document: Document) -> Examined | None:
        """The document examined, as an earlier run left it; None where there is no such run."""
        key = self._key(document)
        if key is None or self._base is None:
            return None
        with self._guarded():
            row = self._base.execute("select value from entry where key = ?", (key,)).fetchone()
            if row is not None:
                found = self._decoder.decode(row[0])
                self._used.append((self._run, key))
                return _joined(document, found)
        return None

    def put(self, document: Document, examined: Examined) -> None:
        """Keep what was found of `document`, as it was read; failures are not kept."""
        if any(note.level is NoteLevel.ERROR for note in examined.notes):
            return
        key = self._key(document)
        if key is None or self._base is None:
            return
        with suppress(UnicodeEncodeError):
            self._new.append((key, self._encoder.encode(_outcome(examined)), self._run))
        if len(self._new) >= _AT_ONCE:
            self._write()

    def close(self) -> None:
        """Write what is new and take out what nobody asked for in many runs."""
        self._write()
        if self._base is None:
            return
        with self._guarded():
            self._base.execute("delete from entry where run <= ?", (self._run - KEPT_RUNS,))
            self._base.commit()
            self._base.close()

    def _write(self) -> None:
        if self._base is None:
            return
        with self._guarded():
            self._base.executemany("insert or replace into entry values (?, ?, ?)", self._new)
            self._base.executemany("update entry set run = ? where key = ?", self._used)
            self._base.commit()
        self._new.clear()
        self._used.clear()

    def _key(self, document: Document) -> bytes | None:
        """The address of a document; None where it cannot be written down (lone surrogates)."""
        try:
            content = self._encoder.encode(replace(document, origin=IDENTITY))
        except UnicodeEncodeError:
            return None
        return hashlib.blake2b(content, key=self._context, digest_size=20).digest()

    def _guarded(self) -> "_Guard":
        return _Guard(self)

    def give_up(self, reason: str) -> None:
        """Do without the cache for the rest of the run."""
        message = f"the cache is not used: {reason}"
        self.faults.append(Note(NoteLevel.WARNING, "cache-unusable", message))
        self._base = None


class _Guard:
    """Turns what goes wrong with the file into a note."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _: object, fault: BaseException | None, __: object) -> bool:
        """Swallow what a damaged, locked or read-only file causes."""
        if isinstance(fault, sqlite3.Error | OSError | msgspec.MsgspecError):
            self._cache.give_up(str(fault))
            return True
        return False


def examine_cached(
    documents: Iterable[Document],
    cache: Cache,
    examine: Callable[[Iterable[Document | Examined]], Iterator[Examined]],
) -> Iterator[Examined]:
    """The documents examined, in order; what the cache has is passed through `examine` as it is."""
    missed = deque[Document | None]()

    def looked_up() -> Iterator[Document | Examined]:
        for document in documents:
            found = cache.get(document)
            missed.append(document if found is None else None)
            yield found or document

    for done in examine(looked_up()):
        document = missed.popleft()
        if document is not None:
            cache.put(document, done)
        yield done


def _opened(folder: Path) -> sqlite3.Connection:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
        path = folder / name
        if not path.exists():
            path.write_text(text, encoding="utf-8")
    base = sqlite3.connect(folder / FILE_NAME, timeout=10)
    base.executescript(_TABLES)
    return base


_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of mtaudit; may be deleted.\n"
"""Tells backup programs to leave the folder out (bford.info/cachedir)."""


def _next_run(base: sqlite3.Connection) -> int:
    row = base.execute("select number from run").fetchone()
    if row is None:
        base.execute("insert into run values (1)")
    else:
        base.execute("update run set number = number + 1")
    base.commit()
    return 1 if row is None else int(row[0]) + 1


def _outcome(examined: Examined) -> _Outcome:
    document = examined.document
    return _Outcome(
        lang=document.lang,
        source_lang=document.source_lang,
        pairs=document.pairs,
        segments=document.segments,
        mentions=document.mentions,
        renderings=document.renderings,
        term_uses=document.term_uses,
        term_renderings=document.term_renderings,
        doubts=document.doubts,
        hits=examined.hits,
        notes=examined.notes,
    )


def _joined(document: Document, found: _Outcome) -> Examined:
    done = replace(
        document,
        lang=found.lang,
        source_lang=found.source_lang,
        pairs=found.pairs,
        segments=found.segments,
        mentions=found.mentions,
        renderings=found.renderings,
        term_uses=found.term_uses,
        term_renderings=found.term_renderings,
        doubts=found.doubts,
    )
    return Examined(done, found.hits, found.notes)


def _context(bench: Bench) -> bytes:
    """Everything beside the document that bears on what is found in it, as a key of 32 bytes."""
    config = bench.config
    options = sorted((id_, repr(one)) for id_, one in config.rule_options.items())
    known = (bench.authority.digest, bench.glossary.digest)
    said = (bench.rules, options, bench.finder.id, models_in(config), known)
    whole = repr((_program(), said)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=32).digest()


@cache
def _program() -> tuple[object, ...]:
    """What this program is: its version, its files by size and time, Python, foreign rules."""
    home = Path(__file__).parents[1]
    files = sorted(
        (str(path.relative_to(home)), path.stat().st_size, path.stat().st_mtime_ns)
        for path in home.rglob("*")
        if path.suffix in {".py", ".toml", ".xz", ".txt"}
    )
    foreign = sorted(
        (point.group, point.value, point.dist.version if point.dist else "")
        for group in ("audit.rules", "audit.finders", "audit.models")
        for point in entry_points(group=group)
    )
    return (__version__, sys.version, files, foreign)
