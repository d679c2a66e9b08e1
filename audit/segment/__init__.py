"""The segment stage: documents into sentences, each with its place and language."""

from audit.segment.stage import segment

__all__ = ["segment"]
