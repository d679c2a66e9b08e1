"""The part of an audit that looks at one document at a time, and can run in any process."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audit import annotate, detect, segment
from audit.authority import load as load_authority
from audit.config.schema import Config
from audit.detect.apply import RuleHit, hits_in_document
from audit.glossary import load as load_glossary
from audit.model.authority import Authority
from audit.model.report import Note, NoteLevel
from audit.model.terms import Glossary
from audit.model.text import Document
from audit.run.models import consulted
from audit.run.select import rules_in_force
from audit.score import Words, words_of

NO_GLOSSARY = Glossary()
"""No terms."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A document with everything that can be said of it alone."""

    document: Document
    hits: tuple[RuleHit, ...]
    notes: tuple[Note, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Bench:
    """What a worker needs beside the documents; rules go by id, since they do not pickle."""

    config: Config
    authority: Authority
    rules: tuple[str, ...]
    glossary: Glossary = NO_GLOSSARY

    @property
    def finder(self) -> annotate.MentionFinder:
        """Who finds the names; made once a process. Raises as `annotate.finder` does."""
        return finder_of(self.config)

    @property
    def needs_names(self) -> bool:
        """Whether any rule looks at names; finding and linking them is most of the work."""
        registry = detect.load()
        return any(registry[id_].needs_names for id_ in self.rules)

    def examine(self, document: Document) -> Examined:
        """Segment and annotate one document and apply the rules that look at no other."""
        try:
            finder = self.finder
            segmented = segment.segment(document)
            prepared = (
                annotate.annotate(segmented, self.authority, finder, self.glossary)
                if self.needs_names
                else annotate.with_terms(segmented, self.glossary)
            )
        except Exception as fault:  # noqa: BLE001 - one document must not end the run
            message = f"could not be analysed ({type(fault).__name__}: {fault})"
            note = Note(NoteLevel.ERROR, "analysis-failed", message, document.path)
            return Examined(document, (), (note,), words_of(document))
        prepared, silent = consulted(prepared, self.config)
        registry = detect.load()
        rules = [registry[id_] for id_ in self.rules]
        hits, notes = hits_in_document(prepared, rules, self.config.rule_options)
        said = (*notes, *silent, *_not_compared(prepared))
        return Examined(prepared, tuple(hits), said, words_of(prepared))


_ENOUGH_PAIRED = 0.95
"""Share of a text beside its source from which on nothing is said of the rest."""


def _not_compared(document: Document) -> Iterator[Note]:
    """A note on a source that came as one text and could be aligned in part or not at all."""
    if not document.source or not document.source.strip() or not document.text.strip():
        return
    share = segment.share_paired(document)
    if share < _ENOUGH_PAIRED:
        part = f"only {100 * share:.0f} % of the text" if share else "no part of the text"
        message = f"{part} could be laid beside its source; the rest was not compared with it"
        yield Note(NoteLevel.WARNING, "source-not-aligned", message, document.path)


def finder_of(config: Config) -> annotate.MentionFinder:
    """The finder of names that `config` asks for."""
    return annotate.finder(config.mentions, config.models.runtime, config.cache)


def bench(config: Config, authority: Authority, glossary: Glossary = NO_GLOSSARY) -> Bench:
    """A bench for `config`, with the rules it selects."""
    return Bench(config, authority, tuple(rules_in_force(config)), glossary)


def prepare(config: Config) -> Bench:
    """A bench for `config` with the names and terms that it names; goes to workers as it is.

    Raises `ConfigError` for a names file, glossary, profile or model that cannot be used,
    `MissingExtraError` for a finder of names that is not installed.
    """
    annotate.finder(config.mentions)
    authority = load_authority(
        [Path(path) for path in config.authority], config.profile, config.builtin_authority
    )
    return bench(config, authority, load_glossary([Path(path) for path in config.glossary]))
