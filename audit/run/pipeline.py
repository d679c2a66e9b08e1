"""The whole audit, from inputs to a report."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from audit import __version__, annotate, detect, link, normalize, read, score
from audit.authority import load as load_authority
from audit.config.baseline import load as load_baseline
from audit.config.schema import Config, LinkScope
from audit.config.suppressions import load as load_suppressions
from audit.detect.apply import RuleHit, hits_in_entities, hits_in_feed
from audit.glossary import load as load_glossary
from audit.model.authority import Authority
from audit.model.baseline import KnownFinding
from audit.model.names import Entity
from audit.model.report import Note, NoteLevel, Report, Signature, worst_first
from audit.model.rule import Rule
from audit.model.suppression import Suppression
from audit.model.text import UNKNOWN_LANGUAGE, Document
from audit.read.sources import Source
from audit.run.cache import Cache, examine_cached, links_kept
from audit.run.changes import changed_lines
from audit.run.compare import measured
from audit.run.examine import Bench, Examined, bench, examine_all
from audit.run.past import Past
from audit.run.select import rules_in_force
from audit.text.words import count_words

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
    `MissingExtraError` for a finder of names that is not installed.
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
    return read.read(
        inputs,
        exclude=config.exclude,
        stdin=stdin,
        stdin_filename=stdin_filename,
        lang=config.lang,
        source=config.source,
        source_lang=config.source_lang,
        columns=config.columns,
        contents=contents,
    )


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
    rules = rules_in_force(config)
    finder = annotate.finder(config.mentions)
    authority = load_authority(
        [Path(path) for path in config.authority], config.profile, config.builtin_authority
    )
    suppressions = load_suppressions(Path(config.suppressions)) if config.suppressions else ()
    baseline = load_baseline(Path(config.baseline)) if config.baseline else ()
    glossary = load_glossary([Path(path) for path in config.glossary])
    notes: list[Note] = []
    past = Past(archive)
    tell = (lambda done: progress(done, None)) if progress else None
    table = bench(config, authority, glossary)
    every_item = chain(archive, _documents(items, notes))
    examined = _examined(every_item, table, tell, notes)
    every = {one.document.id: one.document for one in examined}
    judged = past.left_out(examined)
    hits = [hit for one in judged for hit in one.hits]
    notes += [note for one in judged for note in one.notes]
    with links_kept(table, notes) as memory:
        entities = _entities(tuple(every.values()), authority, config.scope, memory)
    name_hits, name_notes = hits_in_entities(entities, rules.values(), config.rule_options)
    feed_hits, feed_notes = _over_feeds(tuple(every.values()), rules, config)
    documents = {one.document.id: one.document for one in judged}
    notes += [*name_notes, *feed_notes, *_rules_off(rules)]
    notes += _unchecked(documents.values(), finder) if table.needs_names else ()
    found = normalize.findings(past.unsaid(hits + name_hits + feed_hits), rules, every)
    unsuppressed, suppression_notes = normalize.suppress(
        found, suppressions, documents, config.as_of
    )
    findings, baseline_notes = normalize.mark_known(unsuppressed, baseline, documents)
    notes += [*suppression_notes, *baseline_notes]
    if config.diff_base:
        changes = changed_lines(config.diff_base, {one.path: None for one in documents.values()})
        findings = normalize.mark_unchanged(findings, documents, changes)
    shown = past.referred(findings, every)
    audited = tuple(documents.values())
    words = {one.id: count_words(one.text, one.lang) for one in documents.values()}
    return Report(
        signature=_signature(table, finder, (suppressions, baseline)),
        documents=shown,
        entities=past.met_again(entities, shown),
        findings=findings,
        notes=worst_first(notes),
        rules=rules,
        words=words,
        scores=score.score(audited, findings, words, config.score_weights),
        comparison=measured(audited, entities, config) if config.metrics else None,
    )


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
) -> list[Examined]:
    """All documents examined, those that a cache knows taken from there."""
    config = table.config
    examine = partial(examine_all, bench=table, jobs=config.jobs, done=tell or (lambda _: None))
    if config.cache is None:
        return list(examine(documents))
    cache = Cache(Path(config.cache), table)
    examined = list(examine_cached(documents, cache, examine))
    cache.close()
    notes += cache.faults
    return examined


def _entities(
    documents: Sequence[Document], authority: Authority, scope: LinkScope, memory: link.Memory
) -> tuple[Entity, ...]:
    """Link the mentions of all documents together, or of each document by itself."""
    feeds = [documents] if scope is LinkScope.FEED else [(one,) for one in documents]
    return tuple(entity for feed in feeds for entity in link.link(feed, authority, memory))


def _over_feeds(
    documents: tuple[Document, ...], rules: Mapping[str, Rule], config: Config
) -> tuple[list[RuleHit], list[Note]]:
    """What feed rules say of all documents together, or of each as a feed of its own."""
    feeds = [documents] if config.scope is LinkScope.FEED else [(one,) for one in documents]
    hits: list[RuleHit] = []
    notes: list[Note] = []
    for feed in feeds:
        found, failures = hits_in_feed(feed, rules.values(), config.rule_options)
        hits += found
        notes += failures
    return hits, notes


def _unchecked(documents: Iterable[Document], finder: annotate.MentionFinder) -> list[Note]:
    """One note for each language in which names were not looked for."""
    counts: dict[str, int] = {}
    for document in documents:
        if not finder.knows(document.lang):
            counts[document.lang] = counts.get(document.lang, 0) + 1
    return [
        Note(NoteLevel.INFO, "names-not-checked", _why_unchecked(lang, count))
        for lang, count in sorted(counts.items())
    ]


def _why_unchecked(lang: str, count: int) -> str:
    """Why no names were looked for in `count` documents in `lang`."""
    where = f"{count} document" if count == 1 else f"{count} documents"
    if lang == UNKNOWN_LANGUAGE:
        return (
            f"names were not looked for in {where} whose language could not be told; "
            "say it in the input or with --lang"
        )
    return (
        f"names were not looked for in {where} in the language “{lang}”: "
        "nothing is known of its names yet"
    )


def _rules_off(rules: Mapping[str, Rule]) -> list[Note]:
    """A note that names the rules which did not run, if any."""
    off = [f"{id_} {rule.name}" for id_, rule in detect.load().items() if id_ not in rules]
    if not off:
        return []
    return [Note(NoteLevel.INFO, "rules-off", "rules that did not run: " + ", ".join(off))]


def _signature(
    table: Bench,
    finder: annotate.MentionFinder,
    set_aside: tuple[tuple[Suppression, ...], tuple[KnownFinding, ...]],
) -> Signature:
    config, rules = table.config, table.rules
    settings = {
        id_: asdict(options) for id_, options in sorted(config.rule_options.items()) if id_ in rules
    }
    said: tuple[object, ...] = (
        config.lang,
        config.source_lang,
        settings,
        sorted(config.score_weights.items()),
    )
    if any(set_aside):
        said = (*said, *set_aside, config.as_of)
    return Signature(
        version=__version__,
        scope=config.scope.value,
        profile=table.authority.profile,
        rules=f"{len(rules)}-{_short_digest(' '.join(sorted(rules)))}",
        settings=_short_digest(repr(said)),
        authority=table.authority.digest[:8],
        mentions=finder.id,
        glossary=table.glossary.digest[:8],
    )


def _short_digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
