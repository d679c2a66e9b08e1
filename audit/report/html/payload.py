"""The data of the page: everything the script draws, as base64 text that nothing can break out of.

All offsets are UTF-16 units, as the script counts. Equal reports give equal bytes: the gzip header
carries no time and no name.
"""

import gzip
import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import asdict
from io import BytesIO

from audit.model.finding import Finding, Reference
from audit.model.names import Entity
from audit.model.place import Span
from audit.model.score import GateKind
from audit.model.text import UNKNOWN_LANGUAGE
from audit.report.html.deciding import identity, name_facts
from audit.report.html.findings import MOST_PLACES, by_form, more_places, where
from audit.report.html.index import Index, capital, gravity, plain_name
from audit.report.html.languages import language_name
from audit.report.html.names import name_card
from audit.report.html.passages import direction
from audit.report.html.reveal import QUOTED, named, pattern
from audit.report.html.score import gate_label, short_score
from audit.report.html.strings import ENGLISH, Strings
from audit.report.html.units import Units

COMPRESSION = 6
"""gzip level: on reports of 10,000 findings level 9 takes twice as long for 1 % less."""


def encode(data: object) -> str:
    """JSON, gzip, base64."""
    try:
        plain = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # half of a surrogate pair: only an escape can carry it
        plain = json.dumps(data, separators=(",", ":")).encode()
    packed = BytesIO()
    with gzip.GzipFile(
        filename="", mode="wb", compresslevel=COMPRESSION, fileobj=packed, mtime=0
    ) as file:
        file.write(plain)
    return b64encode(packed.getvalue()).decode("ascii")


def payload(index: Index, words: Strings = ENGLISH) -> dict[str, object]:
    """All that the script needs, JSON-ready."""
    shown = (*index.departing, *index.shortened)
    rows = {entity.id: i for i, entity in enumerate(shown)}
    ranks = {f.fingerprint: i for i, f in enumerate(sorted(index.listed, key=gravity))}
    return {
        **identity(index.report),
        "strings": _said(words),
        "hidden": {"pattern": pattern(), "quoted": QUOTED, "names": named()},
        "rules": {
            rule.id: {"name": plain_name(rule.name), "why": rule.why}
            for rule in index.report.rules.values()
        },
        "scored": index.report.scores is not None,
        "gates": {kind.value: gate_label(kind, words) for kind in GateKind},
        "documents": [
            _document(index, number, words) for number in range(len(index.report.documents))
        ],
        "names": [_name(index, entity, words) for entity in shown],
        "findings": [_finding(index, f, rows, ranks, words) for f in index.listed],
    }


def _range(index: Index, number: int, span: Span) -> list[int]:
    """A span of document `number` in UTF-16 units."""
    units = index.units[number]
    return [units(span.start), units(span.end)]


def _said(words: Strings) -> dict[str, object]:
    """The words that the script may need: those of the trend are another page's."""
    return {key: said for key, said in asdict(words).items() if not key.startswith("trend_")}


def _document(index: Index, number: int, words: Strings) -> dict[str, object]:
    """One document: what is known of it and, where the page holds it, its text."""
    document = index.report.documents[number]
    score = index.score(document.id)
    facts: dict[str, object] = {
        "title": index.title(document),
        "id": document.id,
        "path": document.path,
        "lang": document.lang,
        "dir": direction(document.lang),
        "language": language_name(document.lang, words),
        "words": index.report.words.get(document.id, 0),
        "score": short_score(score, words),
        "hold": bool(score and score.hold),
        "date": document.date or "",
        "publisher": document.publisher or "",
        "url": document.url or "",
    }
    if document.id not in index.told:
        return {**facts, "text": None, "blocks": [], "pairs": []}
    return {**facts, **_text(index, number, words)}


