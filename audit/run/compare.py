"""Translations of one text side by side: read, measured by a reference, and by themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit import annotate, link, metrics, read, segment
from audit.authority import load as load_authority
from audit.config.schema import Config
from audit.errors import ConfigError, InputError
from audit.glossary import load as load_glossary
from audit.lang.identify import identify
from audit.metrics.corpus import RESAMPLES, WITHOUT_PACKAGE, Texts, tokenizer
from audit.model.comparison import Comparison, Measure, MetricName, SystemResult, Test
from audit.model.names import Entity
from audit.model.place import Span
from audit.model.report import Note, NoteLevel
from audit.model.text import UNKNOWN_LANGUAGE, Block, Document, Pair
from audit.run.examine import finder_of


@dataclass(frozen=True, slots=True)
class Lines:
    """Files of which line n of one is a translation of line n of the others."""

    references: tuple[str, ...]
    source: str | None = None
    source_lang: str | None = None


@dataclass(frozen=True, slots=True)
class _Feed:
    """What one system made: its documents, and its segments beside their references."""

    documents: tuple[Document, ...]
    segments: tuple[str, ...]
    references: tuple[tuple[str, ...], ...]


def compare(
    systems: Sequence[str],
    config: Config,
    lines: Lines | None = None,
    *,
    names: Sequence[MetricName] = tuple(MetricName),
    test: Test = Test.BOOTSTRAP,
    resamples: int = RESAMPLES,
    tokenize: str | None = None,
) -> Comparison:
    """Measure the files `systems`, the first of which is the baseline.

    With `lines` they are plain text, line by line; otherwise documents, and references are those
    that the documents bring. `resamples` 0 leaves out the intervals and, with `test` bootstrap, the
    test. Raises `InputError` for a file that cannot be read whole, and `ConfigError` where files do
    not belong together.
    """
    feeds = [_of_lines(one, lines, config) if lines else _of_documents(one, config)
             for one in systems]  # fmt: skip
    labels = _labels(systems)
    _require_one_reference(feeds, labels)
    lang = config.lang or _language(feeds[0])
    chosen = tokenize or tokenizer(lang)
    references = feeds[0].references
    rows: tuple[tuple[Measure, ...], ...] = ((),) * len(feeds)
    signatures: tuple[tuple[MetricName, str], ...] = ()
    tested = len(feeds) > 1 and (resamples > 0 or test is not Test.BOOTSTRAP)
    if references:
        texts = [Texts(name, feed.segments) for name, feed in zip(labels, feeds, strict=True)]
        done = metrics.measure(
            texts,
            references,
            names,
            tokenize=chosen,
            test=test if tested else None,
            resamples=resamples,
        )
        rows, signatures = done.systems, done.signatures
    results = tuple(
        SystemResult(name, row, _consistency(feed, config))
        for name, row, feed in zip(labels, rows, feeds, strict=True)
    )
    return Comparison(
        segments=len(references[0]) if references else 0,
        systems=results,
        signatures=signatures,
        test=test if tested and references else None,
        notes=tuple(_notes(feeds[0], chosen, blind=tokenize is None, names=names)),
    )


def measured(
    documents: Sequence[Document], entities: Sequence[Entity], config: Config
) -> Comparison:
    """One audited feed by the references that it brings, and by itself.

    `documents` are annotated, `entities` linked over all of them.
    """
    feed = _feed(documents)
    chosen = tokenizer(config.lang or _language(feed))
    texts = [Texts("", feed.segments)]
    names = tuple(MetricName)
    done = (
        metrics.measure(texts, feed.references, names, tokenize=chosen) if feed.references else None
    )
    consistency = metrics.consistency(tuple(documents), entities)
    result = SystemResult("", done.systems[0] if done else (), consistency)
    return Comparison(
        segments=len(feed.segments),
        systems=(result,),
        signatures=done.signatures if done else (),
        notes=tuple(_notes(feed, chosen, blind=True, names=names)),
    )


def _of_lines(path: str, lines: Lines, config: Config) -> _Feed:
    """A system's plain text as one document, with the lines of the references and the source."""
    ours = _lines(path)
    references = tuple(_lines(one) for one in lines.references)
    source = _lines(lines.source) if lines.source else None
    for name, other in (
        *zip(lines.references, references, strict=True),
        *([(lines.source, source)] if source is not None else []),
    ):
        if len(other) != len(ours):
            raise ConfigError(
                f"{path} has {len(ours)} lines and {name} has {len(other)}; "
                "line by line they must be translations of each other"
            )
    return _Feed((_document(path, ours, source, lines, config),), ours, references)


