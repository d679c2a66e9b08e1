"""The options that say how addresses are fetched, and fetching them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    from audit.fetch import Fetched

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--snapshots",
        metavar="DIR",
        default="mtaudit-snapshots",
        show_default=True,
        help="Where what is fetched from addresses is saved; findings point into these files.",
    ),
    click.option(
        "--offline", is_flag=True, help="Fetch nothing; use the snapshots that are there."
    ),
    click.option(
        "--follow",
        type=click.IntRange(min=0),
        default=0,
        metavar="N",
        help="Also fetch up to N pages that a feed links where it gives summaries only.",
    ),
    click.option(
        "--allow-private",
        is_flag=True,
        help="Let addresses of this machine and of private networks be fetched.",
    ),
    click.option(
        "--ignore-robots",
        multiple=True,
        metavar="HOST",
        help="Do not ask the robots.txt of this host, which is your own.",
    ),
)


@dataclass(frozen=True, slots=True)
class Fetching:
    """What the options say; nothing that fetches is loaded before an address is met."""

    snapshots: str
    offline: bool
    follow: int
    allow_private: bool
    ignore_robots: tuple[str, ...]

    def files(self, inputs: Sequence[str]) -> "Fetched":
        """Fetch the addresses among `inputs`: files in their place, and what went wrong."""
        from audit.fetch import Fetcher, Settings, fetch_inputs  # noqa: PLC0415 - see above

        own_hosts = frozenset(map(str.lower, self.ignore_robots))
        settings = Settings(Path(self.snapshots), self.offline, self.allow_private, own_hosts)
        return fetch_inputs(inputs, Fetcher(settings), self.follow)


def fetch_options(command: F) -> F:
    """Add the options that say how addresses are fetched; the command gets them as `fetching`."""

    @wraps(command)
    def gathered(*args: Any, **given: Any) -> Any:
        own = {field.name: given.pop(field.name) for field in fields(Fetching)}
        return command(*args, fetching=Fetching(**own), **given)

    made = cast("F", gathered)
    for option in reversed(_OPTIONS):
        made = option(made)
    return made


def any_address(inputs: Sequence[str]) -> bool:
    """Whether there is anything to fetch."""
    return any(one.lower().startswith(("http://", "https://")) for one in inputs)
