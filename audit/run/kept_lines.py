"""Lines of JSON that were read before, kept between runs by their bytes, which tell all of them."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from audit.entries import Entries
from audit.model.report import Note
from audit.read import Record
from audit.run.cache import FILE_NAME, faults_of, program

_KEY_BYTES = 20


class KeptLines:
    """The lines in one file of entries, whatever the settings."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._context = hashlib.blake2b(repr(("line", program())).encode()).digest()
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(Record)

    def get(self, line: bytes) -> Record | None:
        """What a line came to in an earlier run, if that can be read."""
        value = self._entries.get(self._key(line))
        if value is not None:
            with suppress(msgspec.MsgspecError):
                return self._decoder.decode(value)
        return None

    def put(self, line: bytes, record: Record) -> None:
        """Keep what a line came to."""
        self._entries.put(self._key(line), self._encoder.encode(record))

    def _key(self, line: bytes) -> bytes:
        return hashlib.blake2b(line, key=self._context, digest_size=_KEY_BYTES).digest()


@contextmanager
def lines_kept(cache: str | None, notes: list[Note]) -> Iterator[KeptLines | None]:
    """The lines of earlier runs, None where there is no `cache`; new ones are kept for the next.

    What is to be told of the cache is added to `notes`.
    """
    if cache is None:
        yield None
        return
    entries = Entries(Path(cache), FILE_NAME)
    yield KeptLines(entries)
    entries.close()
    notes += faults_of(entries)
