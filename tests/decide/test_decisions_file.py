"""decisions.json: what is understood, and that everything else is refused by name."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from audit.decide import read_decisions, schema_text
from audit.errors import ConfigError
from audit.model.decision import Action, Reach, TargetKind
from audit.model.suppression import Reason
from tests.decide.decided import KYIV, covered, file_of, let_stand, style

SCHEMA = Draft202012Validator(json.loads(schema_text()))
WHOLE = style(KYIV, "Kiev", note="as before", author="Ann", time="2026-01-02T10:00:00Z")


def test_a_whole_file_is_read_in_order_of_target() -> None:
    report = {"id": "r1", "signature": "mtaudit:0.1"}
    read = read_decisions(file_of(WHOLE, let_stand("f2"), report=report), "d.json")
    assert (read.report, read.signature) == ("r1", "mtaudit:0.1")
    first, second = read.decisions
    assert (first.target.kind, first.action, first.reach) == (
        TargetKind.FINDING,
        Action.REJECT,
        Reach.FINDING,
    )
    assert (first.reason, first.covers[0].fingerprint) == (Reason.FALSE_ALARM, "f2")
    assert second.name is not None
    assert (second.form, second.name.record, second.author) == ("Kiev", "kyiv", "Ann")


@pytest.mark.parametrize("decision", [WHOLE, let_stand("f1"), let_stand("f1", until="2026-02-28")])
def test_what_is_read_is_what_the_schema_allows(decision: dict[str, Any]) -> None:
    SCHEMA.validate(json.loads(file_of(decision)))
    read_decisions(file_of(decision), "d.json")


Wrong = tuple[dict[str, Any], str]

BY_SCHEMA_TOO: list[Wrong] = [
    ({**WHOLE, "action": "burn"}, "“action” must be one of accept, choose, type"),
    ({**WHOLE, "scope": "world"}, "“scope” must be one of finding, feed, house"),
    ({**WHOLE, "colour": "red"}, "“colour” is not known"),
    ({**WHOLE, "target": {"kind": "name"}}, "target: “id” is missing"),
    ({**WHOLE, "name": {**KYIV, "kind": "river"}}, "name: “kind” must be one of person, place"),
    ({**WHOLE, "form": 7}, "“form” must be a text"),
    ({**WHOLE, "note": ""}, "“note” is empty"),
    ({**let_stand("f1"), "until": "soon"}, "“until” must be a day such as 2026-01-31"),
    ({**let_stand("f1"), "covers": [{}]}, "covered finding 1: “fingerprint” is missing"),
]

BY_SENSE: list[Wrong] = [
    ({**let_stand("f1"), "reason": None}, "reject needs a “reason”"),
    ({**let_stand("f1"), "covers": []}, "reject needs the findings it lets stand"),
    ({**let_stand("f1"), "covers": [covered("f9")]}, "covers the finding itself and no other"),
    ({**let_stand("f1"), "scope": "house"}, "it has no scope “house”"),
    ({**let_stand("f1"), "until": "2026-02-30"}, "“until” must be a day"),
    ({**WHOLE, "name": None}, "scope “house” needs “name” and “form”"),
    ({**WHOLE, "scope": "feed"}, "the form of a name is a matter of house style"),
    ({**WHOLE, "action": "allow-variant", "scope": "feed"}, "its scope is “house”"),
]


@pytest.mark.parametrize(("decision", "why"), [*BY_SCHEMA_TOO, *BY_SENSE])
def test_a_bad_decision_is_refused_by_number_and_field(decision: dict[str, Any], why: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_decisions(file_of(let_stand("other"), decision), "d.json")
    assert str(caught.value).startswith("d.json: decision 2: ")
    assert why in str(caught.value)


@pytest.mark.parametrize("decision", [one for one, _ in BY_SCHEMA_TOO])
def test_the_schema_refuses_what_has_a_wrong_shape(decision: dict[str, Any]) -> None:
    assert not SCHEMA.is_valid(json.loads(file_of(decision)))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'{"schema": "mtaudit/decisions/9", "decisions": []}', "its schema is “mtaudit/decis"),
        (b'{"decisions": []}', "its schema is none"),
        (b"[]", "must be an object"),
        (b'{"schema": "mtaudit/decisions/1",', "d.json:1:34: not JSON"),
        (b"\xff", "byte 0 is not UTF-8"),
        (b'{"schema": 1, "schema": 2}', "the key “schema” stands twice"),
        (b"[" * 100_000, "not usable JSON"),
        (file_of(extra=1), "“extra” is not known"),
    ],
)
def test_a_file_of_another_form_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(ConfigError, match=r"^d\.json") as caught:
        read_decisions(content, "d.json")
    assert why in str(caught.value)


def test_two_decisions_on_one_target_are_refused_by_name() -> None:
    with pytest.raises(ConfigError) as caught:
        read_decisions(file_of(let_stand("f1"), let_stand("f1", "quotation")), "d.json")
    assert "two decisions on finding f1" in str(caught.value)
    twice = read_decisions(file_of(let_stand("f1"), let_stand("f1")), "d.json")
    assert len(twice.decisions) == 1


def test_half_of_a_surrogate_pair_does_no_harm() -> None:
    content = file_of(let_stand("f1")).replace(b'"Kiev"', b'"K\\ud800"')
    assert read_decisions(content, "d.json").decisions[0].covers[0].text == "K\ufffd"