def _document(
    path: str, ours: Sequence[str], source: Sequence[str] | None, lines: Lines, config: Config
) -> Document:
    spans: list[Span] = []
    at = 0
    for line in ours:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    pairs = () if source is None else tuple(map(Pair, spans, source))
    text = "\n".join(ours)
    return Document(
        id=path,
        path=path,
        text=text,
        lang=config.lang or identify(text).lang,
        source_lang=lines.source_lang,
        blocks=tuple(Block(span) for span in spans if len(span)),
        pairs=pairs,
    )


def _lines(path: str) -> tuple[str, ...]:
    """The lines of a file in UTF-8 without their blank ends, as sacrebleu reads them."""
    try:
        text = Path(path).read_bytes().decode("utf-8")
    except OSError as fault:
        raise InputError("unreadable", path, f"{path}: {fault.strerror or fault}") from fault
    except UnicodeDecodeError as fault:
        message = f"{path}: not UTF-8 text: bad byte at position {fault.start}"
        raise InputError("not-utf-8", path, message) from fault
    lines = text.split("\n")
    return tuple(line.rstrip() for line in (lines[:-1] if lines[-1] == "" else lines))


def _of_documents(path: str, config: Config) -> _Feed:
    """A system's documents, with the references that they bring."""
    documents = []
    for item in read.read([path], exclude=config.exclude, lang=config.lang):
        if isinstance(item, Document):
            documents.append(item)
        elif item.level is NoteLevel.ERROR:
            raise InputError(item.code, path, _told(item))
    return _feed(documents)


def _feed(documents: Sequence[Document]) -> _Feed:
    rows = [row for one in documents for row in _referenced(one)]
    segments = tuple(text for text, _ in rows)
    references = (tuple(reference for _, reference in rows),) if rows else ()
    return _Feed(tuple(documents), segments, references)


def _told(note: Note) -> str:
    where = note.path or "input"
    return f"{where}:{note.line}: {note.message}" if note.line else f"{where}: {note.message}"


def _referenced(document: Document) -> Iterator[tuple[str, str]]:
    """The stretches of a document that have a reference, and it.

    A reference in one text is laid beside the target line by line where both have as many lines,
    otherwise as a whole.
    """
    pairs = [one for one in document.pairs if one.reference is not None]
    if pairs:
        for one in pairs:
            yield _one_line(document.cut(one.span)), _one_line(str(one.reference))
    elif document.reference:
        ours = [line for line in document.text.splitlines() if line.strip()]
        theirs = [line for line in document.reference.splitlines() if line.strip()]
        if len(ours) != len(theirs):
            ours, theirs = [document.text], [document.reference]
        for text, reference in zip(ours, theirs, strict=True):
            yield _one_line(text), _one_line(reference)


def _one_line(text: str) -> str:
    """A segment on one line, as a file of segments would have it."""
    return " ".join(text.splitlines()).rstrip()


def _labels(systems: Sequence[str]) -> list[str]:
    """What to call the systems: the names of their files, or their paths where names repeat."""
    names = [Path(one).name for one in systems]
    labels = names if len(set(names)) == len(names) else list(systems)
    if len(set(labels)) != len(labels):
        raise ConfigError("a system is given twice")
    return labels


def _require_one_reference(feeds: Sequence[_Feed], labels: Sequence[str]) -> None:
    """Raise `ConfigError` where systems were not measured by the same references."""
    for feed, name in zip(feeds[1:], labels[1:], strict=True):
        if feed.references != feeds[0].references:
            raise ConfigError(
                f"{name} and {labels[0]} have not the same references in the same order; "
                "only translations of the same segments can be compared"
            )


def _language(feed: _Feed) -> str:
    """The language of most text of a feed."""
    said = next((one.lang for one in feed.documents if one.lang != UNKNOWN_LANGUAGE), None)
    return said or identify("\n".join(feed.segments)).lang


def _consistency(feed: _Feed, config: Config) -> metrics.Consistency:
    authority = load_authority(
        [Path(path) for path in config.authority], config.profile, config.builtin_authority
    )
    glossary = load_glossary([Path(path) for path in config.glossary])
    finder = finder_of(config)
    documents = tuple(
        annotate.annotate(segment.segment(one), authority, finder, glossary)
        for one in feed.documents
    )
    return metrics.consistency(documents, link.link(documents, authority))


def _notes(feed: _Feed, chosen: str, *, blind: bool, names: Sequence[MetricName]) -> Iterator[str]:
    if not feed.references:
        yield "There is no reference, so only consistency was measured."
    if blind and chosen == WITHOUT_PACKAGE and MetricName.BLEU in names and feed.references:
        yield (
            "BLEU takes every character for a word here: the package that cuts this language into "
            "words is not installed (sacrebleu[ja] or sacrebleu[ko])."
        )
    if not any(one.pairs or one.source for one in feed.documents):
        yield "There is no source, so terms and repeated words were not followed."
