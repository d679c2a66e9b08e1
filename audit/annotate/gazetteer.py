"""Finds the names that the authority knows, letter for letter, in any language.

Serves where capitals do not lead to a name: in languages without them, at the start of a sentence
("Kim Jong Un came"), and for names that hold small words ("Workers' Party of Korea").
"""

from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from audit.lang import data
from audit.model.authority import Authority, NameRecord
from audit.model.names import Kind, Mention
from audit.model.text import Document
from audit.text import quotes

LANGUAGES_AT_A_TIME = 16
"""Automata kept per process; one feed has few target languages."""


class Gazetteer:
    """The forms of one authority in one language."""

    def __init__(self, authority: Authority, lang: str) -> None:
        language = data(lang)
        self._spaced = language.has_case or lang == "ar"
        generic = language.place_words | language.organisation_words
        kinds = dict[str, Kind]()
        for record in authority.records:
            if record.lang != lang:
                continue
            every = _forms(record)
            for form in every:
                name = _bare_name(form, generic)
                if len(form) > 1 and (name == form or name not in every):
                    kinds.setdefault(form, record.kind)
        self._kinds = list(kinds.items())
        self._automaton = AhoCorasick(
            [form for form, _ in self._kinds], matchkind=MatchKind.LeftmostLongest
        )

    def mentions(self, document: Document) -> Iterator[Mention]:
        """The names in each segment, the longest where several begin at one place."""
        for segment in document.segments:
            text = segment.text
            for number, start, end in self._automaton.find_matches_as_indexes(text):
                if self._spaced and not _whole_words(text, start, end):
                    continue
                yield Mention(
                    document=document.id,
                    span=segment.at(start, end),
                    text=text[start:end],
                    kind=self._kinds[number][1],
                    lang=document.lang,
                    sentence_start=start == 0,
                    quoted=quotes.after(text[:start], inside=False),
                )

    def __bool__(self) -> bool:
        return bool(self._kinds)


@lru_cache(LANGUAGES_AT_A_TIME)
def gazetteer(authority: Authority, lang: str) -> Gazetteer:
    """The gazetteer of an authority for a primary language subtag, built once a process."""
    return Gazetteer(authority, lang)


def _forms(record: NameRecord) -> tuple[str, ...]:
    return (record.canonical, *record.allowed, *record.other, *record.forbidden, *record.near_only)


def _bare_name(form: str, generic: frozenset[str]) -> str:
    """The form without common words at its ends: Hasan station -> Hasan, found by its capital."""
    if form[-1].isupper() or " " not in form:
        return form
    words = form.split()
    while len(words) > 1 and words[-1] in generic:
        words.pop()
    while len(words) > 1 and words[0] in generic:
        words.pop(0)
    return " ".join(words)


def _whole_words(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())
