"""What was found out of single documents, kept between runs: only changed documents cost anew.

An entry is addressed by its content: the document as it was read, the settings that bear on it, and
the program itself. Nothing is ever out of date; what is no longer asked for goes after some runs.
Linking, which looks at all documents together, keeps its answers in one entry. An entry that is not
what was written is none; a cache that cannot be used is told and does not stop the run.
"""

import hashlib
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib.metadata import entry_points
from operator import attrgetter
from os import stat_result
from pathlib import Path
from typing import TypeVar

import msgspec

from audit import __version__
from audit.detect.apply import RuleHit
from audit.entries import Entries
from audit.link import Answers, Memory, forgetful
from audit.model.doubt import Doubt
from audit.model.names import Mention
from audit.model.renderings import Rendering
from audit.model.report import Note, NoteLevel
from audit.model.terms import TermRendering, TermUse
from audit.model.text import Document, Pair, Segment
from audit.run.examine import Bench, Examined
from audit.run.models import models_in
from audit.score import Words

FILE_NAME = "documents.sqlite"
_KEY_BYTES = 20
_AS_READ = attrgetter(*(one.name for one in fields(Document) if one.name not in ("origin", "path")))
"""All of a document but where it lies and how it was written there."""


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
    words: Words


_Kept = TypeVar("_Kept")


class Cache:
    """The entries of one folder for one bench."""

    def __init__(self, folder: Path, bench: Bench, *, again: bool = False) -> None:
        """Open the cache, made where there is none; one that cannot be opened stays empty.

        `again` says that this run has opened it before.
        """
        self._context = context_of(bench)
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(_Outcome)
        self._entries = Entries(folder, FILE_NAME)
        if not again:
            self._entries.begin()

    @property
    def faults(self) -> tuple[Note, ...]:
        """What is to be told of the cache."""
        return faults_of(self._entries)

    def get(self, document: Document) -> Examined | None:
        """The document examined, as an earlier run left it; None where there is no such run."""
        key = self._key(document) if self._entries.usable else None
        found = None if key is None else self._read(key, self._decoder)
        return None if found is None else _joined(document, found)

    def put(self, document: Document, examined: Examined) -> None:
        """Keep what was found of `document`, as it was read; failures are not kept."""
        if any(note.level is NoteLevel.ERROR for note in examined.notes):
            return
        key = self._key(document) if self._entries.usable else None
        if key is not None:
            self._keep(key, _outcome(examined))

    def memory(self) -> Memory:
        """What linking found out in the last run with the same settings."""
        return Memory(self._read(self._key_of_links, msgspec.msgpack.Decoder(Answers)))

    def remember(self, memory: Memory) -> None:
        """Keep the answers that linking needed in this run, in place of those of the last one."""
        self._keep(self._key_of_links, memory.given)

    def close(self) -> None:
        """Write what is new."""
        self._entries.close()

    @property
    def _key_of_links(self) -> bytes:
        return hashlib.blake2b(b"links", key=self._context, digest_size=_KEY_BYTES).digest()

    def _read(self, key: bytes, decoder: "msgspec.msgpack.Decoder[_Kept]") -> "_Kept | None":
        """The entry at `key`, if there is one that can be read."""
        value = self._entries.get(key)
        if value is not None:
            with suppress(msgspec.MsgspecError):
                return decoder.decode(value)
        return None

    def _keep(self, key: bytes, value: object) -> None:
        with suppress(UnicodeEncodeError):
            self._entries.put(key, self._encoder.encode(value))

    def _key(self, document: Document) -> bytes | None:
        """The address of a document; None where it cannot be written down (lone surrogates).

        Where its file lies does not bear on what is found in it, but for what rules from elsewhere
        may look at; of the way back into the file that bears which rules look at.
        """
        path = document.path if _foreign() else ""
        bearing = (document.is_of_strings, bool(document.origin.content.pieces))
        try:
            content = self._encoder.encode((path, bearing, _AS_READ(document)))
        except UnicodeEncodeError:
            return None
        return hashlib.blake2b(content, key=self._context, digest_size=_KEY_BYTES).digest()


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


@contextmanager
def links_kept(bench: Bench, notes: list[Note]) -> Iterator[Memory]:
    """What linking found out in the last run; what it finds out meanwhile is kept for the next.

    What is to be told of the cache is added to `notes`.
    """
    if bench.config.cache is None:
        yield forgetful()
        return
    cache = Cache(Path(bench.config.cache), bench, again=True)
    memory = cache.memory()
    yield memory
    cache.remember(memory)
    cache.close()
    notes += (fault for fault in cache.faults if fault not in notes)


def faults_of(entries: Entries) -> tuple[Note, ...]:
    """What is to be told of some entries."""
    if entries.fault is None:
        return ()
    message = f"the cache is not used: {entries.fault}"
    return (Note(NoteLevel.WARNING, "cache-unusable", message),)


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
        words=examined.words,
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
    notes = tuple(replace(one, path=document.path) if one.path else one for one in found.notes)
    return Examined(done, found.hits, notes, found.words)


def context_of(bench: Bench) -> bytes:
    """Everything beside the documents that bears on what is found, as a key of 32 bytes."""
    config = bench.config
    options = sorted((id_, repr(one)) for id_, one in config.rule_options.items())
    known = (bench.authority.digest, bench.glossary.digest)
    said = (bench.rules, options, bench.finder.id, models_in(config), known)
    whole = repr((program(), said)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=32).digest()


_PROGRAM = frozenset({".py", ".toml", ".xz", ".txt", ".bin"})
"""What the files of this program end in, data included."""


@cache
def program() -> tuple[object, ...]:
    """What this program is: its version, its files by size and time, Python, foreign rules."""
    home = Path(__file__).parents[1]
    found = (path for path in home.rglob("*") if path.suffix in _PROGRAM)
    files = sorted(_as_written(str(path).removeprefix(str(home)), path.stat()) for path in found)
    return (__version__, sys.version, files, _foreign())


def _as_written(name: str, state: stat_result) -> tuple[str, int, int]:
    return name, state.st_size, state.st_mtime_ns


@cache
def _foreign() -> tuple[tuple[str, str, str], ...]:
    """Rules, finders and models that come from other packages."""
    return tuple(
        sorted(
            (point.group, point.value, point.dist.version if point.dist else "")
            for group in ("audit.rules", "audit.finders", "audit.models")
            for point in entry_points(group=group)
        )
    )
