"""The findings of a report, as cards."""

from audit.model.finding import Finding, Reference
from audit.model.place import Span
from audit.report.html.index import AUTHORITY, Index, plain_name
from audit.report.html.passages import direction
from audit.report.html.reveal import reveal, sentence
from audit.report.html.snippets import percent, snippet
from audit.report.html.strings import Strings
from audit.report.html.views import FindingCard, FixLine, OtherPlace, Passage


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
        severity=getattr(words, f"severity_{finding.severity}"),
        state_key=finding.state.value,
        state_label=getattr(words, f"state_{finding.state}"),
        confidence=percent(finding.confidence),
        message=sentence(finding.message),
        passage=_passage(index, finding),
        fixes=tuple(fixes),
        others=tuple(_other_place(index, r, lang, words) for r in finding.related),
        place=index.place(finding),
    )


def where(index: Index, reference: Reference, words: Strings) -> str:
    """Where a related passage stands: `path:line`, or the record of the names authority."""
    target = index.target(reference)
    if target is None:
        return words.in_authority.format(record=reference.document.removeprefix(AUTHORITY))
    number, span = target
    document = index.report.documents[number]
    return f"{document.path}:{document.place(span).line}" if span else document.path


def _other_place(index: Index, reference: Reference, lang: str, words: Strings) -> OtherPlace:
    """A related passage and where it stands."""
    return OtherPlace(snippet(reference.text, lang), where(index, reference, words))


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
