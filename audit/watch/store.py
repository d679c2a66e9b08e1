"""The store: every item that was seen, in one SQLite file.

Items come in batches. A batch is written down whole, in one transaction, before it is audited, and
marked as delivered when its report lies where it belongs. So a process may be killed at any point:
what is not marked is audited again, from the store, and the report gets the same name and the same
bytes. With the mark goes a record of the audit, for the trend. One process at a time works with a
store.
"""

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from audit.errors import ConfigError
from audit.model.place import Origin, line_starts
from audit.model.report import Note
from audit.model.text import Document, Pair
from audit.model.trend import AuditRecord

FORM = 2
"""Of the tables; a store of another form is not touched, one of form 1 is brought up to it."""
_APPLICATION = 0x6D746175
"""Marks the file as ours: "mtau"."""
_TABLES = """
create table batch (
    number integer primary key,
    notes blob not null,
    delivered integer not null default 0
);
create table item (
    number integer primary key,
    batch integer not null references batch (number),
    key blob not null unique,
    name blob not null,
    document blob not null
);
create index item_name on item (name, number);
create index item_batch on item (batch);
"""
_RECORDS = """
create table record (
    batch integer primary key references batch (number),
    content blob not null
);
"""
"""Came with form 2: before, nothing was kept of an audit but its items."""
_ARCHIVE = """
select document from item as old
where batch < :batch
  and not exists (
    select 1 from item as new
    where new.name = old.name and new.number > old.number and new.batch <= :batch)
order by number desc limit :most
"""
"""Items of earlier batches in their last version, the newest first."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_REPEATED_ID = re.compile(r"#\d+$")
"""What reading puts behind an id that it met before; depends on the order of a feed."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Items that were new together, and what was to be told of fetching and reading them."""

    number: int
    documents: tuple[Document, ...]
    notes: tuple[Note, ...]


