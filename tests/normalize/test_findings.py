"""Findings: in order, each once, at the right place, and known again after edits elsewhere."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from audit.model.finding import Applicability, Finding, FindingClass, Fix, Hit, Related, Severity
from audit.model.place import OffsetMap, Origin, Piece, Place, Span, line_starts
from audit.model.text import Document
from audit.normalize import findings
from tests import builders as make

NAMES = replace(make.rule("NAM001", "split-name"), says="“{found}” here, “{expected}” there")
WORDS = replace(make.rule("REP001", "doubled-word", severity=Severity.MINOR), says="twice")
RULES = {rule.id: rule for rule in (NAMES, WORDS)}


def hit(document: Document, text: str, nth: int = 0, **more: object) -> Hit:
    values = (("found", text), ("expected", text.upper()))
    return Hit(document.id, make.find(document, text, nth), values, **more)  # type: ignore[arg-type]


def made(document: Document, *hits: Hit, rule: str = "NAM001") -> tuple[Finding, ...]:
    return findings([(rule, one) for one in hits], RULES, {document.id: document})


class TestOneFinding:
    DOCUMENT = make.document("Kim came.\nThen Kim Jong-un left.", id="b", path="news/b.txt")

    def test_has_the_rule_s_facts_and_the_filled_message(self) -> None:
        (found,) = made(self.DOCUMENT, hit(self.DOCUMENT, "Kim Jong-un"))
        assert (found.rule, found.name, found.mqm) == (NAMES.id, NAMES.name, NAMES.mqm)
        assert (found.severity, found.finding_class) == (NAMES.severity, NAMES.finding_class)
        assert found.message == "“Kim Jong-un” here, “KIM JONG-UN” there"
        assert found.text == "Kim Jong-un"

    def test_the_hit_may_say_how_sure_it_is(self) -> None:
        doubtful = hit(
            self.DOCUMENT,
            "Kim",
            confidence=0.123456,
            finding_class=FindingClass.QUERY,
            entity="kim",
        )
        (found,) = made(self.DOCUMENT, doubtful)
        assert (found.finding_class, found.confidence) == (FindingClass.QUERY, 0.12)
        assert found.entity == "kim"

    def test_of_two_hits_at_one_place_the_surer_is_kept(self) -> None:
        unsure, sure = (hit(self.DOCUMENT, "Kim", confidence=share) for share in (0.3, 0.9))
        for hits in ((unsure, sure), (sure, unsure)):
            (found,) = made(self.DOCUMENT, *hits)
            assert found.confidence == 0.9

    def test_line_and_column_are_those_of_the_file(self) -> None:
        (found,) = made(self.DOCUMENT, hit(self.DOCUMENT, "Kim Jong-un"))
        assert found.place == Place(15, 26, 2, 6)

    def test_place_goes_through_the_offset_maps(self) -> None:
        markup = "<p>Kim &amp; Un</p>"
        content = OffsetMap.of([Piece(0, 4, 3, 4), Piece(4, 1, 7, 5), Piece(5, 3, 12, 3)])
        document = replace(
            make.document("Kim & Un"), origin=Origin(content, line_starts=line_starts(markup))
        )
        (found,) = made(document, hit(document, "& Un"))
        assert markup[found.place.start : found.place.end] == "&amp; Un"
        assert found.span == Span(4, 8)

    def test_related_passages_are_in_the_user_s_coordinates(self) -> None:
        content = OffsetMap.of([Piece(0, 9, 5, 9)])
        other = replace(make.document("Kim left."), origin=Origin(content))
        related = (Related("a", Span(0, 3), "Kim"), Related("authority:kim", Span(0, 3), "Kim"))
        fix = Fix("Kim", Applicability.SAFE, "decided")
        one = hit(self.DOCUMENT, "Kim Jong-un", related=related, fixes=(fix,))
        documents = {"a": other, "b": self.DOCUMENT}
        (found,) = findings([("NAM001", one)], RULES, documents)
        assert [(each.document, each.start, each.end) for each in found.related] == [
            ("a", 5, 8),
            ("authority:kim", 0, 3),
        ]
        assert found.fixes == (fix,)


class TestAll:
    def test_are_in_order_of_document_place_and_rule(self) -> None:
        first, second = make.document("Kim Un Kim", id="z"), make.document("Kim", id="a")
        hits = [
            ("REP001", hit(second, "Kim")),
            ("REP001", hit(first, "Kim", 1)),
            ("REP001", hit(first, "Kim")),
            ("NAM001", hit(first, "Kim")),
            ("NAM001", hit(first, "Kim Un")),
        ]
        found = findings(hits, RULES, {"z": first, "a": second})
        assert [(one.document, one.text, one.rule) for one in found] == [
            ("z", "Kim", "NAM001"),
            ("z", "Kim", "REP001"),
            ("z", "Kim Un", "NAM001"),
            ("z", "Kim", "REP001"),
            ("a", "Kim", "REP001"),
        ]

    @given(st.permutations(range(6)))
    def test_do_not_depend_on_the_order_of_hits(self, order: list[int]) -> None:
        document = make.document("Kim Un. Kim Un. Kim Un.")
        hits = [(rule, hit(document, "Kim", n)) for rule in RULES for n in range(3)]
        documents = {document.id: document}
        turned = findings([hits[index] for index in order], RULES, documents)
        assert turned == findings(hits, RULES, documents)

    def test_one_rule_says_a_thing_once_two_rules_say_two(self) -> None:
        document = make.document("Kim came.")
        again = [("NAM001", hit(document, "Kim")), ("NAM001", hit(document, "Kim"))]
        assert len(findings(again, RULES, {"a": document})) == 1
        again.append(("REP001", hit(document, "Kim")))
        assert len(findings(again, RULES, {"a": document})) == 2


SENTENCES = st.lists(
    st.text("abcdefg ", min_size=3, max_size=20).map(lambda s: f"X{s.strip()}."), max_size=4
)


class TestFingerprint:
    SENTENCE = "Then Kim Jong-un left."

    def of(self, text: str, *, id: str = "a", rule: str = "NAM001") -> str:
        document = make.document(text, id=id)
        (found,) = made(document, hit(document, "Kim Jong-un"), rule=rule)
        return found.fingerprint

    @given(SENTENCES, SENTENCES, st.sampled_from(["\n", "\n\n", " "]))
    def test_stays_when_other_text_changes(
        self, before: list[str], after: list[str], between: str
    ) -> None:
        assert self.of(between.join([*before, self.SENTENCE, *after])) == self.of(self.SENTENCE)

    def test_stays_when_blanks_and_capitals_change(self) -> None:
        assert self.of("THEN  Kim Jong-un left.") == self.of(self.SENTENCE)

    def test_changes_with_the_sentence_the_document_and_the_rule(self) -> None:
        every = {
            self.of(self.SENTENCE),
            self.of("Then Kim Jong-un stayed."),
            self.of(self.SENTENCE, id="b"),
            self.of(self.SENTENCE, rule="REP001"),
        }
        assert len(every) == 4

    def test_tells_equal_sentences_apart(self) -> None:
        document = make.document(f"{self.SENTENCE}\n{self.SENTENCE}")
        found = made(document, *(hit(document, "Kim Jong-un", n) for n in range(2)))
        assert len({one.fingerprint for one in found}) == 2

    def test_is_the_same_for_ever(self) -> None:
        """Baselines and suppressions hold fingerprints; a change here breaks every one of them."""
        assert self.of(self.SENTENCE) == "f0983dacfd0087d458b7"
