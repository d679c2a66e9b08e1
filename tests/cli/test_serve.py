"""`mtaudit serve`: what it serves, where, and what it says."""

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from tests.cli.running import environment, invoke


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("feed").mkdir()
    Path("feed/a.txt").write_text("It was the the last train to the border.")
    return tmp_path


def first_lines(*arguments: str) -> tuple[str, str]:
    """The page at the printed address, and what else was said, of a process that is ended."""
    command = [sys.executable, "-m", "audit", "serve", "--no-open", *arguments]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), text=True
    )
    try:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?key=[\w-]{43}", url)
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        page = opener.open(url, timeout=20).read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) is not None
    assert process.stdout
    assert process.stderr
    # Not by `communicate`, which passes over what was read ahead of the first line.
    out, err = process.stdout.read(), process.stderr.read()
    assert process.returncode == ExitCode.CLEAN, err
    return page, out + err


def test_a_folder_and_a_report_are_served() -> None:
    page, said = first_lines("feed")
    assert "the the" in page
    assert "Decisions go to names.toml and mtaudit.suppressions.toml." in said
    assert "Stopped." in said
    assert "Warning" not in said
    invoke("check", "feed", "--report", "json:report.json", "--quiet")
    page, _ = first_lines("report.json")
    assert "the the" in page


def test_an_address_for_others_is_warned_of() -> None:
    _, said = first_lines("feed", "--host", "0.0.0.0")
    assert "Warning: other machines can reach this address" in said


@pytest.mark.parametrize("path", ["../feed/a.txt", "feed/../../x.txt"])
def test_a_report_cannot_name_files_outside_its_folder(folder: Path, path: str) -> None:
    (folder.parent / "x.txt").write_text("private")
    invoke("check", "feed", "--report", "json:report.json", "--quiet")
    report = Path("report.json").read_text()
    outside = path if path.endswith("x.txt") else f"../{folder.parent.name}/x.txt"
    Path("report.json").write_text(report.replace('"path": "feed/a.txt"', f'"path": "{outside}"'))
    result = invoke("serve", "--no-open", "report.json")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "lies outside the current folder" in result.stderr
    Path("report.json").write_text(report)
    Path("feed/a.txt").unlink()
    assert "feed/a.txt is not here" in invoke("serve", "--no-open", "report.json").stderr


def test_a_port_in_use_is_said() -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = invoke("serve", "feed", "--no-open", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == ExitCode.UNUSABLE
    assert "cannot listen on 127.0.0.1:" in result.stderr
