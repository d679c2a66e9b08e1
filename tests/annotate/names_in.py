"""Finds the names in a fixture: segmented and annotated as in a run."""

from audit.annotate import annotate
from audit.model.authority import Authority
from audit.model.names import Mention
from audit.model.text import Document
from audit.segment import segment
from tests import builders as make

NOTHING = Authority()
"""An authority that knows no name."""


def annotated(text: str, lang: str = "en", authority: Authority = NOTHING) -> Document:
    """The document of `text` with its mentions; each line is a paragraph."""
    return annotate(segment(make.document(text, lang=lang)), authority)


def found(text: str, lang: str = "en", authority: Authority = NOTHING) -> tuple[Mention, ...]:
    """The mentions in `text`."""
    return annotated(text, lang, authority).mentions


def names(text: str, lang: str = "en", authority: Authority = NOTHING) -> list[str]:
    """The mentions in `text`, as written."""
    return [mention.text for mention in found(text, lang, authority)]


def the(name: str, text: str, lang: str = "en") -> Mention:
    """The first mention in `text` that is written `name`."""
    every = found(text, lang)
    return next(mention for mention in every if mention.text == name)
