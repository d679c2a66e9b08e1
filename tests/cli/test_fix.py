"""`mtaudit fix`: a diff by default, files rewritten on demand, and nothing to do after that."""

import json
from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from tests.cli.running import invoke
from tests.decide.decided import file_of

NAMES = """
[[name]]
id = "kyiv"
kind = "place"
canonical = "Kyiv"
other = ["Kiev"]
"""
TEXT = "The train to Kiev left.\nIt was the the last one.\n“Kiev waits,” he said.\n"
FIXED = "The train to Kyiv left.\nIt was the last one.\n“Kiev waits,” he said.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder with a names file of the publisher's own."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    (here / "names.toml").write_text(NAMES)
    return here


def fix(*arguments: str, text: str | bytes | None = None) -> tuple[int, str, str]:
    rules = ("--select", "NAM,REP", "--names", "names.toml", "--lang", "en")
    result = invoke("fix", *arguments, *rules, text=text)
    return result.exit_code, result.stdout, result.stderr


def test_a_diff_shows_what_would_change(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    code, out, err = fix("a.txt")
    assert code == ExitCode.FINDINGS
    assert out.splitlines() == [
        *("--- a.txt", "+++ a.txt", "@@ -1,3 +1,3 @@"),
        *("-The train to Kiev left.", "-It was the the last one."),
        *("+The train to Kyiv left.", "+It was the last one."),
        " “Kiev waits,” he said.",
    ]
    assert "2 changes in 1 file to make; --write makes them." in err
    assert "In quotations, left alone: 1 (--in-quotations)." in err
    assert (folder / "a.txt").read_text() == TEXT


def test_write_changes_the_file_and_leaves_nothing_to_do(folder: Path) -> None:
    (folder / "a.txt").write_bytes(TEXT.replace("\n", "\r\n").encode("utf-16"))
    code, out, err = fix("a.txt", "--write")
    assert (code, out) == (ExitCode.CLEAN, "")
    assert "2 changes in 1 file made." in err
    assert "Remaining: 1 error." in err
    assert (folder / "a.txt").read_bytes() == FIXED.replace("\n", "\r\n").encode("utf-16")
    code, out, err = fix("a.txt")
    assert (code, out) == (ExitCode.CLEAN, "")
    assert "Nothing to change." in err


def test_quotations_are_changed_on_demand(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    assert fix("a.txt", "--write", "--in-quotations")[0] == ExitCode.CLEAN
    assert (folder / "a.txt").read_text() == FIXED.replace("Kiev", "Kyiv")


def test_standard_input_goes_to_standard_output() -> None:
    line = json.dumps({"id": 1, "text": TEXT}, ensure_ascii=False)
    code, out, _ = fix("-", "--write", "--stdin-filename", "a.jsonl", text=line)
    assert code == ExitCode.CLEAN
    assert out == json.dumps({"id": 1, "text": FIXED}, ensure_ascii=False)
    code, out, _ = fix("-", "--write", text="Nothing.\n")
    assert (code, out) == (ExitCode.CLEAN, "Nothing.\n")


def xliff(target: str) -> str:
    return (
        '<xliff version="1.2"><file target-language="en"><trans-unit id="1">'
        f"<source>Потяг до Києва</source>\n<target>{target}</target></trans-unit></file></xliff>"
    )


FILES = {
    "a.xlf": (xliff("The <g>train</g> to Kiev &amp; back."), "Kiev"),
    "a.po": ('msgid "Потяг"\nmsgstr ""\n"The train to Ki"\n"ev."\n', 'Ki"\n"ev'),
    "a.csv": ("id,target\n1,The train to Kiev.\n", "Kiev"),
    "a.tsv": ("target\tid\nThe train to Kiev.\t1\n", "Kiev"),
    "a.tmx": (
        (
            '<tmx><header srclang="uk"/><tu><tuv xml:lang="uk"><seg>Київ</seg></tuv>'
            '<tuv xml:lang="en"><seg>The train to Kiev.</seg></tuv></tu></tmx>'
        ),
        "Kiev",
    ),
    "a.html": ("<p>The train to <b>Kiev</b>.", "Kiev"),
    "a.md": ("# The train\n\nThe train went to *Kiev*.\n", "Kiev"),
    "a.json": ('[{"id": 1, "text": "The train to Kiev."}]', "Kiev"),
    "a.jsonl": (
        '{"id": 1, "text": "x"}\n{"id": 2, "text": "The train to K\\u0069ev."}\n',
        "K\\u0069ev",
    ),
    "a.txt": ("The train to Kiev.\n", "Kiev"),
}
"""A file in each format, and how it writes the name that is put right."""


@pytest.mark.parametrize("name", FILES)
def test_every_format_is_written_and_clean_afterwards(folder: Path, name: str) -> None:
    before, written = FILES[name]
    assert written in before
    (folder / name).write_text(before)
    assert fix(name, "--write")[0] == ExitCode.CLEAN
    assert (folder / name).read_text() == before.replace(written, "Kyiv")
    assert fix(name)[:2] == (ExitCode.CLEAN, "")


def test_what_runs_over_markup_is_told(folder: Path) -> None:
    page = "<p>The train to K<i>i</i>ev. It was the the last."
    (folder / "a.html").write_text(page)
    code, _, err = fix("a.html", "--write")
    assert code == ExitCode.CLEAN
    assert "left alone: a.html:1:17: “Kiev”: it would run over markup" in err
    assert (folder / "a.html").read_text() == page.replace("the the", "the")


def test_unsafe_changes_are_made_on_demand(folder: Path) -> None:
    sentence = "The mayor opened the rebuilt bridge over the river on Monday morning."
    (folder / "a.txt").write_text(f"{sentence} {sentence}\n")
    assert fix("a.txt")[0] == ExitCode.CLEAN
    assert fix("a.txt", "--unsafe")[0] == ExitCode.FINDINGS
    assert fix("a.txt", "--unsafe", "--write")[0] == ExitCode.CLEAN
    assert (folder / "a.txt").read_text().rstrip() == sentence


def test_what_only_usage_decides_is_left_to_people(folder: Path) -> None:
    (folder / "names.toml").write_text(NAMES.replace("Kyiv", "Lviv").replace("Kiev", "Lvov"))
    text = "They met Elon Musk in Texas. Later Elon Musk left, and Ilon Musk wrote about it.\n"
    (folder / "a.txt").write_text(text)
    assert fix("a.txt")[:2] == (ExitCode.CLEAN, "")


def test_a_fault_of_the_input_is_told(folder: Path) -> None:
    code, _, err = fix("none.txt")
    assert code == ExitCode.UNUSABLE
    assert "none.txt: no such file" in err
    (folder / "a.txt").write_text(TEXT)
    code, _, err = fix("a.txt", "none.txt", "--write", "-q")
    assert code == ExitCode.UNUSABLE
    assert err.startswith("error: none.txt")
    assert (folder / "a.txt").read_text() == FIXED


def test_usage() -> None:
    assert invoke("fix").exit_code == ExitCode.UNUSABLE
    assert "give - as INPUT" in invoke("fix", "a.txt", "--stdin-filename", "b").stderr


def test_hostile_text_cannot_steer_the_terminal(folder: Path) -> None:
    (folder / "a.txt").write_text("It was the the last \x1b[31mone.\n")
    _, out, _ = fix("a.txt")
    assert "\x1b" not in out
    assert "+It was the last one." in out


def test_a_file_without_a_last_line_end_is_shown_so(folder: Path) -> None:
    (folder / "a.txt").write_text("It was the the last one.")
    assert "\\ No newline at end of file" in fix("a.txt")[1]


def test_what_was_decided_for_single_findings_is_done_there_alone(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    fix_report = ("check", "a.txt", "--select", "NAM,REP", "--names", "names.toml", "--lang", "en")
    report = json.loads(invoke(*fix_report, "--report", "json").stdout)
    quoted, twice = (
        next(one for one in report["findings"] if (one["rule"][:3], one["line"]) == at)
        for at in (("NAM", 3), ("REP", 2))
    )
    (folder / "decisions.json").write_bytes(
        file_of(_here(quoted, "accept", None), _here(twice, "type", "the very"))
    )
    code, _, err = fix("a.txt", "--write", "--decisions", "decisions.json")
    assert code == ExitCode.CLEAN, err
    assert (folder / "a.txt").read_text() == (
        "The train to Kyiv left.\nIt was the very last one.\n“Kyiv waits,” he said.\n"
    )


def _here(finding: dict[str, str], action: str, form: str | None) -> dict[str, object]:
    """A decision for one finding and no other."""
    made: dict[str, object] = {
        "target": {"kind": "finding", "id": finding["fingerprint"]},
        "action": action,
        "scope": "finding",
    }
    return made | ({"form": form} if form is not None else {})
