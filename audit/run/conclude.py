"""The part of an audit that looks at all documents together: from a feed to its report."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

from audit import __version__, annotate, detect, link, normalize, score
from audit.config.baseline import load as load_baseline
from audit.config.schema import Config, LinkScope
from audit.config.suppressions import load as load_suppressions
from audit.detect.apply import RuleHit, hits_in_entities, hits_in_feed
from audit.model.authority import Authority
from audit.model.baseline import KnownFinding
from audit.model.finding import Finding
from audit.model.names import Entity
from audit.model.report import Note, NoteLevel, Report, Signature, worst_first
from audit.model.rule import Rule
from audit.model.score import Score
from audit.model.suppression import Suppression
from audit.model.text import UNKNOWN_LANGUAGE, Document
from audit.packing import Packing
from audit.run.cache import links_kept
from audit.run.changes import changed_lines
from audit.run.compare import measured
from audit.run.examine import Bench
from audit.run.feed import Feed, Keyed
from audit.run.kept_scores import scores_kept
from audit.run.models import models_in
from audit.run.past import Past
from audit.run.select import rules_in_force
from audit.run.waiting import Waiting
from audit.shelf import Flat, Shelf

HELD = 20_000
"""Findings, and scores of documents, that stay in memory."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was decided before on findings: suppressions and a baseline."""

    suppressions: tuple[Suppression, ...]
    baseline: tuple[KnownFinding, ...]


def set_aside(config: Config) -> SetAside:
    """What the files say that `config` names. Raises `ConfigError` where one cannot be used."""
    return SetAside(
        load_suppressions(Path(config.suppressions)) if config.suppressions else (),
        load_baseline(Path(config.baseline)) if config.baseline else (),
    )


def conclude(
    feed: Feed, table: Bench, decided: SetAside, past: Past, notes: Iterable[Note]
) -> Report:
    """The report on all documents of `feed`, which were examined at `table`.

    `notes` are those of reading and examining.
    """
    config = table.config
    rules = rules_in_force(config)
    finder = table.finder
    documents = feed.documents
    told = [*notes]
    with links_kept(table, told) as memory:
        entities = _entities(documents, table.authority, config.scope, memory)
    name_hits = hits_in_entities(entities, rules.values(), config.rule_options, told)
    waiting = Waiting(chain(name_hits, _over_feeds(documents, rules, config, told)))
    with scores_kept(table, told) as kept:
        judged = _Judged(feed, table, rules, decided, past, kept=kept)
        judged.judge(waiting)
    said = [*told, *_rules_off(rules), *judged.notes()]
    said += _unchecked(judged.languages, finder) if table.needs_names else ()
    findings = judged.findings
    shown = past.referred(findings, documents)
    today = past.today(documents)
    return Report(
        signature=_signature(table, finder, decided),
        documents=shown,
        entities=past.met_again(entities, shown),
        findings=findings,
        notes=worst_first(said),
        rules=rules,
        words=judged.words,
        scores=judged.scoring.scores(judged.scores),
        comparison=measured(today, entities, config) if config.metrics else None,
    )


