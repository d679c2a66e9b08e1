"""A disk that is full, and folders that take no file: told, exit code 2, what was there stays."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import environment
from tests.hardening.kills import NAMES, OLD, RULES, SCENARIOS, TEXT

APPLY = SCENARIOS[2]


def limited(*arguments: str, cwd: Path, size: int) -> "subprocess.CompletedProcess[str]":
    """Run the command where no file can grow beyond `size` bytes, as on a disk that is full."""
    return subprocess.run(
        [sys.executable, "-m", "audit", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT * 20, encoding="utf-8")
    (tmp_path / "names.toml").write_text(NAMES, encoding="utf-8")
    return tmp_path


def no_drafts(folder: Path) -> bool:
    """Whether nothing that was begun lies about."""
    return not [path for path in folder.iterdir() if path.name.endswith(".tmp")]


def test_a_report_that_does_not_fit_leaves_the_old_one(folder: Path) -> None:
    (folder / "r.json").write_bytes(OLD)
    done = limited("check", "a.txt", *RULES, "--report", "json:r.json", cwd=folder, size=500)
    assert done.returncode == 2
    assert "cannot write the report r.json" in done.stderr
    assert (folder / "r.json").read_bytes() == OLD
    assert no_drafts(folder)


def test_a_cache_that_does_not_fit_does_no_harm(folder: Path) -> None:
    done = limited("check", "a.txt", *RULES, "--cache", "cache", cwd=folder, size=300)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_fix_that_does_not_fit_leaves_the_text(folder: Path) -> None:
    before = (folder / "a.txt").read_bytes()
    done = limited("fix", "a.txt", *RULES, "--write", "--unsafe", cwd=folder, size=500)
    assert done.returncode == 2
    assert "a.txt" in done.stderr
    assert (folder / "a.txt").read_bytes() == before
    assert no_drafts(folder)


def test_decisions_that_do_not_fit_leave_both_files(folder: Path) -> None:
    for name, content in APPLY.begin.items():
        (folder / name).write_bytes(content)
    done = limited(*APPLY.command, cwd=folder, size=50)
    assert done.returncode == 2
    assert "cannot write" in done.stderr
    assert (folder / "names.toml").read_bytes() == NAMES.encode()
    assert not (folder / "s.toml").exists()
    assert no_drafts(folder)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("report", ["json:/dev/full", "json"])
def test_a_device_that_is_full_is_told(folder: Path, report: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "audit", "check", "a.txt", *RULES, "--report", report],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
            check=False,
        )
    assert done.returncode == 2
    assert "cannot write" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_is_read_only_is_told(folder: Path) -> None:
    (folder / "out").mkdir(mode=0o500)
    done = limited("check", "a.txt", *RULES, "--report", "json:out/r.json", cwd=folder, size=10**6)
    assert done.returncode == 2
    assert "cannot write the report out/r.json" in done.stderr


def test_a_folder_that_is_a_file_is_told(folder: Path) -> None:
    done = limited(
        "check", "a.txt", *RULES, "--report", "json:a.txt/r.json", cwd=folder, size=10**6
    )
    assert done.returncode == 2
    assert "cannot write the report a.txt/r.json" in done.stderr
