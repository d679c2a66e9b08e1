"""What is put right and what is left alone: by class, applicability, ground, state, quotation."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from audit.config.schema import Config
from audit.model.finding import Applicability, Finding, FindingClass, Fix, Severity, State
from audit.model.names import Basis
from audit.model.report import Report
from audit.run import Willingness, fix
from audit.run.fixing import MAX_ROUNDS
from tests import builders as make

SAFE, UNSAFE, DISPLAY = Applicability.SAFE, Applicability.UNSAFE, Applicability.DISPLAY
TEXT = "Kim met “Lee” there.\n"


class Auditing:
    """Stands for the audit: reads what it is given and says what `findings` makes of it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.rounds = 0
        self.options: dict[str, object] = {}
        self.style = False
        monkeypatch.setattr("audit.run.fixing.audit", self)

    def __call__(self, inputs: object, config: object, **options: object) -> Report:
        self.rounds += 1
        contents = options["contents"]
        assert isinstance(contents, dict)
        documents = [
            make.document(data.decode(), path=source.name) for source, data in contents.items()
        ]
        found = [one for doc in documents for one in self.findings(doc.text, doc)]
        seen = make.mentions(documents, "Kim", "Lee")
        basis = Basis.STYLE if self.style else Basis.MAJORITY
        entities = [make.entity("Kim", seen, basis=basis)] if seen else []
        return make.report(documents, found, entities)

    def findings(self, text: str, doc: object) -> list[Finding]:
        wanted = dict(self.options)
        needle = str(wanted.pop("needle", "Kim"))
        if needle not in text:
            return []
        state = wanted.pop("state", State.NEW)
        how = wanted.pop("how", SAFE)
        new = str(wanted.pop("new", "Kang"))
        made = make.finding(doc, needle, fixes=[Fix(new, how, "so")], **wanted)  # type: ignore[arg-type]
        return [replace(made, state=state)]  # type: ignore[arg-type]


@pytest.fixture
def auditing(monkeypatch: pytest.MonkeyPatch) -> Auditing:
    return Auditing(monkeypatch)


def fixed(willing: Willingness | None = None) -> str:
    done = fix(["-"], Config(), willing or Willingness(), stdin=BytesIO(TEXT.encode()))
    return done.files[0].after.decode() if done.files else TEXT


@pytest.mark.parametrize("kind", FindingClass)
def test_errors_and_page_residue_are_put_right(auditing: Auditing, kind: FindingClass) -> None:
    auditing.options = {"finding_class": kind}
    changed = kind in (FindingClass.ERROR, FindingClass.CHROME)
    assert (fixed() == TEXT.replace("Kim", "Kang")) is changed


def test_only_safe_fixes_are_made_unless_asked(auditing: Auditing) -> None:
    for how, unsafe, changed in [
        (SAFE, False, True),
        (UNSAFE, False, False),
        (UNSAFE, True, True),
        (DISPLAY, True, False),
    ]:
        auditing.options = {"how": how}
        assert (fixed(Willingness(unsafe=unsafe)) != TEXT) is changed


def test_what_the_publisher_decided_is_done(auditing: Auditing) -> None:
    auditing.options = {"how": UNSAFE, "entity": "e1"}
    assert fixed() == TEXT
    auditing.style = True
    assert fixed() != TEXT


def test_what_is_suppressed_is_left_alone(auditing: Auditing) -> None:
    auditing.options = {"state": State.SUPPRESSED}
    assert fixed() == TEXT
    auditing.options = {"state": State.KNOWN}
    assert fixed() != TEXT


def test_quoted_words_are_left_alone_but_not_the_marks(auditing: Auditing) -> None:
    auditing.options = {"needle": "Lee", "new": "Li"}
    assert fixed() == TEXT
    assert fixed(Willingness(in_quotations=True)) == TEXT.replace("Lee", "Li")
    auditing.options = {"needle": "“", "new": "«"}
    assert fixed() == TEXT.replace("“", "«")


def test_changes_that_never_end_are_stopped(auditing: Auditing) -> None:
    auditing.options = {"needle": "m", "new": "mm"}
    done = fix(["-"], Config(), Willingness(), stdin=BytesIO(TEXT.encode()))
    assert auditing.rounds == MAX_ROUNDS + 1
    assert done.files[0].changes == MAX_ROUNDS
    assert "without an end" in done.refused[0][1].because


def test_files_of_one_name_are_told_and_left(
    auditing: Auditing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("a", "b", "here"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    paths = [tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt"]
    for path in paths:
        path.write_text(TEXT)
    done = fix([str(path) for path in paths], Config(), Willingness())
    assert done.files == ()
    assert {because.because for _, because in done.refused} == {
        "several inputs go by the name of its file; fix them one by one"
    }


def test_the_heavier_of_two_changes_is_made(auditing: Auditing) -> None:
    def two(text: str, doc: object) -> list[Finding]:
        if "Kim met" not in text:
            return []
        minor = make.finding(doc, "Kim met", severity=Severity.MINOR, fixes=[Fix("A", SAFE, "")])  # type: ignore[arg-type]
        major = make.finding(doc, "Kim", severity=Severity.MAJOR, fixes=[Fix("B", SAFE, "")])  # type: ignore[arg-type]
        return [minor, major]

    auditing.findings = two  # type: ignore[method-assign]
    assert fixed() == TEXT.replace("Kim", "B")
