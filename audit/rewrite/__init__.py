"""Rewriting: edits of documents become new bytes of the file, which differ nowhere else."""

from audit.rewrite.stage import rewrite

__all__ = ["rewrite"]
