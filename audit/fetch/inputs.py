"""The inputs of a command with files in place of addresses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from audit.errors import InputError
from audit.fetch.address import target
from audit.fetch.fetcher import Fetcher, Snapshot
from audit.fetch.links import pages_to_follow
from audit.model.report import Note, NoteLevel, Report
from audit.model.text import Document
from audit.read import read
from audit.read.sources import display

SCHEMES = ("http://", "https://")
"""What inputs that are fetched begin with."""
_PAGES = {".html", ".htm", ".xhtml"}
"""Suffixes of pages, which are not asked for links: only feeds are."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Inputs that are all files, the addresses of those that were fetched, and what went wrong.

    `urls` are by path, as documents name it.
    """

    inputs: tuple[str, ...]
    urls: Mapping[str, str]
    notes: tuple[Note, ...]

    def addressed(self, document: Document) -> Document:
        """The document with the address it came from, where it names none of its own."""
        if document.url or document.path not in self.urls:
            return document
        return replace(document, url=self.urls[document.path])

    def completed(self, report: Report) -> Report:
        """A report on these inputs with the addresses, and with what could not be fetched."""
        documents = tuple(map(self.addressed, report.documents))
        return replace(report, documents=documents).noting(self.notes)


def fetch_inputs(inputs: Sequence[str], fetcher: Fetcher, follow: int = 0) -> Fetched:
    """Fetch the addresses among `inputs`, and up to `follow` pages that each feed links.

    What cannot be fetched is told in a note of level ERROR and left out.
    """
    files: dict[str, None] = {}
    urls: dict[str, str] = {}
    notes: list[Note] = []
    for given in inputs:
        if not given.lower().startswith(SCHEMES):
            files[given] = None
            continue
        for found in _with_links(given, fetcher, follow):
            if isinstance(found, Note):
                notes.append(found)
            else:
                files[str(found.path)] = None
                urls[display(found.path, None)] = found.url
    return Fetched(tuple(files), urls, tuple(notes))


def _with_links(given: str, fetcher: Fetcher, follow: int) -> Iterator[Snapshot | Note]:
    """The snapshot of an address, then those of the pages it links."""
    feed = _fetched(given, fetcher)
    yield feed
    if isinstance(feed, Note) or not follow or feed.path.suffix in _PAGES:
        return
    documents = (one for one in read([str(feed.path)]) if isinstance(one, Document))
    pages = pages_to_follow(documents, feed.final, feed.url)
    yield from (_fetched(page, fetcher) for page in islice(pages, follow))
    left = sum(1 for _ in pages)
    if left:
        message = f"{left} more linked pages were not fetched; --follow says how many are"
        yield Note(NoteLevel.INFO, "not-followed", message, feed.url)


def _fetched(url: str, fetcher: Fetcher) -> Snapshot | Note:
    try:
        return fetcher.fetch(url)
    except InputError as error:
        return Note(NoteLevel.ERROR, error.code, error.message, _shown(error.path))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"the snapshot cannot be written: {reason}; give another folder with --snapshots"
        return Note(NoteLevel.ERROR, "fetch-failed", message, _shown(url))


def _shown(url: str) -> str:
    """An address for a message: never with a password in it."""
    try:
        return target(url).url
    except InputError:
        return re.sub(r"//[^/@]*@", "//…@", url)
