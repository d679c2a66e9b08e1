"""The folder of snapshots: for each address the bytes its server sent, and a note beside them.

The note is a hidden JSON file that says what came with the bytes: by it the server is asked whether
they still hold. Both files are replaced as a whole; the note knows the digest of the bytes, so that
a process that was killed between the two, or a hand that edited one, is found out.
"""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from audit.errors import InputError
from audit.fetch.faults import failed
from audit.fetch.freshness import seconds_fresh
from audit.fetch.request import Answer
from audit.read.formats import PACKED, suffix_of

_SLUG = 60
"""Characters of an address in the name of its snapshot; the digest tells the rest apart."""
_UNSAFE = re.compile(r"[^A-Za-z0-9.]+")

_SUFFIXES: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rdf",
    "application/feed+json": ".json",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
}
"""Kinds of content that say all; of others, the address may know more."""
_VAGUE: Mapping[str, str] = {
    "text/plain": ".txt",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/octet-stream": "",
    "": "",
}
"""Kinds that are given for want of a better one, and the suffix where the address has none."""


_GZIP = frozenset({"application/gzip", "application/x-gzip"})
"""Kinds of a packed file, which is kept where its address says what is in it (`sitemap.xml.gz`)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a snapshot: its file, where it came from and what came with it.

    `final` is the address that redirects led to; `fetched` is when the server last vouched for it,
    in seconds since 1970, and `fresh` for how many seconds from then.
    """

    url: str
    final: str
    file: str
    status: int
    content_type: str
    etag: str
    last_modified: str
    fetched: float
    fresh: float
    digest: str


class Snapshots:
    """The snapshots in one folder, made when the first one is kept."""

    def __init__(self, folder: Path, longest_fresh: float) -> None:
        self.folder = folder
        self._longest = longest_fresh

    def find(self, url: str, *, edited: bool = False) -> Kept | None:
        """What is kept of `url`; None where that is nothing, or not what the server sent.

        `edited` takes a file that was changed since, too.
        """
        try:
            kept = Kept(**json.loads(self._note(url).read_bytes()))
            body = self.path(kept).read_bytes()
        except (OSError, ValueError, TypeError):
            return None
        whole = kept.url == url and PurePosixPath(kept.file).name == kept.file
        return kept if whole and (edited or _digest(body) == kept.digest) else None

    def path(self, kept: Kept) -> Path:
        """The file of a snapshot."""
        return self.folder / kept.file

    def keep(self, url: str, answer: Answer, now: float) -> Kept:
        """Keep the bytes of `answer` as the snapshot of `url`; one of before is replaced."""
        content_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        kept = Kept(
            url=url,
            final=answer.url,
            file=_stem(url) + _suffix(url, content_type),
            status=answer.status,
            content_type=answer.headers.get("content-type", ""),
            etag=answer.headers.get("etag", ""),
            last_modified=answer.headers.get("last-modified", ""),
            fetched=now,
            fresh=seconds_fresh(answer.headers, self._longest),
            digest=_digest(answer.body),
        )
        before = self.find(url, edited=True)
        self._replace(self.path(kept), answer.body)
        self._write(kept)
        if before and before.file != kept.file:
            with suppress(OSError):
                self.path(before).unlink()
        return kept

    def vouched(self, kept: Kept, answer: Answer, now: float) -> Kept:
        """Note that the server said of a snapshot that it still holds."""
        said = answer.headers
        renewed = Kept(
            **asdict(kept)
            | {
                "etag": said.get("etag", kept.etag),
                "last_modified": said.get("last-modified", kept.last_modified),
                "fetched": now,
                "fresh": seconds_fresh(said, self._longest),
            }
        )
        self._write(renewed)
        return renewed

    def _write(self, kept: Kept) -> None:
        text = json.dumps(asdict(kept), ensure_ascii=False, indent=2, sort_keys=True)
        self._replace(self._note(kept.url), f"{text}\n".encode())

    def _note(self, url: str) -> Path:
        return self.folder / f".{_stem(url)}.json"

    def _replace(self, path: Path, content: bytes) -> None:
        """Put `content` in place of a file, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".new.", suffix=".tmp", dir=self.folder)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise


def _stem(url: str) -> str:
    """The name of a snapshot without suffix: host and path to read, a digest to be unique."""
    parts = urlsplit(url)
    path = PurePosixPath(unquote(parts.path))
    readable = _UNSAFE.sub("-", f"{parts.netloc}{path.with_suffix('') if path.name else ''}")
    digest = hashlib.blake2b(url.encode(), digest_size=5).hexdigest()
    return f"{readable.strip('-.')[:_SLUG].rstrip('-.')}-{digest}"


def _suffix(url: str, content_type: str) -> str:
    """The suffix that tells the reader what it is; raises `InputError` for what is no text."""
    if content_type in _SUFFIXES:
        return _SUFFIXES[content_type]
    path = PurePosixPath(unquote(urlsplit(url).path))
    if content_type in _VAGUE:
        return suffix_of(path) or _VAGUE[content_type]
    if content_type in _GZIP and suffix_of(path).endswith(PACKED):
        return suffix_of(path)
    if content_type.endswith("+xml"):
        return ".xml"
    if content_type.endswith("+json"):
        return ".json"
    if content_type.startswith("text/"):
        return ".txt"
    raise no_text(url, content_type)


def no_text(url: str, content_type: str) -> InputError:
    """The error for an image, a sound or whatever else is no text."""
    return failed(url, f"it is “{content_type[:60]}”, which is not read")


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()
