"""The console summary: what it says, to whom, and that hostile text stays inert."""

import io
import re
from dataclasses import replace

import pytest

from audit.model.finding import Applicability, FindingClass, Fix, Severity, State
from audit.model.names import Variant, VariantKind
from audit.model.report import Note, NoteLevel, Report
from audit.report.console import LIMIT, ConsoleReporter
from audit.report.note_words import note_line
from audit.score import score
from tests.builders import document, entity, finding, mentions, report

HYPHEN = Variant("Kim Jong-un", "Kim Jong Un", VariantKind.HYPHENATION, "A hyphen.", 0.9)


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


def shown(value: Report, reporter: ConsoleReporter | None = None) -> str:
    out = io.StringIO()
    (reporter or ConsoleReporter()).write(value, out)
    return out.getvalue()


def kim() -> Report:
    doc = document("Kim Jong Un met us.\nThen Kim Jong-un left.")
    seen = mentions([doc], "Kim Jong Un", "Kim Jong-un")
    fix = Fix("Kim Jong Un", Applicability.SAFE, "The form met most often.")
    found = finding(doc, "Kim Jong-un", "Two spellings.", entity="e1", fixes=[fix])
    return report([doc], [found], [entity("Kim Jong Un", seen, variants=[HYPHEN])])


def many(number: int) -> Report:
    text = "\n".join(f"Word{i} here." for i in range(number))
    doc = document(text)
    return report([doc], [finding(doc, f"Word{i} ") for i in range(number)])


def test_the_whole_summary() -> None:
    assert shown(kim()) == (
        "1 document, 9 words\n"
        "1 error\n"
        "1 name spelled in more than one way\n"
        "\n"
        "a.txt:2:6 NAM001 major error Two spellings.\n"
        "  | Then Kim Jong-un left.\n"
        "  |      ^^^^^^^^^^^\n"
        "    write “Kim Jong Un” (The form met most often.)\n"
        "\n"
        "Name              Also written      Basis\n"
        "Kim Jong Un (1)   Kim Jong-un (1)   met most often\n"
        "\n"
        "Next: `mtaudit explain NAM001` says why; add `--report html:report.html` to work through "
        "the findings.\n"
    )


def test_a_remark_has_no_severity() -> None:
    doc = document("a b c")
    found = finding(doc, "b", finding_class=FindingClass.INFO, severity=Severity.MAJOR)
    assert " NAM001 remark " in shown(report([doc], [found]))


def test_nothing_found_is_said() -> None:
    assert shown(report([document("Good.")])) == "1 document, 1 word\nNo findings\n\n"


def test_reports_that_were_written_are_named() -> None:
    text = shown(kim(), ConsoleReporter(written=("out/r.html",)))
    assert "Report written: out/r.html\n" in text
    assert "--report" not in text


def test_classes_are_told_in_words() -> None:
    doc = document("a b c d e f")
    kinds = (*FindingClass, FindingClass.QUERY)
    found = [
        finding(doc, letter, finding_class=kind, severity=Severity.MINOR)
        for letter, kind in zip("abcde", kinds, strict=True)
    ]
    text = shown(report([doc], found))
    assert "1 error, 2 queries, 1 page residue, 1 remark\n" in text
    assert "a.txt:1:3 NAM001 minor query" in text


def test_known_and_suppressed_findings_are_counted_and_not_shown() -> None:
    doc = document("one two three")
    states = [("one", State.KNOWN), ("two", State.SUPPRESSED), ("three", State.KNOWN)]
    text = shown(report([doc], [finding(doc, word, state=state) for word, state in states]))
    assert "No findings\nNot shown: 2 known, 1 suppressed\n" in text
    assert "NAM001" not in text


def test_only_the_worst_are_shown_and_the_rest_is_counted() -> None:
    text = shown(many(LIMIT + 7))
    assert text.count(" NAM001 ") == LIMIT
    assert "… and 7 more findings; --verbose shows all.\n" in text
    everything = shown(many(LIMIT + 7), ConsoleReporter(limit=None))
    assert everything.count(" NAM001 ") == LIMIT + 7
    assert "more finding" not in everything


def test_the_worst_are_errors_heavy_and_sure() -> None:
    doc = document("a b c d")
    found = [
        finding(doc, "a", "query", finding_class=FindingClass.QUERY, severity=Severity.CRITICAL),
        finding(doc, "b", "light", severity=Severity.MINOR),
        finding(doc, "c", "unsure", confidence=0.7),
        finding(doc, "d", "sure", confidence=0.9),
    ]
    order = [
        next(
            one
            for one in ("query", "light", "unsure", "sure")
            if f"error {one}" in text or f"query {one}" in text
        )
        for text in (
            shown(report([doc], found[: size + 1]), ConsoleReporter(limit=1)) for size in range(4)
        )
    ]
    assert order == ["query", "light", "unsure", "sure"]


def test_a_deletion_is_told_as_one() -> None:
    doc = document("Read more")
    fix = Fix("", Applicability.UNSAFE, "It is no text.")
    assert "    take it out (It is no text.)\n" in shown(
        report([doc], [finding(doc, "Read more", fixes=[fix])])
    )


