"""Finds the terms of a glossary in a text: by dictionary form, or by letters where words have none.

A term of several words stands where its words stand side by side, each in any of its forms; the
longest term wins where two begin or overlap at one place. Acronyms count in capitals only.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from audit.glossary.words import COMPOUNDING, Word, spaceless, speaks, squeezed, words
from audit.lang import data
from audit.lang.lemmas import fold
from audit.model.terms import EVERY_LANGUAGE, Concept, Glossary, Spelling, Term

LANGUAGES_AT_A_TIME = 32
"""Indexes kept per process; a feed has few languages."""

KATAKANA = range(0x30A1, 0x30FD)
"""A term in katakana that stands within a longer run of it is a part of another word."""

SHORTEST_JOINED = 5
"""Letters of a term from which on its spelling without blanks tells it: cybersecurity."""

SHORTEST_NAME = 4
"""Letters of an acronym that may be written as a name; longer ones may be written as a word."""

SHORTEST_STEM = 7
"""Letters of a term, its last two left out, by which a word made from it is known."""

HEAD = 3
"""Letters by which it is told that no term written without blanks can begin with a word."""

FILLERS = 2
"""Words that may stand between those of a term that is put together otherwise."""

SHORTEST_PART = 5
"""Letters of a term from which on it is known as a part of a compound."""


@dataclass(frozen=True, slots=True)
class Sought:
    """One term as it is looked for: with its concept and its words."""

    concept: Concept
    term: Term
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Terms that stand at `text[start:end]`: one, or several that are written alike."""

    start: int
    end: int
    sought: tuple[Sought, ...]
    spelling: Spelling = Spelling.SAME


