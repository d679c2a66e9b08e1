"""One look at feeds: what is new is written down, audited beside the archive, and delivered."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from audit import run
from audit.config.schema import Config
from audit.model.report import Note, Report
from audit.model.text import Document
from audit.watch.record import record
from audit.watch.store import Store

Deliver = Callable[[int, Report], None]
"""Puts the report on a batch, given by number, where it belongs; the same again if told again."""
REMEMBERED = 2000
"""Items of the archive that names are compared with: some weeks of a feed, seconds of work."""


def look(
    read: Callable[[], Iterable[Document | Note]],
    store: Store,
    config: Config,
    deliver: Deliver,
    *,
    remembered: int = REMEMBERED,
    progress: run.Progress | None = None,
) -> tuple[Note, ...]:
    """Deliver what an earlier look left behind, then what `read` finds that is new.

    Returns the notes on reading, where nothing was new and so no report has them. Reading comes
    second: it replaces the files that findings left behind point into.
    """
    _deliver_all(store, config, deliver, remembered, progress)
    items = tuple(read())
    notes = tuple(item for item in items if isinstance(item, Note))
    new = store.add((item for item in items if isinstance(item, Document)), notes)
    _deliver_all(store, config, deliver, remembered, progress)
    return () if new else notes


def _deliver_all(
    store: Store,
    config: Config,
    deliver: Deliver,
    remembered: int,
    progress: run.Progress | None,
) -> None:
    settled = replace(config, diff_base=None)
    for batch in store.undelivered():
        archive = store.archive(batch, remembered)
        items: tuple[Document | Note, ...] = (*batch.documents, *batch.notes)
        report = run.audit_documents(items, settled, archive=archive, progress=progress)
        deliver(batch.number, report)
        store.delivered(batch, record(report))
