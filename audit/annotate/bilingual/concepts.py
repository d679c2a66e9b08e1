"""What is known in both languages of a pair: countries, cities, records of the authority."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from audit.annotate.bilingual.side import Side
from audit.annotate.words import Word
from audit.lang import data
from audit.lang.inflection import inflects_to
from audit.lang.lexicon import is_plain_word
from audit.lang.places import places
from audit.model.authority import Authority, NameRecord
from audit.model.names import Kind
from audit.text.fold import bare
from audit.text.scripts import script_of
from audit.text.tokens import Token

PAIRS_AT_A_TIME = 16
"""Language pairs kept per process; one feed has few."""
KEY = 3
"""Letters under which the forms of a language with capitals are kept."""
LONGEST_ENDING = 3
"""Letters that an ending may add to the stem of a name whose declension is not known."""
SHORTEST_STEM = 4
LONG = 8
"""Letters from which on the first word of a name tells it alone: Mediterranean Sea."""
LATIN = frozenset({"cs", "de", "en", "es", "fr", "hr", "it", "nl", "pl", "pt"})
"""Languages in Latin letters, which mostly copy each other's names of persons."""
_VOWELS = "aeiouyáéíóúýěůäöüаеёиоуыэюяіїє"


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing with its names in the source language and, the usual one first, in the target.

    `sought` are those of its target names that name nothing else: no short form, no word.
    """

    id: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    sought: tuple[str, ...]
    place: bool = False
    """Comes from the lists of places, which have it in every language."""


@dataclass(frozen=True, slots=True)
class Known:
    """A name that stands in a text and the things that it may name."""

    start: int
    end: int
    concepts: tuple[Concept, ...]


class Lexicon:
    """The forms of all concepts in one language."""

    def __init__(self, forms: dict[str, list[Concept]], lang: str) -> None:
        self._forms = forms
        self._lang = lang
        self._by_key = defaultdict[str, list[tuple[str, ...]]](list)
        for form in forms:
            self._by_key[bare(form[:KEY])].append(tuple(form.split()))
        self._listed = [form for form in forms if len(form) > 1]
        self._automaton = AhoCorasick(self._listed, matchkind=MatchKind.LeftmostLongest)

    def find(self, side: Side) -> Iterator[Known]:
        """The names in a text, the longest where several begin at one place."""
        yield from self._in_words(side) if side.cased else self._in_letters(side.text)

    def _in_letters(self, text: str) -> Iterator[Known]:
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            if _in_katakana(text, start, end):
                continue
            yield Known(start, end, tuple(self._forms[self._listed[number]]))

    def _in_words(self, side: Side) -> Iterator[Known]:
        at = 0
        tokens = [word.token for word in side.words]
        while at < len(tokens):
            best = None
            for form in self._by_key.get(bare(tokens[at].text[:KEY]), ()):
                here = tokens[at : at + len(form)]
                if (best is None or len(form) > len(best)) and self._is(form, here):
                    best = form
            if best and not self._is_word(best, side.words[at]):
                last = tokens[at + len(best) - 1]
                yield Known(tokens[at].start, last.end, tuple(self._forms[" ".join(best)]))
            at += len(best) if best else 1

    def _is_word(self, form: tuple[str, ...], word: Word) -> bool:
        """Whether a form of one word is a plain word here: Голос, Потім, Nice."""
        if len(form) > 1:
            return False
        plain = is_plain_word(word.token.text, self._lang)
        return plain and (word.weak or self._lang in ("ru", "uk", "cs", "pl"))

    def _is(self, form: tuple[str, ...], tokens: Sequence[Token]) -> bool:
        return len(tokens) == len(form) and all(
            _same_word(word, token.text, self._lang)
            for word, token in zip(form, tokens, strict=True)
        )


def _in_katakana(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a part of a longer word in katakana: タイ in タイヤ."""
    ends = ((text[start - 1 : start], text[start]), (text[end : end + 1], text[end - 1]))
    return any(
        outer and all("ァ" <= char <= "ー" for char in outer + inner) for outer, inner in ends
    )


def _same_word(form: str, found: str, lang: str) -> bool:
    """Whether a word is a form of a name in some case; capitals are part of a name."""
    if form == found:
        return True
    if not found[:1].isupper() or form.isupper():
        return False
    if data(lang).declensions:
        return inflects_to(form, found, lang)
    if lang in ("en", "fr", "es", "it"):
        return bare(form) == bare(found)
    stem = form.casefold().rstrip(_VOWELS)
    longer = len(found) - len(stem)
    fits = len(stem) >= SHORTEST_STEM and 0 <= longer <= LONGEST_ENDING
    return fits and found.casefold().startswith(stem)


