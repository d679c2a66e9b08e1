"""Suppressed findings are marked, count nowhere, and suppressions that met nothing are told."""

from dataclasses import replace

from audit.config.schema import FailOn
from audit.model.finding import State
from audit.model.suppression import Reason, Suppression
from audit.normalize import suppress
from audit.score import score
from tests import builders as make

DOC = make.document("Kim left Hasan. " + "He went on. " * 200)
FOUND = (make.finding(DOC, "Kim"), make.finding(DOC, "Hasan"))


def on(number: int, **more: str) -> Suppression:
    finding = FOUND[number]
    return Suppression(finding.fingerprint, finding.rule, "", Reason.OTHER, **more)


def test_a_suppressed_finding_is_marked_and_no_other() -> None:
    marked, notes = suppress(FOUND, [on(1)], ["a"])
    assert [one.state for one in marked] == [State.NEW, State.SUPPRESSED]
    assert [replace(one, state=State.NEW) for one in marked] == list(FOUND)
    assert not notes


def test_it_counts_neither_for_the_exit_code_nor_for_the_score() -> None:
    marked, _ = suppress(FOUND, [on(0), on(1)], ["a"])
    assert not any(FailOn.INFO.met_by(one) for one in marked)
    words = {"a": len(DOC.text.split())}
    suppressed, clean = (score([DOC], found, words, {}).feed for found in (marked, ()))
    assert suppressed == clean
    assert score([DOC], FOUND, words, {}).feed.points > 0


def test_a_suppression_without_its_finding_is_told() -> None:
    gone = Suppression("gone", "NAM001", "", Reason.OTHER, document="a")
    elsewhere = replace(gone, fingerprint="elsewhere", document="b")
    _, notes = suppress(FOUND, [gone, elsewhere, on(0)], ["a"])
    assert [(note.code, note.message) for note in notes] == [
        ("suppressions-unused", "1 suppression met no finding and may be taken out: NAM001 gone")
    ]


def test_a_last_day_is_judged_on_the_day_that_is_given() -> None:
    ending = [on(0, until="2026-01-31"), on(1, until="2026-02-01")]
    marked, notes = suppress(FOUND, ending, ["a"], "2026-02-01")
    assert [one.state for one in marked] == [State.NEW, State.SUPPRESSED]
    assert [note.code for note in notes] == ["suppressions-ended"]
    marked, notes = suppress(FOUND, ending, ["a"])
    assert [one.state for one in marked] == [State.SUPPRESSED, State.SUPPRESSED]
    assert (
        notes[0].message == "2 suppressions with a last day, not judged; say today’s with --as-of"
    )
