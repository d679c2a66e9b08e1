"""What holds of every score: further errors never help, order and grouping make no difference."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model.finding import Finding, FindingClass, State
from audit.model.score import Band, Score
from audit.model.text import Document
from audit.score import score
from audit.score.count import count
from tests.score.texts import article, findings_in, scored

LONG = article(600)
SHORT = article(60, id="short")
ORDER = (Band.CLEAN, Band.LIGHT, Band.MODERATE, Band.HEAVY)


def in_no_order(made: Score) -> tuple[Score, dict[str, set[str]]]:
    """A score and the findings behind its gates, which stand in the order of the report."""
    gates = {gate.kind.value: set(gate.findings) for gate in made.gates}
    return replace(made, gates=()), gates


def band(made: Score) -> int:
    assert made.band
    return ORDER.index(made.band)


@pytest.mark.parametrize("doc", [LONG, SHORT], ids=["long", "short"])
@given(data=st.data())
def test_a_further_finding_never_makes_it_better(doc: Document, data: st.DataObject) -> None:
    findings = data.draw(st.lists(findings_in(doc), min_size=1, max_size=12))
    before = scored(doc, findings[1:])
    after = scored(doc, findings)
    assert after.points >= before.points
    assert after.expected_points >= before.expected_points
    assert band(after) >= band(before)
    assert len(after.gates) >= len(before.gates)
    if doc is LONG:
        assert after.quality is not None
        assert before.quality is not None
        assert after.quality <= before.quality


@given(st.lists(findings_in(LONG), max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_findings_makes_no_difference(findings: list[Finding], random: object) -> None:
    unique = list({one.fingerprint: one for one in findings}.values())
    mixed = list(unique)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert in_no_order(scored(LONG, unique)) == in_no_order(scored(LONG, mixed))


@given(st.lists(findings_in(LONG), max_size=12))
def test_every_score_is_within_its_bounds(findings: list[Finding]) -> None:
    made = scored(LONG, findings)
    assert made.quality is not None
    assert made.penalty is not None
    assert 0 <= made.quality <= 100
    assert made.points >= 0
    assert (made.quality == 100) == (made.points == 0) == (made.band is Band.CLEAN)
    assert abs(made.penalty - made.points / made.words * 1000) < 0.01
    assert abs(sum(share.points for share in made.shares) - made.points) < 1e-9
    assert sum(one.points for one in made.penalties) == sum(s.points for s in made.shares)
    entering = [
        one
        for one in findings
        if one.finding_class is FindingClass.ERROR
        and one.confidence >= 0.7
        and one.state is not State.SUPPRESSED
    ]
    assert made.errors + made.repeats + made.enclosed <= len(entering)
    for ends in (made.penalty_interval, made.quality_interval):
        assert ends is None or 0 <= ends.low <= ends.high
    assert made.quality_interval is None or made.quality_interval.high <= 100


@given(st.lists(findings_in(LONG), max_size=9))
def test_the_heaviest_choice_without_overlap_is_counted(findings: list[Finding]) -> None:
    """Against all choices: of single errors, none that do not overlap weigh more together."""
    distinct = [replace(one, text=str(i), fingerprint=str(i)) for i, one in enumerate(findings, 1)]
    weighed = [(one, i * i % 7) for i, one in enumerate(distinct)]
    best = max(
        sum(points for _, points in choice)
        for size in range(len(weighed) + 1)
        for choice in combinations(weighed, size)
        if not any(a.span.overlaps(b.span) for (a, _), (b, _) in combinations(choice, 2))
    )
    counted = count(weighed).errors
    assert sum(one.points for one in counted) == best
    spans = [one.finding.span for one in counted]
    assert not any(a.overlaps(b) for a, b in combinations(spans, 2))


FEED = [article(200, id=f"d{n}", publisher="ab"[n % 2], lang="en") for n in range(5)]


@given(
    st.lists(st.sampled_from(FEED).flatmap(findings_in), max_size=20),
    st.permutations(range(len(FEED))),
)
def test_the_feed_is_the_sum_of_its_documents_in_any_order(
    findings: list[Finding], order: list[int]
) -> None:
    words = dict.fromkeys((doc.id for doc in FEED), 200)
    straight = score(FEED, findings, words, {})
    turned = score([FEED[i] for i in order], findings, words, {})
    assert in_no_order(straight.feed) == in_no_order(turned.feed)
    assert straight.documents == turned.documents
    for one, other in zip(straight.publishers, turned.publishers, strict=True):
        assert in_no_order(one.score) == in_no_order(other.score)
    parts = [scored(doc, [f for f in findings if f.document == doc.id]) for doc in FEED]
    assert parts == [straight.documents[doc.id] for doc in FEED]
    assert abs(sum(part.points for part in parts) - straight.feed.points) < 1e-9
    assert sum(part.words for part in parts) == straight.feed.words
    groups = [group.score.points for group in straight.publishers]
    assert abs(sum(groups) - straight.feed.points) < 1e-9
