"""What all tests share: the marker of whole-tree tools and a repeatable Hypothesis."""

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_configure(config: pytest.Config) -> None:
    """Register the markers; `--strict-markers` refuses all others."""
    config.addinivalue_line(
        "markers",
        "tools: runs a linter or type checker over the whole tree; "
        "`make test` runs those by themselves and leaves these tests out",
    )
