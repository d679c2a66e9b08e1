"""The whole audit: what is read is audited, what fails is said, and nothing stops the rest."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audit import detect
from audit.config.schema import Config, FinderRequest, LinkScope
from audit.model.finding import Hit
from audit.model.report import Note, NoteLevel, Report, worst_first
from audit.model.rule import Scope
from audit.run import audit
from tests import builders as make

PLAIN = Config(lang="en", builtin_authority=False, select=("NAM",))

FIRST = "They saw Mykhailo Podolyak in Lutsk. Then Mykhailo Podolyak left.\n"
SECOND = "They saw Mykhailo Podoliak in Lutsk.\n"


def files(folder: Path, **texts: str) -> list[str]:
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def feed(folder: Path, *texts: str) -> str:
    """A feed of texts, each its own source, so that rules of any scope look at it."""
    path = folder / "feed.jsonl"
    lines = (
        {"id": f"t{number}", "text": text, "source": text, "source_lang": "en"}
        for number, text in enumerate(texts)
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return str(path)


def faults(report: Report) -> list[Note]:
    """The notes, but for the one which says that the other families were not asked for."""
    return [note for note in report.notes if note.code != "rules-off"]


class TestInputs:
    def test_a_name_is_found_over_two_files(self, tmp_path: Path) -> None:
        report = audit(files(tmp_path, a=FIRST, b=SECOND), PLAIN)
        (finding,) = report.findings
        assert (finding.rule, finding.text) == ("NAM002", "Mykhailo Podoliak")
        assert finding.document == report.documents[1].id
        assert finding.fixes[0].replacement == "Mykhailo Podolyak"
        assert finding.related[0].document == report.documents[0].id
        assert list(report.words.values()) == [10, 6]
        assert faults(report) == []

    def test_document_scope_looks_at_each_by_itself(self, tmp_path: Path) -> None:
        alone = replace(PLAIN, scope=LinkScope.DOCUMENT)
        report = audit(files(tmp_path, a=FIRST, b=SECOND), alone)
        assert report.findings == ()
        assert len({entity.id for entity in report.entities}) == len(report.entities) == 4
        inside = audit(files(tmp_path, c=FIRST + SECOND), alone)
        assert [one.text for one in inside.findings] == ["Mykhailo Podoliak"]

    def test_unreadable_input_is_noted_and_the_rest_audited(self, tmp_path: Path) -> None:
        (good,) = files(tmp_path, a=FIRST + SECOND)
        broken = tmp_path / "broken.jsonl"
        broken.write_text('{"id": "x", "text": "Kim left."}\n{"id": \n', encoding="utf-8")
        report = audit([str(tmp_path / "absent.txt"), good, str(broken)], PLAIN)
        assert len(report.findings) == 1
        assert len(report.documents) == 2
        assert [note.level for note in faults(report)] == [NoteLevel.ERROR] * 2
        assert {note.path for note in faults(report)} == {"absent.txt", "broken.jsonl"}
        assert [note.line for note in report.notes if note.path == "broken.jsonl"] == [2]

    def test_no_inputs_make_an_empty_report(self) -> None:
        report = audit([], PLAIN)
        assert (report.documents, report.findings, report.entities) == ((), (), ())

    def test_an_empty_file_stops_nothing(self, tmp_path: Path) -> None:
        report = audit(files(tmp_path, a="", b=FIRST + SECOND), PLAIN)
        assert len(report.findings) == 1

    def test_standard_input_is_read(self) -> None:
        text = io.BytesIO((FIRST + SECOND).encode())
        report = audit(["-"], PLAIN, stdin=text, stdin_filename="news.txt")
        assert len(report.findings) == 1

    def test_progress_counts_documents(self, tmp_path: Path) -> None:
        told: list[tuple[int, int | None]] = []
        audit(
            files(tmp_path, a=FIRST, b=SECOND),
            PLAIN,
            progress=lambda done, of: told.append((done, of)),
        )
        assert [done for done, _ in told] == [1, 2]

    def test_a_language_without_data_is_said(self, tmp_path: Path) -> None:
        report = audit(files(tmp_path, a="Kim Jong Un alikwenda."), replace(PLAIN, lang="sw"))
        assert [note.code for note in faults(report)] == ["names-not-checked"]
        assert "in 1 document in the language “sw”" in faults(report)[0].message

    def test_a_language_that_could_not_be_told_is_said(self, tmp_path: Path) -> None:
        told = replace(PLAIN, lang=None)
        (note,) = faults(audit(files(tmp_path, a="123 456", b="7 8"), told))
        assert "in 2 documents whose language could not be told" in note.message

    def test_rules_that_were_not_asked_for_are_said(self, tmp_path: Path) -> None:
        config = replace(PLAIN, select=(), ignore=("NAM002",))
        (note,) = audit(files(tmp_path, a=FIRST), config).notes
        assert (note.level, note.code) == (NoteLevel.INFO, "rules-off")
        assert "NAM002 romanization-variant" in note.message
        assert "NAM001" not in note.message

    def test_where_few_rules_ran_these_are_said(self, tmp_path: Path) -> None:
        (note,) = audit(files(tmp_path, a=FIRST), replace(PLAIN, select=("NAM002",))).notes
        assert note.message.endswith(
            " rules did not run; those that ran: NAM002 romanization-variant"
        )


class TestCrashes:
    @pytest.mark.parametrize("scope", list(Scope))
    def test_a_rule_that_raises_loses_its_own_findings_only(
        self, scope: Scope, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def crash(*subjects: Any) -> Iterator[Hit]:
            yield from ()
            raise KeyError("oops")

        bad = replace(make.rule("BAD001", "bad"), scope=scope, check=crash)
        rules = {"BAD001": bad, **detect.load()}
        monkeypatch.setattr(detect, "load", lambda: rules)
        report = audit([feed(tmp_path, FIRST, SECOND)], replace(PLAIN, select=("NAM", "BAD001")))
        assert [one.rule for one in report.findings] == ["NAM002"]
        crashed = [note for note in report.notes if note.code == "rule-crashed"]
        assert crashed
        assert all(note.level is NoteLevel.ERROR for note in crashed)
        assert all("BAD001" in note.message and "oops" in note.message for note in crashed)
        assert len(set(report.notes)) == len(report.notes)

    def test_a_document_that_breaks_a_stage_is_noted(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from audit import annotate

        whole = annotate.annotate

        def fragile(document: Any, *rest: Any) -> Any:
            if "Lutsk" not in document.text:
                raise RuntimeError("no")
            return whole(document, *rest)

        monkeypatch.setattr(annotate, "annotate", fragile)
        paths = files(tmp_path, a="Nothing here.", b=FIRST + SECOND)
        report = audit(paths, PLAIN)
        assert len(report.findings) == 1
        assert [(note.level, note.path) for note in faults(report)] == [(NoteLevel.ERROR, "a.txt")]


class TestNotes:
    def test_the_worst_stand_first_then_by_input_and_line(self) -> None:
        notes = [
            Note(NoteLevel.INFO, "a", "x"),
            Note(NoteLevel.ERROR, "z", "x", "b.txt"),
            Note(NoteLevel.WARNING, "a", "x", "a.txt"),
            Note(NoteLevel.ERROR, "b", "x", "a.jsonl", 20),
            Note(NoteLevel.ERROR, "b", "x", "a.jsonl", 3),
        ]
        assert worst_first(notes) == (notes[4], notes[3], notes[1], notes[2], notes[0])

    def test_of_a_run_are_in_that_order(self, tmp_path: Path) -> None:
        absent = [str(tmp_path / f"{letter}.txt") for letter in "fbdace"]
        spoken = files(tmp_path, said="Kim Jong Un alikwenda.")
        notes = faults(audit([*spoken, *absent], replace(PLAIN, lang="sw")))
        assert [note.path for note in notes] == [f"{letter}.txt" for letter in "abcdef"] + [None]


class TestSignature:
    def test_tells_what_can_change_a_finding(self, tmp_path: Path) -> None:
        paths = files(tmp_path, a=FIRST)
        glossary = tmp_path / "glossary.toml"
        glossary.write_text('[[concept]]\nid = "a"\nkeep = ["Aa"]\n', encoding="utf-8")
        settings = [
            replace(PLAIN, glossary=(str(glossary),)),
            PLAIN,
            replace(PLAIN, scope=LinkScope.DOCUMENT),
            replace(PLAIN, select=("NAM001",)),
            replace(PLAIN, lang="uk"),
            replace(PLAIN, profile="ap"),
            replace(PLAIN, mentions=FinderRequest("spacy")),
        ]
        assert len({str(audit(paths, one).signature) for one in settings}) == len(settings)

    def test_does_not_tell_what_cannot(self, tmp_path: Path) -> None:
        paths = files(tmp_path, a=FIRST)
        again = replace(PLAIN, select=("NAM001", "NAM"), jobs=1)
        assert audit(paths, again).signature == audit(paths[:0], PLAIN).signature