class _Judged:
    """Findings and scores, made document by document."""

    def __init__(
        self,
        feed: Feed,
        table: Bench,
        rules: Mapping[str, Rule],
        decided: SetAside,
        past: Past,
        *,
        kept: score.Memory | None,
    ) -> None:
        config = table.config
        self.words: dict[str, int] = {}
        self.languages: Counter[str] = Counter()
        self.scoring = score.Scoring(config.score_weights, kept)
        self._feed = feed
        self._rules = rules
        self._past = past
        self._suppressing = normalize.Suppressing(decided.suppressions, config.as_of)
        self._knowing = normalize.Knowing(decided.baseline)
        self._diff_base = config.diff_base
        rows: Packing[tuple[Finding, ...]] = Packing(tuple[Finding, ...])
        self._findings: Shelf[tuple[Finding, ...]] = Shelf(rows.pack, rows.unpack, HELD)
        self._counts: list[int] = []
        packing: Packing[Score] = Packing(Score)
        self._scores: Shelf[Score] = Shelf(packing.pack, packing.unpack, HELD)
        self._scored: dict[str, int] = {}

    def judge(self, waiting: Waiting) -> None:
        """Judge all documents of today; `waiting` is what was said of them when seen together."""
        every = self._feed.by_id
        changes = (
            changed_lines(self._diff_base, dict.fromkeys(self._paths()))
            if self._diff_base
            else None
        )
        for examined in self._feed.examined:
            document = examined.document
            if self._past.holds(document.id):
                continue
            hits = [*examined.hits, *waiting.of(document.id)]
            found: Iterable[Finding] = normalize.findings_in(document, hits, self._rules, every)
            found = map(self._knowing.marked, map(self._suppressing.marked, found))
            if changes is not None:
                found = normalize.mark_unchanged(found, {document.id: document}, changes)
            self._keep(document, tuple(found), examined.words)

    def _paths(self) -> Iterator[str]:
        """The files that the documents of today come from."""
        for examined in self._feed.examined:
            if not self._past.holds(examined.document.id):
                yield examined.document.path

    def _keep(self, document: Document, findings: tuple[Finding, ...], words: score.Words) -> None:
        self.words[document.id] = words.all
        self.languages[document.lang] += 1
        self._findings.append(findings, len(findings))
        self._counts.append(len(findings))
        made = self.scoring.add(document, findings, words)
        if made is not None:
            self._scored[document.id] = len(self._scores)
            self._scores.append(made, 1)

    @property
    def findings(self) -> Sequence[Finding]:
        """All findings, in order."""
        flat = Flat(self._findings, self._counts)
        return tuple(flat) if self._findings.is_held else flat

    @property
    def scores(self) -> Mapping[str, Score]:
        """The scores of documents by id."""
        return Keyed(self._scored, self._scores)

    def notes(self) -> tuple[Note, ...]:
        """What is to be told of suppressions and baseline, once all is judged."""
        return (*self._suppressing.notes(self.words), *self._knowing.notes(self.words))


def _entities(
    documents: Sequence[Document], authority: Authority, scope: LinkScope, memory: link.Memory
) -> Sequence[Entity]:
    """Link the mentions of all documents together, or of each document by itself."""
    if scope is LinkScope.FEED:
        return link.link(documents, authority, memory)
    packing: Packing[tuple[Entity, ...]] = Packing(tuple[Entity, ...])
    rows: Shelf[tuple[Entity, ...]] = Shelf(packing.pack, packing.unpack, HELD)
    counts: list[int] = []
    for document in documents:
        found = tuple(link.link((document,), authority, memory))
        rows.append(found, len(found))
        counts.append(len(found))
    flat = Flat(rows, counts)
    return tuple(flat) if rows.is_held else flat


def _over_feeds(
    documents: Sequence[Document], rules: Mapping[str, Rule], config: Config, notes: list[Note]
) -> Iterator[RuleHit]:
    """What feed rules say of all documents together, or of each as a feed of its own.

    What is to be told of the rules themselves is added to `notes`.
    """
    feeds = [documents] if config.scope is LinkScope.FEED else ((one,) for one in documents)
    for feed in feeds:
        found, failures = hits_in_feed(feed, rules.values(), config.rule_options)
        yield from found
        notes += failures


def _unchecked(documents: Mapping[str, int], finder: annotate.MentionFinder) -> list[Note]:
    """One note for each language in which names were not looked for, of so many `documents`."""
    return [
        Note(NoteLevel.INFO, "names-not-checked", _why_unchecked(lang, count))
        for lang, count in sorted(documents.items())
        if not finder.knows(lang)
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
    """A note that names the rules which did not run, if any; where most did not, those that did."""
    off = [f"{id_} {rule.name}" for id_, rule in detect.load().items() if id_ not in rules]
    if not off:
        return []
    if len(off) > len(rules):
        ran = ", ".join(f"{id_} {rule.name}" for id_, rule in rules.items())
        message = f"{len(off)} rules did not run; those that ran: {ran or 'none'}"
        return [Note(NoteLevel.INFO, "rules-off", message)]
    return [Note(NoteLevel.INFO, "rules-off", "rules that did not run: " + ", ".join(off))]


def _signature(
    table: Bench,
    finder: annotate.MentionFinder,
    decided: SetAside,
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
    if decided.suppressions or decided.baseline:
        said = (*said, decided.suppressions, decided.baseline, config.as_of)
    return Signature(
        version=__version__,
        scope=config.scope.value,
        profile=table.authority.profile,
        rules=f"{len(rules)}-{_short_digest(' '.join(sorted(rules)))}",
        settings=_short_digest(repr(said)),
        authority=table.authority.digest[:8],
        mentions=finder.id,
        glossary=table.glossary.digest[:8],
        models=models_in(config),
    )


def _short_digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
