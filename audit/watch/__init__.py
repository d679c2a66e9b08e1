"""Watching feeds: what is new is audited against all that was seen before."""

from audit.watch.look import REMEMBERED, look
from audit.watch.store import Store

__all__ = ["REMEMBERED", "Store", "look"]
