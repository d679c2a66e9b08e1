"""The command as a process: what it imports, its pipes, its signals."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, environment, process

HEAVY = {"jinja2", "lxml", "rich", "simplemma", "langdetect"}

ARTICLE = "The president met reporters in the capital on Monday. He then left for the coast.\n"


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with an article, whose configuration leaves out the built-in names: quick."""
    (tmp_path / "mtaudit.toml").write_text("builtin-authority = false", encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def imported(code: str) -> set[str]:
    """The top-level modules that a program has loaded at its end."""
    program = (
        "import sys\n"
        f"try:\n    {code}\nexcept SystemExit: pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "code",
    [
        "import audit",
        "from audit.cli.main import cli; cli.main(['--version'])",
        "from audit.cli.main import cli; cli.main(['--help'])",
    ],
)
def test_what_answers_at_once_imports_nothing_heavy(code: str) -> None:
    assert not imported(code) & HEAVY


def test_version_of_the_process() -> None:
    done = process("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"mtaudit 0.1.0\n", b"")


def test_a_file_is_audited_and_json_in_a_pipe_parses(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    done = process("check", "a.txt", "--report", "json", "--isolated", cwd=tmp_path)
    assert done.stderr == b""
    assert json.loads(done.stdout)["summary"]["documents"] == 1
    again = process("check", "a.txt", "--report", "json", "--isolated", cwd=tmp_path)
    assert again.stdout == done.stdout


def test_json_is_utf8_under_a_narrow_encoding(bare: Path) -> None:
    (bare / "ж.txt").write_text(ARTICLE, encoding="utf-8")
    narrow = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = process("check", "ж.txt", "--report", "json", cwd=bare, env=narrow)
    assert json.loads(done.stdout)["documents"][0]["path"] == "ж.txt"
    summary = process("explain", "--all", cwd=bare, env=narrow)
    assert (summary.returncode, summary.stderr) == (0, b"")


def test_standard_input_is_audited(bare: Path) -> None:
    done = process("check", "-", "--report", "json", cwd=bare, text=ARTICLE.encode())
    assert json.loads(done.stdout)["summary"]["documents"] == 1


def test_a_missing_file_is_told_and_exits_2(bare: Path) -> None:
    done = process("check", "gone.txt", cwd=bare)
    assert done.returncode == 2
    assert b"gone.txt" in done.stdout
    assert b"Traceback" not in done.stdout + done.stderr


def test_a_reader_that_goes_away_is_no_fault() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "audit", "explain", "--all", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait() == 0


@pytest.mark.parametrize("report", ["console", "json"])
def test_a_reader_that_goes_away_does_not_change_the_verdict(bare: Path, report: str) -> None:
    options = ["--color", "always", "--report", report]
    command = [sys.executable, "-m", "audit", "check", "gone.txt", *options]
    child = subprocess.Popen(
        command,
        cwd=bare,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    told = child.stderr.read()
    assert b"Traceback" not in told
    assert b"Broken" not in told
    child.stderr.close()
    assert child.wait() == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no POSIX signals")
def test_an_interrupt_ends_the_process_cleanly(tmp_path: Path) -> None:
    program = (
        "import os, signal, audit.run\n"
        "audit.run.audit = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT)\n"
        "from audit.cli.main import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "check", "a.txt", "--report", "json:r.json"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env=environment(),
    )
    assert (done.returncode, done.stdout) == (128 + signal.SIGINT, b"")
    assert done.stderr.strip() == b"Interrupted."
    assert list(tmp_path.iterdir()) == []


def test_a_traceback_shows_only_on_demand(tmp_path: Path) -> None:
    program = "import audit.run\naudit.run.audit = None\nfrom audit.cli.main import main; main()"
    command = [sys.executable, "-c", program, "check", "a.txt"]
    quiet = subprocess.run(
        command, cwd=tmp_path, capture_output=True, check=False, env=environment()
    )
    assert quiet.returncode == 3
    assert quiet.stderr.count(b"\n") == 1
    loud = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env=environment({"MTAUDIT_DEBUG": "1"}),
    )
    assert b"Traceback" in loud.stderr
    assert loud.returncode == 3


def test_a_progress_bar_is_for_terminals_alone(bare: Path) -> None:
    assert process("check", "a.txt", cwd=bare).stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_stream_that_the_caller_closed_changes_nothing(bare: Path, closed: str) -> None:
    line = f'"{sys.executable}" -m audit check a.txt --report json:r.json {closed}'
    done = subprocess.run(["sh", "-c", line], cwd=bare, env=environment(), check=False)
    assert done.returncode == 0
    assert json.loads((bare / "r.json").read_text(encoding="utf-8"))["summary"]["documents"] == 1
