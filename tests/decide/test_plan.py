"""Decisions carried into the publisher's files: what is written, refused, and told as stale."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.authority import load as load_authority
from audit.config.schema import Config
from audit.config.suppressions import load as load_suppressions
from audit.decide import Files, Known, Plan, corrections, plan, read_decisions
from audit.errors import ConfigError
from audit.model.authority import NameRecord
from tests.decide.decided import KYIV, ODEN, covered, file_of, let_stand, style

OWN = """\
# Our names. Ask Ann before changing.
[[name]]
id = "kyiv"            # the capital
canonical = "Kyiv"     # since 2019
forbidden = ["Kief"]

# The mayor
[[name]]
id = "mayor"
kind = "person"
canonical = "Marta Odenko"
short = ["Odenko"]     # second mention
other = [
  "Marta Odenkova",    # the Czech papers
]
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    monkeypatch.chdir(tmp_path)
    return Files(Path("names.toml"), Path("mtaudit.suppressions.toml"))


def planned(files: Files, *decisions: dict[str, Any], known: Known | None = None) -> Plan:
    return plan(read_decisions(file_of(*decisions), "d.json"), files, Config(), known)


def apply(files: Files, *decisions: dict[str, Any]) -> None:
    planned(files, *decisions).write()


def record(files: Files, id: str) -> NameRecord:
    records = load_authority([files.names]).records
    return next(one for one in records if one.id == id)


def added_lines(before: str, after: str) -> list[str]:
    return [line for line in after.splitlines() if line not in before.splitlines()]


