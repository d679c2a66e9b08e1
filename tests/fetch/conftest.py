"""What the tests of fetching share: a site, and a fetcher whose clock never waits."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from audit.fetch import Fetcher, Limits, Settings
from tests.fetch.site import Site, running


@dataclass
class Clock:
    """A clock that moves when somebody sleeps."""

    time: float = 1_000_000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def now(self) -> float:
        return self.time


@dataclass
class Desk:
    """A fetcher over a folder; `settings` can be changed between fetches."""

    settings: Settings
    clock: Clock = field(default_factory=Clock)

    def fetch(self, url: str, **limits: Any) -> Path:
        """Fetch with a fetcher of its own, so that nothing is remembered but by the folder."""
        settings = replace(self.settings, limits=replace(self.settings.limits, **limits))
        return Fetcher(settings, sleep=self.clock.sleep, now=self.clock.now).fetch(url).path


@pytest.fixture
def site() -> Iterator[Site]:
    """A site of no pages yet."""
    with running() as made:
        yield made


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A fetcher that may reach this machine."""
    return Desk(Settings(tmp_path / "snapshots", allow_private=True, limits=Limits()))
