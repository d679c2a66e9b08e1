"""Configuration: defaults, one project file (nearest wins), command line."""

from audit.config.layers import load

__all__ = ["load"]
