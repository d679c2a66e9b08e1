"""Fixing: what an audit found is put right in the files themselves, as far as that is sure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from audit import read
from audit.config.schema import Config
from audit.detect.quoted import is_quoted
from audit.model.edit import Edit, Refusal
from audit.model.finding import (
    SEVERITIES,
    Applicability,
    Finding,
    FindingClass,
    Fix,
    State,
)
from audit.model.names import Basis
from audit.model.report import Report
from audit.model.text import Document
from audit.read.sources import Source, sources
from audit.read.unpacked import MAGIC
from audit.rewrite import rewrite
from audit.run.pipeline import Progress, audit

MAX_ROUNDS = 10
"""Audits after which no more is changed: one change can show another, which seldom goes on."""
_QUOTATION_MARKS = "“”„«»‹›「」『』\"‘’'"


@dataclass(frozen=True, slots=True)
class Willingness:
    """How much is changed: also by fixes that a person should look at, also within quotations.

    `corrections` are what a person decided for single findings, by fingerprint: the text to put
    there, or None for what is proposed. They are made whatever the finding is and wherever it
    stands.
    """

    unsafe: bool = False
    in_quotations: bool = False
    corrections: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FixedFile:
    """One file that changes: its bytes before and after, their encoding, the count of changes."""

    source: Source
    before: bytes
    after: bytes
    encoding: str
    changes: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """What fixing came to.

    `refused` are changes that could not be written, with the name of their file; `quoted` counts
    those that were left alone because they stand in a quotation. `remaining` is the audit of the
    files as they are afterwards.
    """

    files: tuple[FixedFile, ...]
    refused: tuple[tuple[str, Refusal], ...]
    quoted: int
    remaining: Report


def fix(
    inputs: Sequence[str],
    config: Config,
    willing: Willingness,
    *,
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
    progress: Progress | None = None,
) -> Fixed:
    """Audit `inputs` and make the changes that are sure, in memory; nothing is written.

    Audit and changes take turns until nothing is left to change. Raises as `audit` does.
    """
    before = _snapshot(inputs, config, stdin, stdin_filename)
    now = dict(before)
    changes = dict.fromkeys(before, 0)
    encodings: dict[Source, str] = {}
    for round_ in range(MAX_ROUNDS + 1):
        report = audit(
            inputs, config, stdin_filename=stdin_filename, progress=progress, contents=now
        )
        # Fingerprints of other findings can take the place of those that were corrected.
        wanted = _Wanted(report, willing if round_ == 0 else replace(willing, corrections={}))
        refused: list[tuple[str, Refusal]] = []
        changed = False
        for source, documents in _by_source(report.documents, now):
            edits = wanted.edits(documents)
            if not edits:
                continue
            encodings.setdefault(source, documents[0].origin.encoding)
            because = _obstacle(source, now, round_)
            if because:
                refused += [(source.name, Refusal(edit, because)) for edit in edits]
                continue
            rewritten = rewrite(now[source], documents, edits, _reader(source, config))
            refused += [(source.name, refusal) for refusal in rewritten.refused]
            now[source] = rewritten.data
            changes[source] += len(rewritten.made)
            changed = changed or bool(rewritten.made)
        if not changed:
            break
    files = (
        FixedFile(source, data, now[source], encodings[source], changes[source])
        for source, data in before.items()
        if now[source] != data
    )
    return Fixed(tuple(files), tuple(refused), wanted.quoted, report)


def _snapshot(
    inputs: Sequence[str], config: Config, stdin: BinaryIO | None, stdin_filename: str | None
) -> dict[Source, bytes]:
    """The bytes of all inputs; those that cannot be opened are left for the audit to tell."""
    found: dict[Source, bytes] = {}
    for source in sources(inputs, config.exclude, stdin_filename):
        if not isinstance(source, Source):
            continue
        try:
            if source.path is not None:
                found[source] = source.path.read_bytes()
            elif stdin is not None:
                found[source] = stdin.read()
        except OSError:
            continue
    return found


def _by_source(
    documents: Iterable[Document], contents: Mapping[Source, bytes]
) -> Iterator[tuple[Source, list[Document]]]:
    """The documents of each file, or of all files that go by one name."""
    by_path: dict[str, list[Document]] = {}
    for document in documents:
        by_path.setdefault(document.path, []).append(document)
    for source in contents:
        if found := by_path.pop(source.name, None):
            yield source, found


def _obstacle(source: Source, contents: Mapping[Source, bytes], round_: int) -> str | None:
    """Why a file cannot be changed in this round, if that is so."""
    if round_ == MAX_ROUNDS:
        return "one change led to another without an end"
    if sum(other.name == source.name for other in contents) > 1:
        return "several inputs go by the name of its file; fix them one by one"
    if contents[source].startswith(MAGIC):
        return "the file is packed; unpack it first"
    return None


def _reader(source: Source, config: Config) -> Callable[[bytes], list[Document]]:
    """Reads one file again from other bytes."""

    def reread(data: bytes) -> list[Document]:
        items = read.read_again(source, data, config.columns)
        return [item for item in items if isinstance(item, Document)]

    return reread


class _Wanted:
    """The changes that a report asks for."""

    def __init__(self, report: Report, willing: Willingness) -> None:
        self.quoted = 0
        self._willing = willing
        self._decided = {
            entity.id for entity in report.entities if entity.canonical.basis is Basis.STYLE
        }
        self._findings: dict[str, list[tuple[Finding, Fix]]] = {}
        texts = {document.id: document.text for document in report.documents}
        for finding in report.findings:
            fix = self._fix_for(finding)
            if fix is None:
                continue
            asked = willing.in_quotations or finding.fingerprint in willing.corrections
            if not asked and _in_quotation(texts[finding.document], finding):
                self.quoted += 1
                continue
            self._findings.setdefault(finding.document, []).append((finding, fix))

    def edits(self, documents: Iterable[Document]) -> list[Edit]:
        """The changes in `documents`, the surest first."""
        found = [
            (number, finding, fix)
            for number, document in enumerate(documents)
            for finding, fix in self._findings.get(document.id, ())
        ]
        found.sort(key=lambda one: (*_weight(one[1], one[2]), one[0], one[1].span, one[1].rule))
        return [Edit(one.document, one.span, fix.replacement) for _, one, fix in found]

    def _fix_for(self, finding: Finding) -> Fix | None:
        """The fix that may be applied to a finding, if there is one."""
        if finding.fingerprint in self._willing.corrections:
            return _corrected(finding, self._willing.corrections[finding.fingerprint])
        if finding.state is State.SUPPRESSED:
            return None
        if finding.finding_class not in (FindingClass.ERROR, FindingClass.CHROME):
            return None
        allowed = {Applicability.SAFE}
        if self._willing.unsafe or finding.entity in self._decided:
            allowed.add(Applicability.UNSAFE)
        fixes = (fix for fix in finding.fixes if fix.applicability in allowed)
        return next((fix for fix in fixes if fix.replacement != finding.text), None)


def _corrected(finding: Finding, text: str | None) -> Fix | None:
    """The change that a person decided on: a text of their own, or what is proposed first."""
    if text is None:
        return next((fix for fix in finding.fixes if fix.replacement != finding.text), None)
    return None if text == finding.text else Fix(text, Applicability.SAFE, "decided")


def _weight(finding: Finding, fix: Fix) -> tuple[bool, int, float]:
    """What decides between two changes of one place: safe, severe and sure ones come first."""
    unsafe = fix.applicability is not Applicability.SAFE
    return unsafe, -SEVERITIES.index(finding.severity), -finding.confidence


def _in_quotation(text: str, finding: Finding) -> bool:
    """Whether a finding stands within quoted words; the marks around them are not among these."""
    if not finding.text.strip(_QUOTATION_MARKS):
        return False
    return is_quoted(text, finding.span.start, finding.span.end)