def test_marks_stand_under_wide_letters() -> None:
    doc = document("金正恩が来た。Kim。")
    assert "  | 金正恩が来た。Kim。\n  |               ^^^\n" in shown(
        report([doc], [finding(doc, "Kim")])
    )


def test_right_to_left_passages_stand_between_brackets() -> None:
    doc = document("قال حسن إن", lang="ar")
    text = shown(report([doc], [finding(doc, "حسن")]))
    assert "  | قال ⟦حسن⟧ إن\n" in text
    assert "^" not in text


def test_notes_are_shown_with_level_and_place() -> None:
    notes = [
        Note(NoteLevel.ERROR, "x", "cannot\nbe read", "a\x1b[1m.txt", 3),
        Note(NoteLevel.INFO, "x", "known"),
    ]
    text = shown(report([], notes=notes))
    assert "error: a.txt:3: cannot be read\ninfo: known\n" in text
    assert "No findings\nNot everything was checked: see the errors below\n" in text
    assert note_line(Note(NoteLevel.WARNING, "x", "odd", "b.txt")) == "warning: b.txt: odd"


def test_many_forms_are_cut_and_counted() -> None:
    doc = document("Lee.")
    spellings = [f"Lee{i}" for i in range(9)]
    variants = [Variant(one, "Lee", VariantKind.SPELLING, "x", 0.9) for one in spellings]
    lee = entity("Lee", mentions([doc], "Lee"), variants=variants)
    assert "Lee5 (0) and 3 more" in shown(report([doc], [], [lee]))


HOSTILE = "\x1b[31m\x1b]0;t\x07[bold]x[/bold] [/] [link=x]y \u202eevil\x9b2J\r\b ::error::z"


def hostile() -> Report:
    doc = document(f"{HOSTILE} Kim", path=f"{HOSTILE}.txt")
    fix = Fix(HOSTILE, Applicability.SAFE, HOSTILE)
    form = Variant(HOSTILE, "Kim", VariantKind.SPELLING, HOSTILE, 0.9)
    name = entity(HOSTILE, mentions([doc], "Kim"), variants=[form])
    whole = finding(doc, "Kim", HOSTILE, fixes=[fix])
    passage = finding(doc, "\x1b[31m", HOSTILE)
    note = Note(NoteLevel.ERROR, "x", HOSTILE, HOSTILE)
    return report([doc], [passage, whole], [name], notes=[note])


def test_hostile_text_is_inert_in_a_pipe() -> None:
    text = shown(hostile())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert "[bold]x[/bold] [/] [link=x]y" in text


def test_hostile_text_brings_no_sequence_of_its_own_to_a_terminal() -> None:
    out = Terminal()
    ConsoleReporter(colour=True).write(hostile(), out)
    own = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", own)
    assert "\x1b[31mx" not in out.getvalue()


def test_no_line_can_be_read_as_a_command_of_a_ci_log() -> None:
    doc = document("::error::z Kim\n::stop", path="a.txt")
    name = entity("::error::z", mentions([doc], "Kim"), variants=[HYPHEN])
    text = shown(report([doc], [finding(doc, "Kim"), finding(doc, "::stop")], [name]))
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::")]


@pytest.mark.parametrize(
    ("colour", "out", "coloured"),
    [
        (None, io.StringIO, False),
        (None, Terminal, True),
        (True, io.StringIO, True),
        (False, Terminal, False),
    ],
)
@pytest.mark.parametrize("forced", ["", "1"])
def test_colour_is_for_terminals_unless_told(
    monkeypatch: pytest.MonkeyPatch,
    colour: bool | None,
    out: type[io.StringIO],
    coloured: bool,
    forced: str,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", forced)
    monkeypatch.setenv("TERM", "xterm")
    stream = out()
    ConsoleReporter(colour=colour).write(kim(), stream)
    assert ("\x1b[" in stream.getvalue()) is coloured


def test_a_narrow_terminal_breaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    out = Terminal()
    ConsoleReporter(colour=False).write(kim(), out)
    assert "a.txt:2:6 NAM001" in out.getvalue()


def scored(words: int, *kinds: FindingClass) -> Report:
    lines = [" ".join(f"w{i}" for i in range(at, at + 10)) for at in range(0, words, 10)]
    doc = document(".\n".join(lines))
    value = report(
        [doc], [finding(doc, f"w{i}7 ", finding_class=k) for i, k in enumerate(kinds, 1)]
    )
    return replace(value, scores=score([doc], value.findings, value.words, {}))


def test_the_score_stands_in_the_head_with_its_interval_and_what_to_hold() -> None:
    value = scored(1000, FindingClass.ERROR, FindingClass.ERROR, FindingClass.QUERY)
    lines = shown(value).splitlines()
    assert re.fullmatch(
        r"Score by rules alone: 99\.0 of 100 \(95% interval 9\d\.\d–100\.0\), "
        r"penalty 10\.0 in 1,000 words, band moderate",
        lines[2],
    )
    assert lines[3] == "Hold: 1 open query on a name"


def test_a_small_sample_has_a_band_and_no_number() -> None:
    text = shown(scored(300, FindingClass.ERROR))
    assert "\nNo score under 500 words: band moderate, 5 penalty points\n" in text
    assert "Hold" not in text
    empty = replace(report([]), scores=score([], [], {}, {}))
    assert "score" not in shown(empty).lower()