def _text(index: Index, number: int, words: Strings) -> dict[str, object]:
    """The text of a document, where its paragraphs are, and the source beside it, if any.

    A pair is its start and end in the text, its source, and what its file calls it.
    """
    document = index.report.documents[number]
    text: dict[str, object] = {
        "text": document.text,
        "blocks": [
            [*_range(index, number, block.span), block.kind.value]
            for block in index.around[number].blocks
        ],
        "pairs": [
            [*_range(index, number, pair.span), pair.source, pair.id or ""]
            for pair in document.pairs
        ],
    }
    if document.pairs:
        source_lang = document.source_lang or UNKNOWN_LANGUAGE
        text["sourceLang"] = source_lang
        text["sourceDir"] = direction(source_lang)
        text["sourceLanguage"] = language_name(source_lang, words)
    return text


def _name(index: Index, entity: Entity, words: Strings) -> dict[str, object]:
    """One name: what its card says, and every mention as document, start, end, line, form."""
    card = name_card(index, entity, words)
    texts = [form.text for form in entity.forms]
    if len(card.forms) > len(texts):  # the card puts a proposed form that stands nowhere first
        texts.insert(0, entity.canonical.text)
    seats = {text: i for i, text in enumerate(texts)}
    lang, facts = index.language(entity), name_facts(entity)
    return {
        "id": entity.id,
        **facts,
        "title": entity.canonical.text,
        "lang": lang,
        "dir": direction(lang),
        "kind": card.kind,
        "basis": card.basis,
        "because": capital(entity.canonical.because),
        "confidence": card.confidence,
        "departs": bool(entity.variants),
        "forms": [
            {
                "text": text,
                "count": row.count,
                "documents": row.documents,
                "role": row.role,
                "expected": variant.expected if variant else "",
                "variant": row.variant,
                "because": capital(variant.because) if variant else "",
            }
            for text, row in zip(texts, card.forms, strict=True)
            for variant in [entity.variant(text)]
        ],
        "mentions": [
            [
                number,
                *_range(index, number, mention.span),
                index.report.documents[number].place(mention.span).line,
                seats.get(mention.text, -1),
            ]
            for mention in entity.mentions
            if mention.document in index.told
            for number in [index.number[mention.document]]
        ],
    }


def _finding(
    index: Index, finding: Finding, rows: dict[str, int], ranks: dict[str, int], words: Strings
) -> dict[str, object]:
    """One finding; `in` is the sentence around it, `rank` its place when the worst come first."""
    number = index.number[finding.document]
    return {
        "id": finding.fingerprint,
        "rule": finding.rule,
        "name": plain_name(finding.name),
        "class": finding.finding_class.value,
        "severity": finding.severity.value,
        "state": finding.state.value,
        "confidence": round(finding.confidence * 100),
        "message": finding.message,
        "document": number,
        "at": _range(index, number, finding.span),
        "in": _range(index, number, index.around[number].sentence(finding.span)),
        "line": finding.place.line,
        "column": finding.place.column,
        "entity": rows.get(finding.entity or "", -1),
        "rank": ranks[finding.fingerprint],
        "fixes": [[fix.replacement, fix.applicability.value, fix.because] for fix in finding.fixes],
        "related": [_compared(index, references, words) for references in by_form(finding)],
        "source": _source_passage(index, finding),
        "gates": [kind.value for kind in index.gates.get(finding.fingerprint, ())],
    }


def _source_passage(index: Index, finding: Finding) -> list[int] | None:
    """The number of the pair and the range in its source that a finding speaks of."""
    passage, pairs = finding.source, index.document(finding).pairs
    if passage is None or passage.pair >= len(pairs):
        return None
    units = Units(pairs[passage.pair].source)
    return [passage.pair, units(passage.start), units(passage.end)]


def _compared(index: Index, references: Sequence[Reference], words: Strings) -> dict[str, object]:
    """Another form and the first places where it stands."""
    return {
        "text": references[0].text,
        "places": [_place(index, each, words) for each in references[:MOST_PLACES]],
        "more": more_places(references, words),
    }


def _place(index: Index, reference: Reference, words: Strings) -> dict[str, object]:
    """Where another passage stands, and where to jump to, if anywhere."""
    number, span = index.target(reference) or (-1, None)
    return {
        "where": where(index, reference, words),
        "document": number,
        "at": _range(index, number, span) if span else None,
    }
