"""The segment stage: documents into sentences, each with its place and language."""

from audit.segment.pairs import share_paired
from audit.segment.stage import segment

__all__ = ["segment", "share_paired"]