class Concepts:
    """What is known of names in both languages of a pair."""

    def __init__(self, authority: Authority, source: str, target: str) -> None:
        sources = defaultdict[str, list[Concept]](list)
        targets = defaultdict[str, list[Concept]](list)
        every = (*_places(source, target), *_records(authority, source, target))
        for concept in _merged(every):
            for form in concept.source:
                sources[form].append(concept)
            for form in concept.sought:
                targets[form].append(concept)
        self.source = Lexicon(sources, source)
        self.target = Lexicon(targets, target)

    @staticmethod
    def rendered(concept: Concept, target: Side) -> bool:
        """Whether the target has a form of the concept, a word made from it, or its people."""
        return _present(concept.target, target)

    @staticmethod
    def inside(concept: Concept, name: str) -> bool:
        """Whether a longer name of the source holds the stem of a concept's name."""
        folded = bare(name)
        return any(_stem(form) in folded for form in concept.source if len(form) > SHORTEST_STEM)

    @staticmethod
    def supported(concept: Concept, source: Side) -> bool:
        """Whether the source has a form of the concept, a word made from it, or its people."""
        if not source.cased:
            forms = map(_uninflected, concept.source) if source.spaced else concept.source
            return any(form in source.text for form in _abbreviated(forms))
        return _present(concept.source, source) or any(
            source.has_like(form) for form in concept.source if " " not in form
        )


def _uninflected(form: str) -> str:
    """A form without its last letter, which adjectives of Hindi and Arabic change."""
    return form[:-1] if len(form) > SHORTEST_STEM else form


def _abbreviated(forms: Iterable[str]) -> Iterator[str]:
    """Forms, those in Han by their first character, which headlines write alone: 德 for 德国."""
    for form in forms:
        yield form[0] if script_of(form[0]) == "Han" else form


def _present(forms: tuple[str, ...], side: Side) -> bool:
    if not side.cased:
        return any(side.holds(form) for form in forms)
    people = data(side.lang).demonyms
    wanted = {form.casefold() for form in forms}
    if any(people.get(word.token.text.casefold(), "").casefold() in wanted for word in side.words):
        return True
    return any(_form_present(form, side) for form in forms)


def _form_present(form: str, side: Side) -> bool:
    """Whether a form stands in a text in some case, or a word that begins as it does.

    The beginning is short on purpose: Finland, Finnish; Финляндия, финский.
    """
    words = [word for word in form.split() if len(word) >= SHORTEST_STEM]
    if "." in form:
        return form in side.text
    if form.isupper() or not words:
        return any(form in (text := word.token.text, text.split("-")[0]) for word in side.words)
    if len(words) == 1 or len(words[0]) >= LONG:
        return side.begins(words[0][:KEY]) or side.holds(_stem(words[0]))
    return all(side.begins(word[:SHORTEST_STEM]) for word in words)


def _stem(word: str) -> str:
    """A word without the two letters that endings take the place of."""
    return bare(word)[: max(SHORTEST_STEM, len(word) - 2)]


@lru_cache(PAIRS_AT_A_TIME)
def concepts(authority: Authority, source: str, target: str) -> Concepts:
    """What is known in two languages, by primary subtags; made once a process."""
    return Concepts(authority, source, target)


def _merged(every: Iterable[Concept]) -> Iterator[Concept]:
    """The concepts, those in one that have their usual target name in common."""
    by_name = defaultdict[str, list[Concept]](list)
    for concept in every:
        by_name[concept.target[0].removeprefix("the ")].append(concept)
    for same in by_name.values():
        yield Concept(
            same[0].id,
            tuple(dict.fromkeys(form for one in same for form in one.source)),
            tuple(dict.fromkeys(form for one in same for form in one.target)),
            tuple(dict.fromkeys(form for one in same for form in one.sought)),
            any(one.place for one in same),
        )


def _places(source: str, target: str) -> Iterator[Concept]:
    ours, theirs = places(target), places(source)
    for key, names in theirs.items():
        if key in ours:
            yield Concept(key, names, ours[key], ours[key], place=True)


def _copied(record: NameRecord, source: str) -> tuple[str, ...]:
    """The forms of a person that another language in Latin letters writes the same way."""
    return tuple(
        form for form in (record.canonical, *record.short)
        if form.isascii() and len(form) >= SHORTEST_STEM and not is_plain_word(form, source)
    )  # fmt: skip


def _records(authority: Authority, source: str, target: str) -> Iterator[Concept]:
    words = data(target).function_words | data(target).month_words
    for record in authority.records:
        forms = tuple(form for lang, form in record.source_forms if lang == source)
        if not forms and record.kind is Kind.PERSON and {source, target} <= LATIN:
            forms = _copied(record, source)
        if record.lang == target and forms:
            names = (record.canonical, *record.allowed, *record.other, *record.forbidden)
            sought = tuple(
                form for form in dict.fromkeys(names)
                if form not in record.near_only and form not in record.short
                and len(form) >= SHORTEST_STEM and form.casefold() not in words
            )  # fmt: skip
            every = dict.fromkeys((*names, *record.short, *record.former))
            yield Concept(record.id, forms, tuple(every), sought)