class Store:
    """An open store; nobody else can work with it until it is closed."""

    def __init__(self, path: Path, *, make: bool = True) -> None:
        """Open the store at `path`, made where there is none unless `make` is False.

        Raises `ConfigError` where it is missing, in use, damaged or no store of this form.
        """
        if not make and not path.is_file():
            raise ConfigError(f"{path}: no such store; `mtaudit watch --store` makes one")
        self._path = path
        self._notes = msgspec.msgpack.Decoder(tuple[Note, ...])
        self._documents = msgspec.msgpack.Decoder(Document)
        self._records = msgspec.msgpack.Decoder(AuditRecord)
        with self._told():
            self._base = sqlite3.connect(path, timeout=1, isolation_level=None)
            self._base.execute("pragma locking_mode = exclusive")
            self._base.execute("pragma synchronous = full")
            with self._transaction():
                self._prepare()

    def add(self, documents: Iterable[Document], notes: Sequence[Note]) -> int:
        """Write down those of `documents` that were never seen, as a batch; gives their number.

        An item is known by its address, or its id where it has none, and its content: one that was
        edited is new.
        """
        with self._told(), self._transaction():
            last = self._base.execute("select coalesce(max(number), 0) from batch").fetchone()[0]
            number = int(last) + 1
            self._base.execute(
                "insert into batch (number, notes) values (?, ?)",
                (number, msgspec.msgpack.encode(tuple(map(_plain_note, notes)))),
            )
            added = 0
            for document in map(_plain, documents):
                row = (number, _key(document), _name(document), msgspec.msgpack.encode(document))
                added += self._base.execute(
                    "insert or ignore into item (batch, key, name, document) values (?, ?, ?, ?)",
                    row,
                ).rowcount
            if not added:
                self._base.execute("delete from batch where number = ?", (number,))
            return added

    def undelivered(self) -> Iterator[Batch]:
        """The batches whose reports may not be where they belong, oldest first."""
        with self._told():
            rows = self._base.execute(
                "select number, notes from batch where not delivered order by number"
            ).fetchall()
            for number, notes in rows:
                items = self._base.execute(
                    "select document from item where batch = ? order by number", (number,)
                ).fetchall()
                documents = tuple(self._documents.decode(blob) for (blob,) in items)
                yield Batch(int(number), documents, self._notes.decode(notes))

    def archive(self, batch: Batch, most: int) -> tuple[Document, ...]:
        """The newest items from before `batch`, `most` at most, oldest first.

        Of an item that was edited, only the last version counts, and none where that is in the
        batch. Their ids are none of the batch's.
        """
        with self._told():
            rows = self._base.execute(_ARCHIVE, {"batch": batch.number, "most": most}).fetchall()
            found = [self._archived(self._documents.decode(blob)) for (blob,) in reversed(rows)]
        taken = {one.id for one in batch.documents}
        unique = []
        for document in found:
            identity, number = document.id, 1
            while identity in taken:
                number += 1
                identity = f"{document.id} (archive {number})"
            taken.add(identity)
            unique.append(replace(document, id=identity))
        return tuple(unique)

    def delivered(self, batch: Batch, record: AuditRecord) -> None:
        """Mark a batch: its report is where it belongs, and this is what it amounts to."""
        content = msgspec.msgpack.encode(record)
        with self._told(), self._transaction():
            self._base.execute("update batch set delivered = 1 where number = ?", (batch.number,))
            self._base.execute("insert into record values (?, ?)", (batch.number, content))

    def records(self) -> list[tuple[int, AuditRecord | None]]:
        """The number of each batch that was delivered and its record, oldest first.

        Of a batch from before records were kept there is none.
        """
        with self._told():
            rows = self._base.execute(
                "select number, content from batch left join record on batch = number "
                "where delivered order by number"
            ).fetchall()
            return [
                (int(number), None if content is None else self._records.decode(content))
                for number, content in rows
            ]

    def close(self) -> None:
        """Let others work with the store."""
        self._base.close()

    def _archived(self, document: Document) -> Document:
        """A document as it stands in the archive: the file it was read from may be gone."""
        origin = Origin(line_starts=line_starts(document.text))
        return replace(document, path=self._path.name, origin=origin, markup=())

    def _prepare(self) -> None:
        """Make the tables in an empty file; refuse any other that is not ours."""
        application = self._base.execute("pragma application_id").fetchone()[0]
        form = self._base.execute("pragma user_version").fetchone()[0]
        if (application, form) == (_APPLICATION, FORM):
            return
        missing = _RECORDS
        if (application, form) != (_APPLICATION, 1):
            if form or application or self._base.execute("select 1 from sqlite_master").fetchone():
                raise ConfigError(
                    f"{self._path}: no store of this version of mtaudit; name another"
                )
            missing = _TABLES + _RECORDS
        for statement in missing.split(";"):
            self._base.execute(statement)
        self._base.execute(f"pragma application_id = {_APPLICATION}")
        self._base.execute(f"pragma user_version = {FORM}")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All that happens within, or nothing of it."""
        self._base.execute("begin exclusive")
        try:
            yield
        except BaseException:
            self._base.execute("rollback")
            raise
        self._base.execute("commit")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in words what is wrong with the file."""
        try:
            yield
        except sqlite3.OperationalError as fault:
            busy = "locked" in str(fault)
            reason = "another process works with it" if busy else str(fault)
            raise ConfigError(f"{self._path}: {reason}") from None
        except (sqlite3.DatabaseError, msgspec.MsgspecError) as fault:
            raise ConfigError(f"{self._path}: damaged, or no store of mtaudit: {fault}") from None


def _key(document: Document) -> bytes:
    """What an item is known by: two of one key are one."""
    name = document.url or _REPEATED_ID.sub("", document.id)
    source = document.source or "\0".join(pair.source for pair in document.pairs)
    return _digest(name, document.title or "", document.text, source)


def _name(document: Document) -> bytes:
    """What all versions of an item share."""
    return _digest(document.id, document.url or "")


def _digest(*parts: str) -> bytes:
    whole = b"".join(len(part).to_bytes(8, "big") + part.encode() for part in parts)
    return hashlib.blake2b(whole, digest_size=20).digest()


def _plain(document: Document) -> Document:
    """A document that can be written down: lone surrogates, which UTF-8 lacks, replaced."""
    texts = {
        name: _SURROGATE.sub("\ufffd", value)
        for name in ("id", "path", "text", "title", "source", "reference", "publisher", "url")
        if isinstance(value := getattr(document, name), str) and _SURROGATE.search(value)
    }
    pairs = tuple(map(_plain_pair, document.pairs))
    changed = texts or pairs != document.pairs
    return replace(document, pairs=pairs, **texts) if changed else document  # type: ignore[arg-type]


def _plain_pair(pair: Pair) -> Pair:
    reference = None if pair.reference is None else _SURROGATE.sub("\ufffd", pair.reference)
    return replace(pair, source=_SURROGATE.sub("\ufffd", pair.source), reference=reference)


def _plain_note(note: Note) -> Note:
    path = None if note.path is None else _SURROGATE.sub("\ufffd", note.path)
    return replace(note, message=_SURROGATE.sub("\ufffd", note.message), path=path)
