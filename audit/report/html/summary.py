"""The summary: what to do first, in words, and the counts behind it."""

from collections import Counter
from collections.abc import Iterator

from audit.model.finding import Finding, FindingClass
from audit.model.report import NoteLevel
from audit.report.html.charts import bars, changes, families, timeline
from audit.report.html.findings import severity_label
from audit.report.html.index import CLASSES, Index, gravity, plain_name
from audit.report.html.languages import language_name
from audit.report.html.metrics import metrics_card
from audit.report.html.score import score_card, short_score
from audit.report.html.snippets import snippet
from audit.report.html.strings import Strings
from audit.report.html.views import DocumentRow, RuleRow, Step, Summary, Tally

MOST_DOCUMENTS = 10
"""Rows of the table of documents: what fits beside the other tables without scrolling twice."""


def summary(index: Index, words: Strings) -> Summary:
    """The summary of a report."""
    documents = _documents(index, words)
    return Summary(
        steps=tuple(_steps(index, words)),
        rest=_rest(index, words),
        tallies=tuple(_tallies(index, words)),
        changes=tuple(changes(index, words)),
        families=families(index, words),
        timeline=timeline(index, words),
        rules=tuple(_rules(index, words)),
        documents=tuple(documents[:MOST_DOCUMENTS]),
        more_documents=len(documents) > MOST_DOCUMENTS,
        score=score_card(index, words),
        metrics=metrics_card(index.report.comparison, words),
    )


def _steps(index: Index, words: Strings) -> Iterator[Step]:
    """What an editor should do, most useful first: input, names, errors, page residue, queries."""
    failed = sum(note.level is NoteLevel.ERROR for note in index.report.notes)
    if failed:
        yield Step(words.first_input.of(failed), "#unchecked")
    names = [entity for entity in index.departing if entity.id in index.to_decide]
    if names:
        first = snippet(names[0].canonical.text, index.language(names[0]))
        head, _, tail = words.first_name_example.partition("{name}")
        yield Step(words.first_names.of(len(names)) + head, "#names", first, tail)
    kinds = Counter(f.finding_class for f in index.open)
    named = {entity.id for entity in names}
    errors = sum(f.finding_class is FindingClass.ERROR and f.entity not in named
                 for f in index.open)  # fmt: skip
    if errors:
        yield Step(words.first_errors.of(errors), "#findings?class=error")
    if kinds[FindingClass.CHROME]:
        text = words.first_chrome.of(kinds[FindingClass.CHROME])
        yield Step(text, "#findings?class=chrome")
    if kinds[FindingClass.QUERY]:
        yield Step(words.first_queries.of(kinds[FindingClass.QUERY]), "#findings?class=query")


def _rest(index: Index, words: Strings) -> str:
    """What is said where there is nothing to do."""
    if not index.report.documents:
        return words.nothing_read
    remarks = sum(f.finding_class is FindingClass.INFO for f in index.open)
    return words.first_remarks.of(remarks) if remarks else words.first_nothing


def _tallies(index: Index, words: Strings) -> Iterator[Tally]:
    """The number of findings of each class; classes without any are shown too."""
    kinds = Counter(f.finding_class for f in index.open)
    for kind in CLASSES:
        label = getattr(words, f"class_{kind}")
        means = getattr(words, f"class_{kind}_means")
        yield Tally(kind.value, label, means, kinds[kind], f"#findings?class={kind}")


def _rules(index: Index, words: Strings) -> Iterator[RuleRow]:
    """The rules that found something, the worst and most frequent first."""
    found: dict[str, list[Finding]] = {}
    for finding in index.open:
        found.setdefault(finding.rule, []).append(finding)
    worst = {rule: min(all_of, key=gravity) for rule, all_of in found.items()}
    order = sorted(found, key=lambda rule: (gravity(worst[rule])[:2], -len(found[rule]), rule))
    for key in order:
        one, rule = worst[key], index.report.rules.get(key)
        yield RuleRow(
            id=key,
            name=plain_name(one.name),
            why=rule.why if rule else "",
            class_key=one.finding_class.value,
            class_label=getattr(words, f"class_{one.finding_class}"),
            severity=severity_label(one, words),
            count=len(found[key]),
            href=f"#findings?rule={key}",
        )


def _documents(index: Index, words: Strings) -> list[DocumentRow]:
    """The documents with findings, most findings first."""
    counts: dict[str, Counter[FindingClass]] = {}
    for finding in index.open:
        counts.setdefault(finding.document, Counter())[finding.finding_class] += 1
    order = sorted(counts, key=lambda key: (-counts[key].total(), index.number[key]))
    most = counts[order[0]].total() if order else 0
    return [_document(index, key, counts[key], most, words) for key in order]


def _document(
    index: Index, id: str, counts: Counter[FindingClass], most: int, words: Strings
) -> DocumentRow:
    """One line of the table of documents; `most` findings fill the width of its bar."""
    number = index.number[id]
    document = index.report.documents[number]
    score = index.score(id)
    return DocumentRow(
        title=snippet(index.title(document), document.lang),
        path=document.path,
        language=language_name(document.lang, words),
        words=index.report.words.get(id, 0),
        count=counts.total(),
        href=f"#article/{number}",
        score=short_score(score, words),
        hold=bool(score and score.hold),
        bars=bars(counts, most),
    )