class TestHouseStyle:
    def test_a_built_in_name_is_overridden_and_keeps_what_it_knew(self, files: Files) -> None:
        apply(files, style(KYIV, "Kiev", note="Our readers say so.", author="Ann"))
        assert files.names.read_text() == (
            '[[name]]\nid = "kyiv"\ncanonical = "Kiev"\n'
            'note = "Our readers say so."\nreference = "Ann"\n'
        )
        made = record(files, "kyiv")
        assert (made.canonical, made.layer, made.note) == (
            "Kiev",
            "names.toml",
            "Our readers say so.",
        )
        assert "Kyiv" in made.other
        assert made.source_forms

    def test_accepting_makes_the_proposal_house_style(self, files: Files) -> None:
        apply(files, style(KYIV, "Kyiv", "accept"))
        assert record(files, "kyiv").layer == "names.toml"

    def test_a_name_nobody_knew_gets_a_record_of_its_own(self, files: Files) -> None:
        time = "2026-03-04T05:06:07Z"
        apply(files, style(ODEN, "Marta Odenco", author="Ann", time=time))
        assert tomllib.loads(files.names.read_text()) == {
            "name": [
                {
                    "id": "marta-odenco",
                    "kind": "person",
                    "canonical": "Marta Odenco",
                    "other": ["Marta Odenko"],
                    "reference": "Ann, 2026-03-04",
                }
            ]
        }

    def test_a_form_of_ones_own_lists_what_was_met(self, files: Files) -> None:
        apply(files, style(ODEN, "Marta Odenková", "type"))
        other = record(files, "marta-odenkova").other
        assert other == ("Marta Odenko", "Marta Odenco", "Odenco")

    def test_a_single_word_is_not_claimed_where_the_name_was_met(self, files: Files) -> None:
        khasan = {**ODEN, "kind": "place", "proposed": "Zarechka", "forms": ["Zarechka", "Zarec"]}
        apply(files, style({**khasan, "departing": ["Zarec"]}, "Zarechka", "accept"))
        assert record(files, "zarechka").other == ()

    def test_a_variant_is_allowed_beside_the_canonical_form(self, files: Files) -> None:
        apply(files, style(KYIV, "Kiev", "allow-variant"))
        assert files.names.read_text() == '[[name]]\nid = "kyiv"\nallowed = ["Kiev"]\n'
        made = record(files, "kyiv")
        assert made.canonical == "Kyiv"
        assert "Kiev" not in made.other

    def test_a_variant_of_an_unknown_name_is_allowed(self, files: Files) -> None:
        apply(files, style(ODEN, "Odenco", "allow-variant"))
        made = record(files, "marta-odenko")
        assert (made.canonical, made.allowed, made.other) == (
            "Marta Odenko",
            ("Odenco",),
            ("Marta Odenco",),
        )

    def test_a_record_of_the_file_changes_in_its_place(self, files: Files) -> None:
        files.names.write_text(OWN)
        apply(files, style({**ODEN, "record": "mayor"}, "Marta Odenkova", note="She asked us."))
        assert files.names.read_text() == OWN.replace(
            'canonical = "Marta Odenko"', 'canonical = "Marta Odenkova"'
        ).replace('short = ["Odenko"]', 'short = ["Odenkova"]').replace(
            '  "Marta Odenkova",    # the Czech papers\n]\n',
            '  "Marta Odenko",\n]\nnote = "She asked us."\n',
        )

    def test_a_record_is_found_by_its_forms(self, files: Files) -> None:
        files.names.write_text(OWN)
        apply(files, style(ODEN, "Marta Odenkova"))
        assert record(files, "mayor").canonical == "Marta Odenkova"

    def test_a_form_that_was_given_up_stays_known(self, files: Files) -> None:
        files.names.write_text('[[name]]\nid = "m"\nkind = "person"\ncanonical = "Marta Odenko"\n')
        apply(files, style(ODEN, "Marta Odenco"))
        assert record(files, "m").other == ("Marta Odenko",)
        files.names.write_text('[[name]]\nid = "kyiv"\ncanonical = "Kyiv"\n')
        apply(files, style(KYIV, "Kiev"))
        assert files.names.read_text() == '[[name]]\nid = "kyiv"\ncanonical = "Kiev"\n'

    def test_windows_line_ends_and_byte_order_mark_stay(self, files: Files) -> None:
        before = b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode()
        files.names.write_bytes(before)
        apply(files, style(KYIV, "Kiev"))
        after = files.names.read_bytes()
        assert after == before.replace(b'"Kyiv"', b'"Kiev"')

    def test_new_ids_take_nobody_elses_place(self, files: Files) -> None:
        other = {
            **ODEN,
            "kind": "organisation",
            "proposed": "Kyiv",
            "forms": ["Kyiv"],
            "departing": [],
        }
        apply(files, style(other, "Kyiv", "accept"))
        assert tomllib.loads(files.names.read_text())["name"][0]["id"] == "kyiv-2"


