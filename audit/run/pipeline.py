"""The whole audit, from inputs to a report."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from audit import read
from audit.config.schema import Config
from audit.model.report import Note, Report
from audit.model.text import Document
from audit.read.sources import Source
from audit.run.cache import Cache, examine_cached
from audit.run.conclude import conclude, set_aside
from audit.run.engines import engine, examine_all
from audit.run.examine import Bench, Examined, prepare
from audit.run.feed import Feed
from audit.run.kept_lines import lines_kept
from audit.run.models import begin
from audit.run.past import Past

Progress = Callable[[int, int | None], None]
"""Is told how many documents are done and, where it is known, how many there are."""


def audit(
    inputs: Sequence[str],
    config: Config,
    *,
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
    progress: Progress | None = None,
    contents: Mapping[Source, bytes] | None = None,
) -> Report:
    """Audit `inputs` (files, folders, globs, `-`) under `config`; `contents` as `read` has it.

    Input that cannot be read becomes a note of level ERROR; the rest is audited. Raises
    `ConfigError` for a configuration, names file, glossary, profile or model that cannot be used,
    `MissingExtraError` for a finder of names or a model that is not installed.
    """
    items = documents_of(
        inputs, config, stdin=stdin, stdin_filename=stdin_filename, contents=contents
    )
    return audit_documents(items, config, progress=progress)


def documents_of(
    inputs: Sequence[str],
    config: Config,
    *,
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
    contents: Mapping[Source, bytes] | None = None,
) -> Iterator[Document | Note]:
    """The documents of `inputs`, read as `config` says, and what is to be told of the reading."""
    notes: list[Note] = []
    with lines_kept(config.cache, notes) as lines:
        yield from read.read(
            inputs,
            exclude=config.exclude,
            stdin=stdin,
            stdin_filename=stdin_filename,
            lang=config.lang,
            source=config.source,
            source_lang=config.source_lang,
            columns=config.columns,
            contents=contents,
            lines=lines,
        )
    yield from notes


def audit_documents(
    items: Iterable[Document | Note],
    config: Config,
    *,
    progress: Progress | None = None,
    archive: Sequence[Document] = (),
) -> Report:
    """Audit documents that have been read; the notes among `items` go into the report.

    Names are also compared with those of `archive`, documents of other ids that were audited
    before: they bear on what is proposed, are no longer judged themselves, and are in the report
    only where a finding refers to them. Raises as `audit` does.
    """
    decided = set_aside(config)
    table = prepare(config)
    tell = (lambda done: progress(done, None)) if progress else None
    notes: list[Note] = list(begin(config))
    past = Past(archive)
    feed = Feed()
    for one in _examined(chain(archive, _documents(items, notes)), table, tell, notes):
        feed.add(one)
        if not past.holds(one.document.id):
            notes += one.notes
    return conclude(feed, table, decided, past, notes)


def _documents(items: Iterable[Document | Note], notes: list[Note]) -> Iterator[Document]:
    """The documents among what was read; the notes go to `notes`."""
    for item in items:
        if isinstance(item, Note):
            notes.append(item)
        else:
            yield item


def _examined(
    documents: Iterator[Document],
    table: Bench,
    tell: Callable[[int], None] | None,
    notes: list[Note],
) -> Iterator[Examined]:
    """All documents examined, those that a cache knows taken from there."""
    config = table.config
    chosen = engine(config.engine, config.jobs)
    examine = partial(examine_all, bench=table, engine=chosen, done=tell or (lambda _: None))
    if config.cache is None:
        yield from examine(documents)
        return
    cache = Cache(Path(config.cache), table)
    yield from examine_cached(documents, cache, examine)
    cache.close()
    notes += cache.faults