class Finder:
    """All terms of a glossary in one language."""

    def __init__(self, concepts: Iterable[Concept], lang: str) -> None:
        self._lang = lang
        self._spaceless = spaceless(lang)
        self._compounding = lang.partition("-")[0] in COMPOUNDING
        self.terms: dict[str, list[Sought]] = defaultdict(list)
        """By concept id: the terms in this language, in the order of the glossary."""
        self._by_lemma: dict[str, list[Sought]] = defaultdict(list)
        self._joined: dict[str, list[Sought]] = defaultdict(list)
        self._heads: set[str] = set()
        letters: dict[str, list[Sought]] = defaultdict(list)
        for concept in concepts:
            for term in concept.terms:
                if term.lang != EVERY_LANGUAGE and not speaks(term.lang, lang):
                    continue
                sought = Sought(concept, term, words(term.text, lang))
                self.terms[concept.id].append(sought)
                if self._spaceless:
                    letters[fold(term.text, lang)].append(sought)
                elif sought.words:
                    self._index(sought)
        self._letters = [(form, tuple(every)) for form, every in letters.items()]
        self._automaton = (
            AhoCorasick([form for form, _ in self._letters], matchkind=MatchKind.LeftmostLongest)
            if self._letters
            else None
        )

    def _index(self, sought: Sought) -> None:
        for lemma in sorted(sought.words[0].lemmas):
            self._by_lemma[lemma].append(sought)
        joined = squeezed(sought.term.text, self._lang)
        if len(joined) >= SHORTEST_JOINED and joined.isalpha():
            self._joined[joined].append(sought)
            self._heads.update(joined[:size] for size in range(1, HEAD + 1))

    def __bool__(self) -> bool:
        """Whether the glossary has any term in this language."""
        return bool(self.terms)

    def find(self, text: str) -> tuple[Found, ...]:
        """The terms in `text`, in order; none overlaps another."""
        if not self.terms:
            return ()
        return tuple(self._in_letters(text) if self._spaceless else self._in_words(text))

    def _in_letters(self, text: str) -> Iterator[Found]:
        if self._automaton is None:
            return
        folded = text.casefold()
        if len(folded) != len(text):
            folded = text
        for number, start, end in self._automaton.find_matches_as_indexes(folded):
            if not _cut_from_run(text, start, end):
                yield Found(start, end, self._letters[number][1])

    def _in_words(self, text: str) -> Iterator[Found]:
        tokens = words(text, self._lang)
        at = 0
        while at < len(tokens):
            found = self._longest(text, tokens, at) or self._joined_at(text, tokens, at)
            if found is None:
                at += 1
                continue
            yield found
            while at < len(tokens) and tokens[at].start < found.end:
                at += 1

    def _longest(self, text: str, tokens: Sequence[Word], at: int) -> Found | None:
        """The longest terms that begin at the word `at`; those of one length share the place."""
        best: list[Sought] = []
        for lemma in tokens[at].lemmas:
            for sought in self._by_lemma.get(lemma, ()):
                size = len(sought.words)
                if best and (size < len(best[0].words) or sought in best):
                    continue
                if self._stands(sought, text, tokens[at : at + size]):
                    best = [sought] if best and size > len(best[0].words) else [*best, sought]
        if not best:
            return None
        best.sort(key=lambda one: (one.concept.id, one.term.text))
        last = tokens[at + len(best[0].words) - 1]
        start, end = tokens[at].start, last.end
        return Found(start, end, tuple(best), _spelling(best[0], text[start:end]))

    def _stands(self, sought: Sought, text: str, here: Sequence[Word]) -> bool:
        """Whether the words `here` are those of a term, with nothing but blanks between."""
        if len(here) != len(sought.words):
            return False
        for wanted, word in zip(sought.words, here, strict=True):
            if not _fit_in_case(wanted, word) and not text.isupper():
                return False
            if wanted.lemmas.isdisjoint(word.lemmas):
                return False
            if wanted.acronym and wanted.folded not in word.lemmas:
                return False  # AI, which has the lemma of AM
            if word is not here[-1] and word.possessive and not wanted.possessive:
                return False
        between = (text[a.end : b.start] for a, b in pairwise(here))
        return all(_side_by_side(gap) for gap in between) or sought.term.text in text

    def place(self, sought: Sought, text: str) -> tuple[int, int] | None:
        """Where one term stands first in `text`, whatever longer terms it is a part of.

        A word made from the term will do, as will a part of a compound in languages that write
        compounds as one word.
        """
        if self._spaceless:
            form = fold(sought.term.text, self._lang)
            at = text.casefold().find(form)
            return None if at < 0 else (at, min(at + len(form), len(text)))
        tokens, size = words(text, self._lang), len(sought.words)
        for at in range(len(tokens) - size + 1):
            if self._stands(sought, text, tokens[at : at + size]):
                return tokens[at].start, tokens[at + size - 1].end
        for at, word in enumerate(tokens):
            found = self._joined_at(text, tokens, at)
            if found and any(one.term == sought.term for one in found.sought):
                return found.start, found.end
            if size == 1 and self._will_do(sought.words[0], word):
                return word.start, word.end
        return None

    def _will_do(self, wanted: Word, word: Word) -> bool:
        """Whether a word is a compound with a term, or plainly made from it: koronavirový."""
        if self._compounding and _is_part(wanted, word):
            return True
        stem = wanted.folded[:-2]
        return len(stem) >= SHORTEST_STEM and word.folded.startswith(stem)

    def together(self, sought: Sought, text: str) -> tuple[int, int] | None:
        """Where all words of a term stand near each other, in any order: Defence Ministry."""
        wanted = [word for word in sought.words if not is_function_word(word.text, self._lang)]
        if self._spaceless or len(wanted) < 2:
            return None
        tokens = words(text, self._lang)
        best: tuple[int, int] | None = None
        for at in range(len(tokens)):
            window = tokens[at : at + len(sought.words) + FILLERS]
            places = [
                next((w for w in window if not one.lemmas.isdisjoint(w.lemmas)), None)
                for one in wanted
            ]
            found = [place for place in places if place is not None]
            if len(found) == len(wanted) and tokens[at] in found:
                start, end = min(w.start for w in found), max(w.end for w in found)
                if best is None or end - start < best[1] - best[0]:
                    best = start, end
        return best

    def part(self, sought: Sought, text: str) -> tuple[int, int] | None:
        """The first word in `text` that is one of the words of a term of several."""
        wanted = [
            word
            for word in sought.words
            if len(sought.words) > 1 and not is_function_word(word.text, self._lang)
        ]
        for word in () if self._spaceless else words(text, self._lang):
            if any(not one.lemmas.isdisjoint(word.lemmas) for one in wanted):
                return word.start, word.end
        return None

    def _joined_at(self, text: str, tokens: Sequence[Word], at: int) -> Found | None:
        """A term whose blanks and hyphens are set otherwise: cyber security, cybersecurity.

        Where compounds are one word, two words with a blank between are another thing: “Menschen
        rechts” are no Menschenrechte.
        """
        if tokens[at].folded[:HEAD] not in self._heads:
            return None
        joined = ""
        for last in range(at, min(at + 4, len(tokens))):
            gap = text[tokens[last - 1].end : tokens[last].start] if last > at else ""
            if not _side_by_side(gap) or (self._compounding and gap.isspace()):
                return None
            for form in (joined + lemma for lemma in sorted(tokens[last].lemmas)):
                if form in self._joined:
                    place = tokens[at].start, tokens[last].end
                    return Found(*place, tuple(self._joined[form]), Spelling.JOINED)
            joined += tokens[last].folded
        return None


