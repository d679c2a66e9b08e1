"""The findings of a report, as cards."""

from collections.abc import Sequence

from audit.model.finding import Finding, FindingClass, Reference
from audit.model.place import Span
from audit.model.text import UNKNOWN_LANGUAGE
from audit.report.html.index import AUTHORITY, Index, plain_name
from audit.report.html.languages import language_name
from audit.report.html.passages import direction
from audit.report.html.reveal import reveal, sentence
from audit.report.html.snippets import percent, snippet
from audit.report.html.strings import Strings
from audit.report.html.views import Compared, FindingCard, FixLine, Passage

SOURCE_MARGIN = 160
"""Code points of the source on either side of what is marked; about two lines."""

MOST_PLACES = 3
"""Places named for one form to compare with: enough to see the pattern; the names list has all."""


def finding_card(index: Index, finding: Finding, words: Strings) -> FindingCard:
    """All that is said of one finding."""
    lang = index.document(finding).lang
    fixes = [
        FixLine(
            snippet(fix.replacement, lang), getattr(words, fix.applicability), sentence(fix.because)
        )
        for fix in finding.fixes
    ]
    return FindingCard(
        anchor=f"f-{finding.fingerprint}",
        rule=finding.rule,
        name=plain_name(finding.name),
        class_key=finding.finding_class.value,
        class_label=getattr(words, f"class_{finding.finding_class}"),
        severity=severity_label(finding, words),
        state_key=finding.state.value,
        state_label=getattr(words, f"state_{finding.state}"),
        confidence=percent(finding.confidence),
        message=sentence(finding.message),
        passage=_passage(index, finding),
        fixes=tuple(fixes),
        others=tuple(_compared(index, rs, lang, words) for rs in by_form(finding)),
        title=snippet(index.title(index.document(finding)), lang),
        place=index.place(finding),
        source=_source(index, finding),
        source_label=words.source_in.format(
            language=language_name(index.document(finding).source_lang or UNKNOWN_LANGUAGE, words)
        ),
    )


def where(index: Index, reference: Reference, words: Strings) -> str:
    """Where a related passage stands: `path:line`, or the record of the names authority."""
    target = index.target(reference)
    if target is None:
        return words.in_authority.format(record=reference.document.removeprefix(AUTHORITY))
    number, span = target
    document = index.report.documents[number]
    return f"{document.path}:{document.place(span).line}" if span else document.path


def severity_label(finding: Finding, words: Strings) -> str:
    """How severe a finding is, in words; empty for information, which asks for nothing."""
    if finding.finding_class is FindingClass.INFO:
        return ""
    return str(getattr(words, f"severity_{finding.severity}"))


def by_form(finding: Finding) -> list[list[Reference]]:
    """The passages a finding speaks of, those of one text together, in the order they come."""
    forms: dict[str, list[Reference]] = {}
    for reference in finding.related:
        forms.setdefault(reference.text, []).append(reference)
    return list(forms.values())


def more_places(references: Sequence[Reference], words: Strings) -> str:
    """What stands for the places of one form that are not named; empty where all are."""
    rest = len(references) - MOST_PLACES
    return words.more_places.of(rest) if rest > 0 else ""


def _compared(index: Index, references: Sequence[Reference], lang: str, words: Strings) -> Compared:
    """One other form and where it stands."""
    places = tuple(where(index, each, words) for each in references[:MOST_PLACES])
    return Compared(snippet(references[0].text, lang), places, more_places(references, words))


def _passage(index: Index, finding: Finding) -> Passage:
    """The sentence of a finding, with the passage itself apart."""
    document = index.document(finding)
    wide = index.around[index.number[finding.document]].sentence(finding.span)
    before = Span(wide.start, finding.span.start)
    after = Span(finding.span.end, wide.end)
    return Passage(
        before=reveal(document.cut(before)),
        hit=reveal(document.cut(finding.span)),
        after=reveal(document.cut(after)),
        lang=document.lang,
        dir=direction(document.lang),
    )


def _source(index: Index, finding: Finding) -> Passage | None:
    """The source beside a finding, what the finding speaks of apart; None where there is none."""
    document = index.document(finding)
    passage = finding.source
    pair = next((p for p in document.pairs if p.span.holds(finding.span)), None)
    start = end = 0
    if passage is not None and passage.pair < len(document.pairs):
        pair, start, end = document.pairs[passage.pair], passage.start, passage.end
    if pair is None or not pair.source.strip():
        return None
    first, last = max(0, start - SOURCE_MARGIN), end + 2 * SOURCE_MARGIN
    lang = document.source_lang or UNKNOWN_LANGUAGE
    return Passage(
        before=reveal(("… " if first else "") + pair.source[first:start]),
        hit=reveal(pair.source[start:end]),
        after=reveal(pair.source[end:last] + (" …" if last < len(pair.source) else "")),
        lang=lang,
        dir=direction(lang),
    )
