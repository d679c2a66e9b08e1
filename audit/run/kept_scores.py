"""The scores of documents, kept between runs beside what was found in them."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from audit import score
from audit.entries import Entries
from audit.model.report import Note
from audit.run.cache import FILE_NAME, context_of, faults_of
from audit.run.examine import Bench

_KEY_BYTES = 20


class KeptScores:
    """The scores in one file of entries for one bench."""

    def __init__(self, entries: Entries, bench: Bench) -> None:
        self._entries = entries
        self._context = context_of(bench)
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(score.Scored)

    def get(self, question: bytes) -> score.Scored | None:
        """The answer of an earlier run, if there is one that can be read."""
        value = self._entries.get(self._key(question))
        if value is not None:
            with suppress(msgspec.MsgspecError):
                return self._decoder.decode(value)
        return None

    def put(self, question: bytes, scored: score.Scored) -> None:
        """Keep an answer."""
        self._entries.put(self._key(question), self._encoder.encode(scored))

    def _key(self, question: bytes) -> bytes:
        said = b"score" + question
        return hashlib.blake2b(said, key=self._context, digest_size=_KEY_BYTES).digest()


@contextmanager
def scores_kept(bench: Bench, notes: list[Note]) -> Iterator[KeptScores | None]:
    """The scores of earlier runs, None where there is no cache; new ones are kept for the next.

    What is to be told of the cache is added to `notes`.
    """
    if bench.config.cache is None:
        yield None
        return
    entries = Entries(Path(bench.config.cache), FILE_NAME)
    yield KeptScores(entries, bench)
    entries.close()
    notes += (fault for fault in faults_of(entries) if fault not in notes)
