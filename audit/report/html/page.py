"""From a report to the page that is shown: the one place where its parts are put together."""

from audit.model.finding import State
from audit.report.html.findings import finding_card
from audit.report.html.index import Index
from audit.report.html.names import name_card
from audit.report.html.strings import ENGLISH, Strings
from audit.report.html.summary import summary
from audit.report.html.unchecked import unchecked
from audit.report.html.views import Page

STATIC_FINDINGS = 200
"""Findings drawn without the script: a mail preview or a locked-down CI page stays readable."""

STATIC_NAMES = 100
"""Names that depart, drawn without the script."""

STATIC_SHORT = 20
"""Names with short forms only, drawn without the script: there is nothing to decide on them."""


def page(index: Index, words: Strings = ENGLISH) -> Page:
    """Everything the templates show."""
    report = index.report
    worst = index.worst(f for f in index.listed if f.state is not State.SUPPRESSED)
    departing, shortened = index.departing, index.shortened
    total = sum(report.words.get(document.id, 0) for document in report.documents)
    return Page(
        audited=(words.documents_count.of(len(report.documents)), words.words_count.of(total)),
        signature=str(report.signature),
        summary=summary(index, words),
        names=tuple(name_card(index, e, words) for e in departing[:STATIC_NAMES]),
        names_count=len(departing),
        names_none=words.names_none if report.documents else words.nothing_read,
        short_names=tuple(name_card(index, e, words) for e in shortened[:STATIC_SHORT]),
        short_count=len(shortened),
        findings=tuple(finding_card(index, f, words) for f in worst[:STATIC_FINDINGS]),
        findings_count=len(index.open),
        left_out=words.left_out.of(index.left_out) if index.left_out else "",
        findings_none=words.none_found if report.documents else words.nothing_read,
        unchecked=unchecked(index, words),
    )
