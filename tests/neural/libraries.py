"""The large libraries, for tests that need one."""

from typing import Any

import pytest

_WHY = "{} is not installed: `make neural` brings it and runs these tests"


def torch_or_skip() -> tuple[Any, Any]:
    """The modules `torch` and `transformers`; the test is skipped where one is not installed."""
    torch, transformers = (
        pytest.importorskip(name, reason=_WHY.format(name)) for name in ("torch", "transformers")
    )
    return torch, transformers
