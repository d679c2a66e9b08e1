"""How far fetching goes: what the user allows, and the bounds that nothing exceeds."""

from dataclasses import dataclass
from pathlib import Path

from audit import __version__

AGENT = "mtaudit"
"""The product token that robots.txt files speak to."""
USER_AGENT = f"{AGENT}/{__version__} (audits translated news; fetches what its user names)"
FOLDER = "mtaudit-snapshots"
"""Where snapshots lie unless the user says otherwise."""
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one fetch; times are seconds, sizes bytes."""

    connect: float = 10.0
    """For a connection to be made."""
    total: float = 60.0
    """For all requests of one try together, however slowly bytes drip; pauses do not count."""
    body: int = 20 * _MIB
    """Of a body, decoded."""
    ratio: int = 100
    """How many times larger than on the wire a body over 1 MiB may be; text rarely exceeds 20."""
    headers: int = 64 * 1024
    """Of all headers of an answer."""
    redirects: int = 5
    tries: int = 3
    """Requests for one address where the server says that it is busy or fails."""
    waiting: float = 60.0
    """What one address may make us wait between tries, in all."""
    interval: float = 1.0
    """Between two requests to one host; its robots.txt may ask for more."""
    longest_interval: float = 30.0
    """The most that robots.txt may ask for."""
    longest_fresh: float = 24 * 3600.0
    """How long a snapshot is taken for fresh at most, whatever its server says."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user allows.

    `own_hosts` are hosts whose robots.txt is not asked, since they are the user's own.
    `allow_private` lets addresses of this machine and of private networks be reached.
    """

    folder: Path = Path(FOLDER)
    offline: bool = False
    allow_private: bool = False
    own_hosts: frozenset[str] = frozenset()
    limits: Limits = Limits()
