"""Which authority record a form belongs to, where the document bears it out."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from audit.lang import data
from audit.lang.inflection import inflects_to
from audit.model.authority import Authority, NameRecord
from audit.model.names import Mention
from audit.model.text import Document
from audit.text.fold import CACHE

AUTHORITIES = 4
"""Indexed authorities kept per process; a run has one."""
NEAR_NEEDED = 1
"""Words of `near` that a document must hold before an ambiguous form counts."""


@dataclass(frozen=True, slots=True)
class Known:
    """A form that an authority record knows; `evidence` are the near words that decided it."""

    record: NameRecord
    evidence: tuple[str, ...] = ()


class KnownForms:
    """Looks forms up in an authority."""

    def __init__(self, authority: Authority) -> None:
        self._records = _records_by_form(authority)

    def knows(self, text: str, lang: str) -> bool:
        """Whether some record has this form of a language."""
        return (lang, text) in self._records

    def record(self, mention: Mention, document: Document) -> Known | None:
        """The record that a mention in `document` belongs to, strongest layer first."""
        lang = mention.lang.partition("-")[0]
        for record in self._records.get((lang, mention.text), ()):
            if mention.text not in record.near_only:
                return Known(record)
            evidence = _near(record, mention, document.text)
            if len(evidence) >= NEAR_NEEDED:
                return Known(record, evidence)
        return None

    def exempt(self, mention: Mention, document: Document) -> bool:
        """Whether a mention in `document` is left alone: in a set phrase, or in others' words.

        "Chicken Kiev" stays what it is, `except_in_quotes` leaves quoted speech alone, and an
        article dated before a name came into force has the name of its day.
        """
        lang = mention.lang.partition("-")[0]
        for record in self._records.get((lang, mention.text), ()):
            if record.except_in_quotes and mention.quoted:
                return True
            if record.except_phrases:
                text = document.text
                if any(_within(text, phrase, mention) for phrase in record.except_phrases):
                    return True
            if record.since and mention.text != record.canonical:
                date = document.date
                if date and _before(date, record.since):
                    return True
        return False


def _near(record: NameRecord, mention: Mention, text: str) -> tuple[str, ...]:
    """The words of `record.near` that stand in the text of a document, outside the mention."""
    return tuple(word for word in record.near if _holds(text, word, mention))


def _before(date: str, since: str) -> bool:
    """Whether a document's date, as far as it goes (2015, 2015-03), lies before another date."""
    known = _DATE.match(date)
    return bool(known and known[0] < since[: len(known[0])])


_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@lru_cache(AUTHORITIES)
def _records_by_form(authority: Authority) -> dict[tuple[str, str], list[NameRecord]]:
    """The records that know a form, by language and form, strongest layer first."""
    found = defaultdict[tuple[str, str], list[NameRecord]](list)
    for record in authority.records:
        for form in dict.fromkeys((*full_forms(record), *record.near_only)):
            found[record.lang, form].append(record)
    return dict(found)


def full_forms(record: NameRecord) -> tuple[str, ...]:
    """Every form that names the record by itself: all but the short forms."""
    return (record.canonical, *record.allowed, *record.other, *record.former, *record.forbidden)


def is_case_of(form: str, other: str, lang: str) -> bool:
    """Whether two forms are cases of one name, word by word."""
    if not data(lang).inflected:
        return False
    ones, others = form.split(), other.split()
    return len(ones) == len(others) and all(
        a == b or inflects_to(a, b, lang) or inflects_to(b, a, lang)
        for a, b in zip(ones, others, strict=True)
    )


@lru_cache(CACHE)
def _pattern(word: str) -> re.Pattern[str]:
    folded = re.IGNORECASE if " " in word else re.NOFLAG
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", folded)


def _holds(text: str, words: str, mention: Mention) -> bool:
    """Whether `words` stand in the text, and not only as part of the mention itself."""
    return any(
        match.start() < mention.span.start or match.end() > mention.span.end
        for match in _pattern(words).finditer(text)
    )


def _within(text: str, phrase: str, mention: Mention) -> bool:
    """Whether the mention stands inside an occurrence of `phrase`, whatever its capitals."""
    size, start, end = len(phrase), mention.span.start, mention.span.end
    near = _pattern(phrase).finditer(text, max(0, end - size), start + size + 1)
    return any(match.start() <= start and end <= match.end() for match in near)
