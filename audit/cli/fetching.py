"""The options that say how addresses are fetched, and fetching them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

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


def fetch_options(command: F) -> F:
    """Add the options that say how addresses are fetched."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def fetched(
    inputs: Sequence[str],
    *,
    snapshots: str,
    offline: bool,
    follow: int,
    allow_private: bool,
    ignore_robots: tuple[str, ...],
) -> "Fetched":
    """The inputs with files in place of addresses; the parameters are those of the options."""
    from audit.fetch import Fetcher, Settings, fetch_inputs  # noqa: PLC0415 - only for addresses

    settings = Settings(
        Path(snapshots), offline, allow_private, frozenset(map(str.lower, ignore_robots))
    )
    return fetch_inputs(inputs, Fetcher(settings), follow)


def any_address(inputs: Sequence[str]) -> bool:
    """Whether there is anything to fetch; told without loading what fetches."""
    return any(one.lower().startswith(("http://", "https://")) for one in inputs)
