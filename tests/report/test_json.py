"""report.json: its schema, its order, its bytes."""

import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model.comparison import (
    Comparison,
    Consistency,
    Measure,
    MetricName,
    Share,
    SystemResult,
)
from audit.model.finding import Applicability, FindingClass, Fix, Reference, SourcePassage, State
from audit.model.mqm import MQM, Dimension
from audit.model.names import Variant, VariantKind
from audit.model.report import Note, NoteLevel, Report
from audit.model.score import Band, GateKind
from audit.report.json import JsonReporter, as_tree, schema_text
from audit.score import score
from tests.builders import document, entity, finding, mentions, reference, report, rule

SCHEMA: dict[str, Any] = json.loads(schema_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def full() -> Report:
    """A report in which every key of the form is filled."""
    one = document("Kim Jong Un met Hasan.\nKim Jong-un left.", id="one")
    two = document("Kim Jong-un spoke. Lee.", id="two")
    seen = mentions([one, two], "Kim Jong Un", "Kim Jong-un")
    variant = Variant("Kim Jong-un", "Kim Jong Un", VariantKind.HYPHENATION, "A hyphen.", 0.9)
    kim = entity("Kim Jong Un", seen, variants=[variant], confidence=2 / 3)
    lee = entity("Lee", mentions([two], "Lee"), id="e2")
    found = [
        finding(
            one,
            "Kim Jong-un",
            entity="e1",
            confidence=1 / 3,
            related=[
                reference(one, "Kim Jong Un"),
                Reference("authority:kim", 0, 11, "Kim Jong Un"),
            ],
            fixes=[Fix("Kim Jong Un", Applicability.SAFE, "The form met most often.")],
        ),
        finding(
            two, "spoke", by=rule("NUM001"), finding_class=FindingClass.INFO, state=State.KNOWN
        ),
    ]
    notes = [
        Note(NoteLevel.ERROR, "unreadable", "cannot be read", "c.txt", 4),
        Note(NoteLevel.INFO, "capped", "some are left out"),
    ]
    ran = [rule("NAM001"), rule("NUM001", "wrong-scale"), rule("REP001", "doubled-word")]
    made = report([one, two], found, [kim, lee], notes=notes, rules=ran)
    return replace(made, scores=score(made.documents, found, made.words, {}))


def written(value: Report) -> str:
    out = io.StringIO()
    JsonReporter().write(value, out)
    return out.getvalue()


def test_the_schema_is_one() -> None:
    VALIDATOR.check_schema(SCHEMA)


@pytest.mark.parametrize("value", [full(), report([])], ids=["full", "empty"])
def test_reports_hold_to_the_schema(value: Report) -> None:
    VALIDATOR.validate(json.loads(written(value)))


def objects(node: Any) -> list[dict[str, Any]]:
    """Every object schema within `node`."""
    if isinstance(node, list):
        return [one for item in node for one in objects(item)]
    if not isinstance(node, dict):
        return []
    own = [node] if "properties" in node and node.get("type") == "object" else []
    return own + [one for item in node.values() for one in objects(item)]


def test_every_property_is_described_required_and_the_only_one() -> None:
    found = objects(SCHEMA)
    assert len(found) >= 10
    for one in found:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
        for name, value in one["properties"].items():
            assert value["description"].endswith("."), name


def keys(tree: Any, schema: Any) -> None:
    """Assert that `tree` has the keys of `schema`, in its order, all the way down."""
    if tree is not None and "anyOf" in schema:
        schema = schema["anyOf"][0]
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if isinstance(tree, list):
        for item in tree:
            keys(item, schema["items"])
    if isinstance(tree, dict) and "properties" in schema:
        assert list(tree) == list(schema["properties"])
        for name, value in tree.items():
            keys(value, schema["properties"][name])


def test_keys_come_in_the_order_of_the_schema() -> None:
    keys(as_tree(full()), SCHEMA)


def test_the_schema_lists_every_error_type() -> None:
    mqm = SCHEMA["$defs"]["finding"]["properties"]["mqm"]["enum"]
    assert mqm == [one.value for one in MQM]


def test_the_schema_lists_every_dimension_band_and_gate() -> None:
    definitions = SCHEMA["$defs"]
    share = definitions["share"]["properties"]["dimension"]["enum"]
    assert share == [one.value for one in Dimension]
    band = definitions["score"]["properties"]["band"]["enum"]
    assert band == [*(one.value for one in Band), None]
    gate = definitions["gate"]["properties"]["gate"]["enum"]
    assert gate == [one.value for one in GateKind]


def long_report() -> Report:
    """A report with a score: 600 words of two publishers, an error in every other sentence."""
    text = "\n".join(" ".join(f"w{i}x{n}" for n in range(10)) + "." for i in range(30))
    docs = [replace(document(text, id=id_), publisher=id_.upper()) for id_ in "ab"]
    found = [
        finding(doc, f"w{i}x3", confidence=0.9 if i % 4 else 0.5)
        for doc in docs
        for i in range(0, 30, 2)
    ]
    found.append(finding(docs[0], "w1x1", finding_class=FindingClass.CHROME))
    made = report(docs, found)
    return replace(made, scores=score(docs, made.findings, made.words, {}))


def test_a_score_is_written_whole_and_holds_to_the_schema() -> None:
    value = long_report()
    tree = json.loads(written(value))
    VALIDATOR.validate(tree)
    keys(tree, SCHEMA)
    feed, one = tree["summary"]["score"]["feed"], tree["documents"][0]["score"]
    assert (feed["words"], feed["points"], feed["penalty"], feed["quality"]) == (
        590,
        70,
        118.64,
        88.1,
    )
    assert feed["quality_interval"]["low"] < 88.1 < feed["quality_interval"]["high"]
    assert (one["words"], one["quality"], one["band"], one["hold"]) == (290, None, "heavy", True)
    assert one["by_dimension"] == [{"dimension": "terminology", "errors": 7, "points": 35.0}]
    assert [gate["gate"] for gate in one["gates"]] == ["page-residue"]
    assert [gate["findings"] for gate in one["gates"]] == [
        [f.fingerprint for f in value.findings if f.finding_class is FindingClass.CHROME]
    ]
    assert sum(each["points"] for each in one["penalties"]) == one["points"]
    groups = tree["summary"]["score"]["publishers"]
    assert [(group["name"], group["documents"]) for group in groups] == [("A", 1), ("B", 1)]


def test_a_document_without_a_score_says_so() -> None:
    doc = replace(document("Kim left."), segments=())
    made = replace(report([doc]), scores=score([doc], [], {doc.id: 2}, {}))
    tree = json.loads(written(made))
    VALIDATOR.validate(tree)
    assert tree["documents"][0]["score"] is None


def test_a_finding_is_written_whole() -> None:
    tree = json.loads(written(full()))
    assert tree["findings"][0] == {
        "fingerprint": full().findings[0].fingerprint,
        "rule": "NAM001",
        "name": "split-name",
        "class": "error",
        "severity": "major",
        "confidence": 0.3333,
        "mqm": "terminology/inconsistent-use-of-terminology",
        "message": "Something is wrong here.",
        "document": "one",
        "start": 23,
        "end": 34,
        "line": 2,
        "column": 1,
        "text": "Kim Jong-un",
        "entity": "e1",
        "related": [
            {"document": "one", "start": 0, "end": 11, "text": "Kim Jong Un"},
            {"document": "authority:kim", "start": 0, "end": 11, "text": "Kim Jong Un"},
        ],
        "fixes": [
            {
                "replacement": "Kim Jong Un",
                "applicability": "safe",
                "because": "The form met most often.",
            }
        ],
        "source": None,
        "state": "new",
    }


def test_the_passage_of_the_source_is_written_where_there_is_one() -> None:
    report = full()
    beside = replace(report.findings[0], source=SourcePassage(2, 4, 9, "Кимом"))
    tree = json.loads(written(replace(report, findings=(beside,))))
    VALIDATOR.validate(tree)
    assert tree["findings"][0]["source"] == {"pair": 2, "start": 4, "end": 9, "text": "Кимом"}


def test_the_summary_counts_everything() -> None:
    assert json.loads(written(replace(full(), scores=None)))["summary"] == {
        "documents": 2,
        "words": 12,
        "entities": 2,
        "entities_with_variants": 1,
        "findings": {
            "total": 2,
            "by_class": {"error": 1, "query": 0, "chrome": 0, "info": 1},
            "by_severity": {"neutral": 0, "minor": 0, "major": 2, "critical": 0},
            "by_rule": {"NAM001": 1, "NUM001": 1, "REP001": 0},
            "by_state": {"new": 1, "known": 1, "suppressed": 0},
        },
        "score": None,
        "metrics": None,
    }


def test_metrics_are_written_whole_and_hold_to_the_schema() -> None:
    share = Share(3, 4)
    measures = (Measure(MetricName.BLEU, 31.5, 31.2, 2.5), Measure(MetricName.TER, 50.0))
    feed = SystemResult("", measures, Consistency(share, Share(0, 0), share, share))
    done = Comparison(7, (feed,), ((MetricName.BLEU, "nrefs:1"),), notes=("No source.",))
    tree = json.loads(written(replace(full(), comparison=done)))
    VALIDATOR.validate(tree)
    metrics = tree["summary"]["metrics"]
    assert metrics["segments"] == 7
    assert metrics["signatures"] == {"bleu": "nrefs:1"}
    (system,) = metrics["systems"]
    assert system["measures"][0] == {
        "metric": "bleu", "value": 31.5, "mean": 31.2, "margin": 2.5, "p_value": None,
    }  # fmt: skip
    assert system["consistency"]["names"] == {"good": 3, "total": 4, "rate": 0.75}
    assert system["consistency"]["terms"]["rate"] is None


def test_only_entities_with_several_forms_or_a_finding_are_listed() -> None:
    assert [one["id"] for one in as_tree(full())["entities"]] == ["e1"]  # type: ignore[attr-defined]
    doc = document("Lee left.")
    lee = entity("Lee", mentions([doc], "Lee"))
    spoken_of = report([doc], [finding(doc, "Lee", entity="e1")], [lee])
    assert [one["text"] for one in json.loads(written(spoken_of))["entities"][0]["forms"]] == [
        "Lee"
    ]


def test_notes_and_documents_are_written_whole() -> None:
    tree = json.loads(written(replace(full(), scores=None)))
    assert tree["notes"] == [
        {
            "level": "error",
            "code": "unreadable",
            "message": "cannot be read",
            "path": "c.txt",
            "line": 4,
        },
        {
            "level": "info",
            "code": "capped",
            "message": "some are left out",
            "path": None,
            "line": None,
        },
    ]
    assert tree["documents"][0] == {
        "id": "one",
        "path": "one.txt",
        "lang": "en",
        "words": 8,
        "score": None,
    }


def test_the_same_report_is_the_same_bytes() -> None:
    assert written(full()) == written(full())


def test_text_is_not_escaped_and_the_file_ends_in_a_line_end() -> None:
    doc = document("Зеленський і 金正恩.")
    text = written(report([doc], [finding(doc, "Зеленський")]))
    assert '"text": "Зеленський"' in text
    assert text.endswith("}\n")
    assert text.startswith('{\n  "schema": "mtaudit/report/1",\n')


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_at_all_gives_json_that_utf8_can_hold(text: str) -> None:
    doc = document("Lee left.", path="x" + text)
    tree = json.loads(written(report([doc], [finding(doc, "Lee", text)])).encode())
    message = tree["findings"][0]["message"]
    assert len(message) == len(text)
    assert all(a in (b, "\ufffd") for a, b in zip(message, text, strict=True))
