"""Glossaries: files of terms, put together, and found in texts.

`load` puts files together, strongest first, into one `Glossary`; `template` is the commented file
that a publisher begins with; `audit.glossary.finder` finds terms; `audit.glossary.exchange` reads
and writes the formats of other programs. How a glossary is written stands in `docs/terminology.md`.
"""

from audit.glossary.load import load, template

__all__ = ["load", "template"]
