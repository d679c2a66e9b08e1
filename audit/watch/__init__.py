"""Watching feeds: what is new is audited against all that was seen before; the trend of it."""

from audit.watch.decided import decided
from audit.watch.look import REMEMBERED, look
from audit.watch.store import Store
from audit.watch.trend import trend_of

__all__ = ["REMEMBERED", "Store", "decided", "look", "trend_of"]