def _fit_in_case(wanted: Word, word: Word) -> bool:
    """Whether a word can be one of a term by its capitals, where one of them is an acronym.

    Who is not WHO; longer acronyms are often written as a name, Nato, or as a word, covid.
    """
    if wanted.acronym:
        if len(wanted.text) > SHORTEST_NAME or word.text.startswith(wanted.text):
            return True
        return len(wanted.text) == SHORTEST_NAME and word.text[:1].isupper()
    if word.acronym and len(word.text) < SHORTEST_NAME:
        return False
    return not word.acronym or wanted.text[:1].isupper()


def _side_by_side(gap: str) -> bool:
    """Whether nothing but a blank, a hyphen or both stands between two words."""
    return len(gap) <= 3 and not gap.strip(" \u00a0\u202f\u2009-‐‑–")


def is_function_word(word: str, lang: str) -> bool:
    """Whether a word of a term carries no meaning of its own: of, der, по."""
    return len(word) < 3 or word.casefold() in data(lang).function_words


def _is_part(wanted: Word, word: Word) -> bool:
    """Whether a word is a compound that begins or ends with a form of `wanted`."""
    folded = word.text.casefold()
    return any(
        len(lemma) >= SHORTEST_PART and (folded.startswith(lemma) or folded.endswith(lemma))
        for lemma in wanted.lemmas
    )


def _spelling(sought: Sought, found: str) -> Spelling:
    """How what was found differs from the term, beside its inflection."""
    listed = sought.term.text
    if ("-" in listed) != ("-" in found) and " " not in listed:
        return Spelling.JOINED
    if sought.concept.case_matters and not _same_case(listed, found):
        return Spelling.CASE
    return Spelling.SAME


def _same_case(listed: str, found: str) -> bool:
    """Whether each word has the capitals of the term.

    Headlines put capitals where they like, and so does the beginning of a sentence.
    """
    pairs = list(zip(listed.split(), found.split(), strict=False))
    if found.isupper() or (len(pairs) > 1 and all(word[:1].isupper() for _, word in pairs)):
        return True
    if any(a[:1].isupper() and b[:1].islower() for a, b in pairs):
        return False
    return all(a[:1].isupper() or not b[:1].isupper() for a, b in pairs[1:])


def _cut_from_run(text: str, start: int, end: int) -> bool:
    """Whether a match is a part of a longer run of katakana, Latin letters or digits."""
    ends = ((text[start - 1 : start], text[start]), (text[end : end + 1], text[end - 1]))
    for outer, inner in ends:
        if not outer:
            continue
        if ord(outer) in KATAKANA and ord(inner) in KATAKANA:
            return True
        if outer.isascii() and inner.isascii() and outer.isalnum() and inner.isalnum():
            return True
    return False


@lru_cache(maxsize=LANGUAGES_AT_A_TIME)
def finder(glossary: Glossary, lang: str) -> Finder:
    """The terms of `glossary` in `lang`; kept, since building it takes longer than a document."""
    return Finder(glossary.concepts, lang)
