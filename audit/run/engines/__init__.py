"""Engines: where documents are examined, in this process, in several, or on a cluster.

All run `audit.run.parts.examine_part` over the same parts and give its results in order, so that a
report is the same bytes whichever was chosen.
"""

from audit.run.engines.base import Engine, engine, examine_all

__all__ = ["Engine", "engine", "examine_all"]
