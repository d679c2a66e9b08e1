"""Loading a file that is read as a whole, up to a cap."""

from typing import BinaryIO

from audit.errors import InputError
from audit.text.decode import MAX_DOCUMENT_BYTES

MAX_COLLECTION_BYTES = 8 * MAX_DOCUMENT_BYTES
"""The longest file of many documents that is held in memory; JSON Lines in UTF-8 have no limit."""
_MIB = 1024 * 1024


def load(stream: BinaryIO, path: str, cap: int = MAX_DOCUMENT_BYTES) -> bytes:
    """All bytes of `stream`; raises `InputError` where there are more than `cap`."""
    data = bytearray()
    while piece := stream.read(min(_MIB, cap + 1 - len(data))):  # room for all is seldom needed
        data += piece
    if len(data) > cap:
        raise too_large(path, cap)
    return bytes(data)


def too_large(path: str, cap: int = MAX_DOCUMENT_BYTES, line: int | None = None) -> InputError:
    """The error for a document over the cap."""
    message = f"larger than {cap // _MIB} MiB, which is the most that is read at once; split it"
    return InputError("too-large", path, message, line)
