"""The progress bar appears for people who wait, and for nobody else."""

import io
import sys

import pytest

from audit.cli import progress
from audit.cli.progress import progress_bar


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in the place of standard error, for the rest of the test."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def test_nobody_looks() -> None:
    with progress_bar(True) as tell:
        assert tell is None


def test_nobody_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch)
    with progress_bar(False) as tell:
        assert tell is None


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    with progress_bar(True) as tell:
        assert tell is not None
        tell(1, 2)
    assert stream.getvalue() == ""


@pytest.mark.parametrize("total", [None, 9])
def test_long_work_shows_what_is_done(monkeypatch: pytest.MonkeyPatch, total: int | None) -> None:
    stream = terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with progress_bar(True) as tell:
        assert tell is not None
        tell(3, total)
    assert "3 documents" in stream.getvalue()
