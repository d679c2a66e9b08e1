"""Fetching: an address becomes a file, so that every finding has a line and a column.

Only this package opens connections to others, and only to addresses that the user gave, that these
redirect to, or that a feed of them links. See `docs/feeds.md`.
"""

from audit.fetch.fetcher import Fetcher
from audit.fetch.inputs import Fetched, fetch_inputs
from audit.fetch.settings import Limits, Settings

__all__ = ["Fetched", "Fetcher", "Limits", "Settings", "fetch_inputs"]
