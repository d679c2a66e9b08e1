"""What all tests share: the marker of whole-tree tools, a repeatable Hypothesis, one terminal."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_configure(config: pytest.Config) -> None:
    """Register the markers; `--strict-markers` refuses all others.

    What a shell starts in the background ignores interrupts, and so would all that tests start.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    config.addinivalue_line(
        "markers",
        "tools: runs a linter or type checker over the whole tree; "
        "`make test` runs those by themselves and leaves these tests out",
    )
    config.addinivalue_line(
        "markers",
        "extra: needs an optional model; skipped where that is not installed",
    )


@pytest.fixture(scope="session", autouse=True)
def same_terminal() -> Iterator[None]:
    """Say the same of the terminal wherever the tests run: output depends on these variables."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TERM", "xterm")
        for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "MTAUDIT_DEBUG"):
            patch.delenv(name, raising=False)
        yield
