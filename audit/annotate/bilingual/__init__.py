"""What became of the names of the source: left out, replaced, or put in by the translator."""

from audit.annotate.bilingual.fates import renderings

__all__ = ["renderings"]
