"""Files packed by gzip (RFC 1952), read as if they were not: piece by piece and within bounds."""

import io
import zlib
from typing import BinaryIO, cast

from audit.errors import InputError
from audit.read.whole import MAX_COLLECTION_BYTES

MAGIC = b"\x1f\x8b"
MAX_BYTES = 16 * MAX_COLLECTION_BYTES
"""The most that one file may unpack to: more text than is audited in a day."""
MAX_RATIO = 100
"""How many times larger than its file a text over 1 MiB may be; text rarely exceeds 20."""
_EXPECTED = 1024 * 1024
"""Up to this size the ratio is not looked at: short texts may repeat themselves."""
_PIECE = 64 * 1024
_GZIP = 16 + zlib.MAX_WBITS
"""How zlib is told that a gzip header comes first."""


def unpacked(stream: BinaryIO, path: str) -> BinaryIO:
    """The text in `stream`, which is packed; `path` is its name for messages.

    Reading raises `InputError` where it is damaged, breaks off, or unpacks to too much.
    """
    return cast("BinaryIO", io.BufferedReader(_Unpacked(stream, path), _PIECE))


class _Unpacked(io.RawIOBase):
    """Unpacks what is asked for, several members too; what follows the last one is left alone."""

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._stream = stream
        self._path = path
        self._unpacker = zlib.decompressobj(_GZIP)
        self._waiting = b""
        self._read = self._made = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        data = self._next(len(buffer))
        self._made += len(data)
        if self._made > MAX_BYTES:
            size = MAX_BYTES // (1024 * 1024 * 1024)
            raise self._refused("too-large", f"unpacks to more than {size} GiB; split it")
        if self._made > max(_EXPECTED, MAX_RATIO * self._read):
            message = f"unpacks to over {MAX_RATIO} times its size; no text does that"
            raise self._refused("too-large", message)
        buffer[: len(data)] = data
        return len(data)

    def _next(self, most: int) -> bytes:
        """Some bytes, or none at the end."""
        while True:
            if self._unpacker.eof:
                rest = self._unpacker.unused_data or self._waiting
                rest += self._more() if len(rest) < len(MAGIC) else b""
                if not rest.startswith(MAGIC):
                    return b""
                self._unpacker, self._waiting = zlib.decompressobj(_GZIP), rest
            given = self._waiting or self._more()
            try:
                made = self._unpacker.decompress(given, most)
            except zlib.error as fault:
                raise self._refused("damaged-gzip", f"is damaged: {fault}") from None
            self._waiting = self._unpacker.unconsumed_tail
            if made:
                return made
            if not given and not self._unpacker.eof:
                raise self._refused("damaged-gzip", "breaks off before its end")

    def _more(self) -> bytes:
        data = self._stream.read(_PIECE)
        self._read += len(data)
        return data

    def _refused(self, code: str, what: str) -> InputError:
        return InputError(code, self._path, f"the packed file {what}")