class TestRefused:
    @pytest.mark.parametrize(
        ("decisions", "why"),
        [
            ([style(KYIV, "Kief")], "“Kief” is forbidden in name “kyiv” of names.toml"),
            ([style(KYIV, "Kief", "allow-variant")], "“Kief” is forbidden in name “kyiv”"),
            (
                [style(KYIV, "Kiev"), style(KYIV, "Kyjiv", target={"kind": "name", "id": "e-2"})],
                "two decisions on the name “kyiv”: “Kiev” and “Kyjiv” (name e-2)",
            ),
            ([style({**ODEN, "kind": "name"}, "Ann Oden")], "say what “Ann Oden” names: person,"),
            ([style({**ODEN, "lang": "und"}, "Ann Oden")], "language of “Ann Oden” is not known"),
        ],
    )
    def test_contradictions_are_named_and_nothing_is_written(
        self, files: Files, decisions: list[dict[str, Any]], why: str
    ) -> None:
        files.names.write_text(OWN)
        with pytest.raises(ConfigError) as caught:
            planned(files, *decisions)
        assert why in str(caught.value)

    def test_a_form_that_two_names_would_have(self, files: Files) -> None:
        files.names.write_text(OWN)
        other = {**ODEN, "proposed": "Ida Oden", "forms": ["Ida Oden"], "departing": []}
        decisions = [
            style({**ODEN, "record": "mayor"}, "Ida Oden", "type"),
            style(other, "Ida Oden", "accept", target={"kind": "name", "id": "e-2"}),
        ]
        apply(files, *decisions)  # the second is about the record that bears the form by now
        assert [one["id"] for one in tomllib.loads(files.names.read_text())["name"]] == [
            "kyiv",
            "mayor",
        ]

    def test_a_stronger_names_file_would_hide_the_decision(self, files: Files) -> None:
        Path("strong.toml").write_text('[[name]]\nid = "kyiv"\ncanonical = "Kyiv"\n')
        config = Config(authority=("strong.toml", "names.toml"))
        said = read_decisions(file_of(style(KYIV, "Kiev")), "d.json")
        files.names.write_text("")
        with pytest.raises(ConfigError, match=r"a stronger names file comes before it"):
            plan(said, files, config)

    def test_a_bad_names_file_is_not_touched(self, files: Files) -> None:
        files.names.write_text('[[name]]\nid = "a"\ncolour = "red"\n')
        with pytest.raises(ConfigError, match=r'name "a": field "colour" is not known'):
            planned(files, style(KYIV, "Kiev"))

    def test_a_file_that_changed_meanwhile_is_not_overwritten(self, files: Files) -> None:
        made = planned(files, style(KYIV, "Kiev"), let_stand("f1"))
        files.names.write_text(OWN)
        with pytest.raises(ConfigError, match=r"names.toml has changed since it was read"):
            made.write()
        assert files.names.read_text() == OWN
        assert not files.suppressions.exists()
        assert sorted(path.name for path in Path().iterdir()) == ["names.toml"]


class TestSuppressions:
    def test_records_are_written_in_order_with_their_reasons(self, files: Files) -> None:
        apply(files, let_stand("f2", "quotation", note="His words.", author="Ann"), let_stand("f1"))
        found = load_suppressions(files.suppressions)
        assert [(one.fingerprint, one.reason.value, one.note) for one in found] == [
            ("f1", "false-alarm", None),
            ("f2", "quotation", "His words."),
        ]
        assert (found[1].rule, found[1].document, found[1].author) == ("NAM002", "a.txt", "Ann")

    def test_a_name_left_alone_covers_all_its_findings(self, files: Files) -> None:
        entity = {
            "target": {"kind": "name", "id": "e-1"},
            "action": "allow-here",
            "scope": "feed",
            "covers": [covered("f1"), covered("f2")],
        }
        apply(files, entity, let_stand("f2", "quotation"))
        found = {one.fingerprint: one.reason.value for one in load_suppressions(files.suppressions)}
        assert found == {"f1": "allowed", "f2": "quotation"}

    def test_comments_stay_with_their_records(self, files: Files) -> None:
        apply(files, let_stand("f2"))
        once = files.suppressions.read_text()
        kept = once.replace("[[finding]]", "# Ann: ask the desk\n[[finding]]") + "\n# the end\n"
        files.suppressions.write_text(kept)
        apply(files, let_stand("f1"), let_stand("f3"))
        text = files.suppressions.read_text()
        assert '# Ann: ask the desk\n[[finding]]\nfingerprint = "f2"' in text
        assert "# the end" in text
        assert [one.fingerprint for one in load_suppressions(files.suppressions)] == [
            "f1",
            "f2",
            "f3",
        ]

    @pytest.mark.parametrize("text", ["a\x00b", "x\u202ey", 'q"\\', "", "\n", "é" * 500, "\x7f"])
    def test_any_passage_can_be_written(self, files: Files, text: str) -> None:
        apply(files, let_stand("f1", covers=[covered("f1", text)]))
        (one,) = load_suppressions(files.suppressions)
        assert one.text.isprintable()
        assert len(one.text) <= 120


