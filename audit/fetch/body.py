"""Bodies, decoded piece by piece, so that a small answer cannot become a large one unseen."""

import zlib
from collections.abc import Callable, Iterable, Iterator

from audit.errors import InputError
from audit.fetch.faults import failed
from audit.fetch.settings import Limits

PIECE = 64 * 1024
"""The most that is decoded before the bounds are looked at again."""
_EXPECTED = 1024 * 1024
"""Up to this size the ratio is not looked at: short texts may repeat themselves."""
ENCODINGS = "gzip, deflate"
"""What we ask for; Brotli saves little on text of this size and needs another package."""
_GZIP_MAGIC = b"\x1f\x8b"


def read_body(url: str, pieces: Iterable[bytes], encoding: str, limits: Limits) -> bytes:
    """The body that arrives in `pieces` under `encoding`, the value of Content-Encoding.

    Raises `InputError` where it is larger than allowed, broken off or of an unknown encoding.
    """
    received = 0

    def counted() -> Iterator[bytes]:
        nonlocal received
        for piece in pieces:
            received += len(piece)
            yield piece

    decoded = bytearray()
    try:
        for part in _decoder(url, encoding)(counted()):
            decoded += part
            if len(decoded) > limits.body:
                raise too_large(url, limits)
            if len(decoded) > max(_EXPECTED, limits.ratio * received):
                message = f"it unpacks to over {limits.ratio} times its size; no text does that"
                raise InputError("fetch-too-large", url, message)
    except zlib.error as fault:
        raise failed(url, f"the compressed body is damaged ({fault}); try again later") from None
    except EOFError:
        raise failed(url, "the compressed body is broken off; try again later") from None
    return bytes(decoded)


def too_large(url: str, limits: Limits) -> InputError:
    """The error for a body over the cap."""
    message = f"larger than {limits.body // (1024 * 1024)} MiB, which is the most that is fetched"
    return InputError("fetch-too-large", url, message)


def _decoder(url: str, encoding: str) -> Callable[[Iterable[bytes]], Iterator[bytes]]:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return iter
    if name in ("gzip", "x-gzip"):
        return _gunzipped
    if name == "deflate":
        return _inflated
    raise failed(url, f"the server sent the encoding “{name[:40]}”, which was not asked for")


def _gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack gzip, several members too; what follows the last one is ignored, as browsers do."""
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    for piece in pieces:
        rest = piece
        while rest:
            if unpacker.eof:
                if not rest.startswith(_GZIP_MAGIC):
                    return
                unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
            yield unpacker.decompress(rest, PIECE)
            rest = unpacker.unconsumed_tail or unpacker.unused_data
    yield unpacker.flush()  # a few letters that the last piece had no room for
    if not unpacker.eof:
        raise EOFError


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack `deflate`, with the header that it should have (RFC 9110) or without."""
    unpacker = None
    for piece in pieces:
        rest = piece
        if unpacker is None and rest:
            with_header = rest[0] & 0x0F == zlib.DEFLATED
            unpacker = zlib.decompressobj(zlib.MAX_WBITS if with_header else -zlib.MAX_WBITS)
        while unpacker and rest and not unpacker.eof:
            yield unpacker.decompress(rest, PIECE)
            rest = unpacker.unconsumed_tail
    if unpacker is None:
        raise EOFError
    yield unpacker.flush()
    if not unpacker.eof:
        raise EOFError