class TestStale:
    KNOWN = Known(frozenset({"f1"}), frozenset({"e-1"}))

    def test_what_the_report_does_not_hold_is_listed_and_left_out(self, files: Files) -> None:
        gone = style(ODEN, "Marta Odenco", target={"kind": "name", "id": "e-9"})
        made = planned(files, let_stand("f1"), let_stand("f9"), gone, known=self.KNOWN)
        assert [str(one) for one in made.stale] == [
            "finding f9: not in this report",
            "name e-9: not in this report",
        ]
        made.write()
        assert [one.fingerprint for one in load_suppressions(files.suppressions)] == ["f1"]
        assert not files.names.exists()

    def test_what_was_decided_otherwise_meanwhile_is_listed(self, files: Files) -> None:
        apply(files, let_stand("f1", "quotation"), style(ODEN, "Marta Odenco"))
        seen = {**ODEN, "record": "marta-odenco"}
        made = planned(files, let_stand("f1"), style(seen, "Marta Odenkova", "type"))
        assert [one.why for one in made.stale] == [
            "f1 is suppressed already as “quotation”",
            "name “marta-odenco” of names.toml says “Marta Odenco” already",
        ]
        assert not made.changes

    def test_a_change_of_mind_on_a_newer_report_counts(self, files: Files) -> None:
        apply(files, style(ODEN, "Marta Odenco"))
        seen = {**ODEN, "record": "marta-odenco", "proposed": "Marta Odenco", "basis": "style"}
        apply(files, style(seen, "Marta Odenko"))
        made = record(files, "marta-odenco")
        assert (made.canonical, made.other) == ("Marta Odenko", ("Marta Odenco",))


def test_corrections_are_left_to_do(files: Files) -> None:
    correct = {**let_stand("f1"), "action": "accept", "form": "Kyiv", "reason": None}
    made = planned(files, correct)
    assert (made.corrections, made.changes) == (1, ())
    said = read_decisions(file_of(correct, let_stand("f2")), "d.json").decisions
    assert corrections(said) == {"f1": "Kyiv"}


NAMES = st.sampled_from(
    ["Marta Odenko", "Marta Odenco", "Odenco", "Kyiv", "Kiev", "Łódź", "Ivan Il"]
)


@st.composite
def decisions(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Decisions as an editor may make them, on names known and unknown and on findings."""
    made: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 3))):
        forms = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
        name: dict[str, Any] = {
            **ODEN,
            "proposed": forms[0],
            "forms": forms,
            "departing": forms[1:],
        }
        name["kind"] = draw(st.sampled_from(["person", "place"]))
        name["record"] = draw(st.sampled_from([None, "kyiv", "mayor"])) if number == 0 else None
        action = draw(st.sampled_from(["accept", "choose", "type", "allow-variant"]))
        target = {"kind": "name", "id": f"e-{number}"}
        made.append(style(name, draw(NAMES), action, target=target))
    reasons = st.sampled_from(["quotation", "other"])
    found = draw(st.lists(st.sampled_from(["f1", "f2", "f3"]), unique=True))
    return made + [let_stand(fingerprint, draw(reasons)) for fingerprint in found]


@given(decisions(), st.booleans())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_applying_twice_is_applying_once(
    files: Files, made: list[dict[str, Any]], own: bool
) -> None:
    files.suppressions.unlink(missing_ok=True)
    files.names.write_text(OWN if own else "")
    try:
        apply(files, *made)
    except ConfigError:
        assert files.names.read_text() == (OWN if own else "")
        assert not files.suppressions.exists()
        return
    once = files.names.read_bytes(), files.suppressions.exists()
    again = planned(files, *made)
    assert not again.changes
    assert (files.names.read_bytes(), files.suppressions.exists()) == once
    comments = [line for line in OWN.splitlines() if line.startswith("#")] if own else []
    assert all(comment in files.names.read_text() for comment in comments)
